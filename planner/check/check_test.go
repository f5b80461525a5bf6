package check_test

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/check"
)

type example struct {
	Problem  *planner.Problem `json:"problem"`
	Plan     *planner.Plan    `json:"plan"`
	Expected planner.Score    `json:"expected"`
}

// examples returns the scored cases and the generated weeks with their plans.
func examples(t testing.TB) map[string]example {
	t.Helper()
	files, err := filepath.Glob("../testdata/cases/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	found := map[string]example{}
	for _, file := range files {
		var e example
		readJSON(t, file, &e)
		found[filepath.Base(file)] = e
	}
	for _, name := range []string{"children-8", "children-25"} {
		var e example
		readJSON(t, "../testdata/generated/"+name+".problem.json", &e.Problem)
		readJSON(t, "../testdata/generated/"+name+".plan.json", &e.Plan)
		found[name] = e
	}
	return found
}

func readJSON(t testing.TB, file string, into any) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, into); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

func TestCasesVerifyAsStated(t *testing.T) {
	t.Parallel()
	for name, e := range examples(t) {
		if e.Expected.Terms == nil {
			continue
		}
		breaches := check.Verify(e.Problem, e.Plan)
		if (len(breaches) == 0) != (e.Expected.Hard == 0) {
			t.Errorf("%s: %d breaches expected, verified %v", name, e.Expected.Hard, breaches)
		}
		if e.Expected.Hard > 0 {
			continue
		}
		unmet, soft, terms := check.Score(e.Problem, e.Plan)
		if unmet != e.Expected.Unmet || soft != e.Expected.Soft || !maps.Equal(terms, e.Expected.Terms) {
			t.Errorf("%s: unmet %d, soft %d\n%s", name, unmet, soft, cmp.Diff(e.Expected.Terms, terms))
		}
	}
}

// Two implementations that share no rule agree on plans changed at random: which rules are broken, and what lawful plans cost.
func TestVerifyAgreesWithEvaluate(t *testing.T) {
	t.Parallel()
	all := examples(t)
	names := slices.Sorted(maps.Keys(all))
	models := map[string]*planner.Model{}
	for name, e := range all {
		model, err := planner.Compile(e.Problem)
		if err != nil {
			t.Fatal(err)
		}
		models[name] = model
	}
	lawful := 0
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(names).Draw(t, "problem")
		seed, changes := rapid.Uint64().Draw(t, "seed"), rapid.IntRange(0, 6).Draw(t, "changes")
		if agree(t, models[name], changed(all[name].Problem, all[name].Plan, rand.New(rand.NewPCG(seed, 1)), changes)) {
			lawful++
		}
	})
	if lawful == 0 {
		t.Error("not one lawful plan was compared")
	}
}

// agree compares both on one plan and reports whether it is lawful.
func agree(t *rapid.T, model *planner.Model, plan *planner.Plan) bool {
	report := planner.Evaluate(model, plan)
	evaluated, verified := map[int]bool{}, map[int]bool{}
	for _, breach := range report.Breaches {
		evaluated[breach.Rule] = true
	}
	breaches := check.Verify(model.Problem, plan)
	for _, breach := range breaches {
		verified[breach.Rule] = true
	}
	if !maps.Equal(evaluated, verified) {
		t.Fatalf("evaluated %v\nverified %v", report.Breaches, breaches)
	}
	if len(breaches) > 0 {
		return false
	}
	unmet, soft, terms := check.Score(model.Problem, plan)
	if unmet != report.Score.Unmet || soft != report.Score.Soft || !maps.Equal(terms, report.Score.Terms) {
		t.Fatalf("evaluated %+v, recomputed %d, %d, %v", report.Score, unmet, soft, terms)
	}
	return true
}

// changed returns a copy of the plan with some occurrences moved, given to others, taken out, repeated or spoilt.
func changed(p *planner.Problem, plan *planner.Plan, random *rand.Rand, changes int) *planner.Plan {
	copied := *plan
	copied.Occurrences = slices.Clone(plan.Occurrences)
	anybody := func() string { return p.Professionals[random.IntN(len(p.Professionals))].ID }
	for range changes {
		if len(copied.Occurrences) == 0 {
			return &copied
		}
		at := random.IntN(len(copied.Occurrences))
		o := copied.Occurrences[at]
		o.Staff, o.Attendees = slices.Clone(o.Staff), slices.Clone(o.Attendees)
		switch random.IntN(9) {
		case 0, 1:
			o.Start += p.Grid * (random.IntN(41) - 20)
		case 2:
			o.Start = random.IntN(p.Days*planner.DayMinutes + 60)
		case 3:
			if len(o.Staff) > 0 {
				o.Staff[random.IntN(len(o.Staff))] = anybody()
			}
		case 4:
			o.Attendees = append(o.Attendees, anybody())
		case 5:
			o.Place = &p.Places[random.IntN(len(p.Places))].ID
		case 6:
			if len(p.Rooms) > 0 {
				o.Room = &p.Rooms[random.IntN(len(p.Rooms))].ID
			}
		case 7:
			copied.Occurrences = slices.Delete(copied.Occurrences, at, at+1)
			continue
		case 8:
			switch random.IntN(6) {
			case 0:
				copied.Occurrences = append(copied.Occurrences, o)
			case 1:
				o.Activity = "nowhere to be found"
			case 2:
				o.Occurrence = random.IntN(9) - 4
			case 3:
				o.Staff = o.Staff[:len(o.Staff)/2]
			case 4:
				o.Place, o.Room = nil, nil
			case 5:
				o.Start = -o.Start
			}
		}
		copied.Occurrences[at] = o
	}
	return &copied
}
