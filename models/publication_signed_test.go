package models_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
	"github.com/maillage-dime/maillage/planner"
)

// keptEarly returns a draft in which Lina is met at eight, an hour before she is there.
func (w *rotaWorld) keptEarly(reason string) models.Rota {
	w.t.Helper()
	draft := w.draft()
	_, err := w.ApplyAllTheSame(w.t.Context(), w.manager, draft.ID, draft.Revision, []models.Operation{set(w.needLina, 0, at(0, 8, 0), "anna")}, reason)
	w.must(err)
	return draft
}

// signs returns a reason for each conflict that asks for one.
func (w *rotaWorld) signs(rotaID, reason string) []models.SignedConflict {
	w.t.Helper()
	signed := []models.SignedConflict{}
	for _, conflict := range kept(w.PreviewPublication(w.t.Context(), w.manager, rotaID)).Conflicts {
		signed = append(signed, models.SignedConflict{ConflictKey: conflict.ConflictKey, Reason: reason})
	}
	return signed
}

func (w *rotaWorld) publishSigned(rotaID string, conflicts ...models.SignedConflict) error {
	w.t.Helper()
	_, err := w.PublishTelling(w.t.Context(), w.manager, rotaID, w.read(rotaID).Rota.Revision, models.PublicationWords{Conflicts: conflicts})
	return err
}

// occurrenceIn returns the first of what a view plans of a need, or nil.
func occurrenceIn(view *models.RotaView, activity string) *models.RotaOccurrence {
	at := slices.IndexFunc(view.Occurrences, func(o models.RotaOccurrence) bool { return o.ActivityID == activity && o.Occurrence == 0 })
	if at < 0 {
		return nil
	}
	return &view.Occurrences[at]
}

func TestAKeptConflictIsPublishedWithASignature(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx, draft := t.Context(), w.keptEarly("La mère l’amène à huit heures")
		preview := kept(w.PreviewPublication(ctx, w.manager, draft.ID))
		if len(preview.Breaches) != 0 || len(preview.Conflicts) != 1 || preview.Conflicts[0].Code != planner.CodeChildNotAvailable ||
			preview.Conflicts[0].Kept == nil || preview.Conflicts[0].Kept.Reason != "La mère l’amène à huit heures" {
			t.Fatalf("preview %+v", preview)
		}
		signed := w.signs(draft.ID, "Accord de la famille, le 20 novembre")
		blank, other := signed[0], signed[0]
		blank.Reason, other.Occurrence = " ", 1
		for want, err := range map[string]error{
			"conflicts reason_required": w.publishSigned(draft.ID), "conflicts[0].reason required": w.publishSigned(draft.ID, blank),
			"conflicts[1] unknown_value": w.publishSigned(draft.ID, signed[0], other),
		} {
			w.wantCode(err, models.CodeInvalid)
			refusal, _ := errors.AsType[*models.Error](err)
			if got := refusal.Fields[0].Path + " " + refusal.Fields[0].Key; got != want {
				t.Fatalf("%s, want %s", got, want)
			}
		}
		w.must(w.publishSigned(draft.ID, signed...))
		view := w.read(draft.ID)
		if len(view.Kept) != 1 || view.Kept[0].Reason != "Accord de la famille, le 20 novembre" || view.Kept[0].Signer == nil || *view.Kept[0].Signer != "manager" ||
			view.Kept[0].By == nil || !view.Kept[0].SignedAt.Equal(storetest.Start) {
			t.Fatalf("kept %+v", view.Kept)
		}
		versions := kept(w.Versions(ctx, w.manager, week48))
		if difference := cmp.Diff(view.Kept, versions[0].Conflicts); difference != "" {
			t.Fatal("the archive tells otherwise: ", difference)
		}
		trail := kept(w.AuditTrail(ctx, models.SystemActor("facility"), models.ResourceRota, draft.ID))
		if len(trail) != 1 || trail[0].Detail != "version 1, 1 changes, 1 signed reasons" {
			t.Fatalf("audit %+v", trail)
		}
		if seen := kept(w.ReadRota(ctx, w.anna, draft.ID)); len(seen.Kept) > 0 {
			t.Fatalf("who does not plan reads %+v", seen.Kept)
		}
	})
}

// What was agreed on for a week stands in whatever is made from it, with its reason, until a record says that somebody is not there at all.
func TestWhatWasSignedStandsInTheNextDraft(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx, first := t.Context(), w.keptEarly("")
		w.must(w.publishSigned(first.ID, w.signs(first.ID, "Accord de la famille")...))
		next := w.draft()
		view := w.read(next.ID)
		if occurrence := occurrenceIn(view, w.needLina); occurrence == nil || occurrence.Start != at(0, 8, 0) || len(view.Breaches) != 1 {
			t.Fatalf("the next draft has %+v, breaches %v", occurrence, view.Breaches)
		}
		if len(view.Kept) != 1 || view.Kept[0].Reason != "Accord de la famille" || view.Kept[0].SignedAt != nil {
			t.Fatalf("kept %+v", view.Kept)
		}
		w.wantCode(w.publishSigned(next.ID), models.CodeInvalid)
		w.must(w.publishSigned(next.ID, w.signs(next.ID, "Toujours d’accord")...))
		if _, err := w.CreateDraft(ctx, w.manager, week48.Next(), &next.ID); err != nil {
			t.Fatal(err)
		}
		lina := "lina"
		kept(w.CreateAbsence(ctx, w.manager, models.Absence{
			ChildID: &lina, FromDate: "2026-11-23", ToDate: "2026-11-23", ToMinute: 1440, Reason: models.AbsenceIllness,
		}))
		view = w.read(w.draft().ID)
		if occurrence := occurrenceIn(view, w.needLina); occurrence != nil || len(view.Breaches)+len(view.Kept) > 0 {
			t.Fatalf("of a child who is ill there is %+v, breaches %v, kept %v", occurrence, view.Breaches, view.Kept)
		}
	})
}

func TestWhatNobodyMaySignForRefusesThePublication(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx, draft := t.Context(), w.keptEarly("")
		w.apply(draft.ID, set(w.needOmar, 0, at(1, 9, 0), "bruno"))
		signed := w.signs(draft.ID, "Accord de la famille")
		w.changed("bruno", func(p *models.Professional) { p.Profession = "speech_therapist" })
		preview := kept(w.PreviewPublication(ctx, w.manager, draft.ID))
		if len(preview.Breaches) != 1 || preview.Breaches[0].Code != planner.CodeNotEligible || len(preview.Conflicts) != 1 {
			t.Fatalf("breaches %v, conflicts %v", preview.Breaches, preview.Conflicts)
		}
		w.wantBreach(w.publishSigned(draft.ID, signed...), planner.CodeNotEligible)
	})
}

// The rule of the house is signed once for each person, as a finding, and what was kept of it says so too.
func TestTheRuleOfTheHouseIsSignedOnce(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		w := worldOf(t, s, func(house *models.HouseRecords) {
			for i := range house.Needs {
				if house.Needs[i].ID == "need-speech" { // Noé, in ordinary schooling, by whichever educator: those of the day care do not serve him
					house.Needs[i].Seats = []models.SeatRequest{seatFor("educator")}
				}
			}
		})
		ctx, draft := t.Context(), w.draft()
		kept(w.ApplyAllTheSame(ctx, w.manager, draft.ID, 0, []models.Operation{set(w.needSpeech, 0, at(1, 10, 0), "anna")}, ""))
		preview := kept(w.PreviewPublication(ctx, w.manager, draft.ID))
		if len(preview.Breaches)+len(preview.Conflicts) > 0 || len(preview.Findings) != 1 || preview.Findings[0].Rule != models.RuleOutsideTeam {
			t.Fatalf("preview %+v", preview)
		}
		reason := models.SignedReason{Rule: string(models.RuleOutsideTeam), ProfessionalID: "anna", From: "2026-11-24", Reason: "Remplace Carla"}
		kept(w.Publish(ctx, w.manager, draft.ID, 1, reason))
		if view := w.read(draft.ID); len(view.Kept) != 1 || view.Kept[0].Code != planner.CodeTeamRule || view.Kept[0].Reason != reason.Reason {
			t.Fatalf("kept %+v", view.Kept)
		}
		if view := w.read(w.draft().ID); len(view.Kept) != 1 || len(view.Breaches) != 1 {
			t.Fatalf("the next draft keeps %+v of %v", view.Kept, view.Breaches)
		}
	})
}

func TestAnOrdinaryWeekIsPublishedWithoutConflicts(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx := t.Context()
		template := kept(w.CreateTemplate(ctx, w.manager, models.WeekTemplate{Name: "Semaine type", FromDate: "2026-11-02"}))
		draft := kept(w.CreateTemplateDraft(ctx, w.manager, template.ID, nil))
		kept(w.ApplyAllTheSame(ctx, w.manager, draft.ID, 0, []models.Operation{set(w.needLina, 0, at(0, 8, 0), "anna")}, ""))
		w.wantBreach(w.publishSigned(draft.ID), planner.CodeChildNotAvailable)
	})
}
