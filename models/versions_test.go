package models_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
	"github.com/maillage-dime/maillage/planner/law"
)

func TestVersionsOfAWeekAreListedReadAndTakenUpAgain(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		if none := kept(w.Versions(ctx, w.manager, week48)); len(none) != 0 {
			t.Fatalf("before the first: %+v", none)
		}
		first := w.draft()
		w.apply(first.ID, set(w.needLina, 0, at(0, 9, 0), "anna"), set(w.needOmar, 0, at(0, 10, 0), "anna"))
		w.publish(first.ID)
		second := w.draft()
		w.apply(second.ID, set(w.needLina, 0, at(0, 14, 0), "bruno"))
		kept(w.PublishTelling(ctx, w.manager, second.ID, w.read(second.ID).Rota.Revision, models.PublicationWords{Note: "Lina l’après-midi, à la demande de l’école."}))
		versions := kept(w.Versions(ctx, w.manager, week48))
		if len(versions) != 2 || versions[0].Rota.PublishedAs != 2 || versions[0].Changes != 1 || versions[0].Concerned != 2 || versions[1].Changes != 2 {
			t.Fatalf("versions %+v", versions)
		}
		if versions[0].Publisher != "manager" || !strings.HasPrefix(versions[0].Rota.Note, "Lina") || versions[1].Rota.Note != "" {
			t.Fatalf("the second by %q, told %q", versions[0].Publisher, versions[0].Rota.Note)
		}
		if mine := kept(w.MyWeek(ctx, w.anna, week48)); !strings.HasPrefix(mine.Published.Note, "Lina") {
			t.Fatalf("anna reads %q", mine.Published.Note)
		}
		again := kept(w.CreateDraft(ctx, w.manager, week48, &versions[1].Rota.ID))
		if texts := planned(w.read(again.ID)); !slices.Contains(texts, "need-lina/0 0.09:00 [anna]") {
			t.Fatalf("the first version again: %v", texts)
		}
		_, err := w.PublishTelling(ctx, w.manager, again.ID, 0, models.PublicationWords{Note: strings.Repeat("a", 1001)})
		w.wantCode(err, models.CodeInvalid)
	})
}

func TestAPublicationSaysWhoIsToldByWhat(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		w.subscribe("professional", "bruno", models.FeedBusy)
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "anna"), set(w.needOmar, 0, at(0, 9, 0), "bruno"), set(w.needSpeech, 0, at(1, 10, 0), "carla"))
		preview := kept(w.PreviewPublication(t.Context(), w.manager, draft.ID))
		told := map[string][2]bool{}
		for _, person := range preview.Concerned {
			told[person.ProfessionalID] = [2]bool{person.Account, person.Calendar}
		}
		if told["anna"] != [2]bool{true, false} || told["bruno"] != [2]bool{false, true} || told["carla"] != [2]bool{false, false} {
			t.Fatalf("told %v", told)
		}
		if !slices.Equal(preview.Children, []string{"lina", "noe", "omar"}) {
			t.Fatalf("children %v", preview.Children)
		}
	})
}

// A need may name somebody whose teams do not serve the child: then, and only then, the publication asks for a signature, once for each person.
func TestAChildMetFromOutsideItsTeamsAsksForASignature(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		w := worldOf(t, s, func(house *models.HouseRecords) {
			for i := range house.Needs {
				if house.Needs[i].ID == "need-speech" { // Noé, in ordinary schooling, by an educator of the day care
					house.Needs[i].Seats = []models.SeatRequest{{OneOf: []string{"anna"}}}
				}
			}
		})
		ctx := t.Context()
		draft := w.draft()
		w.apply(draft.ID, set(w.needLina, 0, at(0, 9, 0), "anna"))
		outside := func() []law.Finding {
			return slices.DeleteFunc(kept(w.PreviewPublication(ctx, w.manager, draft.ID)).Findings, func(f law.Finding) bool { return f.Rule != models.RuleOutsideTeam })
		}
		if found := outside(); len(found) != 0 {
			t.Fatalf("served by her team: %+v", found)
		}
		w.apply(draft.ID, set(w.needSpeech, 0, at(1, 10, 0), "anna"))
		found := outside()
		if len(found) != 1 || found[0].Person != "anna" || found[0].Value != 1 || found[0].From != "2026-11-24" || !slices.Equal(found[0].Children, []string{"noe"}) {
			t.Fatalf("found %+v", found)
		}
		revision := w.read(draft.ID).Rota.Revision
		_, err := w.Publish(ctx, w.manager, draft.ID, revision)
		w.wantCode(err, models.CodeInvalid)
		kept(w.Publish(ctx, w.manager, draft.ID, revision, models.SignedReason{
			Rule: string(found[0].Rule), ProfessionalID: "anna", From: found[0].From, Reason: "Seule personne formée à la méthode",
		}))
		signed := w.read(draft.ID).Signed
		if len(signed) != 1 || signed[0].Signer != "manager" || signed[0].Rule != string(models.RuleOutsideTeam) {
			t.Fatalf("signed %+v", signed)
		}
	})
}
