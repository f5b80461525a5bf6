package planner

// windowAmount adds up the cost of the cheapest window around each planned occurrence.
func windowAmount(a *agenda) (amount int64) {
	for _, b := range a.planned {
		if b != nil {
			cost, _ := a.model.windowCost(b)
			amount += cost
		}
	}
	return amount
}
