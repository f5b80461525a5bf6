package planner_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/planner"
)

func TestCompareTellsWhomAChangeConcerns(t *testing.T) {
	t.Parallel()
	p, before := smallHouse()
	before.Occurrences = append(before.Occurrences, writing(0, day(3)+9*hour))
	after := with(before, before.Occurrences[0])
	after.Occurrences[len(after.Occurrences)-1].Staff = []string{"bob"} // the visit
	play := before.Occurrences[1]
	play.Start += hour
	after = without(with(after, play), planner.Ref{Activity: "writing"})
	after.Occurrences = append(after.Occurrences, planner.Occurrence{Activity: "call", Start: day(4) + 9*hour, Staff: []string{"bob"}})
	model := compiled(t, p)
	found := planner.Compare(model, before, after)
	expected := planner.Comparison{
		Changes: planner.Diff(before, after), Before: planner.Evaluate(model, before).Score, After: planner.Evaluate(model, after).Score,
		Terms:         changes(planner.Evaluate(model, before).Score, planner.Evaluate(model, after).Score),
		Children:      []planner.Concern{{ID: "zoe", Moved: 1, Restaffed: 1}},
		Professionals: []planner.Concern{{ID: "ada", Removed: 2, Moved: 1}, {ID: "bob", Added: 2}},
		Teams:         []planner.Concern{{ID: "near", Added: 1, Removed: 1, Moved: 1, Restaffed: 1}},
	}
	if diff := cmp.Diff(expected, found); diff != "" {
		t.Errorf("expected (-), found (+):\n%s", diff)
	}
	if len(found.Terms) == 0 {
		t.Errorf("nothing changes: %+v", found)
	}
}
