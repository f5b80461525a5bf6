package law_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/planner/law"
)

// On the night of 24 to 25 October 2026 the clocks show the hour from two to three twice; on that of 27 to 28 March 2027 they skip it.
func TestRestOnTheNightsTheClocksChange(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		first    string
		work     string
		rest     int
		unlawful bool
	}{
		"autumn gives an hour":        {first: "2026-10-19", work: "sat 14:00-22:00, sun 8:00-12:00", rest: 660},
		"one minute less":             {first: "2026-10-19", work: "sat 14:00-22:01, sun 8:00-12:00", rest: 659, unlawful: true},
		"spring takes an hour":        {first: "2027-03-22", work: "sat 14:00-21:00, sun 8:00-12:00", rest: 600, unlawful: true},
		"eleven hours in spring":      {first: "2027-03-22", work: "sat 12:00-20:00, sun 8:00-12:00", rest: 660},
		"an ordinary night of eleven": {first: "2026-11-16", work: "sat 12:00-21:00, sun 8:00-12:00", rest: 660},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := &law.Input{
				FirstDay: test.first, Days: 7, Location: paris(t), JudgedTo: 7,
				People: []law.Person{{ID: "anna", Work: hours(t, 0, test.work)}},
			}
			found := of(law.Check(in), "daily_rest")
			if !test.unlawful {
				if len(found) > 0 {
					t.Fatalf("%d minutes are lawful, found %+v", test.rest, found)
				}
				return
			}
			if len(found) != 1 || found[0].Value != test.rest {
				t.Fatalf("found %+v, want a rest of %d", found, test.rest)
			}
		})
	}
}

// A night from 21:00 to 7:00 is worked eleven hours in autumn, nine in spring.
func TestWorkOnTheNightsTheClocksChange(t *testing.T) {
	t.Parallel()
	for _, night := range []struct {
		week, date string
		worked     int
	}{{"2026-10-19", "2026-10-24", 11 * 60}, {"2027-03-22", "2027-03-27", 9 * 60}, {"2026-11-16", "2026-11-21", 10 * 60}} {
		in := &law.Input{
			FirstDay: night.week, Days: 14, Location: paris(t), JudgedTo: 7,
			People: []law.Person{{ID: "anna", Work: hours(t, 0, "fri 21:00-31:00, sat 21:00-31:00")}},
		}
		found := of(law.Check(in), "night_work")
		if len(found) != 2 || found[0].Value != 10*60 || found[1].From != night.date || found[1].Value != night.worked {
			t.Errorf("the night of %s: %+v, want %d minutes", night.date, found, night.worked)
		}
	}
}

func TestNotice(t *testing.T) {
	t.Parallel()
	const usual = "mon 9:00-12:00, tue 9:00-12:00, wed 9:00-12:00, thu 9:00-12:00, fri 9:00-12:00"
	for name, test := range map[string]struct {
		contract   law.Contract
		agreements []law.Agreement
		now        string
		work       string
		value      int // -1: nothing found
		limit      int
		unit       law.Unit
		article    string
	}{
		"nothing changes":                       {fullTime66, nil, "2026-11-22", usual, -1, 0, "", ""},
		"one day before, under CCN66":           {fullTime66, nil, "2026-11-22", "mon 10:00-12:00, tue 9:00-12:00, wed 9:00-12:00, thu 9:00-12:00, fri 9:00-12:00", 1, 7, law.Days, "CCN66, art. 20.8"},
		"six days before":                       {fullTime66, nil, "2026-11-21", "mon 9:00-12:00, tue 9:00-12:00, wed 9:00-12:00, thu 9:00-12:00, fri 9:00-13:00", 6, 7, law.Days, "CCN66, art. 20.8"},
		"seven days before is in time":          {fullTime66, nil, "2026-11-20", "mon 9:00-12:00, tue 9:00-12:00, wed 9:00-12:00, thu 9:00-12:00, fri 9:00-13:00", -1, 0, "", ""},
		"the same day":                          {byLaw, nil, "2026-11-24", "mon 9:00-12:00, wed 9:00-12:00, thu 9:00-12:00, fri 9:00-12:00", 0, 7, law.Days, "Code du travail, art. L.3121-47"},
		"what is over needs no notice":          {byLaw, nil, "2026-11-24", "tue 9:00-12:00, wed 9:00-12:00, thu 9:00-12:00, fri 9:00-12:00", -1, 0, "", ""},
		"another activity in the same hours":    {byLaw, nil, "2026-11-22", "mon 9:00-10:00 10:00-12:00c, tue 9:00-12:00, wed 9:00-12:00, thu 9:00-12:00, fri 9:00-12:00", -1, 0, "", ""},
		"six working days before, part time":    {half66, nil, "2026-11-18", "mon 9:00-12:00, tue 9:00-12:00, wed 9:00-12:00, thu 9:00-13:00, fri 9:00-12:00", 6, 7, law.WorkingDays, "Code du travail, art. L.3123-31"},
		"seven working days before, part time":  {half66, nil, "2026-11-17", "mon 9:00-12:00, tue 9:00-12:00, wed 9:00-12:00, thu 9:00-13:00, fri 9:00-12:00", -1, 0, "", ""},
		"two working days before, by agreement": {half66, []law.Agreement{law.PartTimeNotice3}, "2026-11-20", "mon 9:00-12:00, tue 9:00-13:00, wed 9:00-12:00, thu 9:00-12:00, fri 9:00-12:00", 2, 3, law.WorkingDays, "Code du travail, art. L.3123-24"},
		"the agreement is on part time alone":   {byLaw, []law.Agreement{law.PartTimeNotice3}, "2026-11-20", "mon 9:00-12:00, tue 9:00-12:00, wed 9:00-13:00, thu 9:00-12:00, fri 9:00-12:00", 5, 7, law.Days, "Code du travail, art. L.3121-47"},
		"three working days before, the same":   {half66, []law.Agreement{law.PartTimeNotice3}, "2026-11-20", "mon 9:00-12:00, tue 9:00-12:00, wed 9:00-13:00, thu 9:00-12:00, fri 9:00-12:00", -1, 0, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := input(t, law.Person{
				ID: "anna", Contracts: []law.Contract{test.contract}, Work: hours(t, judged, test.work), Announced: hours(t, judged, usual),
			})
			in.Agreements = test.agreements
			now, err := time.ParseInLocation(time.DateOnly, test.now, in.Location)
			if err != nil {
				t.Fatal(err)
			}
			in.Now = now.Add(23 * time.Hour)
			found := of(law.Check(in), "notice")
			if test.value < 0 {
				if len(found) > 0 {
					t.Fatalf("found %+v", found)
				}
				return
			}
			if len(found) != 1 || found[0].Value != test.value || found[0].Limit != test.limit || found[0].Unit != test.unit || found[0].Article != test.article {
				t.Fatalf("found %+v", found)
			}
		})
	}
}

// Every day announced late is found, wherever it lies in the week and whatever lies between.
func TestNoticeFindsEveryLateDay(t *testing.T) {
	t.Parallel()
	const usual = "mon 9:00-12:00, tue 9:00-12:00, wed 9:00-12:00, thu 9:00-12:00, fri 9:00-12:00"
	toPartTime := byLaw // from Thursday on, under another limit
	toPartTime.From, toPartTime.PartTime, toPartTime.WeekMinutes = "2026-11-26", true, 20*60
	full := byLaw
	full.To = "2026-11-25"
	for name, test := range map[string]struct {
		contracts []law.Contract
		work      string
		found     []string // days and notice
	}{
		"days that follow each other are one finding": {[]law.Contract{byLaw}, "mon 9:00-12:00, tue 9:00-13:00, wed 9:00-13:00, thu 9:00-12:00, fri 9:00-12:00", []string{"24-25: 2"}},
		"a day between starts another": {
			[]law.Contract{byLaw}, "mon 10:00-12:00, tue 9:00-12:00, wed 9:00-13:00, thu 9:00-12:00, fri 8:00-12:00", []string{"23-23: 1", "25-25: 3", "27-27: 5"},
		},
		"a contract that changes in the week starts another": {
			[]law.Contract{full, toPartTime}, "mon 9:00-12:00, tue 9:00-12:00, wed 9:00-13:00, thu 9:00-13:00, fri 9:00-12:00", []string{"25-25: 3", "26-26: 4"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := input(t, law.Person{ID: "anna", Contracts: test.contracts, Work: hours(t, judged, test.work), Announced: hours(t, judged, usual)})
			found := []string{}
			for _, finding := range of(law.Check(in), "notice") {
				found = append(found, fmt.Sprintf("%s-%s: %d", finding.From[8:], finding.To[8:], finding.Value))
			}
			if !slices.Equal(found, test.found) {
				t.Errorf("found %v, want %v", found, test.found)
			}
		})
	}
}

// The second figure of a rule, and over how many weeks it counts, go with what is found.
func TestFindingsHaveTheFiguresBeside(t *testing.T) {
	t.Parallel()
	under18 := byLaw
	under18.Minor = true
	for _, test := range []struct {
		contract      law.Contract
		work          []law.Span
		rule          law.Code
		beside, weeks int
	}{
		{byLaw, hours(t, judged, "mon 8:00-15:00"), "break", 20, 0},
		{under18, hours(t, judged, "mon 8:00-13:00"), "break", 30, 0},
		{fullTime66, every(t, judged, judged+1, "mon 9:00-12:00, tue 9:00-12:00, wed 9:00-12:00, thu 9:00-12:00, fri 9:00-12:00, sat 9:00-17:00, sun 9:00-12:00"), "rest_days", 3, 0},
		{fullTime51, every(t, judged-1, judged, "mon 9:00-12:00, tue 9:00-12:00, wed 9:00-12:00, thu 9:00-12:00, fri 9:00-12:00, sat 9:00-12:00"), "fortnight_rest", 2, 2},
		{fullTime66, every(t, judged-3, judged, "sun 9:00-12:00"), "sundays", 0, 4},
		{fullTime51, every(t, judged-3, judged, "sun 9:00-12:00"), "sundays", 0, 3},
		{byLaw, every(t, 1, judged, "mon 0:00-24:00, tue 0:00-24:00"), "weekly_mean", 0, 12},
		{fullTime66, every(t, judged, judged, "mon 9:00-19:00, tue 9:00-19:00, wed 9:00-19:00"), "coordination_share", 6, 0},
	} {
		in := input(t, law.Person{ID: "anna", Contracts: []law.Contract{test.contract}, Work: test.work})
		found := of(law.Check(in), test.rule)
		if len(found) != 1 || found[0].Beside != test.beside || found[0].Weeks != test.weeks {
			t.Errorf("%s: found %+v, want %d beside and %d weeks", test.rule, found, test.beside, test.weeks)
		}
	}
}

// A public holiday is no working day, and nothing was announced to who is new.
func TestNoticeCountsNoHolidays(t *testing.T) {
	t.Parallel()
	person := law.Person{ID: "anna", Contracts: []law.Contract{half66}, Work: hours(t, judged, "thu 9:00-13:00"), Announced: hours(t, judged, "thu 9:00-12:00")}
	in := input(t, person)
	in.Now = time.Date(2026, time.November, 17, 12, 0, 0, 0, time.UTC)
	if found := of(law.Check(in), "notice"); len(found) > 0 {
		t.Fatalf("seven working days: found %+v", found)
	}
	in.Holidays = []string{"2026-11-20"}
	if found := of(law.Check(in), "notice"); len(found) != 0 {
		// 18, 19, 23, 24, 25 and 26 November remain: six.
		if found[0].Value != 6 {
			t.Fatalf("found %+v, want six days", found)
		}
	} else {
		t.Fatal("a holiday was counted as a working day")
	}
	in.Holidays, in.People[0].Announced, in.Now = nil, nil, time.Date(2026, time.November, 22, 12, 0, 0, 0, time.UTC)
	if found := of(law.Check(in), "notice"); len(found) > 0 {
		t.Fatalf("nothing was announced, yet found %+v", found)
	}
}

func TestHolidays(t *testing.T) {
	t.Parallel()
	in := &law.Input{
		FirstDay: "2027-04-26", Days: 14, Location: paris(t), JudgedTo: 14, Holidays: []string{"2027-05-01", "2027-05-06", "2027-05-08"},
		People: []law.Person{
			{ID: "anna", Contracts: []law.Contract{fullTime66}, Work: append(hours(t, 0, "fri 20:00-24:00, sat 9:00-9:01"), hours(t, 1, "thu 9:00-9:01")...)},
			{ID: "bruno", Contracts: []law.Contract{byLaw}, Work: append(hours(t, 0, "sat 9:00-9:01"), hours(t, 1, "wed 9:00-24:00, thu 9:00-9:01, fri 0:00-1:00")...)},
		},
	}
	findings := law.Check(in)
	if found := of(findings, "may_day"); len(found) != 2 || found[0].Person != "anna" || found[0].Value != 1 || found[0].Limit != 0 || found[0].Article != "Code du travail, art. L.3133-4" {
		t.Errorf("1 May: %+v", found)
	}
	if found := of(findings, "public_holiday"); len(found) != 1 || found[0].Person != "anna" || found[0].From != "2027-05-06" || found[0].Value != 1 || found[0].Limit != 0 || found[0].Article != "CCN66, art. 23" {
		t.Errorf("Ascension: %+v", found)
	}
}

func TestFifteenSundaysAYear(t *testing.T) {
	t.Parallel()
	year := func(contract law.Contract, worked int) *law.Input {
		in := &law.Input{FirstDay: "2026-01-05", Days: 52 * 7, JudgedFrom: 51 * 7, JudgedTo: 52 * 7}
		in.People = []law.Person{{ID: "anna", Contracts: []law.Contract{contract}, Work: every(t, 52-worked, 51, "sun 9:00-10:00")}}
		return in
	}
	if found := of(law.Check(year(fullTime51, 37)), "sundays_of_year"); len(found) > 0 {
		t.Errorf("15 Sundays off are lawful, found %+v", found)
	}
	found := of(law.Check(year(fullTime51, 38)), "sundays_of_year")
	if len(found) != 1 || found[0].Value != 14 || found[0].Limit != 15 || found[0].Weeks != 52 || found[0].Article != "CCN51, art. 05.05.2" {
		t.Errorf("14 Sundays off: found %+v", found)
	}
	for _, contract := range []law.Contract{fullTime66, byLaw} {
		if found := of(law.Check(year(contract, 38)), "sundays_of_year"); len(found) > 0 {
			t.Errorf("the year's Sundays are CCN51's, found %+v for %+v", found, contract)
		}
	}
}

func TestMealsWithTheChildrenAreWork(t *testing.T) {
	t.Parallel()
	person := law.Person{ID: "anna", Contracts: []law.Contract{fullTime66}, Work: hours(t, judged, "mon 9:00-12:00 12:15-15:00")}
	if found := of(law.Check(input(t, person)), "meal_break"); len(found) != 1 {
		t.Fatalf("fifteen minutes: found %+v", found)
	}
	person.MealsAtWork = true
	if found := of(law.Check(input(t, person)), "meal_break"); len(found) > 0 {
		t.Fatalf("found %+v", found)
	}
}

// A contract is judged by what it is on the day.
func TestContractsAreDated(t *testing.T) {
	t.Parallel()
	before, after := fullTime66, byLaw
	before.To, after.From = monday, tuesday
	person := law.Person{ID: "anna", Contracts: []law.Contract{before, after}, Work: hours(t, judged, "mon 9:00-12:00 12:15-15:00, tue 9:00-12:00 12:15-15:00")}
	if found := of(law.Check(input(t, person)), "meal_break"); len(found) != 1 || found[0].From != monday {
		t.Fatalf("found %+v, want Monday alone", found)
	}
}

func TestBounds(t *testing.T) {
	t.Parallel()
	if got, want := law.BoundsOf([]law.Contract{fullTime66}, monday, nil), (law.Bounds{DaySpan: 780, DayWork: 600, Rest: 660, WeekWork: 2640, WeekDays: 6}); got != want {
		t.Errorf("CCN66: %+v", got)
	}
	if got, want := law.BoundsOf([]law.Contract{byLaw}, monday, []law.Agreement{law.DailyWork12}), (law.Bounds{DaySpan: 780, DayWork: 720, Rest: 660, WeekWork: 2880, WeekDays: 6}); got != want {
		t.Errorf("by the law: %+v", got)
	}
	if _, asked := law.BreakOf([]law.Contract{byLaw}, monday, nil, 480, 840); asked {
		t.Error("six hours ask for no break")
	}
	if got, asked := law.BreakOf([]law.Contract{byLaw}, monday, nil, 600, 1290); !asked || got != (law.Break{From: 910, To: 980, Minutes: 20}) {
		t.Errorf("10:00 to 21:30: %+v", got)
	}
	if _, possible := law.BreakOf([]law.Contract{byLaw}, monday, nil, 0, 1440); possible {
		t.Error("no single break serves a whole day")
	}
}
