package jobs_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/maillage-dime/maillage/jobs"
	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

func paris(t *testing.T) *time.Location {
	t.Helper()
	location, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	return location
}

func ticker(t *testing.T, store *models.Store, now func() time.Time) *jobs.Ticker {
	t.Helper()
	ticker, err := jobs.NewTicker(store, paris(t), func() {}, now, nil)
	if err != nil {
		t.Fatal(err)
	}
	return ticker
}

// slots takes all scheduled jobs out of the store and returns when they were due, by the wall clock of Paris.
func slots(t *testing.T, store *models.Store) []string {
	t.Helper()
	var slots []string
	for {
		job, err := store.ClaimJob(t.Context(), "test", []string{jobs.KindHousekeeping}, time.Minute)
		if err != nil {
			t.Fatal(err)
		}
		if job == nil {
			return slots
		}
		slots = append(slots, job.RunAt.In(paris(t)).Format(time.DateTime))
		if err := store.FinishJob(t.Context(), job); err != nil {
			t.Fatal(err)
		}
	}
}

// Two processes tick through both daylight changes of a year: each night has one job. (The clock of a bubble begins in 2000.)
func TestEachNightHasOneJobWhoeverTicks(t *testing.T) {
	for _, night := range []struct{ name, before string }{
		{"spring", "2000-03-24 12:00:00"}, {"autumn", "2000-10-27 12:00:00"},
	} {
		dsn := storetest.SQLiteDSN(t)
		t.Run(night.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				store := openStore(t, dsn)
				noon, err := time.ParseInLocation(time.DateTime, night.before, paris(t))
				if err != nil {
					t.Fatal(err)
				}
				time.Sleep(time.Until(noon))
				one, two := ticker(t, store, time.Now), ticker(t, store, time.Now)
				one.Start()
				two.Start()
				first := slots(t, store)
				if len(first) != 1 || first[0] != noon.Format(time.DateOnly)+" 04:30:00" {
					t.Errorf("the night before the start is made up for once: %v", first)
				}
				for day := 1; day <= 4; day++ {
					time.Sleep(time.Until(noon.AddDate(0, 0, day)))
					synctest.Wait()
					want := noon.AddDate(0, 0, day).Format(time.DateOnly) + " 04:30:00"
					if got := slots(t, store); len(got) != 1 || got[0] != want {
						t.Errorf("slots %v, want %s", got, want)
					}
				}
				one.Stop()
				two.Stop()
			})
		})
	}
}

func TestMissedSlotIsMadeUpForOnce(t *testing.T) {
	t.Parallel()
	morning := time.Date(2026, time.November, 23, 8, 0, 0, 0, paris(t))
	store := storetest.Open(t, storetest.SQLiteDSN(t), models.Options{Now: func() time.Time { return morning }})
	for range 2 {
		restarted := ticker(t, store, func() time.Time { return morning })
		restarted.Start()
		restarted.Stop()
	}
	if got := slots(t, store); len(got) != 1 || got[0] != "2026-11-23 04:30:00" {
		t.Errorf("slots %v", got)
	}
}
