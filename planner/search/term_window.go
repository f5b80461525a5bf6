package search

import (
	"cmp"
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// windowCost is the term window: the cost of the cheapest of the activity's windows that holds the occurrence.
func (t *tables) windowCost(activity, start int32) int64 {
	w := &t.works[activity]
	if !w.priced {
		return 0
	}
	cheapest := int64(-1)
	for _, window := range t.problem.Activities[activity].Windows {
		if window.From <= int(start) && int(start+w.duration) <= window.To && (cheapest < 0 || window.Cost < cheapest) {
			cheapest = window.Cost
		}
	}
	return max(0, cheapest) * t.weights[planner.TermWindow]
}

// windowCosts returns by slot what starting there costs by the term window; nil when it is free everywhere.
func (t *tables) windowCosts(from *planner.Activity, w *work) []int64 {
	if t.weights[planner.TermWindow] == 0 || !slices.ContainsFunc(from.Windows, func(x planner.ActivityWindow) bool { return x.Cost > 0 }) {
		return nil
	}
	w.priced = true
	dearestFirst := slices.Clone(from.Windows)
	slices.SortStableFunc(dearestFirst, func(a, b planner.ActivityWindow) int { return cmp.Compare(b.Cost, a.Cost) })
	costs, starts := make([]int64, t.slots), make(mask, t.words)
	for _, window := range dearestFirst {
		clear(starts)
		t.addStarts(starts, window.From, window.To, w.duration)
		for slot := firstCommon(starts, starts, 0, t.slots-1); slot >= 0 && slot < t.slots && starts.has(slot); slot++ {
			costs[slot] = window.Cost * t.weights[planner.TermWindow]
		}
	}
	return costs
}
