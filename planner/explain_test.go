package planner_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/planner"
)

// Each occurrence of a lawful plan adds what the whole evaluation says it adds, and its alternatives are lawful and cost what they say.
func TestExplainPlanned(t *testing.T) {
	t.Parallel()
	models, plans := lawfulCases(t)
	random, named := rand.New(rand.NewPCG(7, 7)), 0
	for i, model := range models {
		plan := plans[i]
		now := planner.Evaluate(model, plan).Score
		for range 4 {
			o := plan.Occurrences[random.IntN(len(plan.Occurrences))]
			explanation := planner.Explain(model, plan, o.Ref())
			left := planner.Evaluate(model, without(plan, o.Ref())).Score
			if diff := cmp.Diff(changes(left, now), explanation.Terms); diff != "" {
				t.Errorf("%v: %s", o.Ref(), diff)
			}
			if explanation.LeftOut != left.Unmet-now.Unmet || !explanation.Planned || len(explanation.Breaches) > 0 {
				t.Errorf("%v: %+v", o.Ref(), explanation)
			}
			for _, alternative := range explanation.Alternatives {
				named++
				then := planner.Evaluate(model, with(plan, alternative.Occurrence)).Score
				if then.Hard > planner.Evaluate(model, plan).Score.Hard || then.Soft-now.Soft != alternative.Soft || !maps.Equal(changes(now, then), alternative.Terms) {
					t.Errorf("%v: %+v is worth %+v against %+v", o.Ref(), alternative, then, now)
				}
			}
		}
	}
	if named == 0 {
		t.Error("not one alternative was named")
	}
}

// The other ways are those that can be recommended, and are compared term by term.
func TestExplainWeighsEveryOtherWay(t *testing.T) {
	t.Parallel()
	model, plan := generated(t, "children-8")
	for _, o := range plan.Occurrences {
		explanation := planner.Explain(model, plan, o.Ref())
		ways := planner.Recommend(model, plan, o.Ref(), planner.RecommendOptions{})
		ways = slices.DeleteFunc(ways, func(way planner.Recommendation) bool { return way.GivesWay != nil })
		if explanation.Others != len(ways) {
			t.Errorf("%v: %d other ways, %d recommended", o.Ref(), explanation.Others, len(ways))
		}
		for _, weighing := range explanation.Weighed {
			worse, better := 0, 0
			for _, way := range ways {
				if change := way.Terms[weighing.Term]; change > 0 {
					worse++
				} else if change < 0 {
					better++
				}
			}
			if worse != weighing.Worse || better != weighing.Better || worse+better == 0 {
				t.Errorf("%v: %+v, counted %d and %d", o.Ref(), weighing, worse, better)
			}
		}
	}
}

// What a reason counts is refused for that reason, wherever else it is held, and no option is in two of them.
func TestExplainSlotsAreTheOptionsCounted(t *testing.T) {
	t.Parallel()
	model, plan := generated(t, "children-8")
	looked := 0
	for _, o := range plan.Occurrences {
		activity, _ := model.ActivityIndex(o.Activity)
		asked := &model.Problem.Activities[activity]
		cut := without(plan, o.Ref())
		board, seen := planner.NewBoard(model, cut), map[string]map[int]bool{}
		for _, reason := range planner.Explain(model, cut, o.Ref()).Reasons {
			counted := 0
			for _, slots := range reason.Slots {
				if seen[slots.Professional] == nil {
					seen[slots.Professional] = map[int]bool{}
				}
				for _, start := range slots.Starts {
					counted++
					if seen[slots.Professional][start] {
						t.Errorf("%v: %s at %d is counted twice", o.Ref(), slots.Professional, start)
					}
					seen[slots.Professional][start] = true
					option := o
					option.Start, option.Staff, option.Attendees = start, []string{slots.Professional}, nil
					if len(asked.Seats) > 1 || len(asked.Places) > 1 || asked.Room != nil {
						continue
					}
					looked++
					codes := []planner.Code{}
					for _, breach := range board.Check(option) {
						codes = append(codes, breach.Code)
					}
					if refused := slices.Contains(codes, reason.Code); refused != (reason.Code != planner.CodePossible) || !refused && len(codes) > 0 {
						t.Errorf("%v: %s at %d is counted as %s, and breaks %v", o.Ref(), slots.Professional, start, reason.Code, codes)
					}
				}
			}
			if len(asked.Seats) == 1 && reason.Code != planner.CodePossible && counted != reason.Count {
				t.Errorf("%v: %d options counted, %d shown for %s", o.Ref(), reason.Count, counted, reason.Code)
			}
		}
	}
	if looked == 0 {
		t.Error("not one option was looked at")
	}
}

// What is pinned besides stays where it is, and gives way to nothing but its own release.
func TestPinningKeepsWhatItIsGiven(t *testing.T) {
	t.Parallel()
	model, plan := generated(t, "children-8")
	ref := plan.Occurrences[0].Ref()
	pinning := model.Pinning(append(slices.Clone(plan.Occurrences[:3]), planner.Occurrence{Activity: "nothing"}))
	if ways := planner.Recommend(pinning, plan, ref, planner.RecommendOptions{}); len(ways) > 0 {
		t.Errorf("a pinned occurrence could be %+v", ways[0].Occurrence)
	}
	if len(pinning.Problem.Pinned) != 3 || len(model.Problem.Pinned) != 0 {
		t.Errorf("%d are pinned, and %d in the model it came from", len(pinning.Problem.Pinned), len(model.Problem.Pinned))
	}
	if ways := planner.Recommend(model, plan, ref, planner.RecommendOptions{}); len(ways) == 0 {
		t.Error("nothing pins it, and there is no other way")
	}
}

func changes(from, to planner.Score) map[string]int64 {
	differences := map[string]int64{}
	for name := range to.Terms {
		if to.Terms[name] != from.Terms[name] {
			differences[name] = to.Terms[name] - from.Terms[name]
		}
	}
	return differences
}

// The starts counted as possible are those at which some staff, place and room make a lawful plan; all options are counted once.
func TestExplainUnplannedCountsTruly(t *testing.T) {
	t.Parallel()
	model, plan := generated(t, "children-8")
	for _, o := range plan.Occurrences {
		cut := without(plan, o.Ref())
		if planner.Evaluate(model, cut).Score.Hard > 0 {
			continue
		}
		unplanned := planner.ExplainUnplanned(model, cut)
		if len(unplanned) != 1 || unplanned[0].Activity != o.Activity || unplanned[0].Occurrence != o.Occurrence {
			t.Fatalf("%v was taken out, found %+v", o.Ref(), unplanned)
		}
		activity, _ := model.ActivityIndex(o.Activity)
		if len(model.Eligible[activity]) != 1 {
			continue
		}
		possible, refused := bruteForce(model, cut, activity, o)
		counted, others := 0, 0
		for _, reason := range unplanned[0].Reasons {
			if reason.Code == planner.CodePossible {
				counted = reason.Count
			} else {
				others += reason.Count
			}
		}
		if counted != possible || others != refused {
			t.Errorf("%v: %d starts possible and %d options refused, explained as %d and %d: %+v", o.Ref(), possible, refused, counted, others, unplanned[0].Reasons)
		}
	}
}

// bruteForce evaluates every start, person, place and room of an activity with one seat. It returns how many starts are possible, and how many
// people are refused at starts that are not.
func bruteForce(model *planner.Model, plan *planner.Plan, activity int32, o planner.Occurrence) (possible, refused int) {
	p := model.Problem
	o.Attendees = nil
	for o.Start = 0; o.Start < p.Days*planner.DayMinutes; o.Start += p.Grid {
		if !inWindows(&p.Activities[activity], o.Start) {
			continue
		}
		lawful := func(person int32) bool {
			o.Staff = []string{p.Professionals[person].ID}
			places := []*string{nil}
			if len(model.Places[activity]) > 0 {
				places = places[:0]
				for _, place := range model.Places[activity] {
					places = append(places, &p.Places[place].ID)
				}
			}
			rooms := []*string{nil}
			for _, room := range model.Rooms[activity] {
				rooms = append(rooms, &p.Rooms[room].ID)
			}
			for _, o.Place = range places {
				for _, o.Room = range rooms {
					if planner.Evaluate(model, with(plan, o)).Score.Hard == 0 {
						return true
					}
				}
			}
			return false
		}
		free := false
		for _, person := range model.Eligible[activity][0] {
			free = free || lawful(person)
		}
		if free {
			possible++
		} else {
			refused += len(model.Eligible[activity][0])
		}
	}
	return possible, refused
}

func inWindows(a *planner.Activity, start int) bool {
	for _, window := range a.Windows {
		if window.From <= start && start+a.Duration <= window.To {
			return true
		}
	}
	return len(a.Windows) == 0
}

// Each obstacle, alone, is the reason that is given.
func TestExplainUnplannedNamesTheObstacle(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name     string
		change   func(p *planner.Problem, plan *planner.Plan)
		expected planner.Reason
	}{
		{"possible", func(*planner.Problem, *planner.Plan) {}, planner.Reason{Code: planner.CodePossible, Count: 1}},
		{"nobody", func(p *planner.Problem, _ *planner.Plan) {
			p.Activities[1].Seats[0].Professions = []string{"nurse"}
		}, planner.Reason{Code: planner.CodeNobodyEligible, Count: 1, Professions: []string{"nurse"}}},
		{"no start", func(p *planner.Problem, _ *planner.Plan) { p.Activities[1].Windows[0].To-- }, planner.Reason{Code: planner.CodeNoOption}},
		{"child not there", func(p *planner.Problem, _ *planner.Plan) {
			p.Children[0].Available[2].Places = []string{"school"}
		}, planner.Reason{Code: planner.CodeChildNotAvailable, Count: 2, Child: "zoe", Place: "house"}},
		{"child busy", func(_ *planner.Problem, plan *planner.Plan) {
			plan.Occurrences = append(plan.Occurrences, planner.Occurrence{Activity: "visit", Occurrence: 1, Start: day(2) + 9*hour + 30, Staff: []string{"bob"}, Place: new("school")})
		}, planner.Reason{Code: planner.CodeChildBusy, Count: 2, Child: "zoe", Blocking: &planner.Ref{Activity: "visit", Occurrence: 1}}},
		{"no such room", func(p *planner.Problem, _ *planner.Plan) {
			p.Activities[1].Room.Seats = 5
		}, planner.Reason{Code: planner.CodeRoomUnsuitable, Count: 2}},
		{"people away", func(p *planner.Problem, _ *planner.Plan) {
			p.Professionals[0].Available = p.Professionals[0].Available[:2]
			p.Professionals[1].Available = nil
		}, planner.Reason{Code: planner.CodeNotAvailable, Count: 1, Professional: "ada"}},
		{"person busy", func(p *planner.Problem, plan *planner.Plan) {
			p.Professionals[1].Profession = "nurse"
			plan.Occurrences = append(plan.Occurrences, writing(0, day(2)+9*hour))
		}, planner.Reason{Code: planner.CodeProfessionalBusy, Count: 1, Professional: "ada", Blocking: &planner.Ref{Activity: "writing"}}},
		{"two seats, one person", func(p *planner.Problem, _ *planner.Plan) {
			p.Professionals[1].Profession = "nurse"
			p.Activities[1].Seats = append(p.Activities[1].Seats, p.Activities[1].Seats[0])
		}, planner.Reason{Code: planner.CodeSeatsNotFilled, Count: 1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			p, plan := smallHouse()
			p.Activities[1].Windows = []planner.ActivityWindow{{From: day(2) + 9*hour, To: day(2) + 10*hour}}
			plan.Occurrences = plan.Occurrences[:1]
			test.change(p, plan)
			explanation := planner.Explain(compiled(t, p), plan, planner.Ref{Activity: "play"})
			if len(explanation.Reasons) == 0 {
				t.Fatal("no reason")
			}
			explanation.Reasons[0].Slots = nil
			if diff := cmp.Diff(test.expected, explanation.Reasons[0]); diff != "" {
				t.Errorf("expected (-), found (+):\n%s", diff)
			}
		})
	}
}

func TestExplainSomethingUnknown(t *testing.T) {
	t.Parallel()
	p, plan := smallHouse()
	for _, ref := range []planner.Ref{{Activity: "nothing"}, {Activity: "play", Occurrence: 1}, {Activity: "play", Occurrence: -1}} {
		explanation := planner.Explain(compiled(t, p), plan, ref)
		if explanation.Planned || len(explanation.Reasons) != 1 || explanation.Reasons[0].Code != planner.CodeUnknownID {
			t.Errorf("%+v: %+v", ref, explanation)
		}
	}
}
