package planner_test

import (
	"slices"
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

// What an explanation names is what stands in the way: with that alone lifted, the occurrence can be planned; without, nothing else will do.
func TestExplainedObstacleLiftedMakesItPossible(t *testing.T) {
	t.Parallel()
	nine := day(2) + 9*hour
	gone := func(_ *planner.Problem, plan *planner.Plan, reason planner.Reason) {
		plan.Occurrences = slices.DeleteFunc(plan.Occurrences, func(o planner.Occurrence) bool { return o.Ref() == *reason.Blocking })
	}
	for _, test := range []struct {
		code   planner.Code
		change func(p *planner.Problem, plan *planner.Plan)
		lift   func(p *planner.Problem, plan *planner.Plan, reason planner.Reason)
	}{
		{planner.CodeChildNotAvailable, func(p *planner.Problem, _ *planner.Plan) {
			p.Children[0].Available[2].Places = []string{"school"}
		}, func(p *planner.Problem, _ *planner.Plan, reason planner.Reason) {
			*p = *planner.Relaxation{Kind: planner.RelaxChildWindow, Child: reason.Child, Place: reason.Place, From: nine, To: nine + hour}.Apply(p)
		}},
		{planner.CodeNotAvailable, func(p *planner.Problem, _ *planner.Plan) {
			p.Professionals[0].Available[2].From = nine + 30
		}, func(p *planner.Problem, _ *planner.Plan, reason planner.Reason) {
			*p = *planner.Relaxation{Kind: planner.RelaxHours, Professional: reason.Professional, From: nine, To: nine + hour}.Apply(p)
		}},
		{planner.CodeProfessionalBusy, func(_ *planner.Problem, plan *planner.Plan) {
			plan.Occurrences = append(plan.Occurrences, writing(0, nine))
		}, gone},
		{planner.CodeChildBusy, func(_ *planner.Problem, plan *planner.Plan) {
			plan.Occurrences = append(plan.Occurrences, planner.Occurrence{Activity: "visit", Occurrence: 1, Start: nine + 30, Staff: []string{"bob"}, Place: new("school")})
		}, gone},
		{planner.CodeRoomBusy, func(p *planner.Problem, plan *planner.Plan) {
			p.Rooms = p.Rooms[:1]
			p.Activities[0].Room = nil
			plan.Occurrences = append(plan.Occurrences, planner.Occurrence{Activity: "group", Start: nine + 30, Staff: []string{"bob"}, Place: new("house"), Room: new("blue")})
		}, gone},
		{planner.CodeRoomClosed, func(p *planner.Problem, _ *planner.Plan) {
			p.Rooms = p.Rooms[:1]
			p.Rooms[0].Closed = []planner.Span{{From: nine + 45, To: nine + 2*hour}}
		}, func(p *planner.Problem, _ *planner.Plan, reason planner.Reason) {
			*p = *planner.Relaxation{Kind: planner.RelaxRoom, Room: reason.Room, From: nine, To: nine + hour}.Apply(p)
		}},
		{planner.CodeMinGapDays, func(p *planner.Problem, plan *planner.Plan) {
			p.Activities[1].Count, p.Activities[1].MinGapDays = 2, 2
			p.Activities[1].Windows = append(p.Activities[1].Windows, planner.ActivityWindow{From: day(3) + 9*hour, To: day(3) + 10*hour})
			plan.Occurrences = append(plan.Occurrences, planner.Occurrence{
				Activity: "play", Occurrence: 1, Start: day(3) + 9*hour, Staff: []string{"ada"}, Place: new("house"), Room: new("blue"),
			})
		}, gone},
		{planner.CodeTravel, func(_ *planner.Problem, plan *planner.Plan) {
			plan.Occurrences = append(plan.Occurrences, planner.Occurrence{Activity: "visit", Occurrence: 1, Start: nine + hour, Staff: []string{"ada"}, Place: new("school")})
		}, func(p *planner.Problem, _ *planner.Plan, _ planner.Reason) { p.Travel = [][]int{{0, 0}, {0, 0}} }},
		{planner.CodeBaseTravel, func(p *planner.Problem, _ *planner.Plan) {
			p.Professionals[0].Base = "school"
			p.Professionals[0].Available[2].From = nine
		}, func(p *planner.Problem, _ *planner.Plan, reason planner.Reason) {
			*p = *planner.Relaxation{Kind: planner.RelaxHours, Professional: reason.Professional, From: nine - 30, To: nine + hour}.Apply(p)
		}},
		{planner.CodeLunch, func(p *planner.Problem, _ *planner.Plan) {
			p.Professionals[0].Lunch = &planner.Lunch{From: 9 * hour, To: 10*hour + 15, Minutes: 30}
		}, func(p *planner.Problem, _ *planner.Plan, _ planner.Reason) { p.Professionals[0].Lunch = nil }},
		{planner.CodeNoOption, func(p *planner.Problem, _ *planner.Plan) { p.Activities[1].Windows[0].To -= 15 }, func(p *planner.Problem, _ *planner.Plan, _ planner.Reason) {
			*p = *planner.Relaxation{Kind: planner.RelaxActivityWindow, Activity: "play", From: nine, To: nine + hour}.Apply(p)
		}},
	} {
		t.Run(string(test.code), func(t *testing.T) {
			t.Parallel()
			p, plan := smallHouse()
			p.Professionals[1].Profession = "nurse"
			p.Activities[1].Seats[0].Professions = []string{"educator"}
			p.Activities[0].Seats[0].Professions = []string{"educator", "nurse"}
			p.Activities[1].Windows = []planner.ActivityWindow{{From: nine, To: nine + hour}}
			plan.Occurrences = plan.Occurrences[:1]
			test.change(p, plan)
			ref := planner.Ref{Activity: "play"}
			reasons := planner.Explain(compiled(t, p), plan, ref).Reasons
			at := slices.IndexFunc(reasons, func(reason planner.Reason) bool { return reason.Code == test.code })
			if at < 0 || reasons[0].Code == planner.CodePossible {
				t.Fatalf("%+v", reasons)
			}
			test.lift(p, plan, reasons[at])
			if lifted := planner.Explain(compiled(t, p), plan, ref).Reasons; lifted[0].Code != planner.CodePossible {
				t.Errorf("lifted, it is still refused: %+v", lifted)
			}
		})
	}
}
