package search

import "github.com/maillage-dime/maillage/planner"

const (
	dates   = 8  // starts that convene draws
	cleared = 10 // occurrences that it takes out at most
)

// convene plans an occurrence of several people at another time whatever they do then: that is taken out first and planned anew afterwards. Of a few
// times drawn the cheapest after noise is taken; optional people attend where they are free then.
func (c *chain) convene(o int32) bool {
	s := c.state
	was := s.start[o]
	if was >= 0 {
		s.take(o)
	}
	target := &c.targets[0]
	if !c.anyDate(o, was, target) {
		return false
	}
	for _, blocker := range target.blockers {
		s.take(blocker)
	}
	if !s.possible(o, &target.option) {
		return false
	}
	s.invite(o, &target.option)
	s.put(o, &target.option)
	s.scratch.list = append(s.scratch.list[:0], target.blockers...)
	c.order(s.scratch.list)
	for _, blocker := range s.scratch.list {
		if as := s.choose(blocker, c.temperature*calm); as.found {
			s.settle(blocker, as)
		}
	}
	return true
}

// anyDate draws a few ways to plan an occurrence at other times than one, and keeps the one whose time costs least after noise.
func (c *chain) anyDate(o, was int32, best *target) bool {
	s, try := c.state, &c.targets[deepest]
	c.forgetForced()
	try.most = cleared
	found, bound := false, int64(0)
	for range dates {
		if !c.draw(o, try) || try.start == was {
			continue
		}
		if cost := s.windowCost(s.workOf[o], try.start) - s.noise(c.temperature); !found || cost < bound {
			found, bound = true, cost
			best.set(try)
		}
	}
	return found
}

// invite lets those optional people attend who are free and whose way costs no more than their absence.
func (s *state) invite(o int32, as *option) {
	w, slot := &s.works[s.workOf[o]], as.start/s.grid
	for k, person := range w.optional {
		if !s.startsOf(w, person).has(slot) || seated(as.staff, person) || !s.free(w, person, slot) {
			continue
		}
		way, lawful := s.detour(person, as.start/dayMinutes, w, slot, as.place)
		as.attending[k] = lawful && way <= s.weights[planner.TermOptionalAbsent]
	}
}
