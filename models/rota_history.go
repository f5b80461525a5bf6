package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// mostSteps is how many steps of each person a draft remembers.
const mostSteps = 100

// The keys of what cannot be undone or redone.
const (
	KeyNothingToUndo = "rota.nothing_to_undo"
	KeyNothingToRedo = "rota.nothing_to_redo"
	KeyOvertaken     = "rota.overtaken" // somebody else changed Args["activity"] and Args["occurrence"] since
)

// remember writes a step of the actor's. What they undid before can no longer be redone, and of their steps the oldest are forgotten.
func (r *rotaState) remember(ctx context.Context, tx bun.IDB, now time.Time, actor Actor, kind string, before, after []RotaOccurrence) error {
	if _, err := tx.NewDelete().Model((*RotaOperation)(nil)).ApplyQueryBuilder(r.stepsOf(actor)).Where("undone = ?", true).Exec(ctx); err != nil {
		return err
	}
	step := RotaOperation{
		RotaID: r.rota.ID, AccountID: actor.AccountID, Kind: kind, Before: before, After: after, CreatedAt: now,
		ExceptionsBefore: exceptionsWithout(r.written, r.exceptions), ExceptionsAfter: exceptionsWithout(r.exceptions, r.written),
	}
	err := tx.NewSelect().Model((*RotaOperation)(nil)).ColumnExpr("COALESCE(MAX(position), 0) + 1").Where("rota_id = ?", r.rota.ID).Scan(ctx, &step.Position)
	if err != nil {
		return err
	}
	if _, err := tx.NewInsert().Model(&step).Exec(ctx); err != nil {
		return err
	}
	newest := tx.NewSelect().Model((*RotaOperation)(nil)).Column("position").ApplyQueryBuilder(r.stepsOf(actor)).OrderExpr("position DESC").Limit(mostSteps)
	_, err = tx.NewDelete().Model((*RotaOperation)(nil)).ApplyQueryBuilder(r.stepsOf(actor)).Where("position NOT IN (?)", newest).Exec(ctx)
	return err
}

// stepsOf narrows a query to the steps of one person on the rota.
func (r *rotaState) stepsOf(actor Actor) func(bun.QueryBuilder) bun.QueryBuilder {
	return func(query bun.QueryBuilder) bun.QueryBuilder {
		return query.Where("rota_id = ?", r.rota.ID).Where("account_id = ?", actor.AccountID)
	}
}

// Undo takes the actor's last step on a draft back; what others did since stays. It is a conflict of [KeyOvertaken] when somebody else changed
// something of that step since, and refused with the breaches when what was is no longer lawful. LetGo first gives such overtaken steps up: then
// the last one that nobody overtook is taken back.
func (s *Store) Undo(ctx context.Context, actor Actor, rotaID string, revision int, letGo bool) (*RotaView, error) {
	return s.changeRota(ctx, actor, rotaID, revision, func(ctx context.Context, tx bun.Tx, _ time.Time, state *rotaState) (rotaStep, error) {
		step, err := state.lastStep(ctx, tx, actor)
		for err == nil && letGo && state.passed(step) {
			if _, err = tx.NewDelete().Model(step).WherePK().Exec(ctx); err == nil {
				step, err = state.lastStep(ctx, tx, actor)
			}
		}
		if err != nil {
			return rotaStep{}, err
		}
		return state.turned(ctx, tx, step, true)
	})
}

// Redo takes the step that the actor undid last up again, under the same conditions as [Store.Undo].
func (s *Store) Redo(ctx context.Context, actor Actor, rotaID string, revision int) (*RotaView, error) {
	return s.changeRota(ctx, actor, rotaID, revision, func(ctx context.Context, tx bun.Tx, _ time.Time, state *rotaState) (rotaStep, error) {
		step, err := state.historyStep(ctx, tx, actor, true, "position", KeyNothingToRedo)
		if err != nil {
			return rotaStep{}, err
		}
		return state.turned(ctx, tx, step, false)
	})
}

// passed reports whether somebody changed something of a step in force since.
func (r *rotaState) passed(step *RotaOperation) bool {
	return r.overtaken(step.After, step.Before) != nil || r.plannedSince(step.After, step.ExceptionsAfter, step.ExceptionsBefore) != nil ||
		r.exceptedSince(slices.Concat(step.After, step.Before), step.ExceptionsAfter, step.ExceptionsBefore) != nil
}

// lastStep returns the actor's newest step in force.
func (r *rotaState) lastStep(ctx context.Context, tx bun.IDB, actor Actor) (*RotaOperation, error) {
	return r.historyStep(ctx, tx, actor, false, "position DESC", KeyNothingToUndo)
}

// historyStep reads the first of the actor's steps, undone or in force, in an order; without one it is a conflict that key names.
func (r *rotaState) historyStep(ctx context.Context, tx bun.IDB, actor Actor, undone bool, order, key string) (*RotaOperation, error) {
	var steps []RotaOperation
	err := tx.NewSelect().Model(&steps).ApplyQueryBuilder(r.stepsOf(actor)).Where("undone = ?", undone).OrderExpr(order).Limit(1).Scan(ctx)
	if err == nil && len(steps) == 0 {
		err = Conflict(key, nil)
	}
	if err != nil {
		return nil, err
	}
	return &steps[0], nil
}

// turned computes the rota with a step undone or redone, and notes that it is.
func (r *rotaState) turned(ctx context.Context, tx bun.IDB, step *RotaOperation, undone bool) (rotaStep, error) {
	is, becomes, action := step.Before, step.After, AuditRedo
	goes, comes := step.ExceptionsBefore, step.ExceptionsAfter
	if undone {
		is, becomes, action = step.After, step.Before, AuditUndo
		goes, comes = comes, goes
	}
	ref := r.overtaken(is, becomes)
	if ref == nil {
		ref = r.plannedSince(is, goes, comes)
	}
	if ref == nil {
		ref = r.exceptedSince(slices.Concat(is, becomes), goes, comes)
	}
	if ref != nil {
		return rotaStep{}, Conflict(KeyOvertaken, map[string]any{"activity": ref.Activity, "occurrence": ref.Occurrence})
	}
	step.Undone = undone
	if err := r.except(ctx, tx, exceptionsReplaced(r.exceptions, goes, comes)); err != nil {
		return rotaStep{}, err
	}
	_, err := tx.NewUpdate().Model(step).Column("undone").WherePK().Exec(ctx)
	return rotaStep{action: action, occurrences: r.replaced(is, becomes), turned: true}, err
}

// overtaken returns an occurrence of a step that is no longer what the step left, nil when all of them are. What the week no longer asks for
// nobody overtook: the records did, which the rules tell.
func (r *rotaState) overtaken(is, becomes []RotaOccurrence) *planner.Ref {
	now, left := byRef(r.occurrences), byRef(r.week.stillAsked(slices.Clone(is)))
	for _, list := range [][]RotaOccurrence{is, becomes} {
		for i := range list {
			ref := list[i].ref()
			standing, expected := now[ref], left[ref]
			if !r.week.asks(ref) || standing == nil && expected == nil {
				continue
			}
			if standing == nil || expected == nil || !standing.same(expected) {
				return &ref
			}
		}
	}
	return nil
}

// plannedSince returns something planned of an exception that is to go for good and that the step did not plan, nil when there is none.
func (r *rotaState) plannedSince(is []RotaOccurrence, goes, comes []WeekException) *planner.Ref {
	left := byRef(is)
	for i := range r.occurrences {
		ref := r.occurrences[i].ref()
		if left[ref] == nil && exceptionAt(goes, ref.Activity) >= 0 && exceptionAt(comes, ref.Activity) < 0 {
			return &ref
		}
	}
	return nil
}

// exceptedSince returns something that is otherwise than a step left it: its exception is not the one that is to go, or it has one since.
func (r *rotaState) exceptedSince(rows []RotaOccurrence, goes, comes []WeekException) *planner.Ref {
	for _, e := range slices.Concat(goes, comes) {
		at, left := exceptionAt(r.exceptions, e.ActivityID), exceptionAt(goes, e.ActivityID)
		if (at < 0) != (left < 0) || at >= 0 && !r.exceptions[at].same(&goes[left]) {
			return &planner.Ref{Activity: e.ActivityID}
		}
	}
	for i := range rows {
		ref := rows[i].ref()
		if standIn := r.week.instead[ref]; standIn != "" && exceptionAt(goes, standIn) < 0 {
			return &ref
		}
	}
	return nil
}

// replaced returns the rota's occurrences without those named in out and with those of in.
func (r *rotaState) replaced(out, in []RotaOccurrence) []RotaOccurrence {
	gone := refsIn(out, in)
	kept := slices.DeleteFunc(slices.Clone(r.occurrences), func(o RotaOccurrence) bool { return gone[o.ref()] })
	for _, row := range in {
		r.week.leaveOutAway(&row)
		kept = append(kept, row)
	}
	slices.SortFunc(kept, compareOccurrences)
	return kept
}

// viewSteps fills in what the actor could undo and redo.
func (r *rotaState) viewSteps(ctx context.Context, tx bun.IDB, actor Actor, view *RotaView) error {
	var steps []RotaOperation
	err := tx.NewSelect().Model(&steps).Column("kind", "undone").ApplyQueryBuilder(r.stepsOf(actor)).OrderExpr("position").Scan(ctx)
	for _, step := range steps {
		switch {
		case !step.Undone:
			view.Undo, view.UndoKind = true, step.Kind
		case !view.Redo:
			view.Redo, view.RedoKind = true, step.Kind
		}
	}
	return err
}
