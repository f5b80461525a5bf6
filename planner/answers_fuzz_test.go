package planner_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

// Whatever happens to a small problem and its plan, however broken: every question gets an answer, and what is recommended costs what it says.
func FuzzAnswers(f *testing.F) {
	for seed := range uint64(40) {
		f.Add(seed, uint8(seed), uint8(seed%7), uint8(seed/7))
	}
	f.Fuzz(func(t *testing.T, seed uint64, changes, activity, number uint8) {
		random := rand.New(rand.NewPCG(seed, 9))
		p, plan := smallHouse()
		if seed%2 == 0 {
			p, plan = wholeHouse()
		}
		for range changes {
			disturb(p, plan, random)
		}
		model, err := planner.Compile(p)
		if err != nil {
			return
		}
		ref := planner.Ref{Activity: p.Activities[int(activity)%len(p.Activities)].ID, Occurrence: int(number)}
		now := planner.Evaluate(model, plan).Score
		for _, keep := range []planner.Keep{planner.KeepNothing, planner.KeepHour, planner.KeepStaff} {
			for _, r := range planner.Recommend(model, plan, ref, planner.RecommendOptions{Keep: keep, Limit: 2}) {
				changed := with(plan, r.Occurrence)
				if r.GivesWay != nil {
					changed = without(changed, *r.GivesWay)
				}
				if then := planner.Evaluate(model, changed).Score; overlapFree(plan) && (then.Unmet-now.Unmet != r.Unmet || then.Soft-now.Soft != r.Soft) {
					t.Fatalf("%+v: from %+v to %+v", r, now, then)
				}
			}
		}
		for _, proposal := range planner.Unblock(model, plan, ref) {
			if !isPlanned(&planner.Plan{Occurrences: proposal.Occurrences}, ref) {
				t.Fatalf("%+v does not plan it", proposal.Steps)
			}
		}
		planner.Explain(model, plan, ref)
		planner.Precheck(model)
		planner.RepairReport(model, &planner.Plan{Occurrences: p.Published}, plan)
	})
}

// overlapFree reports whether no two occurrences have the same name or the same start: in which order such ones are met is nobody's business.
func overlapFree(plan *planner.Plan) bool {
	refs, starts := map[planner.Ref]bool{}, map[int]bool{}
	for _, o := range plan.Occurrences {
		if refs[o.Ref()] || starts[o.Start] {
			return false
		}
		refs[o.Ref()], starts[o.Start] = true, true
	}
	return true
}

// disturb changes one thing of a problem or its plan.
func disturb(p *planner.Problem, plan *planner.Plan, random *rand.Rand) {
	minute := func() int { return random.IntN(p.Days*planner.DayMinutes+900) - 200 }
	span := func() planner.Span {
		from := minute()
		return planner.Span{From: from, To: from + 1 + random.IntN(900)}
	}
	a := &p.Activities[random.IntN(len(p.Activities))]
	person := &p.Professionals[random.IntN(len(p.Professionals))]
	switch random.IntN(16) {
	case 0:
		a.Duration = []int{1, 20, 60, 700, 4000}[random.IntN(5)]
	case 1:
		a.Count = random.IntN(4)
	case 2:
		a.MinGapDays = random.IntN(5)
	case 3:
		window := span()
		a.Windows = append(slices.Clone(a.Windows), planner.ActivityWindow{From: window.From, To: window.To, Cost: int64(random.IntN(9))})
	case 4:
		a.Seats = append(slices.Clone(a.Seats), a.Seats...)
	case 5:
		a.Seats = nil
	case 6:
		a.Places, a.Room = nil, nil
	case 7:
		person.Available = append(slices.Clone(person.Available), span())[random.IntN(2):]
	case 8:
		person.Lunch = &planner.Lunch{From: 700, To: 760, Minutes: random.IntN(60)}
	case 9:
		person.FromBase = !person.FromBase
	case 10:
		if len(p.Rooms) > 0 {
			p.Rooms[random.IntN(len(p.Rooms))].Closed = []planner.Span{span()}
		}
	case 11:
		if len(p.Children) > 0 {
			window := span()
			child := &p.Children[random.IntN(len(p.Children))]
			child.Available = append(slices.Clone(child.Available), planner.ChildWindow{From: window.From, To: window.To})
		}
	case 12:
		p.Published = slices.Clone(plan.Occurrences)
	case 13:
		p.Days, p.Grid = 1+random.IntN(12), []int{1, 15, 60}[random.IntN(3)]
	default:
		disturbPlan(p, plan, random, minute())
	}
}

// disturbPlan moves, adds, doubles or takes away an occurrence, or takes its people.
func disturbPlan(p *planner.Problem, plan *planner.Plan, random *rand.Rand, start int) {
	if len(plan.Occurrences) == 0 || random.IntN(3) == 0 {
		a := &p.Activities[random.IntN(len(p.Activities))]
		plan.Occurrences = append(plan.Occurrences, planner.Occurrence{
			Activity: a.ID, Occurrence: random.IntN(4), Start: start, Staff: []string{p.Professionals[random.IntN(len(p.Professionals))].ID},
		})
		return
	}
	at := random.IntN(len(plan.Occurrences))
	switch o := &plan.Occurrences[at]; random.IntN(5) {
	case 0:
		o.Start = start
	case 1:
		o.Staff = append(slices.Clone(o.Staff), p.Professionals[random.IntN(len(p.Professionals))].ID)
	case 2:
		o.Staff = nil
	case 3:
		o.Attendees = []string{p.Professionals[random.IntN(len(p.Professionals))].ID}
	case 4:
		plan.Occurrences = slices.Delete(plan.Occurrences, at, at+1)
	}
}
