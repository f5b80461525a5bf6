package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"strconv"
	"time"

	"github.com/maillage-dime/maillage/frontend"
	"github.com/maillage-dime/maillage/handlers"
	"github.com/maillage-dime/maillage/jobs"
	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/demo"
	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/search"
)

// shutdownTime bounds how long a stopping server waits for requests and jobs under way.
const shutdownTime = 10 * time.Second

// app is a whole running Maillage: the only place where its packages meet.
type app struct {
	store    *models.Store
	api      *handlers.API
	queue    jobs.Queue
	ticker   *jobs.Ticker
	listener net.Listener
	log      *slog.Logger
}

// openApp opens the database, brings it up to date, fills the demo house where asked and possible, and listens. Nothing is served yet.
func openApp(ctx context.Context, config serverConfig, now func() time.Time, log *slog.Logger) (_ *app, err error) {
	a := &app{log: log}
	defer func() {
		if err != nil {
			err = errors.Join(err, a.close())
		}
	}()
	if a.store, err = models.Open(ctx, config.DB, models.Options{Now: now, Log: log}); err != nil {
		return nil, err
	}
	if err := a.store.Migrate(ctx); err != nil {
		return nil, fmt.Errorf("bringing the database up to date: %w", err)
	}
	if config.Demo {
		if err := fillDemo(ctx, a.store, now); err != nil {
			return nil, err
		}
	}
	var listen net.ListenConfig
	if a.listener, err = listen.Listen(ctx, "tcp", config.Addr); err != nil {
		return nil, err
	}
	return a, a.wire(ctx, config, now)
}

func (a *app) wire(ctx context.Context, config serverConfig, now func() time.Time) error {
	host, err := os.Hostname()
	if err != nil {
		return fmt.Errorf("naming this worker: %w", err)
	}
	runner := jobs.NewRunner(a.store, map[string]jobs.Handler{
		jobs.KindPlanRun:      jobs.PlanRun(a.store, jobs.PlanRunOptions{Now: now, Threads: searchThreads, Log: a.log}),
		jobs.KindTravel:       jobs.Travel(a.store, a.log),
		jobs.KindHousekeeping: jobs.Housekeeping(a.store),
		jobs.KindMakeWeeks:    jobs.MakeWeeks(a.store, func() { a.queue.Wake() }, a.log),
	}, jobs.Options{Worker: fmt.Sprintf("%s/%d", host, os.Getpid()), Threads: jobsAtOnce, Log: a.log})
	a.queue = runner
	a.ticker, err = jobs.NewTicker(a.store, a.location(ctx), runner.Wake, now, a.log) //nolint:contextcheck // a tick comes from no caller
	if err != nil {
		return err
	}
	assets, err := fs.Sub(frontend.Dist, "dist")
	if err != nil {
		return err
	}
	a.api, err = handlers.New(handlers.Deps{ //nolint:contextcheck // requests bring their own
		Store: a.store, Now: now, Wake: runner.Wake, Assets: assets, Log: a.log, Demo: config.Demo,
		PublicURL: withoutSlash(cmp.Or(config.PublicURL, a.address())), Version: version, OpenMetrics: config.OpenMetrics, Proxies: config.Proxy,
	})
	return err
}

// jobsAtOnce is how many jobs a process does side by side: nobody waits for the long search of somebody else. searchThreads is how many
// chains one search walks side by side.
const (
	jobsAtOnce    = 2
	searchThreads = 2
)

// location is the zone whose nights the scheduled jobs wait for: the first facility's, UTC in an empty database.
func (a *app) location(ctx context.Context) *time.Location {
	facilities, err := a.store.Facilities(ctx, models.SystemActor(""))
	if err != nil || len(facilities) == 0 {
		return time.UTC
	}
	location, err := time.LoadLocation(facilities[0].TimeZone)
	if err != nil {
		return time.UTC
	}
	return location
}

// address is where a browser on this machine reaches the server.
func (a *app) address() string {
	address := a.listener.Addr().String()
	if tcp, ok := a.listener.Addr().(*net.TCPAddr); ok && tcp.IP.IsUnspecified() {
		address = net.JoinHostPort("localhost", strconv.Itoa(tcp.Port))
	}
	return "http://" + address
}

// serve works until ctx ends, then stops in order: event streams and requests under way, scheduled and running jobs, the database. A plan run
// that is cut short is taken up again by whoever runs next.
func (a *app) serve(ctx context.Context) error {
	working := context.WithoutCancel(ctx) // requests and jobs end when they are told to, not all at the first sign
	a.queue.Start(working)
	a.ticker.Start()
	served := make(chan error, 1)
	go func() { served <- a.api.Serve(a.listener) }()
	var failed error
	select {
	case failed = <-served:
	case <-ctx.Done():
		a.log.Info("stopping")
	}
	finish, cancel := context.WithTimeout(working, shutdownTime)
	defer cancel()
	stopped := a.api.Shutdown(finish)
	a.ticker.Stop()
	return errors.Join(failed, stopped, a.queue.Stop(finish), a.close())
}

// close gives back what openApp took.
func (a *app) close() error {
	var err error
	if a.listener != nil {
		if closing := a.listener.Close(); !errors.Is(closing, net.ErrClosed) {
			err = closing
		}
	}
	if a.store != nil {
		err = errors.Join(err, a.store.Close())
	}
	return err
}

// The demo weeks are searched for so long: enough for a believable plan, always the same one. The seed is one whose first Monday shows what the guide
// tells of: somebody with more than eight appointments, and points of the working-time law that were signed for.
const (
	demoSteps = 6_000
	demoSeed  = 5
)

func fillDemo(ctx context.Context, store *models.Store, now func() time.Time) error {
	hash, err := handlers.HashPassword(demo.Password)
	if err != nil {
		return err
	}
	return demo.Fill(ctx, store, demo.Options{Now: now, PasswordHash: hash, Plan: func(ctx context.Context, p *planner.Problem) (*planner.Plan, error) {
		m, err := planner.Compile(p)
		if err != nil {
			return nil, err
		}
		plan, _ := search.Solve(ctx, m, search.Options{Seed: demoSeed, Steps: demoSteps, Threads: searchThreads})
		return plan, nil
	}})
}
