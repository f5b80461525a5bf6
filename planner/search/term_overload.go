package search

import "github.com/maillage-dime/maillage/planner"

// overload is the cost of a person with so many minutes of sessions and duties.
func (s *state) overload(person int32, minutes int64) int64 {
	return max(0, minutes-s.people[person].target) * s.weights[planner.TermOverload]
}

// countOverload charges one seat more (n = 1) or less (n = -1) of the activity that the person holds.
func (s *state) countOverload(w *work, person, n int32) {
	if w.direct && s.people[person].hasTarget {
		before := s.overload(person, s.direct[person])
		s.direct[person] += int64(n) * int64(w.duration)
		s.charge(planner.TermOverload, s.overload(person, s.direct[person])-before)
	}
}

// overloadAdded is what one more seat of the activity would cost.
func (s *state) overloadAdded(w *work, person int32) int64 {
	if !w.direct || !s.people[person].hasTarget {
		return 0
	}
	minutes := s.direct[person]
	return s.overload(person, minutes+int64(w.duration)) - s.overload(person, minutes)
}
