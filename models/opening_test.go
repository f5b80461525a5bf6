package models_test

import (
	"slices"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
	"github.com/maillage-dime/maillage/planner"
)

// closing returns a closing of the whole facility on one day.
func closing(date string) models.ClosedDay {
	return models.ClosedDay{Date: date, Kind: models.KindClosed, ToMinute: 1440, Label: "Fermeture"}
}

func TestAReducedDay(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W48")
	reduced := models.ClosedDay{Date: "2026-11-24", ToDate: new("2026-11-25"), Kind: models.KindReduced, FromMinute: 540, ToMinute: 720, Label: "Matinée seule"}
	h.ClosedDays = []models.ClosedDay{reduced}
	p := compiled(t, h)
	want := []planner.Span{{From: 480, To: 1080}, {From: at(1, 9, 0), To: at(1, 12, 0)}, {From: at(2, 9, 0), To: at(2, 12, 0)}, {From: at(3, 8, 0), To: at(3, 18, 0)}, {From: at(4, 8, 0), To: at(4, 18, 0)}}
	if got := annaAvailable(p); !slices.Equal(got, want) {
		t.Errorf("anna works %v", got)
	}
	if got := childOf(p, "lina").Available[1]; got.From != at(1, 9, 0) || got.To != at(1, 12, 0) {
		t.Errorf("lina can be met %v", got)
	}
	if days := h.Days(); !days[1].Reduced() || days[1].OpenFrom != 540 || days[1].OpenTo != 720 || days[0].Reduced() || days[1].Closed != "" {
		t.Errorf("the day is %+v", days[1])
	}
}

func TestASiteClosedForAnAfternoon(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W48")
	h.Children[0].Schedule = atPlaces("site", "school")
	duty := demand("accueil", 60, 5, seatFor("educator"))
	duty.PlaceIDs = []string{"site"}
	h.Duties = []models.StandingDuty{{Record: models.Record{ID: "duty"}, Demand: duty}}
	h.ClosedDays = []models.ClosedDay{{PlaceID: new("site"), Date: "2026-11-24", Kind: models.KindClosed, FromMinute: 720, ToMinute: 1440, Label: "Désinfection"}}
	p := compiled(t, h)
	lina := childOf(p, "lina").Available
	if len(lina) != 6 || !slices.Equal(lina[1].Places, []string{"site", "school"}) || !slices.Equal(lina[2].Places, []string{"school"}) || lina[2].From != at(1, 12, 0) {
		t.Errorf("lina can be met %v", lina)
	}
	if got := childOf(p, "omar").Available[1]; got.To != at(1, 12, 0) {
		t.Errorf("omar can be met at the closed site: %v", got)
	}
	if got := p.Rooms[0].Closed; !slices.Equal(got, []planner.Span{{From: at(1, 12, 0), To: at(2, 0, 0)}}) {
		t.Errorf("the room is closed %v", got)
	}
	want := []planner.ActivityWindow{{From: 0, To: at(1, 12, 0)}, {From: at(2, 0, 0), To: at(5, 0, 0)}}
	if got := activityOf(p, "duty").Windows; !slices.Equal(got, want) {
		t.Errorf("the duty may be at %v", got)
	}
	if got := annaAvailable(p); len(got) != 5 || got[1].To != at(1, 18, 0) {
		t.Errorf("anna works %v: only the site is closed", got)
	}
}

func TestAClosedRoom(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W48")
	h.ClosedDays = []models.ClosedDay{{RoomID: new("room"), Date: "2026-11-23", ToDate: new("2026-12-04"), Kind: models.KindClosed, FromMinute: 0, ToMinute: 1440, Label: "Peinture"}}
	p := compiled(t, h)
	if got := p.Rooms[0].Closed; !slices.Equal(got, []planner.Span{{From: 0, To: at(5, 0, 0)}}) {
		t.Errorf("the room is closed %v", got)
	}
	if len(childOf(p, "lina").Available) != 5 || h.Days()[0].Closed != "" {
		t.Error("the closing of a room closes more than the room")
	}
}

// absentOn returns on which days of a week, 0 for Monday, anna's absences keep her from working.
func absentOn(t *testing.T, week string, absence models.Absence) (days []int) {
	t.Helper()
	absence.ProfessionalID = new("anna")
	h := smallWeek(week)
	h.Facility.Department, h.Facility.SchoolZone = "63", ""
	all := annaAvailable(compiled(t, h))
	h.Absences = append(h.Absences, absence.TimesBetween(h.Week.Day(0), h.Week.Day(6))...)
	left := annaAvailable(compiled(t, h))
	for day := range 5 {
		works := func(spans []planner.Span) int {
			minutes := 0
			for _, s := range spans {
				minutes += max(0, min(s.To, at(day+1, 0, 0))-max(s.From, at(day, 0, 0)))
			}
			return minutes
		}
		if works(left) < works(all) {
			days = append(days, day)
		}
	}
	return days
}

func TestAbsencesThatComeBack(t *testing.T) {
	t.Parallel()
	day := func(from, to string, repeats models.AbsenceRepeat, until string) models.Absence {
		a := models.Absence{FromDate: from, ToDate: to, ToMinute: 1440, Repeats: repeats}
		if until != "" {
			a.RepeatUntil = &until
		}
		return a
	}
	for name, test := range map[string]struct {
		absence models.Absence
		weeks   map[string][]int
	}{
		"across the new year": {
			day("2026-12-30", "2027-01-05", models.RepeatNever, ""),
			map[string][]int{"2026-W52": nil, "2026-W53": {2, 3}, "2027-W01": {0, 1}, "2027-W02": nil}, // the first is a public holiday
		},
		"each Tuesday": {
			day("2026-11-24", "2026-11-24", models.RepeatWeekly, "2026-12-08"),
			map[string][]int{"2026-W47": nil, "2026-W48": {1}, "2026-W49": {1}, "2026-W50": {1}, "2026-W51": nil},
		},
		"Tuesdays of A weeks, over a year of 53": {
			day("2026-12-15", "2026-12-15", models.RepeatLetter, "2027-02-28"), // week 51 is B
			map[string][]int{"2026-W51": {1}, "2026-W52": nil, "2026-W53": {1}, "2027-W01": {1}, "2027-W02": nil, "2027-W03": {1}},
		},
		"from Friday to Monday": {
			day("2026-11-27", "2026-11-30", models.RepeatWeekly, "2026-12-04"),
			map[string][]int{"2026-W48": {4}, "2026-W49": {0, 4}, "2026-W50": {0}, "2026-W51": nil},
		},
		"the 29th of February": {
			day("2028-02-29", "2028-02-29", models.RepeatNever, ""),
			map[string][]int{"2028-W08": nil, "2028-W09": {1}, "2028-W10": nil},
		},
		"weekly over both changes of the clock": {
			day("2026-10-19", "2026-10-19", models.RepeatWeekly, "2027-04-05"),
			map[string][]int{"2026-W43": {0}, "2026-W44": {0}, "2027-W12": {0}, "2027-W14": {0}},
		},
	} {
		for week, want := range test.weeks {
			if got := absentOn(t, week, test.absence); !slices.Equal(got, want) {
				t.Errorf("%s: away in %s on %v, want %v", name, week, got, want)
			}
		}
	}
}

func TestAYear(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		kept(w.CreateClosedDay(t.Context(), w.manager, models.ClosedDay{Date: "2026-12-21", ToDate: new("2026-12-31"), Label: "Fermeture de fin d’année"}))
		site := kept(w.CreateClosedDay(t.Context(), w.manager, models.ClosedDay{PlaceID: new("site"), Date: "2027-02-01", Kind: models.KindReduced, FromMinute: 540, ToMinute: 720, Label: "Travaux"}))
		w.publish(w.draft().ID)
		year := kept(w.ReadYear(t.Context(), w.anna, "2026-2027"))
		if len(year.Days) != 365 || len(year.Weeks) != 53 || year.Zone != "A" || !year.Known {
			t.Fatalf("%d days, %d weeks, zone %q", len(year.Days), len(year.Weeks), year.Zone)
		}
		days := map[string]models.YearDay{}
		for _, day := range year.Days {
			days[day.Date] = day
		}
		for date, want := range map[string][2]string{
			"2026-11-01": {"public_holiday", "Toussaint"}, // a Sunday
			"2026-12-25": {"public_holiday", "Noël"}, "2026-12-28": {"closed", "Fermeture de fin d’année"}, "2027-02-01": {"", ""}, "2026-11-24": {"", ""},
		} {
			if got := days[date]; got.Closed != want[0] || got.Label != want[1] {
				t.Errorf("%s is %q, %q", date, got.Closed, got.Label)
			}
		}
		if got := days["2027-02-01"]; !slices.Equal(got.Closings, []string{site.ID}) || got.SchoolHoliday || got.Week.String() != "2027-W05" {
			t.Errorf("the day of the works: %+v", got)
		}
		if !days["2027-02-16"].SchoolHoliday || days["2027-02-16"].Holiday != "Vacances d'hiver" || days["2027-03-01"].SchoolHoliday {
			t.Error("winter holidays of zone A")
		}
		if week := year.Weeks[12]; week.Week != week48 || !week.Published || week.Letter != models.WeekA {
			t.Errorf("week 48: %+v", week)
		}
		_, err := w.ReadYear(t.Context(), w.anna, "2026-2028")
		w.wantCode(err, models.CodeInvalid)
		if year := kept(w.ReadYear(t.Context(), w.anna, "2027-2028")); len(year.Days) != 366 || year.Known {
			t.Errorf("%d days in a leap year, holidays known: %v", len(year.Days), year.Known)
		}
	})
}

func TestImportedSchoolHolidays(t *testing.T) {
	const head = "description;population;start_date;end_date;location;zones;annee_scolaire\n"
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		off := func(date string) bool {
			year := kept(w.ReadYear(t.Context(), w.anna, "2026-2027"))
			at := slices.IndexFunc(year.Days, func(d models.YearDay) bool { return d.Date == date })
			return year.Days[at].SchoolHoliday
		}
		administrator := models.Actor{FacilityID: w.facility, Role: models.RoleAdministrator}
		file := []byte(head + "Vacances d'hiver;-;2027-02-20;2027-03-08;;Zone A;2026-2027\n")
		_, err := w.ImportSchoolHolidays(t.Context(), w.manager, "a.csv", file, "")
		w.wantCode(err, models.CodeForbidden)
		imported := kept(w.ImportSchoolHolidays(t.Context(), models.SystemActor(""), "a.csv", file, ""))
		if imported.Holidays != 1 || !slices.Equal(imported.Years, []string{"2026-2027"}) || !slices.Equal(imported.Zones, []string{"A"}) {
			t.Errorf("imported %+v", imported)
		}
		if off("2027-02-15") || !off("2027-03-05") || off("2026-12-26") {
			t.Error("what the installation imported does not take the place of what was announced")
		}
		kept(w.ImportSchoolHolidays(t.Context(), administrator, "b.csv", []byte(head+"Vacances d'hiver;-;2027-02-06;2027-02-22;;Zone A;2026-2027\n"), ""))
		if !off("2027-02-08") || off("2027-03-05") {
			t.Error("what the facility imported does not count first")
		}
		kept(w.ImportSchoolHolidays(t.Context(), administrator, "b.csv", file, ""))
		if off("2027-02-08") || !off("2027-03-05") {
			t.Error("a second import does not replace the first")
		}
		_, err = w.ImportSchoolHolidays(t.Context(), administrator, "c.csv", []byte(head+"Noël;-;demain;2027-01-04;;Zone A;\n"), "")
		w.wantCode(err, models.CodeInvalid)
	})
}

// All Saints of 2026 is a Sunday: it closes that day and gives no other one off, also where somebody works on Sundays.
func TestAPublicHolidayOnASunday(t *testing.T) {
	t.Parallel()
	for week, closed := range map[string][]int{"2026-W44": {6}, "2026-W45": {}} {
		h := smallWeek(week)
		h.Professionals[0].WorkingPattern = []models.DaySpan{{Day: 0, From: 480, To: 720}, {Day: 6, From: 480, To: 720}}
		days := []int{}
		for i, day := range h.Days() {
			if day.Closed == models.ClosedPublicHoliday {
				days = append(days, i)
			}
		}
		works := []int{0, 6}
		if len(closed) > 0 {
			works = []int{0}
		}
		got := []int{}
		for _, span := range kept(models.Compile(h, nil)).Professionals[0].Available {
			got = append(got, span.From/1440)
		}
		if !slices.Equal(days, closed) || !slices.Equal(got, works) {
			t.Errorf("%s: closed on %v, worked on %v", week, days, got)
		}
	}
}

// Half a day that comes back keeps its hours of the clock over both of its changes, which lie on Sundays: neither the afternoon before nor
// the morning after moves.
func TestHalfDaysOverBothClockChanges(t *testing.T) {
	t.Parallel()
	for _, week := range []string{"2026-W43", "2026-W44", "2028-W12", "2028-W13"} {
		h := smallWeek(week)
		person := h.Professionals[0].ID
		h.Professionals[0].WorkingPattern = []models.DaySpan{{Day: 0, From: 540, To: 1020}, {Day: 4, From: 540, To: 1020}}
		monday, friday := h.Week.Day(0), h.Week.Day(4)
		h.Absences = []models.Absence{
			{ProfessionalID: &person, FromDate: monday, ToDate: monday, FromMinute: 0, ToMinute: 720, Reason: models.AbsenceLeave, State: models.StateAccepted},
			{ProfessionalID: &person, FromDate: friday, ToDate: friday, FromMinute: 720, ToMinute: 1440, Reason: models.AbsenceLeave, State: models.StateAccepted},
		}
		want := []planner.Span{{From: at(0, 12, 0), To: at(0, 17, 0)}, {From: at(4, 9, 0), To: at(4, 12, 0)}}
		if got := kept(models.Compile(h, nil)).Professionals[0].Available; !slices.Equal(got, want) {
			t.Errorf("%s: works %v", week, got)
		}
		paris := kept(time.LoadLocation("Europe/Paris"))
		for _, span := range want {
			if local := h.Week.Instant(span.From, paris).In(paris); local.Hour()*60+local.Minute() != span.From%1440 {
				t.Errorf("%s: minute %d is %s", week, span.From, local)
			}
		}
	}
}

func TestRequestedAbsences(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		mine := models.Absence{ProfessionalID: new("anna"), FromDate: "2026-11-24", ToDate: "2026-11-24", ToMinute: 1440, Reason: models.AbsenceMedical, State: models.StateAccepted}
		request := kept(w.CreateAbsence(ctx, w.anna, mine))
		if request.State != models.StateRequested || request.RequestedBy == nil || *request.RequestedBy != w.anna.AccountID || !request.RequestedAt.Equal(storetest.Start) {
			t.Fatalf("a request stands as %+v", request)
		}
		works := func() int { return len(annaAvailable(w.problemOf(week48))) }
		if works() != 5 {
			t.Error("a request keeps her from work")
		}
		if got := kept(w.ListAbsences(ctx, w.coordinator)); got[0].Reason != models.AbsenceOther {
			t.Errorf("the coordinator reads %s", got[0].Reason)
		}
		if got := kept(w.ListAbsences(ctx, w.anna)); got[0].Reason != models.AbsenceMedical {
			t.Errorf("her own reason is hidden: %s", got[0].Reason)
		}
		_, err := w.DecideAbsence(ctx, w.anna, request.ID, request.Version, true)
		w.wantCode(err, models.CodeForbidden)
		_, err = w.CreateAbsence(ctx, w.anna, models.Absence{ProfessionalID: new("bruno"), FromDate: "2026-11-24", ToDate: "2026-11-24", ToMinute: 720, Reason: models.AbsenceLeave})
		w.wantCode(err, models.CodeForbidden)
		request.FromMinute = 720
		request = kept(w.UpdateAbsence(ctx, w.anna, request))
		accepted := kept(w.DecideAbsence(ctx, w.manager, request.ID, request.Version, true))
		if accepted.State != models.StateAccepted || *accepted.DecidedBy != "manager" || !accepted.DecidedAt.Equal(storetest.Start) || works() != 5 {
			t.Errorf("accepted as %+v; she works %v", accepted, annaAvailable(w.problemOf(week48)))
		}
		if spans := annaAvailable(w.problemOf(week48)); spans[1].To != at(1, 12, 0) {
			t.Errorf("she works %v", spans)
		}
		_, err = w.UpdateAbsence(ctx, w.anna, accepted)
		w.wantCode(err, models.CodeConflict)
		w.wantCode(w.ArchiveAbsence(ctx, w.anna, accepted.ID, accepted.Version), models.CodeConflict)
		_, err = w.DecideAbsence(ctx, w.manager, accepted.ID, accepted.Version, false)
		w.wantCode(err, models.CodeConflict)
		other := kept(w.CreateAbsence(ctx, w.anna, mine))
		if refused := kept(w.DecideAbsence(ctx, w.manager, other.ID, other.Version, false)); refused.State != models.StateRefused || annaAvailable(w.problemOf(week48))[1].From != at(1, 8, 0) {
			t.Error("a refused absence counts")
		}
		trail := kept(w.AuditTrail(ctx, models.Actor{FacilityID: w.facility, Role: models.RoleAdministrator}, models.ResourceAbsence, accepted.ID))
		if trail[0].Action != "accept" || trail[0].AccountID != "manager" {
			t.Errorf("the trail says %+v", trail[0])
		}
	})
}

func TestWhatAnAbsenceHits(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(1, 10, 0), "anna"), set(w.needOmar, 0, at(1, 14, 0), "anna"), set(w.needOmar, 1, at(3, 14, 0), "bruno"))
		w.publish(draft.ID)
		second := w.draft()
		hits := func(a models.Absence) (texts []string) {
			a.ToMinute, a.Reason = 720, models.AbsenceLeave
			absence := kept(w.CreateAbsence(t.Context(), w.manager, a))
			for _, week := range kept(w.AbsenceImpact(t.Context(), w.manager, absence.ID)) {
				for _, hit := range week.Hits {
					texts = append(texts, string(week.Rota.State)+" "+hit.ActivityID+" "+clock(hit.Start))
				}
			}
			if err := w.ArchiveAbsence(t.Context(), w.manager, absence.ID, absence.Version); err != nil {
				t.Fatal(err)
			}
			return texts
		}
		want := []string{"published need-lina 1.10:00", "draft need-lina 1.10:00"}
		if got := hits(models.Absence{ProfessionalID: new("anna"), FromDate: "2026-11-17", ToDate: "2026-11-17", Repeats: models.RepeatWeekly, RepeatUntil: new("2027-06-30")}); !slices.Equal(got, want) {
			t.Errorf("anna's Tuesday mornings hit %v", got)
		}
		if got := hits(models.Absence{ChildID: new("omar"), FromDate: "2026-11-24", ToDate: "2026-11-27"}); len(got) != 4 {
			t.Errorf("omar's absence hits %v", got)
		}
		if got := hits(models.Absence{ProfessionalID: new("carla"), FromDate: "2026-11-24", ToDate: "2026-11-27"}); len(got) != 0 {
			t.Errorf("carla's absence hits %v", got)
		}
		w.must(w.DeleteDraft(t.Context(), w.manager, second.ID))
	})
}
