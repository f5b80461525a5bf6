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
	if w.alone {
		s.priceCandidates(&q)
	}
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
	bound       int64 // noisy cost of the best answer
	best        *option
}

// freeStarts finds the starts of the question's spot at which all children and one room are free.
func (s *state) freeStarts(q *question) {
	q.starts = q.spot.starts
	if len(q.w.children) == 0 && len(q.spot.rooms) == 0 {
		return
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
		for _, c := range s.scratch.candidates {
			cost := dayCost + r.cost + c.cost
			q.noise = s.noise(q.temperature)
			if cost-q.noise >= q.bound || cost+s.nearest(c.person, day, q.spot.place)-q.noise >= q.bound {
				continue
			}
			if there := s.startsOf(q.w, c.person); firstCommon(q.starts, there, r.from, r.to) >= 0 {
				s.chooseGaps(q, r, c.person, there, cost)
			}
		}
	}
}

// gap is a stretch of a person's day in which the question's occurrence could start, between two things they do.
type gap struct {
	person, day int32
	there       mask  // starts at which the person is there
	from, to    int32 // slots, both included
	cost        int64 // of planning it here, travel included; exact but for travel that only walking the day tells
	travel      int64 // the part of cost that is travel; 0 when only walking the day tells
	plain       bool  // nothing but the gap decides: no need to walk the day
}

// chooseGaps tries every gap of a person's day.
func (s *state) chooseGaps(q *question, r *run, person int32, there mask, cost int64) {
	h, at := &s.people[person], person*s.days+r.day
	diary, facts := s.diaries[at], &s.facts[at]
	place, travel, bounded := q.spot.place, s.travel, h.hours[r.day].from <= h.hours[r.day].to
	simple := facts.lawful && !facts.drifting && place != nowhere && !h.hasLimits
	lunchFrom, lunchTo := r.day*dayMinutes+int32(h.lunch.From), r.day*dayMinutes+int32(h.lunch.To)
	before, end := h.base, int32(math.MinInt32/2)
	opens, closes := r.from*s.grid, r.to*s.grid
	for i := 0; i <= len(diary) && end <= closes; i++ {
		if i < len(diary) && diary[i].start < opens+q.w.duration {
			if diary[i].place != nowhere {
				before = diary[i].place
			}
			end = diary[i].end
			continue
		}
		to := place
		if to == nowhere {
			to = before
		}
		// The way there, the way on, and the way that is saved.
		var in, out, saved int32
		earliest, latest, next := end, int32(math.MaxInt32/2), int32(math.MaxInt32/2)
		if i > 0 || h.fromBase {
			in = travel[before*s.places+to]
		}
		if i == 0 && h.fromBase && bounded {
			earliest = h.hours[r.day].from
		}
		if i < len(diary) {
			after := diary[i].place
			if after == nowhere {
				after = to
			}
			next = diary[i].start
			out = travel[to*s.places+after]
			latest = next
			if i > 0 || h.fromBase {
				saved = travel[before*s.places+after]
			}
		} else if h.fromBase {
			out = travel[to*s.places+h.base]
			if i > 0 {
				saved = travel[before*s.places+h.base]
			}
			if bounded {
				latest = h.hours[r.day].to
			}
		}
		g := gap{person: person, day: r.day, there: there, cost: cost}
		g.from = max(r.from, ceilDiv(earliest+in, s.grid))
		g.to = min(r.to, floorSlot(latest-out-q.w.duration, s.grid))
		if g.from <= g.to {
			if simple {
				g.travel = int64(in+out-saved) * s.weights[planner.TermTravel]
				g.cost += g.travel
				g.plain = !h.hasLunch || next <= lunchFrom || end >= lunchTo || facts.lunch < end || facts.lunch >= next
			}
			s.tryGap(q, &g)
		}
		if i < len(diary) {
			if diary[i].place != nowhere {
				before = diary[i].place
			}
			end = diary[i].end
		}
	}
}

// tryGap draws a start in the gap and keeps it when it is lawful and the best so far.
func (s *state) tryGap(q *question, g *gap) {
	if g.cost-q.noise >= q.bound {
		return
	}
	if was := s.published[q.o]; was >= 0 {
		if told := &s.publishing[was]; told.place == q.spot.place {
			slot := told.start / s.grid
			if slot >= g.from && slot <= g.to && told.start%s.grid == 0 && q.starts.has(slot) && g.there.has(slot) {
				s.tryStart(q, g, slot)
			}
		}
		g.cost += s.weights[planner.TermMoved]
	}
	for attempt, kind := 0, s.random.below(3); attempt < 3; attempt, kind = attempt+1, kind+1 {
		var slot int32
		switch kind % 3 {
		case 0:
			slot = firstCommon(q.starts, g.there, g.from, g.to)
		case 1:
			slot = lastCommon(q.starts, g.there, g.from, g.to)
		default:
			slot = firstCommon(q.starts, g.there, g.from+int32(s.random.below(int(g.to-g.from+1))), g.to)
		}
		if slot >= 0 && s.tryStart(q, g, slot) || slot < 0 && kind%3 < 2 {
			return
		}
	}
}

// tryStart prices one start and reports whether it is lawful. It is the answer when it is the best so far.
func (s *state) tryStart(q *question, g *gap, slot int32) bool {
	cost := g.cost
	if s.personMask(g.person).anyIn(slot, min(slot+q.w.slots, s.slots)) {
		return false
	}
	if !g.plain {
		travel, ok := s.detour(g.person, g.day, q.w, slot, q.spot.place)
		if !ok {
			return false
		}
		cost += travel - g.travel
	}
	if cost-q.noise >= q.bound {
		return true
	}
	room, ok := s.freeRoom(q.w, q.spot, slot)
	if !ok {
		return false
	}
	q.bound = cost - q.noise
	b := q.best
	b.start, b.place, b.room, b.cost, b.found = slot*s.grid, q.spot.place, room, cost, true
	b.staff[0] = g.person
	return true
}

// detour is the cost of the travel it adds that the person does the activity then and there, and whether their day and their limits allow it.
// Their being available and free is not asked again.
func (s *state) detour(person, day int32, w *work, slot, place int32) (cost int64, ok bool) {
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

// floorSlot is the last slot that starts at or before a minute; -1 before the horizon.
func floorSlot(minute, grid int32) int32 {
	if minute < 0 {
		return -1
	}
	return minute / grid
}

func ceilDiv(a, b int32) int32 {
	if a <= 0 {
		return 0
	}
	return (a + b - 1) / b
}
