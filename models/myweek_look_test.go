package models_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

// newsOf returns what is new to somebody as short texts; ["never"] where they have not looked yet.
func (w *rotaWorld) newsOf(actor models.Actor) []string {
	w.t.Helper()
	mine, err := w.MyWeek(w.t.Context(), actor, week48)
	w.must(err)
	if mine.Since == nil {
		return []string{"never"}
	}
	news := []string{}
	if mine.Since.First {
		news = append(news, "first")
	}
	for _, one := range mine.Since.Changes {
		text := fmt.Sprintf("%s %s %s–%s", one.Kind, one.Label, clock(one.Start), clock(one.End))
		if one.Old != nil {
			text += ", was " + clock(one.Old.Start)
		}
		news = append(news, text)
	}
	return news
}

func TestWhatIsNewSinceOneLookedAtTheWeek(t *testing.T) {
	t.Parallel()
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		time48 := &movingClock{}
		w := newRotaWorld(t, storetest.Open(t, dsn, time48.options()))
		ctx := t.Context()
		look := func(version int) {
			t.Helper()
			time48.forward(time.Minute)
			w.must(w.LookAtMyWeek(ctx, w.anna, week48, version))
			time48.forward(time.Minute)
		}
		want := func(news ...string) {
			t.Helper()
			if difference := cmp.Diff(append([]string{}, news...), w.newsOf(w.anna)); difference != "" {
				t.Fatal(difference)
			}
		}
		publish := func(operations ...models.Operation) {
			t.Helper()
			draft := w.draft()
			w.apply(draft.ID, operations...)
			w.publish(draft.ID)
		}

		want("never")
		look(0)
		want()
		publish(set(w.needLina, 0, at(0, 9, 0), "anna"), set(w.needLina, 1, at(1, 9, 0), "anna"), set(w.needOmar, 0, at(2, 9, 0), "bruno"))
		want("first")
		look(1)
		want()
		// Two versions later, against the one she saw; what concerns others is not told.
		publish(set(w.needLina, 0, at(0, 10, 0)), set(w.needOmar, 0, at(2, 10, 0)))
		publish(set(w.needLina, 0, at(0, 11, 0)), models.Operation{Kind: models.OperationUnplan, Activity: w.needLina, Occurrence: 1}, set(w.needOmar, 0, at(2, 9, 0), "anna"))
		news := []string{
			"moved accompagnement 0.11:00–0.12:00, was 0.09:00", "removed accompagnement 1.09:00–1.10:00", "added accompagnement 2.09:00–2.10:00",
		}
		want(news...)
		look(1) // the other device, which has not seen the new version, tells late
		want(news...)
		look(3)
		want()
		look(1)
		want()

		meeting, err := w.CreatePartnerMeeting(ctx, w.coordinator, essAt("2026-11-24", 14*60, "anna"))
		w.must(err)
		want("added ESS 1.14:00–1.15:00")
		look(3)
		want()
		w.must(w.CancelPartnerMeeting(ctx, w.coordinator, meeting.ID))
		want("removed ESS 1.14:00–1.15:00")
		look(3)
		want()

		w.wantCode(w.LookAtMyWeek(ctx, w.anna, week48, 9), models.CodeInvalid)
		w.wantCode(w.LookAtMyWeek(ctx, w.manager, week48, 3), models.CodeConflict)
		time48.forward(101 * 24 * time.Hour)
		w.must(w.Housekeep(ctx))
		if looks := texts(t, rawDB(t, dsn), "SELECT account_id FROM week_look"); len(looks) > 0 {
			t.Errorf("looks of long ago are kept: %v", looks)
		}
	})
}
