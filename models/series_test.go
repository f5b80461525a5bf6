package models_test

import (
	"slices"
	"testing"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

var linaFirst = planner.Ref{Activity: "need-lina", Occurrence: 0}

// stands tells how a rota plans an occurrence.
func (w *rotaWorld) stands(rotaID string, ref planner.Ref) string {
	w.t.Helper()
	return one(planned(w.read(rotaID)), ref)
}

func one(lines []string, ref planner.Ref) string {
	prefix := ref.Activity + "/" + string(rune('0'+ref.Occurrence)) + " "
	if at := slices.IndexFunc(lines, func(line string) bool { return len(line) > len(prefix) && line[:len(prefix)] == prefix }); at >= 0 {
		return lines[at][len(prefix):]
	}
	return ""
}

// ofWeek returns the newest draft of a week.
func (w *rotaWorld) ofWeek(week models.Week) models.Rota {
	w.t.Helper()
	drafts := kept(w.WeekView(w.t.Context(), w.manager, week)).Drafts
	if len(drafts) == 0 {
		w.t.Fatalf("%s has no draft", week)
	}
	return drafts[0]
}

// follow brings the weeks in line with the templates, as the program does after a publication.
func (w *rotaWorld) follow() {
	w.t.Helper()
	w.asked()
	for _, week := range kept(w.WeeksToKeep(w.t.Context(), models.SystemActor(w.facility))) {
		kept(w.KeepWeek(w.t.Context(), models.SystemActor(w.facility), week))
	}
}

func (w *rotaWorld) same(rotaID string, scope models.SeriesScope) *models.SeriesOutcome {
	w.t.Helper()
	return kept(w.ChangeSeries(w.t.Context(), w.manager, rotaID, linaFirst, scope))
}

// A session moved in the coming week is moved in all weeks nobody has touched; where somebody has, it is proposed; what is published stays.
func TestASessionIsMovedInTheOtherWeeksToo(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx, weeks := t.Context(), w.aheadOf(4)
		moved := w.ofWeek(weeks[0])
		w.apply(moved.ID, set("need-lina", 0, at(0, 11, 0), "anna"))
		touched := w.ofWeek(weeks[1])
		w.apply(touched.ID, set("need-omar", 0, at(1, 11, 0), "bruno"))
		w.publish(w.ofWeek(weeks[2]).ID)
		w.asked()

		if view := w.read(moved.ID); !slices.Equal(view.OffTemplate, []planner.Ref{linaFirst}) {
			t.Errorf("off the template: %v", view.OffTemplate)
		}
		preview := kept(w.PreviewSeries(ctx, w.manager, moved.ID, linaFirst))
		if len(preview.Ways) != 1 || preview.Same || preview.Old.Start != at(0, 10, 0) || preview.New.Start != at(0, 11, 0) {
			t.Fatalf("previewed %+v", preview)
		}
		way := preview.Ways[0]
		if way.Created || !way.Published || way.Scope != models.SeriesFrom || len(way.Breaches) > 0 {
			t.Errorf("the way is %+v", way)
		}
		if n := way.Weeks; n.Follow != 1 || n.Proposed != 1 || n.Published != 1 || *n.First != weeks[1].Day(0) || *n.Last != weeks[3].Day(4) {
			t.Errorf("weeks: %+v", n)
		}
		outcome := w.same(moved.ID, models.SeriesFrom)
		if outcome.Rota.State != models.RotaPublished || outcome.Rota.PublishedAs != 2 || outcome.Replaced.PublishedAs != 1 {
			t.Errorf("came to %+v", outcome)
		}
		w.follow()
		for i, want := range []string{"0.11:00 [anna]", "0.11:00 [anna]", "", "0.11:00 [anna]"} {
			if want == "" {
				continue
			}
			if got := w.stands(w.ofWeek(weeks[i]).ID, linaFirst); got != want {
				t.Errorf("week %d: %s", i, got)
			}
		}
		if got := w.stands(touched.ID, linaFirst); got != "0.10:00 [anna]" {
			t.Errorf("what somebody works on became %s", got)
		}
		if drafts := kept(w.WeekView(ctx, w.manager, weeks[0])).Drafts; len(drafts) != 1 {
			t.Errorf("%d drafts of the week the change comes from", len(drafts))
		}
		_, err := w.ChangeSeries(ctx, w.manager, moved.ID, linaFirst, models.SeriesFrom)
		w.wantCode(err, models.CodeConflict)

		back := w.same(outcome.Replaced.ID, models.SeriesAll)
		if back.Rota.PublishedAs != 3 || w.stands(back.Rota.ID, linaFirst) != "0.10:00 [anna]" {
			t.Errorf("taken back as %+v", back.Rota)
		}
	})
}

// From a later week on it is another template, which leaves what comes before as it is; taken out of use, it leaves the weeks to the first.
func TestASessionIsMovedFromALaterWeekOn(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx, weeks := t.Context(), w.aheadOf(4)
		moved := w.ofWeek(weeks[2])
		w.apply(moved.ID, set("need-lina", 0, at(0, 11, 0), "bruno"))
		preview := kept(w.PreviewSeries(ctx, w.manager, moved.ID, linaFirst))
		if len(preview.Ways) != 2 || preview.Ways[0].Weeks.Follow != 1 || preview.Ways[1].Weeks.Follow != 3 || preview.Ways[1].Created {
			t.Fatalf("previewed %+v", preview.Ways)
		}
		outcome := w.same(moved.ID, models.SeriesFrom)
		if !outcome.Created || outcome.Template.FromDate != weeks[2].Day(0) || outcome.Rota.State != models.RotaPublished {
			t.Fatalf("came to %+v", outcome)
		}
		w.follow()
		for i, want := range []string{"0.10:00 [anna]", "0.10:00 [anna]", "0.11:00 [bruno]", "0.11:00 [bruno]"} {
			if got := w.stands(w.ofWeek(weeks[i]).ID, linaFirst); got != want {
				t.Errorf("week %d: %s", i, got)
			}
		}
		w.must(w.ArchiveTemplate(ctx, w.manager, outcome.Template.ID, outcome.Template.Version))
		w.follow()
		if got := w.stands(w.ofWeek(weeks[3]).ID, linaFirst); got != "0.10:00 [anna]" {
			t.Errorf("taken back, the last week has %s", got)
		}
	})
}

// A template of every week that begins anew leaves the weeks of the other letter to the template they have.
func TestALaterTemplateLeavesTheOtherLetterAlone(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		w.aheadOf(4)
		_, other := w.template(models.WeekTemplate{Name: "Semaine B", Letter: models.WeekB, FromDate: "2026-11-02"}, usual()...)
		w.follow()
		later := week48.Next().Next() // 50, a week A
		w.apply(w.ofWeek(later).ID, set("need-lina", 0, at(0, 11, 0), "anna"))
		outcome := w.same(w.ofWeek(later).ID, models.SeriesFrom)
		if outcome.Template.Letter != models.WeekA {
			t.Errorf("the new template is for weeks %q", outcome.Template.Letter)
		}
		w.follow()
		if following := w.ofWeek(later.Next()); *following.MadeFromID != other.ID {
			t.Errorf("week %s is made from %s", later.Next(), *following.MadeFromID)
		}
	})
}

// What breaks something in the ordinary week, or comes on top of somebody's work on it, stands in its draft; weeks then wait.
func TestASeriesStandsInTheDraftOfItsTemplate(t *testing.T) {
	eachRotaWorld(t, func(t *testing.T, w *rotaWorld) {
		ctx, weeks := t.Context(), w.aheadOf(2)
		moved := w.ofWeek(weeks[0])
		w.apply(moved.ID, models.Operation{Kind: models.OperationUnplan, Activity: "need-omar"})
		w.apply(moved.ID, set("need-lina", 0, at(1, 10, 0), "bruno")) // where Omar is met in ordinary weeks
		way := kept(w.PreviewSeries(ctx, w.manager, moved.ID, linaFirst)).Ways[0]
		if way.Possible || way.Published || len(way.Breaches) == 0 || way.Breaches[0].Code != planner.CodeProfessionalBusy {
			t.Errorf("somebody in two places: %+v", way)
		}
		_, err := w.ChangeSeries(ctx, w.manager, moved.ID, linaFirst, models.SeriesFrom)
		w.wantBreach(err, planner.CodeProfessionalBusy)

		omar := planner.Ref{Activity: "need-omar"}
		outcome := kept(w.ChangeSeries(ctx, w.manager, moved.ID, omar, models.SeriesFrom))
		if outcome.Rota.State != models.RotaPublished || w.stands(outcome.Rota.ID, omar) != "" {
			t.Errorf("what waits in the tray: %+v", outcome)
		}
		template := outcome.Template.ID
		draft := kept(w.CreateTemplateDraft(ctx, w.manager, template, nil))
		outcome = w.same(moved.ID, models.SeriesFrom)
		if outcome.Rota.ID != draft.ID || outcome.NewDraft || outcome.Published {
			t.Errorf("with a draft under way: %+v", outcome)
		}
		view := w.read(draft.ID)
		if got := one(planned(view), linaFirst); got != "1.10:00 [bruno]" || !view.Undo {
			t.Errorf("the draft has %s, undo %v", got, view.Undo)
		}
		_, err = w.PreviewSeries(ctx, w.manager, moved.ID, planner.Ref{Activity: "nothing"})
		w.wantCode(err, models.CodeConflict)
		_, err = w.PreviewSeries(ctx, w.coordinator, moved.ID, linaFirst)
		w.wantCode(err, models.CodeForbidden)
	})
}
