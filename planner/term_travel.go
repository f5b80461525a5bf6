package planner

// travelAmount adds up everybody's minutes on the way, those from and to base included.
func travelAmount(a *agenda) (amount int64) {
	var today personDay
	for i, list := range a.byPerson {
		days(list, func(day int, bookings []*booking) {
			today.set(a.model, int32(i), day, bookings)
			amount += int64(today.travel())
		})
	}
	return amount
}

func travelAdded(p *prices, option *booking) (amount int64) {
	option.people(func(person int32) { amount += p.way(person, option) })
	return amount
}
