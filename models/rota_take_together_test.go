package models_test

import (
	"testing"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

// TestAGroupIsTakenWithWhoJoinsOrLeavesIt takes one side of a joining or a leaving over from another draft: the other side comes too.
func TestAGroupIsTakenWithWhoJoinsOrLeavesIt(t *testing.T) {
	group, zoe := planner.Ref{Activity: "need-group.only-0"}, planner.Ref{Activity: "need-zoe"}
	apart := []models.Operation{set("need-group", 0, at(1, 9, 0), "anna"), set("need-zoe", 0, at(2, 9, 0), "bruno")}
	separate := []string{"need-group/0 1.09:00 [anna]", "need-zoe/0 2.09:00 [bruno]"}
	joined := []string{"need-group.only-0/0 1.09:00 [anna]"}

	for name, one := range map[string]planner.Ref{"the child": zoe, "the group": group} {
		t.Run(name, func(t *testing.T) {
			eachJoinableWorld(t, func(t *testing.T, w *rotaWorld) {
				base, other := w.draft(), w.draft()
				w.apply(base.ID, apart...)
				w.apply(other.ID, apart...)
				w.apply(other.ID, join("need-zoe", 0, "need-group"))
				taking := w.take(base.ID, other.ID, one)
				w.want(taking.View, joined...)
				if taking.Taken != 2 || len(waiting(taking.View, "need-zoe")) != 1 {
					t.Fatalf("%d taken, of zoe waits %v", taking.Taken, waiting(taking.View, "need-zoe"))
				}
				third := w.draft()
				w.apply(third.ID, apart...)
				w.want(w.take(base.ID, third.ID, one).View, separate...)
			})
		})
	}
	t.Run("what is locked", func(t *testing.T) {
		eachJoinableWorld(t, func(t *testing.T, w *rotaWorld) {
			base, other := w.draft(), w.draft()
			w.apply(base.ID, append(apart, models.Operation{Kind: models.OperationLock, Activity: "need-group"})...)
			w.apply(other.ID, apart...)
			w.apply(other.ID, join("need-zoe", 0, "need-group"))
			taking := w.take(base.ID, other.ID, zoe)
			w.want(taking.View, separate...)
			if taking.Taken != 0 || len(taking.Left) != 2 {
				t.Fatalf("%d taken, left %+v", taking.Taken, taking.Left)
			}
		})
	})
	t.Run("who leaves", func(t *testing.T) {
		eachJoinableWorld(t, func(t *testing.T, w *rotaWorld) {
			base, other := w.draft(), w.draft()
			w.apply(base.ID, apart...)
			w.apply(other.ID, apart...)
			own := copiesIn(w.apply(other.ID, split("need-group", new(at(3, 9, 0)), "lina")))[0]
			view := w.take(base.ID, other.ID, planner.Ref{Activity: own}).View
			w.want(view, "need-group+/0 3.09:00 [anna]", "need-group.only-0/0 1.09:00 [anna]", "need-zoe/0 2.09:00 [bruno]")
			if children := activityIn(view, "need-group.only-0").Children; len(children) != 1 || children[0] != "omar" {
				t.Fatalf("with %v", children)
			}
		})
	})
}
