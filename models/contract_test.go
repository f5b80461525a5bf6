package models_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
	"github.com/maillage-dime/maillage/planner"
)

// halved is a contract of 35 hours to Tuesday of week 48, and one of half of it from Wednesday on.
func halved() []models.Contract {
	return []models.Contract{
		{To: new("2026-11-24"), Minutes: 2100, Convention: models.ConventionCCN66, Kind: models.ContractFixedTerm},
		{From: new("2026-11-25"), Minutes: 1050, Convention: models.ConventionOther, Kind: models.ContractPermanent},
	}
}

func TestContractsOfAWeek(t *testing.T) {
	t.Parallel()
	person := models.Professional{Contracts: halved()}
	ended := models.Professional{Contracts: halved()[:1]}
	for _, test := range []struct {
		person  *models.Professional
		week    string
		minutes int
	}{
		{&person, "2026-W47", 2100},
		{&person, "2026-W48", 2*420 + 3*210},
		{&person, "2026-W49", 1050},
		{&ended, "2026-W48", 840},
		{&ended, "2026-W49", 0},
		{&models.Professional{}, "2026-W48", 0},
	} {
		if got := test.person.ContractMinutes(kept(models.ParseWeek(test.week))); got != test.minutes {
			t.Errorf("%s: %d minutes, want %d", test.week, got, test.minutes)
		}
	}
	for date, want := range map[string]int{"2026-11-24": 0, "2026-11-25": 1, "2030-01-01": 1} {
		if got := person.ContractAround(date); got != want {
			t.Errorf("on %s people mean contract %d, want %d", date, got, want)
		}
	}
	if last := ended.ContractAround("2030-01-01"); last != 0 || ended.ContractOn("2026-11-25") != nil || ended.ContractOn("2026-11-24") == nil {
		t.Errorf("after the end, people mean contract %d", last)
	}
}

func TestContractsAreChecked(t *testing.T) {
	t.Parallel()
	wrong := func(contracts ...models.Contract) []string {
		person := models.Professional{Contracts: contracts}
		return slices.DeleteFunc(wrongFields(person.Validate()), func(text string) bool { return !strings.HasPrefix(text, "contracts") })
	}
	fine := models.Contract{Convention: models.ConventionOther, Kind: models.ContractPermanent, Agreements: []string{"day_12h"}}
	again, backwards, agreed := fine, fine, fine
	backwards.From, backwards.To, agreed.Agreements = new("2026-09-02"), new("2026-09-01"), []string{"day_20h"}
	if difference := cmp.Diff([]string{}, wrong(halved()...)); difference != "" {
		t.Error(difference)
	}
	if difference := cmp.Diff([]string{"contracts[1].from_date overlaps"}, wrong(fine, again)); difference != "" {
		t.Error(difference)
	}
	if difference := cmp.Diff([]string{"contracts[0].to_date ends_before_start"}, wrong(backwards)); difference != "" {
		t.Error(difference)
	}
	if difference := cmp.Diff([]string{"contracts[0].agreements[0] unknown_value"}, wrong(agreed)); difference != "" {
		t.Error(difference)
	}
}

// A week is planned on the days of a contract, with the hours and the convention of those in force in it.
func TestCompileFollowsTheContract(t *testing.T) {
	t.Parallel()
	h := smallWeek("2026-W48")
	anna := &h.Professionals[0]
	anna.Contracts, anna.DirectTarget = halved()[:1], new(1000)
	annaOf := func() *planner.Professional {
		people := compiled(t, h).Professionals
		return &people[slices.IndexFunc(people, func(p planner.Professional) bool { return p.ID == "anna" })]
	}
	person := annaOf()
	for _, span := range person.Available {
		if span.To > 2*planner.DayMinutes {
			t.Errorf("there after the contract: %+v", span)
		}
	}
	if len(person.Available) != 2 || *person.DirectTarget != 400 {
		t.Errorf("two days of five: %+v, target %d", person.Available, *person.DirectTarget)
	}
	h.ProtectedTimes = []models.ProtectedTime{{
		Record: models.Record{ID: "rule"}, Kind: "preparation", Label: "Préparation", Professions: []string{anna.Profession},
		Convention: models.ConventionCCN66, BasisPoints: new(1000), SmallestPiece: 15, Priority: 30,
	}}
	protected := func() (minutes int) {
		for _, activity := range compiled(t, h).Activities {
			if activity.Kind == planner.Protected {
				minutes += activity.Count * activity.Duration
			}
		}
		return minutes
	}
	anna.Contracts = halved()
	if got := protected(); got < 147 || got > 165 { // a tenth of 24 h 30
		t.Errorf("%d minutes of preparation", got)
	}
	h.Week = h.Week.Next()
	if got := protected(); got != 0 {
		t.Errorf("%d minutes by a rule of the convention left behind", got)
	}
	if annaOf().DirectTarget == nil || *annaOf().DirectTarget != 1000 || len(annaOf().Available) != 5 {
		t.Errorf("a whole week of the second contract: %+v", annaOf())
	}
}

// What is planned of somebody is shown beside the contracts of the week.
func TestStateIsBesideTheContractOfItsWeek(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		w := worldOf(t, s, func(house *models.HouseRecords) { house.Professionals[0].Contracts = halved() })
		for week, want := range map[string]int{"2026-W47": 2100, "2026-W48": 1470, "2026-W49": 1050} {
			state := kept(w.ProfessionalState(t.Context(), w.manager, "anna", kept(models.ParseWeek(week)), ""))
			if state.Contract != want {
				t.Errorf("%s: contract of %d minutes, want %d", week, state.Contract, want)
			}
		}
	})
}

// The first contract of everybody is what their record said before there were several.
func TestFirstContractIsWhatTheRecordSaid(t *testing.T) {
	t.Parallel()
	for name, dsn := range emptyDSNs(t) {
		t.Run(name, func(t *testing.T) {
			store := storetest.Open(t, dsn, storetest.Options())
			insert := func(row string) {
				t.Helper()
				if _, err := rawDB(t, dsn).ExecContext(t.Context(), row); err != nil {
					t.Fatal(err)
				}
			}
			if err := models.MigrateSteps(t.Context(), store, 1, ""); err != nil {
				t.Fatal(err)
			}
			insert(`INSERT INTO facility (id, name, time_zone, school_zone, department, demo, version, created_at)
				VALUES ('f', 'Avant', 'Europe/Paris', 'A', '43', FALSE, 7, '2026-01-02 03:04:05+00:00')`)
			if err := models.MigrateBefore(t.Context(), store, "20261122000065"); err != nil {
				t.Fatal(err)
			}
			insert(`INSERT INTO place (id, facility_id, version, created_at, updated_at, kind, name, code, address, sector, latitude, longitude)
				VALUES ('p', 'f', 1, '2026-01-02 03:04:05+00:00', '2026-01-02 03:04:05+00:00', 'site', 'Site', '', '', '', 45, 3)`)
			insert(`INSERT INTO professional (id, facility_id, version, created_at, updated_at, first_name, last_name, profession, job_title, skills,
				convention, contract_kind, contract_minutes, working_pattern, base_place_id, from_base)
				VALUES ('a', 'f', 3, '2026-01-02 03:04:05+00:00', '2026-01-02 03:04:05+00:00', 'A', 'B', 'nurse', '', '[]',
				'ccn51', 'fixed_term', 1063, '[]', 'p', TRUE)`)
			if err := store.Migrate(t.Context()); err != nil {
				t.Fatal(err)
			}
			shown := kept(store.Professionals().Read(t.Context(), models.SystemActor("f"), "a"))
			want := []models.Contract{{Minutes: 1063, Convention: models.ConventionCCN51, Kind: models.ContractFixedTerm}}
			if difference := cmp.Diff(want, shown.Record.Contracts); difference != "" {
				t.Error(difference)
			}
		})
	}
}
