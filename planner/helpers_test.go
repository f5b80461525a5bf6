package planner_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

// generated returns a week of the test data with its plan.
func generated(t testing.TB, name string) (*planner.Model, *planner.Plan) {
	t.Helper()
	p, err := planner.ReadProblem(bytes.NewReader(testFile(t, "generated/"+name+".problem.json")))
	if err != nil {
		t.Fatal(err)
	}
	plan, err := planner.ReadPlan(bytes.NewReader(testFile(t, "generated/"+name+".plan.json")))
	if err != nil {
		t.Fatal(err)
	}
	return compiled(t, p), plan
}

// testFile returns a file of the test data, which may be there compressed.
func testFile(t testing.TB, name string) []byte {
	t.Helper()
	content, err := os.ReadFile("testdata/" + name)
	if err == nil {
		return content
	}
	file, err := os.Open("testdata/" + name + ".gz")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	content, err = io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// lawfulCases returns the cases whose plan breaks no rule, and the generated week of eight children.
func lawfulCases(t testing.TB) (models []*planner.Model, plans []*planner.Plan) {
	t.Helper()
	for _, c := range readCases(t) {
		if c.Expected.Hard == 0 {
			models, plans = append(models, compiled(t, c.Problem)), append(plans, c.Plan)
		}
	}
	model, plan := generated(t, "children-8")
	return append(models, model), append(plans, plan)
}

// with returns the plan with the occurrence in it, in place of its former self.
func with(plan *planner.Plan, o planner.Occurrence) *planner.Plan {
	changed := without(plan, o.Ref())
	changed.Occurrences = append(changed.Occurrences, o)
	return changed
}

// without returns the plan without an occurrence.
func without(plan *planner.Plan, ref planner.Ref) *planner.Plan {
	changed := *plan
	changed.Occurrences = slices.DeleteFunc(slices.Clone(plan.Occurrences), func(o planner.Occurrence) bool { return o.Ref() == ref })
	return &changed
}

// lawfullyWithout returns the plan without an occurrence, or as it is where taking it out breaks a rule: a way becomes too long, a lunch too
// late.
func lawfullyWithout(m *planner.Model, plan *planner.Plan, ref planner.Ref) *planner.Plan {
	if shorter := without(plan, ref); planner.Evaluate(m, shorter).Score.Hard == 0 {
		return shorter
	}
	return plan
}

// somewhereElse returns an occurrence like o at a random place, hour and with random people, most of what would make it lawful kept.
func somewhereElse(m *planner.Model, o planner.Occurrence, random *rand.Rand) planner.Occurrence {
	p := m.Problem
	activity, _ := m.ActivityIndex(o.Activity)
	o.Staff, o.Attendees = slices.Clone(o.Staff), slices.Clone(o.Attendees)
	if random.IntN(4) > 0 {
		o.Start = max(0, o.Start+p.Grid*(random.IntN(33)-16)+planner.DayMinutes*(random.IntN(3)-1))
	}
	if random.IntN(3) == 0 {
		for seat := range o.Staff {
			if eligible := m.Eligible[activity][seat]; len(eligible) > 0 {
				o.Staff[seat] = p.Professionals[eligible[random.IntN(len(eligible))]].ID
			}
		}
	}
	if places := m.Places[activity]; len(places) > 0 && random.IntN(3) == 0 {
		o.Place = &p.Places[places[random.IntN(len(places))]].ID
	}
	if rooms := m.Rooms[activity]; len(rooms) > 0 && random.IntN(3) == 0 {
		o.Room = &p.Rooms[rooms[random.IntN(len(rooms))]].ID
	}
	if random.IntN(8) == 0 {
		o.Attendees = nil
	}
	return o
}
