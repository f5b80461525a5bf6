package models_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
	"github.com/maillage-dime/maillage/planner"
)

// whole returns all there is of a view's occurrences.
func whole(view *models.RotaView) string { return fmt.Sprintf("%+v", dereferenced(view.Occurrences)) }

// dereferenced makes rows comparable as text.
func dereferenced(rows []models.RotaOccurrence) []string {
	texts := make([]string, len(rows))
	for i, o := range rows {
		texts[i] = fmt.Sprintf("%s/%d %d %v %v %s %s %v", o.ActivityID, o.Occurrence, o.Start, o.Staff, o.Attendees, text(o.PlaceID), text(o.RoomID), o.Locked)
	}
	return texts
}

func text(id *string) string {
	if id == nil {
		return "-"
	}
	return *id
}

func TestAHundredStepsBackAndForth(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		states := []string{whole(w.read(draft.ID))}
		view := w.read(draft.ID)
		for step := range 100 {
			view = w.apply(draft.ID, set(w.needLina, step%2, at(2*(step%2)+step/50, 9, 15*(step%8))))
			states = append(states, whole(view))
		}
		for step := 99; step >= 0; step-- {
			var err error
			view, err = w.Undo(t.Context(), w.manager, draft.ID, view.Rota.Revision, false)
			w.must(err)
			if whole(view) != states[step] || view.Undo != (step > 0) || !view.Redo || view.RedoKind != "set" {
				t.Fatalf("after undoing to step %d: %s", step, whole(view))
			}
		}
		_, err := w.Undo(t.Context(), w.manager, draft.ID, view.Rota.Revision, false)
		w.wantCode(err, models.CodeConflict)
		for step := 1; step <= 100; step++ {
			view, err = w.Redo(t.Context(), w.manager, draft.ID, view.Rota.Revision)
			w.must(err)
			if whole(view) != states[step] {
				t.Fatalf("after redoing step %d: %s", step, whole(view))
			}
		}
		_, err = w.Redo(t.Context(), w.manager, draft.ID, view.Rota.Revision)
		w.wantCode(err, models.CodeConflict)
	})
}

// operation draws any operation on the small house, lawful or not.
func operation(t *rapid.T) models.Operation {
	op := models.Operation{
		Kind:       rapid.SampledFrom([]models.OperationKind{models.OperationSet, models.OperationSet, models.OperationSet, models.OperationUnplan, models.OperationLock, models.OperationUnlock}).Draw(t, "kind"),
		Activity:   rapid.SampledFrom([]string{"need-lina", "need-omar", "need-speech", "need-group", "team-meeting"}).Draw(t, "activity"),
		Occurrence: 0,
	}
	if op.Activity == "need-lina" || op.Activity == "need-omar" {
		op.Occurrence = rapid.IntRange(0, 1).Draw(t, "occurrence")
	}
	if rapid.Bool().Draw(t, "with start") || op.Kind == models.OperationSet {
		op.Start = new(at(rapid.IntRange(0, 4).Draw(t, "day"), rapid.IntRange(8, 17).Draw(t, "hour"), 15*rapid.IntRange(0, 3).Draw(t, "quarter")))
	}
	if person := rapid.SampledFrom([]string{"", "anna", "bruno", "carla"}).Draw(t, "person"); person != "" {
		op.Staff = []string{person}
	}
	return op
}

// TestUndoThenRedoIsIdentity walks random histories beside the simplest model of one: a list of states and a position.
func TestUndoThenRedoIsIdentity(t *testing.T) {
	t.Parallel()
	w := newRotaWorld(t, storetest.SQLite(t))
	rapid.Check(t, func(rt *rapid.T) {
		view := w.read(w.draft().ID)
		states, position := []string{whole(view)}, 0
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			var next *models.RotaView
			var err error
			move := rapid.SampledFrom([]string{"apply", "apply", "apply", "undo", "redo"}).Draw(rt, "move")
			switch move {
			case "undo":
				if next, err = w.Undo(t.Context(), w.manager, view.Rota.ID, view.Rota.Revision, false); err == nil {
					position--
				}
			case "redo":
				if next, err = w.Redo(t.Context(), w.manager, view.Rota.ID, view.Rota.Revision); err == nil {
					position++
				}
			default:
				operations := []models.Operation{operation(rt)}
				if next, err = w.ApplyOperations(t.Context(), w.manager, view.Rota.ID, view.Rota.Revision, operations); err == nil && whole(next) != states[position] {
					states = append(states[:position+1], whole(next))
					position++
				}
			}
			nothingLeft := move == "undo" && position == 0 || move == "redo" && position == len(states)-1
			if code := models.CodeOf(err); err != nil && (move != "apply" || code != models.CodeRefused) && (!nothingLeft || code != models.CodeConflict) {
				rt.Fatalf("%s: %v", move, err)
			}
			if err == nil {
				view = next
			}
			if view = w.read(view.Rota.ID); whole(view) != states[position] || len(view.Breaches) > 0 {
				rt.Fatalf("the rota is %s, want %s; breaches %v", whole(view), states[position], view.Breaches)
			}
			if view.Undo != (position > 0) || view.Redo != (position < len(states)-1) {
				rt.Fatalf("undo %v, redo %v at %d of %d", view.Undo, view.Redo, position, len(states))
			}
		}
	})
}

func TestUndoIsRefusedWhenTheRecordsMoved(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "anna"))
		view := w.apply(draft.ID, set(w.needLina, 0, at(1, 9, 0), "bruno"))
		absence := w.absent("anna", "2026-11-23", "2026-11-23")
		_, err := w.Undo(t.Context(), w.manager, draft.ID, view.Rota.Revision, false)
		w.wantBreach(err, planner.CodeNotAvailable)
		w.must(w.ArchiveAbsence(t.Context(), w.manager, absence.ID, absence.Version))
		view, err = w.Undo(t.Context(), w.manager, draft.ID, view.Rota.Revision, false)
		w.must(err)
		if difference := cmp.Diff([]string{"need-lina/0 0.09:00 [anna]"}, planned(view)); difference != "" {
			t.Fatal(difference)
		}
		w.must(w.ArchiveNeed(t.Context(), w.manager, w.needLina, 1))
		_, err = w.Redo(t.Context(), w.manager, draft.ID, view.Rota.Revision)
		w.wantBreach(err, planner.CodeUnknownID)
	})
}

// TestConcernedPeople compares what a publication says with a plain reading of both weeks, person by person.
func TestConcernedPeople(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		people := []string{"a", "b", "c"}
		draw := func(name string) []models.RotaOccurrence {
			var rows []models.RotaOccurrence
			for activity := range 4 {
				if !rapid.Bool().Draw(rt, fmt.Sprint(name, activity)) {
					continue
				}
				row := models.RotaOccurrence{
					ActivityID: fmt.Sprint("activity ", activity), Start: rapid.SampledFrom([]int{0, 60}).Draw(rt, "start"),
					Staff: []string{rapid.SampledFrom(people).Draw(rt, "person")}, Attendees: []string{},
				}
				if extra := rapid.SampledFrom(people).Draw(rt, "attendee"); extra != row.Staff[0] {
					row.Attendees = []string{extra}
				}
				rows = append(rows, row)
			}
			return rows
		}
		old, fresh := draw("old"), draw("fresh")
		got := map[string]int{}
		for _, person := range models.Concerned(old, fresh) {
			got[person.ProfessionalID] = len(person.Changes)
		}
		for _, person := range people {
			if want := changesFor(person, old, fresh); got[person] != want {
				rt.Fatalf("%s is told of %d changes, want %d", person, got[person], want)
			}
		}
	})
}

// changesFor counts the activities that a person does in one week and not in the other, or otherwise.
func changesFor(person string, old, fresh []models.RotaOccurrence) int {
	own := func(rows []models.RotaOccurrence) map[string]string {
		seen := map[string]string{}
		for _, row := range rows {
			for _, other := range append(append([]string{}, row.Staff...), row.Attendees...) {
				if other == person {
					seen[row.ActivityID] = fmt.Sprint(row.Start, row.Staff, row.Attendees)
				}
			}
		}
		return seen
	}
	was, is := own(old), own(fresh)
	changes := 0
	for activity, now := range is {
		if was[activity] != now {
			changes++
		}
	}
	for activity := range was {
		if _, kept := is[activity]; !kept {
			changes++
		}
	}
	return changes
}
