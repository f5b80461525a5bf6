package models_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

// smallWeek returns the house of a rotaWorld in a week, as one read would find it.
func smallWeek(week string) *models.House {
	records := smallHouse("")
	return &models.House{
		Facility: records.Facility, Week: kept(models.ParseWeek(week)), Modalities: records.Modalities, Places: records.Places, Rooms: records.Rooms,
		Teams: records.Teams, Memberships: records.Memberships, Professionals: records.Professionals, Children: records.Children,
		ModalityPeriods: records.ModalityPeriods, Groups: records.Groups, Needs: records.Needs, Duties: records.Duties, Meetings: records.Meetings,
		Partners: records.Partners, Contacts: records.Contacts,
	}
}

func compiled(t *testing.T, h *models.House, locked ...models.RotaOccurrence) *planner.Problem {
	t.Helper()
	problem, err := models.Compile(h, locked)
	if err != nil {
		t.Fatal(err)
	}
	return problem
}

func activityOf(p *planner.Problem, id string) *planner.Activity {
	if i := slices.IndexFunc(p.Activities, func(a planner.Activity) bool { return a.ID == id }); i >= 0 {
		return &p.Activities[i]
	}
	return nil
}

func childOf(p *planner.Problem, id string) *planner.Child {
	if i := slices.IndexFunc(p.Children, func(c planner.Child) bool { return c.ID == id }); i >= 0 {
		return &p.Children[i]
	}
	return nil
}

func annaAvailable(p *planner.Problem) []planner.Span {
	return p.Professionals[slices.IndexFunc(p.Professionals, func(x planner.Professional) bool { return x.ID == "anna" })].Available
}

func span(day, from, to int) planner.Span {
	return planner.Span{From: at(day, from, 0), To: at(day, to, 0)}
}

func TestCompileIsPure(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W48")
	encode := func() []byte { return kept(json.Marshal(compiled(t, h))) }
	before := kept(json.Marshal(h))
	if first, second := encode(), encode(); !bytes.Equal(first, second) {
		t.Fatal("the same house gave two problems")
	}
	if !bytes.Equal(before, kept(json.Marshal(h))) {
		t.Fatal("compiling changed the house")
	}
	p := compiled(t, h)
	if p.Days != 5 || p.Grid != 5 || p.StartStep != 15 || p.FirstDay != "2026-11-23" || len(p.Activities) != 5 || len(p.Children) != 3 || len(p.Pinned)+len(p.Published) > 0 {
		t.Fatalf("%d days, %d activities, %d children", p.Days, len(p.Activities), len(p.Children))
	}
	if group := activityOf(p, "need-group"); !slices.Equal(group.Children, []string{"lina", "omar"}) {
		t.Fatalf("the group is %v", group.Children)
	}
}

func TestAvailabilityFollowsLetterAbsenceAndClosing(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W48")
	h.Professionals[0].WorkingPattern = []models.DaySpan{
		{Day: 0, From: 480, To: 720},
		{Day: 0, From: 720, To: 1080}, // touch: one span
		{Letter: models.WeekA, Day: 1, From: 480, To: 1080},
		{Letter: models.WeekB, Day: 2, From: 480, To: 1080},
		{Day: 3, From: 480, To: 1080},
		{Day: 4, From: 480, To: 1080},
	}
	h.Absences = []models.Absence{
		{ProfessionalID: new("anna"), FromDate: "2026-11-26", FromMinute: 600, ToDate: "2026-11-26", ToMinute: 840},
		{ProfessionalID: new("bruno"), FromDate: "2026-11-23", ToDate: "2026-11-27", ToMinute: 1440},
	}
	h.ClosedDays = []models.ClosedDay{{Date: "2026-11-27", Label: "Pont"}}
	want := []planner.Span{span(0, 8, 18), span(1, 8, 18), span(3, 8, 10), span(3, 14, 18)}
	if difference := cmp.Diff(want, annaAvailable(compiled(t, h))); difference != "" {
		t.Error(difference)
	}
	h.Week = h.Week.Next()
	if got := annaAvailable(compiled(t, h)); !slices.Contains(got, span(2, 8, 18)) || slices.Contains(got, span(1, 8, 18)) {
		t.Errorf("in week B: %v", got)
	}
}

func TestAPublicHolidayClosesEverything(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W53") // Friday is the first of January
	h.Facility.SchoolZone = ""
	p := compiled(t, h)
	if got := annaAvailable(p); len(got) != 4 {
		t.Errorf("anna works %v", got)
	}
	if got := childOf(p, "noe").Available; len(got) != 4 {
		t.Errorf("noé can be met %v", got)
	}
	if got := p.Rooms[0].Closed; !slices.Equal(got, []planner.Span{{From: 4 * 1440, To: 5 * 1440}}) {
		t.Errorf("the room is closed %v", got)
	}
	h.Facility.Department = "67"
	h.Week = kept(models.ParseWeek("2026-W14")) // Good Friday, Alsace and Moselle only
	if got := annaAvailable(compiled(t, h)); len(got) != 4 {
		t.Errorf("anna works on Good Friday in Strasbourg: %v", got)
	}
}

func TestSchoolsFallAwayInTheirHolidays(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W52") // the first of Noël
	h.SchoolHolidays = []models.SchoolHoliday{{Zone: "A", Name: "Vacances de Noël", First: "2026-12-19", Last: "2027-01-03"}}
	h.Needs = append(h.Needs, models.Need{Record: models.Record{ID: "support"}, Demand: demand("appui", 60, 1, seatFor("speech_therapist")), Kind: "support"})
	h.Needs[len(h.Needs)-1].PlaceIDs = []string{"school"}
	p := compiled(t, h)
	if got := childOf(p, "noe").Available; len(got) > 0 {
		t.Errorf("noé at school in the holidays: %v", got)
	}
	if got := childOf(p, "lina").Available; len(got) != 4 {
		t.Errorf("lina at the site: %v", got)
	}
	if got := activityOf(p, "need-speech").Places; !slices.Equal(got, []string{"site"}) {
		t.Errorf("speech therapy at %v", got)
	}
	if activityOf(p, "support") != nil {
		t.Error("a school asks for support in its holidays")
	}
	h.Week = kept(models.ParseWeek("2026-W48"))
	if activityOf(compiled(t, h), "support") == nil {
		t.Error("the school's support is missing in term")
	}
}

func TestAClosedSite(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W48")
	h.ClosedDays = []models.ClosedDay{{PlaceID: new("site"), Date: "2026-11-24", Label: "Travaux"}}
	p := compiled(t, h)
	if got := childOf(p, "lina").Available; len(got) != 4 {
		t.Errorf("lina %v", got)
	}
	if got := annaAvailable(p); len(got) != 5 {
		t.Errorf("anna %v", got)
	}
	want := []planner.ActivityWindow{{From: 0, To: 1440}, {From: 2 * 1440, To: 5 * 1440}}
	if difference := cmp.Diff(want, activityOf(p, "team-meeting").Windows); difference != "" {
		t.Error(difference)
	}
}

func TestModalityOfTheWeek(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W48")
	period := func(child, modality, from string, to *string, minutes int) models.CareModalityPeriod {
		return models.CareModalityPeriod{ID: child + modality, ChildID: child, ModalityCode: modality, FromDate: from, ToDate: to, WeeklyMinutes: minutes}
	}
	h.ModalityPeriods = []models.CareModalityPeriod{
		period("lina", "AJ", "2026-09-01", nil, 300), period("lina", "MO", "2026-11-01", nil, 400),
		period("omar", "AJ", "2026-09-01", new("2026-11-22"), 600), // left on the Sunday before
		period("noe", "MO", "2026-11-25", nil, 600),                // comes on Wednesday
	}
	p := compiled(t, h)
	if got := childOf(p, "lina").Modality; got != "MO" {
		t.Errorf("lina is in %s", got)
	}
	if childOf(p, "omar") != nil || activityOf(p, "need-omar") != nil {
		t.Error("omar is no longer accompanied")
	}
	if got := activityOf(p, "need-group").Children; !slices.Equal(got, []string{"lina"}) {
		t.Errorf("the group is %v", got)
	}
	if noe := childOf(p, "noe"); noe.Modality != "MO" || len(noe.Available) != 3 {
		t.Errorf("noé %+v", noe)
	}
}

func TestDemandsOutOfTheWeekAreLeftOut(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*models.Demand){
		"other letter": func(d *models.Demand) { d.Letter = models.WeekB },
		"not yet":      func(d *models.Demand) { d.FromDate = new("2026-11-30") },
		"no longer":    func(d *models.Demand) { d.ToDate = new("2026-11-22") },
		"windows of other week": func(d *models.Demand) {
			d.Windows = []models.WishedSpan{{DaySpan: models.DaySpan{Letter: models.WeekB, Day: 1, From: 540, To: 600}}}
		},
	} {
		h := smallWeek("2026-W48")
		change(&h.Needs[0].Demand)
		if activityOf(compiled(t, h), "need-lina") != nil {
			t.Errorf("%s: still there", name)
		}
	}
	h := smallWeek("2026-W48")
	h.Needs[0].ToDate = new("2026-11-24")
	if got := activityOf(compiled(t, h), "need-lina").Windows; !slices.Equal(got, []planner.ActivityWindow{{From: 0, To: 2 * 1440}}) {
		t.Errorf("ends on Tuesday: %v", got)
	}
}

func TestWeekEndHoursMakeAWholeWeek(t *testing.T) {
	t.Parallel()
	weekEnd := models.DaySpan{Day: 6, From: 1200, To: 1440}
	for name, change := range map[string]func(*models.House){
		"a person": func(h *models.House) {
			h.Professionals[0].WorkingPattern = append(h.Professionals[0].WorkingPattern, weekEnd)
		},
		"a duty": func(h *models.House) {
			duty := demand("retour d’internat", 60, 1, seatFor("educator"))
			duty.Windows = []models.WishedSpan{{DaySpan: weekEnd}}
			h.Duties = []models.StandingDuty{{Record: models.Record{ID: "duty"}, Demand: duty}}
		},
		"a meeting": func(h *models.House) {
			h.PartnerMeetings = []models.PartnerMeeting{{Record: models.Record{ID: "ess"}, Date: "2026-11-28", Start: 600, Duration: 60, RequiredIDs: []string{"anna"}}}
		},
	} {
		h := smallWeek("2026-W48")
		change(h)
		if got := compiled(t, h).Days; got != 7 {
			t.Errorf("%s: %d days", name, got)
		}
	}
}

func TestWhatNoLongerExistsIsLeftOut(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W48")
	h.Needs[0].Seats = []models.SeatRequest{{Professions: []string{"educator"}, OneOf: []string{"gone"}}}
	h.Needs[0].PreferredIDs, h.Needs[0].OptionalIDs, h.Needs[0].PlaceIDs = []string{"gone", "anna"}, []string{"gone"}, []string{"gone", "site"}
	h.Children[0].Schedule[0].Places = []string{"gone"}
	h.Memberships = append(h.Memberships, models.Membership{TeamID: "gone", ProfessionalID: "anna", Share: 10})
	lost := models.RotaOccurrence{ActivityID: "gone", Staff: []string{"anna"}, Attendees: []string{}}
	shapeless := models.RotaOccurrence{ActivityID: "need-omar", Start: at(0, 9, 0), Staff: []string{"anna", "bruno"}, PlaceID: new("site")}
	fitting := models.RotaOccurrence{ActivityID: "need-omar", Occurrence: 1, Start: at(1, 9, 0), Staff: []string{"anna"}, PlaceID: new("site")}
	h.PublishedOccurrences = []models.RotaOccurrence{lost, shapeless}
	p := compiled(t, h, lost, shapeless, fitting)
	lina := activityOf(p, "need-lina")
	if len(lina.Seats[0].OneOf)+len(lina.Seats[0].Professions)+len(lina.Optional) > 0 || !slices.Equal(lina.Preferred, []string{"anna"}) || !slices.Equal(lina.Places, []string{"site"}) {
		t.Errorf("need %+v", lina)
	}
	if len(childOf(p, "lina").Available) != 4 || len(p.Pinned) != 1 || p.Pinned[0].Occurrence != 1 || len(p.Published) != 1 {
		t.Errorf("%d pinned, %d published", len(p.Pinned), len(p.Published))
	}
}

func TestTravelOverridesCorrectOneDirection(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W48")
	before := compiled(t, h).Travel
	h.TravelOverrides = []models.TravelOverride{{FromPlaceID: "site", ToPlaceID: "school", Minutes: 42}, {FromPlaceID: "site", ToPlaceID: "gone", Minutes: 1}}
	after := compiled(t, h).Travel
	if after[0][1] != 42 || after[1][0] != before[1][0] || before[0][1] != before[1][0] || after[0][0] != 0 {
		t.Fatalf("travel %v, before %v", after, before)
	}
}

func TestPartnerMeetingsArePinned(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W48")
	h.PartnerMeetings = []models.PartnerMeeting{{
		Record: models.Record{ID: "ess"}, Date: "2026-11-24", Start: 14 * 60, Duration: 60, RequiredIDs: []string{"anna", "bruno"}, UsefulIDs: []string{"carla"},
		AttendeeIDs: []string{"carla"}, PlaceID: new("site"), RoomID: new("room"),
	}}
	h.Absences = []models.Absence{{ProfessionalID: new("bruno"), FromDate: "2026-11-24", ToDate: "2026-11-24", ToMinute: 1440}}
	p := compiled(t, h)
	want := []planner.Occurrence{{
		Activity: "ess", Start: at(1, 14, 0), Staff: []string{"anna"}, Attendees: []string{"carla"}, Place: new("site"), Room: new("room"),
	}}
	if difference := cmp.Diff(want, p.Pinned); difference != "" {
		t.Error(difference)
	}
	model := kept(planner.Compile(p))
	if report := planner.Evaluate(model, &planner.Plan{Occurrences: p.Pinned}); len(report.Breaches) > 0 {
		t.Error(report.Breaches)
	}
}
