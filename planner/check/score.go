package check

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// Score returns the second and third level of a plan that breaks no hard rule, by term. What it says of other plans means nothing.
func Score(p *planner.Problem, plan *planner.Plan) (unmet, soft int64, terms map[string]int64) {
	v := &verifier{house: newHouse(p)}
	v.exist(plan)
	terms = map[string]int64{}
	for t := range planner.TermCount {
		terms[t.String()] = 0
	}
	add := func(t planner.Term, amount int) { terms[t.String()] += p.Weights[t] * int64(amount) }
	unmet = v.leftOut()
	for _, m := range v.meetings {
		v.scoreMeeting(m, add)
	}
	v.scoreActivities(add)
	v.scoreChildren(add)
	v.scorePeople(add)
	v.scorePublished(add)
	for _, cost := range terms {
		soft += cost
	}
	return unmet, soft, terms
}

func (v *verifier) leftOut() (unmet int64) {
	planned := map[string]int{}
	for _, m := range v.meetings {
		planned[m.Activity]++
	}
	for _, a := range v.problem.Activities {
		unmet += int64(a.Count-planned[a.ID]) * int64(a.Priority) * int64(a.Duration) * int64(max(1, len(a.Children)))
	}
	return unmet
}

func (v *verifier) scoreMeeting(m *meeting, add func(planner.Term, int)) {
	for i, id := range m.Staff[:min(len(m.Staff), len(m.activity.Seats))] {
		if len(m.activity.Seats[i].OneOf) == 0 && teamRuleApplies(m.activity) && !v.serves(m.activity, v.person[id], planner.Dedicated) {
			add(planner.TermTransversal, 1)
		}
		if len(m.activity.Preferred) > 0 && !slices.Contains(m.activity.Preferred, id) {
			add(planner.TermNotPreferred, 1)
		}
	}
	var costs []int
	for _, w := range m.activity.Windows {
		if m.inside(w) {
			costs = append(costs, int(w.Cost))
		}
	}
	if len(costs) > 0 {
		add(planner.TermWindow, slices.Min(costs))
	}
	add(planner.TermOptionalAbsent, len(m.activity.Optional)-len(m.Attendees))
}

func (v *verifier) scoreActivities(add func(planner.Term, int)) {
	people := map[string]map[string]bool{}
	for _, m := range v.meetings {
		if people[m.Activity] == nil {
			people[m.Activity] = map[string]bool{}
		}
		for _, id := range m.Staff {
			people[m.Activity][id] = true
		}
	}
	for id, different := range people {
		add(planner.TermStaffChange, max(0, len(different)-len(v.activity[id].Seats)))
	}
}

func (v *verifier) scoreChildren(add func(planner.Term, int)) {
	for i := range v.problem.Children {
		child := &v.problem.Children[i]
		people, perDay := map[string]bool{}, map[int]int{}
		for _, m := range v.meetings {
			if m.activity.Kind != planner.Session || !slices.Contains(m.activity.Children, child.ID) {
				continue
			}
			perDay[m.today()]++
			for _, id := range m.Staff {
				people[id] = true
			}
		}
		add(planner.TermFragmentation, max(0, len(people)-child.ProfessionalsTarget))
		for _, sessions := range perDay {
			add(planner.TermCrowdedDay, max(0, sessions-child.SessionsPerDayTarget))
		}
	}
}

func (v *verifier) scorePeople(add func(planner.Term, int)) {
	for i := range v.problem.Professionals {
		who := &v.problem.Professionals[i]
		var meetings []*meeting
		direct := 0
		for _, m := range v.meetings {
			sits := slices.Contains(m.Staff, who.ID)
			if sits || slices.Contains(m.Attendees, who.ID) {
				meetings = append(meetings, m)
			}
			if sits && (m.activity.Kind == planner.Session || m.activity.Kind == planner.Duty) {
				direct += m.activity.Duration
			}
		}
		if who.DirectTarget != nil {
			add(planner.TermOverload, max(0, direct-*who.DirectTarget))
		}
		for _, w := range v.walks(who, meetings) {
			add(planner.TermTravel, w.out+w.back)
			for _, minutes := range w.between {
				add(planner.TermTravel, minutes)
			}
		}
	}
}

func (v *verifier) scorePublished(add func(planner.Term, int)) {
	planned := v.byRef()
	for _, told := range v.problem.Published {
		m := planned[told.Ref()]
		if m == nil {
			continue
		}
		if m.Start != told.Start || !same(m.Place, told.Place) {
			add(planner.TermMoved, 1)
		}
		for _, id := range m.Staff {
			if !slices.Contains(told.Staff, id) {
				add(planner.TermRestaffed, 1)
			}
		}
	}
}
