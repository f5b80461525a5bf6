package planner

// notPreferredAmount counts the seats filled by somebody the child and family do not know, where they know somebody.
func notPreferredAmount(a *agenda) (amount int64) {
	for _, b := range a.planned {
		if b == nil {
			continue
		}
		for _, person := range a.model.filledSeats(b) {
			if !a.model.Prefers(b.activity, person) {
				amount++
			}
		}
	}
	return amount
}
