package planner_test

import (
	"maps"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"github.com/maillage-dime/maillage/planner"
)

// In a lawful plan, what a board says of a change is what the whole evaluation says of the changed plan: the same rules are broken.
func TestBoardAgreesWithEvaluate(t *testing.T) {
	t.Parallel()
	models, plans := lawfulCases(t)
	allowed, refused := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		which := rapid.IntRange(0, len(models)-1).Draw(t, "case")
		model, plan := models[which], plans[which]
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		o := plan.Occurrences[random.IntN(len(plan.Occurrences))]
		if random.IntN(3) == 0 {
			plan = lawfullyWithout(model, plan, o.Ref())
		}
		o = somewhereElse(model, o, random)
		breaches := planner.NewBoard(model, plan).Check(o)
		report := planner.Evaluate(model, with(plan, o))
		if found, expected := rules(breaches), rules(report.Breaches); !maps.Equal(found, expected) {
			t.Fatalf("%+v\nboard: %+v\nevaluated: %+v", o, breaches, report.Breaches)
		}
		if len(breaches) == 0 {
			allowed++
		} else {
			refused++
		}
	})
	if allowed == 0 || refused == 0 {
		t.Errorf("%d changes allowed, %d refused: nothing was compared", allowed, refused)
	}
}

// rules returns which rules and codes are broken. A way that does not fit because of an overlap is left to the overlap.
func rules(breaches []planner.Breach) map[planner.Code]bool {
	broken := map[planner.Code]bool{}
	for _, breach := range breaches {
		broken[breach.Code] = true
	}
	if broken[planner.CodeProfessionalBusy] {
		delete(broken, planner.CodeTravel)
	}
	return broken
}

func TestBoardNamesWhatIsInTheWay(t *testing.T) {
	t.Parallel()
	p, plan := smallHouse()
	board := planner.NewBoard(compiled(t, p), plan)
	breaches := board.Check(writing(0, 8*hour+30))
	if len(breaches) != 1 || breaches[0].Code != planner.CodeProfessionalBusy || breaches[0].Professional != "ada" ||
		breaches[0].Activity != "writing" || *breaches[0].Blocking != (planner.Ref{Activity: "visit"}) {
		t.Errorf("an overlap with a later occurrence: %+v", breaches)
	}
	play := plan.Occurrences[1]
	play.Start = 7*hour + 45 // too early for Ada, and the school is too far then
	breaches = board.Check(play)
	if len(breaches) < 3 || breaches[0].Code != planner.CodeNotAvailable || breaches[1].Code != planner.CodeTravel ||
		breaches[1].Activity != "play" || *breaches[1].Blocking != (planner.Ref{Activity: "visit"}) || breaches[1].Amount != 15 || breaches[1].Limit != 30 {
		t.Errorf("an hour too early: %+v", breaches)
	}
}

// A breach that is there anyway is not the fault of what is checked, unless that makes it worse.
func TestBoardBlamesOnlyTheChange(t *testing.T) {
	t.Parallel()
	p, plan := smallHouse()
	p.Professionals[0].Limits.DaySpan = 60 // already broken by the way to school and back
	board := planner.NewBoard(compiled(t, p), plan)
	call := planner.Occurrence{Activity: "writing", Start: 9 * hour, Staff: []string{"ada"}}
	if breaches := board.Check(call); len(breaches) != 1 || breaches[0].Code != planner.CodeProfessionalBusy {
		t.Errorf("no longer day than before: %+v", breaches)
	}
	if breaches := board.Check(writing(0, 16*hour)); len(breaches) != 1 || breaches[0].Code != planner.CodeDaySpan {
		t.Errorf("a longer day than before: %+v", breaches)
	}
}

// Taking an occurrence away can strand those without a place that follow it.
func TestBoardSeesWhatAMoveLeavesBehind(t *testing.T) {
	t.Parallel()
	p, plan := smallHouse()
	p.Activities[0].MinGapDays = 0
	second := plan.Occurrences[0]
	second.Occurrence, second.Start = 1, 11*hour
	plan.Occurrences = append(plan.Occurrences, writing(0, 10*hour), second)
	board := planner.NewBoard(compiled(t, p), plan)
	first := plan.Occurrences[0]
	first.Staff = []string{"bob"}
	breaches := board.Check(first)
	if len(breaches) != 1 || breaches[0].Code != planner.CodeTravel || breaches[0].Professional != "ada" ||
		*breaches[0].Blocking != (planner.Ref{Activity: "writing"}) || breaches[0].Occurrence != 1 {
		t.Errorf("Ada now writes at the house and has no time to go to school: %+v", breaches)
	}
}

func TestBoardTravelBefore(t *testing.T) {
	t.Parallel()
	p, plan := smallHouse()
	plan.Occurrences[1].Start = 14 * hour
	board := planner.NewBoard(compiled(t, p), plan)
	for _, leg := range []struct {
		activity, person string
		minutes          int
		takesPart        bool
	}{
		{"visit", "ada", 30, true},
		{"play", "ada", 30, true},
		{"visit", "bob", 0, false},
		{"group", "bob", 0, false},
		{"visit", "nobody", 0, false},
		{"nothing", "ada", 0, false},
	} {
		minutes, takesPart := board.TravelBefore(planner.Ref{Activity: leg.activity}, leg.person)
		if minutes != leg.minutes || takesPart != leg.takesPart {
			t.Errorf("%+v: %d %v", leg, minutes, takesPart)
		}
	}
}
