package models_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

// second is somebody else who plans the same house.
func (w *rotaWorld) second() models.Actor {
	w.t.Helper()
	account, err := w.CreateAccount(w.t.Context(), models.SystemActor(w.facility), models.Account{Email: "second@example.org", Name: "Second", Role: models.RoleManager})
	w.must(err)
	return models.Actor{AccountID: account.ID, FacilityID: w.facility, Role: models.RoleManager}
}

// applyAs is apply by somebody else.
func (w *rotaWorld) applyAs(actor models.Actor, rotaID string, operations ...models.Operation) *models.RotaView {
	w.t.Helper()
	view, err := w.ApplyOperations(w.t.Context(), actor, rotaID, w.read(rotaID).Rota.Revision, operations)
	w.must(err)
	return view
}

func TestEachPersonUndoesTheirOwnSteps(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx, other, draft := t.Context(), w.second(), w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "anna"))
		theirs := w.applyAs(other, draft.ID, set(w.needOmar, 0, at(0, 9, 0), "bruno"))
		if !theirs.Undo || theirs.Redo || *theirs.Rota.ChangedBy != other.AccountID {
			t.Fatalf("the other may undo %v, redo %v, changed by %v", theirs.Undo, theirs.Redo, *theirs.Rota.ChangedBy)
		}
		view, err := w.Undo(ctx, w.manager, draft.ID, theirs.Rota.Revision, false)
		w.must(err)
		if difference := cmp.Diff([]string{"need-omar/0 0.09:00 [bruno]"}, planned(view)); difference != "" || view.Undo || !view.Redo {
			t.Fatal(difference, view.Undo, view.Redo)
		}
		// Their next step takes nothing from what the manager may redo.
		w.applyAs(other, draft.ID, set(w.needOmar, 1, at(2, 9, 0), "bruno"))
		view, err = w.Redo(ctx, w.manager, draft.ID, w.read(draft.ID).Rota.Revision)
		w.must(err)
		want := []string{"need-lina/0 0.09:00 [anna]", "need-omar/0 0.09:00 [bruno]", "need-omar/1 2.09:00 [bruno]"}
		if difference := cmp.Diff(want, planned(view)); difference != "" {
			t.Fatal(difference)
		}
	})
}

func TestWhatSomebodyElseChangedIsNotUndone(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx, other, draft := t.Context(), w.second(), w.draft()
		w.apply(draft.ID, set(w.needOmar, 0, at(1, 9, 0), "bruno"))
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "anna"), set(w.needLina, 1, at(2, 9, 0), "anna"))
		view := w.applyAs(other, draft.ID, set(w.needLina, 1, at(3, 9, 0), "anna"))
		_, err := w.Undo(ctx, w.manager, draft.ID, view.Rota.Revision, false)
		w.wantCode(err, models.CodeConflict)
		if refusal, ok := errors.AsType[*models.Error](err); !ok || refusal.Key != models.KeyOvertaken || refusal.Args["activity"] != w.needLina || refusal.Args["occurrence"] != 1 {
			t.Fatalf("refused as %+v", refusal)
		}
		if kept := w.read(draft.ID); len(kept.Occurrences) != 3 || !kept.Undo || kept.Rota.Revision != view.Rota.Revision {
			t.Fatalf("something was undone: %v", planned(kept))
		}
		view, err = w.Undo(ctx, w.manager, draft.ID, view.Rota.Revision, true)
		w.must(err)
		if difference := cmp.Diff([]string{"need-lina/0 0.09:00 [anna]", "need-lina/1 3.09:00 [anna]"}, planned(view)); difference != "" || view.Undo {
			t.Fatal(difference, view.Undo)
		}
		_, err = w.Undo(ctx, w.manager, draft.ID, view.Rota.Revision, true)
		w.wantCode(err, models.CodeConflict)
	})
}

func TestAStepBeyondTheHundredthIsForgotten(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		view := w.read(draft.ID)
		for step := range 103 {
			view = w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 15*(step%8))))
		}
		undone := 0
		for view.Undo {
			var err error
			view, err = w.Undo(t.Context(), w.manager, draft.ID, view.Rota.Revision, false)
			w.must(err)
			undone++
		}
		if undone != 100 {
			t.Fatalf("%d steps could be undone", undone)
		}
	})
}

func TestRestorePoints(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx, draft := t.Context(), w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "anna"), models.Operation{Kind: models.OperationLock, Activity: w.needLina})
		_, err := w.KeepRestorePoint(ctx, w.manager, draft.ID, "")
		w.wantCode(err, models.CodeInvalid)
		point, err := w.KeepRestorePoint(ctx, w.manager, draft.ID, "avant les vacances")
		w.must(err)
		before := whole(w.read(draft.ID))
		w.apply(draft.ID, models.Operation{Kind: models.OperationUnlock, Activity: w.needLina}, set(w.needLina, 0, at(1, 9, 0), "bruno"))
		moved := w.apply(draft.ID, set(w.needOmar, 0, at(0, 9, 0), "anna"))
		points, err := w.ListRestorePoints(ctx, w.manager, draft.ID)
		w.must(err)
		if len(points) != 1 || points[0].Name != "avant les vacances" || points[0].Changes != 2 || points[0].Author == nil {
			t.Fatalf("points %+v", points)
		}
		_, err = w.ReturnTo(ctx, w.manager, draft.ID, moved.Rota.Revision, "another")
		w.wantCode(err, models.CodeConflict)
		w.absent("anna", "2026-11-23", "2026-11-23")
		view, err := w.ReturnTo(ctx, w.manager, draft.ID, moved.Rota.Revision, point.ID)
		w.must(err)
		if whole(view) != before || view.UndoKind != "restore" || len(view.Breaches) == 0 {
			t.Fatalf("returned to %s, undo %q, breaches %v", whole(view), view.UndoKind, view.Breaches)
		}
		w.must(w.DropRestorePoint(ctx, w.manager, draft.ID, point.ID))
		w.wantCode(w.DropRestorePoint(ctx, w.manager, draft.ID, point.ID), models.CodeConflict)
	})
}

func TestAConflictIsKeptOnPurposeOrNotAtAll(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx, draft := t.Context(), w.draft()
		mayKeep := func(err error) bool {
			refusal, _ := errors.AsType[*models.Error](err)
			return refusal != nil && refusal.Args["may_keep"] == true
		}
		w.apply(draft.ID, set(w.needOmar, 0, at(0, 9, 0), "anna"))
		early := []models.Operation{set(w.needLina, 0, at(0, 8, 0), "anna")}
		_, err := w.ApplyOperations(ctx, w.manager, draft.ID, 1, early)
		w.wantBreach(err, planner.CodeChildNotAvailable)
		if !mayKeep(err) {
			t.Fatal("it is not said that it may be kept")
		}
		view, err := w.ApplyAllTheSame(ctx, w.manager, draft.ID, 1, early, "")
		w.must(err)
		if len(view.Breaches) != 1 || len(view.Kept) != 1 || view.Kept[0].Code != planner.CodeChildNotAvailable || view.Kept[0].By == nil {
			t.Fatalf("breaches %v, kept %+v", view.Breaches, view.Kept)
		}
		_, err = w.Publish(ctx, w.manager, draft.ID, view.Rota.Revision)
		w.wantCode(err, models.CodeInvalid)
		// Other work goes on beside it, and it comes back from the history as it was.
		view = w.apply(draft.ID, set(w.needOmar, 1, at(1, 9, 0), "bruno"))
		for _, step := range []func() (*models.RotaView, error){
			func() (*models.RotaView, error) { return w.Undo(ctx, w.manager, draft.ID, view.Rota.Revision, false) },
			func() (*models.RotaView, error) { return w.Undo(ctx, w.manager, draft.ID, view.Rota.Revision, false) },
			func() (*models.RotaView, error) { return w.Redo(ctx, w.manager, draft.ID, view.Rota.Revision) },
		} {
			view, err = step()
			w.must(err)
		}
		if len(view.Breaches) != 1 || len(view.Kept) != 1 {
			t.Fatalf("after the history: breaches %v, kept %+v", view.Breaches, view.Kept)
		}
		// Nobody is in two places, whoever wants it, and what is locked stays.
		for _, never := range [][]models.Operation{{set(w.needOmar, 1, at(0, 9, 30), "anna")}, {set(w.needOmar, 1, at(1, 9, 0), "carla")}} {
			_, err = w.ApplyAllTheSame(ctx, w.manager, draft.ID, view.Rota.Revision, never, "")
			w.wantCode(err, models.CodeRefused)
			if mayKeep(err) {
				t.Errorf("it is said that %+v may be kept", never)
			}
		}
		view = w.apply(draft.ID, models.Operation{Kind: models.OperationLock, Activity: w.needOmar})
		_, err = w.ApplyAllTheSame(ctx, w.manager, draft.ID, view.Rota.Revision, []models.Operation{set(w.needOmar, 0, at(0, 10, 0))}, "")
		w.wantBreach(err, planner.CodePinned)
		if view = w.apply(draft.ID, set(w.needLina, 0, at(0, 11, 0))); len(view.Breaches) > 0 || len(view.Kept) > 0 {
			t.Fatalf("after mending: %v, %v", view.Breaches, view.Kept)
		}
	})
}
