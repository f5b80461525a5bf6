package search

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// countPeople adds (n = 1) or takes back (n = -1) what the people of an occurrence cost: transversal, not_preferred, restaffed,
// staff_change, fragmentation, overload and optional_absent.
func (s *state) countPeople(o int32, w *work, n int32) {
	activity := s.workOf[o]
	for seat, person := range s.seatsOf(o) {
		transversal, stranger := s.seatTerms(activity, int32(seat), person)
		s.charge(planner.TermTransversal, int64(n)*transversal)
		s.charge(planner.TermNotPreferred, int64(n)*stranger)
		s.charge(planner.TermRestaffed, int64(n)*s.restaffed(o, person))
		if w.count > 1 {
			before := s.staffChange(w, s.workStaff[activity].people())
			s.charge(planner.TermStaffChange, s.staffChange(w, s.workStaff[activity].add(person, n))-before)
		}
		if w.session {
			for _, child := range w.children {
				before := s.fragmentation(child, s.childStaff[child].people())
				s.charge(planner.TermFragmentation, s.fragmentation(child, s.childStaff[child].add(person, n))-before)
			}
		}
		if w.direct && s.people[person].hasTarget {
			before := s.overload(person, s.direct[person])
			s.direct[person] += int64(n) * int64(w.duration)
			s.charge(planner.TermOverload, s.overload(person, s.direct[person])-before)
		}
	}
	for _, there := range s.extrasOf(o) {
		if !there {
			s.charge(planner.TermOptionalAbsent, int64(n)*s.weights[planner.TermOptionalAbsent])
		}
	}
}

// restaffed is the cost of a person on a seat of an occurrence whose published staff they are not among.
func (s *state) restaffed(o, person int32) int64 {
	if was := s.published[o]; was < 0 || slices.Contains(s.publishing[was].staff, person) {
		return 0
	}
	return s.weights[planner.TermRestaffed]
}

// staffChange is the cost of an activity whose planned seats are held by so many different people.
func (s *state) staffChange(w *work, people int) int64 {
	return int64(max(0, people-len(w.seats))) * s.weights[planner.TermStaffChange]
}

// fragmentation is the cost of a child whose sessions are held by so many different people.
func (s *state) fragmentation(child int32, people int) int64 {
	return int64(max(0, people-int(s.staffTarget[child]))) * s.weights[planner.TermFragmentation]
}

// overload is the cost of a person with so many minutes of sessions and duties.
func (s *state) overload(person int32, minutes int64) int64 {
	return max(0, minutes-s.people[person].target) * s.weights[planner.TermOverload]
}

// personCost is what it would add, travel aside, that the person sits on this seat of an occurrence not planned. It is exact for an
// occurrence of one seat, and with several seats when nobody has been chosen yet for another.
func (s *state) personCost(o int32, w *work, c candidate) int64 {
	cost := c.cost + s.restaffed(o, c.person)
	if w.count > 1 {
		if line := &s.workStaff[s.workOf[o]]; line.people() > 0 && !line.has(c.person) {
			cost += s.weights[planner.TermStaffChange]
		}
	}
	if w.session {
		for _, child := range w.children {
			if line := &s.childStaff[child]; line.people() >= int(s.staffTarget[child]) && !line.has(c.person) {
				cost += s.weights[planner.TermFragmentation]
			}
		}
	}
	if w.direct && s.people[c.person].hasTarget {
		minutes := s.direct[c.person]
		cost += s.overload(c.person, minutes+int64(w.duration)) - s.overload(c.person, minutes)
	}
	return cost
}
