package models

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// PlanRunArguments are the arguments of a job of [JobKindPlanRun].
type PlanRunArguments struct {
	RunID string `json:"run_id"`
}

// The codes of failed runs that the store itself gives.
const (
	RunErrorCrashed = "crashed" // every worker that took it died
	RunErrorStale   = "stale"   // the rota or the records moved
)

// How long a run may search, in seconds.
const (
	shortestRun = 1
	longestRun  = 300
)

// longestCurve bounds the points kept of a run's progress.
const longestCurve = 400

// RunRequest is what a plan is asked for with. Teams, people and days narrow what may change; what is missing may be planned with anybody, on the
// days if there are any.
type RunRequest struct {
	Scope         RunScope
	Seconds       int
	Goals         planner.Goals
	Teams, People []string
	Days          []int // 0 for Monday
}

// CreatePlanRun asks for a plan made from a draft: the run and its job, or neither. While one is under way for the draft another is a conflict.
func (s *Store) CreatePlanRun(ctx context.Context, actor Actor, rotaID string, request RunRequest) (PlanRun, error) {
	if _, err := s.allow(actor, ResourcePlanRun, ActionChange); err != nil {
		return PlanRun{}, err
	}
	var run PlanRun
	err := s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		state, err := s.loadRota(ctx, tx, actor, rotaID)
		if err != nil {
			return err
		}
		if state.rota.State != RotaDraft {
			return Conflict("rota.not_a_draft", nil)
		}
		if err := state.week.validRun(&request); err != nil {
			return err
		}
		running, err := tx.NewSelect().Model((*PlanRun)(nil)).Where("rota_id = ?", rotaID).Where("state IN (?)", bun.List([]PlanRunState{RunQueued, RunRunning})).Exists(ctx)
		if err != nil {
			return err
		}
		if running {
			return Conflict("plan_run.already_running", nil)
		}
		run, err = state.requestRun(ctx, tx, now, actor, request, false)
		return err
	})
	return run, err
}

// requestRun writes a run on the rota and its job.
func (r *rotaState) requestRun(ctx context.Context, tx bun.IDB, now time.Time, actor Actor, request RunRequest, inPlace bool) (PlanRun, error) {
	run := PlanRun{
		ID: NewID(), FacilityID: r.rota.FacilityID, RotaID: r.rota.ID, RotaRevision: r.rota.Revision,
		InputRevision: r.week.house.Facility.Revision, Scope: request.Scope, Seconds: request.Seconds, InPlace: inPlace, State: RunQueued,
		Goals: request.Goals, Teams: listOf(request.Teams), People: listOf(request.People), Days: listOrEmpty(request.Days),
		Planned: len(r.occurrences) + len(r.week.problem.Pinned), Wanted: r.week.wanted(),
		Curve: [][2]int{}, CreatedBy: actor.AccountID, CreatedAt: now,
	}
	if _, err := tx.NewInsert().Model(&run).Exec(ctx); err != nil {
		return run, err
	}
	if err := enqueue(ctx, tx, now, JobKindPlanRun, PlanRunArguments{RunID: run.ID}, nil, now); err != nil {
		return run, err
	}
	return run, record(ctx, tx, now, actor, AuditCreate, ResourcePlanRun, run.ID, string(request.Scope))
}

// validRun refuses a request that names nothing of the week, all that is wrong at once.
func (w *compiledWeek) validRun(request *RunRequest) error {
	var checks fieldChecks
	oneOf(&checks, "scope", request.Scope, ScopeGaps, ScopeImprove, ScopeAll)
	checks.within("seconds", request.Seconds, shortestRun, longestRun)
	checks.goals("goals", &request.Goals)
	for i, team := range request.Teams {
		if !slices.ContainsFunc(w.problem.Teams, func(t planner.Team) bool { return t.ID == team }) {
			checks.add(indexed("teams", i), keyUnknownID, nil)
		}
	}
	for i, person := range request.People {
		if _, known := w.model.ProfessionalIndex(person); !known {
			checks.add(indexed("people", i), keyUnknownID, nil)
		}
	}
	for i, day := range request.Days {
		checks.within(indexed("days", i), day, 0, w.problem.Days-1)
	}
	return checks.error()
}

// ReadPlanRun returns a run as it stands.
func (s *Store) ReadPlanRun(ctx context.Context, actor Actor, id string) (PlanRun, error) {
	if _, err := s.allow(actor, ResourcePlanRun, ActionRead); err != nil {
		return PlanRun{}, err
	}
	var run PlanRun
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		var err error
		run, err = findRun(ctx, tx, actor.FacilityID, id)
		return err
	})
	return run, err
}

func findRun(ctx context.Context, tx bun.IDB, facilityID, id string) (PlanRun, error) {
	if !plainID(id) {
		return PlanRun{}, NotFound(ResourcePlanRun)
	}
	run := PlanRun{ID: id}
	err := tx.NewSelect().Model(&run).WherePK().Where("facility_id = ?", facilityID).Scan(ctx)
	return run, notFoundOr(ResourcePlanRun, err)
}

// RequestStop asks a run to end and keep what it has. A run that is over stays as it is.
func (s *Store) RequestStop(ctx context.Context, actor Actor, id string) (PlanRun, error) {
	if _, err := s.allow(actor, ResourcePlanRun, ActionChange); err != nil {
		return PlanRun{}, err
	}
	var run PlanRun
	err := s.write(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		var err error
		if run, err = findRun(ctx, tx, actor.FacilityID, id); err != nil || run.over() {
			return err
		}
		run.StopRequested = true
		_, err = tx.NewUpdate().Model(&run).Column("stop_requested").WherePK().Exec(ctx)
		return err
	})
	return run, err
}

// over reports whether a run has ended, well or not.
func (r *PlanRun) over() bool { return r.State != RunQueued && r.State != RunRunning }

// abandonRun fails the run of a job that nobody will do any more.
func abandonRun(ctx context.Context, tx bun.IDB, now time.Time, job *Job) error {
	if job.Kind != JobKindPlanRun {
		return nil
	}
	var arguments PlanRunArguments
	if err := json.Unmarshal(job.Arguments, &arguments); err != nil {
		return fmt.Errorf("arguments of job %s: %w", job.ID, err)
	}
	if err := forgetBest(ctx, tx, arguments.RunID); err != nil {
		return err
	}
	_, err := tx.NewUpdate().Model((*PlanRun)(nil)).Set("state = ?", RunFailed).Set("error_code = ?", RunErrorCrashed).Set("finished_at = ?", now).
		Where("id = ?", arguments.RunID).Where("state IN (?)", bun.List([]PlanRunState{RunQueued, RunRunning})).Exec(ctx)
	return err
}

// RunProgress is what a run has reached so far.
type RunProgress struct {
	Elapsed time.Duration
	Planned int
	Unmet   int64
	Soft    int64
}

// ReportProgress writes down what an attempt has reached and reports whether it should stop. It is a conflict when a later attempt has taken
// the run over, or the run is over.
func (s *Store) ReportProgress(ctx context.Context, id string, attempt int, progress RunProgress) (stopRequested bool, err error) {
	err = s.writeAside(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		run, err := attemptOf(ctx, tx, id, attempt)
		if err != nil {
			return err
		}
		stopRequested = run.StopRequested
		last := len(run.Curve) - 1
		rose := last < 0 || run.Curve[last][1] != progress.Planned
		if !rose && run.Planned == progress.Planned && run.Unmet == progress.Unmet && run.Soft == progress.Soft {
			return nil // asked often, written seldom
		}
		if rose && len(run.Curve) < longestCurve {
			run.Curve = append(run.Curve, [2]int{int(progress.Elapsed.Milliseconds()), progress.Planned})
		}
		run.Planned, run.Unmet, run.Soft = progress.Planned, progress.Unmet, progress.Soft
		_, err = tx.NewUpdate().Model(&run).Column("planned", "unmet", "soft", "curve").WherePK().Where("attempt = ?", attempt).Exec(ctx)
		return err
	})
	return stopRequested, err
}

// attemptOf reads a run that is under way in this very attempt.
func attemptOf(ctx context.Context, tx bun.IDB, id string, attempt int) (PlanRun, error) {
	run := PlanRun{ID: id}
	if err := tx.NewSelect().Model(&run).WherePK().Scan(ctx); err != nil {
		return run, notFoundOr(ResourcePlanRun, err)
	}
	if run.State != RunRunning || run.Attempt != attempt {
		return run, Conflict("plan_run.taken_over", nil)
	}
	return run, nil
}

// FailPlanRun ends an attempt's run without a result. Code names why.
func (s *Store) FailPlanRun(ctx context.Context, id string, attempt int, code string) error {
	return s.writeAside(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		run, err := attemptOf(ctx, tx, id, attempt)
		if err != nil {
			return err
		}
		return run.end(ctx, tx, now, RunFailed, code)
	})
}

func (r *PlanRun) end(ctx context.Context, tx bun.IDB, now time.Time, state PlanRunState, code string) error {
	r.State, r.ErrorCode, r.FinishedAt = state, code, &now
	if err := forgetBest(ctx, tx, r.ID); err != nil {
		return err
	}
	_, err := tx.NewUpdate().Model(r).Column("state", "error_code", "finished_at", "planned", "unmet", "soft", "result_rota_id").WherePK().Exec(ctx)
	return err
}
