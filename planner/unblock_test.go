package planner_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/planner"
)

// unblocks fails the test unless a proposal, applied, plans the occurrence and changes the score by what it says. The plan it is for is lawful.
func unblocks(t testing.TB, m *planner.Model, plan *planner.Plan, ref planner.Ref, proposal planner.Proposal) {
	t.Helper()
	now := planner.Evaluate(m, plan).Score
	relaxed := m
	if proposal.Change != nil {
		relaxed = compiled(t, proposal.Change.Apply(m.Problem))
	}
	after := &planner.Plan{Occurrences: proposal.Occurrences}
	then := planner.Evaluate(relaxed, after).Score
	if then.Hard > 0 || !isPlanned(after, ref) || then.Unmet-now.Unmet != proposal.Unmet || then.Soft-now.Soft != proposal.Soft {
		t.Errorf("%v: %+v leads from %+v to %+v: %v", ref, proposal.Steps, now, then, planner.Evaluate(relaxed, after).Breaches)
	}
	if diff := cmp.Diff(changes(now, then), proposal.Terms); diff != "" {
		t.Errorf("%v: the terms that change: %s", ref, diff)
	}
	if proposal.Unmet >= 0 || len(proposal.Steps) == 0 || len(proposal.Steps) > 3 || proposal.Steps[len(proposal.Steps)-1].After.Ref() != ref {
		t.Errorf("%v: unmet %+d with %+v", ref, proposal.Unmet, proposal.Steps)
	}
	for _, step := range proposal.Steps {
		plan = with(plan, step.After)
	}
	if diff := cmp.Diff(byRef(plan), byRef(after)); diff != "" {
		t.Errorf("the steps do not lead to the plan: %s", diff)
	}
}

func byRef(plan *planner.Plan) map[planner.Ref]planner.Occurrence {
	all := map[planner.Ref]planner.Occurrence{}
	for _, o := range plan.Occurrences {
		o.Staff, o.Attendees = slices.Concat([]string{}, o.Staff), slices.Concat([]string{}, o.Attendees)
		all[o.Ref()] = o
	}
	return all
}

// blocked returns the problem of a generated week with an occurrence that nothing lets be planned: its activity is held at its old hour only, and
// then its window is too short, or something else takes that hour of who could hold it, pinned or not.
func blocked(t testing.TB, name string, random *rand.Rand) (*planner.Model, *planner.Plan, planner.Ref) {
	t.Helper()
	model, plan := generated(t, name)
	o := plan.Occurrences[random.IntN(len(plan.Occurrences))]
	activity, _ := model.ActivityIndex(o.Activity)
	p := *model.Problem
	p.Activities, p.Professionals = slices.Clone(p.Activities), slices.Clone(p.Professionals)
	a := &p.Activities[activity]
	plan, a.Windows = without(plan, o.Ref()), []planner.ActivityWindow{{From: o.Start, To: o.Start + a.Duration}}
	if random.IntN(3) == 0 {
		a.Windows[0].To -= 10
	} else {
		person, seats := o.Staff[0], []planner.Seat{{OneOf: o.Staff[:1]}}
		a.Seats = slices.Concat(seats, a.Seats[1:])
		other := planner.Occurrence{Activity: "instead", Start: o.Start, Staff: []string{person}}
		p.Activities = append(p.Activities, planner.Activity{ID: "instead", Kind: planner.Protected, Duration: a.Duration, Count: 1, Seats: seats, Priority: 1})
		plan.Occurrences = append(slices.Clone(plan.Occurrences), other)
		if random.IntN(2) == 0 {
			p.Pinned = []planner.Occurrence{other}
		}
	}
	return compiled(t, &p), plan, o.Ref()
}

// What cannot be planned gets proposals that hold, the least harm first, whatever stands in the way.
func TestUnblockProposesWhatHolds(t *testing.T) {
	t.Parallel()
	kinds, steps := map[planner.RelaxationKind]int{}, map[int]int{}
	for _, name := range []string{"children-8", "children-25"} {
		random := rand.New(rand.NewPCG(5, 5))
		for range 25 {
			model, plan, ref := blocked(t, name, random)
			if planner.Evaluate(model, plan).Score.Hard > 0 {
				continue
			}
			proposals := planner.Unblock(model, plan, ref)
			if !slices.IsSortedFunc(proposals, func(one, other planner.Proposal) int { return one.Harm - other.Harm }) {
				t.Errorf("%v: not the least harm first", ref)
			}
			for _, proposal := range proposals {
				unblocks(t, model, plan, ref, proposal)
				steps[len(proposal.Steps)]++
				if proposal.Change != nil {
					kinds[proposal.Change.Kind]++
				}
			}
		}
	}
	for _, kind := range []planner.RelaxationKind{planner.RelaxActivityWindow, planner.RelaxPin} {
		if kinds[kind] == 0 {
			t.Errorf("%s was never proposed", kind)
		}
	}
	for n := 1; n <= 2; n++ {
		if steps[n] == 0 {
			t.Errorf("nothing was proposed in %d steps", n)
		}
	}
}

func TestUnblockWhatIsPossible(t *testing.T) {
	t.Parallel()
	p, plan := smallHouse()
	model := compiled(t, p)
	ref := plan.Occurrences[1].Ref()
	cut := without(plan, ref)
	if proposals := planner.Unblock(model, cut, ref); len(proposals) != 1 || proposals[0].Harm != 0 || proposals[0].Change != nil || len(proposals[0].Steps) != 1 {
		t.Errorf("%+v", proposals)
	} else {
		unblocks(t, model, cut, ref, proposals[0])
	}
	for _, ref := range []planner.Ref{ref, {Activity: "nothing"}, {Activity: "play", Occurrence: 1}, {Activity: "play", Occurrence: -1}} {
		if proposals := planner.Unblock(model, plan, ref); len(proposals) > 0 {
			t.Errorf("%v: %+v", ref, proposals)
		}
	}
}

// Where one thing alone is in the way, it is what the best proposal changes.
func TestUnblockNamesWhatHasToGiveWay(t *testing.T) {
	t.Parallel()
	nine := day(2) + 9*hour
	for _, test := range []struct {
		name     string
		change   func(p *planner.Problem, plan *planner.Plan)
		expected *planner.Relaxation
		moved    []string
	}{
		{"child elsewhere", func(p *planner.Problem, _ *planner.Plan) {
			p.Children[0].Available[2].Places = []string{"school"}
		}, &planner.Relaxation{Kind: planner.RelaxChildWindow, Child: "zoe", Place: "house", From: nine, To: nine + hour, Minutes: hour}, []string{"play"}},
		{"child too late", func(p *planner.Problem, _ *planner.Plan) {
			p.Children[0].Available[2].From = nine + 30
		}, &planner.Relaxation{
			Kind: planner.RelaxChildWindow, Child: "zoe", Place: "house", From: nine, To: day(2) + 18*hour, Minutes: 30, Was: &planner.Span{From: nine + 30, To: day(2) + 18*hour},
		}, []string{"play"}},
		{"rooms closed", func(p *planner.Problem, _ *planner.Plan) {
			p.Rooms[0].Closed = []planner.Span{{From: day(2), To: nine + 15}}
			p.Rooms[1].Closed = []planner.Span{{From: day(2), To: day(3)}}
		}, &planner.Relaxation{Kind: planner.RelaxRoom, Room: "blue", From: nine, To: nine + hour, Minutes: 15}, []string{"play"}},
		{"people away", func(p *planner.Problem, _ *planner.Plan) {
			p.Professionals[0].Available[2].From = nine + 15
			p.Professionals[1].Profession = "nurse"
		}, &planner.Relaxation{
			Kind: planner.RelaxHours, Professional: "ada", From: nine, To: day(2) + 18*hour, Minutes: 15, Was: &planner.Span{From: nine + 15, To: day(2) + 18*hour},
		}, []string{"play"}},
		{"a day too near", func(p *planner.Problem, plan *planner.Plan) {
			p.Activities[1].Count, p.Activities[1].MinGapDays = 2, 2
			p.Activities[1].Windows = append(p.Activities[1].Windows, planner.ActivityWindow{From: day(3) + 9*hour, To: day(3) + 10*hour})
			second := plan.Occurrences[0]
			second.Activity, second.Occurrence, second.Start, second.Place, second.Room = "play", 1, day(3)+9*hour, new("house"), new("blue")
			plan.Occurrences = append(plan.Occurrences, second)
			p.Pinned = []planner.Occurrence{second}
		}, &planner.Relaxation{Kind: planner.RelaxGap, Activity: "play", Days: new(1)}, []string{"play"}},
		{"somebody busy", func(p *planner.Problem, plan *planner.Plan) {
			p.Professionals[1].Profession = "nurse"
			plan.Occurrences = append(plan.Occurrences, writing(0, nine))
		}, nil, []string{"writing", "play"}},
		{"somebody pinned", func(p *planner.Problem, plan *planner.Plan) {
			p.Professionals[1].Profession = "nurse"
			plan.Occurrences = append(plan.Occurrences, writing(0, nine))
			p.Pinned = plan.Occurrences[1:]
		}, &planner.Relaxation{Kind: planner.RelaxPin, Activity: "writing", Occurrence: new(0)}, []string{"writing", "play"}},
		{"a chain", func(p *planner.Problem, plan *planner.Plan) {
			p.Professionals[1].Profession = "nurse"
			p.Activities[2].Windows = []planner.ActivityWindow{{From: nine, To: nine + 2*hour}}
			p.Activities[4].Room, p.Activities[4].Seats[0].OneOf = nil, []string{"ada"}
			group := planner.Occurrence{Activity: "group", Start: nine + hour, Staff: []string{"ada"}, Place: new("house")}
			plan.Occurrences = append(plan.Occurrences, writing(0, nine), group)
		}, nil, []string{"group", "writing", "play"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			p, plan := smallHouse()
			p.Activities[1].Windows = []planner.ActivityWindow{{From: nine, To: nine + hour}}
			plan.Occurrences = plan.Occurrences[:1]
			test.change(p, plan)
			model, ref := compiled(t, p), planner.Ref{Activity: "play"}
			proposals := planner.Unblock(model, plan, ref)
			fits := slices.ContainsFunc(proposals, func(proposal planner.Proposal) bool {
				unblocks(t, model, plan, ref, proposal)
				moved := []string{}
				for _, step := range proposal.Steps {
					moved = append(moved, step.After.Activity)
				}
				return cmp.Equal(proposal.Change, test.expected) && slices.Equal(moved, test.moved)
			})
			if !fits {
				t.Errorf("not proposed: %+v", proposals)
			}
		})
	}
}
