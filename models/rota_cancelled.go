package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// Cancellation is something a week goes without, and why.
type Cancellation struct {
	Activity   string
	Occurrence int
	Reason     string
}

// CancelledOccurrence says why something is not in a rota. It holds while it is not: what is planned again was cancelled no longer.
type CancelledOccurrence struct {
	bun.BaseModel `bun:"table:cancelled_occurrence"`

	RotaID      string    `bun:"rota_id,pk"`
	ActivityID  string    `bun:"activity_id,pk"`
	Occurrence  int       `bun:"occurrence,pk"`
	Reason      string    `bun:"reason,notnull"`
	AccountID   string    `bun:"account_id,notnull"`
	CancelledAt time.Time `bun:"cancelled_at,notnull"`
	By          *string   `bun:"-"` // name of the account; nil when it is gone
}

func (c *CancelledOccurrence) ref() planner.Ref {
	return planner.Ref{Activity: c.ActivityID, Occurrence: c.Occurrence}
}

// asUnplanned returns the operations that leave out what is cancelled, after checking the reasons.
func asUnplanned(cancelled []Cancellation) ([]Operation, error) {
	var checks fieldChecks
	operations := make([]Operation, len(cancelled))
	checks.size("cancelled", len(cancelled))
	for i, one := range cancelled {
		checks.text(indexed("cancelled", i)+".reason", one.Reason, maxLine)
		operations[i] = Operation{Kind: OperationUnplan, Activity: one.Activity, Occurrence: one.Occurrence}
	}
	return operations, checks.error()
}

// cancel notes why things are not in the draft; what has no reason needs no note.
func (r *rotaState) cancel(ctx context.Context, tx bun.IDB, now time.Time, actor Actor, cancelled []Cancellation) error {
	var rows []CancelledOccurrence
	for _, one := range cancelled {
		if one.Reason != "" {
			rows = append(rows, CancelledOccurrence{
				RotaID: r.rota.ID, ActivityID: one.Activity, Occurrence: one.Occurrence, Reason: one.Reason, AccountID: actor.AccountID, CancelledAt: now,
			})
		}
	}
	return writeCancelled(ctx, tx, rows)
}

func writeCancelled(ctx context.Context, tx bun.IDB, rows []CancelledOccurrence) error {
	for chunk := range slices.Chunk(rows, 200) {
		_, err := tx.NewInsert().Model(&chunk).On("CONFLICT (rota_id, activity_id, occurrence) DO UPDATE").
			Set("reason = EXCLUDED.reason").Set("account_id = EXCLUDED.account_id").Set("cancelled_at = EXCLUDED.cancelled_at").Exec(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}

// cancelledIn returns what was cancelled in a rota and is not among its occurrences.
func cancelledIn(ctx context.Context, tx bun.IDB, rotaID string, occurrences []RotaOccurrence) ([]CancelledOccurrence, error) {
	cancelled := []CancelledOccurrence{}
	err := tx.NewSelect().Model(&cancelled).Where("rota_id = ?", rotaID).OrderExpr("activity_id, occurrence").Scan(ctx)
	planned := byRef(occurrences)
	return slices.DeleteFunc(cancelled, func(c CancelledOccurrence) bool { return planned[c.ref()] != nil }), err
}

// cancelAgain takes the reasons of what a rota goes without into a draft made from it.
func cancelAgain(ctx context.Context, tx bun.IDB, draft, base string, occurrences []RotaOccurrence) error {
	cancelled, err := cancelledIn(ctx, tx, base, occurrences)
	for i := range cancelled {
		cancelled[i].RotaID = draft
	}
	if err != nil {
		return err
	}
	return writeCancelled(ctx, tx, cancelled)
}

// viewCancelled fills in what was cancelled, for those who plan.
func (r *rotaState) viewCancelled(ctx context.Context, tx bun.IDB, actor Actor, view *RotaView) (err error) {
	if Allowed(actor, ResourceDraft, ActionRead) == ScopeNone {
		return nil
	}
	if view.Cancelled, err = cancelledIn(ctx, tx, r.rota.ID, r.occurrences); err != nil {
		return err
	}
	view.Cancelled = slices.DeleteFunc(view.Cancelled, func(c CancelledOccurrence) bool { return !r.week.asks(c.ref()) })
	accounts := make([]string, len(view.Cancelled))
	for i := range view.Cancelled {
		accounts[i] = view.Cancelled[i].AccountID
	}
	names, err := accountNames(ctx, tx, accounts)
	for i := range view.Cancelled {
		if name, known := names[view.Cancelled[i].AccountID]; known {
			view.Cancelled[i].By = &name
		}
	}
	return err
}
