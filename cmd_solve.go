package main

import (
	"fmt"
	"time"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/check"
	"github.com/maillage-dime/maillage/planner/search"
)

type solveCommand struct {
	Problem string  `arg:"" name:"problème" help:"Fichier du problème (maillage-problem/1), ou - pour l'entrée standard."`
	Seconds float64 `default:"10" help:"Durée de recherche, en secondes ; 0 : le premier planning trouvé."`
	Steps   int64   `placeholder:"N" help:"Nombre d'essais par fil, au lieu d'une durée : même graine, même nombre, même planning."`
	Seed    uint64  `default:"1" help:"Graine du tirage."`
	Threads int     `default:"2" help:"Recherches menées de front."`
	Start   string  `placeholder:"FICHIER" help:"Planning de départ ; le résultat n'est jamais moins bon."`
	Only    string  `default:"all" enum:"all,gaps" help:"Ce qui peut changer : tout (all), ou seulement ce qui n'est pas planifié (gaps)."`
}

// longestSearch bounds --seconds and mostThreads --threads: beyond them is a slip of the hand.
const (
	longestSearch = 7 * 24 * time.Hour
	mostThreads   = 64
)

func (c *solveCommand) validate() error {
	switch {
	case !(c.Seconds >= 0 && c.Seconds <= longestSearch.Seconds()): // also refuses NaN
		return fmt.Errorf("--seconds %v: give 0 to %v", c.Seconds, longestSearch.Seconds())
	case c.Steps < 0:
		return fmt.Errorf("--steps %d: give 0 or more", c.Steps)
	case c.Threads < 1 || c.Threads > mostThreads:
		return fmt.Errorf("--threads %d: give 1 to %d", c.Threads, mostThreads)
	}
	return nil
}

// Run searches and writes the plan. An interrupt, or the end of the time, keeps the best plan so far.
func (c *solveCommand) Run(e *environment) error {
	if err := c.validate(); err != nil {
		return err
	}
	m, err := e.readProblem(c.Problem)
	if err != nil {
		return err
	}
	options := search.Options{Seed: c.Seed, Threads: c.Threads, Scope: search.Scope{OnlyGaps: c.Only == "gaps"}, Progress: e.progress()}
	if c.Start != "" {
		if options.Start, err = e.readPlan(c.Start); err != nil {
			return err
		}
	}
	switch {
	case c.Steps > 0:
		options.Steps = c.Steps
	case c.Seconds > 0:
		options.Duration, options.Now = time.Duration(c.Seconds*float64(time.Second)), e.now
	default:
		options.Steps = 1
	}
	plan, stats := search.Solve(e.ctx, m, options)
	if err := lawful(m.Problem, plan); err != nil {
		return inFile(c.Problem, err)
	}
	plan.Unplanned = planner.ExplainUnplanned(m, plan)
	_, _ = fmt.Fprintf(e.stderr, "%s after %d steps\n", scoreText(plan), stats.Steps)
	return planner.WritePlan(e.stdout, plan)
}

// lawful has the independent checker confirm a plan before anybody sees it.
func lawful(p *planner.Problem, plan *planner.Plan) error {
	breaches := check.Verify(p, plan)
	if len(breaches) == 0 {
		return nil
	}
	if fixed := check.Verify(p, &planner.Plan{Occurrences: p.Pinned}); len(fixed) > 0 {
		return fmt.Errorf("$.pinned: no plan can be lawful, for what is pinned breaks %d rules: %s", len(fixed), fixed[0])
	}
	return fmt.Errorf("the plan found breaks %d rules and is not written: %s; please report this with the problem", len(breaches), breaches[0])
}

func scoreText(plan *planner.Plan) string {
	return fmt.Sprintf("planned %d, left out %d, unmet %d, soft %d", len(plan.Occurrences), len(plan.Unplanned), plan.Score.Unmet, plan.Score.Soft)
}

// toldEvery is how often a search on the command line says how far it is.
const toldEvery = time.Second

// progress tells the standard error how far the search has come.
func (e *environment) progress() func(search.Progress) {
	told := e.now()
	return func(p search.Progress) {
		now := e.now()
		if now.Sub(told) < toldEvery {
			return
		}
		told = now
		_, _ = fmt.Fprintf(e.stderr, "planned %d of %d, unmet %d, soft %d\n", p.Planned, p.Wanted, p.Score.Unmet, p.Score.Soft)
	}
}
