package search

import "github.com/maillage-dime/maillage/planner"

// countOptionalAbsent charges (n = 1) or takes back (n = -1) the optional people of an occurrence who do not attend it.
func (s *state) countOptionalAbsent(o, n int32) {
	for _, there := range s.extrasOf(o) {
		if !there {
			s.charge(planner.TermOptionalAbsent, int64(n)*s.weights[planner.TermOptionalAbsent])
		}
	}
}
