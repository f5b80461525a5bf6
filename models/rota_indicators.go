package models

import (
	"context"
	"slices"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/law"
)

// Indicators say in figures how good a rota is for those it is made for. Of Planned and Complete more is better, of all others less.
type Indicators struct {
	Planned, Wanted    int // occurrences, partner meetings among them
	Complete, Children int // children for whom all is planned that is wanted, of those for whom something is
	Conflicts          int
	Faces              int64 // people whom children meet beyond what is aimed at
	Travel             int64 // minutes on the road
	Crowded            int64 // sessions beyond what is aimed at for a child's day
	Overload           int64 // minutes with children beyond what is aimed at for professionals
	Wishes             int   // wishes not met: people asked for who do not come, hours that were not wished for
	Findings           int   // of the working-time law, those that forbid publication or ask for a reason
	Changes            *int  // occurrences that differ from what is published and still asked for; nil when nothing is
}

// indicators works out the indicators of a rota as the week is now known.
func (r *rotaState) indicators(ctx context.Context, tx bun.IDB) (Indicators, error) {
	report := planner.Evaluate(r.week.model, r.week.plan(r.occurrences))
	amounts := map[string]int64{}
	for _, effect := range r.week.effects(report.Score.Terms) {
		amounts[effect.Term] = effect.Amount
	}
	amount := func(term planner.Term) int64 { return amounts[term.String()] }
	indicators := Indicators{
		Planned: len(r.occurrences) + len(r.week.problem.Pinned), Wanted: r.week.wanted(), Conflicts: len(report.Breaches),
		Faces: amount(planner.TermFragmentation), Travel: amount(planner.TermTravel), Crowded: amount(planner.TermCrowdedDay), Overload: amount(planner.TermOverload),
		Wishes: int(amount(planner.TermNotPreferred)) + r.unwishedHours(),
	}
	indicators.Complete, indicators.Children = r.completeChildren()
	if published := r.week.house.Published; published != nil {
		still := r.week.askedFor(r.week.house.PublishedOccurrences)
		changes := len(withReshaped(planner.Diff(planOf(still), planOf(r.occurrences)), still, r.occurrences, r.week.reshaped()))
		indicators.Changes = &changes
	}
	findings, err := r.findings(ctx, tx)
	for i := range findings {
		if findings[i].Severity != law.House {
			indicators.Findings++
		}
	}
	return indicators, err
}

// completeChildren counts the children something is wanted for, and those of them for whom all of it is planned.
func (r *rotaState) completeChildren() (complete, children int) {
	wanted, planned := map[string]int{}, map[string]int{}
	for i := range r.week.problem.Activities {
		for _, child := range r.week.problem.Activities[i].Children {
			wanted[child] += r.week.countOf(i)
		}
	}
	for i := range r.occurrences {
		activity, _ := r.week.model.ActivityIndex(r.occurrences[i].ActivityID)
		for _, child := range r.week.problem.Activities[activity].Children {
			planned[child]++
		}
	}
	for child, count := range wanted {
		if count > 0 {
			children++
		}
		if count > 0 && planned[child] >= count {
			complete++
		}
	}
	return complete, children
}

// unwishedHours counts the occurrences at hours that are allowed but not those wished for.
func (r *rotaState) unwishedHours() (count int) {
	for i := range r.occurrences {
		o := &r.occurrences[i]
		index, _ := r.week.model.ActivityIndex(o.ActivityID)
		activity := &r.week.problem.Activities[index]
		wished := func(window planner.ActivityWindow) bool {
			return window.Cost == 0 && window.From <= o.Start && o.Start+activity.Duration <= window.To
		}
		if len(activity.Windows) > 0 && !slices.ContainsFunc(activity.Windows, wished) {
			count++
		}
	}
	return count
}
