package search

// A gap that is too short can be made longer: what stands before it moves to an earlier hour, what stands after it to a later one, with the
// same people at the same place. So an occurrence finds a way into a day that is full of short breaks.

const (
	farthestShift = 5   // steps by which one thing gives way
	gentle        = 3.0 // temperature below which things give way, for a spread of spreadThen: above, room is found without
)

// shift is a new start of something that gives way.
type shift struct{ occurrence, start int32 }

// tightGap is a gap that is too short.
type tightGap struct {
	gap
	run              *run
	i                int // the gap is before this entry
	earliest, latest int32
	noise            int64
}

// squeeze tries to start the question's occurrence near a gap of a person's day that is too short for it: what follows gives way, or what
// precedes, or both.
func (s *state) squeeze(q *question, x *tightGap) {
	r, g, i := x.run, &x.gap, x.i
	earliest, latest := ceilDiv(x.earliest, s.grid), floorSlot(x.latest-q.w.duration, s.grid)
	reach := farthestShift * s.step
	if earliest-latest > 2*reach {
		return
	}
	diary := s.diaries[g.person*s.days+g.day]
	before := i > 0 && !s.rigid[diary[i-1].occurrence]
	after := i < len(diary) && !s.rigid[diary[i].occurrence]
	soonest, last := max(r.from, earliest-reach), min(r.to, latest+reach)
	var slot int32
	switch kind := s.random.below(3); {
	case before && after && kind == 0 && earliest-latest > 1:
		slot = firstCommon(q.starts, g.there, max(soonest, latest+1), min(last, earliest-1))
	case after && (kind == 1 || !before):
		slot = firstCommon(q.starts, g.there, max(r.from, earliest), last)
	default:
		slot = lastCommon(q.starts, g.there, soonest, min(r.to, latest))
	}
	if slot >= 0 {
		s.squeezeAt(q, g, i, slot)
	}
}

// squeezeAt prices one start, with what has to give way for it, and reports whether it is lawful.
func (s *state) squeezeAt(q *question, g *gap, i int, slot int32) bool {
	at := g.person*s.days + g.day
	today, start := s.diaries[at], slot*s.grid
	diary := s.scratch.diary[:0]
	diary = append(diary, today[:i]...)
	diary = append(diary, entry{start: start, end: start + q.w.duration, place: q.spot.place, occurrence: q.o})
	diary = append(diary, today[i:]...)
	s.scratch.diary = diary
	s.scratch.shifts = s.scratch.shifts[:0]
	where := s.whereabouts(g.person, diary)
	extra, ok := s.giveWayLater(g.person, diary, where, i)
	if !ok {
		return false
	}
	more, ok := s.giveWayEarlier(g.person, diary, where, i)
	if !ok {
		return false
	}
	cost := g.cost - g.travel + extra + more + s.moved(q.o, start, q.spot.place)
	if cost-q.noise >= q.bound || !s.clearAround(g.person, today, diary) {
		return false
	}
	s.priced++
	f := s.walk(g.person, g.day, diary)
	if !f.lawful || !s.allows(g.person, g.day, f) {
		return false
	}
	if cost += s.travelCost(f.travel - s.facts[at].travel); cost-q.noise >= q.bound {
		return false
	}
	room, ok := s.freeRoom(q.w, q.spot, slot)
	if !ok {
		return false
	}
	q.bound = cost - q.noise
	b := q.best
	b.start, b.place, b.room, b.cost, b.found = start, q.spot.place, room, cost, true
	b.staff[0] = g.person
	b.shifts = append(b.shifts[:0], s.scratch.shifts...)
	return true
}

// clearAround reports whether the hours by which a day now begins earlier or ends later hold nothing of another day: something that runs past
// midnight stands only in the diary of the day it begins on.
func (s *state) clearAround(person int32, today, diary []entry) bool {
	busy := s.personMask(person)
	if from, to := diary[0].start/s.grid, today[0].start/s.grid; from < to && busy.anyIn(from, to) {
		return false
	}
	from, to := ceilDiv(today[len(today)-1].end, s.grid), min(ceilDiv(diary[len(diary)-1].end, s.grid), s.slots)
	return from >= to || !busy.anyIn(from, to)
}

// whereabouts are the places at which a person is for each entry of a day.
func (s *state) whereabouts(person int32, diary []entry) []int32 {
	where := s.scratch.where[:0]
	at := s.people[person].base
	for i := range diary {
		if diary[i].place != nowhere {
			at = diary[i].place
		}
		where = append(where, at)
	}
	s.scratch.where = where
	return where
}

// giveWayLater moves what follows the i-th entry to later hours until nothing is in its way, and returns what that costs.
func (s *state) giveWayLater(person int32, diary []entry, where []int32, i int) (cost int64, ok bool) {
	for k := i + 1; k < len(diary); k++ {
		e := &diary[k]
		from := diary[k-1].end + s.travel[where[k-1]*s.places+where[k]]
		if e.start >= from {
			return cost, true
		}
		first := ceilDiv(from, s.grid)
		slot := s.giveWay(person, e, first, min(first+farthestShift*s.step, s.slots-1), false)
		if slot < 0 {
			return 0, false
		}
		cost += s.shifted(e, slot*s.grid)
	}
	return cost, true
}

// giveWayEarlier moves what precedes the i-th entry to earlier hours until nothing is in its way, and returns what that costs.
func (s *state) giveWayEarlier(person int32, diary []entry, where []int32, i int) (cost int64, ok bool) {
	for k := i - 1; k >= 0; k-- {
		e := &diary[k]
		to := diary[k+1].start - s.travel[where[k]*s.places+where[k+1]]
		if e.end <= to {
			return cost, true
		}
		last := floorSlot(to-(e.end-e.start), s.grid)
		slot := s.giveWay(person, e, max(0, last-farthestShift*s.step), last, true)
		if slot < 0 {
			return 0, false
		}
		cost += s.shifted(e, slot*s.grid)
	}
	return cost, true
}

// giveWay returns the nearest slot of [from, to] at which an entry could start instead, or -1.
func (s *state) giveWay(person int32, e *entry, from, to int32, earlier bool) int32 {
	w := &s.works[s.workOf[e.occurrence]]
	if s.rigid[e.occurrence] || s.fixed[e.occurrence] {
		return -1
	}
	at := w.at(e.place)
	there := s.startsOf(w, person)
	for from <= to {
		var slot int32
		if earlier {
			slot = lastCommon(at.starts, there, from, to)
			to = slot - 1
		} else {
			slot = firstCommon(at.starts, there, from, to)
			from = slot + 1
		}
		if slot < 0 {
			return -1
		}
		if slot*s.grid/dayMinutes == e.start/dayMinutes && s.vacant(w, at, e, slot) {
			return slot
		}
	}
	return -1
}

// vacant reports whether the children and the room of an entry are free at another start, apart from the entry itself.
func (s *state) vacant(w *work, at *spot, e *entry, slot int32) bool {
	was := e.start / s.grid
	from, to := slot, min(slot+w.slots, s.slots)
	if slot > was {
		from = max(from, min(was+w.slots, s.slots))
	} else {
		to = min(to, was)
	}
	for _, child := range w.children {
		if s.childMask(child).anyIn(from, to) {
			return false
		}
	}
	if room := s.room[e.occurrence]; room != nowhere {
		return at.opens(room, slot) && !s.roomMask(room).anyIn(from, to)
	}
	return true
}

// shifted notes the new start of an entry and returns what it costs.
func (s *state) shifted(e *entry, start int32) int64 {
	o := e.occurrence
	s.scratch.shifts = append(s.scratch.shifts, shift{o, start})
	cost := s.windowCost(s.workOf[o], start) - s.window[o] + s.moved(o, start, e.place) - s.moved(o, s.start[o], e.place)
	e.end += start - e.start
	e.start = start
	return cost
}

// at returns the spot of a place, which the activity has.
func (w *work) at(place int32) *spot {
	i := 0
	for w.spots[i].place != place {
		i++
	}
	return &w.spots[i]
}

// opens reports whether a room of the spot is open for something that starts then.
func (p *spot) opens(room, slot int32) bool {
	i := 0
	for p.rooms[i].room != room {
		i++
	}
	return p.rooms[i].open.has(slot)
}

// settle plans an occurrence that is not planned as choose says, after what gives way for it has moved.
func (s *state) settle(o int32, as *option) {
	for _, x := range as.shifts {
		s.take(x.occurrence)
	}
	for _, x := range as.shifts {
		s.put(x.occurrence, &option{
			start: x.start, place: s.place[x.occurrence], room: s.room[x.occurrence],
			staff: s.seatsOf(x.occurrence), attending: s.extrasOf(x.occurrence),
		})
	}
	s.put(o, as)
}
