package models

import (
	"context"
	"slices"
	"strconv"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// What is done to rotas, in the audit trail.
const (
	AuditUndo    AuditAction = "undo"
	AuditRedo    AuditAction = "redo"
	AuditPublish AuditAction = "publish"
	AuditDelete  AuditAction = "delete"
)

// changeRota is the one way to change a draft: one transaction that loads it, checks the revision, lets change compute what it becomes, and
// saves the rows that differ. The rules are asked before: a change may leave conflicts that were there, but makes none.
func (s *Store) changeRota(ctx context.Context, actor Actor, id string, revision int, change func(ctx context.Context, tx bun.Tx, now time.Time, state *rotaState) (rotaStep, error)) (*RotaView, error) {
	if _, err := s.allow(actor, ResourceDraft, ActionChange); err != nil {
		return nil, err
	}
	var view *RotaView
	err := s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		state, err := s.loadDraft(ctx, tx, actor, id, revision)
		if err != nil {
			return err
		}
		step, err := change(ctx, tx, now, state)
		if err != nil {
			return err
		}
		if err := state.save(ctx, tx, now, actor, step); err != nil {
			return err
		}
		view, err = state.view(ctx, tx, actor)
		return err
	})
	return view, err
}

// loadDraft reads a draft at the revision the caller saw.
func (s *Store) loadDraft(ctx context.Context, tx bun.IDB, actor Actor, id string, revision int) (*rotaState, error) {
	state, err := s.loadRota(ctx, tx, actor, id)
	switch {
	case err != nil:
		return nil, err
	case state.rota.State != RotaDraft:
		return nil, Conflict("rota.not_a_draft", nil)
	case state.rota.Revision != revision:
		return nil, Stale(state.rota)
	default:
		return state, nil
	}
}

// rotaStep is what a change does to a rota.
type rotaStep struct {
	action      AuditAction
	occurrences []RotaOccurrence // all of the rota after it
	asked       []planner.Ref    // what the user placed: it has to be lawful itself
	keep        *string          // why the conflicts it makes are made on purpose, as far as they may be; nil: they are not
	unasked     bool             // the conflicts it makes are shown, not refused
	turned      bool             // a step of the history was undone or redone, even where nothing differs any more
}

// save checks and writes a step. A step that changes nothing writes nothing.
func (r *rotaState) save(ctx context.Context, tx bun.IDB, now time.Time, actor Actor, step rotaStep) error {
	before, after := differences(r.occurrences, step.occurrences)
	if len(before) == 0 && len(after) == 0 && !step.turned && !r.exceptedDifferently() {
		return nil
	}
	if err := r.judge(ctx, tx, now, actor, step); err != nil {
		return err
	}
	if err := writeOccurrences(ctx, tx, r.rota.ID, before, after); err != nil {
		return err
	}
	if r.exceptedDifferently() {
		if err := writeExceptions(ctx, tx, r.rota.ID, r.exceptions); err != nil {
			return err
		}
		r.written = r.exceptions
	}
	r.rota.Revision++
	r.rota.UpdatedAt = now
	if actor.AccountID != "" {
		r.rota.ChangedBy = &actor.AccountID
	}
	r.occurrences = step.occurrences
	if _, err := tx.NewUpdate().Model(&r.rota).Column("revision", "changed_by", "updated_at").WherePK().Exec(ctx); err != nil {
		return err
	}
	return record(ctx, tx, now, actor, step.action, ResourceDraft, r.rota.ID, strconv.Itoa(max(len(before), len(after)))+" occurrences")
}

// differences returns the occurrences that differ between two states of a rota, as they were and as they become.
func differences(old, fresh []RotaOccurrence) (before, after []RotaOccurrence) {
	was, is := byRef(old), byRef(fresh)
	before, after = []RotaOccurrence{}, []RotaOccurrence{}
	for i := range old {
		if kept := is[old[i].ref()]; kept == nil || !kept.same(&old[i]) {
			before = append(before, old[i])
		}
	}
	for i := range fresh {
		if known := was[fresh[i].ref()]; known == nil || !known.same(&fresh[i]) {
			after = append(after, fresh[i])
		}
	}
	return before, after
}

// refsIn returns the occurrences that rows are about, each once.
func refsIn(lists ...[]RotaOccurrence) map[planner.Ref]bool {
	refs := map[planner.Ref]bool{}
	for _, rows := range lists {
		for i := range rows {
			refs[rows[i].ref()] = true
		}
	}
	return refs
}

// writeOccurrences replaces the rows of before by those of after.
func writeOccurrences(ctx context.Context, tx bun.IDB, rotaID string, before, after []RotaOccurrence) error {
	if len(before) > 0 {
		refs := make([]bun.TupleValues, len(before))
		for i := range before {
			refs[i] = bun.Tuple([]any{before[i].ActivityID, before[i].Occurrence})
		}
		_, err := tx.NewDelete().Model((*RotaOccurrence)(nil)).Where("rota_id = ?", rotaID).Where("(activity_id, occurrence) IN (VALUES ?)", bun.List(refs)).Exec(ctx)
		if err != nil {
			return err
		}
	}
	return insertOccurrences(ctx, tx, rotaID, after)
}

// insertOccurrences adds rows to a rota.
func insertOccurrences(ctx context.Context, tx bun.IDB, rotaID string, occurrences []RotaOccurrence) error {
	for chunk := range slices.Chunk(occurrences, 500) {
		rows := slices.Clone(chunk)
		for i := range rows {
			rows[i].RotaID, rows[i].Staff, rows[i].Attendees = rotaID, listOf(rows[i].Staff), listOf(rows[i].Attendees)
		}
		if _, err := tx.NewInsert().Model(&rows).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
