package models_test

import (
	"fmt"
	"testing"

	"github.com/maillage-dime/maillage/models"
)

// recordWorld is a facility with a few of everything, in a database that has a second facility of the same shape. Own things belong to the
// person all actors are; that person is of the same team as the team's things; other things are of another team.
type recordWorld struct {
	*models.Store
	t        *testing.T
	here     recordHouse
	foreign  recordHouse
	counter  int
	meetings map[situation]models.PartnerMeeting
}

// recordHouse names the things of one facility.
type recordHouse struct {
	facility         models.Facility
	administrator    models.Actor
	account          models.Account
	site             models.Place
	school           models.Place
	room             models.Room
	modality         models.CareModality
	unit             models.ServiceUnit
	teamOwn          models.Team
	teamOther        models.Team
	own, team, other recordCorner
	published        models.Rota
	run              models.PlanRun
}

// recordCorner names the things around one person.
type recordCorner struct {
	professional models.Professional
	child        models.Child
	group        models.ChildGroup
	need         models.Need
	duty         models.StandingDuty
	meeting      models.RecurringMeeting
	protected    models.ProtectedTime
	absence      models.Absence // of the professional
	workedDay    models.WorkedDay
	childAbsence models.Absence
}

func newRecordWorld(t *testing.T, s *models.Store) *recordWorld {
	t.Helper()
	w := &recordWorld{Store: s, t: t}
	w.here, w.foreign = w.newHouse("Ici"), w.newHouse("Là")
	return w
}

// kept returns the value of a call that has to go well; a test in which it does not ends there.
func kept[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func (w *recordWorld) newHouse(name string) recordHouse {
	ctx := w.t.Context()
	h := recordHouse{}
	h.facility = kept(w.CreateFacility(ctx, models.SystemActor(""), aFacility(name)))
	h.administrator = models.Actor{FacilityID: h.facility.ID, Role: models.RoleAdministrator}
	a := h.administrator
	h.account = kept(w.CreateAccount(ctx, a, models.Account{Email: "compte." + h.facility.ID + "@example.org", Name: "Compte", Role: models.RoleReader}))
	h.administrator.AccountID = h.account.ID
	h.site = kept(w.CreatePlace(ctx, a, models.Place{Kind: models.PlaceSite, Name: "Les Tilleuls", Code: "TIL", Latitude: 45.1, Longitude: 3.4}))
	h.school = kept(w.CreatePlace(ctx, a, models.Place{Kind: models.PlaceSchool, Name: "École Jean-Moulin", Code: "JMO", Latitude: 45.2, Longitude: 3.5}))
	h.room = kept(w.CreateRoom(ctx, a, models.Room{PlaceID: h.site.ID, Name: "Salle bleue", Seats: 6, Features: []string{"mat"}}))
	h.modality = kept(w.CreateModality(ctx, a, models.CareModality{Code: "AJ", Name: "Accueil de jour", Position: 1}))
	h.unit = kept(w.Units().Create(ctx, a, models.ServiceUnit{Name: "IME", Kind: "ime"}))
	h.teamOwn = kept(w.CreateTeam(ctx, a, models.Team{Code: "T1", Name: "Équipe une", Kind: models.TeamDedicated, Modalities: []string{"AJ"}, Position: 1}))
	h.teamOther = kept(w.CreateTeam(ctx, a, models.Team{Code: "T2", Name: "Équipe deux", Kind: models.TeamTransversal, Position: 2}))
	h.own = w.newCorner(&h, h.teamOwn, "Zoé")
	h.team = w.newCorner(&h, h.teamOwn, "Éric")
	h.other = w.newCorner(&h, h.teamOther, "Ève")
	return h
}

func (w *recordWorld) newCorner(h *recordHouse, team models.Team, name string) recordCorner {
	ctx, a := w.t.Context(), h.administrator
	c := recordCorner{}
	person := aProfessional(h.site.ID, name)
	person.Memberships = []models.Membership{{TeamID: team.ID, Share: 80, Main: true}}
	c.professional = kept(w.CreateProfessional(ctx, a, person))
	child := aChild(h.site.ID, name)
	child.CaseCoordinatorID = &c.professional.ID
	if team.ID != h.teamOther.ID {
		child.KeyWorkerID = &c.professional.ID
	}
	c.child = kept(w.CreateChild(ctx, a, child))
	c.group = kept(w.CreateGroup(ctx, a, models.ChildGroup{Name: "Groupe de " + name, ChildIDs: []string{c.child.ID}}))
	c.need = kept(w.CreateNeed(ctx, a, models.Need{Demand: aDemand(c.professional.ID), Kind: models.NeedSession, ChildID: &c.child.ID}))
	c.duty = kept(w.CreateDuty(ctx, a, models.StandingDuty{Demand: aDemand(c.professional.ID)}))
	c.meeting = kept(w.CreateRecurringMeeting(ctx, a,
		models.RecurringMeeting{Demand: aDemand(c.professional.ID), Kind: models.MeetingTogether, ChildID: &c.child.ID}))
	c.protected = kept(w.ProtectedTimes().Create(ctx, a, aProtectedTime(c.professional.ID)))
	c.absence = kept(w.CreateAbsence(ctx, a, anAbsence(&c.professional.ID, nil)))
	c.workedDay = kept(w.WorkedDays().Create(ctx, a, aWorkedDay(c.professional.ID)))
	c.childAbsence = kept(w.CreateAbsence(ctx, a, anAbsence(nil, &c.child.ID)))
	return c
}

// fresh returns a text that no other row of the test has.
func (w *recordWorld) fresh(prefix string) string {
	w.counter++
	return fmt.Sprintf("%s%d", prefix, w.counter)
}

func aFacility(name string) models.Facility {
	return models.Facility{Name: name, TimeZone: "Europe/Paris", SchoolZone: "A", Department: "43"}
}

func aProfessional(placeID, name string) models.Professional {
	target := 1200
	return models.Professional{
		FirstName: name, LastName: "Durand", Profession: "special_educator", JobTitle: "éduc. spécialisée", Contracts: []models.Contract{{Minutes: 2100}},
		WorkingPattern: []models.DaySpan{{Day: 0, From: 540, To: 1020}, {Letter: models.WeekA, Day: 1, From: 540, To: 720}},
		BasePlaceID:    placeID, Lunch: &models.LunchBreak{From: 690, To: 840, Minutes: 45}, DirectTarget: &target,
		Limits: &models.WorkLimits{DaySpan: 720, DayWork: 600, Rest: 660, WeekWork: 2640, WeekDays: 5},
	}
}

func aChild(placeID, name string) models.Child {
	return models.Child{
		FirstName: name, LastName: "Martin", BirthYear: 2016, Sector: "vallée",
		Schedule:            []models.ScheduleWindow{{DaySpan: models.DaySpan{Day: 0, From: 540, To: 960}, Places: []string{placeID}}},
		ProfessionalsTarget: 4, SessionsPerDayTarget: 2,
	}
}

func aDemand(professionalID string) models.Demand {
	return models.Demand{
		Label: "Entretien", ShortLabel: "Entr.", Duration: 45, Count: 1, Priority: 50,
		Seats:   []models.SeatRequest{{OneOf: []string{professionalID}}},
		Windows: []models.WishedSpan{{DaySpan: models.DaySpan{Day: 1, From: 540, To: 720}, Cost: 3}},
	}
}

func aProtectedTime(professionalID string) models.ProtectedTime {
	return models.ProtectedTime{
		Kind: "writing", Label: "Écrits", ProfessionalIDs: []string{professionalID}, Minutes: new(60), SmallestPiece: 30, Priority: 20,
	}
}

func anAbsence(professionalID, childID *string) models.Absence {
	return models.Absence{
		ProfessionalID: professionalID, ChildID: childID, FromDate: "2026-11-23", ToDate: "2026-11-24", ToMinute: 720, Reason: models.AbsenceIllness,
	}
}
