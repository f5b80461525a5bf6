package planner_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/maillage-dime/maillage/planner"
)

// Where a lawful plan with nothing left out is known, nothing is found, however little room everybody has beside it.
func TestPrecheckRaisesNoFalseAlarm(t *testing.T) {
	t.Parallel()
	models, plans := lawfulCases(t)
	for _, name := range []string{"children-80", "children-180"} {
		model, plan := generated(t, name)
		models, plans = append(models, model), append(plans, plan)
		if findings := planner.Precheck(model); len(findings) > 0 {
			t.Errorf("%s: %+v", name, findings)
		}
	}
	drawn, squeezed := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		drawn++
		which := rapid.IntRange(0, len(models)-1).Draw(t, "case")
		seed := rapid.Uint64().Draw(t, "seed")
		p, plan := onlyPlanned(models[which].Problem, plans[which])
		squeeze(p, plan, rand.New(rand.NewPCG(seed, 2)))
		model, err := planner.Compile(p)
		if err != nil {
			t.Fatal(err)
		}
		if score := planner.Evaluate(model, plan).Score; score.Hard > 0 || score.Unmet > 0 {
			p, plan = onlyPlanned(models[which].Problem, plans[which]) // a way needs more room: the whole room is left
			model, err = planner.Compile(p)
		} else {
			squeezed++
		}
		if score := planner.Evaluate(model, plan).Score; err != nil || score.Hard > 0 || score.Unmet > 0 {
			t.Fatalf("%s: the plan is not whole: %+v, %v", p.Name, score, err)
		}
		if findings := planner.Precheck(model); len(findings) > 0 {
			t.Errorf("%s has a whole plan: %+v", p.Name, findings)
		}
	})
	if squeezed*4 < drawn {
		t.Errorf("only %d of %d problems had no room beside their plan", squeezed, drawn)
	}
}

// onlyPlanned returns the problem that asks for what a plan holds and no more, and the plan as an answer to it.
func onlyPlanned(from *planner.Problem, plan *planner.Plan) (*planner.Problem, *planner.Plan) {
	p, whole := *from, *plan
	p.Pinned, p.Published = nil, nil
	p.Activities, whole.Occurrences = slices.Clone(p.Activities), slices.Clone(plan.Occurrences)
	for i := range p.Activities {
		p.Activities[i].Count = 0
		for k := range whole.Occurrences {
			if o := &whole.Occurrences[k]; o.Activity == p.Activities[i].ID {
				o.Occurrence = p.Activities[i].Count
				p.Activities[i].Count++
			}
		}
	}
	return &p, &whole
}

// squeeze takes away, here and there, all time that the plan does not use: of activities, children, people and rooms.
func squeeze(p *planner.Problem, plan *planner.Plan, random *rand.Rand) {
	activities := map[string]*planner.Activity{}
	for i := range p.Activities {
		activities[p.Activities[i].ID] = &p.Activities[i]
	}
	uses := func(uses func(planner.Occurrence, *planner.Activity) bool, visit func(planner.Occurrence, int)) {
		for _, o := range plan.Occurrences {
			if a := activities[o.Activity]; uses(o, a) {
				visit(o, o.Start+a.Duration)
			}
		}
	}
	for i := range p.Activities {
		if a := &p.Activities[i]; random.IntN(2) == 0 && a.Count > 0 {
			a.Windows = nil
			uses(func(_ planner.Occurrence, other *planner.Activity) bool { return other == a }, func(o planner.Occurrence, end int) {
				a.Windows = append(a.Windows, planner.ActivityWindow{From: o.Start, To: end})
			})
		}
	}
	p.Children, p.Professionals, p.Rooms = slices.Clone(p.Children), slices.Clone(p.Professionals), slices.Clone(p.Rooms)
	for i := range p.Children {
		if child := &p.Children[i]; random.IntN(2) == 0 {
			child.Available = nil
			uses(func(_ planner.Occurrence, a *planner.Activity) bool { return slices.Contains(a.Children, child.ID) }, func(o planner.Occurrence, end int) {
				places := []string{}
				if o.Place != nil {
					places = append(places, *o.Place)
				}
				child.Available = append(child.Available, planner.ChildWindow{From: o.Start, To: end, Places: places})
			})
		}
	}
	for i := range p.Professionals {
		if person := &p.Professionals[i]; random.IntN(2) == 0 && !person.FromBase {
			person.Available = nil
			uses(func(o planner.Occurrence, _ *planner.Activity) bool {
				return slices.Contains(o.Staff, person.ID) || slices.Contains(o.Attendees, person.ID)
			}, func(o planner.Occurrence, end int) {
				person.Available = append(person.Available, planner.Span{From: o.Start, To: end})
			})
		}
	}
	for i := range p.Rooms {
		if room := &p.Rooms[i]; random.IntN(2) == 0 {
			room.Closed = []planner.Span{{From: 0, To: (p.Days + 1) * planner.DayMinutes}}
			uses(func(o planner.Occurrence, _ *planner.Activity) bool { return o.Room != nil && *o.Room == room.ID }, func(o planner.Occurrence, end int) {
				room.Closed = planner.Relaxation{Kind: planner.RelaxRoom, Room: room.ID, From: o.Start, To: end}.Apply(p).Rooms[i].Closed
			})
		}
	}
}

// Each impossible need is found, with its numbers and whoever can change it.
func TestPrecheckFindsWhatIsImpossible(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name     string
		change   func(p *planner.Problem)
		expected planner.Finding
	}{
		{"nobody", func(p *planner.Problem) { p.Activities[1].Seats[0].Skills = []string{"piano"} }, planner.Finding{
			Code: planner.FindingNobodyEligible, Activities: []string{"play"}, Seat: new(0), Children: []string{"zoe"}, Professions: []string{"educator"}, Needed: 1,
			ChangedBy: []planner.Party{planner.PartyTeams, planner.PartyNeed},
		}},
		{"too few people", func(p *planner.Problem) { p.Activities[4].Seats = slices.Repeat(p.Activities[4].Seats, 3) }, planner.Finding{
			Code: planner.FindingTooFewPeople, Activities: []string{"group"}, Professionals: []string{"ada", "bob"}, Needed: 3, Available: 2,
			ChangedBy: []planner.Party{planner.PartyTeams, planner.PartyNeed},
		}},
		{"windows too short", func(p *planner.Problem) {
			p.Activities[1].Windows = []planner.ActivityWindow{{From: 9 * hour, To: 9*hour + 50}, {From: 9*hour + 40, To: 10*hour + 20}}
		}, planner.Finding{
			Code: planner.FindingWindows, Activities: []string{"play"}, Needed: hour, Available: 50, ChangedBy: []planner.Party{planner.PartyNeed},
		}},
		{"child not there", func(p *planner.Problem) {
			p.Activities[1].Windows = []planner.ActivityWindow{{From: 17*hour + 30, To: 19 * hour}}
		}, planner.Finding{
			Code: planner.FindingChildNotThere, Activities: []string{"play"}, Children: []string{"zoe"}, Needed: hour, Available: 30,
			ChangedBy: []planner.Party{planner.PartyChild, planner.PartyNeed, planner.PartyPlaces},
		}},
		{"child elsewhere", func(p *planner.Problem) {
			for i := range p.Children[0].Available {
				p.Children[0].Available[i].Places = []string{"house"}
			}
		}, planner.Finding{
			Code: planner.FindingChildNotThere, Activities: []string{"visit"}, Children: []string{"zoe"}, Needed: hour,
			ChangedBy: []planner.Party{planner.PartyChild, planner.PartyNeed, planner.PartyPlaces},
		}},
		{"room closed", func(p *planner.Problem) {
			for i := range p.Rooms {
				p.Rooms[i].Closed = []planner.Span{{From: 45, To: day(10)}}
			}
			p.Children[0].Available[0].From = 0
			p.Activities[4].Count = 0
		}, planner.Finding{
			Code: planner.FindingRoomNotOpen, Activities: []string{"play"}, Rooms: []string{"blue", "red"}, Needed: hour, Available: 45,
			ChangedBy: []planner.Party{planner.PartyRooms, planner.PartyNeed, planner.PartyPlaces},
		}},
		{"people away", func(p *planner.Problem) {
			p.Professionals[1].Available = []planner.Span{{From: 9 * hour, To: 9*hour + 40}}
		}, planner.Finding{
			Code: planner.FindingPeopleNotThere, Activities: []string{"call"}, Professionals: []string{"bob"}, Needed: hour, Available: 40,
			ChangedBy: []planner.Party{planner.PartyHours, planner.PartyNeed, planner.PartyTeams},
		}},
		{"lunch in the way", func(p *planner.Problem) {
			p.Activities[3].Windows = []planner.ActivityWindow{{From: 12*hour + 30, To: 13*hour + 30}}
		}, planner.Finding{
			Code: planner.FindingPeopleNotThere, Activities: []string{"call"}, Professionals: []string{"bob"}, Needed: hour, Available: 45,
			ChangedBy: []planner.Party{planner.PartyHours, planner.PartyNeed, planner.PartyTeams},
		}},
		{"longer than a day may be", func(p *planner.Problem) { p.Professionals[1].Limits.DaySpan = 30 }, planner.Finding{
			Code: planner.FindingPeopleNotThere, Activities: []string{"call"}, Professionals: []string{"bob"}, Needed: hour, Available: 30,
			ChangedBy: []planner.Party{planner.PartyHours, planner.PartyNeed, planner.PartyTeams},
		}},
		{"days too near", func(p *planner.Problem) {
			p.Activities[0].Count, p.Activities[0].MinGapDays = 3, 3
			p.Children[0].Available = p.Children[0].Available[2:6]
		}, planner.Finding{
			Code: planner.FindingGapDays, Activities: []string{"visit"}, Children: []string{"zoe"}, Days: []int{2, 3, 4, 5}, Needed: 3, Available: 2,
			ChangedBy: []planner.Party{planner.PartyNeed, planner.PartyChild, planner.PartyHours},
		}},
		{"child overbooked", func(p *planner.Problem) {
			p.Children[0].Available = p.Children[0].Available[:2]
			p.Children[0].Available[0].To, p.Children[0].Available[1].To = 9*hour+30, day(1)+9*hour
			p.Activities[1].Count = 2
		}, planner.Finding{
			Code: planner.FindingChildOverbooked, Activities: []string{"play", "visit"}, Children: []string{"zoe"}, Days: []int{0, 1}, Needed: 4 * hour, Available: 2*hour + 30,
			ChangedBy: []planner.Party{planner.PartyNeed, planner.PartyChild},
		}},
		{"staff overbooked", func(p *planner.Problem) {
			p.Activities[2].Windows = []planner.ActivityWindow{{From: day(1), To: day(2)}}
			p.Activities[2].Count = 10
		}, planner.Finding{
			Code: planner.FindingStaffOverbooked, Activities: []string{"writing"}, Professionals: []string{"ada"}, Teams: []string{"near"},
			Days: []int{1}, Needed: 10 * hour, Available: 9*hour + 15, ChangedBy: []planner.Party{planner.PartyHours, planner.PartyTeams, planner.PartyNeed},
		}},
		{"week overbooked", func(p *planner.Problem) {
			p.Days = 7
			p.Activities[2].Count = 40
			p.Professionals[0].Limits.WeekWork, p.Professionals[0].Limits.WeekDays = 30*hour, 4
		}, planner.Finding{
			Code: planner.FindingStaffOverbooked, Activities: []string{"writing"}, Professionals: []string{"ada"}, Teams: []string{"near"},
			Days: []int{0, 1, 2, 3, 4, 5, 6}, Needed: 40 * hour, Available: 33 * hour, ChangedBy: []planner.Party{planner.PartyHours, planner.PartyTeams, planner.PartyNeed},
		}},
		{"rooms overbooked", func(p *planner.Problem) {
			p.Activities[1].Count, p.Activities[4].Count = 0, 5
			p.Activities[4].Windows = []planner.ActivityWindow{{From: 9 * hour, To: 11 * hour}}
		}, planner.Finding{
			Code: planner.FindingRoomOverbooked, Activities: []string{"group"}, Rooms: []string{"blue", "red"}, Days: []int{0}, Needed: 5 * hour, Available: 4 * hour,
			ChangedBy: []planner.Party{planner.PartyRooms, planner.PartyPlaces, planner.PartyNeed},
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			p, _ := smallHouse()
			test.change(p)
			findings := planner.Precheck(compiled(t, p))
			if !slices.ContainsFunc(findings, func(found planner.Finding) bool { return cmp.Equal(found, test.expected) }) {
				t.Errorf("expected\n%+v, found\n%+v", test.expected, findings)
			}
		})
	}
	p, _ := smallHouse()
	if findings := planner.Precheck(compiled(t, p)); findings == nil || len(findings) > 0 {
		t.Errorf("nothing is impossible: %+v", findings)
	}
}
