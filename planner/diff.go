package planner

import (
	"cmp"
	"slices"
)

// ChangeKind is what happened to an occurrence between two plans.
type ChangeKind string

// The kinds of change. An occurrence that changes in hour or place and in people too is moved.
const (
	Added     ChangeKind = "added"
	Removed   ChangeKind = "removed"
	Moved     ChangeKind = "moved"     // another start, place or room
	Restaffed ChangeKind = "restaffed" // other people on its seats or attending, all else the same
)

// Change is one occurrence that two plans do not have in common. Before is nil for an added one, After for a removed one.
type Change struct {
	Kind   ChangeKind  `json:"kind"`
	Before *Occurrence `json:"before"`
	After  *Occurrence `json:"after"`
}

// Ref returns the name of the occurrence that changes.
func (c Change) Ref() Ref {
	if c.After != nil {
		return c.After.Ref()
	}
	return c.Before.Ref()
}

// Diff returns what people would notice between two plans, in the order of activity ids, then occurrences. Of an occurrence that one plan
// holds twice the last counts.
func Diff(before, after *Plan) []Change {
	old, changes := byRef(before), []Change{}
	for ref, now := range byRef(after) {
		was, known := old[ref]
		delete(old, ref)
		switch {
		case !known:
			changes = append(changes, Change{Kind: Added, After: now})
		case was.Start != now.Start || valueOf(was.Place) != valueOf(now.Place) || valueOf(was.Room) != valueOf(now.Room):
			changes = append(changes, Change{Kind: Moved, Before: was, After: now})
		case !samePeople(was.Staff, now.Staff) || !samePeople(was.Attendees, now.Attendees):
			changes = append(changes, Change{Kind: Restaffed, Before: was, After: now})
		}
	}
	for _, was := range old {
		changes = append(changes, Change{Kind: Removed, Before: was})
	}
	slices.SortFunc(changes, func(one, other Change) int {
		a, b := one.Ref(), other.Ref()
		return cmp.Or(cmp.Compare(a.Activity, b.Activity), cmp.Compare(a.Occurrence, b.Occurrence))
	})
	return changes
}

// samePeople reports whether two lists name the same people: who changes seats with whom changes nothing that anybody would notice.
func samePeople(one, other []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(one)), slices.Sorted(slices.Values(other)))
}

func byRef(plan *Plan) map[Ref]*Occurrence {
	occurrences := make(map[Ref]*Occurrence, len(plan.Occurrences))
	for i := range plan.Occurrences {
		occurrences[plan.Occurrences[i].Ref()] = &plan.Occurrences[i]
	}
	return occurrences
}
