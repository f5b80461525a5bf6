package models_test

import (
	"slices"
	"testing"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

// begin asks for a run and begins it, as a worker does.
func (w *rotaWorld) begin(rotaID string, request models.RunRequest) models.PlanRunInput {
	w.t.Helper()
	request.Seconds = 10
	run := kept(w.CreatePlanRun(w.t.Context(), w.manager, rotaID, request))
	return kept(w.LoadPlanRun(w.t.Context(), run.ID, 1))
}

func TestARunTouchesOnlyWhatItIsAskedFor(t *testing.T) {
	for name, try := range map[string]struct {
		request models.RunRequest
		free    []string // what may change
	}{
		"everything":        {models.RunRequest{Scope: models.ScopeImprove}, []string{"need-group", "need-lina", "need-omar", "need-speech"}},
		"gaps only":         {models.RunRequest{Scope: models.ScopeGaps, Teams: []string{"team-aj"}}, nil},
		"one day":           {models.RunRequest{Scope: models.ScopeImprove, Days: []int{0}}, []string{"need-lina", "need-omar"}},
		"one team":          {models.RunRequest{Scope: models.ScopeAll, Teams: []string{"team-all"}}, []string{"need-speech"}},
		"one person":        {models.RunRequest{Scope: models.ScopeAll, People: []string{"bruno"}}, []string{"need-omar"}},
		"a person, one day": {models.RunRequest{Scope: models.ScopeAll, People: []string{"anna"}, Days: []int{2}}, []string{"need-group"}},
	} {
		t.Run(name, func(t *testing.T) {
			eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
				draft := w.draft()
				w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "anna"), set(w.needOmar, 0, at(0, 9, 0), "bruno"), set(w.needSpeech, 0, at(1, 10, 0), "carla"), set("need-group", 0, at(2, 9, 0), "anna"))
				input := w.begin(draft.ID, try.request)
				free := []string{"need-group", "need-lina", "need-omar", "need-speech"}
				for _, pinned := range input.Problem.Pinned {
					free = slices.DeleteFunc(free, func(id string) bool { return id == pinned.Activity })
				}
				if !slices.Equal(free, try.free) {
					t.Errorf("free are %v, want %v", free, try.free)
				}
				if try.request.Scope == models.ScopeAll && len(input.Start.Occurrences) != len(input.Problem.Pinned) {
					t.Errorf("a run for all starts with %d occurrences, %d of them pinned", len(input.Start.Occurrences), len(input.Problem.Pinned))
				}
			})
		})
	}
}

func TestARunCaresForItsGoals(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		goals := planner.Goals{FewTrips: 2, FewChanges: -1}
		input := w.begin(w.draft().ID, models.RunRequest{Scope: models.ScopeAll, Goals: goals})
		if input.Problem.Weights != goals.Weights() || input.Run.Goals != goals {
			t.Fatalf("weights %v of goals %+v", input.Problem.Weights, input.Run.Goals)
		}
	})
}

func TestARunForWhatIsNotThereIsRefused(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		for name, request := range map[string]models.RunRequest{
			"a team of nobody":  {Teams: []string{"team-x"}},
			"somebody unknown":  {People: []string{"dora"}},
			"a day after all":   {Days: []int{7}},
			"a goal beyond all": {Goals: planner.Goals{FewTrips: 3}},
		} {
			request.Scope, request.Seconds = models.ScopeAll, 10
			_, err := w.CreatePlanRun(t.Context(), w.manager, draft.ID, request)
			if models.CodeOf(err) != models.CodeInvalid {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestTheBestPlanOfARunIsShownWhileItRuns(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		draft := w.draft()
		lina := w.place(draft.ID, set(w.needLina, 0, at(0, 9, 0), "anna"))
		input := w.begin(draft.ID, models.RunRequest{Scope: models.ScopeAll})
		id := input.Run.ID
		if best := kept(w.ReadRunBest(ctx, w.manager, id)); best.Planned != 0 || len(best.Occurrences) != 0 {
			t.Fatalf("before the first: %+v", best)
		}
		plan := &planner.Plan{Occurrences: []planner.Occurrence{lina}}
		for range 2 {
			w.must(w.ReportBest(ctx, id, 1, plan))
		}
		if best := kept(w.ReadRunBest(ctx, w.manager, id)); best.Planned != 1 || best.Occurrences[0].Start != at(0, 9, 0) {
			t.Fatalf("while it runs: %+v", best)
		}
		w.wantCode(w.ReportBest(ctx, id, 2, plan), models.CodeConflict)
		w.must(w.FailPlanRun(ctx, id, 1, "crashed"))
		if best := kept(w.ReadRunBest(ctx, w.manager, id)); len(best.Occurrences) != 0 {
			t.Fatalf("after the end: %+v", best)
		}
	})
}

func TestGoalProfilesAreKeptByName(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		profile := models.GoalProfile{Name: "Peu de route", Goals: planner.Goals{FewTrips: 2}}
		made := kept(w.GoalProfiles().Create(ctx, w.manager, profile))
		_, err := w.GoalProfiles().Create(ctx, w.manager, profile)
		w.wantCode(err, models.CodeConflict)
		_, err = w.GoalProfiles().Create(ctx, w.manager, models.GoalProfile{Name: "Trop", Goals: planner.Goals{SameFaces: -3}})
		w.wantCode(err, models.CodeInvalid)
		listed := kept(w.GoalProfiles().List(ctx, w.manager, false))
		if len(listed) != 1 || listed[0].Record.Goals != profile.Goals {
			t.Fatalf("listed %+v", listed)
		}
		_, err = w.GoalProfiles().Archive(ctx, w.manager, made.ID, made.Version)
		w.must(err)
		w.must(func() error { _, err := w.GoalProfiles().Create(ctx, w.manager, profile); return err }())
	})
}
