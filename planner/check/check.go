// Package check verifies plans. It is written from the page that defines the planning model and shares no rule with the rest of the planner,
// only its types: a mistake in one of the two shows as a disagreement.
package check

import (
	"fmt"
	"maps"
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

const (
	day         = 24 * 60
	afterTheEnd = 12 * 60
	week        = 7
)

// Breach is one broken hard rule, by its number on the page, with a sentence for whoever looks for a mistake in the program.
type Breach struct {
	Rule int
	Text string
}

// String returns the rule and the sentence.
func (b Breach) String() string { return fmt.Sprintf("rule %d: %s", b.Rule, b.Text) }

// Verify returns the hard rules a plan breaks; nothing when it breaks none. The problem must be valid. The plan may be anything. How often a
// rule is named is not what [planner.Evaluate] counts: whether there is a breach at all is.
func Verify(p *planner.Problem, plan *planner.Plan) []Breach {
	v := &verifier{house: newHouse(p)}
	v.exist(plan)
	v.seats()
	v.people()
	v.children()
	v.rooms()
	v.activities()
	v.pinned()
	return v.breaches
}

// meeting is an occurrence of which everything exists.
type meeting struct {
	planner.Occurrence
	activity *planner.Activity
	end      planner.Minute
}

func (m *meeting) String() string { return fmt.Sprintf("%s#%d", m.Activity, m.Occurrence.Occurrence) }

func (m *meeting) today() int { return floor(m.Start, day) }

func (m *meeting) everybody() []string { return slices.Concat(m.Staff, m.Attendees) }

func (m *meeting) clashes(other *meeting) bool {
	return m != other && max(m.Start, other.Start) < min(m.end, other.end)
}

type verifier struct {
	*house
	meetings []*meeting
	breaches []Breach
}

func (v *verifier) broken(rule int, text string, args ...any) {
	v.breaches = append(v.breaches, Breach{Rule: rule, Text: fmt.Sprintf(text, args...)})
}

// exist is rule 1, and keeps what can be looked at further.
func (v *verifier) exist(plan *planner.Plan) {
	planned := map[planner.Ref]bool{}
	for _, o := range plan.Occurrences {
		a := v.activity[o.Activity]
		switch {
		case a == nil || o.Occurrence < 0 || o.Occurrence >= a.Count:
			v.broken(1, "no occurrence %s#%d is asked for", o.Activity, o.Occurrence)
			continue
		case planned[o.Ref()]:
			v.broken(1, "%s#%d is there twice", o.Activity, o.Occurrence)
			continue
		}
		planned[o.Ref()] = true
		if !v.allExist(o) {
			v.broken(1, "%s#%d names somebody or something unknown", o.Activity, o.Occurrence)
			continue
		}
		m := &meeting{Occurrence: o, activity: a, end: o.Start + a.Duration}
		lastMidnight := v.problem.Days * day
		if o.Start < 0 || o.Start >= lastMidnight || m.end > lastMidnight+afterTheEnd || m.end <= o.Start || o.Start%v.problem.Grid != 0 {
			v.broken(1, "%s starts at %d", m, o.Start)
		}
		v.meetings = append(v.meetings, m)
	}
}

func (v *verifier) allExist(o planner.Occurrence) bool {
	for _, id := range slices.Concat(o.Staff, o.Attendees) {
		if v.person[id] == nil {
			return false
		}
	}
	if o.Place != nil {
		if _, known := v.placeNumber[*o.Place]; !known {
			return false
		}
	}
	return o.Room == nil || v.room[*o.Room] != nil
}

// seats is rule 2.
func (v *verifier) seats() {
	for _, m := range v.meetings {
		if len(m.Staff) != len(m.activity.Seats) {
			v.broken(2, "%s has %d people for %d seats", m, len(m.Staff), len(m.activity.Seats))
		}
		taking := map[string]bool{}
		for _, id := range m.everybody() {
			if taking[id] {
				v.broken(2, "%s: %s takes part twice", m, id)
			}
			taking[id] = true
		}
		for i := 0; i < len(m.Staff) && i < len(m.activity.Seats); i++ {
			if !v.maySit(m.activity, m.activity.Seats[i], v.person[m.Staff[i]]) {
				v.broken(2, "%s: %s cannot sit on seat %d", m, m.Staff[i], i)
			}
		}
		for _, id := range m.Attendees {
			if !slices.Contains(m.activity.Optional, id) {
				v.broken(2, "%s: %s is not asked to attend", m, id)
			}
		}
	}
}

// children is rule 7.
func (v *verifier) children() {
	with := map[string][]*meeting{}
	for _, m := range v.meetings {
		for _, id := range m.activity.Children {
			met := slices.ContainsFunc(v.child[id].Available, func(w planner.ChildWindow) bool {
				return m.Start >= w.From && m.end <= w.To && (m.Place == nil || slices.Contains(w.Places, *m.Place))
			})
			if !met {
				v.broken(7, "%s cannot be met for %s", id, m)
			}
			with[id] = append(with[id], m)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(with)) {
		v.apart(7, id, with[id])
	}
}

// rooms is rule 8.
func (v *verifier) rooms() {
	in := map[string][]*meeting{}
	for _, m := range v.meetings {
		wanted := m.activity.Room
		if wanted == nil || m.Room == nil {
			if (wanted == nil) != (m.Room == nil) {
				v.broken(8, "%s: a room where none is asked for, or none where one is", m)
			}
			continue
		}
		room := v.room[*m.Room]
		if m.Place == nil || room.Place != *m.Place || room.Seats < wanted.Seats {
			v.broken(8, "%s: room %s is elsewhere or too small", m, room.ID)
		}
		for _, feature := range wanted.Features {
			if !slices.Contains(room.Features, feature) {
				v.broken(8, "%s: room %s has no %s", m, room.ID, feature)
			}
		}
		for _, closed := range room.Closed {
			if max(closed.From, m.Start) < min(closed.To, m.end) {
				v.broken(8, "%s: room %s is closed", m, room.ID)
			}
		}
		in[room.ID] = append(in[room.ID], m)
	}
	for _, id := range slices.Sorted(maps.Keys(in)) {
		v.apart(8, id, in[id])
	}
}

// apart reports two meetings at once.
func (v *verifier) apart(rule int, whose string, meetings []*meeting) {
	for i, m := range meetings {
		for _, other := range meetings[:i] {
			if m.clashes(other) {
				v.broken(rule, "%s: %s and %s at once", whose, other, m)
			}
		}
	}
}

// activities is rule 9.
func (v *verifier) activities() {
	of := map[string][]*meeting{}
	for _, m := range v.meetings {
		for _, other := range of[m.Activity] {
			if apart := m.today() - other.today(); max(apart, -apart) < m.activity.MinGapDays {
				v.broken(9, "%s is %d days from %s", m, apart, other)
			}
		}
		of[m.Activity] = append(of[m.Activity], m)
		if len(m.activity.Windows) > 0 && !slices.ContainsFunc(m.activity.Windows, m.inside) {
			v.broken(9, "%s is outside its windows", m)
		}
		switch {
		case m.Place == nil && len(m.activity.Places) > 0:
			v.broken(9, "%s has no place", m)
		case m.Place != nil && !slices.Contains(m.activity.Places, *m.Place):
			v.broken(9, "%s cannot be at %s", m, *m.Place)
		}
	}
}

func (m *meeting) inside(w planner.ActivityWindow) bool { return w.From <= m.Start && m.end <= w.To }

// pinned is rule 10.
func (v *verifier) pinned() {
	planned := v.byRef()
	for _, pin := range v.problem.Pinned {
		m := planned[pin.Ref()]
		if m == nil || m.Start != pin.Start || !slices.Equal(m.Staff, pin.Staff) ||
			!same(m.Place, pin.Place) || !same(m.Room, pin.Room) || !sameNames(m.Attendees, pin.Attendees) {
			v.broken(10, "%s#%d is pinned and was not kept", pin.Activity, pin.Occurrence)
		}
	}
}

func (v *verifier) byRef() map[planner.Ref]*meeting {
	planned := make(map[planner.Ref]*meeting, len(v.meetings))
	for _, m := range v.meetings {
		planned[m.Ref()] = m
	}
	return planned
}

func same(a, b *string) bool { return a == b || a != nil && b != nil && *a == *b }

func sameNames(a, b []string) bool {
	set := func(names []string) []string { return slices.Compact(slices.Sorted(slices.Values(names))) }
	return slices.Equal(set(a), set(b))
}

// floor divides and rounds down, also below zero.
func floor(a, by int) int {
	q := a / by
	if a%by < 0 {
		q--
	}
	return q
}
