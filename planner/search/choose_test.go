package search

import (
	"testing"

	"pgregory.net/rapid"
)

// What choose says an option costs is what planning it so costs.
func TestChooseIsExact(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		tables := newTables(compile(t, drawProblem(t)), nil)
		s := newState(tables, newScope(tables, Scope{}), newRandom(rapid.Uint64().Draw(t, "seed"), 0))
		s.construct(func() bool { return false })
		for i := range 200 {
			if len(s.start) == 0 {
				return
			}
			o := int32(s.random.below(len(s.start)))
			if s.start[o] >= 0 {
				s.take(o)
			}
			before := s.soft
			as := s.choose(o, []float64{0, 3, 50, 1e6}[i%4])
			if !as.found {
				s.undo()
				continue
			}
			w := &s.works[s.workOf[o]]
			if s.settle(o, as); w.alone && s.soft-before != as.cost {
				t.Fatalf("planned at %d for %d, said to be %d", as.start, s.soft-before, as.cost)
			}
			if !s.lawful() {
				s.undo()
			} else {
				s.keep()
			}
		}
	})
}
