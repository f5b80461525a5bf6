package models

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// restoreKind is the kind of the step that returns to a restore point.
const restoreKind = "restore"

// mostRestorePoints bounds the restore points of one draft.
const mostRestorePoints = 30

// RestorePoint is a draft as it stood once, under a name that somebody gave it to come back to.
type RestorePoint struct {
	bun.BaseModel `bun:"table:restore_point"`

	ID          string           `bun:"id,pk"`
	RotaID      string           `bun:"rota_id,notnull"`
	Name        string           `bun:"name,notnull"`
	Occurrences []RotaOccurrence `bun:"occurrences,notnull"` // JSON
	Exceptions  []WeekException  `bun:"exceptions,notnull"`  // JSON
	CreatedBy   *string          `bun:"created_by"`          // account
	CreatedAt   time.Time        `bun:"created_at,notnull"`
}

// ShownRestorePoint is a restore point beside the draft as it stands.
type ShownRestorePoint struct {
	RestorePoint
	Author  *string // name of the account
	Changes int     // occurrences that would be otherwise than they are
}

// ListRestorePoints returns the restore points of a draft, the latest first.
func (s *Store) ListRestorePoints(ctx context.Context, actor Actor, rotaID string) ([]ShownRestorePoint, error) {
	shown := []ShownRestorePoint{}
	err := s.onDraft(ctx, actor, rotaID, func(ctx context.Context, tx bun.Tx, state *rotaState) error {
		var points []RestorePoint
		if err := tx.NewSelect().Model(&points).Where("rota_id = ?", rotaID).OrderExpr("created_at DESC, id DESC").Scan(ctx); err != nil {
			return err
		}
		var authors []Account
		err := tx.NewSelect().Model(&authors).Column("id", "name").Where("facility_id = ?", actor.FacilityID).
			Where("id IN (?)", tx.NewSelect().Model((*RestorePoint)(nil)).Column("created_by").Where("rota_id = ?", rotaID)).Scan(ctx)
		for _, point := range points {
			entry := ShownRestorePoint{RestorePoint: point}
			for i := range authors {
				if equal(point.CreatedBy, authors[i].ID) {
					entry.Author = &authors[i].Name
				}
			}
			week, err := state.weekWith(ctx, tx, point.Exceptions)
			if err != nil {
				return err
			}
			before, after := differences(state.occurrences, week.stillAsked(point.Occurrences))
			entry.Changes = len(refsIn(before, after))
			shown = append(shown, entry)
		}
		return err
	})
	return shown, err
}

// KeepRestorePoint keeps a draft as it stands under a name.
func (s *Store) KeepRestorePoint(ctx context.Context, actor Actor, rotaID, name string) (RestorePoint, error) {
	if _, err := s.allow(actor, ResourceDraft, ActionChange); err != nil {
		return RestorePoint{}, err
	}
	var checks fieldChecks
	checks.filled("name", name, maxName)
	point := RestorePoint{ID: NewID(), RotaID: rotaID, Name: name}
	err := s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		state, err := s.loadRota(ctx, tx, actor, rotaID)
		switch {
		case err != nil:
			return err
		case state.rota.State != RotaDraft:
			return Conflict("rota.not_a_draft", nil)
		case len(checks.wrong) > 0:
			return checks.error()
		}
		kept, err := tx.NewSelect().Model((*RestorePoint)(nil)).Where("rota_id = ?", rotaID).Count(ctx)
		if err != nil {
			return err
		}
		if kept >= mostRestorePoints {
			return TooLarge("rota.too_many_restore_points", mostRestorePoints)
		}
		point.Occurrences, point.Exceptions, point.CreatedAt = listOrEmpty(state.occurrences), listOrEmpty(state.exceptions), now
		if actor.AccountID != "" {
			point.CreatedBy = &actor.AccountID
		}
		if _, err := tx.NewInsert().Model(&point).Exec(ctx); err != nil {
			return err
		}
		return record(ctx, tx, now, actor, AuditCreate, ResourceDraft, rotaID, "restore point "+point.ID)
	})
	return point, err
}

// ReturnTo makes a draft what it was at a restore point, as one step to undo. What the records no longer allow is shown as a conflict, as it
// would be had it stood in the draft all the time.
func (s *Store) ReturnTo(ctx context.Context, actor Actor, rotaID string, revision int, pointID string) (*RotaView, error) {
	return s.changeRota(ctx, actor, rotaID, revision, func(ctx context.Context, tx bun.Tx, now time.Time, state *rotaState) (rotaStep, error) {
		point, err := findRestorePoint(ctx, tx, rotaID, pointID)
		if err != nil {
			return rotaStep{}, err
		}
		if err := state.except(ctx, tx, point.Exceptions); err != nil {
			return rotaStep{}, err
		}
		step, err := state.stepTo(ctx, tx, now, actor, restoreKind, state.week.stillAsked(point.Occurrences), nil)
		step.action, step.unasked = AuditRestore, true
		return step, err
	})
}

// DropRestorePoint forgets a restore point; the draft stays as it is.
func (s *Store) DropRestorePoint(ctx context.Context, actor Actor, rotaID, pointID string) error {
	if _, err := s.allow(actor, ResourceDraft, ActionChange); err != nil {
		return err
	}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		if _, err := findRota(ctx, tx, actor, rotaID); err != nil {
			return err
		}
		point, err := findRestorePoint(ctx, tx, rotaID, pointID)
		if err != nil {
			return err
		}
		if _, err := tx.NewDelete().Model(&point).WherePK().Exec(ctx); err != nil {
			return err
		}
		return record(ctx, tx, now, actor, AuditDelete, ResourceDraft, rotaID, "restore point "+point.ID)
	})
}

func findRestorePoint(ctx context.Context, tx bun.IDB, rotaID, pointID string) (RestorePoint, error) {
	point := RestorePoint{ID: pointID}
	if !plainID(pointID) {
		return point, Conflict("rota.no_restore_point", nil)
	}
	var points []RestorePoint
	err := tx.NewSelect().Model(&points).Where("rota_id = ?", rotaID).Where("id = ?", pointID).Scan(ctx)
	if err == nil && len(points) == 0 {
		err = Conflict("rota.no_restore_point", nil) // somebody else removed it
	}
	if err != nil {
		return point, err
	}
	return points[0], nil
}
