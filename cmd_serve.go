package main

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/maillage-dime/maillage/models/demo"
)

type serveCommand struct {
	serverConfig

	Clock string `hidden:"" help:"Heure à laquelle l'horloge du serveur démarre (essais), au format RFC 3339."`
}

// Run serves until the process is told to stop.
func (c *serveCommand) Run(e *environment) error {
	if err := c.validate(); err != nil {
		return err
	}
	now, err := c.clock(e.now)
	if err != nil {
		return err
	}
	log := slog.New(slog.NewJSONHandler(e.stderr, &slog.HandlerOptions{Level: c.LogLevel}))
	a, err := openApp(e.ctx, c.serverConfig, now, log)
	if err != nil {
		return err
	}
	_, _ = fmt.Fprintf(e.stdout, "Maillage est prêt : %s\n", a.address())
	if c.Demo {
		_, _ = fmt.Fprintf(e.stdout, "\nComptes de démonstration (mot de passe %s) :\n", demo.Password)
		for _, account := range demo.Accounts {
			_, _ = fmt.Fprintf(e.stdout, "  %-28s %s\n", account.Email, account.Name)
		}
	}
	return a.serve(e.ctx)
}

// clock is the machine's, or one that starts at --clock and goes on at the machine's pace.
func (c *serveCommand) clock(machine func() time.Time) (func() time.Time, error) {
	if c.Clock == "" {
		return machine, nil
	}
	start, err := time.Parse(time.RFC3339, c.Clock)
	if err != nil {
		return nil, fmt.Errorf("--clock %q: give an instant such as 2026-11-23T06:52:00+01:00", c.Clock)
	}
	began := machine()
	return func() time.Time { return start.Add(machine().Sub(began)) }, nil
}
