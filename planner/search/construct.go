package search

import (
	"cmp"
	"math"
	"slices"
)

// regretted is how many of the hardest are compared, each time, by what they would lose.
const regretted = 8

// noOne stands where a person could.
const noOne = -1

// construct plans what is not planned, hardest first: of the few hardest, the one with the greatest regret. Nothing that is planned changes. It
// ends early when stop says so.
func (s *state) construct(stop func() bool) {
	for waiting := s.waiting(); len(waiting) > 0 && !stop(); {
		next := s.mostRegretted(waiting[:min(regretted, len(waiting))])
		o := waiting[next]
		waiting = slices.Delete(waiting, next, next+1)
		as := s.choose(o, 0)
		if !as.found {
			continue
		}
		s.settle(o, as)
		if s.lawful() {
			s.keep()
		} else {
			s.undo()
		}
	}
}

// mostRegretted returns the position of the occurrence that loses most when it is not planned next. Of one activity only the first is asked.
func (s *state) mostRegretted(hardest []int32) (position int) {
	most := int64(-1)
	for i, o := range hardest {
		if i > 0 && s.workOf[o] == s.workOf[hardest[i-1]] {
			continue
		}
		if regret := s.regret(o); regret > most {
			position, most = i, regret
		}
	}
	return position
}

// regret is what an occurrence would cost more with anybody but the person who would take its first seat now: the most there is where nobody else
// can, nothing where nobody can.
func (s *state) regret(o int32) int64 {
	best := s.choose(o, 0)
	if !best.found || len(best.staff) == 0 {
		return 0
	}
	cost := best.cost
	s.barred = best.staff[0]
	defer func() { s.barred = noOne }()
	if other := s.choose(o, 0); other.found {
		return other.cost - cost
	}
	return math.MaxInt64
}

// waiting returns what is not planned, hardest first: few ways to plan it for each minute it lasts.
func (s *state) waiting() []int32 {
	ways := make([]float64, len(s.works))
	var waiting []int32
	for o, start := range s.start {
		if start >= 0 {
			continue
		}
		waiting = append(waiting, int32(o))
		activity := s.workOf[o]
		if ways[activity] == 0 {
			ways[activity] = s.ways(&s.works[activity])
		}
	}
	slices.SortStableFunc(waiting, func(a, b int32) int {
		return cmp.Compare(ways[s.workOf[a]], ways[s.workOf[b]])
	})
	return waiting
}

// ways measures how easily an activity is planned: the starts it has, times the people who can take each seat, for each minute of work.
func (s *state) ways(w *work) float64 {
	starts := 0
	for i := range w.spots {
		for _, r := range w.spots[i].runs {
			starts += int(r.to-r.from) + 1
		}
	}
	people := 1.0
	for _, seat := range w.seats {
		people = min(people*float64(len(seat)), 1e6)
		people /= 2
	}
	return 1 + float64(starts)*people/float64(w.duration*int32(1+len(w.seats)))
}
