package jobs

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/robfig/cron/v3"

	"github.com/maillage-dime/maillage/models"
)

// The kinds of job.
const (
	KindPlanRun      = models.JobKindPlanRun
	KindHousekeeping = "housekeeping"
)

// schedule is everything the clock asks for. Hours lie outside 01:00-04:00 local time: in that window a daylight change skips or repeats them.
var schedule = []struct{ name, spec, kind string }{
	{"nightly-housekeeping", "30 4 * * *", KindHousekeeping},
}

// Ticker inserts scheduled jobs. Every process of a house ticks; the slot's key makes each slot one job, whoever was first.
type Ticker struct {
	cron *cron.Cron
}

// NewTicker returns a ticker whose hours are those of location.
func NewTicker(store *models.Store, location *time.Location, wake func(), now func() time.Time, log *slog.Logger) (*Ticker, error) {
	quiet := cron.DiscardLogger
	c := cron.New(cron.WithLocation(location), cron.WithChain(cron.Recover(quiet), cron.SkipIfStillRunning(quiet)))
	for _, entry := range schedule {
		_, err := c.AddFunc(entry.spec, func() {
			slot := entry.name + "@" + now().In(location).Format("2006-01-02T15:04")
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			if err := store.EnqueueJob(ctx, entry.kind, nil, &slot, now()); err != nil {
				log.Error("a scheduled job could not be inserted", "slot", slot, "error", err)
				return
			}
			wake()
		})
		if err != nil {
			return nil, fmt.Errorf("schedule %s: %w", entry.name, err)
		}
	}
	return &Ticker{cron: c}, nil
}

// Start begins to tick and returns at once.
func (t *Ticker) Start() { t.cron.Start() }

// Stop ends the ticking and waits for an insertion under way.
func (t *Ticker) Stop() { <-t.cron.Stop().Done() }
