package search

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/check"
)

// A search moves things to starts of the step only, and leaves what stands between two of them where it is as long as nothing is gained.
func TestSearchProposesByTheStep(t *testing.T) {
	t.Parallel()
	odd := 0
	rapid.Check(t, func(t *rapid.T) {
		p := drawProblem(t)
		p.Grid, p.StartStep = 5, 15
		m, err := planner.Compile(p)
		if err != nil {
			return // something pinned stands off this grid
		}
		o := Options{Seed: rapid.Uint64().Draw(t, "seed"), Steps: 40}
		plan, _ := Solve(t.Context(), m, o)
		lawful(t, m, plan)
		byTheStep(t, p, plan, nil)
		moved := shiftedByFive(p, plan)
		if moved < 0 {
			return
		}
		odd++
		ref := plan.Occurrences[moved].Ref()
		o.Start, o.Scope = plan, Scope{OnlyGaps: true}
		kept, _ := Solve(t.Context(), m, o)
		lawful(t, m, kept)
		if !slices.ContainsFunc(kept.Occurrences, func(x planner.Occurrence) bool {
			return x.Ref() == ref && x.Start == plan.Occurrences[moved].Start
		}) {
			t.Fatalf("%v did not stay at %d", ref, plan.Occurrences[moved].Start)
		}
		o.Scope = Scope{}
		better, _ := Solve(t.Context(), m, o)
		lawful(t, m, better)
		byTheStep(t, p, better, plan.Occurrences)
		if now := planner.Evaluate(m, plan).Score; better.Score.Compare(now) > 0 {
			t.Fatalf("from %+v to %+v", now, better.Score)
		}
	})
	if odd == 0 {
		t.Error("nothing could be moved by five minutes: nothing was tried")
	}
}

// byTheStep fails when something starts between two steps that did not stand there already.
func byTheStep(t *rapid.T, p *planner.Problem, plan *planner.Plan, start []planner.Occurrence) {
	stood := slices.Concat(p.Pinned, p.Published, start)
	for _, x := range plan.Occurrences {
		if x.Start%p.StartStep != 0 && !slices.ContainsFunc(stood, func(was planner.Occurrence) bool {
			return was.Activity == x.Activity && was.Start == x.Start
		}) {
			t.Fatalf("%s proposed at %d", x.Activity, x.Start)
		}
	}
}

// shiftedByFive moves the first occurrence of the plan that may start five minutes later, and returns its position; -1 where none may.
func shiftedByFive(p *planner.Problem, plan *planner.Plan) int {
	for i := range plan.Occurrences {
		plan.Occurrences[i].Start += 5
		if len(check.Verify(p, plan)) == 0 {
			return i
		}
		plan.Occurrences[i].Start -= 5
	}
	return -1
}
