package search

import "slices"

const (
	deepest      = 3 // how far an ejection chain goes
	mostEjected  = 4 // by one occurrence
	aims         = 10
	seatAttempts = 4

	eager, lazy = 400, 30 // how often, in 1024 moves, an ejection chain is tried: more often while they succeed
)

// displace plans an occurrence that is left out where others are in the way, plans those elsewhere, and so on: an ejection chain.
func (c *chain) displace() bool {
	s := c.state
	if len(s.left) == 0 {
		return false
	}
	c.forgetForced()
	before := s.unmet
	done := c.force(s.left[s.random.below(len(s.left))], 0)
	if done && s.unmet < before {
		c.eagerness = eager
	} else {
		c.eagerness = max(lazy, c.eagerness-1)
	}
	return done
}

func (c *chain) forgetForced() {
	for i := range c.forced {
		c.forced[i] = -1
	}
}

// force plans an occurrence by taking out what is in its way where that matters least. What was taken out finds another way, forces one in its
// turn, or stays out.
func (c *chain) force(o int32, depth int) bool {
	s := c.state
	target := &c.targets[depth]
	if !c.aim(o, target) {
		return false
	}
	for _, blocker := range target.blockers {
		s.take(blocker)
	}
	if !s.possible(o, &target.option) {
		return false
	}
	s.put(o, &target.option)
	c.forced[depth] = o
	for _, blocker := range target.blockers {
		if as := s.choose(blocker, c.temperature); as.found {
			s.settle(blocker, as)
		} else if depth+1 < deepest && !c.force(blocker, depth+1) && !s.lawful() {
			return false
		}
	}
	return true
}

// target is a way to plan an occurrence that others block.
type target struct {
	option
	blockers []int32
	harm     int64 // unmet of the blockers
	most     int   // blockers that it may have
}

// set makes a target what another one is.
func (t *target) set(other *target) {
	t.start, t.place, t.room, t.harm = other.start, other.place, other.room, other.harm
	t.staff = append(t.staff[:0], other.staff...)
	t.attending = append(t.attending[:0], other.attending...)
	t.blockers = append(t.blockers[:0], other.blockers...)
}

// aim draws a few ways to plan an occurrence whatever is in the way, and keeps the one that takes out least.
func (c *chain) aim(o int32, best *target) bool {
	try, found := &c.targets[deepest], false
	try.most = mostEjected
	for range aims {
		if c.draw(o, try) && (!found || try.harm < best.harm) {
			found = true
			best.set(try)
		}
	}
	return found
}

// draw draws one way to plan an occurrence, and finds what blocks it. It is false when something that may not change does.
func (c *chain) draw(o int32, try *target) bool {
	s := c.state
	activity := s.workOf[o]
	w := &s.works[activity]
	if len(w.spots) == 0 {
		return false
	}
	at := &w.spots[s.random.below(len(w.spots))]
	r := &at.runs[s.random.below(len(at.runs))]
	if !s.scope.day(r.day) {
		return false
	}
	slot := r.from + int32(s.random.below(int(r.to-r.from)+1))
	try.start, try.place, try.room, try.harm = slot*s.grid, at.place, nowhere, 0
	try.blockers = try.blockers[:0]
	end := try.start + w.duration
	for _, child := range w.children {
		for _, other := range c.relations.ofChild[child] {
			if s.meets(other, try.start, end) && !c.block(try, other) {
				return false
			}
		}
	}
	for other := w.first; other < w.first+w.count; other++ {
		if s.start[other] >= 0 && abs(s.start[other]/dayMinutes-r.day) < w.gap && !c.block(try, other) {
			return false
		}
	}
	if len(at.rooms) > 0 && !c.drawRoom(w, at, try, slot) {
		return false
	}
	return c.drawStaff(w, try, slot)
}

func (c *chain) drawRoom(w *work, at *spot, try *target, slot int32) bool {
	s := c.state
	room, free := s.freeRoom(w, at, slot)
	if free {
		try.room = room
		return true
	}
	choice := &at.rooms[s.random.below(len(at.rooms))]
	if !choice.open.has(slot) {
		return false
	}
	try.room = choice.room
	for _, other := range c.relations.ofPlace[at.place] {
		if s.room[other] == try.room && s.meets(other, try.start, try.start+w.duration) && !c.block(try, other) {
			return false
		}
	}
	return true
}

// drawStaff seats, on each seat, the one of a few random candidates who has least to give up.
func (c *chain) drawStaff(w *work, try *target, slot int32) bool {
	s := c.state
	try.staff = append(try.staff[:0], s.scratch.nobody[:len(w.seats)]...)
	for _, seat := range w.seatOrder {
		candidates := w.seats[seat]
		if len(candidates) == 0 {
			return false
		}
		person, fewest := int32(-1), 0
		for range min(seatAttempts, len(candidates)) {
			who := candidates[s.random.below(len(candidates))].person
			if seated(try.staff, who) || !s.startsOf(w, who).has(slot) {
				continue
			}
			if n := s.inTheWay(who, try.start, try.start+w.duration, try.place); person < 0 || n < fewest {
				person, fewest = who, n
			}
		}
		if person < 0 || fewest > try.most || !c.blockPerson(person, w, try) {
			return false
		}
		try.staff[seat] = person
	}
	try.attending = try.attending[:0]
	for range w.optional {
		try.attending = append(try.attending, false)
	}
	return true
}

// inTheWay counts what the person does that day too near in time for the ways there and on.
func (s *state) inTheWay(person, start, end, place int32) (n int) {
	for _, e := range s.diaries[person*s.days+start/dayMinutes] {
		if s.tooNear(&e, start, end, place) {
			n++
		}
	}
	return n
}

func (s *state) tooNear(e *entry, start, end, place int32) bool {
	if place == nowhere || e.place == nowhere {
		return e.start < end && start < e.end
	}
	return e.start < end+s.travel[place*s.places+e.place] && start < e.end+s.travel[e.place*s.places+place]
}

func (c *chain) blockPerson(person int32, w *work, try *target) bool {
	s := c.state
	end := try.start + w.duration
	today := try.start / dayMinutes
	for day := max(0, today-1); day < min(s.days, end/dayMinutes+1); day++ {
		for i := range s.diaries[person*s.days+day] {
			e := &s.diaries[person*s.days+day][i]
			near := e.start < end && try.start < e.end || day == today && s.tooNear(e, try.start, end, try.place)
			if near && !c.block(try, e.occurrence) {
				return false
			}
		}
	}
	return true
}

// block adds an occurrence to what is in the way; false when it may not change or there is too much in the way.
func (c *chain) block(try *target, o int32) bool {
	s := c.state
	if slices.Contains(try.blockers, o) {
		return true
	}
	if s.fixed[o] || len(try.blockers) == try.most || slices.Contains(c.forced[:], o) {
		return false
	}
	try.blockers = append(try.blockers, o)
	try.harm += s.works[s.workOf[o]].leftOut
	return true
}

// meets reports whether a planned occurrence overlaps [start, end).
func (s *state) meets(o, start, end int32) bool {
	return s.start[o] >= 0 && s.start[o] < end && start < s.start[o]+s.works[s.workOf[o]].duration
}

func abs(x int32) int32 { return max(x, -x) }
