package models_test

import (
	"slices"
	"testing"

	"github.com/maillage-dime/maillage/models"
)

// TestWhatHoldsOnceIsCheckedBefore asks what a copy, a split, a joining and a length would do, and then looks that nothing was done.
func TestWhatHoldsOnceIsCheckedBefore(t *testing.T) {
	eachJoinableWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set("need-group", 0, at(1, 9, 0), "anna"), set("need-lina", 0, at(0, 9, 0), "bruno"))
		check := func(op models.Operation) models.Checked {
			t.Helper()
			return kept(w.CheckOperation(t.Context(), w.manager, draft.ID, op))
		}
		free := func(what string, op models.Operation) {
			t.Helper()
			if found := check(op); len(found.Breaches) > 0 {
				t.Errorf("%s is refused: %+v", what, found.Breaches)
			}
		}
		refused := func(what string, op models.Operation) {
			t.Helper()
			if found := check(op); len(found.Breaches) == 0 {
				t.Errorf("%s is free: %+v", what, found.Occurrence)
			}
		}
		free("a copy after itself", copyOf("need-lina", 0, new(at(0, 11, 0))))
		refused("a copy over itself", copyOf("need-lina", 0, new(at(0, 9, 0))))
		free("a child who leaves the group for another hour", split("need-group", new(at(1, 14, 0)), "lina"))
		beside := split("need-group", new(at(1, 9, 0)), "lina")
		beside.Staff = []string{"anna"}
		refused("a child alone with who has the group at that hour", beside)
		free("a child who leaves the group and waits", split("need-group", nil, "lina"))
		free("a child who waits and joins the group", join("need-zoe", 0, "need-group"))
		if found := check(join("need-zoe", 0, "need-group")); !slices.Equal(found.Occurrence.Staff, []string{"anna"}) {
			t.Errorf("not about the group: %+v", found.Occurrence)
		}
		w.want(w.read(draft.ID), "need-group/0 1.09:00 [anna]", "need-lina/0 0.09:00 [bruno]")

		w.apply(draft.ID, models.Operation{Kind: models.OperationLock, Activity: "need-lina"})
		refused("a locked session made shorter", resize("need-lina", 0, new(30)))
		w.apply(draft.ID, models.Operation{Kind: models.OperationLock, Activity: "need-group"})
		refused("a child who waits and joins a locked group", join("need-zoe", 0, "need-group"))
		w.apply(draft.ID, models.Operation{Kind: models.OperationUnlock, Activity: "need-group"})
		w.want(w.apply(draft.ID, join("need-zoe", 0, "need-group")), "need-group.only-0/0 1.09:00 [anna]", "need-lina/0 0.09:00 [bruno]")
	})
}
