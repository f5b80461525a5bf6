package models_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/maillage-dime/maillage/models"
)

func TestTravelMinutes(t *testing.T) {
	t.Parallel()
	at := func(id string, latitude, longitude float64) *models.Place {
		return &models.Place{Record: models.Record{ID: id}, Latitude: latitude, Longitude: longitude}
	}
	home := at("home", 45.5, 3.5)
	for _, want := range []struct {
		to      *models.Place
		minutes int
	}{
		{home, 0},
		{at("same door", 45.5, 3.5), 5},
		{at("two kilometres", 45.518, 3.5), 11},   // 2.0 km, 2.7 by road, 5.8 minutes in town
		{at("twenty kilometres", 45.68, 3.5), 39}, // 20.0 km, 27.0 by road, 33.8 minutes
		{at("the antipodes", -45.5, -176.5), 720},
	} {
		if got := models.TravelMinutes(home, want.to, 135); got != want.minutes {
			t.Errorf("to %s: %d minutes, want %d", want.to.ID, got, want.minutes)
		}
	}
}

func TestTravelIsTheSameBothWays(t *testing.T) {
	t.Parallel()
	place := func(t *rapid.T, id string) *models.Place {
		return &models.Place{
			Record: models.Record{ID: id}, Latitude: rapid.Float64Range(-90, 90).Draw(t, id+" latitude"), Longitude: rapid.Float64Range(-180, 180).Draw(t, id+" longitude"),
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		one, other := place(t, "one"), place(t, "other")
		there, back := models.TravelMinutes(one, other, 135), models.TravelMinutes(other, one, 135)
		if there != back || there < 5 || there > 720 {
			t.Fatalf("%d there, %d back", there, back)
		}
	})
}
