package search

import "slices"

const (
	largestRuin = 9   // occurrences, beside the one that is left out
	calm        = 0.5 // share of the temperature with which a ruin is recreated: what chance may spoil grows with its size
	kick        = 5.0 // times warmer for the first one, now and then: a trip moves elsewhere when the first of it does
	kickedIn    = 3   // how often: once in so many
	longestTrip = 8
)

// ruins are the ways to gather occurrences related to a first one, up to a size.
var ruins = [...]func(c *chain, list []int32, seed int32, size int) []int32{
	(*chain).personDays,
	(*chain).childWeek,
	(*chain).placeDay,
	(*chain).placeWeek,
	(*chain).trip,
	(*chain).sameProfession,
}

// ruinAndRecreate takes a few related occurrences out and plans them anew one after the other.
func (c *chain) ruinAndRecreate() bool {
	s := c.state
	seed := c.anyOccurrence()
	size := 2 + s.random.below(largestRuin-1)
	list := c.join(s.scratch.list[:0], seed)
	list = ruins[s.random.below(len(ruins))](c, list, seed, size)
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
	temperature := c.temperature * calm
	if s.random.chance(kickedIn) {
		temperature *= kick
	}
	for _, o := range list {
		if as := s.choose(o, temperature); as.found {
			s.settle(o, as)
		}
		temperature = c.temperature * calm
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
			for k := i; k > 0 && c.relations.ease[s.workOf[list[k]]] < c.relations.ease[s.workOf[list[k-1]]]; k-- {
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
	list = c.stretch(list, person, day, s.start[seed], size/2)
	for tries := 0; tries < 3 && len(list) < size; tries++ {
		other := w.seats[seat][s.random.below(len(w.seats[seat]))].person
		if other != person {
			list = c.stretch(list, other, day, s.start[seed], size-len(list))
		}
	}
	return list
}

// stretch adds up to size occurrences side by side of a person's day around a minute.
func (c *chain) stretch(list []int32, person, day, around int32, size int) []int32 {
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
	theirs := c.relations.ofChild[children[s.random.below(len(children))]]
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
	theirs := c.relations.ofPlace[place]
	first := s.random.below(len(theirs))
	for i := 0; i < len(theirs) && len(list) < size; i++ {
		if o := theirs[(first+i)%len(theirs)]; s.start[o] >= 0 && s.place[o] == place && s.start[o]/dayMinutes == day {
			list = c.join(list, o)
		}
	}
	return list
}

// placeWeek adds occurrences held at the seed's place, whenever.
func (c *chain) placeWeek(list []int32, seed int32, size int) []int32 {
	s := c.state
	if s.start[seed] < 0 || s.place[seed] == nowhere {
		return c.childWeek(list, seed, size)
	}
	place := s.place[seed]
	theirs := c.relations.ofPlace[place]
	first := s.random.below(len(theirs))
	for i := 0; i < len(theirs) && len(list) < size; i++ {
		if o := theirs[(first+i)%len(theirs)]; s.start[o] >= 0 && s.place[o] == place {
			list = c.join(list, o)
		}
	}
	return list
}

// trip adds what the seed's person does at its place before and after it without going elsewhere.
func (c *chain) trip(list []int32, seed int32, _ int) []int32 {
	s := c.state
	staff := s.seatsOf(seed)
	if s.start[seed] < 0 || len(staff) == 0 {
		return list
	}
	diary := s.diaries[staff[s.random.below(len(staff))]*s.days+s.start[seed]/dayMinutes]
	at := 0
	for diary[at].occurrence != seed {
		at++
	}
	for i := at + 1; i < len(diary) && diary[i].place == diary[at].place && len(list) < longestTrip; i++ {
		list = c.join(list, diary[i].occurrence)
	}
	for i := at - 1; i >= 0 && diary[i].place == diary[at].place && len(list) < longestTrip; i-- {
		list = c.join(list, diary[i].occurrence)
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
