package models

import (
	"cmp"
	"slices"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/law"
)

// stint is something one person takes part in, whichever week and table it comes from.
type stint struct {
	start, end int // minutes of its week
	place      *string
	kind       law.Kind
}

// splitFrom is how long people whose hours the plan decides have to be free for it to be an interruption and not a wait.
const splitFrom = 120

// kindOfWork says what the law makes of a kind of activity.
func kindOfWork(kind string) law.Kind {
	switch planner.ActivityKind(kind) {
	case planner.Meeting:
		return law.Coordination
	case planner.Protected:
		return law.Preparation
	default:
		return law.Direct
	}
}

// worker turns the stints of one person in one week into hours of work. Work is from the first stint of a day to the last, with the ways
// between them and, for those who start and end there, from and to base. What lies idle between is time at work, but the meal, what is
// outside of fixed hours, and long waits of those who have none.
type worker struct {
	week   *compiledWeek
	person *Professional
	fixed  []planner.Span // the hours of the week of who has fixed ones
	offset int            // minutes of the check at which the week begins
	spans  []law.Span
}

// hoursOf returns the hours of work of somebody in the week numbered so in the check, whose letter decides over the pattern.
func (w *compiledWeek) hoursOf(person *Professional, number int, letter WeekLetter, stints []stint) []law.Span {
	k := &worker{week: w, person: person, offset: number * weekMinutes}
	if person.Limits == nil {
		for _, span := range person.WorkingPattern {
			if span.Letter == EveryWeek || span.Letter == letter {
				k.fixed = append(k.fixed, spanOfDay(span))
			}
		}
		k.fixed = mergeSpans(k.fixed)
	}
	slices.SortFunc(stints, func(one, other stint) int {
		return cmp.Or(cmp.Compare(one.start, other.start), cmp.Compare(one.end, other.end))
	})
	for len(stints) > 0 {
		day, n := stints[0].start/dayMinutes, 1
		for n < len(stints) && stints[n].start/dayMinutes == day {
			n++
		}
		k.addDay(day, stints[:n])
		stints = stints[n:]
	}
	return k.spans
}

// addDay adds the hours of one day.
func (k *worker) addDay(day int, stints []stint) {
	base, _ := k.week.model.PlaceIndex(k.person.BasePlaceID)
	at := base
	var idle []planner.Span
	end := -1
	for i := range stints {
		s := &stints[i]
		place := at
		if s.place != nil {
			if known, ok := k.week.model.PlaceIndex(*s.place); ok {
				place = known
			}
		}
		way := 0
		if i > 0 || k.person.FromBase {
			way = int(k.week.model.Travel(at, place))
		}
		if end >= 0 && s.start-way > end {
			idle = append(idle, planner.Span{From: end, To: s.start - way})
		}
		k.add(s.start-way, s.start, law.Travel)
		k.add(s.start, s.end, s.kind)
		at, end = place, max(end, s.end)
	}
	if k.person.FromBase {
		k.add(end, end+int(k.week.model.Travel(at, base)), law.Travel)
	}
	k.addIdle(day, idle)
}

// addIdle adds what lies between the stints of a day: one meal in the longest idle time of its hours, the rest as time at work.
func (k *worker) addIdle(day int, idle []planner.Span) {
	if lunch := k.person.Lunch; lunch != nil {
		var meal planner.Span
		for _, span := range idle {
			from, to := max(span.From, day*dayMinutes+lunch.From), min(span.To, day*dayMinutes+lunch.To)
			if to-from > meal.To-meal.From {
				meal = planner.Span{From: from, To: to}
			}
		}
		if meal.To = min(meal.To, meal.From+lunch.Minutes); meal.From < meal.To {
			k.add(meal.From, meal.To, law.Meal)
			idle = subtractSpan(idle, meal)
		}
	}
	for _, span := range idle {
		if k.person.Limits != nil {
			if span.To-span.From < splitFrom {
				k.add(span.From, span.To, law.Presence)
			}
			continue
		}
		for _, hours := range k.fixed {
			k.add(max(span.From, hours.From), min(span.To, hours.To), law.Presence)
		}
	}
}

func (k *worker) add(from, to int, kind law.Kind) {
	if from < to {
		k.spans = append(k.spans, law.Span{From: k.offset + from, To: k.offset + to, Kind: kind})
	}
}
