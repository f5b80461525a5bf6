package planner

import "slices"

// checkPlace is the third part of rule 9: the occurrence is at one of the activity's places, and nowhere when it has none.
func (m *Model) checkPlace(b *booking, breaches []Breach) []Breach {
	places := m.Places[b.activity]
	if b.place == Nowhere && len(places) == 0 || b.place != Nowhere && slices.Contains(places, b.place) {
		return breaches
	}
	breach := b.breach(m, 9, CodePlaceNotAllowed)
	if b.place != Nowhere {
		breach.Place = m.Problem.Places[b.place].ID
	}
	return append(breaches, breach)
}
