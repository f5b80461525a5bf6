package models_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

func copyOf(activity string, occurrence int, start *int) models.Operation {
	return models.Operation{Kind: models.OperationCopy, Activity: activity, Occurrence: occurrence, Start: start}
}

func remove(activity string) models.Operation {
	return models.Operation{Kind: models.OperationRemove, Activity: activity}
}

// copiesIn returns the activities of a view that are one more of others.
func copiesIn(view *models.RotaView) []string {
	copies := []string{}
	for id, info := range view.House.Activities() {
		if info.CopyOf != nil {
			copies = append(copies, id)
		}
	}
	slices.Sort(copies)
	return copies
}

// plain returns what is planned with every copy under one name.
func plain(view *models.RotaView) []string {
	texts := planned(view)
	for i, text := range texts {
		if source, mark, copied := strings.Cut(text, ".copy-"); copied {
			_, rest, _ := strings.Cut(mark, "/")
			texts[i] = source + "+/" + rest
		}
	}
	return texts
}

func (w *rotaWorld) want(view *models.RotaView, want ...string) {
	w.t.Helper()
	if difference := cmp.Diff(want, plain(view)); difference != "" {
		w.t.Fatal(difference)
	}
}

func TestACopyIsOneMoreInThisWeekOnly(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "bruno"))
		view := w.apply(draft.ID, copyOf(w.needLina, 0, new(at(0, 14, 0))))
		w.want(view, "need-lina/0 0.09:00 [bruno]", "need-lina+/0 0.14:00 [bruno]")
		copies := copiesIn(view)
		if len(copies) != 1 || len(view.Breaches) > 0 {
			t.Fatalf("copies %v, breaches %v", copies, view.Breaches)
		}
		if info := view.House.Activities()[copies[0]]; *info.CopyOf != w.needLina || info.Label != "accompagnement" || !slices.Equal(info.ChildIDs, []string{"lina"}) {
			t.Fatalf("the copy is told as %+v", info)
		}
		explained := kept(w.Explain(t.Context(), w.manager, draft.ID, planner.Ref{Activity: copies[0]}))
		if !explained.Planned {
			t.Fatal("the copy cannot be asked about")
		}
		other := kept(w.ReadRota(t.Context(), w.manager, w.draft().ID))
		next := kept(w.ReadRota(t.Context(), w.manager, kept(w.CreateDraft(t.Context(), w.manager, week48.Next(), &draft.ID)).ID))
		if len(copiesIn(other))+len(copiesIn(next)) > 0 {
			t.Fatal("a copy is in another draft, or in another week")
		}
	})
}

func TestACopyIsUndoneRedoneAndTakenAway(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		turn := func(view *models.RotaView, err error) *models.RotaView { w.t.Helper(); w.must(err); return view }
		undo := func() *models.RotaView {
			return turn(w.Undo(t.Context(), w.manager, draft.ID, w.read(draft.ID).Rota.Revision, false))
		}
		redo := func() *models.RotaView {
			return turn(w.Redo(t.Context(), w.manager, draft.ID, w.read(draft.ID).Rota.Revision))
		}
		waiting := w.apply(draft.ID, copyOf(w.needLina, 0, nil))
		if copies := copiesIn(waiting); len(copies) != 1 || len(waiting.Occurrences) > 0 || waiting.UndoKind != "copy" {
			t.Fatalf("a copy without an hour waits: %v, %v, %q", copies, planned(waiting), waiting.UndoKind)
		}
		if view := undo(); len(copiesIn(view)) > 0 {
			t.Fatal("the copy is still there after undoing")
		}
		copied := copiesIn(redo())[0]
		w.apply(draft.ID, set(copied, 0, at(1, 9, 0), "anna"))
		removed := w.apply(draft.ID, remove(copied))
		if len(copiesIn(removed)) > 0 || len(removed.Occurrences) > 0 {
			t.Fatalf("it is not away for good: %v", planned(removed))
		}
		w.want(undo(), "need-lina+/0 1.09:00 [anna]")
		point := kept(w.KeepRestorePoint(t.Context(), w.manager, draft.ID, "avec"))
		if view := redo(); len(copiesIn(view)) > 0 {
			t.Fatal("redoing did not take it away again")
		}
		if points := kept(w.ListRestorePoints(t.Context(), w.manager, draft.ID)); points[0].Changes != 1 {
			t.Fatalf("the restore point differs by %d", points[0].Changes)
		}
		w.want(kept(w.ReturnTo(t.Context(), w.manager, draft.ID, w.read(draft.ID).Rota.Revision, point.ID)), "need-lina+/0 1.09:00 [anna]")
	})
}

func TestACopyThatAColleaguePlannedIsNotUndoneUnderThem(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		copied := copiesIn(w.apply(draft.ID, copyOf(w.needLina, 0, nil)))[0]
		colleague := w.manager
		colleague.AccountID = "coordinator"
		kept(w.ApplyOperations(t.Context(), colleague, draft.ID, 1, []models.Operation{set(copied, 0, at(1, 9, 0))}))
		_, err := w.Undo(t.Context(), w.manager, draft.ID, 2, false)
		if refusal, ok := errors.AsType[*models.Error](err); !ok || refusal.Key != models.KeyOvertaken {
			t.Fatal(err)
		}
	})
}

func TestACopyIsPublishedAndCarriedOn(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "bruno"))
		w.apply(draft.ID, copyOf(w.needLina, 0, new(at(0, 14, 0))))
		w.publish(draft.ID)
		both := []string{"need-lina/0 0.09:00 [bruno]", "need-lina+/0 0.14:00 [bruno]"}
		w.want(w.read(draft.ID), both...)
		house := kept(w.ReadHouse(t.Context(), w.manager, week48))
		uids := map[string]string{}
		for _, event := range house.Events {
			uids[event.ActivityID] = event.UID
		}
		if len(uids) != 2 || house.Events[0].UID == house.Events[1].UID {
			t.Fatalf("each has its own calendar entry: %v", uids)
		}
		next := w.draft()
		view := w.read(next.ID)
		w.want(view, both...)
		w.apply(next.ID, remove(copiesIn(view)[0]))
		w.publish(next.ID)
		for _, event := range kept(w.ReadHouse(t.Context(), w.manager, week48)).Events {
			if copied := strings.Contains(event.ActivityID, ".copy-"); copied != (event.CancelledAt != nil) || event.UID != uids[event.ActivityID] {
				t.Errorf("the calendars: %+v", event)
			}
		}
		w.want(w.read(draft.ID), both...)
	})
}

func TestACopyIsTakenFromAnotherDraft(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		base := w.draft()
		other := w.draft()
		w.apply(other.ID, set(w.needLina, 0, at(0, 9, 0), "bruno"))
		w.apply(other.ID, copyOf(w.needLina, 0, new(at(0, 14, 0))), copyOf(w.needLina, 0, nil))
		var refs []planner.Ref
		for _, difference := range kept(w.CompareRotas(t.Context(), w.manager, base.ID, other.ID)).Differences {
			refs = append(refs, difference.Ref)
		}
		taking := kept(w.TakeDifferences(t.Context(), w.manager, base.ID, 0, other.ID, refs))
		w.want(taking.View, "need-lina/0 0.09:00 [bruno]", "need-lina+/0 0.14:00 [bruno]")
		if len(copiesIn(taking.View)) != 1 {
			t.Fatal("what waits in the other draft came too")
		}
		copied := copiesIn(taking.View)[0]
		back := kept(w.TakeDifferences(t.Context(), w.manager, base.ID, 1, w.draft().ID, []planner.Ref{{Activity: copied}}))
		if len(copiesIn(back.View)) > 0 {
			t.Fatal("taken from a draft without it, it is in the tray")
		}
	})
}

func TestACopyOfWhatIsNoLongerAskedForGoesAndIsTold(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		copied := copiesIn(w.apply(draft.ID, copyOf(w.needOmar, 0, new(at(0, 9, 0)))))[0]
		kept(w.Needs().Archive(t.Context(), w.manager, w.needOmar, 1))
		view := w.read(draft.ID)
		if len(view.Occurrences) > 0 || !slices.Equal(view.Lapsed, []string{copied}) {
			t.Fatalf("planned %v, gone %v", planned(view), view.Lapsed)
		}
		if view := w.apply(draft.ID, remove(copied)); len(view.Lapsed) > 0 {
			t.Fatal("it cannot be taken away")
		}
	})
}

func TestWhatCannotBeCopied(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		refused := func(operations ...models.Operation) {
			t.Helper()
			_, err := w.ApplyOperations(t.Context(), w.manager, draft.ID, 0, operations)
			w.wantCode(err, models.CodeInvalid)
		}
		refused(copyOf("nobody", 0, nil))
		refused(remove(w.needLina))
		copied := copiesIn(w.apply(draft.ID, copyOf(w.needLina, 0, nil)))[0]
		_, err := w.ApplyOperations(t.Context(), w.manager, draft.ID, 1, []models.Operation{set(copied, 0, at(0, 9, 0)), remove(copied)})
		w.wantCode(err, models.CodeInvalid)
		view := w.apply(draft.ID, copyOf(copied, 0, nil))
		for _, id := range copiesIn(view) {
			if *view.House.Activities()[id].CopyOf != w.needLina {
				t.Fatal("a copy of a copy is one more of what that was made from")
			}
		}
		template := kept(w.CreateTemplate(t.Context(), w.manager, models.WeekTemplate{Name: "ordinaire", FromDate: "2026-09-01", Letter: models.EveryWeek}))
		ordinary := kept(w.CreateTemplateDraft(t.Context(), w.manager, template.ID, nil))
		_, err = w.ApplyOperations(t.Context(), w.manager, ordinary.ID, 0, []models.Operation{copyOf(w.needLina, 0, nil)})
		if refusal, ok := errors.AsType[*models.Error](err); !ok || refusal.Key != models.KeyExceptionInTemplate {
			t.Fatal(err)
		}
	})
}
