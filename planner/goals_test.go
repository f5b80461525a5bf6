package planner_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/maillage-dime/maillage/planner"
)

func TestUsualGoalsAreTheDefaultWeights(t *testing.T) {
	t.Parallel()
	if got := (planner.Goals{}).Weights(); got != planner.DefaultWeights() {
		t.Fatalf("weights %v", got)
	}
}

// A goal doubles or halves its own terms beside all others, exactly.
func TestAGoalWeighsItsTermsAndNoOther(t *testing.T) {
	t.Parallel()
	usual := planner.DefaultWeights()
	for _, goal := range []struct {
		name  string
		goals func(step int) planner.Goals
		terms []planner.Term
	}{
		{"same faces", func(s int) planner.Goals { return planner.Goals{SameFaces: s} }, []planner.Term{planner.TermNotPreferred, planner.TermStaffChange, planner.TermFragmentation}},
		{"few trips", func(s int) planner.Goals { return planner.Goals{FewTrips: s} }, []planner.Term{planner.TermTravel}},
		{"balanced days", func(s int) planner.Goals { return planner.Goals{BalancedDays: s} }, []planner.Term{planner.TermCrowdedDay, planner.TermOverload}},
		{"wished hours", func(s int) planner.Goals { return planner.Goals{WishedHours: s} }, []planner.Term{planner.TermWindow}},
		{"few changes", func(s int) planner.Goals { return planner.Goals{FewChanges: s} }, []planner.Term{planner.TermMoved, planner.TermRestaffed}},
	} {
		for step, quarters := range map[int]int64{-9: 1, -2: 1, -1: 2, 1: 8, 2: 16, 9: 16} {
			weights := goal.goals(step).Weights()
			for term := range planner.TermCount {
				want := 4 * usual[term]
				for _, own := range goal.terms {
					if term == own {
						want = quarters * usual[term]
					}
				}
				if weights[term] != want {
					t.Errorf("%s %d: %s weighs %d, want %d", goal.name, step, term, weights[term], want)
				}
			}
		}
	}
}

// However goals are set, a problem stays valid: no cost can leave its bounds that could not before.
func TestGoalsKeepProblemsValid(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		step := rapid.IntRange(planner.LeastGoal, planner.MostGoal)
		goals := planner.Goals{step.Draw(t, "faces"), step.Draw(t, "trips"), step.Draw(t, "days"), step.Draw(t, "hours"), step.Draw(t, "changes")}
		problem, _ := smallHouse()
		problem.Weights = goals.Weights()
		if _, err := planner.Compile(problem); err != nil {
			t.Fatalf("%+v: %v", goals, err)
		}
	})
}
