package search

// exchange swaps what two people do on one day, or before or after an hour of it, where each can sit on the other's seats. What cannot be
// done by the other at its hour is planned anew.
func (c *chain) exchange() bool {
	s := c.state
	o := c.anyOccurrence()
	if s.start[o] < 0 {
		return false
	}
	w := &s.works[s.workOf[o]]
	if len(w.seats) == 0 {
		return false
	}
	seat := s.random.below(len(w.seats))
	person, other := s.seatsOf(o)[seat], w.seats[seat][s.random.below(len(w.seats[seat]))].person
	if person == other {
		return false
	}
	day := s.start[o] / dayMinutes
	from, to := day*dayMinutes, (day+1)*dayMinutes
	switch s.random.below(4) {
	case 0:
		from = s.start[o]
	case 1:
		to = s.start[o] + 1
	case 2:
		from, to = s.start[o], s.start[o]+w.duration
	}
	list := s.scratch.list[:0]
	list = c.handOver(list, person, other, day, from, to)
	mine := len(list)
	list = c.handOver(list, other, person, day, from, to)
	s.scratch.list = list
	if len(list) == 0 {
		return false
	}
	for _, o := range list {
		s.take(o)
	}
	for i, o := range list {
		giver, taker := person, other
		if i >= mine {
			giver, taker = other, person
		}
		c.putWith(o, giver, taker)
	}
	for _, o := range list {
		if s.start[o] >= 0 {
			continue
		}
		if as := s.choose(o, c.temperature*calm); as.found {
			s.settle(o, as)
		}
	}
	return true
}

// handOver lists what the giver does between two minutes of a day on a seat that the taker could take.
func (c *chain) handOver(list []int32, giver, taker, day, from, to int32) []int32 {
	s := c.state
	for _, e := range s.diaries[giver*s.days+day] {
		if e.start < from || e.start >= to || s.fixed[e.occurrence] {
			continue
		}
		staff := s.seatsOf(e.occurrence)
		for seat, who := range staff {
			if who == giver && !seated(staff, taker) && s.model.CanSit(s.workOf[e.occurrence], int32(seat), taker) {
				list = append(list, e.occurrence)
			}
		}
	}
	return list
}

// putWith plans an occurrence the move took out as it was, with one person in the place of another. When that breaks a rule the
// occurrence stays out.
func (c *chain) putWith(o, giver, taker int32) {
	s := c.state
	w := &s.works[s.workOf[o]]
	as := &s.scratch.choice
	was := s.journal.line(o)
	as.start, as.place, as.room = was.start, was.place, was.room
	as.staff, as.attending = as.staff[:len(w.seats)], as.attending[:len(w.optional)]
	copy(as.staff, s.journal.staff[was.staff:])
	copy(as.attending, s.journal.attending[was.attending:])
	for i, who := range as.staff {
		if who == giver {
			as.staff[i] = taker
		}
	}
	for k, who := range w.optional {
		if who == taker {
			as.attending[k] = false
		}
	}
	if !s.free(w, taker, as.start/s.grid) {
		return
	}
	broken := s.broken
	s.put(o, as)
	if s.broken > broken {
		s.take(o)
	}
}
