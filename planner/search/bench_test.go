package search

import (
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

// warmChain is a chain that has walked long enough for its lists to have their final capacity.
func warmChain(m *planner.Model) *chain {
	t := newTables(m)
	s := newState(t, newScope(t, Scope{}), newRandom(1, 0))
	s.construct(func() bool { return false })
	c := newChain(s, newRelations(s), 1)
	c.cool(0)
	for range 30_000 {
		c.step()
	}
	c.cool(0.7)
	return c
}

func TestMovesDoNotAllocate(t *testing.T) {
	c := warmChain(readModel(t, week25))
	if allocations := testing.AllocsPerRun(5000, c.step); allocations != 0 {
		t.Errorf("%v allocations for each move", allocations)
	}
}

func BenchmarkMove(b *testing.B) {
	for name, children := range map[string]int{"400 occurrences": 100, "6000 occurrences": 1500} {
		b.Run(name, func(b *testing.B) {
			c := warmChain(compile(b, house(children)))
			b.ReportAllocs()
			before := c.state.priced
			for b.Loop() {
				c.step()
			}
			b.ReportMetric(float64(c.state.priced-before)/b.Elapsed().Seconds(), "priced/s")
		})
	}
}

func BenchmarkFirstPlan(b *testing.B) {
	m := compile(b, house(250))
	for b.Loop() {
		if plan, _ := Solve(b.Context(), m, Options{Steps: 1}); len(plan.Occurrences) < 900 {
			b.Fatalf("only %d of 1000 occurrences planned", len(plan.Occurrences))
		}
	}
}
