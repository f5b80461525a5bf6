package planner_test

import (
	"bytes"
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

// Whatever the bytes: no panic; what is refused has issues; what is accepted is written and read back to the same bytes, compiles, and any
// plan of it can be judged.
func FuzzReadProblem(f *testing.F) {
	p, _ := wholeHouse()
	text := written(f, p)
	f.Add([]byte(text))
	f.Add([]byte(text[:len(text)/2]))
	f.Add([]byte(`{"format":"maillage-problem/1","name":"","first_day":"2026-09-07","days":1,"grid":1,"places":[],"travel":[],"rooms":[],"teams":[],"professionals":[],"children":[],"activities":[]}`))
	f.Fuzz(func(t *testing.T, file []byte) {
		p, err := planner.ReadProblem(bytes.NewReader(file))
		if err != nil {
			if p != nil || err.Error() == "" {
				t.Fatalf("%v, %v", p, err)
			}
			return
		}
		text := written(t, p)
		again, err := planner.ReadProblem(bytes.NewReader([]byte(text)))
		if err != nil {
			t.Fatal(err)
		}
		if written(t, again) != text {
			t.Fatal("other bytes the second time")
		}
		planner.Evaluate(compiled(t, p), &planner.Plan{Occurrences: p.Published})
	})
}

// Whatever the bytes: no panic, and a plan that can be read can be judged, laid out and explained.
func FuzzReadPlan(f *testing.F) {
	p, plan := wholeHouse()
	f.Add([]byte(writtenPlan(f, plan)))
	f.Add([]byte(`{"format":"maillage-plan/1","problem":"","occurrences":[],"unplanned":[],"score":null}`))
	f.Add([]byte(`{"format":"maillage-plan/1","problem":"","occurrences":[{"activity":"writing","occurrence":0,"start":-9223372036854775808,"staff":["ada","ada"],"place":"school","room":"red"}],"unplanned":[]}`))
	model := compiled(f, p)
	f.Fuzz(func(t *testing.T, file []byte) {
		plan, err := planner.ReadPlan(bytes.NewReader(file))
		if err != nil {
			if plan != nil || err.Error() == "" {
				t.Fatalf("%v, %v", plan, err)
			}
			return
		}
		text := writtenPlan(t, plan)
		again, err := planner.ReadPlan(bytes.NewReader([]byte(text)))
		if err != nil || writtenPlan(t, again) != text {
			t.Fatalf("other bytes the second time, or %v", err)
		}
		planner.Evaluate(model, plan)
		planner.Diff(plan, again)
		board := planner.NewBoard(model, plan)
		for _, o := range plan.Occurrences {
			board.Check(o)
			planner.Explain(model, plan, o.Ref())
		}
	})
}
