package models_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

// copyOf makes a draft from another rota of the week.
func (w *rotaWorld) copyOf(rotaID string) models.Rota {
	w.t.Helper()
	return kept(w.CreateDraft(w.t.Context(), w.manager, week48, &rotaID))
}

func (w *rotaWorld) compare(base, other string) *models.RotaComparison {
	w.t.Helper()
	return kept(w.CompareRotas(w.t.Context(), w.manager, base, other))
}

func unplan(activity string, occurrence int) models.Operation {
	return models.Operation{Kind: models.OperationUnplan, Activity: activity, Occurrence: occurrence}
}

// differenceTexts returns differences as short texts, in order.
func differenceTexts(comparison *models.RotaComparison) []string {
	texts := []string{}
	for _, d := range comparison.Differences {
		texts = append(texts, fmt.Sprintf("%s/%d %s", d.Activity, d.Occurrence, d.Kind))
	}
	return texts
}

// twoDrafts are two drafts that differ in every way a draft can: Lina's second hour is added, Omar's first moved, the speech therapy removed, the
// workshop given to somebody else.
func (w *rotaWorld) twoDrafts() (base, other models.Rota) {
	base = w.draft()
	w.apply(base.ID, set(w.needLina, 0, at(0, 9, 0), "anna"), set(w.needOmar, 0, at(0, 10, 0), "anna"), set(w.needSpeech, 0, at(1, 10, 0), "carla"), set("need-group", 0, at(2, 9, 0), "anna"))
	other = w.copyOf(base.ID)
	w.apply(other.ID, set(w.needLina, 1, at(1, 9, 0), "anna"), set(w.needOmar, 0, at(0, 14, 0)), unplan(w.needSpeech, 0), set("need-group", 0, at(2, 9, 0), "bruno"))
	return base, other
}

func TestTwoDraftsAreCompared(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		base, other := w.twoDrafts()
		comparison := w.compare(base.ID, other.ID)
		want := []string{"need-omar/0 moved", "need-lina/1 added", "need-speech/0 removed", "need-group/0 restaffed"}
		if difference := cmp.Diff(want, differenceTexts(comparison)); difference != "" {
			t.Fatal(difference)
		}
		moved := comparison.Differences[0]
		if moved.Base.Start != at(0, 10, 0) || moved.Other.Start != at(0, 14, 0) {
			t.Fatalf("moved from %d to %d", moved.Base.Start, moved.Other.Start)
		}
		mine, theirs := comparison.Base.Indicators, comparison.Other.Indicators
		if mine.Planned != 4 || theirs.Planned != 4 || mine.Wanted != 7 || mine.Children != 3 || mine.Complete != 1 || theirs.Complete != 1 || mine.Changes != nil {
			t.Fatalf("indicators %+v and %+v", mine, theirs)
		}
		if mine.Conflicts != 0 || mine.Travel == 0 && theirs.Travel == 0 {
			t.Fatalf("indicators %+v and %+v", mine, theirs)
		}
	})
}

func TestADraftIsComparedWithWhatIsPublished(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		base, other := w.twoDrafts()
		w.publish(base.ID)
		comparison := w.compare(other.ID, base.ID)
		if len(comparison.Differences) != 4 || *comparison.Base.Indicators.Changes != 4 || *comparison.Other.Indicators.Changes != 0 {
			t.Fatalf("%d differences, %+v", len(comparison.Differences), comparison.Base.Indicators)
		}
		elsewhere := kept(w.CreateDraft(t.Context(), w.manager, week48.Next(), &other.ID))
		_, err := w.CompareRotas(t.Context(), w.manager, other.ID, elsewhere.ID)
		w.wantCode(err, models.CodeNotFound)
	})
}

// take takes the named differences of other into base at its present revision.
func (w *rotaWorld) take(base, other string, refs ...planner.Ref) *models.Taking {
	w.t.Helper()
	return kept(w.TakeDifferences(w.t.Context(), w.manager, base, w.read(base).Rota.Revision, other, refs))
}

func allRefs(comparison *models.RotaComparison) []planner.Ref {
	refs := []planner.Ref{}
	for _, d := range comparison.Differences {
		refs = append(refs, d.Ref)
	}
	return refs
}

func TestDifferencesAreTakenInOneStep(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		base, other := w.twoDrafts()
		before := planned(w.read(base.ID))
		one := w.take(base.ID, other.ID, planner.Ref{Activity: w.needOmar})
		if one.Taken != 1 || len(one.Left) != 0 {
			t.Fatalf("taken %d, left %+v", one.Taken, one.Left)
		}
		if texts := differenceTexts(w.compare(base.ID, other.ID)); slices.Contains(texts, "need-omar/0 moved") || len(texts) != 3 {
			t.Fatalf("still different: %v", texts)
		}
		w.take(base.ID, other.ID, allRefs(w.compare(base.ID, other.ID))...)
		if difference := cmp.Diff(planned(w.read(other.ID)), planned(w.read(base.ID))); difference != "" {
			t.Fatal(difference)
		}
		for range 2 {
			kept(w.Undo(t.Context(), w.manager, base.ID, w.read(base.ID).Rota.Revision, false))
		}
		if difference := cmp.Diff(before, planned(w.read(base.ID))); difference != "" {
			t.Fatal("two steps undone: ", difference)
		}
	})
}

func TestWhatCannotBeTakenIsNamed(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		base, other := w.twoDrafts()
		// In the base Anna is busy where the other draft plans Lina's second hour, and the workshop is locked.
		w.apply(base.ID, set(w.needOmar, 1, at(1, 9, 0), "anna"))
		w.apply(base.ID, models.Operation{Kind: models.OperationLock, Activity: "need-group"})
		taking := w.take(base.ID, other.ID,
			planner.Ref{Activity: w.needLina, Occurrence: 1}, planner.Ref{Activity: w.needOmar}, planner.Ref{Activity: "need-group"}, planner.Ref{Activity: w.needSpeech})
		if taking.Taken != 2 || len(taking.Left) != 2 {
			t.Fatalf("taken %d, left %+v", taking.Taken, taking.Left)
		}
		if locked := taking.Left[0]; locked.Activity != "need-group" || locked.Breaches[0].Code != planner.CodePinned {
			t.Fatalf("left %+v", locked)
		}
		busy := taking.Left[1]
		if busy.Ref != (planner.Ref{Activity: w.needLina, Occurrence: 1}) || busy.Breaches[0].Code != planner.CodeProfessionalBusy || busy.Breaches[0].Blocking.Activity != w.needOmar {
			t.Fatalf("left %+v", busy)
		}
		if len(taking.View.Breaches) > 0 {
			t.Fatalf("what was taken breaks %v", taking.View.Breaches)
		}
		// With what is in the way taken out as well, all of it can stand.
		w.apply(base.ID, models.Operation{Kind: models.OperationUnlock, Activity: "need-group"})
		rest := w.take(base.ID, other.ID, allRefs(w.compare(base.ID, other.ID))...)
		if len(rest.Left) != 0 || len(w.compare(base.ID, other.ID).Differences) != 0 {
			t.Fatalf("left %+v", rest.Left)
		}
	})
}

func TestTakingAsksForTheRevisionAndADraft(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		base, other := w.twoDrafts()
		refs := allRefs(w.compare(base.ID, other.ID))
		_, err := w.TakeDifferences(t.Context(), w.manager, base.ID, 0, other.ID, refs)
		w.wantCode(err, models.CodeStale)
		w.publish(base.ID)
		_, err = w.TakeDifferences(t.Context(), w.manager, base.ID, w.read(base.ID).Rota.Revision, other.ID, refs)
		w.wantCode(err, models.CodeConflict)
		_, err = w.TakeDifferences(t.Context(), w.manager, other.ID, 0, base.ID, make([]planner.Ref, 501))
		w.wantCode(err, models.CodeTooLarge)
	})
}

// A week and its template, and two templates, stand beside each other: what only one asks for is shown and not taken.
func TestATemplateIsComparedWithAWeekAndAnotherTemplate(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		_, ordinary := w.template(models.WeekTemplate{Name: "Semaine type", FromDate: "2026-11-02"}, usual()...)
		w.absent("anna", "2026-11-25", "2026-11-25") // her session with Lina on Wednesday
		_, week := w.make(week48)
		w.apply(week.Rota.ID, set("need-omar", 0, at(1, 11, 0), "bruno"))
		comparison := w.compare(week.Rota.ID, ordinary.ID)
		want := []string{"need-omar/0 moved", "need-lina/1 added"}
		if difference := cmp.Diff(want, differenceTexts(comparison)); difference != "" {
			t.Fatal(difference)
		}
		taking := w.take(week.Rota.ID, ordinary.ID, allRefs(comparison)...)
		if taking.Taken != 1 || len(taking.Left) != 1 || taking.Left[0].Breaches[0].Code != planner.CodeNotAvailable {
			t.Errorf("taken %d, left %+v", taking.Taken, taking.Left)
		}

		needs := kept(w.ListNeeds(t.Context(), w.manager))
		for i := range needs {
			if needs[i].ID == "need-group" {
				needs[i].Letter = models.WeekB
				kept(w.UpdateNeed(t.Context(), w.manager, needs[i]))
			}
		}
		a := kept(w.CreateTemplate(t.Context(), w.manager, models.WeekTemplate{Name: "A", Letter: models.WeekA, FromDate: "2026-11-02"}))
		b := kept(w.CreateTemplate(t.Context(), w.manager, models.WeekTemplate{Name: "B", Letter: models.WeekB, FromDate: "2026-11-02"}))
		mine := kept(w.CreateTemplateDraft(t.Context(), w.manager, a.ID, nil))
		theirs := kept(w.CreateTemplateDraft(t.Context(), w.manager, b.ID, nil))
		w.apply(theirs.ID, set("need-group", 0, at(3, 14, 0), "bruno"), set("need-omar", 0, at(1, 9, 0), "bruno"))
		comparison = w.compare(mine.ID, theirs.ID)
		want = []string{"need-omar/0 added", "need-group/0 added"}
		if difference := cmp.Diff(want, differenceTexts(comparison)); difference != "" {
			t.Fatal(difference)
		}
		if !comparison.Differences[0].Asked || comparison.Differences[1].Asked {
			t.Errorf("asked for by both: %+v", comparison.Differences)
		}
		if taking := w.take(mine.ID, theirs.ID, allRefs(comparison)...); taking.Taken != 1 || len(taking.Left) > 0 {
			t.Errorf("taken %d, left %+v", taking.Taken, taking.Left)
		}
	})
}
