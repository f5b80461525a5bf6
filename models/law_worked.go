package models

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/law"
)

// hoursDone are the hours really done, by professional and day of the check.
type hoursDone map[string]map[int][]WorkedDay

// hoursDoneFrom orders accepted hours by the days of a check that begins on a date.
func hoursDoneFrom(first string, days []WorkedDay) hoursDone {
	done := hoursDone{}
	for i := range days {
		person := days[i].ProfessionalID
		if done[person] == nil {
			done[person] = map[int][]WorkedDay{}
		}
		day := daysBetween(first, days[i].Date)
		done[person][day] = append(done[person][day], days[i])
	}
	return done
}

// replace returns planned hours of somebody with what was really done on the days of which that is known. Coordination and preparation that
// were planned within the hours done stay what they are; the break lies in the middle.
func (d hoursDone) replace(person string, planned []law.Span) []law.Span {
	if len(d[person]) == 0 || planned == nil {
		return planned
	}
	hours := make([]law.Span, 0, len(planned))
	for _, span := range planned {
		if d[person][span.From/dayMinutes] == nil {
			hours = append(hours, span)
		}
	}
	for day, parts := range d[person] {
		for i := range parts {
			hours = append(hours, parts[i].spans(day*dayMinutes, planned)...)
		}
	}
	slices.SortFunc(hours, func(a, b law.Span) int { return a.From - b.From })
	return hours
}

// spans returns the hours of a part of a day that begins at a minute of the check.
func (d *WorkedDay) spans(midnight int, planned []law.Span) []law.Span {
	from, to := midnight+d.FromMinute, midnight+d.ToMinute
	middle := from + d.Minutes()/2
	pause := planner.Span{From: middle, To: middle + d.BreakMinutes}
	direct := subtractSpan([]planner.Span{{From: from, To: to}}, pause)
	spans := []law.Span{}
	if d.BreakMinutes > 0 {
		spans = append(spans, law.Span{From: pause.From, To: pause.To, Kind: law.Meal})
	}
	for _, span := range planned {
		if span.Kind != law.Coordination && span.Kind != law.Preparation {
			continue
		}
		for _, piece := range direct {
			if kept := (law.Span{From: max(span.From, piece.From), To: min(span.To, piece.To), Kind: span.Kind}); kept.From < kept.To {
				spans = append(spans, kept)
				direct = subtractSpan(direct, planner.Span{From: kept.From, To: kept.To})
			}
		}
	}
	for _, piece := range direct {
		spans = append(spans, law.Span{From: piece.From, To: piece.To, Kind: law.Direct})
	}
	return spans
}
