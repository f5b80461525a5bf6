package search

import "github.com/maillage-dime/maillage/planner"

// staffChange is the cost of an activity whose planned seats are held by so many different people.
func (s *state) staffChange(w *work, people int) int64 {
	return int64(max(0, people-len(w.seats))) * s.weights[planner.TermStaffChange]
}

// countStaffChange charges one seat more (n = 1) or less (n = -1) of the activity that the person holds.
func (s *state) countStaffChange(activity int32, w *work, person, n int32) {
	if w.count > 1 {
		line := &s.workStaff[activity]
		before := s.staffChange(w, line.people())
		s.charge(planner.TermStaffChange, s.staffChange(w, line.add(person, n))-before)
	}
}

// staffChangeAdded is what one more seat of the activity would cost: exact for an activity of one seat.
func (s *state) staffChangeAdded(activity int32, w *work, person int32) int64 {
	if line := &s.workStaff[activity]; w.count > 1 && line.people() > 0 && !line.has(person) {
		return s.weights[planner.TermStaffChange]
	}
	return 0
}
