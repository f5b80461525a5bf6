package planner

import "slices"

// absentOptional counts the optional people who do not attend.
func absentOptional(m *Model, b *booking) (amount int64) {
	for _, person := range m.Optional[b.activity] {
		if !slices.Contains(b.attendees, person) {
			amount++
		}
	}
	return amount
}

func optionalAbsentAmount(a *agenda) int64 { return a.sum(absentOptional) }

func optionalAbsentAdded(p *prices, option *booking) int64 {
	return absentOptional(p.model(), option)
}
