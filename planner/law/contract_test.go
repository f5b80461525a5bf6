package law_test

import (
	"testing"

	"github.com/maillage-dime/maillage/planner/law"
)

// between returns a contract in force between two dates.
func between(c law.Contract, from, to string) law.Contract {
	c.From, c.To = from, to
	return c
}

// The hours of a week are those of the contract in force; where it changes, a fifth for each working day.
func TestWeekMinutesFollowTheContracts(t *testing.T) {
	t.Parallel()
	half := law.Contract{Convention: law.CCN66, WeekMinutes: 1050, PartTime: true}
	for name, test := range map[string]struct {
		contracts []law.Contract
		monday    string
		minutes   int
	}{
		"one all week":                        {[]law.Contract{fullTime66}, "2026-11-23", 2100},
		"none":                                {nil, "2026-11-23", 0},
		"over on the Friday before":           {[]law.Contract{between(fullTime66, "", "2026-11-20")}, "2026-11-23", 0},
		"over on Friday is a whole week":      {[]law.Contract{between(fullTime66, "", "2026-11-27")}, "2026-11-23", 2100},
		"begins on Wednesday":                 {[]law.Contract{between(fullTime66, "2026-11-25", "")}, "2026-11-23", 1260},
		"full to half time on Wednesday":      {[]law.Contract{between(fullTime66, "", "2026-11-24"), between(half, "2026-11-25", "")}, "2026-11-23", 2*420 + 3*210},
		"the week before is full time":        {[]law.Contract{between(fullTime66, "", "2026-11-24"), between(half, "2026-11-25", "")}, "2026-11-16", 2100},
		"the week after is half time":         {[]law.Contract{between(fullTime66, "", "2026-11-24"), between(half, "2026-11-25", "")}, "2026-11-30", 1050},
		"hours not known for a part":          {[]law.Contract{between(fullTime66, "", "2026-11-24"), between(law.Contract{}, "2026-11-25", "")}, "2026-11-23", 0},
		"no date is nobody's week":            {[]law.Contract{fullTime66}, "", 0},
		"a change on Saturday changes it not": {[]law.Contract{between(fullTime66, "", "2026-11-27"), between(half, "2026-11-28", "")}, "2026-11-23", 2100},
	} {
		if got := law.WeekMinutes(test.contracts, test.monday); got != test.minutes {
			t.Errorf("%s: %d minutes, want %d", name, got, test.minutes)
		}
	}
}

// In a week in which a contract changes, each day is judged by its own, and the week by the hours of both.
func TestContractChangesWithinTheWeek(t *testing.T) {
	t.Parallel()
	half := between(half66, "2026-11-26", "")
	half.Convention = law.Other
	in := input(t, law.Person{
		ID: "anna", Contracts: []law.Contract{between(fullTime66, "", "2026-11-25"), half},
		Work: hours(t, judged, "tue 8:00-10:00 12:00-14:00 16:00-18:00, wed 9:00-19:30, thu 8:00-10:00 12:00-14:00 16:00-18:00"),
	})
	findings := law.Check(in)
	for _, test := range []struct {
		rule  law.Code
		from  string // "": nothing found
		limit int
	}{
		{"part_time_interruptions", "2026-11-26", 1}, // two on Tuesday too, under full time
		{"daily_work", "2026-11-25", 600},
		{"contract_week", "", 0}, // 3 × 420 + 2 × 210 minutes
	} {
		found := of(findings, test.rule)
		if test.from == "" {
			if len(found) > 0 {
				t.Errorf("%s: found %+v", test.rule, found)
			}
		} else if len(found) != 1 || found[0].From != test.from || found[0].Limit != test.limit {
			t.Errorf("%s: found %+v, want one from %s", test.rule, found, test.from)
		}
	}
	in.People[0].Work = append(in.People[0].Work, hours(t, judged, "mon 8:00-15:00, fri 8:00-10:00")...)
	if found := of(law.Check(in), "contract_week"); len(found) != 1 || found[0].Limit != 3*420+2*210 || found[0].Value != 2*360+630+420+120 {
		t.Errorf("beyond both contracts: found %+v", found)
	}
}

// Who begins on a Wednesday is judged in that week by the convention of the contract, and who agreed to a derogation in it by that.
func TestContractDecidesOverItsFirstWeek(t *testing.T) {
	t.Parallel()
	in := input(t, law.Person{
		ID: "anna", Contracts: []law.Contract{between(fullTime66, "2026-11-25", "")},
		Work: hours(t, judged, "wed 8:00-17:00, thu 7:00-18:30, fri 7:00-18:00, sat 7:00-17:00, sun 10:00-16:00"),
	})
	if found := of(law.Check(in), "cycle_week"); len(found) != 1 || found[0].Article != "CCN66, art. 20.3" {
		t.Errorf("found %+v", found)
	}
	if found := of(law.Check(in), "daily_work"); len(found) != 2 {
		t.Errorf("found %+v, want Thursday and Friday", found)
	}
	in.People[0].Contracts[0].Agreements = []law.Agreement{law.DailyWork12}
	if found := of(law.Check(in), "daily_work"); len(found) > 0 {
		t.Errorf("twelve hours were agreed to, yet found %+v", found)
	}
}

// A week is planned within the tightest of its contracts.
func TestBoundsAreTheTightestOfTheWeek(t *testing.T) {
	t.Parallel()
	young := between(byLaw, "2026-11-25", "")
	young.Minor = true
	contracts := []law.Contract{between(fullTime66, "", "2026-11-24"), young}
	if got, want := law.BoundsOf(contracts, "2026-11-23", nil), (law.Bounds{DaySpan: 720, DayWork: 480, Rest: 720, WeekWork: 2100, WeekDays: 6}); got != want {
		t.Errorf("bounds %+v, want %+v", got, want)
	}
	if got, asked := law.BreakOf(contracts, "2026-11-23", nil, 480, 840); !asked || got.Minutes != 30 {
		t.Errorf("break %+v, %v: want half an hour", got, asked)
	}
	if _, asked := law.BreakOf(contracts, "2026-11-16", nil, 480, 840); asked {
		t.Error("the week before asks for no break in six hours")
	}
}
