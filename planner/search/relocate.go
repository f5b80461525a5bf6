package search

// relocate takes one occurrence out and plans it anew: start, place, room and people together, drawn from everything that is lawful by the
// heat bath of the temperature. Its being drawn is its acceptance.
func (c *chain) relocate() bool {
	s := c.state
	o := c.anyOccurrence()
	if s.start[o] >= 0 {
		s.take(o)
	}
	as := s.choose(o, c.temperature)
	if !as.found {
		return false
	}
	s.settle(o, as)
	return true
}
