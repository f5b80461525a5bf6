package search

import (
	"math"

	"github.com/maillage-dime/maillage/planner"
)

// choose looks at every person, place, day and gap between two things in a diary where an occurrence that is not planned would be lawful,
// and returns the cheapest after adding noise: with the Gumbel noise of a temperature it is a draw from the Boltzmann distribution over all
// options ("heat bath"), without noise the best. Between starts of equal cost chance decides. The answer is valid until the next call.
func (s *state) choose(o int32, temperature float64) *option {
	best := &s.scratch.choice
	best.found = false
	w := &s.works[s.workOf[o]]
	best.staff, best.attending = best.staff[:len(w.seats)], best.attending[:len(w.optional)]
	q := question{o: o, activity: s.workOf[o], w: w, temperature: temperature, bound: math.MaxInt64, best: best}
	for i := range w.spots {
		q.spot = &w.spots[i]
		if !s.freeStarts(&q) {
			continue
		}
		if w.alone {
			s.chooseAlone(&q)
		} else {
			s.chooseTeam(&q)
		}
	}
	return best
}

// question is what choose is asked, and the best answer so far.
type question struct {
	o, activity int32
	w           *work
	spot        *spot
	starts      mask // free for children and rooms
	temperature float64
	bound       int64 // noisy cost of the best answer
	best        *option
}

// freeStarts finds the starts of the question's spot at which all children and one room are free.
func (s *state) freeStarts(q *question) bool {
	q.starts = q.spot.starts
	if len(q.w.children) == 0 && len(q.spot.rooms) == 0 {
		return true
	}
	copy(s.scratch.starts, q.spot.starts)
	q.starts = s.scratch.starts
	for _, child := range q.w.children {
		spread(s.scratch.busy, s.childMask(child), q.w.slots)
		for i, busy := range s.scratch.busy {
			q.starts[i] &^= busy
		}
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
	return true
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

// chooseAlone answers for occurrences of one seat and no optional people.
func (s *state) chooseAlone(q *question) {
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
		for _, c := range q.w.seats[0] {
			there := s.startsOf(q.w, c.person)
			if firstCommon(q.starts, there, r.from, r.to) < 0 {
				continue
			}
			s.chooseGap(q, r, c.person, there, dayCost+r.cost+s.personCost(q.o, q.w, c))
		}
	}
}

// chooseGap tries every gap of a person's day.
func (s *state) chooseGap(q *question, r *run, person int32, there mask, cost int64) {
	h, at := &s.people[person], person*s.days+r.day
	diary := s.diaries[at]
	fromPlace, end := h.base, int32(math.MinInt32/2)
	if h.fromBase && h.hours[r.day].from <= h.hours[r.day].to {
		end = h.hours[r.day].from
	}
	for i := 0; i <= len(diary); i++ {
		to := q.spot.place
		if to == nowhere {
			to = fromPlace
		}
		earliest := end
		if i > 0 || h.fromBase {
			earliest += s.travel[fromPlace*s.places+to]
		}
		latest, nextPlace := int32(math.MaxInt32/2), nowhere
		if i < len(diary) {
			nextPlace = diary[i].place
			if nextPlace == nowhere {
				nextPlace = to
			}
			latest = diary[i].start - s.travel[to*s.places+nextPlace]
		} else if h.fromBase && h.hours[r.day].from <= h.hours[r.day].to {
			latest = h.hours[r.day].to - s.travel[to*s.places+h.base]
		}
		latest -= q.w.duration
		if earliest <= latest {
			from, last := max(r.from, ceilDiv(earliest, s.grid)), min(r.to, latest/s.grid)
			if from <= last {
				s.tryGap(q, person, r.day, there, from, last, cost)
			}
		}
		if i < len(diary) {
			if diary[i].place != nowhere {
				fromPlace = diary[i].place
			}
			end = diary[i].end
		}
	}
}

// tryGap draws a start between two slots and keeps it when it is lawful and the best so far.
func (s *state) tryGap(q *question, person, day int32, there mask, from, to int32, cost int64) {
	moved := int64(0)
	if was := s.published[q.o]; was >= 0 {
		moved = s.weights[planner.TermMoved]
		if told := &s.publishing[was]; told.place == q.spot.place {
			slot := told.start / s.grid
			if slot >= from && slot <= to && q.starts.has(slot) && there.has(slot) {
				s.tryStart(q, person, day, slot, cost)
			}
		}
	}
	for attempt, kind := 0, s.random.below(3); attempt < 3; attempt, kind = attempt+1, kind+1 {
		slot := int32(-1)
		switch kind % 3 {
		case 0:
			slot = firstCommon(q.starts, there, from, to)
		case 1:
			slot = lastCommon(q.starts, there, from, to)
		default:
			middle := from + int32(s.random.below(int(to-from+1)))
			slot = firstCommon(q.starts, there, middle, to)
		}
		if slot >= 0 && s.tryStart(q, person, day, slot, cost+moved) {
			return
		}
	}
}

// tryStart prices one start and reports whether it is lawful, or too dear to look at closer.
func (s *state) tryStart(q *question, person, day, slot int32, cost int64) bool {
	noise := s.noise(q.temperature)
	travel, ok := s.detour(person, day, q.w, slot, q.spot.place)
	if !ok {
		return false
	}
	cost += travel
	if cost-noise >= q.bound {
		return true
	}
	room, ok := s.freeRoom(q.w, q.spot, slot)
	if !ok {
		return false
	}
	q.bound = cost - noise
	b := q.best
	b.start, b.place, b.room, b.cost, b.found = slot*s.grid, q.spot.place, room, cost, true
	b.staff[0] = person
	return true
}

// detour is the cost of the travel it adds that the person does the activity then and there, and whether their day and their limits allow it.
// Their being available is not asked again.
func (s *state) detour(person, day int32, w *work, slot, place int32) (cost int64, ok bool) {
	if s.personMask(person).anyIn(slot, min(slot+w.slots, s.slots)) {
		return 0, false
	}
	at := person*s.days + day
	start := slot * s.grid
	diary := s.scratch.diary[:0]
	inserted := false
	for _, e := range s.diaries[at] {
		if !inserted && start < e.start {
			diary = append(diary, entry{start: start, end: start + w.duration, place: place})
			inserted = true
		}
		diary = append(diary, e)
	}
	if !inserted {
		diary = append(diary, entry{start: start, end: start + w.duration, place: place})
	}
	s.scratch.diary = diary
	f := s.walk(person, day, diary)
	if !f.lawful || !s.allows(person, day, f) {
		return 0, false
	}
	return int64(f.travel-s.facts[at].travel) * s.weights[planner.TermTravel], true
}

func ceilDiv(a, b int32) int32 {
	if a <= 0 {
		return 0
	}
	return (a + b - 1) / b
}
