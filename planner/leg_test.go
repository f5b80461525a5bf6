package planner_test

import (
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

// Legs are those the board knows one by one, and nobody who stays where they are has one.
func TestLegsAgreeWithTheBoard(t *testing.T) {
	t.Parallel()
	found := 0
	for name, c := range readCases(t) {
		model, err := planner.Compile(c.Problem)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		legs, board := planner.Legs(model, c.Plan), planner.NewBoard(model, c.Plan)
		for _, o := range c.Plan.Occurrences {
			known := map[string]int{}
			for _, leg := range legs[o.Ref()] {
				known[leg.Professional] = leg.Minutes
				found++
			}
			for _, person := range c.Problem.Professionals {
				if minutes, _ := board.TravelBefore(o.Ref(), person.ID); minutes != known[person.ID] {
					t.Errorf("%s: %v of %s takes %d minutes, the board says %d", name, o.Ref(), person.ID, known[person.ID], minutes)
				}
			}
		}
	}
	if found == 0 {
		t.Fatal("nobody travels in any case")
	}
}
