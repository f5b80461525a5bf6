package search

import (
	"slices"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/planner"
)

// warmChain is a chain that has walked long enough for its lists to have their final capacity.
func warmChain(m *planner.Model) *chain {
	t := newTables(m, nil)
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
	for name, m := range map[string]*planner.Model{
		"a week":   readModel(t, week25),
		"meetings": compile(t, readCompressed(t, meetings50)),
	} {
		c := warmChain(m)
		if allocations := testing.AllocsPerRun(5000, c.step); allocations != 0 {
			t.Errorf("%s: %v allocations for each move", name, allocations)
		}
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

// BenchmarkRepairFirstAnswer takes five people out of a published week of a thousand occurrences and times the first lawful plan without them:
// from the problem in memory, compiled, to the plan. p99 is of the runs of the benchmark.
func BenchmarkRepairFirstAnswer(b *testing.B) {
	p := house(250)
	plan, _ := Solve(b.Context(), compile(b, p), Options{Steps: 1})
	p.Published = plan.Occurrences
	lost := map[string]bool{}
	for k := range 5 {
		person := &p.Professionals[k*len(p.Professionals)/5]
		person.Available, lost[person.ID] = []planner.Span{}, true
	}
	var times []time.Duration
	for b.Loop() {
		start := time.Now()
		m, err := planner.Compile(p)
		if err != nil {
			b.Fatal(err)
		}
		repaired, _ := Solve(b.Context(), m, Options{Steps: 1})
		times = append(times, time.Since(start))
		if slices.ContainsFunc(repaired.Occurrences, func(o planner.Occurrence) bool { return lost[o.Staff[0]] }) || len(repaired.Occurrences) < 800 {
			b.Fatalf("%d occurrences, or somebody who is away", len(repaired.Occurrences))
		}
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
}
