package planner

// staffChangeAmount counts, for each activity, the different people over its planned occurrences' seats above the number of seats.
func staffChangeAmount(a *agenda) (amount int64) {
	people := newPeopleCounter(a.model)
	for i, list := range a.byActivity {
		people.clear()
		for _, b := range list {
			people.add(b.staff)
		}
		amount += int64(max(0, people.different-len(a.model.Eligible[i])))
	}
	return amount
}

// peopleCounter counts different people. A round marks who was seen, so that clearing costs nothing.
type peopleCounter struct {
	seen             []int
	round, different int
}

func newPeopleCounter(m *Model) *peopleCounter {
	return &peopleCounter{seen: make([]int, len(m.Problem.Professionals))}
}

func (c *peopleCounter) clear() { c.round, c.different = c.round+1, 0 }

func (c *peopleCounter) add(people []int32) {
	for _, person := range people {
		if c.seen[person] != c.round {
			c.seen[person] = c.round
			c.different++
		}
	}
}

func staffChangeAdded(p *prices, option *booking) int64 {
	seats := len(p.model().Eligible[option.activity])
	return int64(max(0, p.colleagues.with(option.staff)-seats) - max(0, p.colleagues.different-seats))
}
