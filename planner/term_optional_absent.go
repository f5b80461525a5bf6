package planner

import "slices"

// optionalAbsentAmount counts the optional people of planned occurrences who do not attend.
func optionalAbsentAmount(a *agenda) (amount int64) {
	for _, b := range a.planned {
		if b == nil {
			continue
		}
		for _, person := range a.model.Optional[b.activity] {
			if !slices.Contains(b.attendees, person) {
				amount++
			}
		}
	}
	return amount
}
