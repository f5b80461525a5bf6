package jobs

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

// TestTravelIsAskedOfTheRoutingServer runs the job against a server, against none, and against one that says the same again.
func TestTravelIsAskedOfTheRoutingServer(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		ctx := t.Context()
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			places := strings.Count(strings.TrimPrefix(r.URL.Path, "/table/v1/driving/"), ";")/2 + 1
			row := strings.TrimSuffix(strings.Repeat("600,", places), ",")
			_, _ = fmt.Fprintf(w, `{"code":"Ok","durations":[%s]}`, strings.TrimSuffix(strings.Repeat("["+row+"],", places), ","))
		}))
		facility, err := s.StartHouse(ctx, models.SystemActor(""), models.Facility{
			Name: "DIME", TimeZone: "Europe/Paris", SchoolZone: "A", Department: "43", OSRMURL: server.URL,
		})
		if err != nil {
			t.Fatal(err)
		}
		actor := models.SystemActor(facility.ID)
		var places []models.Place
		for i, latitude := range []float64{45.1, 45.2, 0} {
			place, err := s.Places().Create(ctx, actor, models.Place{Kind: models.PlaceHome, Name: fmt.Sprintf("Domicile %d", i), Latitude: latitude, Longitude: latitude / 10})
			if err != nil {
				t.Fatal(err)
			}
			places = append(places, place)
		}
		ask := func() {
			t.Helper()
			job := &models.Job{ID: "job", Kind: KindTravel, Arguments: []byte(`{"facility_id":"` + facility.ID + `"}`)}
			if err := Travel(s, slog.New(slog.DiscardHandler))(ctx, job); err != nil {
				t.Fatal(err)
			}
		}
		pair := func(from, to int) models.TravelPair {
			t.Helper()
			pairs, err := s.Travel(ctx, actor)
			if err != nil {
				t.Fatal(err)
			}
			for _, pair := range pairs {
				if pair.FromPlaceID == places[from].ID && pair.ToPlaceID == places[to].ID {
					return pair
				}
			}
			t.Fatalf("no way from %d to %d", from, to)
			return models.TravelPair{}
		}
		if before := pair(0, 1); before.Source != models.TravelByCoordinates || before.At != nil {
			t.Errorf("before it is asked: %+v", before)
		}
		if unknown := pair(0, 2); unknown.Source != models.TravelUnknown || unknown.Minutes != 30 {
			t.Errorf("to nobody knows where: %+v", unknown)
		}
		ask()
		if routed := pair(0, 1); routed.Source != models.TravelByRouting || routed.Minutes != 15 || routed.At == nil || routed.Stale {
			t.Errorf("ten minutes of road and the car: %+v", routed)
		}
		version := func() int {
			facility, err := s.FacilityByID(ctx, actor)
			if err != nil {
				t.Fatal(err)
			}
			return facility.Revision
		}
		stood := version()
		ask()
		if version() != stood {
			t.Error("the same answer makes plans stale")
		}
		server.Close()
		ask()
		if routed := pair(0, 1); routed.Source != models.TravelByRouting {
			t.Errorf("without an answer: %+v", routed)
		}
		if _, err := s.TravelOverrides().Create(ctx, actor, models.TravelOverride{FromPlaceID: places[0].ID, ToPlaceID: places[1].ID, Minutes: 44}); err != nil {
			t.Fatal(err)
		}
		if corrected := pair(0, 1); corrected.Source != models.TravelByOverride || corrected.Minutes != 44 || corrected.At == nil {
			t.Errorf("corrected: %+v", corrected)
		}
		moved := places[0]
		moved.Latitude = 45.3
		if _, err := s.Places().Update(ctx, actor, moved); err != nil {
			t.Fatal(err)
		}
		if stale := pair(1, 0); stale.Source != models.TravelByCoordinates || !stale.Stale {
			t.Errorf("to a place that was moved: %+v", stale)
		}
	})
}
