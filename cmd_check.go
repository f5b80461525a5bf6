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
	m, err := e.readProblem(c.Problem)
	if err != nil {
		return err
	}
	plan, err := e.readPlan(c.Plan)
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
	m, err := e.readProblem(c.Problem)
	if err != nil {
		return err
	}
	plan, err := e.readPlan(c.Plan)
	if err != nil {
		return err
	}
	if c.Activity == "" {
		return e.answer(map[string]any{"unplanned": planner.ExplainUnplanned(m, plan)})
	}
	index, known := m.ActivityIndex(c.Activity)
	if !known {
		return fmt.Errorf("%s: no activity %q in this problem", c.Problem, c.Activity)
	}
	if count := m.Problem.Activities[index].Count; c.Occurrence < 0 || c.Occurrence >= count {
		return fmt.Errorf("%s: activity %q has no occurrence %d: give a number from 0 to %d", c.Problem, c.Activity, c.Occurrence, count-1)
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
	m, err := e.readProblem(c.Problem)
	if err != nil {
		return err
	}
	before, err := e.readPlan(c.Before)
	if err != nil {
		return err
	}
	after, err := e.readPlan(c.After)
	if err != nil {
		return err
	}
	return e.answer(map[string]any{
		"changes": planner.Diff(before, after),
		"before":  planner.Evaluate(m, before).Score,
		"after":   planner.Evaluate(m, after).Score,
	})
}
