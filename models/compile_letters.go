package models

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// In the ordinary week of every week, something is there when it is there in weeks A and in weeks B; what stands in the way in one of the two
// stands in the way.

// thisWeek reports whether something that holds in weeks of that letter holds in the house's week.
func (c *compiler) thisWeek(letter WeekLetter) bool {
	return letter == EveryWeek || letter == c.house.Letter()
}

// held returns which of some hours hold in the house's week; in the ordinary week of every week also what those of weeks A and of weeks B have
// in common.
func held[T any](c *compiler, hours []T, span func(*T) *DaySpan, common func(one, other T) (T, bool)) []T {
	holding := make([]T, 0, len(hours))
	for i := range hours {
		switch letter := span(&hours[i]).Letter; {
		case c.thisWeek(letter):
			holding = append(holding, hours[i])
		case c.house.Letter() == EveryWeek && letter == WeekA:
			for j := range hours {
				if span(&hours[j]).Letter != WeekB {
					continue
				}
				if shared, some := common(hours[i], hours[j]); some {
					holding = append(holding, shared)
				}
			}
		}
	}
	return holding
}

// common returns the hours that two spans share, as hours of every week.
func (s DaySpan) common(other DaySpan) (DaySpan, bool) {
	shared := DaySpan{Day: s.Day, From: max(s.From, other.From), To: min(s.To, other.To)}
	return shared, s.Day == other.Day && shared.From < shared.To
}

// heldSpans are the spans that hold in the house's week.
func (c *compiler) heldSpans(spans []DaySpan) []DaySpan {
	return held(c, spans, func(s *DaySpan) *DaySpan { return s }, DaySpan.common)
}

// heldWindows are the hours of an activity that hold in the house's week; what two of them share costs what the dearer does.
func (c *compiler) heldWindows(windows []WishedSpan) []WishedSpan {
	return held(c, windows, func(w *WishedSpan) *DaySpan { return &w.DaySpan }, func(one, other WishedSpan) (WishedSpan, bool) {
		span, some := one.common(other.DaySpan)
		return WishedSpan{DaySpan: span, Cost: max(one.Cost, other.Cost)}, some
	})
}

// heldSchedule is when and where a child can be met in the house's week: of two windows, in the places of both.
func (c *compiler) heldSchedule(schedule []ScheduleWindow) []ScheduleWindow {
	return held(c, schedule, func(w *ScheduleWindow) *DaySpan { return &w.DaySpan }, func(one, other ScheduleWindow) (ScheduleWindow, bool) {
		span, some := one.common(other.DaySpan)
		places := slices.DeleteFunc(slices.Clone(one.Places), func(place string) bool { return !slices.Contains(other.Places, place) })
		return ScheduleWindow{DaySpan: span, Places: places}, some && len(places) > 0
	})
}

// weekly returns the spans of the week of the hours in which something is there, in order and joined.
func (c *compiler) weekly(hours []DaySpan) []planner.Span {
	return joined(c.heldSpans(hours))
}

// ever returns the spans of the week of the hours in which something stands in the way, in order and joined.
func (c *compiler) ever(hours []DaySpan) []planner.Span {
	return joined(slices.DeleteFunc(slices.Clone(hours), func(s DaySpan) bool { return !c.thisWeek(s.Letter) && c.house.Letter() != EveryWeek }))
}

func joined(hours []DaySpan) []planner.Span {
	spans := make([]planner.Span, len(hours))
	for i := range hours {
		spans[i] = spanOfDay(hours[i])
	}
	return mergeSpans(spans)
}

// differs reports whether hours are other ones in weeks A than in weeks B.
func differs(hours []DaySpan) bool {
	in := func(letter WeekLetter) []planner.Span {
		return joined(slices.DeleteFunc(slices.Clone(hours), func(s DaySpan) bool { return s.Letter != EveryWeek && s.Letter != letter }))
	}
	return !slices.Equal(in(WeekA), in(WeekB))
}

// scheduleDiffers reports whether a child can be met at other hours, or elsewhere, in weeks A than in weeks B.
func scheduleDiffers(schedule []ScheduleWindow) bool {
	byPlace := map[string][]DaySpan{}
	for i := range schedule {
		for _, place := range schedule[i].Places {
			byPlace[place] = append(byPlace[place], schedule[i].DaySpan)
		}
	}
	for _, hours := range byPlace {
		if differs(hours) {
			return true
		}
	}
	return false
}
