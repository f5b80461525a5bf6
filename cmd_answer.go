package main

import (
	"encoding/json"
	"fmt"
	"os"
	"time"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/search"
)

// aboutOccurrence are the arguments of a question about one occurrence of a plan.
type aboutOccurrence struct {
	Problem    string `arg:"" name:"problème" help:"Fichier du problème (maillage-problem/1), ou - pour l'entrée standard."`
	Plan       string `arg:"" name:"planning" help:"Fichier du planning (maillage-plan/1)."`
	Activity   string `arg:"" name:"activité" help:"Activité."`
	Occurrence int    `arg:"" help:"Numéro de l'occurrence, à partir de 0."`
}

func (a *aboutOccurrence) read(e *environment) (*planner.Model, *planner.Plan, planner.Ref, error) {
	none := planner.Ref{}
	m, plan, err := e.readBoth(a.Problem, a.Plan)
	if err != nil {
		return nil, nil, none, err
	}
	if err := existing(m, a.Problem, a.Activity, a.Occurrence); err != nil {
		return nil, nil, none, err
	}
	return m, plan, planner.Ref{Activity: a.Activity, Occurrence: a.Occurrence}, nil
}

// existing reports a question about an occurrence that the problem does not have.
func existing(m *planner.Model, file, activity string, occurrence int) error {
	index, known := m.ActivityIndex(activity)
	if !known {
		return fmt.Errorf("%s: no activity %q in this problem", file, activity)
	}
	if count := m.Problem.Activities[index].Count; occurrence < 0 || occurrence >= count {
		return fmt.Errorf("%s: activity %q has no occurrence %d: give a number from 0 to %d", file, activity, occurrence, count-1)
	}
	return nil
}

type recommendCommand struct {
	aboutOccurrence
	Keep  string `default:"" enum:",hour,staff" placeholder:"hour|staff" help:"Ce qui ne change pas : l'horaire et le lieu (hour : qui d'autre ?) ou les personnes (staff : à quel autre moment ?)."`
	Limit int    `default:"0" placeholder:"N" help:"Nombre de propositions, les meilleures ; 0 : toutes."`
}

// Run writes all lawful ways to plan one occurrence, best first; where there is none, those for which one other would have to give way.
func (c *recommendCommand) Run(e *environment) error {
	if c.Limit < 0 {
		return fmt.Errorf("--limit %d: give 0 or more", c.Limit)
	}
	m, plan, ref, err := c.read(e)
	if err != nil {
		return err
	}
	options := planner.Recommend(m, plan, ref, planner.RecommendOptions{Keep: planner.Keep(c.Keep), Limit: c.Limit})
	answer := map[string][]planner.Recommendation{"options": options}
	if len(options) > 0 && options[0].GivesWay != nil {
		answer = map[string][]planner.Recommendation{"options": {}, "giving_way": options}
	}
	return e.answer(answer)
}

type unblockCommand struct{ aboutOccurrence }

// Run writes the smallest changes with which an occurrence can be planned.
func (c *unblockCommand) Run(e *environment) error {
	m, plan, ref, err := c.read(e)
	if err != nil {
		return err
	}
	return e.answer(map[string]any{"proposals": planner.Unblock(m, plan, ref)})
}

type precheckCommand struct {
	Problem string `arg:"" name:"problème" help:"Fichier du problème (maillage-problem/1), ou - pour l'entrée standard."`
}

// Run writes the needs that no plan can meet; the answer is no when there are some.
func (c *precheckCommand) Run(e *environment) error {
	m, err := e.readProblem(c.Problem)
	if err != nil {
		return err
	}
	findings := planner.Precheck(m)
	if err := e.answer(map[string]any{"findings": findings}); err != nil {
		return err
	}
	if len(findings) > 0 {
		return answerNo{}
	}
	return nil
}

type repairCommand struct {
	Problem string  `arg:"" name:"problème" help:"Fichier du problème avec ce qui est publié et les absences, ou - pour l'entrée standard."`
	Seconds float64 `default:"0.2" help:"Durée de recherche, en secondes ; 0 : la première réparation trouvée."`
	Seed    uint64  `default:"1" help:"Graine du tirage."`
	Threads int     `default:"2" help:"Recherches menées de front."`
	Report  string  `placeholder:"FICHIER" help:"Écrit dans ce fichier chaque changement et, pour chaque séance perdue, ce qui est possible : remplacer, déplacer, rejoindre un groupe, annuler."`
}

// Run plans again from what is published, with as few changes as possible, and writes the plan.
func (c *repairCommand) Run(e *environment) error {
	limits := solveCommand{Seconds: c.Seconds, Threads: c.Threads}
	if err := limits.validate(); err != nil {
		return err
	}
	m, err := e.readProblem(c.Problem)
	if err != nil {
		return err
	}
	published := &planner.Plan{Occurrences: m.Problem.Published}
	options := search.Options{Seed: c.Seed, Threads: c.Threads, Start: published, Progress: e.progress()}
	if c.Seconds > 0 {
		options.Duration, options.Now = time.Duration(c.Seconds*float64(time.Second)), e.now
	} else {
		options.Steps = 1
	}
	plan, stats := search.Solve(e.ctx, m, options)
	if err := lawful(m.Problem, plan); err != nil {
		return inFile(c.Problem, err)
	}
	plan.Unplanned = planner.ExplainUnplanned(m, plan)
	_, _ = fmt.Fprintf(e.stderr, "%s after %d steps\n", scoreText(plan), stats.Steps)
	if c.Report != "" {
		if err := writeReport(c.Report, planner.RepairReport(m, published, plan)); err != nil {
			return err
		}
	}
	return planner.WritePlan(e.stdout, plan)
}

// writeReport writes a report for nobody else to read: it names children and staff.
func writeReport(path string, report planner.Repair) error {
	content, err := json.MarshalIndent(report, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(content, '\n'), 0o600)
}
