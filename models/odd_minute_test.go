package models_test

import (
	"slices"
	"testing"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

// Who wishes five past nine may plan it, publish it and go on from it; what is proposed keeps to the quarters.
func TestAnOddMinuteIsPlannedButNeverProposed(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 5), "anna"))
		answer, err := w.Recommend(t.Context(), w.manager, draft.ID, planner.Ref{Activity: w.needLina}, planner.KeepStaff)
		w.must(err)
		rows, err := w.Options(t.Context(), w.manager, draft.ID, planner.Ref{Activity: w.needLina}, 0)
		w.must(err)
		var proposed []int
		for i := range answer.Ways {
			proposed = append(proposed, answer.Ways[i].Occurrence.Start)
		}
		for i := range rows {
			proposed = append(proposed, rows[i].Starts...)
		}
		if len(proposed) == 0 || slices.ContainsFunc(proposed, func(start int) bool { return start%15 != 0 }) {
			t.Errorf("proposed: %v", proposed)
		}

		w.publish(draft.ID)
		again, err := w.CreateDraft(t.Context(), w.manager, week48, nil)
		w.must(err)
		view := w.read(again.ID)
		if !slices.ContainsFunc(view.Occurrences, func(o models.RotaOccurrence) bool { return o.ActivityID == w.needLina && o.Start == at(0, 9, 5) }) {
			t.Errorf("a draft of it: %v", planned(view))
		}
		if changes := view.Changes(); len(changes) > 0 {
			t.Errorf("changed by being made: %v", changes)
		}
	})
}
