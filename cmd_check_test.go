package main

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

// decoded reads the JSON a command wrote.
func decoded[T any](t *testing.T, a answered) (value T) {
	t.Helper()
	if err := json.Unmarshal([]byte(a.stdout), &value); err != nil {
		t.Fatalf("%v: %.300s", err, a.stdout)
	}
	return value
}

func fixturePlan(t *testing.T) *planner.Plan {
	t.Helper()
	content, err := os.ReadFile(planFile)
	if err != nil {
		t.Fatal(err)
	}
	return planOf(t, string(content))
}

// planWith writes the plan of the tests after a change and returns its file.
func planWith(t *testing.T, change func(*planner.Plan)) string {
	t.Helper()
	plan := fixturePlan(t)
	change(plan)
	var content bytes.Buffer
	if err := planner.WritePlan(&content, plan); err != nil {
		t.Fatal(err)
	}
	return written(t, "plan.json", content.String())
}

func TestCheckScoresAPlan(t *testing.T) {
	t.Parallel()
	answer := decoded[checkAnswer](t, maillage(t, "check", problemFile, planFile).succeed(t))
	m, err := (&environment{}).readProblem(problemFile)
	if err != nil {
		t.Fatal(err)
	}
	if want := planner.Evaluate(m, fixturePlan(t)).Score; answer.Hard != 0 || answer.Unmet != want.Unmet || answer.Soft != want.Soft || len(answer.Terms) != int(planner.TermCount) {
		t.Errorf("%+v instead of %+v", answer, want)
	}
	if answer.Breaches == nil {
		t.Error("breaches is null instead of []")
	}
}

func TestCheckAnswersNo(t *testing.T) {
	t.Parallel()
	file := planWith(t, func(p *planner.Plan) { p.Occurrences[0].Start = 0 })
	got := maillage(t, "check", problemFile, file)
	if answer := decoded[checkAnswer](t, got); got.code != exitNo || got.stderr != "" || answer.Hard == 0 || len(answer.Breaches) == 0 {
		t.Errorf("exit code %d, %q, %+v", got.code, got.stderr, answer)
	}
}

func TestCheckRefusesABrokenPlan(t *testing.T) {
	t.Parallel()
	file := written(t, "plan.json", `{"format":"maillage-plan/9","problem":"x","occurrences":[],"unplanned":[]}`)
	for _, command := range [][]string{{"check", problemFile, file}, {"explain", problemFile, file}, {"diff", problemFile, planFile, file}, {"solve", problemFile, "--start=" + file}} {
		maillage(t, command...).refuse(t, file, "$.format", "maillage-plan/9")
	}
}

func TestExplain(t *testing.T) {
	t.Parallel()
	first := fixturePlan(t).Occurrences[0]
	planned := decoded[planner.Explanation](t, maillage(t, "explain", problemFile, planFile, first.Activity).succeed(t))
	if !planned.Planned || planned.Activity != first.Activity || len(planned.Alternatives) == 0 {
		t.Errorf("%+v", planned)
	}
	without := planWith(t, func(p *planner.Plan) { p.Occurrences = p.Occurrences[1:] })
	missing := decoded[planner.Explanation](t, maillage(t, "explain", problemFile, without, first.Activity, "0").succeed(t))
	if missing.Planned || len(missing.Reasons) == 0 {
		t.Errorf("%+v", missing)
	}
	all := decoded[struct{ Unplanned []planner.Unplanned }](t, maillage(t, "explain", problemFile, without).succeed(t))
	if len(all.Unplanned) != len(fixturePlan(t).Unplanned)+1 {
		t.Errorf("%d occurrences are not planned", len(all.Unplanned))
	}
	maillage(t, "explain", problemFile, planFile, "nothing").refuse(t, problemFile, `"nothing"`)
	maillage(t, "explain", problemFile, planFile, first.Activity, "99").refuse(t, problemFile, first.Activity, "99")
}

func TestDiff(t *testing.T) {
	t.Parallel()
	type answer struct {
		Changes       []any
		Before, After planner.Score
	}
	if same := decoded[answer](t, maillage(t, "diff", problemFile, planFile, planFile).succeed(t)); same.Changes == nil || len(same.Changes) > 0 {
		t.Errorf("%+v", same)
	}
	without := planWith(t, func(p *planner.Plan) { p.Occurrences = p.Occurrences[1:] })
	if less := decoded[answer](t, maillage(t, "diff", problemFile, planFile, without).succeed(t)); len(less.Changes) != 1 || less.After.Unmet <= less.Before.Unmet {
		t.Errorf("%+v", less)
	}
}
