package planner

// Goals say what somebody cares for more or less than usual when a plan is searched for: from [LeastGoal] to [MostGoal], 0 as usual. They are
// factors of the soft weights and of nothing else, so that no goal is ever worth a broken rule or something left out.
type Goals struct {
	SameFaces    int `json:"same_faces"`    // children meet people they know, and few of them
	FewTrips     int `json:"few_trips"`     // little time on the road
	BalancedDays int `json:"balanced_days"` // neither crowded days for children nor too much for professionals
	WishedHours  int `json:"wished_hours"`  // the hours that were asked for
	FewChanges   int `json:"few_changes"`   // what people have been told of stays
}

// The ends of a goal: a quarter and four times its usual weight.
const (
	LeastGoal = -2
	MostGoal  = 2
)

// goalTerms is the one table of what a goal weighs. A term of no goal keeps its weight beside the others.
var goalTerms = []struct {
	goal  func(*Goals) int
	terms []Term
}{
	{func(g *Goals) int { return g.SameFaces }, []Term{TermNotPreferred, TermStaffChange, TermFragmentation}},
	{func(g *Goals) int { return g.FewTrips }, []Term{TermTravel}},
	{func(g *Goals) int { return g.BalancedDays }, []Term{TermCrowdedDay, TermOverload}},
	{func(g *Goals) int { return g.WishedHours }, []Term{TermWindow}},
	{func(g *Goals) int { return g.FewChanges }, []Term{TermMoved, TermRestaffed}},
}

// Weights returns the default weights times the factors of the goals: each step doubles or halves. As weights are whole numbers, all of them
// are four times as large as soon as one goal is not as usual. Goals beyond the ends count as the ends.
func (g Goals) Weights() Weights {
	weights := DefaultWeights()
	if g == (Goals{}) {
		return weights
	}
	for t := range TermCount {
		weights[t] <<= -LeastGoal
	}
	for _, line := range goalTerms {
		step := min(max(line.goal(&g), LeastGoal), MostGoal)
		for _, t := range line.terms {
			if step < 0 {
				weights[t] >>= -step
			} else {
				weights[t] <<= step
			}
		}
	}
	return weights
}
