package models_test

import (
	"testing"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

// TestImportedWayCorrected changes a way of an imported table by hand: it is a correction from then on, until that is undone.
func TestImportedWayCorrected(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		ctx := t.Context()
		w := newRecordWorld(t, s)
		administrator := w.walkers()["administrator"]
		school := kept(s.CreatePlace(ctx, administrator, models.Place{Kind: models.PlaceSchool, Name: "École des Acacias", Code: "ACA"}))
		ways := s.TravelOverrides()
		imported := kept(ways.Create(ctx, administrator, models.TravelOverride{
			FromPlaceID: w.here.site.ID, ToPlaceID: school.ID, Minutes: 12, Source: models.TravelImported,
		}))
		wanted := imported
		wanted.Minutes = 20
		corrected, err := ways.Update(ctx, administrator, wanted)
		if err != nil || corrected.Source != models.TravelCorrected || corrected.Minutes != 20 {
			t.Fatalf("corrected by hand, the way is %+v, %v", corrected, err)
		}
		undone, err := ways.Undo(ctx, administrator, imported.ID, corrected.Version)
		if err != nil || undone.Source != models.TravelImported || undone.Minutes != 12 {
			t.Errorf("the correction taken back, the way is %+v, %v", undone, err)
		}
	})
}
