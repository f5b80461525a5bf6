package jobs_test

import (
	"slices"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/jobs"
	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

func planRuns(store *models.Store) map[string]jobs.Handler {
	return map[string]jobs.Handler{jobs.KindPlanRun: jobs.PlanRun(store, jobs.PlanRunOptions{Now: time.Now, Threads: 1})}
}

// checkResult fails unless the run made a lawful draft in which all is planned that can be.
func (h *house) checkResult(t *testing.T, run models.PlanRun) *models.RotaView {
	t.Helper()
	if run.ResultRotaID == nil || *run.ResultRotaID == h.draft.ID {
		t.Fatalf("the result of the run is not a new draft: %v", run.ResultRotaID)
	}
	result, err := h.store.ReadRota(t.Context(), h.actor, *run.ResultRotaID)
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Breaches) > 0 {
		t.Errorf("the result breaks rules: %v", result.Breaches)
	}
	if result.Rota.BasedOnID == nil || *result.Rota.BasedOnID != h.draft.ID || result.Rota.State != models.RotaDraft {
		t.Errorf("the result is %+v", result.Rota)
	}
	if len(result.Occurrences) != wanted-1 || run.Planned != wanted-1 || run.Wanted != wanted {
		t.Errorf("%d occurrences in the result, %d of %d planned by the run", len(result.Occurrences), run.Planned, run.Wanted)
	}
	before, err := h.store.ReadRota(t.Context(), h.actor, h.draft.ID)
	if err != nil {
		t.Fatal(err)
	}
	if before.Rota.Revision != h.draft.Revision {
		t.Errorf("the run changed the draft it started from")
	}
	return result
}

func TestPlanRunPlansWhatItCan(t *testing.T) {
	t.Parallel()
	for _, scope := range []models.RunScope{models.ScopeGaps, models.ScopeImprove, models.ScopeAll} {
		storetest.EachDSN(t, func(t *testing.T, dsn string) {
			h := newHouse(t, openStore(t, dsn))
			run := h.propose(t, scope, 1)
			start(t, h.store, planRuns(h.store), jobs.Options{})
			run = h.awaitState(t, run, models.RunDone)
			h.checkResult(t, run)
			if len(run.Curve) < 2 || run.Curve[0][1] != 0 || run.Curve[len(run.Curve)-1][1] != wanted-1 {
				t.Errorf("progress did not rise from nothing to all: %v", run.Curve)
			}
			if !slices.IsSortedFunc(run.Curve, func(a, b [2]int) int { return a[0] - b[0] }) {
				t.Errorf("time runs backwards: %v", run.Curve)
			}
		})
	}
}

// What is locked stays; what a run for the gaps finds planned stays too.
func TestPlanRunKeepsWhatItMayNotChange(t *testing.T) {
	t.Parallel()
	for _, scope := range []models.RunScope{models.ScopeGaps, models.ScopeImprove, models.ScopeAll} {
		t.Run(string(scope), func(t *testing.T) {
			t.Parallel()
			h := newHouse(t, newStore(t))
			start(t, h.store, planRuns(h.store), jobs.Options{})
			first := h.awaitState(t, h.propose(t, models.ScopeAll, 1), models.RunDone)
			view := h.checkResult(t, first)
			kept := view.Occurrences[:1]
			if scope == models.ScopeGaps {
				kept = view.Occurrences[:len(view.Occurrences)-1]
			}
			gap := view.Occurrences[len(view.Occurrences)-1]
			changed, err := h.store.ApplyOperations(t.Context(), h.actor, view.Rota.ID, view.Rota.Revision, []models.Operation{
				{Kind: models.OperationLock, Activity: kept[0].ActivityID, Occurrence: kept[0].Occurrence},
				{Kind: models.OperationUnplan, Activity: gap.ActivityID, Occurrence: gap.Occurrence},
			})
			if err != nil {
				t.Fatal(err)
			}
			h.draft = changed.Rota
			result := h.checkResult(t, h.awaitState(t, h.propose(t, scope, 1), models.RunDone))
			for _, before := range kept {
				after := result.Occurrences[slices.IndexFunc(result.Occurrences, func(o models.RotaOccurrence) bool {
					return o.ActivityID == before.ActivityID && o.Occurrence == before.Occurrence
				})]
				if after.Start != before.Start || !slices.Equal(after.Staff, before.Staff) {
					t.Errorf("%s#%d moved", before.ActivityID, before.Occurrence)
				}
			}
		})
	}
}

// Where one occurrence is otherwise in this week, a run plans the others under the numbers they have, beside it.
func TestPlanRunPlansBesideWhatIsOtherwiseThisWeek(t *testing.T) {
	t.Parallel()
	for _, scope := range []models.RunScope{models.ScopeGaps, models.ScopeImprove, models.ScopeAll} {
		t.Run(string(scope), func(t *testing.T) {
			t.Parallel()
			h := newHouse(t, newStore(t))
			start(t, h.store, planRuns(h.store), jobs.Options{})
			view := h.checkResult(t, h.awaitState(t, h.propose(t, models.ScopeAll, 1), models.RunDone))
			first := view.Occurrences[slices.IndexFunc(view.Occurrences, func(o models.RotaOccurrence) bool { return o.Occurrence == 0 })]
			shorter := 30
			changed, err := h.store.ApplyOperations(t.Context(), h.actor, view.Rota.ID, view.Rota.Revision, []models.Operation{
				{Kind: models.OperationUnplan, Activity: first.ActivityID, Occurrence: 1},
				{Kind: models.OperationResize, Activity: first.ActivityID, Occurrence: 0, Length: &shorter},
			})
			if err != nil {
				t.Fatal(err)
			}
			h.draft = changed.Rota
			result := h.checkResult(t, h.awaitState(t, h.propose(t, scope, 1), models.RunDone))
			numbers := map[string][]int{}
			for _, o := range result.Occurrences {
				numbers[o.ActivityID] = append(numbers[o.ActivityID], o.Occurrence)
			}
			slices.Sort(numbers[first.ActivityID])
			if !slices.Equal(numbers[first.ActivityID], []int{1, 2}) || !slices.Equal(numbers[first.ActivityID+".only-0"], []int{0}) {
				t.Errorf("planned under the numbers %v and %v", numbers[first.ActivityID], numbers[first.ActivityID+".only-0"])
			}
		})
	}
}

// A run of five minutes ends as soon as somebody stops it, and keeps its best plan.
func TestStoppedRunKeepsTheBest(t *testing.T) {
	t.Parallel()
	h := newHouse(t, newStore(t))
	run := h.propose(t, models.ScopeAll, 300)
	start(t, h.store, planRuns(h.store), jobs.Options{})
	until(t, func() bool { return h.read(t, run).Planned == wanted-1 })
	if state := h.read(t, run).State; state != models.RunRunning {
		t.Fatalf("the run is %s before it is stopped", state)
	}
	if _, err := h.store.RequestStop(t.Context(), h.actor, run.ID); err != nil {
		t.Fatal(err)
	}
	h.checkResult(t, h.awaitState(t, run, models.RunDone))
}

func TestRunIsStaleWhenTheDraftMoved(t *testing.T) {
	t.Parallel()
	h := newHouse(t, newStore(t))
	run := h.propose(t, models.ScopeAll, 300)
	start(t, h.store, planRuns(h.store), jobs.Options{})
	h.awaitState(t, run, models.RunRunning)
	h.change(t, 9*60)
	if _, err := h.store.RequestStop(t.Context(), h.actor, run.ID); err != nil {
		t.Fatal(err)
	}
	run = h.awaitState(t, run, models.RunStale)
	if run.ResultRotaID != nil || h.drafts(t) != 1 {
		t.Errorf("a stale run wrote a draft")
	}
}

func TestRunIsStaleWhenTheDraftMovedBeforeItBegan(t *testing.T) {
	t.Parallel()
	h := newHouse(t, newStore(t))
	run := h.propose(t, models.ScopeAll, 300)
	h.change(t, 9*60)
	start(t, h.store, planRuns(h.store), jobs.Options{})
	h.awaitState(t, run, models.RunStale)
	if h.drafts(t) != 1 {
		t.Errorf("a stale run wrote a draft")
	}
}

// change plans one session of the draft by hand.
func (h *house) change(t *testing.T, at int) {
	t.Helper()
	view, err := h.store.ReadRota(t.Context(), h.actor, h.draft.ID)
	if err != nil {
		t.Fatal(err)
	}
	_, err = h.store.ApplyOperations(t.Context(), h.actor, h.draft.ID, h.draft.Revision, []models.Operation{
		{Kind: models.OperationSet, Activity: view.House.Needs[0].ID, Start: &at},
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A meeting was fixed, then its person was promised lunch at that hour: no plan is lawful, none is saved, and the run says so.
func TestUnlawfulPlanIsNotSaved(t *testing.T) {
	t.Parallel()
	h := newHouse(t, newStore(t))
	staff, err := h.store.ListProfessionals(t.Context(), h.actor)
	if err != nil {
		t.Fatal(err)
	}
	_, err = h.store.CreatePartnerMeeting(t.Context(), h.actor, models.NewPartnerMeeting{
		Title: "Synthèse", Required: []string{staff[0].ID}, Duration: 60, Place: &h.place, Date: h.week.Day(1), Start: 12 * 60,
	})
	if err != nil {
		t.Fatal(err)
	}
	staff[0].FirstName, staff[0].LastName = "Prénom", "Nom"
	staff[0].Lunch = &models.LunchBreak{From: 12 * 60, To: 13 * 60, Minutes: 60}
	if _, err := h.store.UpdateProfessional(t.Context(), h.actor, staff[0]); err != nil {
		t.Fatal(err)
	}
	run := h.propose(t, models.ScopeAll, 1)
	start(t, h.store, planRuns(h.store), jobs.Options{})
	run = h.awaitState(t, run, models.RunFailed)
	if run.ErrorCode != jobs.RunErrorFixed || run.ResultRotaID != nil || h.drafts(t) != 1 {
		t.Errorf("the run ended with %q", run.ErrorCode)
	}
}

// A run that its runner leaves is taken up again by the next one.
func TestInterruptedRunIsTakenUpAgain(t *testing.T) {
	t.Parallel()
	h := newHouse(t, newStore(t))
	run := h.propose(t, models.ScopeAll, 2)
	first := start(t, h.store, planRuns(h.store), jobs.Options{})
	h.awaitState(t, run, models.RunRunning)
	stop(t, first)
	if state := h.read(t, run).State; state != models.RunRunning {
		t.Fatalf("the interrupted run is %s", state)
	}
	start(t, h.store, planRuns(h.store), jobs.Options{})
	run = h.awaitState(t, run, models.RunDone)
	if run.Attempt != 2 {
		t.Errorf("attempt %d", run.Attempt)
	}
	h.checkResult(t, run)
}

// A run whose job is given up says that it failed: nobody waits for ever.
func TestGivenUpRunHasFailed(t *testing.T) {
	t.Parallel()
	now := time.Now()
	h := newHouse(t, storetest.Open(t, storetest.SQLiteDSN(t), models.Options{Now: func() time.Time { return now }}))
	run := h.propose(t, models.ScopeAll, 1)
	for h.read(t, run).State == models.RunQueued {
		job, err := h.store.ClaimJob(t.Context(), "test", []string{jobs.KindPlanRun}, time.Minute)
		if err != nil || job == nil {
			t.Fatalf("the job is gone and the run waits: %v", err)
		}
		if err := h.store.FailJob(t.Context(), job, "no"); err != nil {
			t.Fatal(err)
		}
		now = now.Add(time.Hour)
	}
	if run = h.read(t, run); run.State != models.RunFailed || run.ErrorCode != models.RunErrorCrashed {
		t.Errorf("the run is %s (%s)", run.State, run.ErrorCode)
	}
}

// While a run is under way the best plan so far can be looked at; afterwards its draft can.
func TestPlanRunShowsItsBestPlan(t *testing.T) {
	t.Parallel()
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		h := newHouse(t, openStore(t, dsn))
		run := h.propose(t, models.ScopeAll, 60)
		start(t, h.store, planRuns(h.store), jobs.Options{})
		best := func() models.RunBest {
			best, err := h.store.ReadRunBest(t.Context(), h.actor, run.ID)
			if err != nil {
				t.Fatal(err)
			}
			return best
		}
		until(t, func() bool { return best().Planned > 0 })
		if _, err := h.store.RequestStop(t.Context(), h.actor, run.ID); err != nil {
			t.Fatal(err)
		}
		h.awaitState(t, run, models.RunDone)
		if left := best(); left.Planned != 0 {
			t.Errorf("%d occurrences are still shown", left.Planned)
		}
	})
}
