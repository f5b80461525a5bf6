package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/planner"
)

const (
	problemFile = "testdata/children-8.problem.json"
	planFile    = "testdata/children-8.plan.json"
)

// planOf reads what solve wrote.
func planOf(t *testing.T, stdout string) *planner.Plan {
	t.Helper()
	plan, err := planner.ReadPlan(strings.NewReader(stdout))
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func TestSolveWritesALawfulPlan(t *testing.T) {
	t.Parallel()
	for _, flags := range [][]string{{"--seconds=0"}, {"--seconds=0.2"}, {"--steps=2000"}, {"--seconds=0", "--only=gaps", "--start=" + planFile}} {
		solved := maillage(t, append([]string{"solve", problemFile}, flags...)...).succeed(t)
		if plan := planOf(t, solved.stdout); len(plan.Occurrences) == 0 || plan.Score == nil {
			t.Errorf("%v: an empty plan", flags)
		}
		maillage(t, "check", problemFile, written(t, "plan.json", solved.stdout)).succeed(t)
	}
}

func TestSolveReadsTheStandardInput(t *testing.T) {
	t.Parallel()
	problem, err := os.ReadFile(problemFile)
	if err != nil {
		t.Fatal(err)
	}
	planOf(t, maillageOn(t, string(problem), "solve", "-", "--seconds=0").succeed(t).stdout)
}

func TestSolveBySteps(t *testing.T) {
	t.Parallel()
	for _, threads := range []int{1, 2} {
		args := []string{"solve", problemFile, "--steps=3000", "--seed=7", "--threads=" + strconv.Itoa(threads)}
		first, second := maillage(t, args...).succeed(t), maillage(t, args...).succeed(t)
		if first.stdout != second.stdout {
			t.Errorf("%d threads: the same seed and steps gave two plans", threads)
		}
	}
}

func TestSolveNeverReturnsWorseThanItsStart(t *testing.T) {
	t.Parallel()
	start, err := os.ReadFile(planFile)
	if err != nil {
		t.Fatal(err)
	}
	solved := planOf(t, maillage(t, "solve", problemFile, "--steps=500", "--start="+planFile).succeed(t).stdout)
	m, err := (&environment{}).readProblem(problemFile)
	if err != nil {
		t.Fatal(err)
	}
	if before := planner.Evaluate(m, planOf(t, string(start))).Score; solved.Score.Compare(before) > 0 {
		t.Errorf("from %+v to %+v", before, solved.Score)
	}
}

// An interrupt ends a search of an hour at once and keeps its plan.
func TestInterruptedSolveKeepsTheBest(t *testing.T) {
	t.Parallel()
	ctx, interrupt := context.WithCancel(t.Context())
	var stdout bytes.Buffer
	var stderr liveText
	code := make(chan int)
	go func() {
		code <- run(ctx, []string{"solve", problemFile, "--seconds=3600"}, strings.NewReader(""), &stdout, &stderr, time.Now)
	}()
	until(t, func() bool { return strings.Contains(stderr.String(), "planned") })
	interrupt()
	if got := <-code; got != exitFine {
		t.Fatalf("exit code %d: %s", got, stderr.String())
	}
	maillage(t, "check", problemFile, written(t, "plan.json", stdout.String())).succeed(t)
}

// edited returns the problem of the tests with one value replaced, path naming it from the root.
func edited(t *testing.T, value any, path ...any) string {
	t.Helper()
	content, err := os.ReadFile(problemFile)
	if err != nil {
		t.Fatal(err)
	}
	var root any
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.UseNumber()
	if err := decoder.Decode(&root); err != nil {
		t.Fatal(err)
	}
	at := root
	for _, step := range path[:len(path)-1] {
		if name, isName := step.(string); isName {
			at = at.(map[string]any)[name]
		} else {
			at = at.([]any)[step.(int)]
		}
	}
	at.(map[string]any)[path[len(path)-1].(string)] = value
	content, err = json.Marshal(root)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestSolveNamesEveryPlaceOfABrokenFile(t *testing.T) {
	t.Parallel()
	for name, broken := range map[string]struct {
		content string
		words   []string
	}{
		"empty":         {"", []string{"$"}},
		"not JSON":      {"{", []string{"$"}},
		"something":     {"[]", []string{"$"}},
		"two values":    {"{} {}", []string{"$"}},
		"broken UTF-8":  {"{\"name\":\"\xff\"}", []string{"$"}},
		"wrong format":  {edited(t, "maillage-problem/2", "format"), []string{"$.format", "maillage-problem/2"}},
		"unknown field": {edited(t, 1, "colour"), []string{"$.colour"}},
		"float":         {edited(t, 15.5, "grid"), []string{"$.grid", "15.5"}},
		"wrong type":    {edited(t, "five", "days"), []string{"$.days", "five"}},
		"huge number":   {edited(t, json.Number("1e99"), "days"), []string{"$.days"}},
		"unknown id":    {edited(t, "nowhere", "professionals", 0, "base"), []string{"$.professionals[0].base", "nowhere"}},
		"no duration":   {edited(t, -5, "activities", 1, "duration"), []string{"$.activities[1].duration", "-5"}},
		"two mistakes": {
			strings.Replace(edited(t, "nowhere", "professionals", 0, "base"), `"grid":15`, `"grid":7`, 1),
			[]string{"$.professionals[0].base", "nowhere", "$.grid", "7"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := written(t, "problem.json", broken.content)
			for _, command := range [][]string{{"solve", file, "--seconds=0"}, {"check", file, planFile}} {
				got := maillage(t, command...)
				got.refuse(t, broken.words...)
				for line := range strings.Lines(strings.TrimSpace(got.stderr)) {
					if !strings.Contains(line, file) {
						t.Errorf("a line does not name the file: %q", line)
					}
				}
			}
		})
	}
}

// What is pinned cannot stand together: no plan is lawful, and none is written.
func TestSolveSaysThatPinsContradict(t *testing.T) {
	t.Parallel()
	plan, err := os.ReadFile(planFile)
	if err != nil {
		t.Fatal(err)
	}
	pinned := planOf(t, string(plan)).Occurrences[:1]
	pinned[0].Start = 0 // midnight: nobody is at work
	maillage(t, "solve", written(t, "problem.json", edited(t, pinned, "pinned")), "--seconds=0").refuse(t, "$.pinned", "rule")
}
