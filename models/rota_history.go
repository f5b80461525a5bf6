package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// remember writes a step of the rota's history behind its undo position and forgets the steps that were undone.
func (r *rotaState) remember(ctx context.Context, tx bun.IDB, now time.Time, actor Actor, kind string, before, after []RotaOccurrence) error {
	_, err := tx.NewDelete().Model((*RotaOperation)(nil)).Where("rota_id = ?", r.rota.ID).Where("position > ?", r.rota.UndoPosition).Exec(ctx)
	if err != nil {
		return err
	}
	step := RotaOperation{
		RotaID: r.rota.ID, Position: r.rota.UndoPosition + 1, AccountID: actor.AccountID, Kind: kind, Before: before, After: after, CreatedAt: now,
	}
	_, err = tx.NewInsert().Model(&step).Exec(ctx)
	return err
}

// Undo takes the last step of a draft back. It is refused with the breaches when the records moved and what was is no longer lawful.
func (s *Store) Undo(ctx context.Context, actor Actor, rotaID string, revision int) (*RotaView, error) {
	return s.changeRota(ctx, actor, rotaID, revision, func(ctx context.Context, tx bun.Tx, _ time.Time, state *rotaState) (rotaStep, error) {
		step, err := state.historyStep(ctx, tx, state.rota.UndoPosition, "rota.nothing_to_undo")
		if err != nil {
			return rotaStep{}, err
		}
		return rotaStep{action: AuditUndo, occurrences: state.replaced(step.After, step.Before), undo: step.Position - 1}, nil
	})
}

// Redo takes the last undone step up again, under the same conditions as [Store.Undo].
func (s *Store) Redo(ctx context.Context, actor Actor, rotaID string, revision int) (*RotaView, error) {
	return s.changeRota(ctx, actor, rotaID, revision, func(ctx context.Context, tx bun.Tx, _ time.Time, state *rotaState) (rotaStep, error) {
		step, err := state.historyStep(ctx, tx, state.rota.UndoPosition+1, "rota.nothing_to_redo")
		if err != nil {
			return rotaStep{}, err
		}
		return rotaStep{action: AuditRedo, occurrences: state.replaced(step.Before, step.After), undo: step.Position}, nil
	})
}

// historyStep reads a step of the history; without one it is a conflict that key names.
func (r *rotaState) historyStep(ctx context.Context, tx bun.IDB, position int, key string) (*RotaOperation, error) {
	var steps []RotaOperation
	err := tx.NewSelect().Model(&steps).Where("rota_id = ?", r.rota.ID).Where("position = ?", position).Scan(ctx)
	if err == nil && len(steps) == 0 {
		err = Conflict(key, nil)
	}
	if err != nil {
		return nil, err
	}
	return &steps[0], nil
}

// replaced returns the rota's occurrences without those named in out and with those of in.
func (r *rotaState) replaced(out, in []RotaOccurrence) []RotaOccurrence {
	gone := make(map[planner.Ref]bool, len(out)+len(in))
	for _, list := range [][]RotaOccurrence{out, in} {
		for i := range list {
			gone[list[i].ref()] = true
		}
	}
	kept := slices.DeleteFunc(slices.Clone(r.occurrences), func(o RotaOccurrence) bool { return gone[o.ref()] })
	kept = append(kept, in...)
	slices.SortFunc(kept, compareOccurrences)
	return kept
}
