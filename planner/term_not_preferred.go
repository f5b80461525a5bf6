package planner

// notPreferredSeats counts the seats filled by somebody the child and family do not know, where they know somebody.
func notPreferredSeats(m *Model, b *booking) (amount int64) {
	for _, person := range m.filledSeats(b) {
		if !m.Prefers(b.activity, person) {
			amount++
		}
	}
	return amount
}

func notPreferredAmount(a *agenda) int64 { return a.sum(notPreferredSeats) }

func notPreferredAdded(p *prices, option *booking) int64 { return notPreferredSeats(p.model(), option) }
