package models

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/law"
)

// keepLawful derives the limits and the break of a professional from the working-time law, so that what is planned is lawful to begin with.
// Limits the person has are tightened; who has none gets them only where the fixed hours alone would allow more than the law: for all others
// the pattern decides, and the search has less to look at.
func (c *compiler) keepLawful(person *Professional, compiled *planner.Professional) {
	contracts, agreements, monday := contractsOf(person), agreementsOf(c.house.Facility.Agreements), c.house.Week.Day(0)
	bounds := law.BoundsOf(contracts, monday, agreements)
	if compiled.Lunch == nil {
		from, to := c.hoursOfDays(compiled.Available)
		if pause, asked := law.BreakOf(contracts, monday, agreements, from, to); asked && longestSpan(compiled.Available) > pause.To-from-pause.Minutes {
			compiled.Lunch = &planner.Lunch{From: pause.From, To: pause.To, Minutes: pause.Minutes}
			bounds.DayWork -= pause.Minutes // a short break is at the house's disposal: the law counts it
			bounds.WeekWork -= pause.Minutes * bounds.WeekDays
		}
	}
	switch {
	case compiled.Limits != nil:
		own := compiled.Limits
		compiled.Limits = &planner.Limits{
			DaySpan: min(own.DaySpan, bounds.DaySpan), DayWork: min(own.DayWork, bounds.DayWork), Rest: max(own.Rest, bounds.Rest),
			WeekWork: min(own.WeekWork, bounds.WeekWork), WeekDays: min(own.WeekDays, bounds.WeekDays),
		}
	case !within(compiled.Available, compiled.Lunch, bounds):
		compiled.Limits = new(planner.Limits(bounds))
	}
}

// hoursOfDays returns the earliest start and the latest end of spans within their days.
func (c *compiler) hoursOfDays(spans []planner.Span) (from, to int) {
	from = dayMinutes
	for _, span := range spans {
		start := span.From / dayMinutes * dayMinutes
		from, to = min(from, span.From-start), max(to, span.To-start)
	}
	return min(from, to), to
}

func longestSpan(spans []planner.Span) (longest int) {
	for _, span := range spans {
		longest = max(longest, span.To-span.From)
	}
	return longest
}

// within reports whether hours, in order, stay within bounds when all of them are worked.
func within(spans []planner.Span, lunch *planner.Lunch, bounds law.Bounds) bool {
	week, days, end := 0, 0, -dayMinutes
	for first := 0; first < len(spans); {
		day, last, work := spans[first].From/dayMinutes, first, 0
		for last < len(spans) && spans[last].From/dayMinutes == day {
			work += spans[last].To - spans[last].From
			last++
		}
		if lunch != nil && slices.ContainsFunc(spans[first:last], func(s planner.Span) bool {
			return s.Contains(day*dayMinutes+lunch.From, day*dayMinutes+lunch.To)
		}) {
			work -= lunch.Minutes
		}
		from, to := spans[first].From, spans[last-1].To
		if to-from > bounds.DaySpan || work > bounds.DayWork || from-end < bounds.Rest {
			return false
		}
		week, days, end, first = week+work, days+1, to, last
	}
	return week <= bounds.WeekWork && days <= bounds.WeekDays
}
