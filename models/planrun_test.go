package models_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
	"github.com/maillage-dime/maillage/planner"
)

func (w *rotaWorld) run(rotaID string, scope models.RunScope) models.PlanRun {
	w.t.Helper()
	run, err := w.CreatePlanRun(w.t.Context(), w.manager, rotaID, models.RunRequest{Scope: scope, Seconds: 10})
	w.must(err)
	return run
}

// place returns the occurrence that a set would make.
func (w *rotaWorld) place(rotaID string, op models.Operation) planner.Occurrence {
	w.t.Helper()
	checked, err := w.CheckOperation(w.t.Context(), w.manager, rotaID, op)
	w.must(err)
	o := checked.Occurrence
	return planner.Occurrence{Activity: o.ActivityID, Occurrence: o.Occurrence, Start: o.Start, Staff: o.Staff, Attendees: o.Attendees, Place: o.PlaceID, Room: o.RoomID}
}

func TestPlanRun(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		_, err := w.CreatePartnerMeeting(ctx, w.manager, essAt("2026-11-24", 14*60, "anna"))
		w.must(err)
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "anna"), set(w.needOmar, 0, at(0, 9, 0), "bruno"))
		w.apply(draft.ID, models.Operation{Kind: models.OperationLock, Activity: w.needLina})
		run := w.run(draft.ID, models.ScopeImprove)
		if run.State != models.RunQueued || run.Planned != 3 || run.Wanted != 8 {
			t.Fatalf("run %+v", run)
		}
		_, err = w.CreatePlanRun(ctx, w.manager, draft.ID, models.RunRequest{Scope: models.ScopeAll, Seconds: 10})
		w.wantCode(err, models.CodeConflict)

		job, err := w.ClaimJob(ctx, "one", []string{models.JobKindPlanRun}, lease)
		w.must(err)
		var arguments models.PlanRunArguments
		w.must(json.Unmarshal(job.Arguments, &arguments))
		if arguments.RunID != run.ID {
			t.Fatalf("the job is for %q", arguments.RunID)
		}
		input, err := w.LoadPlanRun(ctx, run.ID, job.Attempt)
		w.must(err)
		if len(input.Problem.Pinned) != 2 || len(input.Start.Occurrences) != 3 || input.Run.State != models.RunRunning {
			t.Fatalf("%d pinned, start of %d", len(input.Problem.Pinned), len(input.Start.Occurrences))
		}
		stop, err := w.ReportProgress(ctx, run.ID, 1, models.RunProgress{Elapsed: time.Second, Planned: 4, Unmet: 100, Soft: 7})
		w.must(err)
		if stop {
			t.Fatal("nobody asked to stop")
		}
		_, err = w.RequestStop(ctx, w.manager, run.ID)
		w.must(err)
		if stop, err = w.ReportProgress(ctx, run.ID, 1, models.RunProgress{Elapsed: 2 * time.Second, Planned: 4}); err != nil || !stop {
			t.Fatalf("stop not honoured: %v %v", stop, err)
		}
		plan := input.Start
		plan.Occurrences = append(plan.Occurrences, w.place(draft.ID, set(w.needSpeech, 0, at(1, 10, 0))))
		result, err := w.SaveOutcome(ctx, run.ID, 1, &plan)
		w.must(err)
		view := w.read(result.ID)
		locked := slices.IndexFunc(view.Occurrences, func(o models.RotaOccurrence) bool { return o.ActivityID == w.needLina })
		if len(view.Occurrences) != 4 || !view.Occurrences[locked].Locked || *result.BasedOnID != draft.ID || result.Number != 2 {
			t.Fatalf("result %+v: %v", result, planned(view))
		}
		run, err = w.ReadPlanRun(ctx, w.manager, run.ID)
		w.must(err)
		if run.State != models.RunDone || *run.ResultRotaID != result.ID || run.Planned != 4 || len(run.Curve) != 1 || run.Curve[0] != [2]int{1000, 4} {
			t.Fatalf("run %+v", run)
		}
		if _, err = w.SaveOutcome(ctx, run.ID, 1, &plan); models.CodeOf(err) != models.CodeConflict {
			t.Fatalf("saved twice: %v", err)
		}
		w.run(draft.ID, models.ScopeAll)
	})
}

func TestRunScopesPinWhatTheyMayNotTouch(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		for _, want := range []struct {
			scope         models.RunScope
			pinned, start int
		}{{models.ScopeGaps, 2, 2}, {models.ScopeImprove, 1, 2}, {models.ScopeAll, 1, 1}} {
			draft := w.draft()
			w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "anna"), set(w.needOmar, 0, at(0, 9, 0), "bruno"))
			w.apply(draft.ID, models.Operation{Kind: models.OperationLock, Activity: w.needLina})
			input, err := w.LoadPlanRun(t.Context(), w.run(draft.ID, want.scope).ID, 1)
			w.must(err)
			if len(input.Problem.Pinned) != want.pinned || len(input.Start.Occurrences) != want.start {
				t.Errorf("%s pins %d and starts from %d", want.scope, len(input.Problem.Pinned), len(input.Start.Occurrences))
			}
		}
	})
}

func TestLockedThingsThatCannotStandAreNotPinned(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "anna"))
		w.apply(draft.ID, models.Operation{Kind: models.OperationLock, Activity: w.needLina})
		w.absent("anna", "2026-11-23", "2026-11-23")
		run := w.run(draft.ID, models.ScopeGaps)
		input, err := w.LoadPlanRun(t.Context(), run.ID, 1)
		w.must(err)
		if len(input.Problem.Pinned) > 0 || len(input.Start.Occurrences) > 0 {
			t.Fatalf("pinned %v", input.Problem.Pinned)
		}
		plan := input.Start
		plan.Occurrences = []planner.Occurrence{w.place(draft.ID, set(w.needOmar, 0, at(0, 9, 0)))}
		result, err := w.SaveOutcome(t.Context(), run.ID, 1, &plan)
		w.must(err)
		if view := w.read(result.ID); view.Occurrences[0].Locked {
			t.Fatal("a lock appeared from nowhere")
		}
	})
}

func TestARunWhoseInputsMovedIsStale(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		for name, move := range map[string]func(rotaID string){
			"the rota":    func(rotaID string) { w.apply(rotaID, set(w.needLina, 0, at(0, 9, 0))) },
			"the records": func(string) { w.absent("carla", "2026-11-23", "2026-11-23") },
		} {
			for _, late := range []bool{false, true} {
				draft := w.draft()
				run := w.run(draft.ID, models.ScopeAll)
				var input models.PlanRunInput
				var err error
				if late {
					input, err = w.LoadPlanRun(t.Context(), run.ID, 1)
					w.must(err)
				}
				move(draft.ID)
				if late {
					_, err = w.SaveOutcome(t.Context(), run.ID, 1, &input.Start)
				} else {
					_, err = w.LoadPlanRun(t.Context(), run.ID, 1)
				}
				w.wantCode(err, models.CodeStale)
				if run, err = w.ReadPlanRun(t.Context(), w.manager, run.ID); err != nil || run.State != models.RunStale || run.ResultRotaID != nil {
					t.Fatalf("%s moved: run %+v", name, run)
				}
			}
		}
		overview, err := w.WeekView(t.Context(), w.manager, week48)
		w.must(err)
		if len(overview.Drafts) != 4 {
			t.Fatalf("%d drafts: a stale run wrote one", len(overview.Drafts))
		}
	})
}

func TestAnUnlawfulOutcomeIsRefused(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		run := w.run(draft.ID, models.ScopeAll)
		input, err := w.LoadPlanRun(t.Context(), run.ID, 1)
		w.must(err)
		bad := w.place(draft.ID, set(w.needLina, 0, at(0, 7, 0)))
		input.Start.Occurrences = append(input.Start.Occurrences, bad)
		_, err = w.SaveOutcome(t.Context(), run.ID, 1, &input.Start)
		w.wantBreach(err, planner.CodeChildNotAvailable)
		w.must(w.FailPlanRun(t.Context(), run.ID, 1, "unlawful"))
		if run, err = w.ReadPlanRun(t.Context(), w.manager, run.ID); err != nil || run.State != models.RunFailed || run.ErrorCode != "unlawful" {
			t.Fatalf("run %+v", run)
		}
	})
}

func TestARunIsTakenUpAgainAndGivenUpAtLast(t *testing.T) {
	t.Parallel()
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		clock := &tickingClock{now: storetest.Start}
		w := newRotaWorld(t, storetest.Open(t, dsn, models.Options{Now: clock.Now}))
		run := w.run(w.draft().ID, models.ScopeAll)
		for attempt := 1; attempt <= 5; attempt++ {
			job, err := w.ClaimJob(t.Context(), "dies", []string{models.JobKindPlanRun}, lease)
			w.must(err)
			if job == nil || job.Attempt != attempt {
				t.Fatalf("attempt %d: job %+v", attempt, job)
			}
			_, err = w.LoadPlanRun(t.Context(), run.ID, job.Attempt)
			w.must(err)
			if attempt > 1 {
				_, err = w.ReportProgress(t.Context(), run.ID, attempt-1, models.RunProgress{})
				w.wantCode(err, models.CodeConflict)
			}
			clock.now = clock.now.Add(lease + time.Second)
		}
		if job, err := w.ClaimJob(t.Context(), "dies", []string{models.JobKindPlanRun}, lease); err != nil || job != nil {
			t.Fatalf("job %+v, %v", job, err)
		}
		run, err := w.ReadPlanRun(t.Context(), w.manager, run.ID)
		w.must(err)
		if run.State != models.RunFailed || run.ErrorCode != models.RunErrorCrashed {
			t.Fatalf("run %+v", run)
		}
	})
}

func TestRunsThatCannotBe(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		for _, try := range []struct {
			scope   models.RunScope
			seconds int
		}{{"everything", 10}, {models.ScopeAll, 0}, {models.ScopeAll, 301}} {
			_, err := w.CreatePlanRun(t.Context(), w.manager, draft.ID, models.RunRequest{Scope: try.scope, Seconds: try.seconds})
			w.wantCode(err, models.CodeInvalid)
		}
		_, err := w.CreatePlanRun(t.Context(), w.coordinator, draft.ID, models.RunRequest{Scope: models.ScopeAll, Seconds: 10})
		w.wantCode(err, models.CodeForbidden)
		_, err = w.ReadPlanRun(t.Context(), w.manager, "nothing")
		w.wantCode(err, models.CodeNotFound)
		w.publish(draft.ID)
		_, err = w.CreatePlanRun(t.Context(), w.manager, draft.ID, models.RunRequest{Scope: models.ScopeAll, Seconds: 10})
		w.wantCode(err, models.CodeConflict)
	})
}
