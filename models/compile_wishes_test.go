package models_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

func TestFortnightIsSharedBetweenItsWeeks(t *testing.T) {
	t.Parallel()
	counts := func(id, week string, count int, letter models.WeekLetter) int {
		h := smallWeek(week)
		h.Needs[0].ID, h.Needs[0].Count, h.Needs[0].Rhythm, h.Needs[0].Letter = id, count, models.EachFortnight, letter
		activity := activityOf(compiled(t, h), id)
		if activity == nil {
			return 0
		}
		return activity.Count
	}
	fullerInA := 0
	for n := range 40 {
		id := fmt.Sprintf("need-%d", n)
		a, b := counts(id, "2026-W48", 3, models.EveryWeek), counts(id, "2026-W49", 3, models.EveryWeek)
		if a+b != 3 || a < 1 || b < 1 {
			t.Fatalf("three a fortnight: %d and %d", a, b)
		}
		if a > b {
			fullerInA++
		}
	}
	if fullerInA < 10 || fullerInA > 30 {
		t.Errorf("%d of 40 odd times fall in week A", fullerInA)
	}
	if a, b := counts("need", "2026-W48", 3, models.WeekB), counts("need", "2026-W49", 3, models.WeekB); a != 0 || b != 3 {
		t.Errorf("three a fortnight in weeks B: %d and %d", a, b)
	}
}

func TestWishedAndRefusedHours(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W48")
	need := &h.Needs[0]
	need.Windows = []models.WishedSpan{{DaySpan: models.DaySpan{Day: 0, From: 540, To: 720}, Cost: 2}}
	need.RefusedSpans = []models.DaySpan{{Day: 0, From: 690, To: 800}, {Letter: models.WeekB, Day: 0, From: 0, To: 1440}}
	need.WishedSpans = []models.DaySpan{{Day: 0, From: 600, To: 700}}
	want := []planner.ActivityWindow{{From: 540, To: 690, Cost: 32}, {From: 600, To: 690, Cost: 2}}
	if difference := cmp.Diff(want, activityOf(compiled(t, h), need.ID).Windows); difference != "" {
		t.Error(difference)
	}
	need.RefusedSpans = []models.DaySpan{{Day: 0, From: 0, To: 1440}}
	if activityOf(compiled(t, h), need.ID) != nil {
		t.Error("all hours refused, and still asked")
	}
}

func TestRefusedPeopleSitNowhere(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W48")
	need := &h.Needs[0]
	need.Seats = []models.SeatRequest{{Professions: []string{h.Professionals[0].Profession}}}
	able := func() []string {
		model := kept(planner.Compile(compiled(t, h)))
		index, _ := model.ActivityIndex(need.ID)
		var able []string
		for person := range model.Problem.Professionals {
			if model.Refusal(index, 0, int32(person)) == "" {
				able = append(able, model.Problem.Professionals[person].ID)
			}
		}
		return able
	}
	before := able()
	if !slices.Contains(before, "anna") {
		t.Fatalf("able before: %v", before)
	}
	need.RefusedIDs, need.PreferredIDs, need.OptionalIDs = []string{"anna"}, []string{"anna"}, []string{"anna"}
	want := slices.DeleteFunc(slices.Clone(before), func(id string) bool { return id == "anna" })
	if got := able(); !slices.Equal(got, want) {
		t.Errorf("able %v, want %v", got, want)
	}
	activity := activityOf(compiled(t, h), need.ID)
	if len(activity.Preferred)+len(activity.Optional) > 0 {
		t.Errorf("still preferred %v, optional %v", activity.Preferred, activity.Optional)
	}
	need.RefusedIDs = before
	if got := able(); len(got) > 0 {
		t.Errorf("everybody refused, and %v can", got)
	}
}

func TestHoursOfPlacesAndRooms(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W48")
	for i := range h.Places {
		if h.Places[i].ID == "site" {
			for day := range 5 {
				h.Places[i].Hours = append(h.Places[i].Hours, models.DaySpan{Day: day, From: 600, To: 900})
			}
		}
	}
	h.Rooms[0].Closed = []models.DaySpan{{Letter: models.WeekA, Day: 1, From: 600, To: 660}, {Letter: models.WeekB, Day: 2, From: 600, To: 660}}
	p := compiled(t, h)
	for _, window := range childOf(p, "lina").Available {
		if from, to := window.From%1440, window.To%1440; from < 600 || to > 900 {
			t.Errorf("lina is met at the site from %d to %d", from, to)
		}
	}
	for _, window := range activityOf(p, "team-meeting").Windows {
		if from, to := window.From%1440, window.To%1440; from < 600 || to > 900 {
			t.Errorf("the team meets at the site from %d to %d", from, to)
		}
	}
	closed := p.Rooms[0].Closed
	if !slices.Contains(closed, planner.Span{From: 0, To: 600}) || !slices.Contains(closed, planner.Span{From: 900, To: 1440 + 660}) {
		t.Errorf("the room is closed %v", closed)
	}
	if slices.ContainsFunc(closed, func(s planner.Span) bool { return s.Contains(2*1440+600, 2*1440+660) }) {
		t.Error("the room is closed as in week B")
	}
}

func TestFlexibleHoursWithoutAPattern(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W48")
	h.Professionals[0].WorkingPattern, h.Professionals[0].Limits = nil, &models.WorkLimits{DaySpan: 600, DayWork: 480, Rest: 660, WeekWork: 2100, WeekDays: 5}
	h.ClosedDays = []models.ClosedDay{{Date: "2026-11-27", Kind: models.KindClosed, ToMinute: 1440, Label: "Pont"}}
	if got := annaAvailable(compiled(t, h)); len(got) != 4 || got[0] != (planner.Span{From: models.FlexibleFrom, To: models.FlexibleTo}) {
		t.Errorf("anna may work %v", got)
	}
	h.Professionals[0].Limits = nil
	if got := annaAvailable(compiled(t, h)); len(got) > 0 {
		t.Errorf("without pattern and limits anna works %v", got)
	}
}

func TestAMeetingIsHeldWithoutThoseAway(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W48")
	meeting := &h.Meetings[0]
	meeting.Seats = []models.SeatRequest{{OneOf: []string{"anna"}}, {OneOf: []string{"bruno"}}, {OneOf: []string{"carla"}}}
	meeting.Windows = []models.WishedSpan{{DaySpan: models.DaySpan{Day: 2, From: 600, To: 720}}}
	seated := func() []string {
		var people []string
		for _, seat := range activityOf(compiled(t, h), meeting.ID).Seats {
			people = append(people, seat.OneOf...)
		}
		return people
	}
	away := func(person string, from, to int) {
		h.Absences = append(h.Absences, models.Absence{ProfessionalID: new(person), FromDate: "2026-11-25", FromMinute: from, ToDate: "2026-11-25", ToMinute: to, State: models.StateAccepted})
	}
	away("anna", 0, 600) // back in time
	if got := seated(); len(got) != 3 {
		t.Errorf("seats for %v", got)
	}
	away("bruno", 0, 1440)
	if got := seated(); !slices.Equal(got, []string{"anna", "carla"}) {
		t.Errorf("with bruno away seats for %v", got)
	}
	away("carla", 0, 1440)
	if got := seated(); len(got) != 3 {
		t.Errorf("one person alone meets: seats for %v", got)
	}
	h.Absences = nil
	h.Professionals[0].WorkingPattern = []models.DaySpan{{Day: 0, From: 540, To: 1020}} // anna never works on Wednesdays: an error in the records
	if got := seated(); len(got) != 3 {
		t.Errorf("who never could come has a seat no more: %v", got)
	}
}

func TestProtectedTimeOfRules(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W48")
	h.Meetings, h.PartnerMeetings = nil, nil
	anna := &h.Professionals[0]
	anna.Contracts[0].Convention = models.ConventionCCN66
	rule := models.ProtectedTime{
		Record: models.Record{ID: "rule"}, Kind: models.ProtectedCoordination, Label: "Coordination", Professions: []string{anna.Profession},
		Convention: models.ConventionCCN66, BasisPoints: new(600), SmallestPiece: 60, Priority: 30,
	}
	h.ProtectedTimes = []models.ProtectedTime{rule}
	find := func() []planner.Activity {
		return slices.DeleteFunc(slices.Clone(compiled(t, h).Activities), func(a planner.Activity) bool { return a.Kind != planner.Protected })
	}
	found := find()
	if len(found) != 1 || found[0].Count*found[0].Duration < 126 || found[0].Duration < 60 || !slices.Equal(found[0].Seats[0].OneOf, []string{"anna"}) {
		t.Fatalf("six percent of 35 hours is %+v", found)
	}
	if info := h.Activities()[found[0].ID]; info.Label != "Coordination" || info.Kind != "protected" {
		t.Errorf("it reads %+v", info)
	}
	h.Absences = []models.Absence{{ProfessionalID: new("anna"), FromDate: "2026-11-23", ToDate: "2026-11-27", ToMinute: 1440, State: models.StateAccepted}}
	if found := find(); len(found) > 0 {
		t.Errorf("away all week: %+v", found)
	}
	h.Absences[0].ToDate = "2026-11-24"
	if found := find(); len(found) != 1 || found[0].Count*found[0].Duration >= 126 {
		t.Errorf("away for two days of five: %+v", found)
	}
	h.Absences = nil
	h.Meetings = []models.RecurringMeeting{{Record: models.Record{ID: "m"}, Kind: models.MeetingTogether, Demand: demand("réunion", 90, 1, models.SeatRequest{OneOf: []string{"anna"}})}}
	if found := find(); len(found) != 1 || found[0].Count*found[0].Duration != 45 && found[0].Count*found[0].Duration != 60 {
		t.Errorf("with a meeting of 90 minutes: %+v", found)
	}
	h.ProtectedTimes[0].Minutes, h.ProtectedTimes[0].BasisPoints, h.ProtectedTimes[0].Kind = new(60), nil, "writing"
	h.ProtectedTimes[0].FromDate = new("2026-11-26")
	if found := find(); len(found) != 1 || len(found[0].Windows) != 1 || found[0].Windows[0].From != 3*1440 {
		t.Errorf("from Thursday on: %+v", found)
	}
	h.ProtectedTimes[0].FromDate = new("2026-11-30")
	if found := find(); len(found) > 0 {
		t.Errorf("before its time: %+v", found)
	}
}
