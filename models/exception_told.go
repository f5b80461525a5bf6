package models

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// Instead is what an activity stands in for, in this week only, and how that always is.
type Instead struct {
	planner.Ref
	Duration int
	ChildIDs []string
}

// tell returns what people read of an exception, from what they read of its source.
func (e *WeekException) tell(source ActivityInfo) ActivityInfo {
	info := source
	if e.Instead == nil {
		info.CopyOf = &e.SourceID
	} else {
		info.Instead = &Instead{Ref: planner.Ref{Activity: e.SourceID, Occurrence: *e.Instead}, ChildIDs: source.ChildIDs}
		if source.Demand != nil {
			info.Instead.Duration = source.Demand.Duration
		}
	}
	if len(e.ChildIDs) > 0 {
		info.ChildIDs = e.ChildIDs
	}
	if len(e.ChildIDs) == 1 && e.SplitID != nil {
		info.Group = nil
	}
	return info
}

// reshaped returns the occurrences, under the names this week has for them, that are longer, shorter or for other children than in what is
// published: people have to hear of it though the hour stays.
func (w *compiledWeek) reshaped() map[planner.Ref]bool {
	refs := map[planner.Ref]bool{}
	for known := range reshapedBetween(w.house.Exceptions, w.house.PublishedExceptions) {
		refs[w.hereRef(known)] = true
	}
	return refs
}

// reshapedBetween returns the occurrences of which two rotas do not have the same exception, by the names they are known by.
func reshapedBetween(one, other []WeekException) map[planner.Ref]bool {
	refs := map[planner.Ref]bool{}
	for _, lists := range [][2][]WeekException{{one, other}, {other, one}} {
		for i := range lists[0] {
			e := &lists[0][i]
			if at := exceptionAt(lists[1], e.ActivityID); at < 0 || !e.same(&lists[1][at]) {
				refs[e.known()] = true
			}
		}
	}
	return refs
}

// concernedByShape returns the children for whom an occurrence is otherwise than in what is published: all of them where its length is, else those
// who join or leave.
func (w *compiledWeek) concernedByShape(ref planner.Ref) []string {
	activity, known := w.model.ActivityIndex(ref.Activity)
	if !known {
		return nil
	}
	now := w.problem.Activities[activity].Children
	source, shapes := standsFor(ref).Activity, [2]WeekException{}
	for i, exceptions := range [][]WeekException{w.house.Exceptions, w.house.PublishedExceptions} {
		if at := exceptionAt(exceptions, newInstead(standsFor(ref)).ActivityID); at >= 0 {
			shapes[i] = exceptions[at]
		} else if at := exceptionAt(exceptions, ref.Activity); at >= 0 {
			shapes[i] = exceptions[at]
		}
	}
	if !equalNumbers(shapes[0].Length, shapes[1].Length) {
		return now
	}
	before := shapes[1].ChildIDs
	if index, known := w.model.ActivityIndex(source); known && len(before) == 0 {
		before = w.problem.Activities[index].Children
	}
	return slices.Concat(lacking(now, before), lacking(before, now))
}

// sincePublished returns how occurrences of the week differ from what is published, with those that stay at their hour and are otherwise.
func (w *compiledWeek) sincePublished(occurrences []RotaOccurrence) []planner.Change {
	published := w.here(w.house.PublishedOccurrences)
	return withReshaped(planner.Diff(planOf(published), planOf(occurrences)), published, occurrences, w.reshaped())
}

// withReshaped adds to the changes between two states those that are otherwise and stand where they stood.
func withReshaped(changes []planner.Change, old, fresh []RotaOccurrence, reshaped map[planner.Ref]bool) []planner.Change {
	was := byRef(old)
	for i := range fresh {
		ref := fresh[i].ref()
		before := was[ref]
		if before == nil || !reshaped[ref] || slices.ContainsFunc(changes, func(c planner.Change) bool { return c.Ref() == ref }) {
			continue
		}
		old, now := planned(before), planned(&fresh[i])
		changes = append(changes, planner.Change{Kind: planner.Moved, Before: &old, After: &now})
	}
	return changes
}
