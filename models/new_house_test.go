package models_test

import (
	"testing"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

// TestANewHouseBeginsWithItsLists founds a house for people to fill: what stands in it passes the checks of what people enter.
func TestANewHouseBeginsWithItsLists(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		ctx := t.Context()
		facility := kept(s.StartHouse(ctx, models.SystemActor(""), aFacility("Neuf")))
		actor := models.SystemActor(facility.ID)
		modalities := kept(s.Modalities().List(ctx, actor, false))
		if len(modalities) != 7 || modalities[0].Record.Code != "MO" || facility.WeeksAhead != 8 {
			t.Errorf("%d modalities, %d weeks ahead", len(modalities), facility.WeeksAhead)
		}
		for _, modality := range modalities {
			if wrong := modality.Record.Validate(); len(wrong) > 0 {
				t.Errorf("modality %s: %v", modality.Record.Code, wrong)
			}
		}
		rules := kept(s.ProtectedTimes().List(ctx, actor, false))
		if len(rules) != 1 || *rules[0].Record.BasisPoints != 600 || rules[0].Record.Convention != models.ConventionCCN66 || len(rules[0].Record.Validate()) > 0 {
			t.Errorf("rules of protected time: %+v", rules)
		}
		if _, err := s.StartHouse(ctx, models.SystemActor(""), models.Facility{Name: "x"}); models.CodeOf(err) != models.CodeInvalid {
			t.Errorf("a house without a zone: %v", err)
		}
	})
}

// TestUndoGoesBackAndForth undoes changes of every sort, and is refused when there is nothing to go back to.
func TestUndoGoesBackAndForth(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		w := newRecordWorld(t, s)
		ctx, actor := t.Context(), w.here.administrator
		child := w.here.own.child
		child.FirstName, child.Periods = "Zoë", []models.CareModalityPeriod{{ModalityCode: "AJ", FromDate: "2026-09-01", WeeklyMinutes: 300}}
		changed := kept(s.UpdateChild(ctx, actor, child))
		undone := kept(s.Children().Undo(ctx, actor, child.ID, changed.Version))
		if undone.FirstName != w.here.own.child.FirstName || len(undone.Periods) != 0 {
			t.Errorf("undone: %s with %d periods", undone.FirstName, len(undone.Periods))
		}
		again := kept(s.Children().Undo(ctx, actor, child.ID, undone.Version))
		if again.FirstName != "Zoë" || len(again.Periods) != 1 || again.Periods[0].WeeklyMinutes != 300 {
			t.Errorf("done again: %s with %+v", again.FirstName, again.Periods)
		}
		if _, err := s.Children().Undo(ctx, actor, child.ID, changed.Version); models.CodeOf(err) != models.CodeStale {
			t.Errorf("undone from an old version: %v", err)
		}
		team := kept(s.CreateTeam(ctx, actor, models.Team{Code: "T9", Name: "Équipe neuf", Kind: models.TeamResource}))
		gone := kept(s.Teams().Undo(ctx, actor, team.ID, 1))
		twin := kept(s.CreateTeam(ctx, actor, models.Team{Code: "T9", Name: "Jumelle", Kind: models.TeamResource}))
		if _, err := s.Teams().Undo(ctx, actor, team.ID, gone.Version); gone.ArchivedAt == nil || models.CodeOf(err) != models.CodeConflict {
			t.Errorf("back in use beside one of the same code %s: %v", twin.Code, err)
		}
		if _, err := s.Places().Undo(ctx, actor, w.here.site.ID, w.here.site.Version); models.CodeOf(err) != models.CodeConflict {
			t.Errorf("the creation of a place in use undone: %v", err)
		}
		if _, err := s.Accounts().Undo(ctx, actor, w.here.account.ID, w.here.account.Version); models.CodeOf(err) != models.CodeConflict {
			t.Errorf("an account undone: %v", err)
		}
	})
}
