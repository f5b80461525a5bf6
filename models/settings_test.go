package models_test

import (
	"testing"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

// TestSettings changes the settings of a house while somebody works in it, and takes the change back.
func TestSettings(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		ctx := t.Context()
		w := newRecordWorld(t, s)
		administrator := w.walkers()["administrator"]
		settings := s.Settings()
		listed := kept(settings.List(ctx, administrator, true))
		if len(listed) != 1 || listed[0].Record.ID != w.here.facility.ID || !listed[0].CanChange {
			t.Fatalf("the list of settings is %+v", listed)
		}
		before := listed[0].Record
		kept(s.CreatePlace(ctx, administrator, models.Place{Kind: models.PlaceHome, Name: "Domicile"}))
		wanted := before
		wanted.Name, wanted.SchoolZone, wanted.Revision, wanted.Demo = "DIME du Lac", "C", 1000, !before.Demo
		changed, err := settings.Update(ctx, administrator, wanted)
		if err != nil || changed.Version != before.Version+1 || changed.Demo != before.Demo {
			t.Fatalf("a place was entered meanwhile, and the settings are refused or more than settings: %+v, %v", changed, err)
		}
		if moved := kept(s.FacilityByID(ctx, administrator)).Revision - before.Revision; moved != 2 {
			t.Errorf("the revision moved by %d for a place and the settings", moved)
		}
		undone, err := settings.Undo(ctx, administrator, before.ID, changed.Version)
		if err != nil || undone.Name != before.Name || undone.SchoolZone != before.SchoolZone || undone.Version != before.Version+2 {
			t.Errorf("undone, the settings are %+v, %v", undone, err)
		}
		history := kept(settings.History(ctx, administrator, before.ID))
		if len(history) != 2 || history[1].Old.Name != before.Name || history[1].New.Name != "DIME du Lac" || !history[0].CanUndo || history[1].CanUndo {
			t.Errorf("the history is %+v", history)
		}
		if now := kept(s.FacilityByID(ctx, administrator)); now.Revision != before.Revision+3 {
			t.Errorf("undoing took the revision from %d to %d", before.Revision, now.Revision)
		}
		if _, err := settings.Create(ctx, administrator, aFacility("Une autre")); models.CodeOf(err) != models.CodeConflict {
			t.Errorf("a second facility is founded as a record: %v", err)
		}
		if _, err := settings.Archive(ctx, administrator, before.ID, undone.Version); models.CodeOf(err) != models.CodeConflict {
			t.Errorf("the facility is archived: %v", err)
		}
	})
}
