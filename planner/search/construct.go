package search

import (
	"cmp"
	"slices"
)

// construct plans what is not planned, hardest first. Nothing that is planned changes. It ends early when stop says so.
func (s *state) construct(stop func() bool) {
	for _, o := range s.waiting() {
		if stop() {
			return
		}
		if as := s.choose(o, 0); as.found {
			s.settle(o, as)
			if !s.lawful() {
				s.undo()
				continue
			}
			s.keep()
		}
	}
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
