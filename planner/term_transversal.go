package planner

// transversalSeats counts the seats filled by somebody who serves as transversal.
func transversalSeats(m *Model, b *booking) (amount int64) {
	for seat, person := range m.filledSeats(b) {
		if m.Transversal(b.activity, int32(seat), person) {
			amount++
		}
	}
	return amount
}

func transversalAmount(a *agenda) int64 { return a.sum(transversalSeats) }

func transversalAdded(p *prices, option *booking) int64 { return transversalSeats(p.model(), option) }

// filledSeats returns the people on the activity's seats; a broken plan may name more people than there are seats.
func (m *Model) filledSeats(b *booking) []int32 {
	return b.staff[:min(len(b.staff), len(m.Eligible[b.activity]))]
}
