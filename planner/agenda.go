package planner

import (
	"cmp"
	"slices"
)

// agenda is a plan sorted by everything that one occurrence can get in the way of. Each list is in order of start, then end.
type agenda struct {
	model      *Model
	planned    []*booking   // [number among all occurrences]; nil where not planned
	byActivity [][]*booking // [activity]
	byPerson   [][]*booking // [professional], on a seat or attending
	byChild    [][]*booking // [child]
	byRoom     [][]*booking // [room], where the activity asks for one
}

// newAgenda sorts a plan. Occurrences that name something unknown, and repeated ones, are left out with a breach of rule 1.
func newAgenda(m *Model, plan *Plan) (*agenda, []Breach) {
	a := &agenda{
		model:      m,
		planned:    make([]*booking, m.FirstOccurrence[len(m.Problem.Activities)]),
		byActivity: make([][]*booking, len(m.Problem.Activities)),
		byPerson:   make([][]*booking, len(m.Problem.Professionals)),
		byChild:    make([][]*booking, len(m.Problem.Children)),
		byRoom:     make([][]*booking, len(m.Problem.Rooms)),
	}
	var breaches []Breach
	seen := make(map[Ref]bool, len(plan.Occurrences))
	for i := range plan.Occurrences {
		o := &plan.Occurrences[i]
		if seen[o.Ref()] {
			breaches = append(breaches, Breach{Rule: 1, Code: CodeRepeated, Activity: o.Activity, Occurrence: o.Occurrence, Day: dayOf(o.Start)})
			continue
		}
		seen[o.Ref()] = true
		b, unknown := m.resolve(o)
		if unknown != nil {
			breaches = append(breaches, *unknown)
			continue
		}
		a.put(b)
	}
	return a, breaches
}

// put adds a booking that is not there yet.
func (a *agenda) put(b *booking) {
	a.planned[b.id(a.model)] = b
	a.lists(b, func(list *[]*booking) {
		at, _ := slices.BinarySearchFunc(*list, b, func(one, other *booking) int {
			if before(other, one) {
				return 1
			}
			return -1 // an equal one stays in front
		})
		*list = slices.Insert(*list, at, b)
	})
}

// remove takes a booking out.
func (a *agenda) remove(b *booking) {
	a.planned[b.id(a.model)] = nil
	a.lists(b, func(list *[]*booking) {
		at := slices.Index(*list, b)
		*list = slices.Delete(*list, at, at+1)
	})
}

// lists calls visit with every list the booking stands in.
func (a *agenda) lists(b *booking, visit func(list *[]*booking)) {
	visit(&a.byActivity[b.activity])
	b.people(func(person int32) { visit(&a.byPerson[person]) })
	for _, child := range a.model.Children[b.activity] {
		visit(&a.byChild[child])
	}
	if b.room != Nowhere && a.model.Problem.Activities[b.activity].Room != nil {
		visit(&a.byRoom[b.room])
	}
}

func before(one, other *booking) bool {
	return one.start < other.start || one.start == other.start && one.end < other.end
}

// days calls visit with each run of bookings that start on the same day.
func days(list []*booking, visit func(day int, bookings []*booking)) {
	for len(list) > 0 {
		day, n := list[0].day(), 1
		for n < len(list) && list[n].day() == day {
			n++
		}
		visit(day, list[:n])
		list = list[n:]
	}
}

// onDay returns the bookings of a sorted list that start on the day.
func onDay(list []*booking, day int) []*booking {
	start := func(b *booking, at Minute) int { return cmp.Compare(b.start, at) }
	from, _ := slices.BinarySearchFunc(list, day*DayMinutes, start)
	to, _ := slices.BinarySearchFunc(list[from:], (day+1)*DayMinutes, start)
	return list[from : from+to]
}
