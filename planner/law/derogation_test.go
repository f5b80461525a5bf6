package law_test

import (
	"testing"

	"github.com/maillage-dime/maillage/planner/law"
)

const (
	sixMornings  = "mon 9:00-12:00, tue 9:00-12:00, wed 9:00-12:00, thu 9:00-12:00, fri 9:00-12:00, sat 9:00-12:00"
	nights4x11   = "mon 20:00-31:00, tue 20:00-31:00, wed 20:00-31:00, thu 20:00-31:00"
	fiveDays35   = "mon 8:00-12:00 13:00-16:00, tue 8:00-12:00 13:00-16:00, wed 8:00-12:00 13:00-16:00, thu 8:00-12:00 13:00-16:00, fri 8:00-12:00 13:00-16:00"
	fiveDays3501 = "mon 8:00-12:00 13:00-16:00, tue 8:00-12:00 13:00-16:00, wed 8:00-12:00 13:00-16:00, thu 8:00-12:00 13:00-16:00, fri 8:00-12:00 13:00-16:01"
)

// beforeMonday joins the hours of the judged week with those of the Monday after it.
func beforeMonday(text, after string) func(t *testing.T) []law.Span {
	return func(t *testing.T) []law.Span {
		t.Helper()
		return append(hours(t, judged, text), hours(t, judged+1, after)...)
	}
}

// derogationCases are the smallest cases of the limits that agreements give, and of those for workers under 18.
var derogationCases = []ruleCase{
	{
		name: "twelve hours under CCN66 by agreement", rule: "daily_work", contract: fullTime66, agreements: []law.Agreement{law.DailyWork12},
		lawful: inJudged("mon 8:00-14:00 14:20-20:20"), unlawful: inJudged("mon 8:00-14:00 14:20-20:21"),
		article: "CCN66, art. 20.5", from: monday, to: monday, value: 721, limit: 720, unit: law.Minutes, severity: law.Legal,
		spared: []law.Contract{fullTime51, byLaw},
	},
	{
		name: "35 hours a week under 18", rule: "weekly_work", contract: youth, lawful: inJudged(fiveDays35), unlawful: inJudged(fiveDays3501),
		article: "Code du travail, art. L.3162-1", from: monday, to: sunday, value: 2101, limit: 2100, unit: law.Minutes, severity: law.Legal,
		spared: []law.Contract{byLaw},
	},
	{
		name: "a span of twelve hours under 18", rule: "day_span", contract: youth,
		lawful: inJudged("mon 8:00-10:00 17:00-20:00"), unlawful: inJudged("mon 8:00-10:00 17:00-20:01"),
		article: "Code du travail, art. L.3164-1", from: monday, to: monday, value: 721, limit: 720, unit: law.Minutes, severity: law.Legal,
		spared: []law.Contract{byLaw},
	},
	{
		name: "two days of weekly rest under 18", rule: "weekly_rest", contract: youth,
		lawful:   beforeMonday(sixMornings, "mon 12:00-13:00"),
		unlawful: beforeMonday(sixMornings, "mon 11:59-13:00"),
		article:  "Code du travail, art. L.3164-2", from: monday, to: "2026-11-30", value: 2879, limit: 2880, unit: law.Minutes, severity: law.Legal,
		spared: []law.Contract{byLaw},
	},
	{
		name: "two interruptions by branch agreement", rule: "part_time_interruptions", contract: half51, agreements: []law.Agreement{law.PartTimeBreaks2},
		lawful:   inJudged("mon 8:00-10:00 11:30-13:30 15:00-17:00"),
		unlawful: inJudged("mon 8:00-10:00 11:30-13:30 15:00-17:00 18:30-19:00"),
		article:  "Code du travail, art. L.3123-23", from: monday, to: monday, value: 3, limit: 2, unit: law.Count, severity: law.Legal,
		spared: []law.Contract{fullTime51, byLaw},
	},
	{
		name: "twelve hours of a night worker by agreement", rule: "night_work", contract: byLaw, agreements: []law.Agreement{law.Night12},
		lawful: inJudged("mon 19:00-31:00, wed 19:00-31:00"), unlawful: inJudged("mon 19:00-31:00, wed 19:00-31:01"),
		article: "Code du travail, art. L.3122-17", from: "2026-11-25", to: "2026-11-25", value: 721, limit: 720, unit: law.Minutes, severity: law.Legal,
	},
	{
		name: "44 hours on the mean of a night worker by agreement", rule: "night_mean", contract: byLaw, agreements: []law.Agreement{law.NightMean44},
		lawful: and(1, 11, nights4x11, nights4x11), unlawful: and(1, 11, nights4x11, nights4x11+", fri 20:00-20:01"),
		article: "Code du travail, art. L.3122-18", from: monday, to: sunday, value: 2641, limit: 2640, unit: law.Minutes, severity: law.Legal,
	},
}

// A branch agreement leaves the length of a part-timer's interruption open.
func TestAnAgreementLeavesTheInterruptionOpen(t *testing.T) {
	t.Parallel()
	in := input(t, law.Person{ID: "anna", Contracts: []law.Contract{half51}, Work: hours(t, judged, "mon 8:00-10:00 16:00-18:00")})
	if found := of(law.Check(in), "part_time_interruption"); len(found) != 1 {
		t.Fatalf("six hours: found %+v", found)
	}
	in.Agreements = []law.Agreement{law.PartTimeBreaks2}
	if found := of(law.Check(in), "part_time_interruption"); len(found) > 0 {
		t.Fatalf("by agreement: found %+v", found)
	}
}
