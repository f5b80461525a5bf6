package planner

import (
	"strconv"
)

// weights checks each weight alone, and that no plan's cost can leave 64 bits.
func (v *validator) weights() {
	most := v.largestAmounts()
	for t := range TermCount {
		at, weight := "$.weights."+t.String(), v.problem.Weights[t]
		v.between(at, weight, 0, maxWeight)
		if float64(weight)*most[t] > maxCostPerTerm {
			v.add(IssueTooLarge, at, strconv.FormatInt(weight, 10), "the cost of a plan could leave 64 bits: lower the weight or the window costs")
		}
	}
}

// largestAmounts returns for each term more than any plan can reach, as floating point because it may leave 64 bits.
func (v *validator) largestAmounts() (most [TermCount]float64) {
	var longestWay int
	for _, row := range v.problem.Travel {
		for _, minutes := range row {
			longestWay = max(longestWay, minutes)
		}
	}
	for i := range v.problem.Activities {
		a := &v.problem.Activities[i]
		count, seats := float64(a.Count), float64(a.Count)*float64(len(a.Seats))
		optional := count * float64(len(a.Optional))
		var dearest int64
		for _, window := range a.Windows {
			dearest = max(dearest, window.Cost)
		}
		most[TermTransversal] += seats
		most[TermNotPreferred] += seats
		most[TermStaffChange] += seats
		most[TermFragmentation] += seats * float64(len(a.Children))
		most[TermCrowdedDay] += count * float64(len(a.Children))
		most[TermWindow] += count * float64(dearest)
		most[TermTravel] += 3 * (seats + optional) * float64(longestWay)
		most[TermOverload] += seats * float64(a.Duration)
		most[TermOptionalAbsent] += optional
		most[TermMoved] += count
		most[TermRestaffed] += seats
	}
	return most
}
