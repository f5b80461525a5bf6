package planner_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/planner"
)

func TestDiff(t *testing.T) {
	t.Parallel()
	_, before := smallHouse()
	before.Occurrences = append(before.Occurrences,
		writing(0, day(3)), writing(1, day(4)), writing(2, day(5)),
		planner.Occurrence{Activity: "group", Start: day(5), Staff: []string{"ada", "bob"}, Attendees: []string{"x", "y"}, Place: new("house"), Room: new("red")})
	_, after := smallHouse()
	after.Occurrences[0].Staff = []string{"bob"}
	after.Occurrences[1].Room, after.Occurrences[1].Staff = new("red"), []string{"bob"}
	after.Occurrences = append(after.Occurrences,
		writing(2, day(5)), writing(3, day(6)), writing(0, day(3)+15),
		planner.Occurrence{Activity: "group", Start: day(5), Staff: []string{"bob", "ada"}, Attendees: []string{"y", "x"}, Place: new("house"), Room: new("red")})
	type summary struct {
		Kind       planner.ChangeKind
		Activity   string
		Occurrence int
	}
	var found []summary
	for _, change := range planner.Diff(before, after) {
		found = append(found, summary{change.Kind, change.Ref().Activity, change.Ref().Occurrence})
		if (change.Before == nil) != (change.Kind == planner.Added) || (change.After == nil) != (change.Kind == planner.Removed) {
			t.Errorf("%+v", change)
		}
	}
	expected := []summary{
		{planner.Moved, "play", 0},
		{planner.Restaffed, "visit", 0},
		{planner.Moved, "writing", 0},
		{planner.Removed, "writing", 1},
		{planner.Added, "writing", 3},
	}
	if diff := cmp.Diff(expected, found); diff != "" {
		t.Errorf("expected (-), found (+):\n%s", diff)
	}
	if changes := planner.Diff(before, before); len(changes) != 0 {
		t.Errorf("a plan differs from itself: %+v", changes)
	}
}
