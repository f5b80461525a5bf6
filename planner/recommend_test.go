package planner_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/maillage-dime/maillage/planner"
)

// mostCompared bounds how many options of one question are compared with the whole evaluation.
const mostCompared = 12

// holds fails the test unless a recommendation is lawful and changes what it says.
func holds(t interface{ Errorf(string, ...any) }, m *planner.Model, plan *planner.Plan, now planner.Score, r planner.Recommendation) {
	changed := with(plan, r.Occurrence)
	if r.GivesWay != nil {
		changed = without(changed, *r.GivesWay)
	}
	then := planner.Evaluate(m, changed).Score
	if then.Hard > now.Hard || then.Unmet-now.Unmet != r.Unmet || then.Soft-now.Soft != r.Soft || !equalTerms(changes(now, then), r.Terms) {
		t.Errorf("%+v changes the score from %+v to %+v", r, now, then)
	}
}

func equalTerms(one, other map[string]int64) bool {
	for term := range planner.TermCount {
		if one[term.String()] != other[term.String()] {
			return false
		}
	}
	return len(one) == len(other)
}

// What is recommended is lawful, best first, and changes the score by what it says, in lawful plans with all options of the model.
func TestRecommendAgreesWithEvaluate(t *testing.T) {
	t.Parallel()
	models, plans := lawfulCases(t)
	elsewhere, anew, giving := 0, 0, 0
	rapid.Check(t, func(t *rapid.T) {
		which := rapid.IntRange(0, len(models)-1).Draw(t, "case")
		model, plan := models[which], plans[which]
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		ref := anyRef(model, random)
		if random.IntN(2) == 0 {
			plan = lawfullyWithout(model, plan, ref)
		}
		now := planner.Evaluate(model, plan).Score
		planned := isPlanned(plan, ref)
		found := planner.Recommend(model, plan, ref, planner.RecommendOptions{})
		if !slices.IsSortedFunc(found, func(one, other planner.Recommendation) int {
			return planner.Score{Unmet: one.Unmet, Soft: one.Soft}.Compare(planner.Score{Unmet: other.Unmet, Soft: other.Soft})
		}) {
			t.Error("not the best first")
		}
		for i := range min(mostCompared, len(found)) {
			if i > 1 {
				i = random.IntN(len(found))
			}
			holds(t, model, plan, now, found[i])
			switch {
			case found[i].GivesWay != nil:
				giving++
			case planned:
				elsewhere++
			default:
				anew++
			}
		}
	})
	if elsewhere == 0 || anew == 0 || giving == 0 {
		t.Errorf("%d compared elsewhere, %d anew, %d with something that gives way", elsewhere, anew, giving)
	}
}

func anyRef(m *planner.Model, random *rand.Rand) planner.Ref {
	for {
		a := &m.Problem.Activities[random.IntN(len(m.Problem.Activities))]
		if a.Count > 0 {
			return planner.Ref{Activity: a.ID, Occurrence: random.IntN(a.Count)}
		}
	}
}

func isPlanned(plan *planner.Plan, ref planner.Ref) bool {
	return slices.ContainsFunc(plan.Occurrences, func(o planner.Occurrence) bool { return o.Ref() == ref })
}

// In a broken plan too, the change is the one the whole evaluation finds.
func TestRecommendPricesBrokenPlans(t *testing.T) {
	t.Parallel()
	for _, c := range readCases(t) {
		model := compiled(t, c.Problem)
		now := planner.Evaluate(model, c.Plan).Score
		random := rand.New(rand.NewPCG(3, 3))
		for range 6 {
			ref := anyRef(model, random)
			for _, r := range planner.Recommend(model, c.Plan, ref, planner.RecommendOptions{Limit: 2}) {
				changed := with(c.Plan, r.Occurrence)
				if r.GivesWay != nil {
					changed = without(changed, *r.GivesWay)
				}
				if then := planner.Evaluate(model, changed).Score; then.Soft-now.Soft != r.Soft || then.Unmet-now.Unmet != r.Unmet {
					t.Errorf("%s: %+v against %+v to %+v", c.Problem.Name, r, now, then)
				}
			}
		}
	}
}

// Every lawful start, person, place and room is recommended, and nothing else.
func TestRecommendIsComplete(t *testing.T) {
	t.Parallel()
	model, plan := generated(t, "children-8")
	for i, o := range plan.Occurrences {
		activity, _ := model.ActivityIndex(o.Activity)
		if len(model.Eligible[activity]) != 1 || len(model.Optional[activity]) > 0 || i%3 != 0 {
			continue
		}
		now := planner.Evaluate(model, plan).Score
		expected := 0
		eachPlacing(model, activity, o, func(option planner.Occurrence) {
			if planner.Evaluate(model, with(plan, option)).Score.Hard <= now.Hard {
				expected++
			}
		})
		if found := planner.Recommend(model, plan, o.Ref(), planner.RecommendOptions{}); len(found) != expected-1 && expected > 1 {
			t.Errorf("%v: %d recommended of %d other ways", o.Ref(), len(found), expected-1)
		}
	}
}

// eachPlacing calls visit with every start inside the windows, person, place and room of an activity with one seat.
func eachPlacing(model *planner.Model, activity int32, o planner.Occurrence, visit func(planner.Occurrence)) {
	p := model.Problem
	places, rooms := []*string{nil}, []*string{nil}
	if len(model.Places[activity]) > 0 {
		places = nil
		for _, place := range model.Places[activity] {
			places = append(places, &p.Places[place].ID)
		}
	}
	if p.Activities[activity].Room != nil {
		rooms = nil
		for _, room := range model.Rooms[activity] {
			rooms = append(rooms, &p.Rooms[room].ID)
		}
	}
	for o.Start = 0; o.Start < p.Days*planner.DayMinutes; o.Start += p.Grid {
		if !inWindows(&p.Activities[activity], o.Start) {
			continue
		}
		for _, person := range model.Eligible[activity][0] {
			o.Staff = []string{p.Professionals[person].ID}
			for _, o.Place = range places {
				for _, o.Room = range rooms {
					visit(o)
				}
			}
		}
	}
}

func TestRecommendKeeps(t *testing.T) {
	t.Parallel()
	model, plan := generated(t, "children-25")
	hours, crews := 0, 0
	for _, o := range plan.Occurrences[:40] {
		all := planner.Recommend(model, plan, o.Ref(), planner.RecommendOptions{})
		sameHour := planner.Recommend(model, plan, o.Ref(), planner.RecommendOptions{Keep: planner.KeepHour})
		sameStaff := planner.Recommend(model, plan, o.Ref(), planner.RecommendOptions{Keep: planner.KeepStaff})
		expectedHours, expectedCrews := 0, 0
		for _, r := range all {
			if r.GivesWay != nil {
				continue
			}
			if r.Occurrence.Start == o.Start && *orNone(r.Occurrence.Place) == *orNone(o.Place) && *orNone(r.Occurrence.Room) == *orNone(o.Room) {
				expectedHours++
			}
			if slices.Equal(r.Occurrence.Staff, o.Staff) {
				expectedCrews++
			}
		}
		if found := lawfulOnes(sameHour); found != expectedHours {
			t.Errorf("%v: %d others at the same hour instead of %d", o.Ref(), found, expectedHours)
		}
		if found := lawfulOnes(sameStaff); found != expectedCrews {
			t.Errorf("%v: %d other hours with the same people instead of %d", o.Ref(), found, expectedCrews)
		}
		if best := planner.Recommend(model, plan, o.Ref(), planner.RecommendOptions{Limit: 3}); len(all) > 3 && (len(best) != 3 || best[2].Soft != all[2].Soft) {
			t.Errorf("%v: %d of at most 3", o.Ref(), len(best))
		}
		hours, crews = hours+expectedHours, crews+expectedCrews
	}
	if hours == 0 || crews == 0 {
		t.Errorf("%d others, %d other hours: nothing was compared", hours, crews)
	}
}

func orNone(id *string) *string {
	if id == nil {
		return new("")
	}
	return id
}

func lawfulOnes(found []planner.Recommendation) (n int) {
	for _, r := range found {
		if r.GivesWay == nil {
			n++
		}
	}
	return n
}

// When nothing is free, what would have to give way is named, and what is pinned never gives way.
func TestRecommendNamesWhatGivesWay(t *testing.T) {
	t.Parallel()
	p, plan := smallHouse()
	p.Activities[1].Windows = []planner.ActivityWindow{{From: day(2) + 9*hour, To: day(2) + 10*hour}}
	p.Professionals[1].Profession = "nurse"
	plan.Occurrences = append(plan.Occurrences[:1], writing(0, day(2)+9*hour))
	model := compiled(t, p)
	found := planner.Recommend(model, plan, planner.Ref{Activity: "play"}, planner.RecommendOptions{})
	if len(found) != 2 || found[0].GivesWay == nil || *found[0].GivesWay != (planner.Ref{Activity: "writing"}) || found[0].Unmet != 5*hour-10*hour {
		t.Fatalf("%+v", found)
	}
	p.Pinned = plan.Occurrences[1:]
	if found := planner.Recommend(compiled(t, p), plan, planner.Ref{Activity: "play"}, planner.RecommendOptions{}); len(found) > 0 {
		t.Errorf("what is pinned gives way: %+v", found)
	}
	if found := planner.Recommend(compiled(t, p), plan, planner.Ref{Activity: "writing"}, planner.RecommendOptions{}); len(found) > 0 {
		t.Errorf("what is pinned is recommended elsewhere: %+v", found)
	}
	if found := planner.Recommend(model, plan, planner.Ref{Activity: "nothing"}, planner.RecommendOptions{}); len(found) > 0 {
		t.Errorf("something that does not exist: %+v", found)
	}
}

// Ada's writing, which has no place, is at the school only because of the visit before it: without that she has no time for the way to the next.
func TestRecommendLeavesNobodyStranded(t *testing.T) {
	t.Parallel()
	p, plan := smallHouse()
	p.Activities[0].MinGapDays = 0
	second := plan.Occurrences[0]
	second.Occurrence, second.Start = 1, 11*hour
	plan.Occurrences = append(plan.Occurrences, writing(0, 10*hour), second)
	model := compiled(t, p)
	now := planner.Evaluate(model, plan).Score
	found := planner.Recommend(model, plan, plan.Occurrences[0].Ref(), planner.RecommendOptions{})
	for _, r := range found {
		holds(t, model, plan, now, r)
	}
	if now.Hard > 0 || len(found) == 0 {
		t.Errorf("%+v: %d recommended", now, len(found))
	}
}
