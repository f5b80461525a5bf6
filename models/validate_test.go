package models_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

// secret stands in every value of the tests that refusals must not repeat.
const secret = "Zacharie-Secret"

// wrongFields returns path and key of each field that a refusal names.
func wrongFields(fields []models.FieldError) []string {
	found := []string{}
	for _, field := range fields {
		found = append(found, field.Path+" "+field.Key)
	}
	return found
}

func TestValidateNamesEveryField(t *testing.T) {
	t.Parallel()
	long, id, elsewhere := strings.Repeat("é", 121), "a", "b"
	day := models.DaySpan{Day: 0, From: 540, To: 600}
	for name, test := range map[string]struct {
		row  interface{ Validate() []models.FieldError }
		want []string
	}{
		"facility": {
			&models.Facility{
				Name: " ", TimeZone: "Mars/Olympus", SchoolZone: "D", Department: "Ain", Agreements: []string{"rest_9h", "day_20h"}, RoadPercent: 99,
				OSRMURL: "osrm.example",
			},
			[]string{
				"name required", "time_zone unknown_value", "school_zone unknown_value", "department unknown_value", "agreements[1] unknown_value",
				"road_percent out_of_range", "osrm_url not_an_address",
			},
		},
		"unit": {&models.ServiceUnit{Kind: "castle", FINESS: "43000"}, []string{"name required", "kind unknown_value", "finess not_a_finess_number"}},
		"capacities": {
			&models.CareModality{Code: "AJ", Name: "x", Capacities: []models.Capacity{{FromDate: "2026-09-01", Places: -1}, {FromDate: "2026-09-01"}, {FromDate: "x"}}},
			[]string{"capacities[0].places out_of_range", "capacities[1].from_date not_in_order", "capacities[2].from_date not_a_date"},
		},
		"travel": {&models.TravelOverride{FromPlaceID: "a", ToPlaceID: "a", Minutes: 721}, []string{"to_place_id same_place", "minutes out_of_range", "source unknown_value"}},
		"protected time": {
			&models.ProtectedTime{Kind: "nap", Professions: []string{"wizard"}, Convention: "ccn99", BasisPoints: new(10_001), Minutes: new(4), SmallestPiece: 4, FromDate: new("x")},
			[]string{
				"kind unknown_value", "label required", "professions[0] unknown_value", "convention unknown_value", "minutes share_or_minutes",
				"basis_points out_of_range", "minutes out_of_range", "smallest_piece out_of_range", "priority out_of_range", "from_date not_a_date",
			},
		},
		"protected time of nobody": {
			&models.ProtectedTime{Kind: "writing", Label: "x", SmallestPiece: 30, Priority: 1}, []string{"professions required", "minutes share_or_minutes"},
		},
		"modality": {&models.CareModality{Code: "é", Name: long, Position: -1}, []string{"code two_capitals", "name too_long", "position out_of_range"}},
		"place": {
			&models.Place{Kind: "castle", Name: "a\x00b", Code: "\xff", Latitude: 91, Longitude: -181},
			[]string{"kind unknown_value", "name control_character", "code broken_text", "latitude out_of_range", "longitude out_of_range"},
		},
		"room": {
			&models.Room{Seats: -1, Features: []string{"mat", "mat", ""}},
			[]string{"place_id required", "name required", "seats out_of_range", "features[1] repeated", "features[2] required"},
		},
		"closed day": {&models.ClosedDay{Date: "2026-02-30", Label: "x", Kind: "open"}, []string{"date not_a_date", "kind unknown_value", "to_minute ends_before_start"}},
		"absence": {
			&models.Absence{ProfessionalID: &id, ChildID: &elsewhere, FromDate: "2026-11-24", ToDate: "2026-11-23", ToMinute: 1441, Reason: "flu", State: "lost", Repeats: "weekly"},
			[]string{"professional_id one_person", "to_minute out_of_range", "to_date ends_before_start", "reason unknown_value", "state unknown_value", "repeat_until required"},
		},
		"team": {&models.Team{Kind: "gang"}, []string{"code required", "name required", "kind unknown_value"}},
		"professional": {
			&models.Professional{
				FirstName: "A", LastName: "B", Profession: "wizard", Contracts: []models.Contract{{Minutes: 10081, Convention: "ccn67", Kind: "cdi"}}, BasePlaceID: "p",
				WorkingPattern: []models.DaySpan{day, {Letter: models.WeekA, Day: 0, From: 590, To: 620}, {Day: 7, From: 10, To: 10}},
				Lunch:          &models.LunchBreak{From: 720, To: 780, Minutes: 61}, Limits: &models.WorkLimits{}, DirectTarget: new(-1),
			},
			[]string{
				"profession unknown_value", "contracts[0].minutes out_of_range", "contracts[0].convention unknown_value", "contracts[0].kind unknown_value", "working_pattern[1] overlaps", "working_pattern[2].day out_of_range",
				"working_pattern[2].to ends_before_start", "lunch.minutes out_of_range", "limits.day_span out_of_range", "limits.day_work out_of_range",
				"limits.week_work out_of_range", "limits.week_days out_of_range",
				"direct_target out_of_range",
			},
		},
		"child": {
			&models.Child{FirstName: "A", LastName: "B", BirthYear: 16, Schedule: []models.ScheduleWindow{{DaySpan: day}}, ProfessionalsTarget: 99},
			[]string{"birth_year out_of_range", "professionals_target out_of_range", "schedule[0].places required"},
		},
		"group": {&models.ChildGroup{Name: "G", ChildIDs: []string{"a", "a"}}, []string{"child_ids[1] repeated"}},
		"need": {
			&models.Need{Kind: "wish", ChildID: &id, GroupID: &elsewhere, Demand: models.Demand{
				Label: "x", Duration: 4, Letter: "C", MinGapDays: 7, Seats: []models.SeatRequest{{}, {Professions: []string{"wizard"}}},
				Room: &models.RoomRequest{}, Windows: []models.WishedSpan{{DaySpan: day, Cost: -1}}, Priority: 101,
				FromDate: new("2026-09-01"), ToDate: new("2026-08-31"),
			}},
			[]string{
				"duration out_of_range", "count out_of_range", "letter unknown_value", "min_gap_days out_of_range", "seats[0] required",
				"seats[1].professions[0] unknown_value", "place_ids required", "rhythm unknown_value", "windows[0].cost out_of_range", "priority out_of_range",
				"to_date ends_before_start", "kind unknown_value", "group_id child_or_group",
			},
		},
		"need of nobody": {
			&models.Need{Kind: models.NeedSession, Demand: aDemand("p")}, []string{"rhythm unknown_value", "child_id child_or_group"},
		},
		"duty":    {&models.StandingDuty{}, []string{"label required", "duration out_of_range", "count out_of_range", "seats out_of_range", "rhythm unknown_value", "priority out_of_range", "kind unknown_value"}},
		"meeting": {&models.RecurringMeeting{Demand: aDemand("p"), Kind: "party"}, []string{"rhythm unknown_value", "kind unknown_value", "purpose unknown_value"}},
		"partner": {&models.Partner{Kind: "bank", Name: "x"}, []string{"kind unknown_value"}},
		"contact": {
			&models.PartnerContact{PartnerID: "p", Name: "x", Email: "Zoé <zoe@example.org>", Hours: []models.DaySpan{day, day}},
			[]string{"email not_an_email", "hours[1] overlaps"},
		},
		"account": {
			&models.Account{Email: "zoe", Name: "", Role: models.RoleSystem}, []string{"email not_an_email", "name required", "role unknown_value"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if difference := cmp.Diff(test.want, wrongFields(test.row.Validate())); difference != "" {
				t.Errorf("(-want +got): %s", difference)
			}
		})
	}
}

func TestReferencesStayInTheFacility(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		w := newRecordWorld(t, s)
		ctx, actor, far := t.Context(), w.here.administrator, w.foreign
		child := aChild(far.site.ID, "Inès")
		child.HomePlaceID, child.SchoolPlaceID, child.KeyWorkerID, child.CaseCoordinatorID = &far.site.ID, new("nowhere"), &far.own.professional.ID, new("nobody")
		child.Transport, child.TransportPartnerID = models.TransportFirm, new(kept(s.CreatePartner(ctx, far.administrator, models.Partner{Kind: "other", Name: "Taxis"})).ID)
		demand := aDemand(far.own.professional.ID)
		demand.ModalityCode, demand.OptionalIDs, demand.PreferredIDs, demand.PlaceIDs = new("ZZ"), []string{"nobody"}, []string{"nobody"}, []string{w.here.site.ID, far.site.ID}
		errs := map[string]error{}
		_, errs["schedule[0].places[0],home_place_id,school_place_id,key_worker_id,case_coordinator_id,transport_partner_id"] = s.CreateChild(ctx, actor, child)
		_, errs["modality_code,optional_ids[0],preferred_ids[0],place_ids[1],seats[0].one_of[0],child_id"] = s.CreateNeed(ctx, actor,
			models.Need{Demand: demand, Kind: models.NeedSession, ChildID: &far.own.child.ID})
		_, errs["place_id"] = s.CreateRoom(ctx, actor, models.Room{PlaceID: far.site.ID, Name: "x"})
		_, errs["modalities[0]"] = s.CreateTeam(ctx, actor, models.Team{Code: "X", Name: "x", Kind: models.TeamDedicated, Modalities: []string{"ZZ"}})
		person := aProfessional(w.here.site.ID, "Nora")
		person.Memberships = []models.Membership{{TeamID: far.teamOwn.ID, Share: 1, Main: true}}
		_, errs["memberships[0].team_id"] = s.CreateProfessional(ctx, actor, person)
		moved := w.here.own.child
		moved.Periods = []models.CareModalityPeriod{{ModalityCode: "ZZ", FromDate: "2026-09-01"}}
		_, errs["periods[0].modality_code"] = s.UpdateChild(ctx, actor, moved)
		_, errs["from_place_id"] = s.TravelOverrides().Create(ctx, actor, models.TravelOverride{FromPlaceID: far.site.ID, ToPlaceID: w.here.site.ID})
		_, errs["unit_id"] = s.CreateTeam(ctx, actor, models.Team{Code: "X", Name: "x", Kind: models.TeamDedicated, UnitID: &far.unit.ID})
		_, errs["professional_ids[0]"] = s.ProtectedTimes().Create(ctx, actor, aProtectedTime(far.own.professional.ID))
		for want, err := range errs {
			fields := map[string]bool{}
			for path := range strings.SplitSeq(want, ",") {
				fields[path] = true
			}
			refusal, ok := err.(*models.Error) //nolint:errorlint // the store returns it unwrapped
			if !ok || refusal.Code != models.CodeInvalid || len(refusal.Fields) != len(fields) {
				t.Errorf("%s: %v", want, err)
				continue
			}
			for _, field := range refusal.Fields {
				if !fields[field.Path] || field.Key != "unknown_id" {
					t.Errorf("%s: %s %s", want, field.Path, field.Key)
				}
			}
		}
	})
}

// TestMembershipsAndPeriods covers the two lists that are kept inside their record.
func TestMembershipsAndPeriods(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		w := newRecordWorld(t, s)
		ctx, actor := t.Context(), w.here.administrator
		person, child := w.here.own.professional, w.here.own.child
		person.Memberships = []models.Membership{
			{TeamID: w.here.teamOwn.ID, Share: 70}, {TeamID: w.here.teamOwn.ID, Share: 31}, {TeamID: w.here.teamOther.ID, Share: 0},
		}
		_, err := s.UpdateProfessional(ctx, actor, person)
		if got, want := err.Error(), "memberships[1].team_id: repeated; memberships[2].share: out_of_range; memberships: more_than_whole; memberships: one_main_team"; !strings.HasSuffix(got, want) {
			t.Errorf("%s", got)
		}
		child.Periods = []models.CareModalityPeriod{{ModalityCode: "AJ", FromDate: "2026-09-01", WeeklyMinutes: 600}}
		first := kept(s.UpdateChild(ctx, actor, child))
		ended := first
		ended.Periods = []models.CareModalityPeriod{{ID: "mine", ModalityCode: "AJ", FromDate: "2027-01-01"}, first.Periods[0]}
		ended.Periods[1].ID, ended.Periods[1].ToDate = "", new("2026-12-31")
		second := kept(s.UpdateChild(ctx, actor, ended))
		if second.Version != first.Version+1 || second.Periods[0].ID != first.Periods[0].ID || second.Periods[1].ID == "mine" {
			t.Error("a period keeps its id, and does not choose it")
		}
		twice := second
		twice.Periods = []models.CareModalityPeriod{{ModalityCode: "AJ", FromDate: "2026-09-01"}, {ModalityCode: "AJ", FromDate: "2027-01-01"}}
		if _, err := s.UpdateChild(ctx, actor, twice); err == nil || !strings.HasSuffix(err.Error(), "periods[1].from_date: overlaps") {
			t.Errorf("the same modality twice at once: %v", err)
		}
		person.Memberships = nil
		person = kept(s.UpdateProfessional(ctx, actor, person))
		read := kept(s.Professionals().Read(ctx, actor, person.ID)).Record
		if len(person.Memberships)+len(read.Memberships) > 0 || read.Version != w.here.own.professional.Version+1 {
			t.Error("memberships stayed")
		}
	})
}

// TestRefusalsNameNobody reads the texts of refusals: they are logged, and must hold nothing of a record.
func TestRefusalsNameNobody(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		w := newRecordWorld(t, s)
		ctx, actor := t.Context(), w.here.administrator
		child := aChild(w.here.site.ID, secret)
		child.LastName, child.InternalNumber = secret, "N1"
		twin := child
		made := kept(s.CreateChild(ctx, actor, child))
		made.Version = 7
		broken := child
		broken.FirstName = secret + "\x00"
		account := models.Account{Email: strings.ToLower(secret) + "@example.org", Name: secret, Role: models.RoleReader}
		kept(s.CreateAccount(ctx, actor, account))
		errs := map[string]error{}
		_, errs["number twice"] = s.CreateChild(ctx, actor, twin)
		_, errs["stale"] = s.UpdateChild(ctx, actor, made)
		_, errs["invalid"] = s.CreateChild(ctx, actor, broken)
		_, errs["address twice"] = s.CreateAccount(ctx, actor, account)
		_, errs["unknown address"] = s.AccountByEmail(ctx, secret+"@nowhere.example")
		_, errs["unknown place"] = s.CreateProfessional(ctx, actor, aProfessional(secret, secret))
		errs["unknown id"] = s.ArchiveChild(ctx, actor, secret, 1)
		for what, err := range errs {
			if err == nil || strings.Contains(strings.ToLower(err.Error()), strings.ToLower(secret)) {
				t.Errorf("%s: %v", what, err)
			}
		}
		for _, entry := range kept(s.AuditTrail(ctx, actor, models.ResourceChild, made.ID)) {
			if strings.Contains(entry.Detail, secret) {
				t.Error("the audit trail repeats a value")
			}
		}
	})
}

func TestSortFrench(t *testing.T) {
	t.Parallel()
	names := []string{"Zoé", "etienne", "Étienne", "Eve", "Œuvre", "cote", "côte", "coté", "Anaïs", "ôter"}
	models.SortFrench(names, func(s *string) string { return *s })
	if difference := cmp.Diff([]string{"Anaïs", "cote", "coté", "côte", "etienne", "Étienne", "Eve", "Œuvre", "ôter", "Zoé"}, names); difference != "" {
		t.Errorf("(-want +got): %s", difference)
	}
}

// TestReasonsOfHealthAreHidden states by hand what the table of rights cannot say.
func TestReasonsOfHealthAreHidden(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		w := newRecordWorld(t, s)
		for role, want := range map[string]models.AbsenceReason{
			"administrator": models.AbsenceIllness, "manager": models.AbsenceIllness, "coordinator": models.AbsenceOther,
		} {
			for _, absence := range kept(s.ListAbsences(t.Context(), w.walkers()[role])) {
				if absence.ID == w.here.other.absence.ID && absence.Reason != want {
					t.Errorf("%s reads %s", role, absence.Reason)
				}
				if absence.ID == w.here.own.absence.ID && absence.Reason != models.AbsenceIllness {
					t.Errorf("%s reads %s of themselves", role, absence.Reason)
				}
			}
		}
	})
}
