package planner

// windowAmount adds up the cost of the cheapest window around each planned occurrence.
func windowAmount(a *agenda) int64 { return a.sum(cheapestWindow) }

func windowAdded(p *prices, option *booking) int64 { return cheapestWindow(p.model(), option) }

func cheapestWindow(m *Model, b *booking) int64 {
	cost, _ := m.windowCost(b)
	return cost
}
