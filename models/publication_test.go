package models_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
	"github.com/maillage-dime/maillage/planner"
)

// concernedBy returns who is concerned and how, as short texts.
func concernedBy(publication models.Publication) []string {
	texts := []string{}
	for _, person := range publication.Concerned {
		for _, change := range person.Changes {
			texts = append(texts, person.ProfessionalID+" "+change.Activity+" "+string(change.Kind))
		}
	}
	return texts
}

func TestPublication(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		first := w.draft()
		w.apply(first.ID, set(w.needLina, 0, at(0, 9, 0), "anna"), set(w.needOmar, 0, at(0, 9, 0), "bruno"), set(w.needSpeech, 0, at(1, 10, 0), "carla"))
		preview, err := w.PreviewPublication(t.Context(), w.manager, first.ID)
		w.must(err)
		want := []string{"anna need-lina added", "bruno need-omar added", "carla need-speech added"}
		if difference := cmp.Diff(want, concernedBy(preview)); difference != "" {
			t.Fatal(difference)
		}
		if preview.Version != 1 || preview.Replaces != nil || preview.Changes != 3 || preview.Unplanned != 4 || preview.Untouched != 0 {
			t.Fatalf("preview %+v", preview)
		}
		if difference := cmp.Diff(preview, w.publish(first.ID)); difference != "" {
			t.Fatal("published otherwise than previewed: ", difference)
		}

		second := w.draft()
		w.apply(second.ID, set(w.needLina, 0, at(0, 10, 0)), set(w.needOmar, 0, at(0, 9, 0), "anna"),
			models.Operation{Kind: models.OperationUnplan, Activity: w.needSpeech})
		published := w.publish(second.ID)
		want = []string{"anna need-omar added", "anna need-lina moved", "bruno need-omar removed", "carla need-speech removed"}
		if difference := cmp.Diff(want, concernedBy(published)); difference != "" {
			t.Fatal(difference)
		}
		if published.Version != 2 || *published.Replaces != 1 {
			t.Fatalf("version %d replaces %d", published.Version, *published.Replaces)
		}
		if old := w.read(first.ID).Rota; old.State != models.RotaArchived || old.PublishedAs != 1 {
			t.Fatalf("the version before is %s %d", old.State, old.PublishedAs)
		}
		now := w.read(second.ID)
		if now.Rota.State != models.RotaPublished || now.Previous != nil || now.Undo {
			t.Fatalf("published rota %+v", now.Rota)
		}
		_, err = w.ApplyOperations(t.Context(), w.manager, second.ID, now.Rota.Revision, []models.Operation{set(w.needLina, 0, at(0, 11, 0))})
		w.wantCode(err, models.CodeConflict)
		_, err = w.Publish(t.Context(), w.manager, second.ID, now.Rota.Revision)
		w.wantCode(err, models.CodeConflict)
	})
}

func TestPublishAsksForTheRevisionAndTheRight(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0)))
		_, err := w.Publish(t.Context(), w.manager, draft.ID, 0)
		w.wantCode(err, models.CodeStale)
		_, err = w.Publish(t.Context(), w.coordinator, draft.ID, 1)
		w.wantCode(err, models.CodeForbidden)
	})
}

// feedOf returns a professional's whole feed by the activity of its entries.
func (w *rotaWorld) feedOf(tokenHash string) map[string]models.FeedEntry {
	w.t.Helper()
	feed, err := w.FeedEntries(w.t.Context(), tokenHash)
	w.must(err)
	entries := map[string]models.FeedEntry{}
	for _, entry := range feed.Entries {
		if _, twice := entries[entry.Label]; twice {
			w.t.Fatalf("%s is twice in the feed", entry.Label)
		}
		entries[entry.Label] = entry
	}
	return entries
}

func (w *rotaWorld) subscribe(subject, id string, detail models.FeedDetail) string {
	w.t.Helper()
	_, token, err := w.AddSubscription(w.t.Context(), w.manager, subject, id, "agenda", detail)
	w.must(err)
	return models.FeedTokenHash(token)
}

func TestEventsKeepTheirUIDAndGrow(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		anna, bruno := w.subscribe("professional", "anna", models.FeedFull), w.subscribe("professional", "bruno", models.FeedFull)
		publish := func(operations ...models.Operation) {
			draft := w.draft()
			if len(operations) > 0 {
				w.apply(draft.ID, operations...)
			}
			w.publish(draft.ID)
		}
		const label = "atelier cuisine"
		step := func(name, feed string, wantThere bool, sequence int, cancelled bool) models.FeedEntry {
			t.Helper()
			entry, there := w.feedOf(feed)[label]
			if there != wantThere || there && (entry.Sequence != sequence || entry.Cancelled != cancelled) {
				t.Fatalf("%s: there %v, sequence %d, cancelled %v", name, there, entry.Sequence, entry.Cancelled)
			}
			return entry
		}
		publish(set("need-group", 0, at(0, 9, 0), "anna"))
		first := step("new", anna, true, 0, false)
		if len(first.Children) != 2 || first.PlaceCode != "TIL" || first.Start.Format("2006-01-02T15:04 MST") != "2026-11-23T09:00 CET" {
			t.Fatalf("entry %+v", first)
		}
		publish()
		step("published again unchanged", anna, true, 0, false)
		publish(set("need-group", 0, at(0, 10, 0)))
		if moved := step("moved", anna, true, 1, false); moved.UID != first.UID {
			t.Fatal("another UID after moving")
		}
		publish(set("need-group", 0, at(0, 10, 0), "bruno"))
		gone := step("anna left", anna, true, 2, true)
		taken := step("bruno came", bruno, true, 2, false)
		if gone.UID != first.UID || taken.UID != first.UID || !gone.Start.Equal(taken.Start) {
			t.Fatal("anna and bruno have different events")
		}
		publish(set("need-group", 0, at(0, 14, 0)))
		if kept := step("moved after anna left", anna, true, 2, true); !kept.Start.Equal(gone.Start) {
			t.Fatal("anna is told where bruno goes")
		}
		publish(models.Operation{Kind: models.OperationUnplan, Activity: "need-group"})
		step("removed", bruno, true, 4, true)
		publish()
		step("removed and published again", bruno, true, 4, true)
		publish(set("need-group", 0, at(0, 14, 0), "bruno"))
		step("revived as it was", bruno, true, 5, false)
		publish(models.Operation{Kind: models.OperationUnplan, Activity: "need-group"})
		publish(set("need-group", 0, at(0, 14, 0), "anna"))
		if revived := step("revived with anna", anna, true, 7, false); revived.UID != first.UID {
			t.Fatal("another UID after coming back")
		}
		step("bruno still sees it cancelled", bruno, true, 7, true)
	})
}

func TestDraftsAreNotInFeeds(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		anna := w.subscribe("professional", "anna", models.FeedFull)
		w.apply(w.draft().ID, set(w.needLina, 0, at(0, 9, 0), "anna"))
		if feed := w.feedOf(anna); len(feed) > 0 {
			t.Fatalf("a draft is in the feed: %v", feed)
		}
	})
}

func TestMyWeek(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		empty, err := w.MyWeek(t.Context(), w.anna, week48)
		w.must(err)
		if empty.Published != nil || len(empty.Items) > 0 || len(empty.Days) != 7 {
			t.Fatalf("before publication: %+v", empty)
		}
		first := w.draft()
		w.apply(first.ID, set(w.needLina, 0, at(0, 9, 0), "anna"), set(w.needLina, 1, at(1, 9, 0), "anna"), set(w.needOmar, 0, at(2, 9, 0), "bruno"))
		w.publish(first.ID)
		mine, err := w.MyWeek(t.Context(), w.anna, week48)
		w.must(err)
		if len(mine.Items) != 2 || mine.Items[0].Change != nil || len(mine.Removed) > 0 {
			t.Fatalf("first version: %+v", mine.Items)
		}
		second := w.draft()
		w.apply(second.ID, set(w.needLina, 0, at(0, 10, 0)), models.Operation{Kind: models.OperationUnplan, Activity: w.needLina, Occurrence: 1}, set(w.needOmar, 0, at(2, 9, 0), "anna"))
		w.publish(second.ID)
		w.absent("anna", "2026-11-26", "2026-11-26")
		mine, err = w.MyWeek(t.Context(), w.anna, week48)
		w.must(err)
		moved, added := mine.Items[0].Change, mine.Items[1].Change
		if moved.Kind != planner.Moved || moved.Old.Start != at(0, 9, 0) || mine.Items[0].End != at(0, 11, 0) || added.Kind != planner.Added {
			t.Fatalf("changes %+v %+v", moved, added)
		}
		if len(mine.Removed) != 1 || mine.Removed[0].Start != at(1, 9, 0) || !slices.Equal(mine.Removed[0].ChildIDs, []string{"lina"}) {
			t.Fatalf("removed %+v", mine.Removed)
		}
		if mine.Days[3].Absent != models.AbsenceIllness || mine.Days[2].Absent != "" {
			t.Fatalf("days %+v", mine.Days)
		}
		_, err = w.MyWeek(t.Context(), w.manager, week48)
		w.wantCode(err, models.CodeConflict)
	})
}

func TestWhatWasArchivedKeepsItsNameInTheWeekItLeft(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		first := w.draft()
		w.apply(first.ID, set(w.needLina, 0, at(0, 9, 0), "anna"), set(w.needOmar, 0, at(0, 10, 0), "anna"))
		w.publish(first.ID)
		w.must(w.ArchiveNeed(t.Context(), w.manager, w.needLina, 1))
		second := w.draft()
		view := w.read(second.ID)
		if len(view.Occurrences) != 1 || len(view.Breaches) > 0 || view.House.Activities()[w.needLina].Label != "accompagnement" {
			t.Fatalf("view %v, breaches %v", planned(view), view.Breaches)
		}
		w.publish(second.ID)
		mine, err := w.MyWeek(t.Context(), w.anna, week48)
		w.must(err)
		if len(mine.Removed) != 1 || mine.Removed[0].Label != "accompagnement" || mine.Removed[0].End != at(0, 10, 0) {
			t.Fatalf("removed %+v", mine.Removed)
		}
	})
}

func TestSubscriptions(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		own, token, err := w.AddSubscription(ctx, w.anna, "professional", "anna", " Mon agenda ", models.FeedBusy)
		w.must(err)
		if len(token) != 43 || own.Name != "Mon agenda" || own.TokenHash == token {
			t.Fatalf("subscription %+v, token of %d characters", own, len(token))
		}
		for _, try := range []struct{ subject, id string }{{"professional", "bruno"}, {"team", "team-aj"}, {"child", "lina"}} {
			_, _, err := w.AddSubscription(ctx, w.anna, try.subject, try.id, "", models.FeedBusy)
			w.wantCode(err, models.CodeNotFound)
		}
		_, _, err = w.AddSubscription(ctx, w.manager, "account", "manager", "", models.FeedBusy)
		w.wantCode(err, models.CodeInvalid)
		_, _, err = w.AddSubscription(ctx, w.manager, "team", "no-team", "", models.FeedBusy)
		w.wantCode(err, models.CodeNotFound)
		w.subscribe("team", "team-aj", models.FeedWork)
		mine, err := w.ListSubscriptions(ctx, w.anna)
		w.must(err)
		everybodys, err := w.ListSubscriptions(ctx, w.manager)
		w.must(err)
		if len(mine) != 1 || len(everybodys) != 2 {
			t.Fatalf("anna lists %d, the manager %d", len(mine), len(everybodys))
		}
		feed, err := w.FeedEntries(ctx, models.FeedTokenHash(token))
		w.must(err)
		mine, err = w.ListSubscriptions(ctx, w.anna)
		w.must(err)
		if feed.Facility.ID != w.facility || mine[0].LastUsedAt == nil || !mine[0].LastUsedAt.Equal(storetest.Start) {
			t.Fatalf("last used %v", mine[0].LastUsedAt)
		}
		w.wantCode(w.RevokeSubscription(ctx, w.anna, everybodys[1].ID), models.CodeNotFound)
		w.must(w.RevokeSubscription(ctx, w.anna, own.ID))
		w.wantCode(w.RevokeSubscription(ctx, w.anna, own.ID), models.CodeNotFound)
		for _, hash := range []string{models.FeedTokenHash(token), models.FeedTokenHash("unknown"), "", "\x00"} {
			_, err := w.FeedEntries(ctx, hash)
			w.wantCode(err, models.CodeNotFound)
		}
	})
}

func TestFeedsOfEverySubjectAndTheirDetail(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "anna"), set(w.needSpeech, 0, at(1, 10, 0), "carla"), set("team-meeting", 0, at(2, 10, 0)))
		w.publish(draft.ID)
		_, err := w.CreatePartnerMeeting(t.Context(), w.coordinator, models.NewPartnerMeeting{
			Title: "ESS de Noé", Required: []string{"carla"}, Contacts: []string{"contact"}, Duration: 60, Date: "2026-11-26", Start: 14 * 60,
		})
		w.must(err)
		for _, subject := range []struct {
			subject, id string
			want        int
		}{
			{"professional", "anna", 2},
			{"professional", "carla", 3},
			{"team", "team-aj", 2},
			{"room", "room", 1},
			{"place", "site", 2},
			{"place", "school", 1},
			{"child", "lina", 1},
			{"child", "omar", 0},
			{"partner", "partner", 1},
		} {
			feed, err := w.FeedEntries(t.Context(), w.subscribe(subject.subject, subject.id, models.FeedFull))
			w.must(err)
			if len(feed.Entries) != subject.want {
				t.Errorf("%s %s has %d entries, want %d", subject.subject, subject.id, len(feed.Entries), subject.want)
			}
		}
		for _, detail := range []models.FeedDetail{models.FeedBusy, models.FeedWork} {
			feed, err := w.FeedEntries(t.Context(), w.subscribe("professional", "carla", detail))
			w.must(err)
			for _, entry := range feed.Entries {
				if entry.Label != "" || len(entry.Children) > 0 || entry.Place != nil || entry.RoomName != "" || (entry.Kind == "") != (detail == models.FeedBusy) {
					t.Errorf("%s tells %+v", detail, entry)
				}
			}
		}
	})
}
