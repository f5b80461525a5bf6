package search

import "math"

const (
	widest      = 3 // occurrences around a gap that make room
	longestNeed = 4 // occurrences of an activity that move together
)

// attract plans an occurrence, or all occurrences of its activity, with the person and on the day where that would cost least if there were time:
// what stands there around the nearest gap, and what the children do that day, is taken out first and planned anew afterwards. What people have
// been told of is not drawn elsewhere: it would mostly take other published things with it. What several people do is convened.
func (c *chain) attract() bool {
	s := c.state
	seed := c.anyOccurrence()
	w := &s.works[s.workOf[seed]]
	if s.published[seed] >= 0 {
		return false
	}
	if !w.alone {
		return c.convene(seed)
	}
	from, to := seed, seed+1
	if w.count > 1 && w.count <= longestNeed && s.random.chance(2) {
		from, to = w.first, w.first+w.count
	}
	for o := from; o < to; o++ {
		if s.fixed[o] {
			return false
		}
		if s.start[o] >= 0 {
			s.take(o)
		}
	}
	temperature := c.temperature * calm
	list := s.scratch.list[:0]
	for o := from; o < to; o++ {
		list = c.makeRoom(list, o, w)
		as := s.choose(o, temperature)
		if !as.found {
			return false
		}
		s.settle(o, as)
	}
	s.scratch.list = list
	c.order(list)
	for _, o := range list {
		if as := s.choose(o, temperature); as.found {
			s.settle(o, as)
		}
	}
	return true
}

// makeRoom takes out what an occurrence not planned would meet where it would cost least, and adds it to a list.
func (c *chain) makeRoom(list []int32, o int32, w *work) []int32 {
	s := c.state
	person, day, place := c.attraction(o, w)
	if person < 0 {
		return list
	}
	before := len(list)
	diary := s.diaries[person*s.days+day]
	high := s.random.below(len(diary) + 1)
	if place != nowhere {
		_, high = s.leastDetour(person, day, place)
	}
	low := high
	for range 1 + s.random.below(widest) {
		if low > 0 && (high == len(diary) || s.random.chance(2)) {
			low--
			list = c.join(list, diary[low].occurrence)
		} else if high < len(diary) {
			list = c.join(list, diary[high].occurrence)
			high++
		}
	}
	for _, child := range w.children {
		for _, other := range c.relations.ofChild[child] {
			if s.start[other] >= 0 && s.start[other]/dayMinutes == day && s.workOf[other] != s.workOf[o] {
				list = c.join(list, other)
			}
		}
	}
	for _, other := range list[before:] {
		s.take(other)
	}
	return list
}

// attraction draws, by the heat bath, the person, the day and the place where an occurrence not planned would cost least if there were time; not
// where it was. The person is -1 where nobody can.
func (c *chain) attraction(o int32, w *work) (person, day, place int32) {
	s := c.state
	q := question{o: o, activity: s.workOf[o], w: w, temperature: c.temperature}
	s.priceCandidates(&q)
	bound := int64(math.MaxInt64)
	was, wasDay := s.staff[s.seatBase[o]], s.taken[o]/dayMinutes
	person = -1
	for i := range w.spots {
		at := &w.spots[i]
		for k := range at.runs {
			r := &at.runs[k]
			dayCost, free := s.dayCost(q.activity, w, r.day)
			if !free || !s.scope.day(r.day) {
				continue
			}
			for _, x := range s.scratch.candidates {
				cost := dayCost + r.cost + x.cost - s.noise(c.temperature)
				if cost >= bound || x.person == was && r.day == wasDay {
					continue
				}
				if way, known := s.nearest(x.person, r.day, at.place); known {
					cost += s.travelCost(way)
				}
				if cost < bound && firstCommon(at.starts, s.startsOf(w, x.person), r.from, r.to) >= 0 {
					bound, person, day, place = cost, x.person, r.day, at.place
				}
			}
		}
	}
	return person, day, place
}
