package search

import (
	"math/bits"
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// mostStarts is how many starts of one spot are looked at for an occurrence of several people.
const mostStarts = 192

// chooseTeam answers for occurrences of several seats or with optional people: for each start, each seat in turn takes the cheapest
// candidate who is free, and the optional people attend where that costs less than their absence.
func (s *state) chooseTeam(q *question) {
	s.teamStarts(q)
	day, dayCost, free := int32(-1), int64(0), false
	slots := s.scratch.slots
	for i := range slots {
		// The first starts of a random order.
		k := i + s.random.below(len(slots)-i)
		slots[i], slots[k] = slots[k], slots[i]
		if i >= mostStarts && q.best.found {
			return
		}
		slot := slots[i]
		if d := slot * s.grid / dayMinutes; d != day {
			day = d
			dayCost, free = s.dayCost(q.activity, q.w, day)
			free = free && s.scope.day(day)
		}
		if free {
			s.tryTeam(q, slot, day, dayCost)
		}
	}
}

// teamStarts fills scratch.slots with the starts at which every seat has somebody, and scratch.extras with those at which each of the
// optional people is free.
func (s *state) teamStarts(q *question) {
	open := s.scratch.starts
	if &open[0] != &q.starts[0] {
		copy(open, q.starts)
	}
	for _, seat := range q.w.seatOrder {
		candidates := q.w.seats[seat]
		if len(candidates) > 3 {
			continue // somebody will be free; asking everybody costs more than it saves
		}
		clear(s.scratch.people)
		for _, c := range candidates {
			spread(s.scratch.busy, s.personMask(c.person), q.w.slots)
			there := s.startsOf(q.w, c.person)
			for i, busy := range s.scratch.busy {
				s.scratch.people[i] |= there[i] &^ busy
			}
		}
		for i, free := range s.scratch.people {
			open[i] &= free
		}
	}
	for k, person := range q.w.optional {
		free := maskAt(s.scratch.extras, int32(k), s.words)
		spread(free, s.personMask(person), q.w.slots)
		there := s.startsOf(q.w, person)
		for i, busy := range free {
			free[i] = there[i] &^ busy
		}
	}
	s.scratch.slots = s.scratch.slots[:0]
	for i, word := range open {
		for ; word != 0; word &= word - 1 {
			s.scratch.slots = append(s.scratch.slots, int32(i<<6+bits.TrailingZeros64(word)))
		}
	}
}

func (s *state) tryTeam(q *question, slot, day int32, dayCost int64) {
	start := slot * s.grid
	noise := s.noise(q.temperature)
	cost := dayCost + s.windowCost(q.activity, start) + s.moved(q.o, start, q.spot.place) - noise
	absent := s.weights[planner.TermOptionalAbsent]
	certain := cost // what it costs at least: those who cannot attend
	for k := range q.w.optional {
		if !maskAt(s.scratch.extras, int32(k), s.words).has(slot) {
			certain += absent
		}
	}
	if certain >= q.bound {
		return
	}
	trial := &s.scratch.trial
	trial.staff, trial.attending = trial.staff[:len(q.w.seats)], trial.attending[:len(q.w.optional)]
	for i := range trial.staff {
		trial.staff[i] = -1
	}
	for _, seat := range q.w.seatOrder {
		person, price, ok := s.chooseSeat(q, trial, seat, slot, day)
		if !ok {
			return
		}
		trial.staff[seat] = person
		if cost += price; cost >= q.bound {
			return
		}
	}
	for k, person := range q.w.optional {
		trial.attending[k] = false
		price := absent
		if maskAt(s.scratch.extras, int32(k), s.words).has(slot) && !seated(trial.staff, person) {
			if travel, ok := s.detour(person, day, q.w, slot, q.spot.place); ok && travel <= absent {
				trial.attending[k] = true
				price = travel
			}
		}
		if cost += price; cost >= q.bound {
			return
		}
	}
	s.priced++
	room, ok := s.freeRoom(q.w, q.spot, slot)
	if !ok || cost >= q.bound {
		return
	}
	q.bound = cost
	b := q.best
	b.start, b.place, b.room, b.cost, b.found = start, q.spot.place, room, cost+noise, true
	b.shifts = b.shifts[:0]
	copy(b.staff, trial.staff)
	copy(b.attending, trial.attending)
}

// chooseSeat returns the cheapest person for a seat who is free and not on another seat.
func (s *state) chooseSeat(q *question, trial *option, seat, slot, day int32) (person int32, price int64, ok bool) {
	lowest := int64(0)
	candidates := q.w.seats[seat]
	for k := range q.looked(candidates) {
		c := s.candidate(q, candidates, k)
		if c.person == s.barred || seated(trial.staff, c.person) || !s.free(q.w, c.person, slot) {
			continue
		}
		cost := s.personCost(q.o, q.w, c)
		noisy := cost - s.noise(q.temperature)
		if ok && noisy >= lowest && q.temperature <= 0 {
			continue
		}
		travel, free := s.detour(c.person, day, q.w, slot, q.spot.place)
		if !free {
			continue
		}
		if noisy += travel; !ok || noisy < lowest {
			person, price, lowest, ok = c.person, cost+travel, noisy, true
		}
	}
	return person, price, ok
}

func seated(staff []int32, person int32) bool { return slices.Contains(staff, person) }
