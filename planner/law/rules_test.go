package law_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/planner/law"
)

var (
	fullTime66 = law.Contract{Convention: law.CCN66, WeekMinutes: 2100, Family: law.Educators}
	fullTime51 = law.Contract{Convention: law.CCN51, WeekMinutes: 2100, Family: law.Educators}
	byLaw      = law.Contract{Convention: law.Other, WeekMinutes: 2100, Family: law.OtherFamily}
	half66     = law.Contract{Convention: law.CCN66, WeekMinutes: 1050, PartTime: true, Family: law.Educators}
	half51     = law.Contract{Convention: law.CCN51, WeekMinutes: 1050, PartTime: true, Family: law.Educators}
	halfByLaw  = law.Contract{Convention: law.Other, WeekMinutes: 1050, PartTime: true, Family: law.OtherFamily}
	youth      = law.Contract{Convention: law.Other, WeekMinutes: 2100, Family: law.OtherFamily, Minor: true}
)

// ruleCase is the smallest lawful and the smallest unlawful case of a rule for a contract. Weeks count from the first of the input; the
// judged one is 12.
type ruleCase struct {
	name             string
	rule             law.Code
	contract         law.Contract
	agreements       []law.Agreement
	lawful, unlawful func(t *testing.T) []law.Span
	article          string
	from, to         string
	value, limit     int
	unit             law.Unit
	severity         law.Severity
	spared           []law.Contract // of which the limit says nothing, whatever hours they have
}

func inJudged(text string) func(t *testing.T) []law.Span {
	return func(t *testing.T) []law.Span { t.Helper(); return hours(t, judged, text) }
}

// and joins the hours of the judged week with the same ones in weeks before or after.
func and(from, to int, before, text string) func(t *testing.T) []law.Span {
	return func(t *testing.T) []law.Span {
		t.Helper()
		return append(every(t, from, to, before), hours(t, judged, text)...)
	}
}

const (
	monday, tuesday, saturday, sunday = "2026-11-23", "2026-11-24", "2026-11-28", "2026-11-29"
	long48                            = "mon 8:00-18:00, tue 8:00-18:00, wed 8:00-18:00, thu 8:00-18:00, fri 8:00-16:00"
	week44                            = "mon 8:00-17:00, tue 8:00-17:00, wed 8:00-17:00, thu 8:00-17:00, fri 8:00-16:00"
	week4401                          = "mon 8:00-17:00, tue 8:00-17:00, wed 8:00-17:00, thu 8:00-17:00, fri 8:00-16:01"
	nights4x10                        = "mon 20:00-30:00, tue 20:00-30:00, wed 20:00-30:00, thu 20:00-30:00"
)

var ruleCases = []ruleCase{
	{
		name: "ten hours a day", rule: "daily_work", contract: byLaw,
		lawful: inJudged("mon 8:00-13:00 14:00-19:00"), unlawful: inJudged("mon 8:00-13:00 14:00-19:01"),
		article: "Code du travail, art. L.3121-18", from: monday, to: monday, value: 601, limit: 600, unit: law.Minutes, severity: law.Legal,
	},
	{
		name: "the way between two workplaces is work", rule: "daily_work", contract: byLaw,
		lawful: inJudged("mon 8:00-13:00 13:00-13:30m 13:30-18:30"), unlawful: inJudged("mon 8:00-13:00 13:00-13:30t 13:30-18:30"),
		article: "Code du travail, art. L.3121-18", from: monday, to: monday, value: 630, limit: 600, unit: law.Minutes, severity: law.Legal,
	},
	{
		name: "twelve hours by agreement", rule: "daily_work", contract: byLaw, agreements: []law.Agreement{law.DailyWork12},
		lawful: inJudged("mon 8:00-14:00 14:20-20:20"), unlawful: inJudged("mon 8:00-14:00 14:20-20:21"),
		article: "Code du travail, art. L.3121-19", from: monday, to: monday, value: 721, limit: 720, unit: law.Minutes, severity: law.Legal,
	},
	{
		name: "ten hours under CCN66, a night shift counts for each of its days", rule: "daily_work", contract: fullTime66,
		lawful: inJudged("mon 14:00-25:00"), unlawful: inJudged("mon 13:59-24:00"),
		article: "CCN66, art. 20.5", from: monday, to: monday, value: 601, limit: 600, unit: law.Minutes, severity: law.Legal,
		spared: []law.Contract{fullTime51, byLaw},
	},
	{
		name: "eight hours under 18", rule: "daily_work", contract: youth,
		lawful: inJudged("mon 8:00-12:00 13:00-17:00"), unlawful: inJudged("mon 8:00-12:00 13:00-17:01"),
		article: "Code du travail, art. L.3162-1", from: monday, to: monday, value: 481, limit: 480, unit: law.Minutes, severity: law.Legal,
		spared: []law.Contract{byLaw},
	},
	{
		name: "48 hours a week", rule: "weekly_work", contract: byLaw, lawful: inJudged(long48), unlawful: inJudged(long48 + ", sat 8:00-8:01"),
		article: "Code du travail, art. L.3121-20", from: monday, to: sunday, value: 2881, limit: 2880, unit: law.Minutes, severity: law.Legal,
	},
	{
		name: "44 hours in any week of a cycle", rule: "cycle_week", contract: fullTime66, lawful: inJudged(week44), unlawful: inJudged(week4401),
		article: "CCN66, art. 20.3", from: monday, to: sunday, value: 2641, limit: 2640, unit: law.Minutes, severity: law.Consent,
		spared: []law.Contract{fullTime51, byLaw},
	},
	{
		name: "44 hours on the mean of twelve weeks", rule: "weekly_mean", contract: byLaw,
		lawful: and(1, 11, week44, week44), unlawful: and(1, 11, week44, week4401),
		article: "Code du travail, art. L.3121-22", from: monday, to: sunday, value: 2641, limit: 2640, unit: law.Minutes, severity: law.Legal,
	},
	{
		name: "46 hours on the mean by agreement", rule: "weekly_mean", contract: byLaw, agreements: []law.Agreement{law.WeeklyMean46},
		lawful: and(1, 11, week44, long48), unlawful: and(1, 11, long48, week44),
		article: "Code du travail, art. L.3121-23", from: monday, to: sunday, value: 2860, limit: 2760, unit: law.Minutes, severity: law.Legal,
	},
	{
		name: "eleven hours of rest", rule: "daily_rest", contract: fullTime66,
		lawful: inJudged("mon 14:00-21:00, tue 8:00-12:00"), unlawful: inJudged("mon 14:00-21:30, tue 8:00-12:00"),
		article: "Code du travail, art. L.3131-1", from: monday, to: tuesday, value: 630, limit: 660, unit: law.Minutes, severity: law.Legal,
	},
	{
		name: "nine hours of rest where the branch allows", rule: "daily_rest", contract: fullTime66, agreements: []law.Agreement{law.Rest9},
		lawful: inJudged("mon 14:00-23:00, tue 8:00-12:00"), unlawful: inJudged("mon 14:00-23:01, tue 8:00-12:00"),
		article: "CCN66, art. 20.7", from: monday, to: tuesday, value: 539, limit: 540, unit: law.Minutes, severity: law.Legal,
		spared: []law.Contract{fullTime51, byLaw},
	},
	{
		name: "rest over Sunday night, from the week before", rule: "daily_rest", contract: byLaw,
		lawful: and(11, 11, "sun 13:00-20:00", "mon 7:00-12:00"), unlawful: and(11, 11, "sun 13:00-20:01", "mon 7:00-12:00"),
		article: "Code du travail, art. L.3131-1", from: "2026-11-22", to: monday, value: 659, limit: 660, unit: law.Minutes, severity: law.Legal,
	},
	{
		name: "twelve hours of rest under 18", rule: "daily_rest", contract: youth,
		lawful: inJudged("mon 16:00-20:00, tue 8:00-12:00"), unlawful: inJudged("mon 16:00-20:01, tue 8:00-12:00"),
		article: "Code du travail, art. L.3164-1", from: monday, to: tuesday, value: 719, limit: 720, unit: law.Minutes, severity: law.Legal,
		spared: []law.Contract{byLaw},
	},
	{
		name: "a span of thirteen hours", rule: "day_span", contract: byLaw,
		lawful: inJudged("mon 7:00-9:00 17:00-20:00"), unlawful: inJudged("mon 7:00-9:00 17:00-20:01"),
		article: "Code du travail, art. L.3131-1", from: monday, to: monday, value: 781, limit: 780, unit: law.Minutes, severity: law.Legal,
	},
	{
		name: "a span of fifteen hours with nine of rest", rule: "day_span", contract: fullTime66, agreements: []law.Agreement{law.Rest9},
		lawful: inJudged("mon 7:00-9:00 17:00-22:00"), unlawful: inJudged("mon 7:00-9:00 17:00-22:01"),
		article: "CCN66, art. 20.7", from: monday, to: monday, value: 901, limit: 900, unit: law.Minutes, severity: law.Legal,
		spared: []law.Contract{fullTime51, byLaw},
	},
	{
		name: "a part-timer's span with a long interruption", rule: "part_time_span", contract: half66,
		lawful: inJudged("mon 8:00-10:00 16:00-19:00, tue 8:00-12:00 13:00-20:00"), unlawful: inJudged("mon 8:00-10:00 16:00-19:01"),
		article: "CCN66, art. 20.5", from: monday, to: monday, value: 661, limit: 660, unit: law.Minutes, severity: law.Consent,
		spared: []law.Contract{fullTime66, half51, halfByLaw},
	},
	{
		name: "one interruption of a part-timer", rule: "part_time_interruptions", contract: halfByLaw,
		lawful: inJudged("mon 8:00-10:00 12:00-14:00"), unlawful: inJudged("mon 8:00-10:00 12:00-14:00 15:01-16:00"),
		article: "Code du travail, art. L.3123-30", from: monday, to: monday, value: 2, limit: 1, unit: law.Count, severity: law.Legal,
		spared: []law.Contract{byLaw},
	},
	{
		name: "two interruptions under CCN66", rule: "part_time_interruptions", contract: half66,
		lawful:   inJudged("mon 8:00-10:00 11:30-13:30 15:00-17:00"),
		unlawful: inJudged("mon 8:00-10:00 11:30-13:30 15:00-17:00 18:30-19:00"),
		article:  "CCN66, art. 20.5", from: monday, to: monday, value: 3, limit: 2, unit: law.Count, severity: law.Legal,
		spared: []law.Contract{fullTime66, half51, halfByLaw},
	},
	{
		name: "two hours of interruption where no convention allows more", rule: "part_time_interruption", contract: halfByLaw,
		lawful: inJudged("mon 8:00-10:00 12:00-14:00"), unlawful: inJudged("mon 8:00-10:00 12:01-14:00"),
		article: "Code du travail, art. L.3123-30", from: monday, to: monday, value: 121, limit: 120, unit: law.Minutes, severity: law.Legal,
		spared: []law.Contract{byLaw, half66},
	},
	{
		name: "a break before six hours are over", rule: "break", contract: byLaw,
		lawful: inJudged("mon 8:00-14:00 14:20-16:00"), unlawful: inJudged("mon 8:00-14:01"),
		article: "Code du travail, art. L.3121-16", from: monday, to: monday, value: 361, limit: 360, unit: law.Minutes, severity: law.Legal,
	},
	{
		name: "twenty minutes in one piece", rule: "break", contract: fullTime66,
		lawful: inJudged("mon 8:00-11:00 11:00-11:20w 11:20-16:00"), unlawful: inJudged("mon 8:00-11:00 11:19-15:00"),
		article: "CCN66, art. 20.6", from: monday, to: monday, value: 420, limit: 360, unit: law.Minutes, severity: law.Legal,
	},
	{
		name: "half an hour under 18", rule: "break", contract: youth,
		lawful: inJudged("mon 8:00-12:30 13:00-15:00"), unlawful: inJudged("mon 8:00-12:29 12:58-15:00"),
		article: "Code du travail, art. L.3162-3", from: monday, to: monday, value: 420, limit: 270, unit: law.Minutes, severity: law.Legal,
		spared: []law.Contract{byLaw},
	},
	{
		name: "half an hour for the meal", rule: "meal_break", contract: fullTime66,
		lawful: inJudged("mon 9:00-12:00 12:00-12:30m 12:30-16:00, tue 9:00-14:00"), unlawful: inJudged("mon 9:00-12:00 12:29-16:00"),
		article: "CCN66, art. 20.6", from: monday, to: monday, value: 29, limit: 30, unit: law.Minutes, severity: law.Consent,
		spared: []law.Contract{fullTime51, byLaw},
	},
	{
		name: "six days a week", rule: "week_days", contract: byLaw,
		lawful:   inJudged("mon 9:00-10:00, tue 9:00-10:00, wed 9:00-10:00, thu 9:00-10:00, fri 9:00-10:00, sat 9:00-10:00"),
		unlawful: inJudged("mon 9:00-10:00, tue 9:00-10:00, wed 9:00-10:00, thu 9:00-10:00, fri 9:00-10:00, sat 9:00-10:00, sun 9:00-10:00"),
		article:  "Code du travail, art. L.3132-1", from: monday, to: sunday, value: 7, limit: 6, unit: law.Days, severity: law.Legal,
	},
	{
		name: "35 hours of weekly rest", rule: "weekly_rest", contract: byLaw,
		lawful: func(t *testing.T) []law.Span {
			return append(every(t, 11, 11, "sun 9:00-21:00"), append(inJudged("mon 9:00-12:00, tue 9:00-12:00, wed 9:00-12:00, thu 9:00-12:00, fri 9:00-12:00, sat 12:00-22:00")(t), hours(t, 13, "mon 9:00-12:00")...)...)
		},
		unlawful: func(t *testing.T) []law.Span {
			return append(every(t, 11, 11, "sun 9:00-21:00"), append(inJudged("mon 9:00-12:00, tue 9:00-12:00, wed 9:00-12:00, thu 9:00-12:00, fri 9:00-12:00, sat 12:00-22:01")(t), hours(t, 13, "mon 9:00-12:00")...)...)
		},
		article: "Code du travail, art. L.3132-2", from: monday, to: "2026-11-30", value: 2099, limit: 2100, unit: law.Minutes, severity: law.Legal,
	},
	{
		name: "two days of rest under CCN66", rule: "rest_days", contract: fullTime66,
		lawful:   inJudged("mon 9:00-12:00, tue 9:00-12:00, wed 9:00-17:00, thu 9:00-17:00, fri 9:00-17:00, sat 9:00-13:00"),
		unlawful: inJudged("mon 9:00-17:00, tue 9:00-17:00, wed 9:00-17:00, thu 9:00-17:00, fri 9:00-17:00, sat 9:00-13:00"),
		article:  "CCN66, art. 21", from: monday, to: sunday, value: 3, limit: 4, unit: law.HalfDays, severity: law.Consent,
		spared: []law.Contract{fullTime51, byLaw},
	},
	{
		name: "a day and a half in one piece under CCN66", rule: "rest_days", contract: fullTime66,
		lawful: and(11, 11, "sat 9:00-17:00", "tue 9:00-17:00, wed 9:00-17:00, fri 9:00-17:00, sat 9:00-17:00, sun 9:00-17:00"),
		unlawful: func(t *testing.T) []law.Span {
			return append(and(11, 11, "sun 9:00-17:00", "tue 9:00-17:00, wed 9:00-12:00, thu 9:00-12:00, fri 9:00-12:00, sat 9:00-17:00, sun 9:00-17:00")(t), hours(t, 13, "mon 9:00-12:00")...)
		},
		article: "CCN66, art. 21", from: monday, to: sunday, value: 2, limit: 4, unit: law.HalfDays, severity: law.Consent,
	},
	{
		name: "four days of rest in two weeks under CCN51", rule: "fortnight_rest", contract: fullTime51,
		lawful:   and(11, 11, "mon 9:00-10:00, tue 9:00-10:00, wed 9:00-10:00, thu 9:00-10:00, fri 9:00-10:00, sat 9:00-10:00", "mon 9:00-10:00, tue 9:00-10:00, wed 9:00-10:00, thu 9:00-10:00"),
		unlawful: and(11, 11, "mon 9:00-10:00, tue 9:00-10:00, wed 9:00-10:00, thu 9:00-10:00, fri 9:00-10:00, sat 9:00-10:00", "mon 9:00-10:00, tue 9:00-10:00, wed 9:00-10:00, thu 9:00-10:00, fri 9:00-10:00"),
		article:  "CCN51, art. 05.05.2", from: "2026-11-16", to: sunday, value: 3, limit: 4, unit: law.Days, severity: law.Consent,
		spared: []law.Contract{fullTime66, byLaw},
	},
	{
		name: "two of the days of rest in a row under CCN51", rule: "fortnight_rest", contract: fullTime51,
		lawful:   and(11, 11, "mon 9:00-10:00, wed 9:00-10:00, fri 9:00-10:00, sun 9:00-10:00", "mon 9:00-10:00, tue 9:00-10:00, fri 9:00-10:00, sun 9:00-10:00"),
		unlawful: and(11, 11, "mon 9:00-10:00, wed 9:00-10:00, fri 9:00-10:00, sun 9:00-10:00", "mon 9:00-10:00, wed 9:00-10:00, fri 9:00-10:00, sun 9:00-10:00"),
		article:  "CCN51, art. 05.05.2", from: "2026-11-16", to: sunday, value: 1, limit: 4, unit: law.Days, severity: law.Consent,
	},
	{
		name: "two Sundays in four weeks under CCN66", rule: "sundays", contract: fullTime66,
		lawful: and(11, 11, "sun 9:00-10:00", "sun 9:00-10:00"), unlawful: and(10, 11, "sun 9:00-10:00", "sun 9:00-10:00"),
		article: "CCN66, art. 21", from: sunday, to: sunday, value: 1, limit: 2, unit: law.Days, severity: law.Consent,
		spared: []law.Contract{byLaw},
	},
	{
		name: "one Sunday in three weeks under CCN51", rule: "sundays", contract: fullTime51,
		lawful: and(11, 11, "sun 9:00-10:00", "sun 9:00-10:00"), unlawful: and(10, 11, "sun 9:00-10:00", "sun 9:00-10:00"),
		article: "CCN51, art. 05.05.2", from: sunday, to: sunday, value: 0, limit: 1, unit: law.Days, severity: law.Consent,
		spared: []law.Contract{byLaw},
	},
	{
		name: "three sequences a day under CCN66", rule: "day_sequences", contract: fullTime66,
		lawful:   inJudged("mon 7:00-9:00 11:00-13:00 15:00-17:00"),
		unlawful: inJudged("mon 7:00-9:00 10:01-12:01 13:02-15:02 16:03-18:03"),
		article:  "CCN66, art. 20.5", from: monday, to: monday, value: 4, limit: 3, unit: law.Count, severity: law.Consent,
		spared: []law.Contract{fullTime51, byLaw},
	},
	{
		name: "sequences of two hours under CCN66", rule: "short_sequence", contract: fullTime66,
		lawful: inJudged("mon 7:00-9:00 17:00-19:00, tue 9:00-10:00"), unlawful: inJudged("mon 7:00-8:59 17:00-19:00"),
		article: "CCN66, art. 20.5", from: monday, to: monday, value: 119, limit: 120, unit: law.Minutes, severity: law.Consent,
		spared: []law.Contract{fullTime51, byLaw},
	},
	{
		name: "fourteen hours of contract", rule: "contract_minimum", contract: law.Contract{WeekMinutes: 839, PartTime: true, Family: law.Educators},
		lawful: inJudged(""), unlawful: inJudged("mon 9:00-10:00"),
		article: "Accord de branche du 22 novembre 2013", from: monday, to: sunday, value: 839, limit: 840, unit: law.Minutes, severity: law.House,
		spared: []law.Contract{{WeekMinutes: 839, Family: law.Educators}},
	},
	{
		name: "two hours of contract for a speech therapist", rule: "contract_minimum", contract: law.Contract{WeekMinutes: 119, PartTime: true, Family: law.Paramedics},
		lawful: inJudged(""), unlawful: inJudged("mon 9:00-10:00"),
		article: "Accord de branche du 22 novembre 2013", from: monday, to: sunday, value: 119, limit: 120, unit: law.Minutes, severity: law.House,
		spared: []law.Contract{{WeekMinutes: 119, PartTime: true, Family: law.Educators}, {WeekMinutes: 119, Family: law.Paramedics}},
	},
	{
		name: "hours of small contracts in half-days or days", rule: "contract_grouping", contract: law.Contract{Convention: law.CCN66, WeekMinutes: 630, PartTime: true, Family: law.Doctors},
		lawful: inJudged("mon 9:00-12:00 13:30-17:00"), unlawful: inJudged("mon 8:00-10:00 11:15-12:00"),
		article: "Accord de branche du 22 novembre 2013", from: monday, to: monday, value: 1, limit: 0, unit: law.Count, severity: law.Consent,
		spared: []law.Contract{{Convention: law.CCN66, WeekMinutes: 630, Family: law.Doctors}},
	},
	{
		name: "eight hours of a night worker", rule: "night_work", contract: byLaw,
		lawful: inJudged("mon 22:00-30:00, tue 22:00-30:00, thu 14:30-23:30"), unlawful: inJudged("mon 22:00-30:00, wed 22:00-30:01"),
		article: "Code du travail, art. L.3122-6", from: "2026-11-25", to: "2026-11-25", value: 481, limit: 480, unit: law.Minutes, severity: law.Legal,
	},
	{
		name: "40 hours on the mean of a night worker", rule: "night_mean", contract: byLaw,
		lawful: and(1, 11, nights4x10, nights4x10), unlawful: and(1, 11, nights4x10, nights4x10+", fri 20:00-20:01"),
		article: "Code du travail, art. L.3122-7", from: monday, to: sunday, value: 2401, limit: 2400, unit: law.Minutes, severity: law.Legal,
	},
	{
		name: "no night under 18", rule: "night_minor", contract: youth, lawful: inJudged("mon 20:00-22:00"), unlawful: inJudged("mon 20:00-22:01"),
		article: "Code du travail, art. L.3163-2", from: monday, to: monday, value: 1, limit: 0, unit: law.Minutes, severity: law.Legal,
		spared: []law.Contract{byLaw},
	},
	{
		name: "beyond the contract", rule: "contract_week", contract: half66,
		lawful: inJudged("mon 8:00-12:00 13:00-17:00, tue 8:00-12:00 13:00-17:00, wed 8:00-9:30"), unlawful: inJudged("mon 8:00-12:00 13:00-17:00, tue 8:00-12:00 13:00-17:00, wed 8:00-9:31"),
		article: "Code du travail, art. L.3121-27", from: monday, to: sunday, value: 1051, limit: 1050, unit: law.Minutes, severity: law.House,
	},
	{
		name: "six percent of coordination under CCN66", rule: "coordination_share", contract: fullTime66,
		lawful: inJudged("mon 8:00-16:00, tue 8:00-16:00, wed 8:00-10:06c"), unlawful: inJudged("mon 8:00-16:00, tue 8:00-16:00, wed 8:00-10:05c"),
		article: "CCN66, art. 20.9", from: monday, to: sunday, value: 125, limit: 126, unit: law.Minutes, severity: law.House,
		spared: []law.Contract{{Convention: law.CCN66, WeekMinutes: 2100, Family: law.OtherFamily}, fullTime51, byLaw},
	},
}

func TestRules(t *testing.T) {
	t.Parallel()
	for _, c := range slices.Concat(ruleCases, derogationCases) {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if found := c.check(t, c.contract, c.agreements, c.lawful(t)); len(found) > 0 {
				t.Errorf("lawful, yet found %+v", found)
			}
			found := c.check(t, c.contract, c.agreements, c.unlawful(t))
			if len(found) != 1 {
				t.Fatalf("found %+v, want one", found)
			}
			want := law.Finding{
				Rule: c.rule, Article: c.article, Source: found[0].Source, Severity: c.severity, Person: "anna", From: c.from, To: c.to,
				Value: c.value, Limit: c.limit, By: max(c.value-c.limit, c.limit-c.value), Unit: c.unit, Beside: found[0].Beside, Weeks: found[0].Weeks,
			}
			if !reflect.DeepEqual(found[0], want) {
				t.Errorf("found %+v\nwant  %+v", found[0], want)
			}
			for _, spared := range c.spared {
				if c.says(c.check(t, spared, c.agreements, c.unlawful(t))) {
					t.Errorf("the limit is not for %+v", spared)
				}
			}
			if len(c.agreements) > 0 && c.says(c.check(t, c.contract, nil, c.unlawful(t))) {
				t.Error("the limit holds without its agreement")
			}
		})
	}
}

// check returns what the rule of the case finds in hours under a contract.
func (c *ruleCase) check(t *testing.T, contract law.Contract, agreements []law.Agreement, work []law.Span) []law.Finding {
	t.Helper()
	in := input(t, law.Person{ID: "anna", Contracts: []law.Contract{contract}, Work: work})
	in.Agreements = agreements
	return of(law.Check(in), c.rule)
}

// says reports whether one of the findings is the limit's of the case: contract minima, which depend on the contract, have several of one article.
func (c *ruleCase) says(findings []law.Finding) bool {
	return slices.ContainsFunc(findings, func(f law.Finding) bool { return f.Article == c.article && f.Limit == c.limit })
}

// What other tests of this package show of a rule by itself.
var shownElsewhere = []law.Code{"sundays_of_year", "public_holiday", "may_day", "notice"}

func TestEveryRuleHasItsCase(t *testing.T) {
	t.Parallel()
	cases := slices.Concat(ruleCases, derogationCases)
	for i := range law.Rules {
		rule := &law.Rules[i]
		if law.RuleOf(rule.Code) != rule {
			t.Errorf("the rule %s stands twice", rule.Code)
		}
		for _, limit := range rule.Limits {
			if limit.Article == "" || limit.Source == "" || limit.Unit == "" {
				t.Errorf("a limit of %s lacks its article, source or unit: %+v", rule.Code, limit)
			}
			shown := slices.Contains(shownElsewhere, rule.Code) || slices.ContainsFunc(cases, func(c ruleCase) bool {
				agreed := limit.Agreement == "" && len(c.agreements) == 0 || slices.Contains(c.agreements, limit.Agreement)
				return c.rule == rule.Code && c.article == limit.Article && agreed
			}) || limit.Value == law.DayMinutes // leaves it open
			if !shown {
				t.Errorf("the limit of %s by %s %s has no case", rule.Code, limit.Article, limit.Agreement)
			}
		}
	}
	if law.RuleOf("none") != nil {
		t.Error("a rule that is none was found")
	}
}

// Before the articles in their present numbering were in force, nothing is found by them.
func TestLimitsAreDated(t *testing.T) {
	t.Parallel()
	for _, c := range slices.Concat(ruleCases, derogationCases) {
		in := input(t, law.Person{ID: "anna", Contracts: []law.Contract{c.contract}, Work: c.unlawful(t)})
		in.FirstDay, in.Agreements = "2007-01-01", c.agreements
		for _, finding := range law.Check(in) {
			if !strings.HasPrefix(finding.Article, "CCN") {
				t.Errorf("%s: found %+v in 2007", c.name, finding)
			}
		}
	}
	in := &law.Input{FirstDay: "2007-04-30", Days: 7, JudgedTo: 7, Holidays: []string{"2007-05-01"}, Now: time.Date(2007, time.April, 29, 9, 0, 0, 0, time.UTC)}
	for _, contract := range []law.Contract{byLaw, halfByLaw} {
		in.People = append(in.People, law.Person{
			ID: "anna", Contracts: []law.Contract{contract}, Work: hours(t, 0, "tue 9:00-12:00"), Announced: hours(t, 0, "tue 10:00-12:00"),
		})
	}
	for _, agreements := range [][]law.Agreement{nil, {law.PartTimeNotice3}} {
		if in.Agreements = agreements; len(law.Check(in)) > 0 {
			t.Errorf("1 May 2007: found %+v", law.Check(in))
		}
	}
}
