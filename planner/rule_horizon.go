package planner

// pastMidnight is how far an occurrence may run past the last midnight of the horizon.
const pastMidnight = 12 * 60

// checkHorizon is the second half of rule 1: the start is on the grid, start and end are inside the horizon. The first half, that ids
// exist and nothing is there twice, is where plans are sorted: see newAgenda.
func (m *Model) checkHorizon(b *booking, breaches []Breach) []Breach {
	horizon := m.Problem.Days * DayMinutes
	if b.start < 0 || b.start >= horizon || b.end > horizon+pastMidnight || b.end < b.start {
		return append(breaches, b.breach(m, 1, CodeOutsideHorizon))
	}
	if b.start%m.Problem.Grid != 0 {
		breach := b.breach(m, 1, CodeOffGrid)
		breach.Amount, breach.Limit = b.start%m.Problem.Grid, m.Problem.Grid
		return append(breaches, breach)
	}
	return breaches
}
