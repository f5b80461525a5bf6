package law_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/planner/law"
)

// firstDay is the Monday of 2026-W36: twelve weeks before week 48, the judged one of most tests, with a week after it.
const (
	firstDay = "2026-08-31"
	weeks    = 14
	judged   = 12
)

func paris(t testing.TB) *time.Location {
	t.Helper()
	location, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	return location
}

// input returns an input that judges week 48 as it would be on the Sunday before.
func input(t testing.TB, people ...law.Person) *law.Input {
	t.Helper()
	return &law.Input{
		FirstDay: firstDay, Days: weeks * 7, Location: paris(t), JudgedFrom: judged * 7, JudgedTo: judged*7 + 7,
		Now: time.Date(2026, time.November, 22, 7, 24, 0, 0, time.UTC), People: people,
	}
}

// hours reads spans such as "mon 9:00-12:00 13:00-17:00m, tue 22:00-31:00" of a week. The letter after a span is its kind: c coordination,
// p preparation, t travel, w presence (waiting), m meal. Hours beyond 24 are of the day after.
func hours(t testing.TB, week int, text string) (spans []law.Span) {
	t.Helper()
	kinds := map[byte]law.Kind{'c': law.Coordination, 'p': law.Preparation, 't': law.Travel, 'w': law.Presence, 'm': law.Meal}
	for day := range strings.SplitSeq(text, ",") {
		fields := strings.Fields(day)
		if len(fields) == 0 {
			continue
		}
		number := strings.Index("montuewedthufrisatsun", fields[0]) / 3
		for _, span := range fields[1:] {
			kind, known := kinds[span[len(span)-1]]
			if known {
				span = span[:len(span)-1]
			}
			var fromHour, from, toHour, to int
			if _, err := fmt.Sscanf(span, "%d:%d-%d:%d", &fromHour, &from, &toHour, &to); err != nil {
				t.Fatalf("%q: %v", span, err)
			}
			start := (week*7 + number) * law.DayMinutes
			spans = append(spans, law.Span{From: start + fromHour*60 + from, To: start + toHour*60 + to, Kind: kind})
		}
	}
	return spans
}

// every returns the same hours in each week from one to another, both included.
func every(t testing.TB, from, to int, text string) (spans []law.Span) {
	t.Helper()
	for week := from; week <= to; week++ {
		spans = append(spans, hours(t, week, text)...)
	}
	return spans
}

// of returns the findings of one rule.
func of(findings []law.Finding, code law.Code) (found []law.Finding) {
	for _, finding := range findings {
		if finding.Rule == code {
			found = append(found, finding)
		}
	}
	return found
}
