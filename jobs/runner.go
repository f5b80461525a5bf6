package jobs

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"github.com/maillage-dime/maillage/models"
)

// Handler does one kind of job. It returns early, with an error, when ctx ends: at shutdown, or when the lease was lost to another worker.
// A job whose handler returns an error is tried again later, a few times; one whose handler returns nil is done. A job may be done again from
// its beginning, because a process can be killed at any moment.
type Handler func(ctx context.Context, job *models.Job) error

// Options say how a runner works. The zero value of a duration takes its default.
type Options struct {
	Worker  string        // name of this process among those that share the store; unique
	Threads int           // jobs done at the same time; default 1
	Lease   time.Duration // how long a job belongs to a worker that gives no sign of life; default 10 s
	Poll    time.Duration // how often the store is asked when nobody called Wake; default 1 s
	Log     *slog.Logger  // nil: nothing is logged
}

// endTime bounds how long writing down the end of a job waits for the database, also at shutdown.
const endTime = 5 * time.Second

// renewals is how often a lease is renewed in its length; as many failures in a row mean that it may be over.
const renewals = 3

func logOrNone(log *slog.Logger) *slog.Logger {
	if log == nil {
		return slog.New(slog.DiscardHandler)
	}
	return log
}

// Runner takes jobs from the store and does them. Start and Stop may be called in any order and more than once.
type Runner struct {
	store    *models.Store
	options  Options
	handlers map[string]Handler
	kinds    []string
	wake     chan struct{}

	mu     sync.Mutex
	cancel context.CancelFunc
	done   sync.WaitGroup
}

// NewRunner returns a runner that does the kinds of jobs in handlers.
func NewRunner(store *models.Store, handlers map[string]Handler, o Options) *Runner {
	o.Threads = max(o.Threads, 1)
	if o.Lease <= 0 {
		o.Lease = 10 * time.Second
	}
	if o.Poll <= 0 {
		o.Poll = time.Second
	}
	o.Log = logOrNone(o.Log)
	return &Runner{store: store, options: o, handlers: handlers, kinds: slices.Sorted(maps.Keys(handlers)), wake: make(chan struct{}, 1)}
}

// Start begins to take jobs and returns at once. It does nothing when the runner works already.
func (r *Runner) Start(ctx context.Context) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.cancel != nil {
		return
	}
	ctx, r.cancel = context.WithCancel(ctx)
	for thread := range r.options.Threads {
		worker := fmt.Sprintf("%s/%d", r.options.Worker, thread)
		r.done.Go(func() { r.work(ctx, worker) })
	}
}

// Stop takes no further job, tells the ones under way to end and waits for them, at most until ctx ends. Jobs that did not finish are given
// back and taken up again by whoever runs next.
func (r *Runner) Stop(ctx context.Context) error {
	r.mu.Lock()
	if r.cancel != nil {
		r.cancel()
		r.cancel = nil
	}
	r.mu.Unlock()
	finished := make(chan struct{})
	go func() { r.done.Wait(); close(finished) }()
	select {
	case <-finished:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("jobs still under way: %w", ctx.Err())
	}
}

// Wake makes an idle worker look for a job now. It never blocks.
func (r *Runner) Wake() {
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

func (r *Runner) work(ctx context.Context, worker string) {
	ticker := time.NewTicker(r.options.Poll)
	defer ticker.Stop()
	for ctx.Err() == nil {
		job, err := r.store.ClaimJob(ctx, worker, r.kinds, r.options.Lease)
		if err != nil && ctx.Err() == nil {
			r.options.Log.Error("claiming a job failed", "error", err)
		}
		if job != nil {
			r.do(ctx, job)
			continue
		}
		select {
		case <-ctx.Done():
		case <-r.wake:
		case <-ticker.C:
		}
	}
}

// do runs one job under its lease and writes down how it ended.
func (r *Runner) do(ctx context.Context, job *models.Job) {
	held, release := context.WithCancelCause(ctx)
	beats := make(chan struct{})
	go func() { defer close(beats); r.keepLease(held, release, job) }()
	err := r.guard(held, job)
	lost := errors.Is(context.Cause(held), errLeaseLost)
	release(nil)
	<-beats
	log := r.options.Log.With("job", job.ID, "kind", job.Kind, "attempt", job.Attempt)
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), endTime)
	defer cancel()
	switch {
	case err == nil:
		err = r.store.FinishJob(end, job)
	case lost:
		log.Warn("lease lost, somebody else does the job")
		return
	case ctx.Err() != nil:
		log.Info("job interrupted, it will be taken up again")
		err = r.store.ReleaseJob(end, job)
	default:
		log.Error("job failed", "error", err)
		err = r.store.FailJob(end, job, err.Error())
	}
	if err != nil {
		log.Error("the end of a job could not be written", "error", err)
	}
}

// guard turns a panic of a handler into an error: one broken job must not take the others with it.
func (r *Runner) guard(ctx context.Context, job *models.Job) (err error) {
	defer func() {
		if p := recover(); p != nil {
			r.options.Log.Error("a job panicked", "job", job.ID, "kind", job.Kind, "panic", p, "stack", string(debug.Stack()))
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return r.handlers[job.Kind](ctx, job)
}

// errLeaseLost is the cause for which a job's context ends when the job belongs to somebody else.
var errLeaseLost = errors.New("lease lost")

// keepLease renews the lease until ctx ends, and ends the job when the lease belongs to somebody else, or may.
func (r *Runner) keepLease(ctx context.Context, release context.CancelCauseFunc, job *models.Job) {
	ticker := time.NewTicker(r.options.Lease / renewals)
	defer ticker.Stop()
	failures := 0
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		kept, err := r.store.HeartbeatJob(ctx, job, r.options.Lease)
		switch {
		case ctx.Err() != nil:
			return
		case err != nil:
			failures++
			r.options.Log.Error("renewing a lease failed", "job", job.ID, "error", err)
		default:
			failures = 0
		}
		if err == nil && !kept || failures >= renewals {
			release(errLeaseLost)
			return
		}
	}
}
