package models

import (
	"cmp"
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

func (c *compiler) professionals() []planner.Professional {
	teams := make(map[string]bool, len(c.house.Teams))
	for i := range c.house.Teams {
		teams[c.house.Teams[i].ID] = true
	}
	memberships := map[string][]string{}
	for _, membership := range c.house.Memberships {
		if teams[membership.TeamID] {
			memberships[membership.ProfessionalID] = append(memberships[membership.ProfessionalID], membership.TeamID)
		}
	}
	professionals := make([]planner.Professional, 0, len(c.house.Professionals))
	for i := range c.house.Professionals {
		person := &c.house.Professionals[i]
		compiled := planner.Professional{
			ID: person.ID, Profession: person.Profession, Skills: listOf(person.Skills), Teams: listOf(memberships[person.ID]),
			Base: person.BasePlaceID, FromBase: person.FromBase, Available: c.available[person.ID], DirectTarget: person.targetIn(c.house.Week, person.DirectTarget),
		}
		if person.Lunch != nil {
			compiled.Lunch = &planner.Lunch{From: person.Lunch.From, To: person.Lunch.To, Minutes: person.Lunch.Minutes}
		}
		if limits := person.Limits; limits != nil {
			compiled.Limits = &planner.Limits{
				DaySpan: limits.DaySpan, DayWork: limits.DayWork, Rest: limits.Rest, WeekWork: limits.WeekWork, WeekDays: limits.WeekDays,
			}
		}
		c.keepLawful(person, &compiled)
		professionals = append(professionals, compiled)
	}
	return professionals
}

// FlexibleFrom and FlexibleTo are the hours of the working days, in minutes after midnight, between which somebody with flexible hours and no
// pattern may work.
const (
	FlexibleFrom = 7 * 60
	FlexibleTo   = 21 * 60
)

// workingHours returns when somebody works in the week: usually, by the pattern of the week's letter without closed days; and what of it is
// left without their absences. Days without a contract are in neither.
func (c *compiler) workingHours(person *Professional) (usual, available []planner.Span) {
	spans := []planner.Span{}
	for _, span := range c.heldSpans(person.WorkingPattern) {
		if span.Day < c.days {
			spans = append(spans, spanOfDay(span))
		}
	}
	if len(person.WorkingPattern) == 0 && person.Limits != nil {
		for day := range workingDays {
			spans = append(spans, spanOfDay(DaySpan{Day: day, From: FlexibleFrom, To: FlexibleTo}))
		}
	}
	spans = slices.DeleteFunc(spans, func(span planner.Span) bool { return person.ContractOn(c.house.Week.Day(span.From/dayMinutes)) == nil })
	usual = mergeSpans(c.whileOpen(spans))
	return usual, mergeSpans(c.withoutAbsences(usual, func(a *Absence) *string { return a.ProfessionalID }, person.ID))
}

// present takes the closed days and the absences of one person, professional or child, out of spans.
func (c *compiler) present(spans []planner.Span, who func(*Absence) *string, id string) []planner.Span {
	return c.withoutAbsences(c.whileOpen(spans), who, id)
}

// whileOpen takes the days and hours in which the whole house is closed out of spans.
func (c *compiler) whileOpen(spans []planner.Span) []planner.Span {
	for day := range c.days {
		if c.calendar[day].Closed != "" {
			spans = subtractSpan(spans, wholeDay(day))
		}
	}
	for _, closed := range c.houseClosed() {
		spans = subtractSpan(spans, closed)
	}
	return spans
}

// withoutAbsences takes the absences of one person out of spans.
func (c *compiler) withoutAbsences(spans []planner.Span, who func(*Absence) *string, id string) []planner.Span {
	for i := range c.house.Absences {
		if person := who(&c.house.Absences[i]); person != nil && *person == id {
			if away, ok := c.house.Week.absenceSpan(&c.house.Absences[i]); ok {
				spans = subtractSpan(spans, away)
			}
		}
	}
	return spans
}

func (c *compiler) children() []planner.Child {
	children := make([]planner.Child, 0, len(c.house.Children))
	for i := range c.house.Children {
		child := &c.house.Children[i]
		if modality, accompanied := c.modality[child.ID]; accompanied {
			children = append(children, planner.Child{
				ID: child.ID, Modality: modality, Sector: child.Sector, Available: c.childWindows(child),
				ProfessionalsTarget: child.ProfessionalsTarget, SessionsPerDayTarget: child.SessionsPerDayTarget,
			})
		}
	}
	return children
}

// childWindows returns when and where a child can be met in the week.
func (c *compiler) childWindows(child *Child) []planner.ChildWindow {
	windows := []planner.ChildWindow{}
	for _, scheduled := range c.heldSchedule(child.Schedule) {
		if scheduled.Day >= c.days || !c.accompanied(child.ID, c.calendar[scheduled.Day].Date) {
			continue
		}
		places := slices.DeleteFunc(knownIn(scheduled.Places, c.placeKind), func(place string) bool {
			return !c.placeOpen(place, scheduled.Day)
		})
		if len(places) == 0 {
			continue
		}
		spans := c.present([]planner.Span{spanOfDay(scheduled.DaySpan)}, func(a *Absence) *string { return a.ChildID }, child.ID)
		for _, span := range spans {
			windows = append(windows, c.atOpenPlaces(span, places)...)
		}
	}
	slices.SortStableFunc(windows, func(one, other planner.ChildWindow) int { return cmp.Compare(one.From, other.From) })
	return windows
}

// modalities returns the modality of every child accompanied in the week: of the periods in force on the first open day on which there is
// one, the one with the most weekly minutes.
func (c *compiler) modalities() map[string]string {
	periods := map[string][]*CareModalityPeriod{}
	for i := range c.house.ModalityPeriods {
		period := &c.house.ModalityPeriods[i]
		periods[period.ChildID] = append(periods[period.ChildID], period)
	}
	modalities := make(map[string]string, len(c.house.Children))
	for i := range c.house.Children {
		child := c.house.Children[i].ID
		for _, day := range c.calendar {
			if period := mainPeriod(periods[child], day.Date); day.Closed == "" && period != nil {
				modalities[child] = period.ModalityCode
				break
			}
		}
	}
	return modalities
}

// mainPeriod returns the period in force on a date with the most weekly minutes; of equal ones the older.
func mainPeriod(periods []*CareModalityPeriod, date string) (main *CareModalityPeriod) {
	for _, period := range periods {
		if !period.covers(date) {
			continue
		}
		if main == nil || cmp.Or(cmp.Compare(main.WeeklyMinutes, period.WeeklyMinutes), cmp.Compare(period.FromDate, main.FromDate), cmp.Compare(period.ID, main.ID)) < 0 {
			main = period
		}
	}
	return main
}

// covers reports whether the period is in force on a civil date.
func (p *CareModalityPeriod) covers(date string) bool {
	return p.FromDate <= date && (p.ToDate == nil || date <= *p.ToDate)
}

func (c *compiler) accompanied(child, date string) bool {
	return slices.ContainsFunc(c.house.ModalityPeriods, func(p CareModalityPeriod) bool { return p.ChildID == child && p.covers(date) })
}

// wholeDay returns the span of a day of the week.
func wholeDay(day int) planner.Span {
	return planner.Span{From: day * dayMinutes, To: (day + 1) * dayMinutes}
}

// spanOfDay returns the minutes of the week of a weekly span.
func spanOfDay(span DaySpan) planner.Span {
	return planner.Span{From: span.Day*dayMinutes + span.From, To: span.Day*dayMinutes + span.To}
}

// subtractSpan returns what is left of spans without cut.
func subtractSpan(spans []planner.Span, cut planner.Span) []planner.Span {
	left := make([]planner.Span, 0, len(spans)+1)
	for _, span := range spans {
		if !span.Overlaps(cut.From, cut.To) {
			left = append(left, span)
			continue
		}
		if span.From < cut.From {
			left = append(left, planner.Span{From: span.From, To: cut.From})
		}
		if cut.To < span.To {
			left = append(left, planner.Span{From: cut.To, To: span.To})
		}
	}
	return left
}

// mergeSpans sorts spans and joins those that touch, because an occurrence lies inside one of them.
func mergeSpans(spans []planner.Span) []planner.Span {
	slices.SortFunc(spans, func(one, other planner.Span) int {
		return cmp.Or(cmp.Compare(one.From, other.From), cmp.Compare(one.To, other.To))
	})
	merged := make([]planner.Span, 0, len(spans))
	for _, span := range spans {
		if last := len(merged) - 1; last >= 0 && span.From <= merged[last].To {
			merged[last].To = max(merged[last].To, span.To)
		} else {
			merged = append(merged, span)
		}
	}
	return merged
}
