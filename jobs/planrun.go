package jobs

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/check"
	"github.com/maillage-dime/maillage/planner/search"
)

// Codes of failed runs that this package gives; see also those of package models.
const (
	RunErrorProblem  = "invalid_problem" // the records contradict themselves
	RunErrorFixed    = "fixed_conflict"  // partner meetings of the week, which no run may move, break a rule among themselves
	RunErrorUnlawful = "unlawful_plan"   // the search broke a rule: a mistake in this program
)

// reportEvery is how often a run writes down its progress and looks whether somebody wants it to stop. A stop is honored
// within this time and what the search and the saving of its plan need.
const reportEvery = 50 * time.Millisecond

// repairSteps is how long a run in place searches: nobody waits for it, a year of them must not take the night, and the same week made twice
// must be the same, which time would not promise.
const repairSteps = 4_000

// showEvery is how often a better plan is written down for those who watch a run on the grid.
const showEvery = 2 * time.Second

// PlanRunOptions say how plans are searched for.
type PlanRunOptions struct {
	Now     func() time.Time
	Threads int          // chains of one search that walk side by side; 0: 1
	Seed    uint64       // of all searches; the same input then gives the same walk
	Log     *slog.Logger // nil: nothing is logged
}

// PlanRun returns the handler that works on plan runs: it reads everything once, searches for as long as the run says or until somebody stops
// it, has the plan verified and saves it as a new draft in one write. A plan that breaks a rule is never saved, neither is one whose inputs
// moved meanwhile. An attempt that is cut short leaves nothing but its progress, and the next one begins anew.
func PlanRun(store *models.Store, o PlanRunOptions) Handler {
	o.Log = logOrNone(o.Log)
	return func(ctx context.Context, job *models.Job) error {
		var arguments models.PlanRunArguments
		if err := json.Unmarshal(job.Arguments, &arguments); err != nil {
			return fmt.Errorf("arguments of job %s: %w", job.ID, err)
		}
		a := &attempt{store: store, options: o, run: arguments.RunID, number: job.Attempt}
		a.log = o.Log.With("run", a.run, "attempt", a.number)
		return a.work(ctx)
	}
}

// attempt is one try at a run.
type attempt struct {
	store   *models.Store
	options PlanRunOptions
	run     string
	number  int
	log     *slog.Logger
	named   func(*planner.Plan) *planner.Plan // under the names the rota has
}

func (a *attempt) work(ctx context.Context) error {
	input, err := a.store.LoadPlanRun(ctx, a.run, a.number)
	if err != nil {
		return a.unlessOver(err)
	}
	a.named = input.Named
	model, err := planner.Compile(input.Problem)
	if err != nil {
		return a.fail(ctx, RunErrorProblem, "error", err)
	}
	plan, err := a.search(ctx, model, &input)
	if err != nil {
		return a.unlessOver(err)
	}
	if breaches := check.Verify(input.Problem, plan); len(breaches) > 0 {
		if fixed := check.Verify(input.Problem, &planner.Plan{Occurrences: input.Problem.Pinned}); len(fixed) > 0 {
			return a.fail(ctx, RunErrorFixed, "rule", fixed[0].Rule)
		}
		return a.fail(ctx, RunErrorUnlawful, "rule", breaches[0].Rule)
	}
	draft, err := a.store.SaveOutcome(ctx, a.run, a.number, a.named(plan))
	switch {
	case models.CodeOf(err) == models.CodeRefused:
		return a.fail(ctx, RunErrorUnlawful, "error", err)
	case err != nil:
		return a.unlessOver(err)
	}
	a.log.Info("plan run done", "rota", draft.ID, "planned", len(plan.Occurrences), "unmet", plan.Score.Unmet, "soft", plan.Score.Soft)
	return nil
}

// fail ends the run without a result; detail says why, in the log only.
func (a *attempt) fail(ctx context.Context, code string, detail ...any) error {
	a.log.Error("plan run failed", append([]any{"code", code}, detail...)...)
	return a.unlessOver(a.store.FailPlanRun(ctx, a.run, a.number, code))
}

// unlessOver drops errors that say that nothing is left to do: the run became stale, it is over, somebody else has it, its rota is gone.
func (a *attempt) unlessOver(err error) error {
	switch models.CodeOf(err) {
	case models.CodeStale, models.CodeConflict, models.CodeNotFound:
		a.log.Info("plan run is over", "why", err)
		return nil
	default:
		return err
	}
}

// search returns the best plan found when the run's time is over or somebody stops it. When ctx ends before, it returns an error.
func (a *attempt) search(ctx context.Context, model *planner.Model, input *models.PlanRunInput) (*planner.Plan, error) {
	duration := time.Duration(input.Run.Seconds) * time.Second
	searching, stop := context.WithTimeout(ctx, duration)
	defer stop()
	began := a.options.Now()
	progress := func(planned int, score planner.Score) *models.RunProgress {
		return &models.RunProgress{Elapsed: a.options.Now().Sub(began), Planned: planned, Unmet: score.Unmet, Soft: score.Soft}
	}
	var latest atomic.Pointer[models.RunProgress]
	best := &bestPlan{every: showEvery, now: a.options.Now}
	latest.Store(progress(len(input.Start.Occurrences), planner.Evaluate(model, &input.Start).Score))
	if err := a.tell(ctx, *latest.Load(), stop); err != nil {
		return nil, err
	}
	reported := make(chan error, 1)
	go func() { reported <- a.report(ctx, searching, stop, &latest, best) }()
	steps := int64(0)
	if input.Run.InPlace {
		steps = repairSteps
	}
	plan, stats := search.Solve(searching, model, search.Options{
		Seed: a.options.Seed, Threads: a.options.Threads, Steps: steps, Duration: duration, Now: a.options.Now,
		Start: &input.Start, Scope: search.Scope{OnlyGaps: input.Run.Scope == models.ScopeGaps, Days: input.Run.Days},
		Progress: func(p search.Progress) {
			latest.Store(progress(p.Planned, p.Score))
			best.offer(&p)
		},
	})
	stop()
	if err := <-reported; err != nil {
		return nil, err
	}
	if ctx.Err() != nil {
		return nil, fmt.Errorf("search interrupted: %w", ctx.Err())
	}
	a.log.Debug("search over", "steps", stats.Steps, "elapsed", a.options.Now().Sub(began))
	return plan, a.tell(ctx, *progress(len(plan.Occurrences), *plan.Score), stop)
}

// report writes down the latest progress, and the best plan where there is a new one, again and again until the search is over.
func (a *attempt) report(ctx, searching context.Context, stop context.CancelFunc, latest *atomic.Pointer[models.RunProgress], best *bestPlan) error {
	ticker := time.NewTicker(reportEvery)
	defer ticker.Stop()
	for {
		select {
		case <-searching.Done():
			return nil
		case <-ticker.C:
		}
		if err := a.tell(ctx, *latest.Load(), stop); err != nil {
			return err
		}
		if plan := best.take(); plan != nil {
			if err := a.store.ReportBest(ctx, a.run, a.number, a.named(plan)); err != nil && ctx.Err() == nil {
				a.log.Error("the best plan so far could not be written", "error", err)
			}
		}
	}
}

// tell writes down progress, and stops the search when somebody asks for it. It returns an error, and stops the search too, when the run is no
// longer this attempt's. A database that does not answer for a while stops nothing.
func (a *attempt) tell(ctx context.Context, progress models.RunProgress, stop context.CancelFunc) error {
	stopRequested, err := a.store.ReportProgress(ctx, a.run, a.number, progress)
	switch {
	case models.CodeOf(err) != "":
		stop()
		return err
	case err != nil && ctx.Err() == nil:
		a.log.Error("progress of a plan run could not be written", "error", err)
	case stopRequested:
		stop()
	}
	return nil
}
