package models_test

import (
	"errors"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

func TestSetCompletesWhatIsLeftOpen(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		view := w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0)), set(w.needOmar, 0, at(0, 9, 0)), set("team-meeting", 0, at(0, 10, 15)))
		want := []string{"need-lina/0 0.09:00 [anna]", "need-omar/0 0.09:00 [bruno]", "team-meeting/0 0.10:15 [anna]"}
		if difference := cmp.Diff(want, planned(view)); difference != "" {
			t.Fatal(difference)
		}
		meeting := view.Occurrences[2]
		if *meeting.PlaceID != "site" || *meeting.RoomID != "room" || !slices.Equal(meeting.Attendees, []string{"bruno", "carla"}) {
			t.Fatalf("the meeting is not complete: %+v", meeting)
		}
		if len(view.Breaches) > 0 || !view.Undo || view.Redo || view.Rota.Revision != 1 {
			t.Fatalf("breaches %v, undo %v, redo %v, revision %d", view.Breaches, view.Undo, view.Redo, view.Rota.Revision)
		}
		if difference := cmp.Diff(planned(view), planned(w.read(draft.ID))); difference != "" {
			t.Fatal("not saved: ", difference)
		}
	})
}

func TestRefusedOperationWritesNothing(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "anna"))
		_, err := w.ApplyOperations(t.Context(), w.manager, draft.ID, 1, []models.Operation{
			set(w.needOmar, 1, at(1, 9, 0), "bruno"), set(w.needOmar, 0, at(0, 9, 30), "anna"),
		})
		w.wantBreach(err, planner.CodeProfessionalBusy)
		if view := w.read(draft.ID); len(view.Occurrences) != 1 || view.Rota.Revision != 1 {
			t.Fatalf("something was written: %v at revision %d", planned(view), view.Rota.Revision)
		}
		_, err = w.ApplyOperations(t.Context(), w.manager, draft.ID, 1, []models.Operation{set(w.needLina, 0, at(0, 7, 0))})
		w.wantBreach(err, planner.CodeChildNotAvailable)
	})
}

func TestARefusalNamesWhatIsInTheWay(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "anna"), set(w.needOmar, 0, at(0, 10, 0), "anna"))
		moves := []struct{ moved, inTheWay string }{{w.needLina, w.needOmar}, {w.needOmar, w.needLina}}
		for i, move := range moves {
			_, err := w.ApplyOperations(t.Context(), w.manager, draft.ID, 1, []models.Operation{set(move.moved, 0, at(0, 10-i, 0), "anna")})
			w.wantBreach(err, planner.CodeProfessionalBusy)
			refusal, _ := errors.AsType[*models.Error](err)
			for _, breach := range refusal.Breaches {
				if breach.Activity != move.moved || breach.Blocking == nil || breach.Blocking.Activity != move.inTheWay {
					t.Errorf("%s moved onto %s: %+v", move.moved, move.inTheWay, breach)
				}
			}
		}
	})
}

func TestTwoSessionsSwapInOneAction(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "anna"), set(w.needOmar, 0, at(0, 10, 0), "anna"))
		view := w.apply(draft.ID,
			models.Operation{Kind: models.OperationSet, Activity: w.needLina, Start: new(at(0, 10, 0))},
			models.Operation{Kind: models.OperationSet, Activity: w.needOmar, Start: new(at(0, 9, 0))})
		want := []string{"need-lina/0 0.10:00 [anna]", "need-omar/0 0.09:00 [anna]"}
		if difference := cmp.Diff(want, planned(view)); difference != "" {
			t.Fatal(difference)
		}
	})
}

func TestLockedOccurrencesStayUntilUnlocked(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		lock := func(kind models.OperationKind) models.Operation {
			return models.Operation{Kind: kind, Activity: w.needLina}
		}
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "anna"))
		if view := w.apply(draft.ID, lock(models.OperationLock)); !view.Occurrences[0].Locked {
			t.Fatal("not locked")
		}
		for _, op := range []models.Operation{set(w.needLina, 0, at(0, 10, 0)), {Kind: models.OperationUnplan, Activity: w.needLina}} {
			_, err := w.ApplyOperations(t.Context(), w.manager, draft.ID, 2, []models.Operation{op})
			w.wantBreach(err, planner.CodePinned)
		}
		checked, err := w.CheckOperation(t.Context(), w.manager, draft.ID, set(w.needLina, 0, at(0, 10, 0)))
		w.must(err)
		if len(checked.Breaches) != 1 || checked.Breaches[0].Code != planner.CodePinned {
			t.Fatalf("checked: %v", checked.Breaches)
		}
		if view := w.apply(draft.ID, lock(models.OperationUnlock), set(w.needLina, 0, at(0, 10, 0))); view.Occurrences[0].Start != at(0, 10, 0) {
			t.Fatal("not moved after unlocking")
		}
	})
}

func TestOfManyChangesEachRefusalIsNamedAndNothingIsDone(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		lock := func(activity string) models.Operation {
			return models.Operation{Kind: models.OperationLock, Activity: activity}
		}
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "anna"), set(w.needOmar, 0, at(0, 10, 0), "anna"), set(w.needOmar, 1, at(1, 10, 0), "anna"))
		w.apply(draft.ID, lock(w.needLina), lock(w.needOmar))
		before := whole(w.read(draft.ID))
		_, err := w.ApplyOperations(t.Context(), w.manager, draft.ID, 2, []models.Operation{
			set(w.needLina, 0, at(0, 9, 30)), set(w.needOmar, 0, at(0, 10, 30)), set(w.needOmar, 1, at(1, 10, 30)),
		})
		w.wantBreach(err, planner.CodePinned)
		if refusal, _ := errors.AsType[*models.Error](err); len(refusal.Breaches) != 2 {
			t.Fatalf("refused for %v", refusal.Breaches)
		}
		if after := whole(w.read(draft.ID)); after != before {
			t.Fatalf("something was done: %s", after)
		}
	})
}

func TestStaleRevisionIsToldWithTheCurrentOne(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0)))
		_, err := w.ApplyOperations(t.Context(), w.manager, draft.ID, 0, []models.Operation{set(w.needLina, 0, at(0, 10, 0))})
		w.wantCode(err, models.CodeStale)
		if current := err.(*models.Error).Current.(models.Rota); current.Revision != 1 { //nolint:errorlint,forcetypeassert // the test says so
			t.Fatalf("current %d", current.Revision)
		}
	})
}

func TestOfTwoConcurrentChangesOneWins(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		var wait sync.WaitGroup
		errs := make([]error, 8)
		for i := range errs {
			wait.Go(func() {
				_, errs[i] = w.ApplyOperations(t.Context(), w.manager, draft.ID, 0, []models.Operation{set(w.needLina, 0, at(0, 9+i%4, 0))})
			})
		}
		wait.Wait()
		won := 0
		for _, err := range errs {
			if err == nil {
				won++
			} else {
				w.wantCode(err, models.CodeStale)
			}
		}
		if won != 1 {
			t.Fatalf("%d changes won: %v", won, errs)
		}
	})
}

func TestOperationsThatNameNothing(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		ctx := t.Context()
		apply := func(operations ...models.Operation) error {
			_, err := w.ApplyOperations(ctx, w.manager, draft.ID, 0, operations)
			return err
		}
		for name, err := range map[string]error{
			"no operation":       apply(),
			"unknown activity":   apply(set("nothing", 0, at(0, 9, 0))),
			"number too high":    apply(set(w.needLina, 2, at(0, 9, 0))),
			"negative number":    apply(set(w.needLina, -1, at(0, 9, 0))),
			"unknown kind":       apply(models.Operation{Kind: "teleport", Activity: w.needLina}),
			"twice the same":     apply(set(w.needLina, 0, at(0, 9, 0)), set(w.needLina, 0, at(0, 9, 0))),
			"no start":           apply(models.Operation{Kind: models.OperationSet, Activity: w.needLina}),
			"another's activity": apply(set("child", 0, 0)),
		} {
			if models.CodeOf(err) != models.CodeInvalid {
				t.Errorf("%s: %v", name, err)
			}
		}
		if err := apply(make([]models.Operation, 10_000)...); models.CodeOf(err) != models.CodeTooLarge {
			t.Errorf("10,000 operations: %v", err)
		}
		w.wantBreach(apply(set(w.needLina, 0, at(0, 9, 0), "nobody")), planner.CodeUnknownID)
		w.wantBreach(apply(set(w.needLina, 0, at(0, 9, 7))), planner.CodeOffGrid)
		w.wantBreach(apply(set(w.needLina, 0, 100_000)), planner.CodeOutsideHorizon)
	})
}

func TestMovedRecordsShowAsConflictsAndHoldNothingElseBack(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(1, 9, 0), "anna"), set(w.needOmar, 0, at(1, 9, 0), "bruno"))
		w.absent("anna", "2026-11-24", "2026-11-24")
		view := w.read(draft.ID)
		if len(view.Breaches) == 0 || view.Breaches[0].Code != planner.CodeNotAvailable || len(view.Occurrences) != 2 {
			t.Fatalf("breaches %v", view.Breaches)
		}
		_, err := w.Publish(t.Context(), w.manager, draft.ID, view.Rota.Revision)
		w.wantBreach(err, planner.CodeNotAvailable)
		view = w.apply(draft.ID, set(w.needOmar, 0, at(1, 10, 0)))
		if len(view.Breaches) == 0 {
			t.Fatal("the conflict went away by itself")
		}
		_, err = w.ApplyOperations(t.Context(), w.manager, draft.ID, view.Rota.Revision, []models.Operation{set(w.needLina, 0, at(1, 14, 0))})
		w.wantBreach(err, planner.CodeNotAvailable)
		if view = w.apply(draft.ID, set(w.needLina, 0, at(1, 9, 0), "bruno")); len(view.Breaches) > 0 {
			t.Fatalf("breaches after mending: %v", view.Breaches)
		}
	})
}

func TestADraftIsAlwaysLawful(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(1, 9, 0), "anna"), set(w.needOmar, 0, at(1, 9, 0), "bruno"), set("team-meeting", 0, at(2, 10, 0)))
		w.publish(draft.ID)
		w.absent("anna", "2026-11-24", "2026-11-24")
		w.absent("carla", "2026-11-25", "2026-11-25")
		view := w.read(w.draft().ID)
		want := []string{"need-omar/0 1.09:00 [bruno]", "team-meeting/0 2.10:00 [anna]"}
		if difference := cmp.Diff(want, planned(view)); difference != "" || len(view.Breaches) > 0 {
			t.Fatal(difference, view.Breaches)
		}
		if attendees := view.Occurrences[1].Attendees; !slices.Equal(attendees, []string{"bruno"}) {
			t.Fatalf("attendees %v", attendees)
		}
		if view.Rota.Number != 2 || *view.Rota.BasedOnID != draft.ID || len(view.Previous) != 3 {
			t.Fatalf("rota %+v compared with %v", view.Rota, view.Previous)
		}
		other, err := w.CreateDraft(t.Context(), w.manager, week48.Next(), &draft.ID)
		w.must(err)
		if got := len(w.read(other.ID).Occurrences); got != 3 {
			t.Fatalf("the next week's draft has %d occurrences", got)
		}
	})
}

func TestDeleteDraft(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(1, 9, 0)))
		w.wantCode(w.DeleteDraft(t.Context(), w.anna, draft.ID), models.CodeForbidden)
		w.must(w.DeleteDraft(t.Context(), w.manager, draft.ID))
		w.wantCode(w.DeleteDraft(t.Context(), w.manager, draft.ID), models.CodeNotFound)
		published := w.draft()
		w.publish(published.ID)
		w.wantCode(w.DeleteDraft(t.Context(), w.manager, published.ID), models.CodeConflict)
	})
}

func TestWhoReadsWhichRota(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(1, 9, 0), "anna"))
		_, err := w.ReadRota(t.Context(), w.anna, draft.ID)
		w.wantCode(err, models.CodeNotFound)
		w.publish(draft.ID)
		view, err := w.ReadRota(t.Context(), w.anna, draft.ID)
		w.must(err)
		if len(view.House.Children) != 1 || view.House.Children[0].ID != "lina" || view.House.Contacts != nil {
			t.Fatalf("anna sees %d children and %d contacts", len(view.House.Children), len(view.House.Contacts))
		}
		if i := slices.IndexFunc(view.House.Professionals, func(p models.Professional) bool { return p.ID == "bruno" }); len(view.House.Professionals[i].WorkingPattern) > 0 {
			t.Fatal("anna sees bruno's hours")
		}
		second := w.draft()
		overview, err := w.WeekView(t.Context(), w.anna, week48)
		w.must(err)
		if overview.Published == nil || len(overview.Drafts) != 0 || overview.Letter != models.WeekA {
			t.Fatalf("overview %+v", overview)
		}
		overview, err = w.WeekView(t.Context(), w.manager, week48)
		w.must(err)
		if len(overview.Drafts) != 1 || overview.Drafts[0].ID != second.ID {
			t.Fatalf("drafts %+v", overview.Drafts)
		}
		foreign := w.manager
		foreign.FacilityID = "elsewhere"
		_, err = w.ReadRota(t.Context(), foreign, draft.ID)
		w.wantCode(err, models.CodeNotFound)
		_, err = w.ReadRota(t.Context(), w.manager, "\x00")
		w.wantCode(err, models.CodeNotFound)
	})
}

func TestOptionsAndReasons(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needOmar, 0, at(0, 9, 0), "anna"))
		w.absent("bruno", "2026-11-23", "2026-11-27")
		rows, err := w.Options(t.Context(), w.manager, draft.ID, planner.Ref{Activity: w.needLina}, 0)
		w.must(err)
		byPerson := map[string]models.OptionRow{}
		for _, row := range rows {
			byPerson[row.Professional] = row
		}
		if starts := byPerson["anna"].Starts; slices.Contains(starts, at(0, 9, 0)) || slices.Contains(starts, at(0, 9, 30)) || !slices.Contains(starts, at(0, 10, 0)) {
			t.Fatalf("anna could start at %v", starts)
		}
		if reason := byPerson["bruno"].Reason; reason == nil || reason.Code != planner.CodeNotAvailable {
			t.Fatalf("bruno: %v", reason)
		}
		if reason := byPerson["carla"].Reason; reason == nil || reason.Code != planner.CodeNotEligible {
			t.Fatalf("carla: %v", reason)
		}
		for _, start := range byPerson["anna"].Starts {
			checked, err := w.CheckOperation(t.Context(), w.manager, draft.ID, set(w.needLina, 0, start, "anna"))
			w.must(err)
			if len(checked.Breaches) > 0 {
				t.Fatalf("offered %s, refused %v", clock(start), checked.Breaches)
			}
		}
		w.absent("anna", "2026-11-23", "2026-11-27")
		reasons, err := w.Reasons(t.Context(), w.manager, w.draft().ID)
		w.must(err)
		if len(reasons) != 7 {
			t.Fatalf("%d occurrences are not planned", len(reasons))
		}
		_, err = w.Options(t.Context(), w.manager, draft.ID, planner.Ref{Activity: w.needLina}, 1)
		w.wantCode(err, models.CodeInvalid)
	})
}
