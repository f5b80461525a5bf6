package planner_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/planner"
)

const hour = 60

// smallHouse is the smallest problem in which every rule can be broken, and a lawful plan of it: Ada and Bob work from the house, the school is
// 30 minutes away; Ada sees Zoé at the school at 9:00 and again in a room of the house on the next day.
func smallHouse() (*planner.Problem, *planner.Plan) {
	everyDay := func(days int, from, to int) (spans []planner.Span) {
		for day := range days {
			spans = append(spans, planner.Span{From: day*planner.DayMinutes + from, To: day*planner.DayMinutes + to})
		}
		return spans
	}
	person := func(id string) planner.Professional {
		return planner.Professional{
			ID: id, Profession: "educator", Skills: []string{"signs"}, Teams: []string{"near"}, Base: "house", FromBase: true,
			Available: everyDay(9, 8*hour, 18*hour), Lunch: &planner.Lunch{From: 12 * hour, To: 14 * hour, Minutes: 45},
			Limits: &planner.Limits{DaySpan: 10 * hour, DayWork: 9 * hour, Rest: 11 * hour, WeekWork: 40 * hour, WeekDays: 5},
		}
	}
	var windows []planner.ChildWindow
	for _, span := range everyDay(9, 8*hour, 18*hour) {
		windows = append(windows, planner.ChildWindow{From: span.From, To: span.To, Places: []string{"house", "school"}})
	}
	p := &planner.Problem{
		Format: planner.ProblemFormat, Name: "small", FirstDay: "2026-09-07", Days: 9, Grid: 15,
		Places: []planner.Place{{ID: "house"}, {ID: "school"}}, Travel: [][]int{{0, 30}, {30, 0}},
		Rooms:         []planner.Room{{ID: "blue", Place: "house", Seats: 4, Features: []string{"mirror"}}, {ID: "red", Place: "house", Seats: 4, Features: []string{"mirror"}}},
		Teams:         []planner.Team{{ID: "near", Kind: planner.Dedicated, Modalities: []string{"day"}}, {ID: "far", Kind: planner.Transversal, Modalities: []string{"day"}}},
		Professionals: []planner.Professional{person("ada"), person("bob")},
		Children:      []planner.Child{{ID: "zoe", Modality: "day", Sector: "north", Available: windows, ProfessionalsTarget: 1, SessionsPerDayTarget: 1}},
		Activities: []planner.Activity{
			{
				ID: "visit", Kind: planner.Session, Duration: hour, Count: 2, MinGapDays: 1, Children: []string{"zoe"}, Places: []string{"school"}, Priority: 10,
				Seats: []planner.Seat{{Professions: []string{"educator"}, Skills: []string{"signs"}}}, Optional: []string{"bob"},
			},
			{
				ID: "play", Kind: planner.Session, Duration: hour, Count: 1, Children: []string{"zoe"}, Places: []string{"house"}, Priority: 10,
				Seats: []planner.Seat{{Professions: []string{"educator"}}}, Room: &planner.RoomRequest{Features: []string{"mirror"}, Seats: 3},
			},
			{
				ID: "writing", Kind: planner.Protected, Duration: hour, Count: 9, Priority: 5, Seats: []planner.Seat{{OneOf: []string{"ada"}}},
			},
			{
				ID: "call", Kind: planner.Meeting, Duration: hour, Count: 1, Priority: 5, Seats: []planner.Seat{{OneOf: []string{"bob"}}},
			},
			{
				ID: "group", Kind: planner.Duty, Duration: hour, Count: 1, Places: []string{"house"}, Priority: 5,
				Seats: []planner.Seat{{OneOf: []string{"bob", "ada"}}}, Room: &planner.RoomRequest{Seats: 1},
			},
		},
		Weights: planner.DefaultWeights(),
	}
	plan := &planner.Plan{Format: planner.PlanFormat, Problem: "small", Occurrences: []planner.Occurrence{
		{Activity: "visit", Occurrence: 0, Start: 9 * hour, Staff: []string{"ada"}, Place: new("school")},
		{Activity: "play", Occurrence: 0, Start: day(1) + 9*hour, Staff: []string{"ada"}, Place: new("house"), Room: new("blue")},
	}}
	return p, plan
}

func day(n int) int { return n * planner.DayMinutes }

// writing is an occurrence of Ada's writing time, which has no place.
func writing(number, start int) planner.Occurrence {
	return planner.Occurrence{Activity: "writing", Occurrence: number, Start: start, Staff: []string{"ada"}}
}

// night opens Ada's hours around the clock and lengthens her writing.
func night(p *planner.Problem, minutes int) {
	p.Professionals[0].Available = []planner.Span{{From: 0, To: day(12)}}
	p.Activities[2].Duration = minutes
}

type ruleTest struct {
	name   string
	change func(p *planner.Problem, plan *planner.Plan)
	broken []planner.Code // in the order of the report; none when lawful
}

var ruleTests = []ruleTest{
	{"lawful", func(*planner.Problem, *planner.Plan) {}, nil},

	{"1 unknown activity", func(_ *planner.Problem, plan *planner.Plan) { plan.Occurrences[0].Activity = "x" }, codes(planner.CodeUnknownID)},
	{"1 number too high", func(_ *planner.Problem, plan *planner.Plan) { plan.Occurrences[0].Occurrence = 2 }, codes(planner.CodeUnknownID)},
	{"1 number below 0", func(_ *planner.Problem, plan *planner.Plan) { plan.Occurrences[0].Occurrence = -1 }, codes(planner.CodeUnknownID)},
	{"1 unknown person", func(_ *planner.Problem, plan *planner.Plan) { plan.Occurrences[0].Staff[0] = "x" }, codes(planner.CodeUnknownID)},
	{"1 unknown attendee", func(_ *planner.Problem, plan *planner.Plan) { plan.Occurrences[0].Attendees = []string{"x"} }, codes(planner.CodeUnknownID)},
	{"1 unknown place", func(_ *planner.Problem, plan *planner.Plan) { plan.Occurrences[0].Place = new("x") }, codes(planner.CodeUnknownID)},
	{"1 unknown room", func(_ *planner.Problem, plan *planner.Plan) { plan.Occurrences[1].Room = new("x") }, codes(planner.CodeUnknownID)},
	{"1 twice", func(_ *planner.Problem, plan *planner.Plan) {
		plan.Occurrences = append(plan.Occurrences, plan.Occurrences[0])
	}, codes(planner.CodeRepeated)},
	{"1 off the grid", func(_ *planner.Problem, plan *planner.Plan) { plan.Occurrences[0].Start += 10 }, codes(planner.CodeOffGrid)},
	{"1 12 hours past the last midnight", func(p *planner.Problem, plan *planner.Plan) {
		night(p, 12*hour+30)
		p.Professionals[0].Lunch, p.Professionals[0].Limits = nil, nil
		plan.Occurrences = append(plan.Occurrences, writing(0, day(9)-30))
	}, nil},
	{"1 more than 12 hours past the last midnight", func(p *planner.Problem, plan *planner.Plan) {
		night(p, 12*hour+30)
		p.Professionals[0].Lunch, p.Professionals[0].Limits = nil, nil
		plan.Occurrences = append(plan.Occurrences, writing(0, day(9)-15))
	}, codes(planner.CodeOutsideHorizon)},
	{"1 start after the last midnight", func(p *planner.Problem, plan *planner.Plan) {
		night(p, hour)
		plan.Occurrences = append(plan.Occurrences, writing(0, day(9)))
	}, codes(planner.CodeOutsideHorizon)},

	{"2 nobody on the seat", func(_ *planner.Problem, plan *planner.Plan) { plan.Occurrences[0].Staff = nil }, codes(planner.CodeSeatsNotFilled)},
	{"2 seated and attending", func(_ *planner.Problem, plan *planner.Plan) {
		plan.Occurrences[0].Staff[0], plan.Occurrences[0].Attendees = "bob", []string{"bob"}
	}, codes(planner.CodeSeatsNotFilled)},
	{"2 profession", func(p *planner.Problem, _ *planner.Plan) { p.Professionals[0].Profession = "nurse" }, codes(planner.CodeNotEligible, planner.CodeNotEligible)},
	{"2 skill", func(p *planner.Problem, _ *planner.Plan) { p.Professionals[0].Skills = nil }, codes(planner.CodeNotEligible)},
	{"2 not one of", func(_ *planner.Problem, plan *planner.Plan) {
		plan.Occurrences = append(plan.Occurrences, planner.Occurrence{Activity: "call", Start: day(2) + 9*hour, Staff: []string{"ada"}})
	}, codes(planner.CodeNotEligible)},
	{"2 one of asks nothing else", func(p *planner.Problem, plan *planner.Plan) {
		p.Professionals[1].Profession, p.Professionals[1].Teams, p.Activities[3].Modality = "cook", nil, new("day")
		plan.Occurrences = append(plan.Occurrences, planner.Occurrence{Activity: "call", Start: day(2) + 9*hour, Staff: []string{"bob"}})
	}, nil},
	{"2 team of another modality", func(p *planner.Problem, _ *planner.Plan) { p.Teams[0].Modalities[0] = "night" }, codes(planner.CodeTeamRule, planner.CodeTeamRule)},
	{"2 team of another sector", func(p *planner.Problem, _ *planner.Plan) { p.Teams[0].Sectors = []string{"south"} }, codes(planner.CodeTeamRule, planner.CodeTeamRule)},
	{"2 the activity's modality replaces the child's", func(p *planner.Problem, _ *planner.Plan) { p.Activities[0].Modality = new("night") }, codes(planner.CodeTeamRule)},
	{"2 the activity's sector replaces the child's", func(p *planner.Problem, _ *planner.Plan) {
		p.Teams[0].Sectors, p.Activities[0].Sector = []string{"north"}, new("south")
	}, codes(planner.CodeTeamRule)},
	{"2 two teams serve two children", func(p *planner.Problem, _ *planner.Plan) {
		yan := p.Children[0]
		yan.ID, yan.Modality = "yan", "night"
		p.Children = append(p.Children, yan)
		p.Activities[0].Children = []string{"zoe", "yan"}
		p.Teams[1].Modalities[0] = "night"
		p.Professionals[0].Teams = []string{"near", "far"}
	}, nil},
	{"2 without children a null sector needs a team of all sectors", func(p *planner.Problem, plan *planner.Plan) {
		p.Activities[0].Children, p.Activities[0].Modality = nil, new("day")
		p.Teams[0].Sectors = []string{"north"}
		plan.Occurrences = plan.Occurrences[:1]
	}, codes(planner.CodeTeamRule)},
	{"2 not asked to attend", func(_ *planner.Problem, plan *planner.Plan) {
		plan.Occurrences[1].Attendees = []string{"bob"}
	}, codes(planner.CodeNotOptional)},

	{"3 not available", func(p *planner.Problem, _ *planner.Plan) { p.Professionals[0].Available[0].To = 9*hour + 45 }, codes(planner.CodeNotAvailable, planner.CodeBaseTravel)},
	{"3 two intervals that touch are not one", func(p *planner.Problem, _ *planner.Plan) {
		p.Professionals[0].Available[0].To = 9*hour + 30
		p.Professionals[0].Available = append(p.Professionals[0].Available, planner.Span{From: 9*hour + 30, To: 18 * hour})
	}, codes(planner.CodeNotAvailable)},
	{"3 busy", func(_ *planner.Problem, plan *planner.Plan) {
		plan.Occurrences = append(plan.Occurrences, writing(0, 9*hour+30))
	}, codes(planner.CodeProfessionalBusy, planner.CodeTravel)},
	{"3 attending is being busy", func(_ *planner.Problem, plan *planner.Plan) {
		plan.Occurrences[0].Attendees = []string{"bob"}
		plan.Occurrences = append(plan.Occurrences, planner.Occurrence{Activity: "call", Start: 9*hour + 30, Staff: []string{"bob"}})
	}, codes(planner.CodeProfessionalBusy, planner.CodeTravel)},

	{"4 way to the next", func(_ *planner.Problem, plan *planner.Plan) {
		plan.Occurrences[1].Start = 10*hour + 15
	}, codes(planner.CodeTravel)},
	{"4 way that just fits", func(_ *planner.Problem, plan *planner.Plan) { plan.Occurrences[1].Start = 10*hour + 30 }, nil},
	{"4 no place is where the previous one was", func(_ *planner.Problem, plan *planner.Plan) {
		plan.Occurrences[1].Start = 11*hour + 15
		plan.Occurrences = append(plan.Occurrences, writing(0, 10*hour))
	}, codes(planner.CodeTravel)},
	{"4 there and back takes the way of that direction", func(p *planner.Problem, plan *planner.Plan) {
		p.Travel[1][0] = 45
		plan.Occurrences[1].Start = 10*hour + 30
	}, codes(planner.CodeTravel)},
	{"4 way from base", func(p *planner.Problem, _ *planner.Plan) { p.Professionals[0].Available[0].From = 8*hour + 45 }, codes(planner.CodeBaseTravel)},
	{"4 way to base", func(p *planner.Problem, _ *planner.Plan) { p.Professionals[0].Available[0].To = 10*hour + 15 }, codes(planner.CodeBaseTravel)},
	{"4 ways from and to base just fit", func(p *planner.Problem, _ *planner.Plan) {
		p.Professionals[0].Available[0] = planner.Span{From: 8*hour + 30, To: 10*hour + 30}
	}, nil},
	{"4 from anywhere", func(p *planner.Problem, _ *planner.Plan) {
		p.Professionals[0].FromBase = false
		p.Professionals[0].Available[0] = planner.Span{From: 9 * hour, To: 10 * hour}
	}, nil},
	{"4 no interval starts that day", func(p *planner.Problem, plan *planner.Plan) {
		p.Professionals[0].Available[1] = planner.Span{From: day(0) + 20*hour, To: day(1) + 10*hour}
		plan.Occurrences = plan.Occurrences[:1]
		plan.Occurrences[0].Start = day(1) + 9*hour
	}, nil},

	{"5 no lunch", func(p *planner.Problem, plan *planner.Plan) {
		p.Activities[2].Duration = 90
		plan.Occurrences = append(plan.Occurrences, writing(0, 12*hour+15))
	}, codes(planner.CodeLunch)},
	{"5 lunch just fits after", func(p *planner.Problem, plan *planner.Plan) {
		p.Activities[2].Duration = 45 // ends at 12:45, back at 13:15
		plan.Occurrences = append(plan.Occurrences, writing(0, 12*hour))
	}, nil},
	{"5 the way eats into lunch", func(_ *planner.Problem, plan *planner.Plan) {
		plan.Occurrences[0].Start = 11*hour + 30
		plan.Occurrences[1].Start = 13*hour + 30
	}, codes(planner.CodeLunch)}, // 60 minutes less 30 of travel
	{"5 lunch between, the way at once", func(_ *planner.Problem, plan *planner.Plan) {
		plan.Occurrences[0].Start = 11*hour + 15
		plan.Occurrences[1].Start = 13*hour + 30
	}, nil},
	{"5 the way home eats into lunch", func(_ *planner.Problem, plan *planner.Plan) {
		plan.Occurrences[0].Start = 12 * hour // back at 13:30
	}, codes(planner.CodeLunch)},
	{"5 nobody's lunch", func(p *planner.Problem, plan *planner.Plan) {
		p.Professionals[0].Lunch = nil
		plan.Occurrences[0].Start = 12 * hour
	}, nil},

	{"6 day span", func(p *planner.Problem, _ *planner.Plan) { p.Professionals[0].Limits.DaySpan = 119 }, codes(planner.CodeDaySpan)},
	{"6 day span that just fits", func(p *planner.Problem, _ *planner.Plan) { p.Professionals[0].Limits.DaySpan = 120 }, nil},
	{"6 day work", func(p *planner.Problem, _ *planner.Plan) { p.Professionals[0].Limits.DayWork = 119 }, codes(planner.CodeDayWork)},
	{"6 lunch is not work", func(p *planner.Problem, plan *planner.Plan) {
		p.Professionals[0].Limits.DayWork = 5*hour + 15
		plan.Occurrences = append(plan.Occurrences, writing(0, 13*hour))
	}, nil}, // 8:30 to 14:30 less 45 minutes
	{"6 lunch is work where the day hardly touches it", func(p *planner.Problem, plan *planner.Plan) {
		p.Professionals[0].Limits.DayWork = 4*hour - 1
		plan.Occurrences = append(plan.Occurrences, writing(0, 11*hour+0))
	}, codes(planner.CodeDayWork)}, // 8:30 to 12:30: 30 minutes of the lunch span
	{"6 rest", func(p *planner.Problem, _ *planner.Plan) { p.Professionals[0].Limits.Rest = 22*hour + 31 }, codes(planner.CodeRest)},
	{"6 rest that just fits", func(p *planner.Problem, _ *planner.Plan) { p.Professionals[0].Limits.Rest = 22*hour + 30 }, nil},
	{"6 week work", func(p *planner.Problem, _ *planner.Plan) { p.Professionals[0].Limits.WeekWork = 3*hour - 1 }, codes(planner.CodeWeekWork)},
	{"6 another week", func(p *planner.Problem, plan *planner.Plan) {
		p.Professionals[0].Limits.WeekWork = 2 * hour
		plan.Occurrences[1].Start = day(7) + 9*hour
	}, nil},
	{"6 week days", func(p *planner.Problem, _ *planner.Plan) { p.Professionals[0].Limits.WeekDays = 1 }, codes(planner.CodeWeekDays)},

	{"7 child not there", func(p *planner.Problem, _ *planner.Plan) { p.Children[0].Available[0].From = 9*hour + 15 }, codes(planner.CodeChildNotAvailable)},
	{"7 child elsewhere", func(p *planner.Problem, _ *planner.Plan) { p.Children[0].Available[0].Places = []string{"house"} }, codes(planner.CodeChildNotAvailable)},
	{"7 child busy", func(_ *planner.Problem, plan *planner.Plan) {
		plan.Occurrences[1].Start, plan.Occurrences[1].Staff = 9*hour+30, []string{"bob"}
	}, codes(planner.CodeChildBusy)},
	{"7 no place is asked where the activity has none", func(p *planner.Problem, plan *planner.Plan) {
		p.Activities[2].Children, p.Children[0].Available[2].Places = []string{"zoe"}, nil
		plan.Occurrences = append(plan.Occurrences, writing(0, day(2)+9*hour))
	}, nil},

	{"8 no room", func(_ *planner.Problem, plan *planner.Plan) { plan.Occurrences[1].Room = nil }, codes(planner.CodeRoomUnsuitable)},
	{"8 room not asked for", func(_ *planner.Problem, plan *planner.Plan) { plan.Occurrences[0].Room = new("blue") }, codes(planner.CodeRoomUnsuitable)},
	{"8 room elsewhere", func(p *planner.Problem, _ *planner.Plan) { p.Rooms[0].Place = "school" }, codes(planner.CodeRoomUnsuitable)},
	{"8 room without the feature", func(p *planner.Problem, _ *planner.Plan) { p.Rooms[0].Features = nil }, codes(planner.CodeRoomUnsuitable)},
	{"8 room too small", func(p *planner.Problem, _ *planner.Plan) { p.Rooms[0].Seats = 2 }, codes(planner.CodeRoomUnsuitable)},
	{"8 room closed", func(p *planner.Problem, _ *planner.Plan) {
		p.Rooms[0].Closed = []planner.Span{{From: day(1) + 9*hour + 45, To: day(1) + 12*hour}}
	}, codes(planner.CodeRoomClosed)},
	{"8 room open again", func(p *planner.Problem, _ *planner.Plan) {
		p.Rooms[0].Closed = []planner.Span{{From: day(1), To: day(1) + 9*hour}}
	}, nil},
	{"8 room busy", func(_ *planner.Problem, plan *planner.Plan) {
		plan.Occurrences = append(plan.Occurrences, planner.Occurrence{Activity: "group", Start: day(1) + 9*hour + 30, Staff: []string{"bob"}, Place: new("house"), Room: new("blue")})
	}, codes(planner.CodeRoomBusy)},

	{"9 gap", func(p *planner.Problem, plan *planner.Plan) {
		p.Activities[0].MinGapDays = 2
		second := plan.Occurrences[0]
		second.Occurrence, second.Start = 1, day(1)+14*hour
		plan.Occurrences = append(plan.Occurrences, second)
	}, codes(planner.CodeMinGapDays)},
	{"9 gap of calendar days", func(_ *planner.Problem, plan *planner.Plan) {
		second := plan.Occurrences[0]
		second.Occurrence, second.Start = 1, day(1)+14*hour
		plan.Occurrences = append(plan.Occurrences, second)
	}, nil},
	{"9 windows", func(p *planner.Problem, _ *planner.Plan) {
		p.Activities[0].Windows = []planner.ActivityWindow{{From: 8 * hour, To: 9*hour + 45}, {From: 9*hour + 45, To: 12 * hour}}
	}, codes(planner.CodeOutsideWindows)},
	{"9 place not allowed", func(_ *planner.Problem, plan *planner.Plan) { plan.Occurrences[0].Place = new("house") }, codes(planner.CodePlaceNotAllowed)},
	{"9 no place", func(_ *planner.Problem, plan *planner.Plan) { plan.Occurrences[0].Place = nil }, codes(planner.CodePlaceNotAllowed)},
	{"9 a place where none is", func(_ *planner.Problem, plan *planner.Plan) {
		o := writing(0, day(2)+9*hour)
		o.Place = new("house")
		plan.Occurrences = append(plan.Occurrences, o)
	}, codes(planner.CodePlaceNotAllowed)},

	{"10 pinned and kept", func(p *planner.Problem, plan *planner.Plan) { p.Pinned = slices.Clone(plan.Occurrences) }, nil},
	{"10 pinned and left out", func(p *planner.Problem, plan *planner.Plan) {
		p.Pinned = slices.Clone(plan.Occurrences)
		plan.Occurrences = plan.Occurrences[1:]
	}, codes(planner.CodePinned)},
	{"10 pinned and moved", func(p *planner.Problem, plan *planner.Plan) {
		p.Pinned = slices.Clone(plan.Occurrences)
		plan.Occurrences[0].Start += 15
	}, codes(planner.CodePinned)},
	{"10 pinned and restaffed", func(p *planner.Problem, plan *planner.Plan) {
		p.Pinned = slices.Clone(plan.Occurrences)
		plan.Occurrences[0].Staff = []string{"bob"}
	}, codes(planner.CodePinned)},
	{"10 pinned and elsewhere", func(p *planner.Problem, plan *planner.Plan) {
		p.Activities[0].Places = []string{"school", "house"}
		p.Pinned = slices.Clone(plan.Occurrences)
		plan.Occurrences[0].Place = new("house")
	}, codes(planner.CodePinned)},
	{"10 pinned and in another room", func(p *planner.Problem, plan *planner.Plan) {
		p.Pinned = slices.Clone(plan.Occurrences)
		plan.Occurrences[1].Room = new("red")
	}, codes(planner.CodePinned)},
	{"10 pinned with other attendees", func(p *planner.Problem, plan *planner.Plan) {
		p.Pinned = slices.Clone(plan.Occurrences)
		plan.Occurrences[0].Attendees = []string{"bob"}
	}, codes(planner.CodePinned)},
}

func codes(list ...planner.Code) []planner.Code { return list }

func TestRules(t *testing.T) {
	t.Parallel()
	for _, test := range ruleTests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			p, plan := smallHouse()
			test.change(p, plan)
			report := planner.Evaluate(compiled(t, p), plan)
			var broken []planner.Code
			for _, breach := range report.Breaches {
				broken = append(broken, breach.Code)
			}
			if diff := cmp.Diff(test.broken, broken); diff != "" {
				t.Errorf("expected (-), found (+):\n%s\n%+v", diff, report.Breaches)
			}
			if report.Score.Hard != len(report.Breaches) {
				t.Errorf("%d breaches counted, %d listed", report.Score.Hard, len(report.Breaches))
			}
		})
	}
}

func compiled(t testing.TB, p *planner.Problem) *planner.Model {
	t.Helper()
	model, err := planner.Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	return model
}
