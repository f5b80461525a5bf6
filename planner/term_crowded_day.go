package planner

// crowdedDayAmount counts, for each child and day, the planned sessions above the child's target.
func crowdedDayAmount(a *agenda) (amount int64) {
	for i, list := range a.byChild {
		target := a.model.Problem.Children[i].SessionsPerDayTarget
		days(list, func(_ int, bookings []*booking) {
			sessions := 0
			for _, b := range bookings {
				if a.model.Problem.Activities[b.activity].Kind == Session {
					sessions++
				}
			}
			amount += int64(max(0, sessions-target))
		})
	}
	return amount
}

func crowdedDayAdded(p *prices, option *booking) (amount int64) {
	for _, child := range p.model().Children[option.activity] {
		if p.isSession && p.sessions(child, option.day()) >= p.model().Problem.Children[child].SessionsPerDayTarget {
			amount++
		}
	}
	return amount
}
