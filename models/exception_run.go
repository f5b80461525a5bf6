package models

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// closeGaps makes a problem count the occurrences of its activities without those that something stands in for: a search plans whatever it
// counts.
func (w *compiledWeek) closeGaps(problem *planner.Problem) {
	if len(w.instead) == 0 {
		return
	}
	problem.Activities = slices.Clone(problem.Activities)
	for i := range problem.Activities {
		problem.Activities[i].Count = w.countOf(i)
	}
	problem.Pinned = renumberedList(problem.Pinned, w.instead, withoutGaps)
	problem.Published = renumberedList(problem.Published, w.instead, withoutGaps)
}

// withoutGaps returns the number an occurrence has when those that something stands in for are not counted.
func withoutGaps(ref planner.Ref, instead map[planner.Ref]string) int {
	number := ref.Occurrence
	for before := range ref.Occurrence {
		if instead[planner.Ref{Activity: ref.Activity, Occurrence: before}] != "" {
			number--
		}
	}
	return number
}

// withGaps is the inverse of withoutGaps.
func withGaps(ref planner.Ref, instead map[planner.Ref]string) int {
	number, left := 0, ref.Occurrence
	for ; ; number++ {
		if instead[planner.Ref{Activity: ref.Activity, Occurrence: number}] != "" {
			continue
		}
		if left == 0 {
			return number
		}
		left--
	}
}

// renumbered returns a plan with other numbers for its occurrences.
func renumbered(plan *planner.Plan, instead map[planner.Ref]string, number func(planner.Ref, map[planner.Ref]string) int) *planner.Plan {
	if len(instead) == 0 {
		return plan
	}
	other := *plan
	other.Occurrences = renumberedList(plan.Occurrences, instead, number)
	other.Unplanned = slices.Clone(plan.Unplanned)
	for i := range other.Unplanned {
		u := &other.Unplanned[i]
		u.Occurrence = number(planner.Ref{Activity: u.Activity, Occurrence: u.Occurrence}, instead)
	}
	return &other
}

func renumberedList(list []planner.Occurrence, instead map[planner.Ref]string, number func(planner.Ref, map[planner.Ref]string) int) []planner.Occurrence {
	list = slices.Clone(list)
	for i := range list {
		list[i].Occurrence = number(list[i].Ref(), instead)
	}
	return list
}
