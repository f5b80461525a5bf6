package jobs_test

import (
	"fmt"
	"strconv"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/models"
)

// house is a facility of one site, three educators and six children with a draft of next week in which nothing is planned.
type house struct {
	store *models.Store
	actor models.Actor
	week  models.Week
	draft models.Rota
	place string
	room  string
}

// wanted is what the week of the house asks for; one of it is impossible, for nobody is a nurse.
const wanted = 6*3 + 1

func newHouse(t *testing.T, store *models.Store) *house {
	t.Helper()
	h := &house{store: store, week: models.WeekOf(time.Now().AddDate(0, 0, 7)), place: models.NewID(), room: models.NewID()}
	records := h.records()
	if err := store.FoundHouse(t.Context(), models.SystemActor(""), records); err != nil {
		t.Fatal(err)
	}
	h.actor = models.SystemActor(records.Facility.ID)
	draft, err := store.CreateDraft(t.Context(), h.actor, h.week, nil)
	if err != nil {
		t.Fatal(err)
	}
	h.draft = draft
	return h
}

func (h *house) records() *models.HouseRecords {
	team := models.NewID()
	r := &models.HouseRecords{
		Facility:   models.Facility{Record: models.Record{ID: models.NewID()}, Name: "Maison d'essai", TimeZone: "Europe/Paris", SchoolZone: "A", Department: "43"},
		Modalities: []models.CareModality{{Record: models.Record{ID: models.NewID()}, Code: "AJ", Name: "Accueil de jour"}},
		Places:     []models.Place{{Record: models.Record{ID: h.place}, Kind: models.PlaceSite, Name: "Site", Code: "SIT"}},
		Rooms:      []models.Room{{Record: models.Record{ID: h.room}, PlaceID: h.place, Name: "Salle", Seats: 4, Features: []string{}}},
		Teams: []models.Team{{
			Record: models.Record{ID: team}, Code: "AJ", Name: "Équipe", Kind: models.TeamDedicated, Modalities: []string{}, Sectors: []string{},
		}},
	}
	for range 3 {
		person := models.Professional{
			Record: models.Record{ID: models.NewID()}, Profession: "educator", Skills: []string{}, Contracts: []models.Contract{{Minutes: 2100, Convention: models.ConventionOther, Kind: models.ContractPermanent}},
			WorkingPattern: weekOf(8*60+30, 17*60), BasePlaceID: h.place,
		}
		r.Professionals = append(r.Professionals, person)
		r.Memberships = append(r.Memberships, models.Membership{TeamID: team, ProfessionalID: person.ID, Share: 100, Main: true})
	}
	for n := range 6 {
		child := models.Child{
			Record: models.Record{ID: models.NewID()}, FirstName: fmt.Sprint("Enfant ", n), InternalNumber: strconv.Itoa(n),
			ProfessionalsTarget: 2, SessionsPerDayTarget: 2,
		}
		for _, span := range weekOf(9*60, 16*60) {
			child.Schedule = append(child.Schedule, models.ScheduleWindow{DaySpan: span, Places: []string{h.place}})
		}
		r.Children = append(r.Children, child)
		r.ModalityPeriods = append(r.ModalityPeriods, models.CareModalityPeriod{
			ID: models.NewID(), ChildID: child.ID, ModalityCode: "AJ", FromDate: "2000-01-01", WeeklyMinutes: 600,
		})
		r.Needs = append(r.Needs, h.need(child.ID, "educator", 3))
	}
	r.Needs = append(r.Needs, h.need(r.Children[0].ID, "nurse", 1))
	return r
}

func (h *house) need(child, profession string, count int) models.Need {
	return models.Need{
		Record: models.Record{ID: models.NewID()}, Kind: "session", ChildID: &child,
		Demand: models.Demand{
			Label: "accompagnement", Duration: 45, Count: count, MinGapDays: 1, Priority: 50,
			Seats: []models.SeatRequest{{Professions: []string{profession}}}, OptionalIDs: []string{}, PlaceIDs: []string{h.place},
			Room: &models.RoomRequest{Seats: 2}, Windows: []models.WishedSpan{}, PreferredIDs: []string{},
		},
	}
}

func weekOf(from, to int) []models.DaySpan {
	spans := make([]models.DaySpan, 5)
	for day := range spans {
		spans[day] = models.DaySpan{Day: day, From: from, To: to}
	}
	return spans
}

// propose asks for a run on the draft.
func (h *house) propose(t *testing.T, scope models.RunScope, seconds int) models.PlanRun {
	t.Helper()
	run, err := h.store.CreatePlanRun(t.Context(), h.actor, h.draft.ID, models.RunRequest{Scope: scope, Seconds: seconds})
	if err != nil {
		t.Fatal(err)
	}
	return run
}

func (h *house) read(t *testing.T, run models.PlanRun) models.PlanRun {
	t.Helper()
	run, err := h.store.ReadPlanRun(t.Context(), h.actor, run.ID)
	if err != nil {
		t.Fatal(err)
	}
	return run
}

// awaitState waits until a run is in a state, and fails when it ends in another.
func (h *house) awaitState(t *testing.T, run models.PlanRun, state models.PlanRunState) models.PlanRun {
	t.Helper()
	until(t, func() bool {
		run = h.read(t, run)
		over := run.State != models.RunQueued && run.State != models.RunRunning
		if over && run.State != state {
			t.Fatalf("the run is %s (%s), not %s", run.State, run.ErrorCode, state)
		}
		return run.State == state
	})
	return run
}

// drafts returns how many drafts the week has.
func (h *house) drafts(t *testing.T) int {
	t.Helper()
	view, err := h.store.WeekView(t.Context(), h.actor, h.week)
	if err != nil {
		t.Fatal(err)
	}
	return len(view.Drafts)
}
