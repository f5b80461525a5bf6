package models_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

// recordKind is how the tests get at one kind of record.
type recordKind[T any] struct {
	list    func(context.Context, models.Actor) ([]T, error)
	create  func(context.Context, models.Actor, T) (T, error)
	update  func(context.Context, models.Actor, T) (T, error)
	archive func(context.Context, models.Actor, string, int) error
	base    func(*T) *models.Record
	change  func(*T)
	column  string // what change changes
}

var ignoreBase = cmp.Options{cmpopts.IgnoreTypes(bun.BaseModel{}), cmpopts.EquateEmpty()}

// live walks a record through its life: made, listed as made, changed, refused when stale, left alone when nothing changes, archived.
func live[T any](t *testing.T, w *recordWorld, name string, row T, k recordKind[T]) {
	t.Helper()
	ctx, actor := t.Context(), w.here.administrator
	fail := func(step string, got any) {
		t.Helper()
		t.Fatalf("%s: %s: %v", name, step, got)
	}
	version := func() int { return kept(w.FacilityByID(ctx, actor)).Revision }
	before := version()
	made, err := k.create(ctx, actor, row)
	if err != nil {
		fail("create", err)
	}
	base := k.base(&made)
	if base.ID == "" || base.Version != 1 || base.FacilityID != actor.FacilityID || !base.CreatedAt.Equal(storetest.Start) {
		fail("create", *base)
	}
	listed := func() *T {
		rows, err := k.list(ctx, actor)
		if err != nil {
			fail("list", err)
		}
		i := slices.IndexFunc(rows, func(r T) bool { return k.base(&r).ID == base.ID })
		if i < 0 {
			return nil
		}
		return &rows[i]
	}
	if difference := cmp.Diff(&made, listed(), ignoreBase); difference != "" {
		fail("list differs from what was made", difference)
	}
	if same, err := k.update(ctx, actor, made); err != nil || k.base(&same).Version != 1 {
		fail("update with nothing changed", err)
	}
	changed := made
	k.change(&changed)
	changed, err = k.update(ctx, actor, changed)
	if err != nil || k.base(&changed).Version != 2 {
		fail("update", err)
	}
	if difference := cmp.Diff(&changed, listed(), ignoreBase); difference != "" {
		fail("list differs from what was changed", difference)
	}
	_, err = k.update(ctx, actor, made)
	stale := staleRow[T](err)
	if stale == nil || cmp.Diff(*stale, changed, ignoreBase) != "" {
		fail("update of an old version", err)
	}
	if err := k.archive(ctx, actor, base.ID, 1); models.CodeOf(err) != models.CodeStale {
		fail("archive of an old version", err)
	}
	if err := k.archive(ctx, actor, base.ID, 2); err != nil {
		fail("archive", err)
	}
	if listed() != nil {
		fail("list", "the archived row is still there")
	}
	if err := k.archive(ctx, actor, base.ID, 3); models.CodeOf(err) != models.CodeNotFound {
		fail("archive twice", err)
	}
	if moved := version() - before; moved != 3 && name != "account" || moved != 0 && name == "account" {
		fail("changes of the facility's revision", moved)
	}
	trail := kept(w.AuditTrail(ctx, actor, models.Resource(name), base.ID))
	actions := []string{}
	for _, entry := range trail {
		actions = append(actions, entry.Action+":"+entry.Detail)
	}
	if difference := cmp.Diff([]string{"archive:", "update:" + k.column, "create:"}, actions); difference != "" {
		fail("audit", difference)
	}
}

// listedOf and archivedOf are how the records of a kind are listed and archived.
func listedOf[T any](records models.Records[T]) func(context.Context, models.Actor) ([]T, error) {
	return func(ctx context.Context, actor models.Actor) ([]T, error) {
		shown, err := records.List(ctx, actor, false)
		rows := make([]T, len(shown))
		for i := range shown {
			rows[i] = shown[i].Record
		}
		return rows, err
	}
}

func archivedOf[T any](records models.Records[T]) func(context.Context, models.Actor, string, int) error {
	return func(ctx context.Context, actor models.Actor, id string, version int) error {
		_, err := records.Archive(ctx, actor, id, version)
		return err
	}
}

func staleRow[T any](err error) *T {
	if refusal, ok := errors.AsType[*models.Error](err); ok && refusal.Code == models.CodeStale {
		if row, ok := refusal.Current.(T); ok {
			return &row
		}
	}
	return nil
}

func TestRecordsLive(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		w := newRecordWorld(t, s)
		person := w.here.own.professional.ID
		live(t, w, "modality", models.CareModality{Code: "MO", Name: "Milieu ordinaire"}, recordKind[models.CareModality]{
			s.ListModalities, s.CreateModality, s.UpdateModality, s.ArchiveModality,
			func(m *models.CareModality) *models.Record { return &m.Record }, func(m *models.CareModality) { m.Position = 2 }, "position",
		})
		live(t, w, "place", models.Place{Kind: models.PlaceHome, Name: "Domicile", Latitude: 45.123456, Longitude: -3.5}, recordKind[models.Place]{
			s.ListPlaces, s.CreatePlace, s.UpdatePlace, s.ArchivePlace,
			func(p *models.Place) *models.Record { return &p.Record }, func(p *models.Place) { p.Latitude = 45.5 }, "latitude",
		})
		live(t, w, "room", models.Room{PlaceID: w.here.site.ID, Name: "Salle verte", Wheelchair: true}, recordKind[models.Room]{
			s.ListRooms, s.CreateRoom, s.UpdateRoom, s.ArchiveRoom,
			func(r *models.Room) *models.Record { return &r.Record }, func(r *models.Room) { r.Features = []string{"sink"} }, "features",
		})
		live(t, w, "closed_day", models.ClosedDay{Date: "2026-12-24", Label: "Pont"}, recordKind[models.ClosedDay]{
			s.ListClosedDays, s.CreateClosedDay, s.UpdateClosedDay, s.ArchiveClosedDay,
			func(d *models.ClosedDay) *models.Record { return &d.Record }, func(d *models.ClosedDay) { d.PlaceID = &w.here.site.ID }, "place_id",
		})
		live(t, w, "team", models.Team{Code: "T3", Name: "Équipe trois", Kind: models.TeamResource}, recordKind[models.Team]{
			s.ListTeams, s.CreateTeam, s.UpdateTeam, s.ArchiveTeam,
			func(r *models.Team) *models.Record { return &r.Record }, func(r *models.Team) { r.Modalities = []string{"AJ"} }, "modalities",
		})
		live(t, w, "professional", aProfessional(w.here.site.ID, "Nora"), recordKind[models.Professional]{
			s.ListProfessionals, s.CreateProfessional, s.UpdateProfessional, s.ArchiveProfessional,
			func(p *models.Professional) *models.Record { return &p.Record }, func(p *models.Professional) { p.Lunch = nil }, "lunch",
		})
		live(t, w, "child", aChild(w.here.site.ID, "Inès"), recordKind[models.Child]{
			s.ListChildren, s.CreateChild, s.UpdateChild, s.ArchiveChild,
			func(c *models.Child) *models.Record { return &c.Record }, func(c *models.Child) { c.KeyWorkerID = &person }, "key_worker_id",
		})
		live(t, w, "group", models.ChildGroup{Name: "Hérissons"}, recordKind[models.ChildGroup]{
			s.ListGroups, s.CreateGroup, s.UpdateGroup, s.ArchiveGroup,
			func(g *models.ChildGroup) *models.Record { return &g.Record },
			func(g *models.ChildGroup) { g.ChildIDs = []string{w.here.own.child.ID} }, "child_ids",
		})
		live(t, w, "need", models.Need{Demand: aDemand(person), Kind: models.NeedSession, GroupID: &w.here.own.group.ID}, recordKind[models.Need]{
			s.ListNeeds, s.CreateNeed, s.UpdateNeed, s.ArchiveNeed,
			func(n *models.Need) *models.Record { return &n.Record }, func(n *models.Need) { n.Windows = nil }, "windows",
		})
		live(t, w, "duty", models.StandingDuty{Demand: aDemand(person)}, recordKind[models.StandingDuty]{
			s.ListDuties, s.CreateDuty, s.UpdateDuty, s.ArchiveDuty,
			func(d *models.StandingDuty) *models.Record { return &d.Record },
			func(d *models.StandingDuty) {
				d.Room = &models.RoomRequest{Seats: 4}
				d.PlaceIDs = []string{w.here.site.ID}
			}, "place_ids,room",
		})
		live(t, w, "recurring_meeting", models.RecurringMeeting{Demand: aDemand(person), Kind: models.MeetingProtected}, recordKind[models.RecurringMeeting]{
			s.ListRecurringMeetings, s.CreateRecurringMeeting, s.UpdateRecurringMeeting, s.ArchiveRecurringMeeting,
			func(m *models.RecurringMeeting) *models.Record { return &m.Record }, func(m *models.RecurringMeeting) { m.Letter = models.WeekB }, "letter",
		})
		partner := kept(s.CreatePartner(t.Context(), w.here.administrator, models.Partner{Kind: "mdph", Name: "MDPH 43"}))
		live(t, w, "partner", models.Partner{Kind: "school", Name: "École"}, recordKind[models.Partner]{
			s.ListPartners, s.CreatePartner, s.UpdatePartner, s.ArchivePartner,
			func(p *models.Partner) *models.Record { return &p.Record }, func(p *models.Partner) { p.PlaceID = &w.here.school.ID }, "place_id",
		})
		contact := models.PartnerContact{PartnerID: partner.ID, Name: "Mme Roux", Hours: []models.DaySpan{{Day: 2, From: 480, To: 720}}}
		live(t, w, "contact", contact, recordKind[models.PartnerContact]{
			s.ListContacts, s.CreateContact, s.UpdateContact, s.ArchiveContact,
			func(c *models.PartnerContact) *models.Record { return &c.Record }, func(c *models.PartnerContact) { c.Email = "roux@example.org" }, "email",
		})
		live(t, w, "absence", anAbsence(&person, nil), recordKind[models.Absence]{
			s.ListAbsences, s.CreateAbsence, s.UpdateAbsence, s.ArchiveAbsence,
			func(a *models.Absence) *models.Record { return &a.Record }, func(a *models.Absence) { a.Reason = models.AbsenceLeave }, "reason",
		})
		live(t, w, "worked_day", aWorkedDay(person), recordKind[models.WorkedDay]{
			listedOf(s.WorkedDays()), s.WorkedDays().Create, s.WorkedDays().Update, archivedOf(s.WorkedDays()),
			func(d *models.WorkedDay) *models.Record { return &d.Record }, func(d *models.WorkedDay) { d.BreakMinutes = 30 }, "break_minutes",
		})
		live(t, w, "account", models.Account{Email: "nora@example.org", Name: "Nora", Role: models.RoleReader}, recordKind[models.Account]{
			s.ListAccounts, s.CreateAccount, s.UpdateAccount, s.ArchiveAccount,
			func(a *models.Account) *models.Record { return &a.Record }, func(a *models.Account) { a.TeamIDs = []string{w.here.teamOwn.ID} }, "team_ids",
		})
	})
}
