package planner_test

import (
	"math/rand/v2"
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

// The benchmarks of answers run on a week of 180 children: 1,018 occurrences, all planned, 89 professionals. Each asks for another occurrence
// every time.

func BenchmarkRecommendElsewhere(b *testing.B) {
	model, plan := generated(b, "children-180")
	for i := 0; b.Loop(); i++ {
		planner.Recommend(model, plan, plan.Occurrences[i*37%len(plan.Occurrences)].Ref(), planner.RecommendOptions{})
	}
}

func BenchmarkRecommendUnplanned(b *testing.B) {
	model, plan := generated(b, "children-180")
	for i := 0; b.Loop(); i++ {
		ref := plan.Occurrences[i*37%len(plan.Occurrences)].Ref()
		planner.Recommend(model, without(plan, ref), ref, planner.RecommendOptions{})
	}
}

func BenchmarkExplainPlannedOf1000(b *testing.B) {
	model, plan := generated(b, "children-180")
	for i := 0; b.Loop(); i++ {
		planner.Explain(model, plan, plan.Occurrences[i*37%len(plan.Occurrences)].Ref())
	}
}

func BenchmarkExplainUnplannedOf1000(b *testing.B) {
	model, plan := generated(b, "children-180")
	for i := 0; b.Loop(); i++ {
		ref := plan.Occurrences[i*37%len(plan.Occurrences)].Ref()
		planner.Explain(model, without(plan, ref), ref)
	}
}

func BenchmarkUnblock(b *testing.B) {
	model, plan, ref := blocked(b, "children-180", rand.New(rand.NewPCG(5, 9)))
	for b.Loop() {
		planner.Unblock(model, plan, ref)
	}
}

func BenchmarkPrecheck(b *testing.B) {
	model, _ := generated(b, "children-180")
	for b.Loop() {
		planner.Precheck(model)
	}
}
