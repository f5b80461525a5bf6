package models

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// houseClosed returns the minutes of the week in which the whole facility is closed.
func (c *compiler) houseClosed() []planner.Span {
	return closedIn(c.house.Week, c.house.ClosedDays, (*ClosedDay).wholeFacility)
}

// withinHorizon returns spans in order, joined, and cut to the days of the problem.
func (c *compiler) withinHorizon(spans []planner.Span) []planner.Span {
	end := c.days * dayMinutes
	within := mergeSpans(spans)
	for i := range within {
		within[i].To = min(within[i].To, end)
	}
	return slices.DeleteFunc(within, func(s planner.Span) bool { return s.From >= end })
}

// covered reports whether a span lies inside one of others that do not touch each other.
func covered(span planner.Span, others []planner.Span) bool {
	return slices.ContainsFunc(others, func(other planner.Span) bool { return other.From <= span.From && span.To <= other.To })
}

// atOpenPlaces returns the parts of a span in which a child can be met, each with the places that are open during it.
func (c *compiler) atOpenPlaces(span planner.Span, places []string) []planner.ChildWindow {
	cuts := []int{span.From, span.To}
	for _, place := range places {
		for _, closed := range c.closed[place] {
			cuts = append(cuts, max(span.From, min(closed.From, span.To)), max(span.From, min(closed.To, span.To)))
		}
	}
	slices.Sort(cuts)
	var windows []planner.ChildWindow
	cuts = slices.Compact(cuts)
	for i := range len(cuts) - 1 {
		part := planner.Span{From: cuts[i], To: cuts[i+1]}
		open := slices.DeleteFunc(slices.Clone(places), func(place string) bool { return covered(part, c.closed[place]) })
		if len(open) > 0 {
			windows = append(windows, planner.ChildWindow{From: part.From, To: part.To, Places: open})
		}
	}
	return windows
}

// whilePlacesOpen takes out of an activity's windows the hours in which one of its places is closed. It is for what neither a room nor a child
// keeps away from closed places. It reports false when no window is left.
func (c *compiler) whilePlacesOpen(windows []planner.ActivityWindow, days []bool, places []string, asked bool) ([]planner.ActivityWindow, bool) {
	var closed []planner.Span
	for _, place := range places {
		for day, allowed := range days {
			for _, span := range c.closed[place] {
				if allowed && span.Overlaps(day*dayMinutes, (day+1)*dayMinutes) {
					closed = append(closed, planner.Span{From: max(span.From, day*dayMinutes), To: min(span.To, (day+1)*dayMinutes)})
				}
			}
		}
	}
	if !asked || len(closed) == 0 {
		return windows, asked
	}
	if len(windows) == 0 {
		windows = allowedRuns(days)
	}
	left := []planner.ActivityWindow{}
	for _, window := range windows {
		spans := []planner.Span{{From: window.From, To: window.To}}
		for _, span := range mergeSpans(closed) {
			spans = subtractSpan(spans, span)
		}
		for _, span := range spans {
			left = append(left, planner.ActivityWindow{From: span.From, To: span.To, Cost: window.Cost})
		}
	}
	return left, len(left) > 0
}
