package planner

// checkWindows is the second part of rule 9: an activity with windows is held inside one of them.
func (m *Model) checkWindows(b *booking, breaches []Breach) []Breach {
	if _, inside := m.windowCost(b); inside {
		return breaches
	}
	return append(breaches, b.breach(m, 9, CodeOutsideWindows))
}

// windowCost returns the cost of the cheapest window that contains the booking, and whether there is one. Without windows it costs nothing.
func (m *Model) windowCost(b *booking) (cheapest int64, inside bool) {
	windows := m.Problem.Activities[b.activity].Windows
	for _, window := range windows {
		if window.From <= b.start && b.end <= window.To && (!inside || window.Cost < cheapest) {
			cheapest, inside = window.Cost, true
		}
	}
	return cheapest, inside || len(windows) == 0
}
