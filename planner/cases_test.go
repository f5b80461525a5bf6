package planner_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/planner"
)

// scoredCase is a problem and a plan with what an independent implementation of the model says about them.
type scoredCase struct {
	Problem  *planner.Problem
	Plan     *planner.Plan
	Expected planner.Score
}

func readCases(t testing.TB) map[string]scoredCase {
	t.Helper()
	files, err := filepath.Glob("testdata/cases/*.json")
	if err != nil || len(files) != 24 {
		t.Fatalf("24 cases expected, found %d: %v", len(files), err)
	}
	cases := make(map[string]scoredCase, len(files))
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var parts struct {
			Problem, Plan json.RawMessage
			Expected      struct{ planner.Score }
		}
		if err := json.Unmarshal(content, &parts); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		c := scoredCase{Expected: parts.Expected.Score}
		if c.Problem, err = planner.ReadProblem(bytes.NewReader(parts.Problem)); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if c.Plan, err = planner.ReadPlan(bytes.NewReader(parts.Plan)); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		cases[filepath.Base(file)] = c
	}
	return cases
}

// The number of breaches, the unmet cost, the soft cost and every term are those of the independent implementation, in broken plans too.
func TestCasesScoreAsStated(t *testing.T) {
	t.Parallel()
	for name, c := range readCases(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			model, err := planner.Compile(c.Problem)
			if err != nil {
				t.Fatal(err)
			}
			report := planner.Evaluate(model, c.Plan)
			if diff := cmp.Diff(c.Expected, report.Score); diff != "" {
				t.Errorf("expected (-), evaluated (+):\n%s\nfound: %+v", diff, report.Breaches)
			}
		})
	}
}
