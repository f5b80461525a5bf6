package models

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// excepted returns the activities the week asks for with what the exceptions make of them: one more, or one occurrence otherwise. What is stood
// in for is no longer asked for; where a later occurrence of the same activity is, the week only knows it: see [compiledWeek.asks].
func (c *compiler) excepted(asked []planner.Activity) []planner.Activity {
	activities, held := slices.Clone(asked), map[string]bool{}
	for i := range c.house.Exceptions {
		e := &c.house.Exceptions[i]
		at := slices.IndexFunc(asked, func(a planner.Activity) bool { return a.ID == e.SourceID })
		if at < 0 || e.Instead != nil && *e.Instead >= asked[at].Count || e.JoinedID != nil {
			continue
		}
		if once, met := c.once(&asked[at], e); met {
			activities, held[e.ActivityID] = append(activities, once), true
		}
	}
	for i := range c.house.Exceptions {
		e := &c.house.Exceptions[i]
		switch {
		case e.JoinedID != nil && !held[*e.JoinedID]: // the group is no longer asked for: the children are waited for where they always are
		case e.Instead != nil && (held[e.ActivityID] || e.JoinedID != nil):
			c.instead[planner.Ref{Activity: e.SourceID, Occurrence: *e.Instead}] = e.ActivityID
		}
	}
	for i := range activities {
		a := &activities[i]
		for a.Count > 0 && c.instead[planner.Ref{Activity: a.ID, Occurrence: a.Count - 1}] != "" {
			a.Count--
		}
	}
	return activities
}

// once returns what an exception makes of its source; it reports false when none of its children is accompanied any more. A room has to seat
// those who join.
func (c *compiler) once(source *planner.Activity, e *WeekException) (once planner.Activity, met bool) {
	once = *source
	once.ID, once.Count, once.MinGapDays = e.ActivityID, 1, 0
	if e.Length != nil {
		once.Duration = *e.Length
	}
	if len(e.ChildIDs) == 0 {
		return once, true
	}
	once.Children = knownIn(e.ChildIDs, c.modality)
	if more := len(once.Children) - len(source.Children); more > 0 && once.Room != nil {
		room := *once.Room
		room.Seats += more
		once.Room = &room
	}
	return once, len(once.Children) > 0
}

// here returns the occurrence under which the week knows one of another rota: what stands in for it here, or what it stands in for elsewhere.
func (c *compiler) here(ref planner.Ref) planner.Ref {
	return hereIn(c.instead, ref, func(activity string) bool { return c.activity[activity] != nil })
}

func hereIn(instead map[planner.Ref]string, ref planner.Ref, known func(activity string) bool) planner.Ref {
	if standIn := instead[ref]; standIn != "" && known(standIn) {
		return planner.Ref{Activity: standIn}
	}
	if !known(ref.Activity) {
		return standsFor(ref)
	}
	return ref
}

// holds reports whether an exception still asks for something of the week.
func (w *compiledWeek) holds(e *WeekException) bool {
	held := e.ActivityID
	if e.JoinedID != nil {
		held = *e.JoinedID
	}
	_, known := w.model.ActivityIndex(held)
	return known
}

// here returns occurrences, which may be of another rota, under the names this week has for them.
func (w *compiledWeek) here(occurrences []RotaOccurrence) []RotaOccurrence {
	renamed := slices.Clone(occurrences)
	for i := range renamed {
		ref := w.hereRef(renamed[i].ref())
		renamed[i].ActivityID, renamed[i].Occurrence = ref.Activity, ref.Occurrence
	}
	return renamed
}

// hereRef is [compiledWeek.here] of one name.
func (w *compiledWeek) hereRef(ref planner.Ref) planner.Ref {
	return hereIn(w.instead, ref, func(activity string) bool { _, known := w.model.ActivityIndex(activity); return known })
}

// asKnown returns occurrences under the names that people who know nothing of exceptions have for them: whatever rota they are of, they can
// then be compared.
func asKnown(occurrences []RotaOccurrence) []RotaOccurrence {
	renamed := slices.Clone(occurrences)
	for i := range renamed {
		ref := standsFor(renamed[i].ref())
		renamed[i].ActivityID, renamed[i].Occurrence = ref.Activity, ref.Occurrence
	}
	return renamed
}
