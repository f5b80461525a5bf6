package planner_test

import (
	"maps"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/planner"
)

// The small house's plan costs 60 minutes of travel and one optional person who does not attend; each change says what is different.
func TestTerms(t *testing.T) {
	t.Parallel()
	visitAgain := func(plan *planner.Plan, start int, staff string) {
		second := plan.Occurrences[0]
		second.Occurrence, second.Start, second.Staff, second.Attendees = 1, start, []string{staff}, []string{}
		plan.Occurrences = append(plan.Occurrences, second)
	}
	tests := []struct {
		name   string
		change func(p *planner.Problem, plan *planner.Plan)
		costs  map[string]int64 // those that differ from the small house's
	}{
		{"nothing", func(*planner.Problem, *planner.Plan) {}, nil},
		{"transversal", func(p *planner.Problem, _ *planner.Plan) { p.Teams[0].Kind = planner.Transversal }, map[string]int64{"transversal": 40}},
		{"transversal by one of two teams", func(p *planner.Problem, _ *planner.Plan) {
			p.Professionals[0].Teams = []string{"far", "near"}
		}, nil},
		{"transversal where the team rule does not apply", func(p *planner.Problem, _ *planner.Plan) {
			p.Teams[0].Kind = planner.Transversal
			p.Activities[0].Children = nil
			p.Activities[1].Seats[0].OneOf = []string{"ada"}
		}, nil},
		{"not preferred", func(p *planner.Problem, _ *planner.Plan) { p.Activities[0].Preferred = []string{"bob"} }, map[string]int64{"not_preferred": 30}},
		{"preferred", func(p *planner.Problem, _ *planner.Plan) { p.Activities[0].Preferred = []string{"bob", "ada"} }, nil},
		{"staff change and fragmentation", func(_ *planner.Problem, plan *planner.Plan) {
			visitAgain(plan, day(2)+9*hour, "bob")
		}, map[string]int64{"staff_change": 40, "fragmentation": 60, "travel": 120, "optional_absent": 30}},
		{"same staff again", func(_ *planner.Problem, plan *planner.Plan) {
			visitAgain(plan, day(2)+9*hour, "ada")
		}, map[string]int64{"travel": 120, "optional_absent": 30}},
		{"fragmentation counts sessions only", func(p *planner.Problem, plan *planner.Plan) {
			p.Activities[0].Kind = planner.Duty
			plan.Occurrences[0].Staff[0] = "bob"
		}, nil},
		{"crowded day", func(_ *planner.Problem, plan *planner.Plan) { plan.Occurrences[1].Start = 14 * hour }, map[string]int64{"crowded_day": 25}},
		{"crowded day counts sessions only", func(p *planner.Problem, plan *planner.Plan) {
			p.Activities[1].Kind = planner.Duty
			plan.Occurrences[1].Start = 14 * hour
		}, nil},
		{"window, the cheapest of those around", func(p *planner.Problem, _ *planner.Plan) {
			p.Activities[0].Windows = []planner.ActivityWindow{
				{From: 8 * hour, To: 12 * hour, Cost: 9}, {From: 9 * hour, To: 10 * hour, Cost: 7}, {From: 9*hour + 15, To: 12 * hour, Cost: 1},
			}
		}, map[string]int64{"window": 7}},
		{"travel between two places", func(p *planner.Problem, plan *planner.Plan) {
			p.Activities[0].MinGapDays = 0
			plan.Occurrences[1].Start = 10*hour + 30
			plan.Occurrences = append(plan.Occurrences, planner.Occurrence{Activity: "visit", Occurrence: 1, Start: 13 * hour, Staff: []string{"ada"}, Place: new("school")})
		}, map[string]int64{"travel": 120, "optional_absent": 30, "crowded_day": 50}},
		{"travel from and to anywhere", func(p *planner.Problem, _ *planner.Plan) { p.Professionals[0].FromBase = false }, map[string]int64{"travel": 0}},
		{"travel of those who attend", func(_ *planner.Problem, plan *planner.Plan) {
			plan.Occurrences[0].Attendees = []string{"bob"}
		}, map[string]int64{"travel": 120, "optional_absent": 0}},
		{"overload", func(p *planner.Problem, _ *planner.Plan) { p.Professionals[0].DirectTarget = new(100) }, map[string]int64{"overload": 20}},
		{"overload counts duties", func(p *planner.Problem, _ *planner.Plan) {
			p.Activities[0].Kind, p.Professionals[0].DirectTarget = planner.Duty, new(100)
		}, map[string]int64{"overload": 20}},
		{"overload does not count other kinds", func(p *planner.Problem, _ *planner.Plan) {
			p.Activities[0].Kind, p.Professionals[0].DirectTarget = planner.Support, new(60)
		}, nil},
		{"overload does not count attending", func(p *planner.Problem, plan *planner.Plan) {
			plan.Occurrences[0].Attendees, p.Professionals[1].DirectTarget = []string{"bob"}, new(0)
		}, map[string]int64{"travel": 120, "optional_absent": 0}},
		{"moved in time", func(p *planner.Problem, plan *planner.Plan) {
			p.Published = published(plan)
			plan.Occurrences[0].Start += 15
		}, map[string]int64{"moved": 50}},
		{"moved to another place", func(p *planner.Problem, plan *planner.Plan) {
			p.Activities[0].Places = []string{"school", "house"}
			p.Published = published(plan)
			plan.Occurrences[0].Place = new("house")
		}, map[string]int64{"moved": 50, "travel": 0}},
		{"another room is no move", func(p *planner.Problem, plan *planner.Plan) {
			p.Published = published(plan)
			plan.Occurrences[1].Room = new("red")
		}, nil},
		{"restaffed", func(p *planner.Problem, plan *planner.Plan) {
			p.Published = published(plan)
			plan.Occurrences[0].Staff = []string{"bob"}
			plan.Occurrences[1].Staff = []string{"bob"}
		}, map[string]int64{"restaffed": 70}},
		{"weights", func(p *planner.Problem, _ *planner.Plan) { p.Weights[planner.TermTravel] = 3 }, map[string]int64{"travel": 180}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			p, plan := smallHouse()
			test.change(p, plan)
			expected := map[string]int64{}
			for term := range planner.TermCount {
				expected[term.String()] = 0
			}
			expected["travel"], expected["optional_absent"] = 60, 15
			maps.Copy(expected, test.costs)
			report := planner.Evaluate(compiled(t, p), plan)
			if diff := cmp.Diff(expected, report.Score.Terms); diff != "" {
				t.Errorf("expected (-), found (+):\n%s", diff)
			}
			if report.Score.Hard != 0 {
				t.Errorf("broken: %+v", report.Breaches)
			}
		})
	}
}

// Left out are one visit, nine hours of writing, a call and a duty; three children would make the visit three times as dear.
func TestUnmet(t *testing.T) {
	t.Parallel()
	p, plan := smallHouse()
	if unmet := planner.Evaluate(compiled(t, p), plan).Score.Unmet; unmet != 60*(10+9*5+5+5) {
		t.Errorf("unmet %d", unmet)
	}
	for _, id := range []string{"yan", "xia"} {
		child := p.Children[0]
		child.ID = id
		p.Children = append(p.Children, child)
	}
	p.Activities[0].Children = []string{"zoe", "yan", "xia"}
	if unmet := planner.Evaluate(compiled(t, p), plan).Score.Unmet; unmet != 60*(3*10+9*5+5+5) {
		t.Errorf("unmet %d with three children", unmet)
	}
}

// published returns the plan as people were told, safe from later changes of the plan.
func published(plan *planner.Plan) []planner.Occurrence {
	told := make([]planner.Occurrence, len(plan.Occurrences))
	copy(told, plan.Occurrences)
	return told
}
