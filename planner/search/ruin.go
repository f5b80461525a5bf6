package search

import "slices"

// ruinAndRecreate takes a few related occurrences out and plans them anew one after the other.
func (c *chain) ruinAndRecreate() bool {
	s := c.state
	seed := c.anyOccurrence()
	if seed < 0 {
		return false
	}
	list := s.scratch.list[:0]
	list = append(list, seed)
	size := 2 + s.random.below(c.ruinSize)
	switch s.random.below(5) {
	case 0, 1:
		list = c.personDays(list, seed, size)
	case 2:
		list = c.childWeek(list, seed, size)
	case 3:
		list = c.placeDay(list, seed, size)
	default:
		list = c.sameProfession(list, seed, size)
	}
	if n := len(s.left); n > 0 {
		list = c.join(list, s.left[s.random.below(n)])
	}
	s.scratch.list = list
	for _, o := range list {
		if s.start[o] >= 0 {
			s.take(o)
		}
	}
	c.order(list)
	for _, o := range list {
		if as := s.choose(o, c.temperature*c.ruinNoise); as.found {
			s.put(o, as)
		}
	}
	return true
}

// order shuffles, and half of the time puts the hardest first.
func (c *chain) order(list []int32) {
	s := c.state
	for i := len(list) - 1; i > 0; i-- {
		k := s.random.below(i + 1)
		list[i], list[k] = list[k], list[i]
	}
	if s.random.chance(2) {
		for i := 1; i < len(list); i++ {
			for k := i; k > 0 && c.neighbors.ease[s.workOf[list[k]]] < c.neighbors.ease[s.workOf[list[k-1]]]; k-- {
				list[k], list[k-1] = list[k-1], list[k]
			}
		}
	}
}

// join adds an occurrence that may change and is not in the list.
func (c *chain) join(list []int32, o int32) []int32 {
	if c.state.fixed[o] || slices.Contains(list, o) {
		return list
	}
	return append(list, o)
}

// personDays adds a string of the seed's person's day, and of the same hours of somebody who could sit on the seed's seat.
func (c *chain) personDays(list []int32, seed int32, size int) []int32 {
	s := c.state
	w := &s.works[s.workOf[seed]]
	if s.start[seed] < 0 || len(w.seats) == 0 {
		return c.sameProfession(list, seed, size)
	}
	day := s.start[seed] / dayMinutes
	seat := s.random.below(len(w.seats))
	person := s.seatsOf(seed)[seat]
	list = c.string(list, person, day, s.start[seed], size/2)
	for tries := 0; tries < 3 && len(list) < size; tries++ {
		other := w.seats[seat][s.random.below(len(w.seats[seat]))].person
		if other != person {
			list = c.string(list, other, day, s.start[seed], size-len(list))
		}
	}
	return list
}

// string adds up to size neighbouring occurrences of a person's day around a minute.
func (c *chain) string(list []int32, person, day, around int32, size int) []int32 {
	s := c.state
	diary := s.diaries[person*s.days+day]
	if len(diary) == 0 || size <= 0 {
		return list
	}
	at := 0
	for at < len(diary)-1 && diary[at].end <= around {
		at++
	}
	first := max(0, at-s.random.below(size))
	for i := first; i < min(len(diary), first+size); i++ {
		list = c.join(list, diary[i].occurrence)
	}
	return list
}

// childWeek adds occurrences of the seed's child.
func (c *chain) childWeek(list []int32, seed int32, size int) []int32 {
	s := c.state
	children := s.works[s.workOf[seed]].children
	if len(children) == 0 {
		return c.personDays(list, seed, size)
	}
	theirs := c.neighbors.ofChild[children[s.random.below(len(children))]]
	first := s.random.below(len(theirs))
	for i := 0; i < len(theirs) && len(list) < size; i++ {
		list = c.join(list, theirs[(first+i)%len(theirs)])
	}
	return list
}

// placeDay adds occurrences near the seed's place on its day: those of anybody who goes there.
func (c *chain) placeDay(list []int32, seed int32, size int) []int32 {
	s := c.state
	if s.start[seed] < 0 || s.place[seed] == nowhere {
		return c.childWeek(list, seed, size)
	}
	day, place := s.start[seed]/dayMinutes, s.place[seed]
	theirs := c.neighbors.ofPlace[place]
	first := s.random.below(len(theirs))
	for i := 0; i < len(theirs) && len(list) < size; i++ {
		if o := theirs[(first+i)%len(theirs)]; s.start[o] >= 0 && s.place[o] == place && s.start[o]/dayMinutes == day {
			list = c.join(list, o)
		}
	}
	return list
}

// sameProfession adds random occurrences that somebody who could sit on the seed's seat holds.
func (c *chain) sameProfession(list []int32, seed int32, size int) []int32 {
	s := c.state
	w := &s.works[s.workOf[seed]]
	if len(w.seats) == 0 {
		return list
	}
	seat := w.seats[s.random.below(len(w.seats))]
	for tries := 0; tries < 2*size && len(list) < size && len(seat) > 0; tries++ {
		person := seat[s.random.below(len(seat))].person
		diary := s.diaries[person*s.days+int32(s.random.below(int(s.days)))]
		if len(diary) > 0 {
			list = c.join(list, diary[s.random.below(len(diary))].occurrence)
		}
	}
	return list
}
