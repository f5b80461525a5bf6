package models_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
	"github.com/maillage-dime/maillage/planner"
)

// week48 is the week being planned at [storetest.Start].
var week48 = models.Week{Year: 2026, Number: 48}

// rotaWorld is a small house to plan in. Anna and Bruno are educators of the day care's team, Carla is a speech therapist for everybody. Lina
// and Omar are children of the day care, met at the site from Monday to Friday; Noé is accompanied at school.
type rotaWorld struct {
	*models.Store
	t                              *testing.T
	manager, coordinator, anna     models.Actor
	facility                       string
	needLina, needOmar, needSpeech string
}

// fullTime is eight to six, Monday to Friday.
func fullTime() []models.DaySpan {
	spans := make([]models.DaySpan, 5)
	for day := range spans {
		spans[day] = models.DaySpan{Day: day, From: 8 * 60, To: 18 * 60}
	}
	return spans
}

// atPlaces is nine to five at some places, Monday to Friday.
func atPlaces(places ...string) []models.ScheduleWindow {
	windows := make([]models.ScheduleWindow, 5)
	for day := range windows {
		windows[day] = models.ScheduleWindow{DaySpan: models.DaySpan{Day: day, From: 9 * 60, To: 17 * 60}, Places: places}
	}
	return windows
}

func demand(label string, minutes, count int, seats ...models.SeatRequest) models.Demand {
	return models.Demand{
		Label: label, Duration: minutes, Count: count, MinGapDays: 1, Seats: seats, OptionalIDs: []string{}, PlaceIDs: []string{},
		Windows: []models.WishedSpan{}, Priority: 50, PreferredIDs: []string{},
	}
}

func seatFor(profession string) models.SeatRequest {
	return models.SeatRequest{Professions: []string{profession}}
}

// smallHouse returns the records of a rotaWorld; ids begin with the prefix.
func smallHouse(prefix string) *models.HouseRecords {
	id := func(name string) string { return prefix + name }
	record := func(name string) models.Record { return models.Record{ID: id(name)} }
	person := func(name, profession, base string) models.Professional {
		return models.Professional{
			Record: record(name), FirstName: name, LastName: "Martin", Profession: profession, Skills: []string{}, Contracts: []models.Contract{{Minutes: 2100, Convention: models.ConventionOther, Kind: models.ContractPermanent}},
			WorkingPattern: fullTime(), BasePlaceID: id(base), FromBase: true, Lunch: &models.LunchBreak{From: 720, To: 840, Minutes: 45},
		}
	}
	child := func(name string, places ...string) models.Child {
		return models.Child{
			Record: record(name), FirstName: name, LastName: "Durand", BirthYear: 2015, Schedule: atPlaces(places...),
			ProfessionalsTarget: 4, SessionsPerDayTarget: 2,
		}
	}
	period := func(name, modality string) models.CareModalityPeriod {
		return models.CareModalityPeriod{ID: id("period-" + name), ChildID: id(name), ModalityCode: modality, FromDate: "2026-09-01", WeeklyMinutes: 600}
	}
	account := func(name string, role models.Role, professional *string) models.Account {
		return models.Account{Record: record(name), Email: id(name) + "@exemple.fr", Name: name, Role: role, ProfessionalID: professional, TeamIDs: []string{}}
	}
	speech := demand("orthophonie", 45, 1, seatFor("speech_therapist"))
	speech.PlaceIDs = []string{id("site"), id("school")}
	atSite := func(d models.Demand) models.Demand { d.PlaceIDs = []string{id("site")}; return d }
	team := atSite(demand("réunion d’équipe", 60, 1, models.SeatRequest{OneOf: []string{id("anna")}}))
	team.OptionalIDs = []string{id("bruno"), id("carla")}
	team.Room = &models.RoomRequest{Seats: 4}
	return &models.HouseRecords{
		Facility:   models.Facility{Record: models.Record{ID: id("facility")}, Name: "DIME d’essai", TimeZone: "Europe/Paris", SchoolZone: "A", Department: "63"},
		Modalities: []models.CareModality{{Record: record("aj"), Code: "AJ", Name: "Accueil de jour"}, {Record: record("mo"), Code: "MO", Name: "Milieu ordinaire"}},
		Places: []models.Place{
			{Record: record("site"), Kind: models.PlaceSite, Name: "Les Tilleuls", Code: "TIL", Latitude: 45.50, Longitude: 3.50},
			{Record: record("school"), Kind: models.PlaceSchool, Name: "École Jean-Moulin", Code: "JMO", Latitude: 45.55, Longitude: 3.55},
		},
		Rooms: []models.Room{{Record: record("room"), PlaceID: id("site"), Name: "Salle bleue", Seats: 6, Features: []string{"mat"}}},
		Teams: []models.Team{
			{Record: record("team-aj"), Code: "AJ", Name: "Accueil de jour", Kind: models.TeamDedicated, Modalities: []string{"AJ"}, Sectors: []string{}},
			{Record: record("team-all"), Code: "PT", Name: "Plateau", Kind: models.TeamTransversal, Modalities: []string{}, Sectors: []string{}},
		},
		Memberships: []models.Membership{
			{TeamID: id("team-aj"), ProfessionalID: id("anna"), Share: 100, Main: true},
			{TeamID: id("team-aj"), ProfessionalID: id("bruno"), Share: 100, Main: true},
			{TeamID: id("team-all"), ProfessionalID: id("carla"), Share: 100, Main: true},
		},
		Professionals:   []models.Professional{person("anna", "educator", "site"), person("bruno", "educator", "site"), person("carla", "speech_therapist", "site")},
		Children:        []models.Child{child("lina", id("site")), child("omar", id("site")), child("noe", id("school"))},
		ModalityPeriods: []models.CareModalityPeriod{period("lina", "AJ"), period("omar", "AJ"), period("noe", "MO")},
		Groups:          []models.ChildGroup{{Record: record("group"), Name: "Cuisine", ChildIDs: []string{id("lina"), id("omar")}}},
		Needs: []models.Need{
			{Record: record("need-lina"), Demand: atSite(demand("accompagnement", 60, 2, seatFor("educator"))), Kind: "session", ChildID: new(id("lina"))},
			{Record: record("need-omar"), Demand: atSite(demand("accompagnement", 60, 2, seatFor("educator"))), Kind: "session", ChildID: new(id("omar"))},
			{Record: record("need-speech"), Demand: speech, Kind: "session", ChildID: new(id("noe"))},
			{Record: record("need-group"), Demand: atSite(demand("atelier cuisine", 90, 1, seatFor("educator"))), Kind: "session", GroupID: new(id("group"))},
		},
		Meetings: []models.RecurringMeeting{{Record: record("team-meeting"), Demand: team, Kind: "meeting"}},
		Partners: []models.Partner{{Record: record("partner"), Kind: "school", Name: "École Jean-Moulin", PlaceID: new(id("school"))}},
		Contacts: []models.PartnerContact{{
			Record: record("contact"), PartnerID: id("partner"), Name: "Mme Roux", Role: "directrice",
			Hours: []models.DaySpan{{Day: 1, From: 13 * 60, To: 17 * 60}},
		}},
		Accounts: []models.Account{
			account("manager", models.RoleManager, nil), account("coordinator", models.RoleCoordinator, nil),
			account("account-anna", models.RoleProfessional, new(id("anna"))),
		},
	}
}

func newRotaWorld(t *testing.T, s *models.Store) *rotaWorld {
	t.Helper()
	return worldOf(t, s, func(*models.HouseRecords) {})
}

// worldOf is newRotaWorld in which something of the house is otherwise.
func worldOf(t *testing.T, s *models.Store, otherwise func(*models.HouseRecords)) *rotaWorld {
	t.Helper()
	house := smallHouse("")
	otherwise(house)
	if err := s.FoundHouse(t.Context(), models.SystemActor(""), house); err != nil {
		t.Fatal(err)
	}
	actor := func(account string, role models.Role) models.Actor {
		return models.Actor{AccountID: account, FacilityID: "facility", Role: role}
	}
	w := &rotaWorld{
		Store: s, t: t, facility: "facility", needLina: "need-lina", needOmar: "need-omar", needSpeech: "need-speech",
		manager: actor("manager", models.RoleManager), coordinator: actor("coordinator", models.RoleCoordinator), anna: actor("account-anna", models.RoleProfessional),
	}
	w.anna.ProfessionalID = "anna"
	return w
}

// eachRotaWorld runs a test in a fresh world on both databases.
func eachRotaWorld(t *testing.T, test func(t *testing.T, w *rotaWorld)) {
	t.Helper()
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) { test(t, newRotaWorld(t, s)) })
}

// at returns the minute of the week of a day (0 is Monday) and an hour.
func at(day, hour, minute int) int { return day*24*60 + hour*60 + minute }

func set(activity string, occurrence, start int, staff ...string) models.Operation {
	return models.Operation{Kind: models.OperationSet, Activity: activity, Occurrence: occurrence, Start: &start, Staff: staff}
}

func (w *rotaWorld) draft() models.Rota {
	w.t.Helper()
	rota, err := w.CreateDraft(w.t.Context(), w.manager, week48, nil)
	w.must(err)
	return rota
}

func (w *rotaWorld) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// apply changes a draft at its present revision; it has to be lawful.
func (w *rotaWorld) apply(rotaID string, operations ...models.Operation) *models.RotaView {
	w.t.Helper()
	view, err := w.ApplyOperations(w.t.Context(), w.manager, rotaID, w.read(rotaID).Rota.Revision, operations)
	w.must(err)
	return view
}

func (w *rotaWorld) read(rotaID string) *models.RotaView {
	w.t.Helper()
	view, err := w.ReadRota(w.t.Context(), w.manager, rotaID)
	w.must(err)
	return view
}

// publish publishes a draft as it stands.
func (w *rotaWorld) publish(rotaID string) models.Publication {
	w.t.Helper()
	publication, err := w.Publish(w.t.Context(), w.manager, rotaID, w.read(rotaID).Rota.Revision)
	w.must(err)
	return publication
}

// planned returns the occurrences of a view as short texts, in order.
func planned(view *models.RotaView) []string {
	texts := make([]string, len(view.Occurrences))
	for i, o := range view.Occurrences {
		texts[i] = fmt.Sprintf("%s/%d %s %v", o.ActivityID, o.Occurrence, clock(o.Start), o.Staff)
	}
	return texts
}

func clock(minute int) string {
	return fmt.Sprintf("%d.%02d:%02d", minute/1440, minute%1440/60, minute%60)
}

func (w *rotaWorld) wantCode(err error, code models.ErrorCode) {
	w.t.Helper()
	if models.CodeOf(err) != code {
		w.t.Fatalf("error %v, want %s", err, code)
	}
}

// wantBreach asks that an error is a refusal for a reason.
func (w *rotaWorld) wantBreach(err error, code planner.Code) {
	w.t.Helper()
	refusal, ok := errors.AsType[*models.Error](err)
	if !ok || refusal.Code != models.CodeRefused || !slices.ContainsFunc(refusal.Breaches, func(b planner.Breach) bool { return b.Code == code }) {
		w.t.Fatalf("error %v, want refused for %s", err, code)
	}
}

// absent enters an absence of a professional for whole days.
func (w *rotaWorld) absent(professional, from, to string) models.Absence {
	w.t.Helper()
	absence, err := w.CreateAbsence(w.t.Context(), w.manager, models.Absence{
		ProfessionalID: &professional, FromDate: from, ToDate: to, ToMinute: 1440, Reason: models.AbsenceIllness,
	})
	w.must(err)
	return absence
}

// tickingClock is a clock that a test moves.
type tickingClock struct{ now time.Time }

func (c *tickingClock) Now() time.Time { return c.now }
