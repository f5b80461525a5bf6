package models_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

// eachTicking runs a test on both databases under a clock that the test moves.
func eachTicking(t *testing.T, test func(t *testing.T, s *models.Store, clock *tickingClock)) {
	t.Helper()
	t.Parallel()
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		clock := &tickingClock{now: storetest.Start}
		test(t, storetest.Open(t, dsn, models.Options{Now: clock.Now}), clock)
	})
}

var anyKind = []string{"test"}

const lease = 10 * time.Second

func claim(t *testing.T, s *models.Store, worker string) *models.Job {
	t.Helper()
	job, err := s.ClaimJob(t.Context(), worker, anyKind, lease)
	if err != nil {
		t.Fatal(err)
	}
	return job
}

func TestJobsAreDoneOnceInTheirOrder(t *testing.T) {
	eachTicking(t, func(t *testing.T, s *models.Store, clock *tickingClock) {
		ctx := t.Context()
		for i, wait := range []time.Duration{2 * time.Second, time.Hour, 0} {
			if err := s.EnqueueJob(ctx, "test", map[string]int{"number": i}, nil, clock.now.Add(wait)); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.EnqueueJob(ctx, "another", nil, nil, clock.now); err != nil {
			t.Fatal(err)
		}
		first := claim(t, s, "one")
		if first == nil || string(first.Arguments) != `{"number":2}` && string(first.Arguments) != `{"number": 2}` || first.Attempt != 1 {
			t.Fatalf("first %+v", first)
		}
		if claim(t, s, "two") != nil {
			t.Fatal("a job was given too early or twice")
		}
		clock.now = clock.now.Add(3 * time.Second)
		if claim(t, s, "two") == nil {
			t.Fatal("the job that is due was not given")
		}
		if err := s.FinishJob(ctx, first); err != nil {
			t.Fatal(err)
		}
		if err := s.FinishJob(ctx, first); models.CodeOf(err) != models.CodeConflict {
			t.Fatalf("finished twice: %v", err)
		}
	})
}

func TestASlotIsOneJob(t *testing.T) {
	eachTicking(t, func(t *testing.T, s *models.Store, clock *tickingClock) {
		slot := "nightly@2026-11-22T04:30"
		for range 3 {
			if err := s.EnqueueJob(t.Context(), "test", nil, &slot, clock.now); err != nil {
				t.Fatal(err)
			}
		}
		if claim(t, s, "one") == nil || claim(t, s, "one") != nil {
			t.Fatal("the slot is not exactly one job")
		}
	})
}

func TestALeaseFencesTheWorker(t *testing.T) {
	eachTicking(t, func(t *testing.T, s *models.Store, clock *tickingClock) {
		ctx := t.Context()
		if err := s.EnqueueJob(ctx, "test", nil, nil, clock.now); err != nil {
			t.Fatal(err)
		}
		dead := claim(t, s, "one")
		clock.now = clock.now.Add(lease * 2 / 3)
		if held, err := s.HeartbeatJob(ctx, dead, lease); err != nil || !held {
			t.Fatalf("heartbeat: %v %v", held, err)
		}
		clock.now = clock.now.Add(lease * 2 / 3)
		if claim(t, s, "one") != nil {
			t.Fatal("taken over before the renewed lease ended")
		}
		clock.now = clock.now.Add(lease)
		heir := claim(t, s, "one") // the same name, as after a restart: the attempt tells them apart
		if heir == nil || heir.ID != dead.ID || heir.Attempt != 2 {
			t.Fatalf("heir %+v", heir)
		}
		if held, err := s.HeartbeatJob(ctx, dead, lease); err != nil || held {
			t.Fatalf("the dead worker's heartbeat: %v %v", held, err)
		}
		for name, err := range map[string]error{"finish": s.FinishJob(ctx, dead), "fail": s.FailJob(ctx, dead, "late")} {
			if models.CodeOf(err) != models.CodeConflict {
				t.Errorf("the dead worker's %s: %v", name, err)
			}
		}
		if err := s.FinishJob(ctx, heir); err != nil {
			t.Fatal(err)
		}
	})
}

func TestAJobIsTriedAFewTimes(t *testing.T) {
	eachTicking(t, func(t *testing.T, s *models.Store, clock *tickingClock) {
		if err := s.EnqueueJob(t.Context(), "test", nil, nil, clock.now); err != nil {
			t.Fatal(err)
		}
		attempts := 0
		for range 20 {
			if job := claim(t, s, "one"); job != nil {
				attempts++
				if err := s.FailJob(t.Context(), job, "broken \x00 \xff"); err != nil {
					t.Fatal(err)
				}
				if claim(t, s, "one") != nil {
					t.Fatal("tried again at once")
				}
			}
			clock.now = clock.now.Add(time.Hour)
		}
		if attempts != 5 {
			t.Fatalf("tried %d times", attempts)
		}
	})
}

func TestManyWorkersShareTheJobs(t *testing.T) {
	eachTicking(t, func(t *testing.T, s *models.Store, clock *tickingClock) {
		const jobs, workers = 60, 6
		for range jobs {
			if err := s.EnqueueJob(t.Context(), "test", nil, nil, clock.now); err != nil {
				t.Fatal(err)
			}
		}
		var wait sync.WaitGroup
		done := make([]map[string]bool, workers)
		for i := range workers {
			done[i] = map[string]bool{}
			wait.Go(func() {
				for {
					job, err := s.ClaimJob(t.Context(), fmt.Sprint("worker ", i), anyKind, lease)
					if err != nil {
						t.Error(err)
						return
					}
					if job == nil {
						return
					}
					done[i][job.ID] = true
				}
			})
		}
		wait.Wait()
		all, times := map[string]bool{}, 0
		for _, ids := range done {
			for id := range ids {
				all[id] = true
				times++
			}
		}
		if len(all) != jobs || times != jobs {
			t.Fatalf("%d jobs were done %d times", len(all), times)
		}
	})
}
