package planner

import "slices"

// checkPinned is rule 10: a pinned occurrence is in the plan as it is, its attendees in any order. Kept is nil when it is not planned.
func (m *Model) checkPinned(pin, kept *booking, breaches []Breach) []Breach {
	if kept != nil && kept.start == pin.start && kept.place == pin.place && kept.room == pin.room &&
		slices.Equal(kept.staff, pin.staff) && sameSet(kept.attendees, pin.attendees) {
		return breaches
	}
	return append(breaches, pin.breach(m, 10, CodePinned))
}

func sameSet(one, other []int32) bool {
	contains := func(in, all []int32) bool {
		return !slices.ContainsFunc(all, func(x int32) bool { return !slices.Contains(in, x) })
	}
	return contains(one, other) && contains(other, one)
}
