package planner

import "slices"

// mostReplacements is how many proposals of a kind each lost occurrence gets.
const mostReplacements = 3

// Repair tells what a repaired plan changes of what people know, and what else could be done for each occurrence that could not stay.
type Repair struct {
	Changes []Change         `json:"changes"`
	Terms   map[string]int64 `json:"terms"` // what the repair costs, by soft term that changes
	Lost    []Lost           `json:"lost"`
}

// Lost is an occurrence that people know of and that cannot stay as it is. After is what the repaired plan makes of it, nil where it is
// cancelled. The proposals hold with the rest of the repaired plan as it stands; Unmet and Soft are their changes against it.
type Lost struct {
	Occurrence Occurrence       `json:"occurrence"`
	Breaches   []Breach         `json:"breaches"` // what it would break in the repaired plan; empty where others took its place
	After      *Occurrence      `json:"after"`
	Cover      []Recommendation `json:"cover"`            // other people at the same hour and place
	Move       []Recommendation `json:"move"`             // the same people at another hour or place
	Join       []Joining        `json:"join"`             // its children join a group
	Cancel     []Reason         `json:"cancel,omitempty"` // why it is cancelled
}

// Joining is a planned group that the children of a lost occurrence could join: they are free and can be met there, its staff could hold the
// lost occurrence too, and its room has seats for them. The model cannot say so: somebody has to ask for it.
type Joining struct {
	Ref
	Start Minute   `json:"start"`
	Staff []string `json:"staff"`
	Place *string  `json:"place"`
}

// RepairReport compares a repaired plan with what people know. Occurrences are lost when they break a rule of the problem as they were, or are
// in the repaired plan no more.
func RepairReport(m *Model, before, after *Plan) Repair {
	comparison := Compare(m, before, after)
	repair := Repair{Changes: comparison.Changes, Terms: comparison.Terms, Lost: []Lost{}}
	known, planned, broken := byRef(before), byRef(after), map[Ref]bool{}
	for _, breach := range Evaluate(m, before).Breaches {
		broken[Ref{Activity: breach.Activity, Occurrence: breach.Occurrence}] = true
	}
	board := NewBoard(m, after)
	told := map[Ref]bool{}
	for i := range before.Occurrences {
		ref := before.Occurrences[i].Ref()
		if told[ref] || !broken[ref] && planned[ref] != nil {
			continue
		}
		told[ref] = true
		if old, unknown := m.resolve(known[ref]); unknown == nil {
			lost := board.lost(old)
			lost.Occurrence, lost.After = *known[ref], planned[ref]
			repair.Lost = append(repair.Lost, lost)
		}
	}
	return repair
}

// lost returns what could be done for an occurrence that was planned so.
func (b *Board) lost(old *booking) Lost {
	w := newWays(b, old.activity, old.number)
	lost := Lost{Breaches: tellingFirst(old.ref(b.model), b.check(old)), Join: b.groupsToJoin(old)}
	lost.Cover = w.replacements([]Minute{old.start}, []spot{{old.place, old.room}}, func(option *booking) bool { return !slices.Equal(option.staff, old.staff) })
	starts, spots := w.asked(KeepNothing)
	w.only = old.hasStaff
	lost.Move = w.replacements(starts, spots, func(option *booking) bool {
		return slices.Equal(option.staff, old.staff) && (option.start != old.start || option.place != old.place)
	})
	if w.old == nil {
		lost.Cancel = b.reasons(old.activity, old.number, false)
	}
	return lost
}

// replacements returns the best ways that fit, whether or not the plan has one of them.
func (w *ways) replacements(starts []Minute, spots []spot, fits func(*booking) bool) []Recommendation {
	unmet, soft := w.leaving()
	best := &bestWays{limit: mostReplacements}
	w.each(starts, spots, func(option *booking) {
		if fits(option) && (w.same(option) || w.accepts(option, KeepNothing)) {
			best.add(way{booking: *option, unmet: unmet, soft: soft.plus(1, w.prices.of(option))})
		}
	})
	return best.recommendations(w.board.model)
}

// groupsToJoin returns the planned groups that the children of a lost occurrence could join, in the order of the activities.
func (b *Board) groupsToJoin(lost *booking) []Joining {
	m, joinings := b.model, []Joining{}
	children := m.Children[lost.activity]
	if len(children) == 0 {
		return joinings
	}
	for _, group := range b.agenda.planned {
		if group == nil || group.activity == lost.activity || !m.mayJoin(lost, group) {
			continue
		}
		there := &booking{activity: lost.activity, number: lost.number, start: group.start, end: group.end, place: group.place, room: group.room, staff: group.staff}
		if len(b.checkChildren(there, b.checkGaps(there, m.checkWindows(there, nil)))) == 0 {
			o := m.occurrence(group)
			joinings = append(joinings, Joining{Ref: o.Ref(), Start: o.Start, Staff: o.Staff, Place: o.Place})
		}
	}
	return joinings
}

// mayJoin reports whether a planned occurrence is a group that could do for what is lost, the hours of the children aside.
func (m *Model) mayJoin(lost, group *booking) bool {
	wanted, held := &m.Problem.Activities[lost.activity], &m.Problem.Activities[group.activity]
	children := m.Children[group.activity]
	if held.Kind != Session || len(children) < 2 || held.Duration < wanted.Duration ||
		slices.ContainsFunc(m.Children[lost.activity], func(child int32) bool { return slices.Contains(children, child) }) ||
		len(m.Places[lost.activity]) > 0 && !slices.Contains(m.Places[lost.activity], group.place) {
		return false
	}
	if held.Room != nil && group.room != Nowhere && m.Problem.Rooms[group.room].Seats < held.Room.Seats+len(m.Children[lost.activity]) {
		return false
	}
	return seatAll(m.Eligible[lost.activity], group.hasStaff)
}
