package models

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// AuditAccept and AuditRefuse are what is decided of a request.
const (
	AuditAccept AuditAction = "accept"
	AuditRefuse AuditAction = "refuse"
)

// RequestState is where something stands that was asked for. Only what is accepted counts.
type RequestState string

// The states. What somebody enters about themselves begins as a request.
const (
	StateRequested RequestState = "requested"
	StateAccepted  RequestState = "accepted"
	StateRefused   RequestState = "refused"
)

// request is where a record stands that people enter about themselves and others decide of: an absence, hours really done. Its values are
// those of the record.
type request struct {
	state       *RequestState
	requestedBy **string // account
	requestedAt **time.Time
	decidedBy   **string // account
	decidedAt   **time.Time
	decider     *string // name of the account
}

// requested is a record that is asked for and decided of.
type requested interface{ request() request }

// requestOf returns where a record stands.
func requestOf[T any](row *T) request { return any(row).(requested).request() }

func (q request) set(state RequestState, requestedBy *string, requestedAt *time.Time, decidedBy *string, decidedAt *time.Time) {
	*q.state, *q.requestedBy, *q.requestedAt, *q.decidedBy, *q.decidedAt = state, requestedBy, requestedAt, decidedBy, decidedAt
}

// alreadyDecided refuses to change what was decided already.
func alreadyDecided() *Error { return Conflict("request_decided", nil) }

// stand decides where a record stands, which nobody writes directly: what somebody who answers for the person enters is accepted; what people
// enter about themselves is a request, which they may change or take back until it is decided.
func stand[T any](r reach, resource Resource, asks bool, old, row *T) error {
	if asks && old != nil && *requestOf(old).state != StateRequested {
		return alreadyDecided()
	}
	if row == nil {
		return nil
	}
	now := requestOf(row)
	switch {
	case old == nil && asks:
		now.set(StateRequested, optionalID(r.actor.AccountID), &r.now, nil, nil)
	case old == nil:
		now.set(StateAccepted, nil, nil, nil, nil)
	case r.back && *now.state != *requestOf(old).state:
		return redecide(r, resource, now)
	default:
		was := requestOf(old)
		now.set(*was.state, *was.requestedBy, *was.requestedAt, *was.decidedBy, *was.decidedAt)
	}
	return nil
}

// redecide keeps where an earlier state leaves a record: taking a decision back, or taking that back, is a decision too.
func redecide(r reach, resource Resource, now request) error {
	if Allowed(r.actor, resource, ActionDecide) == ScopeNone {
		return alreadyDecided()
	}
	*now.decidedBy, *now.decidedAt = nil, nil
	if *now.state != StateRequested {
		*now.decidedBy, *now.decidedAt = optionalID(r.actor.AccountID), &r.now
	}
	return nil
}

// decide accepts or refuses what was requested and still stands at version. Who decided and when is kept.
func (k *keeper[T]) decide(ctx context.Context, s *Store, actor Actor, id string, version int, accept bool) (T, error) {
	scope, err := s.allow(actor, k.resource, ActionDecide)
	if err != nil {
		return *new(T), err
	}
	var row T
	err = s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		var err error
		r := newReach(tx, actor, scope, now)
		if row, err = k.current(ctx, r, id, version, false); err != nil {
			return err
		}
		old, asked := row, requestOf(&row)
		if *asked.state != StateRequested {
			return alreadyDecided()
		}
		action := AuditRefuse
		*asked.state = StateRefused
		if accept {
			*asked.state, action = StateAccepted, AuditAccept
		}
		base := asKept(&row).Base()
		*asked.decidedBy, *asked.decidedAt, base.UpdatedAt = optionalID(actor.AccountID), &now, now
		base.Version++
		if _, err := tx.NewUpdate().Model(&row).WherePK().Exec(ctx); err != nil {
			return err
		}
		if err := k.changed(ctx, r, action, &old, &row, ""); err != nil {
			return err
		}
		return k.told(ctx, tx, []*T{&row})
	})
	return row, err
}

// nameDeciders fills in who decided of some records.
func nameDeciders[T any](ctx context.Context, tx bun.IDB, rows []*T) error {
	var ids []string
	for _, row := range rows {
		if by := *requestOf(row).decidedBy; by != nil {
			ids = append(ids, *by)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	names, err := accountNames(ctx, tx, ids)
	for _, row := range rows {
		if asked := requestOf(row); *asked.decidedBy != nil {
			*asked.decider = names[**asked.decidedBy]
		}
	}
	return err
}
