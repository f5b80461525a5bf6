package planner

// fragmentationAmount counts, for each child, the different people on the seats of the planned sessions above the child's target.
func fragmentationAmount(a *agenda) (amount int64) {
	people := newPeopleCounter(a.model)
	for i, list := range a.byChild {
		people.clear()
		for _, b := range list {
			if a.model.Problem.Activities[b.activity].Kind == Session {
				people.add(b.staff)
			}
		}
		amount += int64(max(0, people.different-a.model.Problem.Children[i].ProfessionalsTarget))
	}
	return amount
}

func fragmentationAdded(p *prices, option *booking) (amount int64) {
	for i, child := range p.model().Children[option.activity] {
		if p.isSession {
			known, target := &p.known[i], p.model().Problem.Children[child].ProfessionalsTarget
			amount += int64(max(0, known.with(option.staff)-target) - max(0, known.different-target))
		}
	}
	return amount
}
