package search

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/check"
)

func compile(t interface{ Fatal(args ...any) }, p *planner.Problem) *planner.Model {
	m, err := planner.Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// compare fails when the running score is not the oracle's, or when a rule is broken.
func compare(t *rapid.T, s *state, deeply bool) {
	s.shelf.save(s)
	plan := s.plan(&s.shelf)
	report := planner.Evaluate(s.model, plan)
	if s.mostExcused > 0 {
		return
	}
	if len(report.Breaches) > 0 {
		t.Fatalf("the plan breaks rules: %+v", report.Breaches)
	}
	if diff := cmp.Diff(report.Score, *plan.Score); diff != "" {
		t.Fatalf("evaluated (-), running score (+):\n%s", diff)
	}
	if !deeply {
		return
	}
	if breaches := check.Verify(s.problem, plan); len(breaches) > 0 {
		t.Fatalf("the checker finds %v", breaches)
	}
}

// walk makes random moves at several temperatures and compares after each.
func walk(t *rapid.T, m *planner.Model, moves int) {
	tables := newTables(m, nil)
	s := newState(tables, newScope(tables, Scope{}), newRandom(rapid.Uint64().Draw(t, "seed"), 0))
	s.loadPinned()
	s.load(m.Problem.Published)
	compare(t, s, true)
	s.construct(func() bool { return false })
	compare(t, s, true)
	c := newChain(s, newRelations(s), 1)
	for i := 0; i < moves && len(c.movable) > 0; i++ {
		c.temperature, c.unmetPrice = []float64{0, 5, 100, 1e6}[i/20%4], 0.01
		c.step()
		compare(t, s, i%20 == 0)
	}
	compare(t, s, true)
}

// After each of many random moves on problems of all options, the running score is the oracle's and no rule is broken.
func TestRunningScoreIsTheOracles(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p := drawProblem(t)
		walk(t, compile(t, p), 120)
		plan, _ := Solve(ctxOf(t), compile(t, p), Options{Seed: 1, Steps: 50})
		settle(t, p, plan)
		walk(t, compile(t, p), 120)
	})
}

func ctxOf(t *rapid.T) context.Context { return t.Context() }
