package search

import "github.com/maillage-dime/maillage/planner"

// moved is the cost of planning a published occurrence at another start or place.
func (s *state) moved(o, start, place int32) int64 {
	was := s.published[o]
	if was < 0 || s.publishing[was].start == start && s.publishing[was].place == place {
		return 0
	}
	return s.weights[planner.TermMoved]
}
