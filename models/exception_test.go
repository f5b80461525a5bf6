package models_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
	"github.com/maillage-dime/maillage/planner"
)

func resize(activity string, occurrence int, length *int) models.Operation {
	return models.Operation{Kind: models.OperationResize, Activity: activity, Occurrence: occurrence, Length: length}
}

func split(activity string, start *int, children ...string) models.Operation {
	return models.Operation{Kind: models.OperationSplit, Activity: activity, Start: start, Children: children}
}

func join(activity string, occurrence int, into string) models.Operation {
	return models.Operation{Kind: models.OperationJoin, Activity: activity, Occurrence: occurrence, Into: &planner.Ref{Activity: into}}
}

// activityIn returns what a week asks for under an id.
func activityIn(view *models.RotaView, id string) *planner.Activity {
	for i := range view.Problem.Activities {
		if view.Problem.Activities[i].ID == id {
			return &view.Problem.Activities[i]
		}
	}
	return &planner.Activity{}
}

// waiting returns what of an activity is asked for and not planned.
func waiting(view *models.RotaView, activity string) []int {
	numbers := []int{}
	for number := range activityIn(view, activity).Count {
		ref := planner.Ref{Activity: activity, Occurrence: number}
		planned := slices.ContainsFunc(view.Occurrences, func(o models.RotaOccurrence) bool { return o.ActivityID == activity && o.Occurrence == number })
		if view.Asks(ref) && !planned {
			numbers = append(numbers, number)
		}
	}
	return numbers
}

func TestOneOccurrenceIsLongerInThisWeekOnly(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		first := w.draft()
		w.apply(first.ID, set(w.needLina, 0, at(0, 9, 0), "bruno"), set(w.needLina, 1, at(2, 9, 0), "bruno"))
		w.publish(first.ID)
		uid := kept(w.ReadHouse(t.Context(), w.manager, week48)).Events[0].UID
		draft := w.draft()
		view := w.apply(draft.ID, resize(w.needLina, 0, new(90)))
		w.want(view, "need-lina/1 2.09:00 [bruno]", "need-lina.only-0/0 0.09:00 [bruno]")
		longer := activityIn(view, "need-lina.only-0")
		if longer.Duration != 90 || len(view.Breaches) > 0 || len(waiting(view, w.needLina)) > 0 || view.UndoKind != "resize" {
			t.Fatalf("%+v, broken %+v, waiting %v", longer, view.Breaches, waiting(view, w.needLina))
		}
		if changes := view.Changes(); len(changes) != 1 || changes[0].Kind != planner.Moved {
			t.Fatalf("told as %+v", changes)
		}
		publication := w.publish(draft.ID)
		if publication.Changes != 1 || !slices.Equal(publication.Children, []string{"lina"}) || len(publication.Concerned) != 1 {
			t.Fatalf("published with %+v", publication)
		}
		for _, event := range kept(w.ReadHouse(t.Context(), w.manager, week48)).Events {
			if event.Occurrence == 0 && (event.UID != uid || event.Duration != 90 || event.Sequence != 1 || event.CancelledAt != nil) {
				t.Errorf("the calendars: %+v", event)
			}
		}
		next := w.draft()
		w.want(w.read(next.ID), "need-lina/1 2.09:00 [bruno]", "need-lina.only-0/0 0.09:00 [bruno]")
		usual := w.apply(next.ID, remove("need-lina.only-0"))
		w.want(usual, "need-lina/0 0.09:00 [bruno]", "need-lina/1 2.09:00 [bruno]")
		w.publish(next.ID)
		for _, event := range kept(w.ReadHouse(t.Context(), w.manager, week48)).Events {
			if event.Occurrence == 0 && (event.UID != uid || event.Duration != 60 || event.Sequence != 2) {
				t.Errorf("the calendars: %+v", event)
			}
		}
	})
}

func TestALengthIsCheckedUndoneAndRedone(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		turn := func(view *models.RotaView, err error) *models.RotaView { t.Helper(); w.must(err); return view }
		undo := func() *models.RotaView {
			t.Helper()
			return turn(w.Undo(t.Context(), w.manager, draft.ID, w.read(draft.ID).Rota.Revision, false))
		}
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "bruno"), set(w.needOmar, 0, at(0, 10, 0), "bruno"))
		_, err := w.ApplyOperations(t.Context(), w.manager, draft.ID, 1, []models.Operation{resize(w.needLina, 0, new(90))})
		if refusal, ok := errors.AsType[*models.Error](err); !ok || refusal.Code != models.CodeRefused {
			t.Fatalf("bruno is at two places: %v", err)
		}
		checked := kept(w.CheckOperation(t.Context(), w.manager, draft.ID, resize(w.needLina, 0, new(90))))
		if len(checked.Breaches) == 0 {
			t.Fatal("nothing is said before")
		}
		if checked := kept(w.CheckOperation(t.Context(), w.manager, draft.ID, resize(w.needLina, 0, new(45)))); len(checked.Breaches) > 0 {
			t.Fatalf("shorter is refused: %+v", checked.Breaches)
		}
		w.apply(draft.ID, resize(w.needLina, 0, new(45)))
		w.apply(draft.ID, resize("need-lina.only-0", 0, new(30)))
		if length := activityIn(undo(), "need-lina.only-0").Duration; length != 45 {
			t.Fatalf("undone to %d minutes", length)
		}
		w.want(undo(), "need-lina/0 0.09:00 [bruno]", "need-omar/0 0.10:00 [bruno]")
		again := turn(w.Redo(t.Context(), w.manager, draft.ID, w.read(draft.ID).Rota.Revision))
		w.want(again, "need-lina.only-0/0 0.09:00 [bruno]", "need-omar/0 0.10:00 [bruno]")
		w.want(w.apply(draft.ID, resize("need-lina.only-0", 0, new(60))), "need-lina/0 0.09:00 [bruno]", "need-omar/0 0.10:00 [bruno]")
		w.want(undo(), "need-lina.only-0/0 0.09:00 [bruno]", "need-omar/0 0.10:00 [bruno]")
	})
}

func TestAChildLeavesAGroupForOnce(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set("need-group", 0, at(1, 9, 0), "anna"))
		view := w.apply(draft.ID, split("need-group", nil, "lina"))
		w.want(view, "need-group.only-0/0 1.09:00 [anna]")
		own := copiesIn(view)
		if len(own) != 1 || !slices.Equal(activityIn(view, own[0]).Children, []string{"lina"}) || !slices.Equal(activityIn(view, "need-group.only-0").Children, []string{"omar"}) {
			t.Fatalf("split into %v", own)
		}
		beside := w.apply(draft.ID, set(own[0], 0, at(1, 9, 0), "bruno"))
		if len(beside.Breaches) > 0 {
			t.Fatalf("both at once: %+v", beside.Breaches)
		}
		back := w.apply(draft.ID, remove(own[0]))
		w.want(back, "need-group/0 1.09:00 [anna]")
		if len(copiesIn(back)) > 0 || len(waiting(back, "need-group")) > 0 {
			t.Fatal("the child is not in the group again")
		}
		usual := w.apply(draft.ID, split("need-group", new(at(1, 14, 0)), "omar"))
		if len(usual.Occurrences) != 2 {
			t.Fatalf("planned %v", planned(usual))
		}
		w.want(w.apply(draft.ID, remove("need-group.only-0")), "need-group/0 1.09:00 [anna]")
		_, err := w.ApplyOperations(t.Context(), w.manager, draft.ID, w.read(draft.ID).Rota.Revision, []models.Operation{split("need-group", nil, "lina", "omar")})
		if refusal, ok := errors.AsType[*models.Error](err); !ok || refusal.Key != models.KeyCannotSplit {
			t.Fatal(err)
		}
	})
}

func TestAChildJoinsAGroupForOnce(t *testing.T) {
	eachJoinableWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set("need-group", 0, at(1, 9, 0), "anna"), set("need-zoe", 0, at(2, 9, 0), "bruno"), set("need-zoe", 1, at(3, 9, 0), "bruno"))
		w.publish(draft.ID)
		next := w.draft()
		view := w.apply(next.ID, join("need-zoe", 0, "need-group"))
		w.want(view, "need-group.only-0/0 1.09:00 [anna]", "need-zoe/1 3.09:00 [bruno]")
		if children := activityIn(view, "need-group.only-0").Children; !slices.Equal(children, []string{"lina", "omar", "zoe"}) || len(waiting(view, "need-zoe")) > 0 || len(view.Lapsed) > 0 {
			t.Fatalf("children %v, waiting %v, lapsed %v", children, waiting(view, "need-zoe"), view.Lapsed)
		}
		publication := w.publish(next.ID)
		if !slices.Equal(publication.Children, []string{"zoe"}) {
			t.Fatalf("concerned %v", publication.Children)
		}
		for _, event := range kept(w.ReadHouse(t.Context(), w.manager, week48)).Events {
			if gone := event.ActivityID == "need-zoe" && event.Occurrence == 0; gone != (event.CancelledAt != nil) {
				t.Errorf("the calendars: %+v", event)
			}
			if event.ActivityID == "need-group" && !slices.Contains(event.ChildIDs, "zoe") {
				t.Errorf("the group's entry: %+v", event)
			}
		}
		again := w.draft()
		apart := w.apply(again.ID, split("need-group.only-0", nil, "zoe"))
		w.want(apart, "need-group/0 1.09:00 [anna]", "need-zoe/1 3.09:00 [bruno]")
		if !slices.Equal(waiting(apart, "need-zoe"), []int{0}) || len(copiesIn(apart)) > 0 {
			t.Fatal("it does not wait again")
		}
		both := kept(w.CompareRotas(t.Context(), w.manager, again.ID, next.ID))
		refs := []planner.Ref{}
		for _, difference := range both.Differences {
			refs = append(refs, difference.Ref)
		}
		if difference := cmp.Diff([]planner.Ref{{Activity: "need-group.only-0"}}, refs); difference != "" {
			t.Fatal(difference)
		}
	})
}

func TestARepairLetsAChildJoinAGroup(t *testing.T) {
	eachJoinableWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set("need-zoe", 0, at(1, 15, 0), "anna"), set("need-group", 0, at(1, 9, 0), "anna"))
		w.publish(draft.ID)
		absence := kept(w.CreateAbsence(t.Context(), w.manager, models.Absence{
			ProfessionalID: new("anna"), FromDate: "2026-11-24", ToDate: "2026-11-24", ToMinute: 1440, Reason: models.AbsenceIllness,
		}))
		line := func(repair *models.AbsenceRepair, activity string) *models.RepairLine {
			t.Helper()
			for i := range repair.Lines {
				if repair.Lines[i].ActivityID == activity {
					return &repair.Lines[i]
				}
			}
			t.Fatalf("%s is not hit", activity)
			return nil
		}
		group := set("need-group", 0, at(1, 9, 0), "bruno")
		free := kept(w.ProposeRepair(t.Context(), w.manager, absence.ID, week48, []models.Operation{group}))
		if joins := line(free, "need-zoe").Join; len(joins) != 1 || joins[0].Activity != "need-group" || joins[0].Staff[0] != "bruno" {
			t.Fatalf("no group to join: %+v", joins)
		}
		chosen := []models.Operation{group, join("need-zoe", 0, "need-group")}
		repair := kept(w.ProposeRepair(t.Context(), w.manager, absence.ID, week48, chosen))
		zoe, cooking := line(repair, "need-zoe"), line(repair, "need-group")
		if zoe.Joined == nil || zoe.After != nil || zoe.Joined.Activity != "need-group" || cooking.After == nil || cooking.After.ActivityID != "need-group" {
			t.Fatalf("zoe %+v, the group %+v", zoe, cooking)
		}
		rota := kept(w.ApplyRepair(t.Context(), w.manager, week48, draft.ID, append(asChosen(repair), chosen[1])))
		w.want(w.read(rota.ID), "need-group.only-0/0 1.09:00 [bruno]")
		undone := kept(w.Undo(t.Context(), w.manager, rota.ID, w.read(rota.ID).Rota.Revision, false))
		if len(undone.Occurrences) > 0 || activityIn(undone, "need-group.only-0").ID != "" {
			t.Fatalf("undone to %v", planned(undone))
		}
	})
}

// eachJoinableWorld is [eachRotaWorld] with Zoé.
func eachJoinableWorld(t *testing.T, test func(t *testing.T, w *rotaWorld)) {
	t.Helper()
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) { test(t, worldOf(t, s, joinable)) })
}

// joinable adds Zoé, whom an educator meets twice a week, to a house.
func joinable(house *models.HouseRecords) {
	zoe, period, need := house.Children[0], house.ModalityPeriods[0], house.Needs[0]
	zoe.ID, zoe.FirstName = "zoe", "zoe"
	period.ID, period.ChildID = "period-zoe", "zoe"
	need.ID, need.ChildID = "need-zoe", new("zoe")
	house.Children, house.ModalityPeriods, house.Needs = append(house.Children, zoe), append(house.ModalityPeriods, period), append(house.Needs, need)
}
