package search

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// restaffed is the cost of a person on a seat of an occurrence whose published staff they are not among.
func (s *state) restaffed(o, person int32) int64 {
	if was := s.published[o]; was < 0 || slices.Contains(s.publishing[was].staff, person) {
		return 0
	}
	return s.weights[planner.TermRestaffed]
}
