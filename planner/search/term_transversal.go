package search

import "github.com/maillage-dime/maillage/planner"

// transversal is the cost of a person on a seat who serves there as transversal.
func (t *tables) transversal(activity, seat, person int32) int64 {
	if !t.model.Transversal(activity, seat, person) {
		return 0
	}
	return t.weights[planner.TermTransversal]
}
