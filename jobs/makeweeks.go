package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"

	"github.com/maillage-dime/maillage/models"
)

// MakeWeeks returns the handler that brings coming weeks in line with the templates in force: those its job names, else those each facility
// keeps ahead. Each week is its own write. What the program had planned of a week stays until its own run is over, so that the job can be done
// again at any moment; wake is called when runs wait. A week that fails does not keep the others from being made.
func MakeWeeks(store *models.Store, wake func(), log *slog.Logger) Handler {
	log = logOrNone(log)
	return func(ctx context.Context, job *models.Job) error {
		var arguments models.MakeWeeksArguments
		if err := json.Unmarshal(job.Arguments, &arguments); err != nil {
			return fmt.Errorf("arguments of job %s: %w", job.ID, err)
		}
		facilities, err := facilitiesOf(ctx, store, arguments.FacilityID)
		if err != nil {
			return err
		}
		var failed error
		for _, facility := range facilities {
			actor := models.SystemActor(facility)
			weeks, err := weeksOf(ctx, store, actor, arguments)
			failed = errors.Join(failed, err)
			made := 0
			for _, week := range weeks {
				if ctx.Err() != nil {
					return fmt.Errorf("making weeks: %w", ctx.Err())
				}
				kept, err := store.KeepWeek(ctx, actor, week)
				if err != nil {
					failed = errors.Join(failed, fmt.Errorf("week %s: %w", week, err))
					continue
				}
				if kept.Making == models.WeekMade || kept.Making == models.WeekRenewed {
					made++
				}
				if kept.RunID != nil {
					wake()
				}
			}
			log.Info("weeks made from their template", "facility", facility, "looked_at", len(weeks), "made", made)
		}
		return failed
	}
}

// facilitiesOf returns the facility named, else all.
func facilitiesOf(ctx context.Context, store *models.Store, named string) ([]string, error) {
	if named != "" {
		return []string{named}, nil
	}
	facilities, err := store.Facilities(ctx, models.SystemActor(""))
	ids := make([]string, len(facilities))
	for i := range facilities {
		ids[i] = facilities[i].ID
	}
	return ids, err
}

// weeksOf returns the weeks a job names, else those the facility keeps.
func weeksOf(ctx context.Context, store *models.Store, actor models.Actor, arguments models.MakeWeeksArguments) ([]models.Week, error) {
	kept, err := store.WeeksToKeep(ctx, actor)
	if err != nil {
		return nil, err
	}
	return arguments.Narrow(kept)
}
