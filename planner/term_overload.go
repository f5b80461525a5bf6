package planner

import "slices"

// overloadAmount adds up, for each person with a target, the minutes of sessions and duties on whose seats they sit above it.
func overloadAmount(a *agenda) (amount int64) {
	for i, list := range a.byPerson {
		target := a.model.Problem.Professionals[i].DirectTarget
		if target == nil {
			continue
		}
		minutes := 0
		for _, b := range list {
			activity := &a.model.Problem.Activities[b.activity]
			if (activity.Kind == Session || activity.Kind == Duty) && b.hasStaff(int32(i)) {
				minutes += activity.Duration
			}
		}
		amount += int64(max(0, minutes-*target))
	}
	return amount
}

func overloadAdded(p *prices, option *booking) (amount int64) {
	activity := &p.model().Problem.Activities[option.activity]
	if activity.Kind != Session && activity.Kind != Duty {
		return 0
	}
	for seat, person := range option.staff {
		target := p.model().Problem.Professionals[person].DirectTarget
		if target == nil || slices.Contains(option.staff[:seat], person) {
			continue
		}
		minutes := p.direct(person)
		amount += int64(max(0, minutes+activity.Duration-*target) - max(0, minutes-*target))
	}
	return amount
}
