package planner_test

import (
	"bytes"
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

// The benchmarks run on a week of 80 children: 440 occurrences, all planned, 36 professionals.

func BenchmarkReadProblem(b *testing.B) {
	file := testFile(b, "generated/children-80.problem.json")
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		if _, err := planner.ReadProblem(bytes.NewReader(file)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	model, _ := generated(b, "children-80")
	for b.Loop() {
		if _, err := planner.Compile(model.Problem); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEvaluate(b *testing.B) {
	model, plan := generated(b, "children-80")
	b.ReportAllocs()
	for b.Loop() {
		planner.Evaluate(model, plan)
	}
}

func BenchmarkNewBoard(b *testing.B) {
	model, plan := generated(b, "children-80")
	for b.Loop() {
		planner.NewBoard(model, plan)
	}
}

func BenchmarkBoardCheck(b *testing.B) {
	model, plan := generated(b, "children-80")
	board := planner.NewBoard(model, plan)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		o := plan.Occurrences[i%len(plan.Occurrences)]
		o.Start += 60 * (i % 7)
		board.Check(o)
	}
}

func BenchmarkExplainPlanned(b *testing.B) {
	model, plan := generated(b, "children-80")
	for i := 0; b.Loop(); i++ {
		planner.Explain(model, plan, plan.Occurrences[i%len(plan.Occurrences)].Ref())
	}
}

// Fifty occurrences, one in eight of the plan, are left out.
func BenchmarkExplainUnplanned(b *testing.B) {
	model, plan := generated(b, "children-80")
	cut := *plan
	cut.Occurrences = nil
	for i, o := range plan.Occurrences {
		if i%8 != 0 || i >= 400 {
			cut.Occurrences = append(cut.Occurrences, o)
		}
	}
	for b.Loop() {
		planner.ExplainUnplanned(model, &cut)
	}
}
