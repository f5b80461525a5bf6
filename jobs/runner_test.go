package jobs_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/jobs"
	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

func enqueue(t *testing.T, store *models.Store, kind string) {
	t.Helper()
	if err := store.EnqueueJob(t.Context(), kind, nil, nil, time.Now()); err != nil {
		t.Fatal(err)
	}
}

// start runs handlers until the test ends.
func start(t *testing.T, store *models.Store, handlers map[string]jobs.Handler, o jobs.Options) *jobs.Runner {
	t.Helper()
	if o.Worker == "" {
		o.Worker = "test"
	}
	if o.Poll == 0 {
		o.Poll = 5 * time.Millisecond
	}
	runner := jobs.NewRunner(store, handlers, o)
	runner.Start(context.Background())
	t.Cleanup(func() { stop(t, runner) })
	return runner
}

func stop(t *testing.T, runner *jobs.Runner) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := runner.Stop(ctx); err != nil {
		t.Error(err)
	}
}

func TestStartAndStopTwice(t *testing.T) {
	t.Parallel()
	store := newStore(t)
	done := make(chan int, 10)
	handlers := map[string]jobs.Handler{"count": func(_ context.Context, job *models.Job) error { done <- job.Attempt; return nil }}
	runner := jobs.NewRunner(store, handlers, jobs.Options{Worker: "test", Poll: time.Hour})
	stop(t, runner)
	runner.Start(t.Context())
	runner.Start(t.Context())
	for range 3 {
		enqueue(t, store, "count")
		runner.Wake()
		if attempt := await(t, done); attempt != 1 {
			t.Errorf("attempt %d", attempt)
		}
	}
	stop(t, runner)
	stop(t, runner)
	enqueue(t, store, "count")
	runner.Wake()
	runner.Start(t.Context())
	await(t, done)
	stop(t, runner)
	if len(done) > 0 {
		t.Errorf("a job was done twice")
	}
}

func TestPanicOfOneJobLeavesTheOthers(t *testing.T) {
	t.Parallel()
	dsn := storetest.SQLiteDSN(t)
	store := openStore(t, dsn)
	good, bad := make(chan bool, 1), make(chan bool, 1)
	enqueue(t, store, "bad")
	enqueue(t, store, "good")
	runner := start(t, store, map[string]jobs.Handler{
		"bad":  func(context.Context, *models.Job) error { bad <- true; panic("broken") },
		"good": func(context.Context, *models.Job) error { good <- true; return nil },
	}, jobs.Options{})
	await(t, bad)
	await(t, good)
	stop(t, runner)
	later := storetest.Open(t, dsn, models.Options{Now: func() time.Time { return time.Now().Add(time.Hour) }})
	job, err := later.ClaimJob(t.Context(), "other", []string{"bad", "good"}, time.Minute)
	if err != nil || job == nil || job.Kind != "bad" || job.LastError != "panic: broken" || job.Attempt != 2 {
		t.Fatalf("the broken job waits to be tried again: %+v, %v", job, err)
	}
}

func TestFailingJobIsTriedAFewTimesThenGivenUp(t *testing.T) {
	t.Parallel()
	var asked atomic.Int64 // each look at this clock is ten minutes later than the one before
	clock := func() time.Time { return storetest.Start.Add(time.Duration(asked.Add(1)) * 10 * time.Minute) }
	store := storetest.Open(t, storetest.SQLiteDSN(t), models.Options{Now: clock})
	tries := make(chan int, 100)
	if err := store.EnqueueJob(t.Context(), "bad", nil, nil, clock()); err != nil {
		t.Fatal(err)
	}
	start(t, store, map[string]jobs.Handler{
		"bad": func(_ context.Context, job *models.Job) error { tries <- job.Attempt; return errors.New("no") },
		"end": func(context.Context, *models.Job) error { tries <- 0; return nil },
	}, jobs.Options{Lease: 1000 * time.Hour})
	for want := 1; want <= 5; want++ {
		if attempt := await(t, tries); attempt != want {
			t.Fatalf("attempt %d instead of %d", attempt, want)
		}
	}
	if err := store.EnqueueJob(t.Context(), "end", nil, nil, clock().Add(2*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if attempt := await(t, tries); attempt != 0 {
		t.Errorf("tried a time more: %d", attempt)
	}
}

func TestLostLeaseEndsTheHandler(t *testing.T) {
	t.Parallel()
	dsn := storetest.SQLiteDSN(t)
	store := openStore(t, dsn)
	thief := storetest.Open(t, dsn, models.Options{Now: func() time.Time { return time.Now().Add(time.Hour) }})
	enqueue(t, store, "long")
	begun, ended := make(chan bool), make(chan bool)
	start(t, store, map[string]jobs.Handler{"long": func(ctx context.Context, _ *models.Job) error {
		begun <- true
		<-ctx.Done()
		ended <- true
		return ctx.Err()
	}}, jobs.Options{Lease: 150 * time.Millisecond})
	await(t, begun)
	stolen, err := thief.ClaimJob(t.Context(), "thief", []string{"long"}, time.Hour)
	if err != nil || stolen == nil {
		t.Fatalf("not taken over: %v", err)
	}
	await(t, ended)
	if held, err := thief.HeartbeatJob(t.Context(), stolen, time.Hour); err != nil || !held {
		t.Errorf("whoever lost the lease wrote to the job: %v, %v", held, err)
	}
}

// Long jobs keep their lease as long as they live. While a job is under way only the renewals look at its store's clock.
func TestLeaseIsRenewed(t *testing.T) {
	t.Parallel()
	const lease = 150 * time.Millisecond
	var passed atomic.Int64
	clock := func() time.Time { return storetest.Start.Add(time.Duration(passed.Load())) }
	looks := make(chan bool, 1000)
	dsn := storetest.SQLiteDSN(t)
	store := storetest.Open(t, dsn, models.Options{Now: func() time.Time { looks <- true; return clock() }})
	other := storetest.Open(t, dsn, models.Options{Now: clock})
	if err := other.EnqueueJob(t.Context(), "long", nil, nil, clock()); err != nil {
		t.Fatal(err)
	}
	begun, finish := make(chan bool), make(chan bool)
	start(t, store, map[string]jobs.Handler{"long": func(context.Context, *models.Job) error {
		begun <- true
		<-finish
		return nil
	}}, jobs.Options{Lease: lease})
	await(t, begun)
	for range 3 {
		passed.Add(int64(lease * 2 / 3))
		for len(looks) > 0 {
			<-looks
		}
		for range 3 { // the first may have begun before the clock moved, the second is over when the third begins
			await(t, looks)
		}
	}
	if job, err := other.ClaimJob(t.Context(), "other", []string{"long"}, lease); err != nil || job != nil {
		t.Errorf("a job under way was given away: %+v, %v", job, err)
	}
	close(finish)
}

func TestStoppedJobIsGivenBackAtOnce(t *testing.T) {
	t.Parallel()
	store := newStore(t)
	enqueue(t, store, "long")
	begun := make(chan bool)
	runner := start(t, store, map[string]jobs.Handler{"long": func(ctx context.Context, _ *models.Job) error {
		begun <- true
		<-ctx.Done()
		return ctx.Err()
	}}, jobs.Options{})
	await(t, begun)
	stop(t, runner)
	job, err := store.ClaimJob(t.Context(), "next", []string{"long"}, time.Minute)
	if err != nil || job == nil || job.Attempt != 2 {
		t.Fatalf("the job waits for a lease that nobody holds: %+v, %v", job, err)
	}
}

func TestTwoRunnersDoEachJobOnce(t *testing.T) {
	t.Parallel()
	storetest.EachDSN(t, eachJobOnce)
}

func eachJobOnce(t *testing.T, dsn string) {
	const count = 200
	first, second := openStore(t, dsn), openStore(t, dsn)
	for range count {
		enqueue(t, first, "count")
	}
	var mu sync.Mutex
	done := map[string]int{}
	whole := make(chan bool)
	handlers := map[string]jobs.Handler{"count": func(_ context.Context, job *models.Job) error {
		mu.Lock()
		defer mu.Unlock()
		done[job.ID]++
		if len(done) == count && done[job.ID] == 1 {
			close(whole)
		}
		return nil
	}}
	one := start(t, first, handlers, jobs.Options{Worker: "one", Threads: 2})
	two := start(t, second, handlers, jobs.Options{Worker: "two", Threads: 2})
	await(t, whole)
	stop(t, one)
	stop(t, two)
	for id, times := range done {
		if times != 1 {
			t.Errorf("job %s was done %d times", id, times)
		}
	}
	if job, err := first.ClaimJob(t.Context(), "other", []string{"count"}, time.Minute); err != nil || job != nil {
		t.Errorf("a job is left: %+v, %v", job, err)
	}
}
