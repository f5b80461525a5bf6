package main

import (
	"fmt"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/check"
)

type checkCommand struct {
	Problem string `arg:"" name:"problème" help:"Fichier du problème (maillage-problem/1), ou - pour l'entrée standard."`
	Plan    string `arg:"" name:"planning" help:"Fichier du planning (maillage-plan/1)."`
}

type checkAnswer struct {
	Hard     int              `json:"hard"`
	Unmet    int64            `json:"unmet"`
	Soft     int64            `json:"soft"`
	Terms    map[string]int64 `json:"terms"`
	Breaches []planner.Breach `json:"breaches"`
}

// Run scores the plan with the oracle and has the independent checker confirm whether it is lawful.
func (c *checkCommand) Run(e *environment) error {
	m, plan, err := e.readBoth(c.Problem, c.Plan)
	if err != nil {
		return err
	}
	report := planner.Evaluate(m, plan)
	confirmed := check.Verify(m.Problem, plan)
	if (len(confirmed) == 0) != (report.Score.Hard == 0) {
		return fmt.Errorf("%s: the two checkers disagree: %d breaches against %d; please report this with both files", c.Plan, report.Score.Hard, len(confirmed))
	}
	answer := checkAnswer{
		Hard: report.Score.Hard, Unmet: report.Score.Unmet, Soft: report.Score.Soft,
		Terms: report.Score.Terms, Breaches: append([]planner.Breach{}, report.Breaches...),
	}
	if err := e.answer(answer); err != nil {
		return err
	}
	if report.Score.Hard > 0 {
		return answerNo{}
	}
	return nil
}

type explainCommand struct {
	Problem    string `arg:"" name:"problème" help:"Fichier du problème."`
	Plan       string `arg:"" name:"planning" help:"Fichier du planning."`
	Activity   string `arg:"" name:"activité" optional:"" help:"Activité à expliquer ; sans elle, tout ce qui n'est pas planifié."`
	Occurrence int    `arg:"" optional:"" default:"0" help:"Numéro de l'occurrence, à partir de 0."`
}

// Run explains one occurrence, or every occurrence that was left out.
func (c *explainCommand) Run(e *environment) error {
	m, plan, err := e.readBoth(c.Problem, c.Plan)
	if err != nil {
		return err
	}
	if c.Activity == "" {
		return e.answer(map[string]any{"unplanned": planner.ExplainUnplanned(m, plan)})
	}
	if err := existing(m, c.Problem, c.Activity, c.Occurrence); err != nil {
		return err
	}
	return e.answer(planner.Explain(m, plan, planner.Ref{Activity: c.Activity, Occurrence: c.Occurrence}))
}

type diffCommand struct {
	Problem string `arg:"" name:"problème" help:"Fichier du problème."`
	Before  string `arg:"" name:"avant" help:"Premier planning."`
	After   string `arg:"" name:"après" help:"Second planning."`
}

// Run lists what people would notice between two plans of one problem.
func (c *diffCommand) Run(e *environment) error {
	m, before, err := e.readBoth(c.Problem, c.Before)
	if err != nil {
		return err
	}
	after, err := e.readPlan(c.After)
	if err != nil {
		return err
	}
	return e.answer(planner.Compare(m, before, after))
}
