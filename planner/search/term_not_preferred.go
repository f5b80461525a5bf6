package search

import "github.com/maillage-dime/maillage/planner"

// notPreferred is the cost of a person on a seat whom the child and the family do not know, where they know somebody.
func (t *tables) notPreferred(activity, person int32) int64 {
	if t.model.Prefers(activity, person) {
		return 0
	}
	return t.weights[planner.TermNotPreferred]
}
