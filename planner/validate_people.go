package planner

import (
	"fmt"
)

func (v *validator) professional(i int) {
	person := &v.problem.Professionals[i]
	at := fmt.Sprintf("$.professionals[%d]", i)
	if i == maxItems {
		v.size("$.professionals", len(v.problem.Professionals), maxItems)
	}
	v.newID(at+".id", person.ID, v.knownProfessionals)
	v.knownList(at+".teams", person.Teams, "team", v.knownTeams)
	v.known(at+".base", person.Base, "place", v.knownPlaces)
	for j, span := range person.Available {
		v.span(fmt.Sprintf("%s.available[%d]", at, j), span.From, span.To)
	}
	if lunch := person.Lunch; lunch != nil {
		v.between(at+".lunch.from", int64(lunch.From), 0, DayMinutes)
		v.between(at+".lunch.to", int64(lunch.To), 0, DayMinutes)
		v.between(at+".lunch.minutes", int64(lunch.Minutes), 0, int64(max(0, lunch.To-lunch.From)))
	}
	if limits := person.Limits; limits != nil {
		v.between(at+".limits.day_span", int64(limits.DaySpan), 0, maxMinutes)
		v.between(at+".limits.day_work", int64(limits.DayWork), 0, maxMinutes)
		v.between(at+".limits.rest", int64(limits.Rest), 0, maxMinutes)
		v.between(at+".limits.week_work", int64(limits.WeekWork), 0, maxMinutes)
		v.between(at+".limits.week_days", int64(limits.WeekDays), 0, maxMinutes)
	}
	if person.DirectTarget != nil {
		v.between(at+".direct_target", int64(*person.DirectTarget), 0, maxMinutes)
	}
}

func (v *validator) child(i int) {
	child := &v.problem.Children[i]
	at := fmt.Sprintf("$.children[%d]", i)
	if i == maxItems {
		v.size("$.children", len(v.problem.Children), maxItems)
	}
	v.newID(at+".id", child.ID, v.knownChildren)
	for j, window := range child.Available {
		atWindow := fmt.Sprintf("%s.available[%d]", at, j)
		v.span(atWindow, window.From, window.To)
		v.knownList(atWindow+".places", window.Places, "place", v.knownPlaces)
	}
	v.between(at+".professionals_target", int64(child.ProfessionalsTarget), 0, maxItems)
	v.between(at+".sessions_per_day_target", int64(child.SessionsPerDayTarget), 0, maxItems)
}
