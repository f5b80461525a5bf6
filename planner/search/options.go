package search

import "math"

// choose looks at every person, place, day and gap between two things in a diary where an occurrence that is not planned would be lawful,
// and returns the cheapest after adding noise: with the Gumbel noise of a temperature it is a draw from the Boltzmann distribution over all
// options ("heat bath"), without noise the best. Between starts of equal cost chance decides. The answer is valid until the next call.
func (s *state) choose(o int32, temperature float64) *option {
	best := &s.scratch.choice
	best.found, best.shifts = false, best.shifts[:0]
	w := &s.works[s.workOf[o]]
	best.staff, best.attending = best.staff[:len(w.seats)], best.attending[:len(w.optional)]
	q := question{o: o, activity: s.workOf[o], w: w, temperature: temperature, bound: math.MaxInt64, best: best}
	q.loudest = loudest(temperature)
	q.squeezing = temperature < s.squeezeBelow
	if w.alone {
		s.priceCandidates(&q)
	}
	s.blockChildren(w)
	for i := range w.spots {
		q.spot = &w.spots[i]
		s.freeStarts(&q)
		if w.alone {
			s.chooseAlone(&q)
		} else {
			s.chooseTeam(&q)
		}
	}
	return best
}

// Of a seat that many can take, the first few are always looked at, who cost least and live nearest, and as many others drawn at random:
// so a look costs no more in a large house than in a small one. Without noise all are looked at.
const (
	allLooked   = 32
	firstLooked = 16
)

// candidate returns the k-th of so many candidates to look at for a seat.
func (s *state) candidate(q *question, seat []candidate, k int) candidate {
	if k >= firstLooked && q.looked(seat) < len(seat) {
		k = firstLooked + s.random.below(len(seat)-firstLooked)
	}
	return seat[k]
}

// looked is how many candidates of a seat are looked at.
func (q *question) looked(seat []candidate) int {
	if q.temperature <= 0 {
		return len(seat)
	}
	return min(len(seat), allLooked)
}

// priceCandidates fills the scratch with the candidates to look at for the only seat, and what each costs, travel aside.
func (s *state) priceCandidates(q *question) {
	c, seat := &s.scratch, q.w.seats[0]
	c.candidates = c.candidates[:0]
	for k := range q.looked(seat) {
		candidate := s.candidate(q, seat, k)
		if candidate.person == s.barred {
			continue
		}
		candidate.cost = s.personCost(q.o, q.w, candidate)
		c.candidates = append(c.candidates, candidate)
	}
}

// question is what choose is asked, and the best answer so far.
type question struct {
	o, activity int32
	w           *work
	spot        *spot
	starts      mask // free for children and rooms
	temperature float64
	noise       int64 // taken off the cost of what is being looked at
	loudest     int64 // the most that noise can take off
	bound       int64 // noisy cost of the best answer
	best        *option
	squeezing   bool // others may give way
	known       *run // where lookWhereItWas has been
	knownPerson int32
}

// blockChildren finds the starts at which a child of the activity has something else, wherever that is.
func (s *state) blockChildren(w *work) {
	clear(s.scratch.blocked)
	for _, child := range w.children {
		spread(s.scratch.busy, s.childMask(child), w.slots)
		for i, busy := range s.scratch.busy {
			s.scratch.blocked[i] |= busy
		}
	}
}

// freeStarts finds the starts of the question's spot at which all children and one room are free.
func (s *state) freeStarts(q *question) {
	q.starts = q.spot.starts
	if len(q.w.children) == 0 && len(q.spot.rooms) == 0 {
		return
	}
	q.starts = s.scratch.starts
	for i, starts := range q.spot.starts {
		q.starts[i] = starts &^ s.scratch.blocked[i]
	}
	if len(q.spot.rooms) > 0 {
		clear(s.scratch.people)
		for i := range q.spot.rooms {
			spread(s.scratch.busy, s.roomMask(q.spot.rooms[i].room), q.w.slots)
			for k, busy := range s.scratch.busy {
				s.scratch.people[k] |= q.spot.rooms[i].open[k] &^ busy
			}
		}
		for i, free := range s.scratch.people {
			q.starts[i] &= free
		}
	}
}

// slack is how many minutes of the person's day nothing fills.
func (s *state) slack(person, day int32) int32 {
	f := &s.facts[person*s.days+day]
	return s.people[person].room[day] - f.busy - f.travel
}

// freeRoom returns a room that is free then, drawn at random; nowhere when none is asked.
func (s *state) freeRoom(w *work, at *spot, slot int32) (int32, bool) {
	if len(at.rooms) == 0 {
		return nowhere, true
	}
	first := s.random.below(len(at.rooms))
	for i := range at.rooms {
		choice := &at.rooms[(first+i)%len(at.rooms)]
		if choice.open.has(slot) && !s.roomMask(choice.room).anyIn(slot, min(slot+w.slots, s.slots)) {
			return choice.room, true
		}
	}
	return nowhere, false
}

// noise is what a temperature takes off a cost.
func (s *state) noise(temperature float64) int64 {
	if temperature <= 0 {
		return 0
	}
	return int64(temperature * s.random.gumbel())
}

// loudest is the most that a temperature takes off a cost.
func loudest(temperature float64) int64 {
	if temperature <= 0 {
		return 0
	}
	return int64(temperature * float64(gumbels[len(gumbels)-1]))
}

// chooseAlone answers for occurrences of one seat and no optional people.
func (s *state) chooseAlone(q *question) {
	s.scratch.tight = s.scratch.tight[:0]
	s.lookWhereItWas(q)
	day, dayCost, free := int32(-1), int64(0), false
	for i := range q.spot.runs {
		r := &q.spot.runs[i]
		if r.day != day {
			day = r.day
			dayCost, free = s.dayCost(q.activity, q.w, day)
			free = free && s.scope.day(day)
		}
		if !free || firstCommon(q.starts, q.starts, r.from, r.to) < 0 {
			continue
		}
		cost := dayCost + r.cost
		for k := range s.scratch.candidates {
			c := &s.scratch.candidates[k]
			if cost+c.cost-q.loudest < q.bound && (r != q.known || c.person != q.knownPerson) {
				s.lookAt(q, r, c, cost+c.cost)
			}
		}
	}
	for i := range s.scratch.tight {
		if x := &s.scratch.tight[i]; x.cost-x.noise < q.bound {
			q.noise = x.noise
			s.squeeze(q, x)
		}
	}
}

// lookAt looks at one person's gaps in one run, unless their noise or their ways rule that out. It costs at least so much.
func (s *state) lookAt(q *question, r *run, c *candidate, cost int64) {
	q.noise = s.noise(q.temperature)
	if cost-q.noise >= q.bound {
		return
	}
	if way, known := s.nearest(c.person, r.day, q.spot.place); known &&
		(cost+s.travelCost(way)-q.noise >= q.bound || way+q.w.duration > s.slack(c.person, r.day)) {
		return
	}
	if there := s.startsOf(q.w, c.person); firstCommon(q.starts, there, r.from, r.to) >= 0 {
		s.chooseGaps(q, r, c.person, there, cost)
	}
}

// lookWhereItWas looks first at the person and the run from which the occurrence was taken: that is a good answer, and the better the first
// answer, the less there is to look at.
func (s *state) lookWhereItWas(q *question) {
	q.known = nil
	start := s.taken[q.o]
	if start < 0 || s.place[q.o] != q.spot.place {
		return
	}
	r := q.spot.runAt(start / s.grid)
	if r == nil || !s.scope.day(r.day) || firstCommon(q.starts, q.starts, r.from, r.to) < 0 {
		return
	}
	person := s.staff[s.seatBase[q.o]]
	for k := range s.scratch.candidates {
		if c := &s.scratch.candidates[k]; c.person == person {
			if dayCost, free := s.dayCost(q.activity, q.w, r.day); free {
				q.known, q.knownPerson = r, person
				s.lookAt(q, r, c, dayCost+r.cost+c.cost)
			}
			return
		}
	}
}

// runAt returns the run in which a slot lies, or nil.
func (p *spot) runAt(slot int32) *run {
	for i := range p.runs {
		if r := &p.runs[i]; r.from <= slot && slot <= r.to {
			return r
		}
	}
	return nil
}
