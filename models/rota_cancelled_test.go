package models_test

import (
	"strings"
	"testing"

	"github.com/maillage-dime/maillage/models"
)

// Why something is cancelled stays with whatever is made of the week, as long as it is not planned again, and is for those who plan.
func TestWhatIsCancelledSaysWhy(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		published, absence := annaAwayOnTuesday(t, w)
		repair := kept(w.ProposeRepair(ctx, w.manager, absence.ID, week48, []models.Operation{{Kind: models.OperationUnplan, Activity: w.needLina}}))
		because := models.Cancellation{Activity: w.needLina, Reason: "L’école est fermée ce jour-là"}
		long := because
		long.Reason = strings.Repeat("a", 301)
		_, err := w.ApplyRepair(ctx, w.manager, week48, published, asChosen(repair), long)
		w.wantCode(err, models.CodeInvalid)
		draft := kept(w.ApplyRepair(ctx, w.manager, week48, published, asChosen(repair), because))
		tells := func(rotaID, when string, want int) {
			t.Helper()
			view := w.read(rotaID)
			if len(view.Cancelled) != want || want > 0 && (view.Cancelled[0].Reason != because.Reason || view.Cancelled[0].By == nil) {
				t.Fatalf("%s it is told %+v", when, view.Cancelled)
			}
		}
		tells(draft.ID, "in the draft", 1)
		if occurrence := occurrenceIn(w.read(draft.ID), w.needLina); occurrence != nil {
			t.Fatalf("cancelled, and planned as %+v", occurrence)
		}
		w.publish(draft.ID)
		tells(draft.ID, "in the published week", 1)
		if seen := kept(w.ReadRota(ctx, w.anna, draft.ID)); len(seen.Cancelled) > 0 {
			t.Fatalf("who does not plan reads %+v", seen.Cancelled)
		}
		next := w.draft()
		tells(next.ID, "in the next draft", 1)
		w.apply(next.ID, set(w.needLina, 0, at(2, 10, 0), "bruno"))
		tells(next.ID, "planned again", 0)
		tells(kept(w.CreateDraft(ctx, w.manager, week48.Next(), &draft.ID)).ID, "in another week", 0)
	})
}
