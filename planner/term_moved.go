package planner

// movedAmount counts the published occurrences that are planned at another start or place.
func movedAmount(a *agenda) (amount int64) {
	for _, old := range a.model.published {
		if b := a.planned[old.id(a.model)]; b != nil && (b.start != old.start || b.place != old.place) {
			amount++
		}
	}
	return amount
}

func movedAdded(p *prices, option *booking) int64 {
	if old := p.published; old != nil && (option.start != old.start || option.place != old.place) {
		return 1
	}
	return 0
}
