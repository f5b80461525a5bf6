package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// PlanRunInput is everything a run needs, from one read. Start is a lawful plan to begin with; it holds all that is pinned.
type PlanRunInput struct {
	Run     PlanRun
	House   *House
	Problem *planner.Problem
	Start   planner.Plan
	gaps    map[planner.Ref]string // what something stands in for: the problem counts without it
}

// Named returns a plan of the run's problem under the names its rota has: where something stands in for an occurrence, those after it keep their
// number.
func (i *PlanRunInput) Named(plan *planner.Plan) *planner.Plan {
	return renumbered(plan, i.gaps, withGaps)
}

// LoadPlanRun begins an attempt at a run. Earlier attempts can no longer write. When the rota or the records moved since it was asked for, the
// run ends as stale and so does the call. A run that is over is a conflict: there is nothing left to do.
func (s *Store) LoadPlanRun(ctx context.Context, id string, attempt int) (PlanRunInput, error) {
	var input PlanRunInput
	var stale error
	err := s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		run := PlanRun{ID: id}
		if err := tx.NewSelect().Model(&run).WherePK().Scan(ctx); err != nil {
			return notFoundOr(ResourcePlanRun, err)
		}
		if run.over() || run.Attempt >= attempt {
			return Conflict("plan_run.taken_over", nil)
		}
		run.State, run.Attempt, run.Curve = RunRunning, attempt, [][2]int{}
		if run.StartedAt == nil {
			run.StartedAt = &now
		}
		if _, err := tx.NewUpdate().Model(&run).Column("state", "attempt", "curve", "started_at").WherePK().Exec(ctx); err != nil {
			return err
		}
		state, err := s.loadRota(ctx, tx, SystemActor(run.FacilityID), run.RotaID)
		if err != nil {
			return err
		}
		if run.moved(state) {
			stale = Stale(state.rota)
			return run.end(ctx, tx, now, RunStale, RunErrorStale)
		}
		input, err = state.runInput(run)
		return err
	})
	if err != nil {
		return PlanRunInput{}, err
	}
	return input, stale
}

// moved reports whether the rota or the records are no longer those the run was asked for.
func (r *PlanRun) moved(state *rotaState) bool {
	return state.rota.State != RotaDraft || state.rota.Revision != r.RotaRevision || state.week.house.Facility.Revision != r.InputRevision
}

// runInput compiles the problem of a run. What cannot stand any more is not pinned, whoever locked it: the run plans it again.
func (r *rotaState) runInput(run PlanRun) (PlanRunInput, error) {
	standing := r.week.lawful(slices.Clone(r.occurrences))
	pinned := slices.DeleteFunc(slices.Clone(standing), func(o RotaOccurrence) bool { return r.week.mayChange(&run, &o) })
	problem, err := Compile(r.week.house, pinned)
	if err != nil {
		return PlanRunInput{}, err
	}
	problem.Weights = run.Goals.Weights()
	start := r.week.plan(standing)
	if run.Scope == ScopeAll {
		start = r.week.plan(pinned)
	}
	r.week.closeGaps(problem)
	return PlanRunInput{Run: run, House: r.week.house, Problem: problem, Start: *renumbered(start, r.week.instead, withoutGaps), gaps: r.week.instead}, nil
}

// mayChange reports whether a run may plan otherwise what is planned: what is not locked, on the days asked for, of the people and teams asked for.
func (w *compiledWeek) mayChange(run *PlanRun, o *RotaOccurrence) bool {
	if run.Scope == ScopeGaps || o.Locked || len(run.Days) > 0 && !slices.Contains(run.Days, o.Start/dayMinutes) {
		return false
	}
	if len(run.Teams)+len(run.People) == 0 {
		return true
	}
	return slices.ContainsFunc(slices.Concat(o.Staff, o.Attendees), func(id string) bool {
		person, known := w.model.ProfessionalIndex(id)
		return slices.Contains(run.People, id) || known && slices.ContainsFunc(w.problem.Professionals[person].Teams, func(team string) bool {
			return slices.Contains(run.Teams, team)
		})
	})
}

// SaveOutcome ends an attempt's run with a plan, as a new draft based on the run's, or in the run's own when it is in place. Occurrences that were locked stay locked. It is refused as
// stale, and the run ends as stale, when the rota or the records moved meanwhile; a plan that breaks a rule is refused with the breaches.
func (s *Store) SaveOutcome(ctx context.Context, id string, attempt int, plan *planner.Plan) (Rota, error) {
	var draft Rota
	var stale error
	err := s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		run, err := attemptOf(ctx, tx, id, attempt)
		if err != nil {
			return err
		}
		actor := SystemActor(run.FacilityID)
		state, err := s.loadRota(ctx, tx, actor, run.RotaID)
		if err != nil {
			return err
		}
		if run.moved(state) {
			stale = Stale(state.rota)
			return run.end(ctx, tx, now, RunStale, RunErrorStale)
		}
		report := planner.Evaluate(state.week.model, plan)
		if len(report.Breaches) > 0 {
			return Refused(report.Breaches...)
		}
		actor.AccountID = run.CreatedBy
		if draft, err = state.keepOutcome(ctx, tx, now, actor, &run, plan); err != nil {
			return err
		}
		run.Planned, run.Unmet, run.Soft, run.ResultRotaID = len(plan.Occurrences), report.Score.Unmet, report.Score.Soft, &draft.ID
		return run.end(ctx, tx, now, RunDone, "")
	})
	if err != nil {
		return Rota{}, err
	}
	return draft, stale
}

// keepOutcome writes a plan as a new draft based on the run's, or into the run's own draft when the run is in place.
func (r *rotaState) keepOutcome(ctx context.Context, tx bun.IDB, now time.Time, actor Actor, run *PlanRun, plan *planner.Plan) (Rota, error) {
	if !run.InPlace {
		fresh := Rota{BasedOnID: &run.RotaID, MadeFromID: r.rota.MadeFromID}
		draft, err := insertDraft(ctx, tx, now, actor, r.week.house.frame(), fresh, r.outcome(plan))
		if err != nil {
			return draft, err
		}
		return draft, writeExceptions(ctx, tx, draft.ID, r.exceptions)
	}
	err := r.save(ctx, tx, now, actor, rotaStep{action: AuditUpdate, occurrences: r.outcome(plan)})
	return r.rota, err
}

// outcome returns the rows of a plan: without partner meetings, which stand in no rota, and with the locks there were.
func (r *rotaState) outcome(plan *planner.Plan) []RotaOccurrence {
	was := byRef(r.occurrences)
	rows := make([]RotaOccurrence, 0, len(plan.Occurrences))
	for _, o := range plan.Occurrences {
		if r.week.isFixed(o.Activity) {
			continue
		}
		row := rowOf("", o)
		if before := was[row.ref()]; before != nil && before.Locked {
			row.Locked = true
			row.Locked = row.same(before) // planned anew because it could not stand: no longer what somebody locked
		}
		rows = append(rows, row)
	}
	slices.SortFunc(rows, compareOccurrences)
	return rows
}
