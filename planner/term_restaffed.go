package planner

// restaffedAmount counts the seats of published occurrences, planned, that are filled by somebody who was not on their published staff.
func restaffedAmount(a *agenda) (amount int64) {
	for _, old := range a.model.published {
		b := a.planned[old.id(a.model)]
		if b == nil {
			continue
		}
		for _, person := range b.staff {
			if !old.hasStaff(person) {
				amount++
			}
		}
	}
	return amount
}

func restaffedAdded(p *prices, option *booking) (amount int64) {
	if p.published == nil {
		return 0
	}
	for _, person := range option.staff {
		if !p.published.hasStaff(person) {
			amount++
		}
	}
	return amount
}
