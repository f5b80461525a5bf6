package search

import "math"

// samples is how many occurrences spread looks at.
const samples = 200

// spread measures how far apart the costs of the options of an occurrence lie: the mean distance of one drawn blindly from the best. It
// leaves the plan as it is.
func (s *state) spread(stop func() bool) float64 {
	var total float64
	measured := 0
	for range samples {
		if len(s.start) == 0 || stop() {
			break
		}
		o := int32(s.random.below(len(s.start)))
		if s.fixed[o] {
			continue
		}
		if s.start[o] >= 0 {
			s.take(o)
		}
		if best := s.choose(o, 0); best.found {
			lowest := s.plainCost(o, best)
			total += float64(max(0, s.plainCost(o, s.choose(o, blind))-lowest))
			measured++
		}
		s.undo()
	}
	return total / float64(max(1, measured)) / spreadThen
}

// plainCost is the cost of an option but for what it changes in a published plan.
func (s *state) plainCost(o int32, as *option) int64 {
	cost := as.cost - s.moved(o, as.start, as.place)
	for _, person := range as.staff {
		cost -= s.restaffed(o, person)
	}
	return cost
}

// blind is a temperature at which costs hardly matter, and noise still fits in 64 bits.
const blind = 1e15

// lightest is the least unmet of an occurrence.
func (s *state) lightest() int64 {
	least := int64(math.MaxInt64)
	for i := range s.works {
		if s.works[i].count > 0 {
			least = min(least, s.works[i].leftOut)
		}
	}
	if least == math.MaxInt64 {
		return 0
	}
	return least
}
