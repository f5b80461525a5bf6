package planner

// transversalAmount counts the seats filled by somebody who serves as transversal.
func transversalAmount(a *agenda) (amount int64) {
	for _, b := range a.planned {
		if b == nil {
			continue
		}
		for seat, person := range a.model.filledSeats(b) {
			if a.model.Transversal(b.activity, int32(seat), person) {
				amount++
			}
		}
	}
	return amount
}

// filledSeats returns the people on the activity's seats; a broken plan may name more people than there are seats.
func (m *Model) filledSeats(b *booking) []int32 {
	return b.staff[:min(len(b.staff), len(m.Eligible[b.activity]))]
}
