package planner

import "slices"

// checkChild is the first half of rule 7: the occurrence lies inside one window of the child and is held at one of that window's places.
func (m *Model) checkChild(child int32, b *booking, breaches []Breach) []Breach {
	for w, window := range m.Problem.Children[child].Available {
		if window.From <= b.start && b.end <= window.To && (b.place == Nowhere || slices.Contains(m.ChildPlaces[child][w], b.place)) {
			return breaches
		}
	}
	breach := b.breach(m, 7, CodeChildNotAvailable)
	breach.Child = m.Problem.Children[child].ID
	if b.place != Nowhere {
		breach.Place = m.Problem.Places[b.place].ID
	}
	return append(breaches, breach)
}
