package search

import "github.com/maillage-dime/maillage/planner"

// travelCost is the cost of minutes of travel, or what is saved by not making them.
func (t *tables) travelCost(minutes int32) int64 {
	return int64(minutes) * t.weights[planner.TermTravel]
}

// countTravel charges what the ways of a day changed by.
func (s *state) countTravel(before, after *dayFacts) {
	s.charge(planner.TermTravel, s.travelCost(after.travel-before.travel))
}
