package jobs

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/osrm"
)

// KindTravel is the kind of job that asks routing servers.
const KindTravel = models.JobKindTravel

// Travel returns the handler that asks the routing servers of the houses that have one for the ways between their places. A server that does
// not answer changes nothing: plans go on with what was known before, or with the coordinates.
func Travel(store *models.Store, log *slog.Logger) Handler {
	log = logOrNone(log)
	return func(ctx context.Context, job *models.Job) error {
		var arguments models.TravelArguments
		if err := json.Unmarshal(job.Arguments, &arguments); err != nil {
			return fmt.Errorf("arguments of job %s: %w", job.ID, err)
		}
		facilities, err := facilitiesOf(ctx, store, arguments.FacilityID)
		if err != nil {
			return err
		}
		for _, facility := range facilities {
			if err := askRoutes(ctx, store, facility); err != nil {
				log.WarnContext(ctx, "travel times", "facility", facility, "error", err)
			}
		}
		return nil
	}
}

func askRoutes(ctx context.Context, store *models.Store, facilityID string) error {
	actor := models.SystemActor(facilityID)
	question, err := store.RoutingQuestion(ctx, actor)
	if err != nil || question.Address == "" {
		return err
	}
	points := make([]osrm.Point, len(question.Places))
	for i := range question.Places {
		points[i] = osrm.Point{Latitude: question.Places[i].Latitude, Longitude: question.Places[i].Longitude}
	}
	minutes, err := osrm.New(question.Address).Minutes(ctx, points)
	if err != nil {
		return err
	}
	return store.SaveRouting(ctx, actor, question.Places, minutes)
}
