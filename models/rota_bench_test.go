package models_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
	"github.com/maillage-dime/maillage/planner"
)

// The size of a large house: 40 people with 15 sessions a week each.
const (
	benchPeople   = 40
	benchChildren = 5 // of each person
	benchSessions = 3 // a week of each child
)

// largeHouse returns a house in which every educator meets five children three times a week each.
func largeHouse() *models.HouseRecords {
	house := smallHouse("")
	site := []string{"site"}
	for i := range benchPeople {
		person := house.Professionals[0]
		person.ID = fmt.Sprintf("person-%02d", i)
		house.Professionals = append(house.Professionals, person)
		house.Memberships = append(house.Memberships, models.Membership{TeamID: "team-aj", ProfessionalID: person.ID, Share: 100, Main: true})
		for n := range benchChildren {
			child := house.Children[0]
			child.ID = fmt.Sprintf("child-%02d-%d", i, n)
			child.Schedule = atPlaces("site")
			house.Children = append(house.Children, child)
			house.ModalityPeriods = append(house.ModalityPeriods, models.CareModalityPeriod{
				ID: "period-" + child.ID, ChildID: child.ID, ModalityCode: "AJ", FromDate: "2026-09-01", WeeklyMinutes: 600,
			})
			need := demand("accompagnement", 45, benchSessions, seatFor("educator"))
			need.PlaceIDs = site
			house.Needs = append(house.Needs, models.Need{Record: models.Record{ID: "need-" + child.ID}, Demand: need, Kind: "session", ChildID: new(child.ID)})
		}
	}
	return house
}

// largeWeek makes a store with a large house and a draft of 600 occurrences.
func largeWeek(b *testing.B) (*models.Store, models.Actor, *models.RotaView) {
	b.Helper()
	ctx, s := context.Background(), storetest.SQLite(b)
	if err := s.FoundHouse(ctx, models.SystemActor(""), largeHouse()); err != nil {
		b.Fatal(err)
	}
	manager := models.Actor{AccountID: "manager", FacilityID: "facility", Role: models.RoleManager}
	rota := kept(s.CreateDraft(ctx, manager, week48, nil))
	view := kept(s.ReadRota(ctx, manager, rota.ID))
	hours := []int{9, 10, 14}
	for i := range benchPeople {
		var operations []models.Operation
		for n := range benchChildren {
			for k := range benchSessions {
				operations = append(operations, set(fmt.Sprintf("need-child-%02d-%d", i, n), k, at((n+k)%5, hours[k], 0), fmt.Sprintf("person-%02d", i)))
			}
		}
		view = kept(s.ApplyOperations(ctx, manager, rota.ID, view.Rota.Revision, operations))
	}
	return s, manager, view
}

func BenchmarkReadRota600(b *testing.B) {
	s, manager, view := largeWeek(b)
	for b.Loop() {
		if got := kept(s.ReadRota(b.Context(), manager, view.Rota.ID)); len(got.Occurrences) != 600 {
			b.Fatal(len(got.Occurrences))
		}
	}
}

func BenchmarkReadRota600AfterARecordChanged(b *testing.B) {
	s, manager, view := largeWeek(b)
	closed := models.ClosedDay{Date: "2027-06-01", Label: "Pont"}
	for b.Loop() {
		b.StopTimer()
		made := kept(s.CreateClosedDay(b.Context(), manager, closed))
		if err := s.ArchiveClosedDay(b.Context(), manager, made.ID, made.Version); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		kept(s.ReadRota(b.Context(), manager, view.Rota.ID))
	}
}

func BenchmarkCheckOperation600(b *testing.B) {
	s, manager, view := largeWeek(b)
	move := models.Operation{Kind: models.OperationSet, Activity: "need-child-00-0", Start: new(at(0, 15, 0))}
	for b.Loop() {
		if checked := kept(s.CheckOperation(b.Context(), manager, view.Rota.ID, move)); len(checked.Breaches) > 0 {
			b.Fatal(checked.Breaches)
		}
	}
}

func BenchmarkApplyOperation600(b *testing.B) {
	s, manager, view := largeWeek(b)
	for i := 0; b.Loop(); i++ {
		view = kept(s.ApplyOperations(b.Context(), manager, view.Rota.ID, view.Rota.Revision, []models.Operation{set("need-child-00-0", 0, at(0, 15, 15*(i%2)))}))
	}
}

func BenchmarkOptions600(b *testing.B) {
	s, manager, view := largeWeek(b)
	for b.Loop() {
		kept(s.Options(b.Context(), manager, view.Rota.ID, planner.Ref{Activity: "need-child-00-0"}, 0))
	}
}

func BenchmarkFindSlotsTwoWeeks(b *testing.B) {
	s, manager, _ := largeWeek(b)
	request := models.SlotRequest{Duration: 60, Place: new("school"), From: "2026-11-23", To: "2026-12-06", Contacts: []string{"contact"}}
	for i := range 8 {
		request.Required = append(request.Required, fmt.Sprintf("person-%02d", i))
	}
	for b.Loop() {
		kept(s.FindSlots(b.Context(), manager, request))
	}
}

// BenchmarkCompile1000 compiles a week of more than a thousand occurrences from its records, refusals and rules of protected time among them.
func BenchmarkCompile1000(b *testing.B) {
	records := largeHouse()
	for i := range records.Needs {
		records.Needs[i].Count = 5
		if i%10 == 0 {
			records.Needs[i].RefusedIDs = []string{"person-00"}
			records.Needs[i].RefusedSpans = []models.DaySpan{{Day: 1, From: 540, To: 720}}
		}
	}
	house := smallWeek("2026-W48")
	house.Professionals, house.Memberships, house.Children, house.ModalityPeriods = records.Professionals, records.Memberships, records.Children, records.ModalityPeriods
	house.Needs = records.Needs
	house.ProtectedTimes = []models.ProtectedTime{{
		Record: models.Record{ID: "rule"}, Kind: "writing", Professions: []string{"educator"}, BasisPoints: new(600), SmallestPiece: 60, Priority: 20,
	}}
	for b.Loop() {
		occurrences := 0
		for _, activity := range kept(models.Compile(house, nil)).Activities {
			occurrences += activity.Count
		}
		if occurrences < 1000 {
			b.Fatal(occurrences)
		}
	}
}

// BenchmarkAnswers600 asks another occurrence every time, and tells how long the slowest of a hundred answers takes.
func BenchmarkAnswers600(b *testing.B) {
	s, manager, view := largeWeek(b)
	gap := view.Occurrences[len(view.Occurrences)-1]
	questions := map[string]func(ref planner.Ref) error{
		"explain": func(ref planner.Ref) error {
			_, err := s.Explain(b.Context(), manager, view.Rota.ID, ref)
			return err
		},
		"unblock": func(planner.Ref) error {
			_, err := s.Unblock(b.Context(), manager, view.Rota.ID, planner.Ref{Activity: gap.ActivityID, Occurrence: gap.Occurrence})
			return err
		},
		"precheck": func(planner.Ref) error {
			_, err := s.Precheck(b.Context(), manager, view.Rota.ID)
			return err
		},
	}
	for name, keep := range map[string]planner.Keep{"who": planner.KeepHour, "when": planner.KeepStaff, "both": planner.KeepNothing} {
		questions[name] = func(ref planner.Ref) error {
			_, err := s.Recommend(b.Context(), manager, view.Rota.ID, ref, keep)
			return err
		}
	}
	unplan := models.Operation{Kind: models.OperationUnplan, Activity: gap.ActivityID, Occurrence: gap.Occurrence}
	kept(s.ApplyOperations(b.Context(), manager, view.Rota.ID, view.Rota.Revision, []models.Operation{unplan}))
	for _, name := range slices.Sorted(maps.Keys(questions)) {
		b.Run(name, func(b *testing.B) {
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				o := &view.Occurrences[i*37%(len(view.Occurrences)-1)]
				begun := time.Now()
				if err := questions[name](planner.Ref{Activity: o.ActivityID, Occurrence: o.Occurrence}); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(begun))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
		})
	}
}
