package models

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// RunBest is the best plan that a run under way has found so far. Without occurrences there is none yet, or none any more.
type RunBest struct {
	bun.BaseModel `bun:"table:plan_run_best"`

	RunID       string           `bun:"run_id,pk"`
	Planned     int              `bun:"planned,notnull"`
	Occurrences []RotaOccurrence `bun:"occurrences,notnull"` // partner meetings among them
}

// ReportBest writes down the best plan of an attempt for those who watch the run. It is a conflict when the run is no longer this attempt's.
func (s *Store) ReportBest(ctx context.Context, id string, attempt int, plan *planner.Plan) error {
	return s.writeAside(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		if _, err := attemptOf(ctx, tx, id, attempt); err != nil {
			return err
		}
		best := RunBest{RunID: id, Planned: len(plan.Occurrences), Occurrences: make([]RotaOccurrence, len(plan.Occurrences))}
		for i, o := range plan.Occurrences {
			best.Occurrences[i] = rowOf("", o)
		}
		_, err := tx.NewInsert().Model(&best).On("CONFLICT (run_id) DO UPDATE").Set("planned = EXCLUDED.planned").Set("occurrences = EXCLUDED.occurrences").Exec(ctx)
		return err
	})
}

// ReadRunBest returns the best plan of a run so far.
func (s *Store) ReadRunBest(ctx context.Context, actor Actor, id string) (RunBest, error) {
	if _, err := s.allow(actor, ResourcePlanRun, ActionRead); err != nil {
		return RunBest{}, err
	}
	best := RunBest{RunID: id}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		if _, err := findRun(ctx, tx, actor.FacilityID, id); err != nil {
			return err
		}
		var found []RunBest
		err := tx.NewSelect().Model(&found).Where("run_id = ?", id).Scan(ctx)
		if len(found) > 0 {
			best = found[0]
		}
		return err
	})
	return best, err
}

// forgetBest removes what was kept for those who watched a run that has ended.
func forgetBest(ctx context.Context, tx bun.IDB, id string) error {
	_, err := tx.NewDelete().Model((*RunBest)(nil)).Where("run_id = ?", id).Exec(ctx)
	return err
}
