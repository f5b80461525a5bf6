package planner

// Report is what [Evaluate] says about a plan. Breaches are in a fixed order: unknown and repeated ones, then those of single occurrences, then
// pinned occurrences, gaps, people, children, rooms.
type Report struct {
	Score    Score
	Breaches []Breach
}

// Evaluate judges a whole plan by every rule and every soft term of the model. It is the oracle: slow, complete, without memory of earlier
// plans. The plan may be broken in any way; what names something unknown, and what is there twice, is a breach and counts as not planned.
func Evaluate(m *Model, plan *Plan) Report {
	a, breaches := newAgenda(m, plan)
	breaches = a.checkOccurrences(breaches)
	breaches = a.checkSettled(breaches)
	breaches = a.checkPeople(breaches)
	breaches = a.checkChildren(breaches)
	breaches = a.checkRooms(breaches)
	score := a.score()
	score.Hard = len(breaches)
	return Report{Score: score, Breaches: breaches}
}

// checkOccurrence is every rule that one occurrence keeps or breaks whatever else is planned, but for the people's and children's time.
func (m *Model) checkOccurrence(b *booking, breaches []Breach) []Breach {
	breaches = m.checkHorizon(b, breaches)
	breaches = m.checkSeats(b, breaches)
	breaches = m.checkPlace(b, breaches)
	breaches = m.checkWindows(b, breaches)
	return m.checkRoom(b, breaches)
}

// checkDay is every rule of one person's day.
func (m *Model) checkDay(d *personDay, breaches []Breach) []Breach {
	breaches = m.checkTravel(d, breaches)
	breaches = m.checkBaseTravel(d, breaches)
	return m.checkLunch(d, breaches)
}

func (a *agenda) checkOccurrences(breaches []Breach) []Breach {
	for _, b := range a.planned {
		if b != nil {
			breaches = a.model.checkOccurrence(b, breaches)
		}
	}
	return breaches
}

func (a *agenda) checkSettled(breaches []Breach) []Breach {
	for _, pin := range a.model.pinned {
		breaches = a.model.checkPinned(pin, a.planned[pin.id(a.model)], breaches)
	}
	for _, list := range a.byActivity {
		for i := 1; i < len(list); i++ {
			breaches = a.model.checkGap(list[i], list[i-1], breaches)
		}
	}
	return breaches
}

func (a *agenda) checkPeople(breaches []Breach) []Breach {
	m := a.model
	var today personDay
	for i, list := range a.byPerson {
		person := int32(i)
		for _, b := range list {
			breaches = m.checkAvailable(person, b, breaches)
		}
		breaches = a.checkNeighbors(m.personBusy(person), list, breaches)
		var worked []daySpan
		days(list, func(day int, bookings []*booking) {
			today.set(m, person, day, bookings)
			breaches = m.checkDay(&today, breaches)
			worked = append(worked, today.span())
		})
		breaches = m.checkLimits(person, worked, breaches)
	}
	return breaches
}

func (a *agenda) checkChildren(breaches []Breach) []Breach {
	for i, list := range a.byChild {
		for _, b := range list {
			breaches = a.model.checkChild(int32(i), b, breaches)
		}
		breaches = a.checkNeighbors(a.model.childBusy(int32(i)), list, breaches)
	}
	return breaches
}

func (a *agenda) checkRooms(breaches []Breach) []Breach {
	for i, list := range a.byRoom {
		breaches = a.checkNeighbors(a.model.roomBusy(int32(i)), list, breaches)
	}
	return breaches
}

// checkNeighbors compares each occurrence with the one before: in a sorted list two overlap only where two neighbors do.
func (a *agenda) checkNeighbors(owner Breach, list []*booking, breaches []Breach) []Breach {
	for i := 1; i < len(list); i++ {
		breaches = a.model.checkBusy(owner, list[i], list[i-1], breaches)
	}
	return breaches
}

// sum adds up what each planned occurrence counts by itself.
func (a *agenda) sum(amount func(*Model, *booking) int64) (total int64) {
	for _, b := range a.planned {
		if b != nil {
			total += amount(a.model, b)
		}
	}
	return total
}

// score returns the second and third level; Hard is 0.
func (a *agenda) score() Score {
	score := Score{Terms: make(map[string]int64, TermCount)}
	for i, cost := range a.model.LeftOutCost {
		score.Unmet += cost * int64(a.model.Problem.Activities[i].Count-len(a.byActivity[i]))
	}
	for t := range TermCount {
		cost := a.model.Problem.Weights[t] * terms[t].amount(a)
		score.Terms[t.String()] = cost
		score.Soft += cost
	}
	return score
}
