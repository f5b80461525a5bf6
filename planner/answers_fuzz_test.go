package planner_test

import (
	"bytes"
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

// Whatever the problem and however broken the plan: every question gets an answer, and proposals of what is free stay true.
func FuzzAnswers(f *testing.F) {
	p, plan := wholeHouse()
	f.Add([]byte(written(f, p)), []byte(writtenPlan(f, plan)), uint8(0), uint8(0))
	p, plan = smallHouse()
	f.Add([]byte(written(f, p)), []byte(writtenPlan(f, plan)), uint8(1), uint8(0))
	p.Activities[1].Windows = []planner.ActivityWindow{{From: 9 * hour, To: 10 * hour}}
	f.Add([]byte(written(f, p)), []byte(writtenPlan(f, plan)), uint8(1), uint8(1))
	f.Fuzz(func(t *testing.T, problem, file []byte, activity, number uint8) {
		p, err := planner.ReadProblem(bytes.NewReader(problem))
		if err != nil || len(p.Activities) == 0 || p.Days > 15 || p.Grid < 5 || len(problem) > 20_000 {
			return
		}
		plan, err := planner.ReadPlan(bytes.NewReader(file))
		if err != nil {
			return
		}
		model := compiled(t, p)
		ref := planner.Ref{Activity: p.Activities[int(activity)%len(p.Activities)].ID, Occurrence: int(number)}
		now := planner.Evaluate(model, plan).Score
		for _, keep := range []planner.Keep{planner.KeepNothing, planner.KeepHour, planner.KeepStaff} {
			for _, r := range planner.Recommend(model, plan, ref, planner.RecommendOptions{Keep: keep, Limit: 2}) {
				if r.GivesWay == nil {
					if then := planner.Evaluate(model, with(plan, r.Occurrence)).Score; then.Unmet-now.Unmet != r.Unmet || then.Soft-now.Soft != r.Soft {
						t.Fatalf("%+v: from %+v to %+v", r, now, then)
					}
				}
			}
		}
		planner.Explain(model, plan, ref)
		planner.Unblock(model, plan, ref)
		planner.Precheck(model)
		planner.RepairReport(model, &planner.Plan{Occurrences: p.Published}, plan)
	})
}
