package search

import (
	"math"

	"github.com/maillage-dime/maillage/planner"
)

const (
	longAgo = math.MinInt32 / 2
	farOff  = math.MaxInt32 / 2
)

// passage is what it means to go to a place between two things of a person's day: rules 3 and 4 for one gap.
type passage struct {
	in, out, saved   int32 // minutes of the way there, of the way on, and of the way that is not made any more
	end, next        int32 // when the thing before ends and the thing after starts
	earliest, latest int32 // minutes between which the person can be at the place
}

// passage looks at the gap before the i-th entry of a day, to which the person comes from a place. Its ways are exact; its times are where the
// person could be at the place as far as the things before and after are concerned.
func (t *tables) passage(h *human, day int32, diary []entry, i int, from, place int32) passage {
	p := passage{end: longAgo, next: farOff}
	p.in, p.out, p.saved = t.detourAt(h, diary, i, from, place)
	t.bound(&p, h, day, diary, i)
	return p
}

// bound works out the times of a passage whose ways are known.
func (t *tables) bound(p *passage, h *human, day int32, diary []entry, i int) {
	hours := h.hours[day]
	bounded := h.fromBase && hours.from <= hours.to
	if i > 0 {
		p.end = diary[i-1].end
		p.earliest = p.end + p.in
	} else if p.earliest = longAgo; bounded {
		p.earliest = hours.from + p.in
	}
	switch {
	case i < len(diary):
		p.next = diary[i].start
		p.latest = p.next
		if diary[i].place != nowhere {
			p.latest -= p.out
		}
	case bounded:
		p.latest = hours.to - p.out
	default:
		p.latest = farOff
	}
}

// plain reports whether nothing but the passage decides that the person may go there: their day has no limits to keep, everything in it has a
// place, and the break they have is in another gap.
func (h *human) plain(day int32, f *dayFacts, p *passage) bool {
	return !h.hasLunch || p.next <= day*dayMinutes+int32(h.lunch.From) || p.end >= day*dayMinutes+int32(h.lunch.To) || f.lunch < p.end || f.lunch >= p.next
}

// fed reports whether the person's break fits into the gap before or after something they do in it from start to end.
func (h *human) fed(day int32, p *passage, start, end int32) bool {
	from := day * dayMinutes
	lunch := lunchSearch{from: from + int32(h.lunch.From), to: from + int32(h.lunch.To), minutes: int32(h.lunch.Minutes)}
	return lunch.fits(p.end, start-p.in) || lunch.fits(end+p.out, p.next) ||
		p.end != longAgo && lunch.fits(p.end+p.in, start) || p.next != farOff && lunch.fits(end, p.next-p.out)
}

func (s *state) simple(h *human, f *dayFacts, place int32) bool {
	return f.lawful && !f.drifting && place != nowhere && !h.hasLimits
}

// gap is a stretch of a person's day in which the question's occurrence could start, between two things they do.
type gap struct {
	person, day int32
	there       mask  // starts at which the person is there
	from, to    int32 // slots, both included
	cost        int64 // of planning it here
	travel      int64 // the part of cost that is travel
	plain       bool  // nothing but the gap decides: no need to walk the day
}

// chooseGaps tries every gap of a person's day.
func (s *state) chooseGaps(q *question, r *run, person int32, there mask, cost int64) {
	h, at := &s.people[person], person*s.days+r.day
	diary, facts := s.diaries[at], &s.facts[at]
	simple := s.simple(h, facts, q.spot.place)
	slack := s.slack(person, r.day)
	reach := int32(0)
	if q.squeezing {
		reach = farthestShift * s.step * s.grid
	}
	from, opens, closes := h.base, r.from*s.grid+q.w.duration, r.to*s.grid
	for i := 0; i <= len(diary); i++ {
		if i > 0 {
			if diary[i-1].end-reach > closes {
				return
			}
			if diary[i-1].place != nowhere {
				from = diary[i-1].place
			}
		}
		if !s.worthwhile(q, diary, i, opens, reach) {
			continue
		}
		tight := reach > 0 && s.givesWay(diary, i)
		if reach > 0 && !tight && !s.worthwhile(q, diary, i, opens, 0) {
			continue
		}
		place := q.spot.place
		if place == nowhere {
			place = from
		}
		p := passage{end: longAgo, next: farOff}
		p.in, p.out, p.saved = s.detourAt(h, diary, i, from, place)
		way := p.in + p.out - p.saved
		g := gap{person: person, day: r.day, there: there, travel: s.travelCost(way)}
		g.cost = cost + g.travel
		s.priced++
		if g.cost-q.noise >= q.bound || way+q.w.duration > slack {
			continue
		}
		s.bound(&p, h, r.day, diary, i)
		g.plain = simple && h.plain(r.day, facts, &p)
		g.from, g.to = max(r.from, ceilDiv(p.earliest, s.grid)), min(r.to, floorSlot(p.latest-q.w.duration, s.grid))
		wide := g
		if (g.from > g.to || !s.tryGap(q, &g)) && tight {
			s.scratch.tight = append(s.scratch.tight, tightGap{gap: wide, run: r, i: i, earliest: p.earliest, latest: p.latest, noise: q.noise})
		}
	}
}

// worthwhile reports whether the gap before the i-th entry is long enough and does not end before the activity can, if what is around it
// moved so far.
func (s *state) worthwhile(q *question, diary []entry, i int, opens, reach int32) bool {
	return i == len(diary) || diary[i].start+reach >= opens && (i == 0 || diary[i].start-diary[i-1].end+reach >= q.w.duration)
}

// givesWay reports whether something beside the gap before the i-th entry could make it longer.
func (s *state) givesWay(diary []entry, i int) bool {
	return i > 0 && !s.rigid[diary[i-1].occurrence] || i < len(diary) && !s.rigid[diary[i].occurrence]
}

// tryGap draws a start in the gap, keeps it when it is the best so far, and reports whether one is lawful.
func (s *state) tryGap(q *question, g *gap) bool {
	if g.cost-q.noise >= q.bound {
		return true
	}
	if was := s.published[q.o]; was >= 0 {
		if told := &s.publishing[was]; told.place == q.spot.place {
			slot := told.start / s.grid
			if slot >= g.from && slot <= g.to && told.start%s.grid == 0 && q.starts.has(slot) && g.there.has(slot) && s.tryStart(q, g, slot) {
				return true
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
		if slot >= 0 && s.tryStart(q, g, slot) {
			return true
		}
		if slot < 0 && kind%3 < 2 {
			return false
		}
	}
	return false
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
	b.staff[0], b.shifts = g.person, b.shifts[:0]
	return true
}

// detour is the cost of the travel it adds that the person does the activity then and there, and whether their day and their limits allow it.
// Their being available and free is not asked again.
func (s *state) detour(person, day int32, w *work, slot, place int32) (cost int64, ok bool) {
	h, at, start := &s.people[person], person*s.days+day, slot*s.grid
	today, facts := s.diaries[at], &s.facts[at]
	i := 0
	for i < len(today) && today[i].start < start {
		i++
	}
	if s.simple(h, facts, place) {
		from := h.base
		if i > 0 {
			from = today[i-1].place
		}
		p := s.passage(h, day, today, i, from, place)
		if start < p.earliest || start+w.duration > p.latest {
			return 0, false
		}
		if h.plain(day, facts, &p) || h.fed(day, &p, start, start+w.duration) {
			return s.travelCost(p.in + p.out - p.saved), true
		}
	}
	diary := s.scratch.diary[:0]
	diary = append(diary, today[:i]...)
	diary = append(diary, entry{start: start, end: start + w.duration, place: place})
	diary = append(diary, today[i:]...)
	s.scratch.diary = diary
	f := s.walk(person, day, diary)
	if !f.lawful || !s.allows(person, day, f) {
		return 0, false
	}
	return s.travelCost(f.travel - facts.travel), true
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
