package models_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
)

func aWorkedDay(professional string) models.WorkedDay {
	return models.WorkedDay{ProfessionalID: professional, Date: "2026-11-02", FromMinute: 540, ToMinute: 1020, BreakMinutes: 45, Note: "sortie prolongée"}
}

// A week that is over is judged by what was really done, once somebody who answers for the person accepted it.
func TestHoursReallyDoneReplaceThePlan(t *testing.T) {
	eachLawWorld(t, func(t *testing.T, w *rotaWorld) {
		week38 := models.Week{Year: 2026, Number: 38}
		w.changed("anna", func(anna *models.Professional) {
			anna.Contracts[0].Minutes, anna.Contracts[0].Convention = 2100, models.ConventionCCN66
		})
		draft := kept(w.CreateDraft(t.Context(), w.manager, week38, nil))
		view := w.apply(draft.ID, set("need-lina", 0, at(0, 10, 0), "anna"))
		_, err := w.Publish(t.Context(), w.manager, draft.ID, view.Rota.Revision)
		w.must(err)
		planned := kept(w.ProfessionalState(t.Context(), w.manager, "anna", week38, ""))

		long := aWorkedDay("anna")
		long.Date, long.FromMinute, long.ToMinute, long.BreakMinutes = "2026-09-14", 8*60, 19*60, 30
		declared := kept(w.WorkedDays().Create(t.Context(), w.anna, long))
		if declared.State != models.StateRequested || declared.RequestedAt == nil {
			t.Fatalf("declared: %+v", declared)
		}
		if found := pressing(w.read(draft.ID).Findings); len(found) > 0 {
			t.Errorf("what nobody accepted is judged: %v", found)
		}
		accepted := kept(w.DecideWorkedDay(t.Context(), w.manager, declared.ID, declared.Version, true))
		if difference := cmp.Diff([]string{"legal daily_work anna 2026-09-14"}, pressing(w.read(draft.ID).Findings)); difference != "" {
			t.Error(difference)
		}
		state := kept(w.ProfessionalState(t.Context(), w.manager, "anna", week38, ""))
		if state.Done != 630 || state.Planned != 630 || state.Travel != 0 || planned.Done != 0 || planned.Planned == 630 {
			t.Errorf("%d minutes done, %d counted beside the contract; %d were planned", state.Done, state.Planned, planned.Planned)
		}
		if last := state.Weeks[len(state.Weeks)-1]; last.PlannedMinutes == nil || *last.PlannedMinutes != 630 {
			t.Errorf("among the last weeks: %+v", last)
		}
		accepted.ToMinute++
		if _, err := w.WorkedDays().Update(t.Context(), w.anna, accepted); models.CodeOf(err) != models.CodeConflict {
			t.Errorf("changed after the decision: %v", err)
		}
		taken := kept(w.WorkedDays().Undo(t.Context(), w.manager, accepted.ID, accepted.Version))
		if found := pressing(w.read(draft.ID).Findings); taken.State != models.StateRequested || len(found) > 0 {
			t.Errorf("the decision taken back leaves %s, %v", taken.State, found)
		}
	})
}

// Who answers for a person enters what is so; nobody enters a day to come.
func TestWorkedDaysAreOver(t *testing.T) {
	eachLawWorld(t, func(t *testing.T, w *rotaWorld) {
		entered := kept(w.WorkedDays().Create(t.Context(), w.manager, aWorkedDay("bruno")))
		if entered.State != models.StateAccepted || entered.RequestedBy != nil {
			t.Errorf("entered by the manager: %+v", entered)
		}
		ahead := aWorkedDay("bruno")
		ahead.Date = "2026-12-24"
		_, err := w.WorkedDays().Create(t.Context(), w.manager, ahead)
		refusal, _ := errors.AsType[*models.Error](err)
		if refusal == nil || !slices.Equal(wrongFields(refusal.Fields), []string{"date in_the_future"}) {
			t.Errorf("a day to come: %v", err)
		}
		if _, err := w.WorkedDays().Create(t.Context(), w.anna, aWorkedDay("bruno")); models.CodeOf(err) != models.CodeForbidden {
			t.Errorf("the hours of a colleague: %v", err)
		}
	})
}

func TestWorkedDayIsChecked(t *testing.T) {
	t.Parallel()
	day := models.WorkedDay{Date: "2026-02-30", FromMinute: 600, ToMinute: 660, BreakMinutes: 60}
	want := []string{"professional_id required", "date not_a_date", "break_minutes out_of_range", "state unknown_value"}
	if difference := cmp.Diff(want, wrongFields(day.Validate())); difference != "" {
		t.Error(difference)
	}
}
