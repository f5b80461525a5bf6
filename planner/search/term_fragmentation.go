package search

import "github.com/maillage-dime/maillage/planner"

// fragmentation is the cost of a child whose sessions are held by so many different people.
func (s *state) fragmentation(child int32, people int) int64 {
	return int64(max(0, people-int(s.staffTarget[child]))) * s.weights[planner.TermFragmentation]
}

// countFragmentation charges one seat more (n = 1) or less (n = -1) of a session that the person holds.
func (s *state) countFragmentation(w *work, person, n int32) {
	if !w.session {
		return
	}
	for _, child := range w.children {
		line := &s.childStaff[child]
		before := s.fragmentation(child, line.people())
		s.charge(planner.TermFragmentation, s.fragmentation(child, line.add(person, n))-before)
	}
}

// fragmentationAdded is what one more seat of a session would cost.
func (s *state) fragmentationAdded(w *work, person int32) (cost int64) {
	if !w.session {
		return 0
	}
	for _, child := range w.children {
		if line := &s.childStaff[child]; line.people() >= int(s.staffTarget[child]) && !line.has(person) {
			cost += s.weights[planner.TermFragmentation]
		}
	}
	return cost
}
