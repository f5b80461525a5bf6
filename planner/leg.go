package planner

// Leg is somebody's way to an occurrence.
type Leg struct {
	Professional string `json:"professional"`
	Minutes      int    `json:"minutes"`
}

// Legs returns the ways that lead to each occurrence of a plan, by rule 4, of everybody who travels for it. What names something unknown has none.
func Legs(m *Model, plan *Plan) map[Ref][]Leg {
	a, _ := newAgenda(m, plan)
	legs := make(map[Ref][]Leg, len(plan.Occurrences))
	var today personDay
	for i, list := range a.byPerson {
		days(list, func(day int, bookings []*booking) {
			today.set(m, int32(i), day, bookings)
			for n, minutes := range today.legs {
				if minutes > 0 {
					ref := bookings[n].ref(m)
					legs[ref] = append(legs[ref], Leg{Professional: m.Problem.Professionals[i].ID, Minutes: minutes})
				}
			}
		})
	}
	return legs
}
