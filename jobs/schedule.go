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
	KindMakeWeeks    = models.JobKindMakeWeeks
)

// schedule is everything the clock asks for, at least once a day each. Hours lie outside 01:00-04:00 local time: in that window a daylight
// change skips or repeats them.
var schedule = []struct{ name, spec, kind string }{
	{"nightly-housekeeping", "30 4 * * *", KindHousekeeping},
	{"nightly-travel", "35 4 * * *", KindTravel},
	{"nightly-weeks", "45 4 * * *", KindMakeWeeks},
}

// lookBack is how far a slot may lie in the past: a little more than the longest day, which has 25 hours.
const lookBack = 26 * time.Hour

// insertTime bounds how long one insertion waits for the database.
const insertTime = time.Minute

// Ticker inserts scheduled jobs. Every process of a house ticks; the slot's key makes each slot one job, whoever was first. A slot that passed
// while no process ran is made up for at the start.
type Ticker struct {
	store    *models.Store
	location *time.Location
	wake     func()
	now      func() time.Time
	log      *slog.Logger
	cron     *cron.Cron
	entries  []func()
}

// NewTicker returns a ticker whose hours are those of location. It calls wake when it has inserted a job.
func NewTicker(store *models.Store, location *time.Location, wake func(), now func() time.Time, log *slog.Logger) (*Ticker, error) {
	t := &Ticker{store: store, location: location, wake: wake, now: now, log: logOrNone(log)}
	quiet := cron.DiscardLogger
	t.cron = cron.New(cron.WithLocation(location), cron.WithChain(cron.Recover(quiet), cron.SkipIfStillRunning(quiet)))
	for _, entry := range schedule {
		hours, err := cron.ParseStandard(entry.spec)
		if err != nil {
			return nil, fmt.Errorf("schedule %s: %w", entry.name, err)
		}
		insert := func() { t.insertLast(entry.name, entry.kind, hours) }
		t.cron.Schedule(hours, cron.FuncJob(insert))
		t.entries = append(t.entries, insert)
	}
	return t, nil
}

// Start inserts the jobs of slots that were missed, if any, begins to tick and returns.
func (t *Ticker) Start() {
	for _, insert := range t.entries {
		insert()
	}
	t.cron.Start()
}

// Stop ends the ticking and waits for an insertion under way.
func (t *Ticker) Stop() { <-t.cron.Stop().Done() }

// insertLast inserts the job of the last slot before now, unless somebody did.
func (t *Ticker) insertLast(name, kind string, hours cron.Schedule) {
	slot, passed := lastSlot(hours, t.now().In(t.location))
	if !passed {
		return
	}
	key := name + "@" + slot.Format(time.RFC3339)
	ctx, cancel := context.WithTimeout(context.Background(), insertTime)
	defer cancel()
	if err := t.store.EnqueueJob(ctx, kind, nil, &key, slot); err != nil {
		t.log.Error("a scheduled job could not be inserted", "slot", key, "error", err)
		return
	}
	t.wake()
}

// lastSlot returns the last scheduled moment that is not after now.
func lastSlot(hours cron.Schedule, now time.Time) (slot time.Time, found bool) {
	for next := hours.Next(now.Add(-lookBack)); !next.IsZero() && !next.After(now); next = hours.Next(next) {
		slot, found = next, true
	}
	return slot, found
}
