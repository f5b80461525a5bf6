package models

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strings"
	"time"

	"github.com/uptrace/bun"
)

// AuditRevoke is the end of a calendar address, in the audit trail.
const AuditRevoke AuditAction = "revoke"

// The subjects a calendar can be about; each is also the name of its table.
const (
	SubjectProfessional = "professional"
	SubjectTeam         = "team"
	SubjectRoom         = "room"
	SubjectPlace        = "place"
	SubjectChild        = "child"
	SubjectPartner      = "partner"
)

// ownSubscription is the condition of the actor's own addresses: made by their account, or about their professional whoever made them.
const ownSubscription = "account_id = ? OR (subject = '" + SubjectProfessional + "' AND subject_id = ?)"

// FeedTokenHash returns what is kept of a calendar address' token, and what [Store.FeedEntries] looks for.
func FeedTokenHash(token string) string {
	hash := sha256.Sum256([]byte(token))
	return hex.EncodeToString(hash[:])
}

// AddSubscription makes a secret calendar address and returns its token, of 256 random bits, which is kept nowhere. Who may only see their own
// week makes addresses of their own professional.
func (s *Store) AddSubscription(ctx context.Context, actor Actor, subject, subjectID, name string, detail FeedDetail) (CalendarSubscription, string, error) {
	scope, err := s.allow(actor, ResourceSubscription, ActionChange)
	if err != nil {
		return CalendarSubscription{}, "", err
	}
	name = strings.TrimSpace(name)
	if err := validSubscription(subject, name, detail); err != nil {
		return CalendarSubscription{}, "", err
	}
	if own := subject == SubjectProfessional && subjectID == actor.ProfessionalID; scope < ScopeTeam && !own || !plainID(subjectID) {
		return CalendarSubscription{}, "", NotFound(Resource(subject))
	}
	var secret [32]byte
	_, _ = rand.Read(secret[:]) // never fails
	token := base64.RawURLEncoding.EncodeToString(secret[:])
	subscription := CalendarSubscription{Subject: subject, SubjectID: subjectID, Name: name, Detail: detail, TokenHash: FeedTokenHash(token)}
	if actor.AccountID != "" {
		subscription.AccountID = &actor.AccountID
	}
	err = s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		exists, err := tx.NewSelect().Table(subject).Where("id = ?", subjectID).Where("facility_id = ?", actor.FacilityID).Where("archived_at IS NULL").Exists(ctx)
		if err != nil {
			return err
		}
		if !exists {
			return NotFound(Resource(subject))
		}
		subscription.Record = Record{ID: NewID(), FacilityID: actor.FacilityID, Version: 1, CreatedAt: now, UpdatedAt: now}
		if _, err := tx.NewInsert().Model(&subscription).Exec(ctx); err != nil {
			return err
		}
		return record(ctx, tx, now, actor, AuditCreate, ResourceSubscription, subscription.ID, subject)
	})
	if err != nil {
		return CalendarSubscription{}, "", err
	}
	return subscription, token, nil
}

func validSubscription(subject, name string, detail FeedDetail) error {
	var checks fieldChecks
	oneOf(&checks, "subject", subject, SubjectProfessional, SubjectTeam, SubjectRoom, SubjectPlace, SubjectChild, SubjectPartner)
	checks.text("name", name, maxName)
	oneOf(&checks, "detail", detail, FeedBusy, FeedWork, FeedFull)
	return checks.error()
}

// ListSubscriptions returns the calendar addresses in use, oldest first: the actor's own, and those of the whole facility for who answers
// for it.
func (s *Store) ListSubscriptions(ctx context.Context, actor Actor) ([]CalendarSubscription, error) {
	scope, err := s.allow(actor, ResourceSubscription, ActionRead)
	if err != nil {
		return nil, err
	}
	subscriptions := []CalendarSubscription{}
	err = s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		query := tx.NewSelect().Model(&subscriptions).Where("facility_id = ?", actor.FacilityID).Where("revoked_at IS NULL").OrderExpr("created_at, id")
		if scope < ScopeTeam {
			query = query.Where(ownSubscription, actor.AccountID, actor.ProfessionalID)
		}
		return query.Scan(ctx)
	})
	return subscriptions, err
}

// RevokeSubscription ends an address for good.
func (s *Store) RevokeSubscription(ctx context.Context, actor Actor, id string) error {
	scope, err := s.allow(actor, ResourceSubscription, ActionChange)
	if err != nil {
		return err
	}
	if !plainID(id) {
		return NotFound(ResourceSubscription)
	}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		query := tx.NewUpdate().Model((*CalendarSubscription)(nil)).Set("revoked_at = ?", now).Set("updated_at = ?", now).Set("version = version + 1").
			Where("id = ?", id).Where("facility_id = ?", actor.FacilityID).Where("revoked_at IS NULL")
		if scope < ScopeTeam {
			query = query.Where(ownSubscription, actor.AccountID, actor.ProfessionalID)
		}
		result, err := query.Exec(ctx)
		if err != nil {
			return err
		}
		if ended, err := result.RowsAffected(); err != nil || ended == 0 {
			return notFoundUnless(err, ResourceSubscription)
		}
		return record(ctx, tx, now, actor, AuditRevoke, ResourceSubscription, id, "")
	})
}

// notFoundUnless returns the error, or NotFound when there is none.
func notFoundUnless(err error, resource Resource) error {
	if err != nil {
		return err
	}
	return NotFound(resource)
}
