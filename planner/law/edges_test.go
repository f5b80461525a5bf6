package law_test

import (
	"testing"

	"github.com/maillage-dime/maillage/planner/law"
)

// What the rules call a break, a night, a meal or a half-day, each on both sides of its edge.
func TestEdges(t *testing.T) {
	t.Parallel()
	hired := func(convention law.Convention, minutes int, partTime bool) law.Contract {
		return law.Contract{Convention: convention, WeekMinutes: minutes, PartTime: partTime, Family: law.Educators}
	}
	const nothing = -1
	for name, test := range map[string]struct {
		rule     law.Code
		contract law.Contract
		work     func(t *testing.T) []law.Span
		value    int
	}{
		"an hour is a break":                       {"part_time_interruptions", halfByLaw, inJudged("mon 8:00-9:00 10:00-11:00 12:00-13:00"), nothing},
		"more interrupts the day":                  {"part_time_interruptions", halfByLaw, inJudged("mon 8:00-9:00 10:01-11:00 12:01-13:00"), 2},
		"three hours over midnight are a rest":     {"daily_rest", byLaw, inJudged("mon 20:00-22:00, tue 1:00-3:00"), 180},
		"less is a pause of the night":             {"daily_rest", byLaw, inJudged("mon 20:00-22:01, tue 1:00-3:00"), nothing},
		"nine hours within a day are a rest":       {"daily_rest", byLaw, inJudged("mon 0:00-2:00 11:00-12:00"), 540},
		"less splits the day":                      {"daily_rest", byLaw, inJudged("mon 0:00-2:01 11:00-12:00"), nothing},
		"three hours of evening are a night":       {"night_work", byLaw, inJudged("mon 15:00-24:00, wed 15:00-23:00"), nothing},
		"two of them make a night worker":          {"night_work", byLaw, inJudged("mon 15:00-24:00, wed 16:00-24:00"), 540},
		"a minute less does not":                   {"night_work", byLaw, inJudged("mon 14:59-23:59, wed 14:59-23:59"), nothing},
		"three hours of morning are a night":       {"night_work", byLaw, inJudged("mon 3:00-12:00, wed 3:00-11:00"), 540},
		"a minute later they are not":              {"night_work", byLaw, inJudged("mon 3:01-12:01, wed 3:01-12:01"), nothing},
		"one night makes no night worker":          {"night_work", byLaw, inJudged("mon 21:00-31:00"), nothing},
		"who works from 11:30 to 14:30 has a meal": {"meal_break", fullTime66, inJudged("mon 11:30-12:00 12:10-14:30"), 10},
		"who comes later does not":                 {"meal_break", fullTime66, inJudged("mon 11:31-12:00 12:10-14:30"), nothing},
		"who goes earlier does not":                {"meal_break", fullTime66, inJudged("mon 11:30-12:00 12:10-14:29"), nothing},
		"a wait is time for the meal":              {"meal_break", fullTime66, inJudged("mon 9:00-12:00 12:00-12:30w 12:30-16:00"), nothing},
		"small contracts are below 24 hours":       {"contract_grouping", hired(law.Other, 1439, true), inJudged("mon 8:00-9:00 10:01-11:00"), 1},
		"24 hours are none":                        {"contract_grouping", hired(law.Other, 1440, true), inJudged("mon 8:00-9:00 10:01-11:00"), nothing},
		"of an unknown contract nothing is said":   {"contract_grouping", hired(law.Other, 0, true), inJudged("mon 8:00-9:00 10:01-11:00"), nothing},
		"nor that it is too small":                 {"contract_minimum", hired(law.Other, 0, true), inJudged("mon 8:00-9:00"), nothing},
		"nor that it is exceeded":                  {"contract_week", hired(law.Other, 0, true), inJudged("mon 8:00-9:00"), nothing},
		"one o'clock ends the morning":             {"rest_days", fullTime66, beforeMonday("mon 9:00-12:00, tue 9:00-17:00, wed 9:00-17:00, thu 9:00-17:00, fri 9:00-17:00, sat 9:00-13:00", "mon 9:00-12:00"), nothing},
		"a minute more is an afternoon":            {"rest_days", fullTime66, beforeMonday("mon 9:00-12:00, tue 9:00-17:00, wed 9:00-17:00, thu 9:00-17:00, fri 9:00-17:00, sat 9:00-13:01", "mon 9:00-12:00"), 2},
		"half of the contract has coordination":    {"coordination_share", fullTime66, inJudged("mon 8:00-16:00, tue 8:00-16:00, wed 8:00-9:30"), 0},
		"less is mostly leave":                     {"coordination_share", fullTime66, inJudged("mon 8:00-16:00, tue 8:00-16:00, wed 8:00-9:29"), nothing},
		"the share is rounded up":                  {"coordination_share", hired(law.CCN66, 1660, true), inJudged("mon 8:00-16:00, tue 8:00-16:00, wed 8:00-9:39c"), 99},
		"a Sunday off asks for no other":           {"sundays", fullTime66, and(9, 11, "sun 9:00-10:00", "mon 9:00-10:00"), nothing},
		"a rest nobody knows the end of":           {"weekly_rest", byLaw, inJudged(sixMornings + ", sun 9:00-12:00"), nothing},
		"with an end it is too short":              {"weekly_rest", byLaw, beforeMonday(sixMornings+", sun 9:00-12:00", "mon 9:00-12:00"), 21 * 60},
		"the week before is not judged":            {"daily_work", byLaw, func(t *testing.T) []law.Span { t.Helper(); return hours(t, judged-1, "sun 0:00-24:00") }, nothing},
		"nor is the week after":                    {"daily_work", byLaw, func(t *testing.T) []law.Span { t.Helper(); return hours(t, judged+1, "mon 0:00-24:00") }, nothing},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			found := of(law.Check(input(t, law.Person{ID: "anna", Contracts: []law.Contract{test.contract}, Work: test.work(t)})), test.rule)
			switch {
			case test.value == nothing && len(found) > 0:
				t.Errorf("found %+v, want nothing", found)
			case test.value != nothing && (len(found) != 1 || found[0].Value != test.value):
				t.Errorf("found %+v, want one of %d", found, test.value)
			}
		})
	}
}

// A mean is of any twelve weeks that hold the judged one, those that end after it as well.
func TestTheMeanLooksAhead(t *testing.T) {
	t.Parallel()
	person := law.Person{ID: "anna", Contracts: []law.Contract{byLaw}, Work: append(every(t, 2, judged, week44), hours(t, judged+1, week4401)...)}
	if found := of(law.Check(input(t, person)), "weekly_mean"); len(found) != 1 || found[0].Value != 2641 {
		t.Fatalf("found %+v", found)
	}
}

func TestTheGravestComesFirst(t *testing.T) {
	t.Parallel()
	found := law.Check(input(t,
		law.Person{ID: "anna", Contracts: []law.Contract{fullTime66}, Work: hours(t, judged, "mon 9:00-12:00 12:10-15:00")},
		law.Person{ID: "bruno", Contracts: []law.Contract{byLaw}, Work: hours(t, judged, "fri 8:00-14:01")},
	))
	if len(found) != 2 || found[0].Person != "bruno" || found[0].Severity != law.Legal || found[1].Severity != law.Consent {
		t.Fatalf("found %+v", found)
	}
}
