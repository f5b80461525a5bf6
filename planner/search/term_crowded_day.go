package search

import "github.com/maillage-dime/maillage/planner"

// crowded is the cost of a day on which the child has so many sessions.
func (s *state) crowded(child, sessions int32) int64 {
	return int64(max(0, sessions-s.sessionsPerDay[child])) * s.weights[planner.TermCrowdedDay]
}

// countCrowdedDay charges one session more (n = 1) or less (n = -1) on that day.
func (s *state) countCrowdedDay(w *work, day, n int32) {
	if !w.session {
		return
	}
	for _, child := range w.children {
		sessions := &s.childDay[child*s.days+day]
		before := s.crowded(child, *sessions)
		*sessions += n
		s.charge(planner.TermCrowdedDay, s.crowded(child, *sessions)-before)
	}
}

// crowdedDayAdded is what one more session would cost on that day.
func (s *state) crowdedDayAdded(w *work, day int32) (cost int64) {
	if !w.session {
		return 0
	}
	for _, child := range w.children {
		sessions := s.childDay[child*s.days+day]
		cost += s.crowded(child, sessions+1) - s.crowded(child, sessions)
	}
	return cost
}
