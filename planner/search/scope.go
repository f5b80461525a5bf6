package search

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// Scope says what a search may change. The zero value is everything. Pinned occurrences never change, whatever the scope says, and what is
// not planned at the start may always be planned, on Days if there are any.
//
// With OnlyGaps nothing that is planned at the start changes. With one of the lists not empty, a planned occurrence may change when one of its
// people is in People or in a team of Teams, one of its children in Children, its day in Days, or it is itself in Refs; with Days, what changes
// is planned again on one of those days. Fixed, when not nil, keeps what it returns true for as it is, whatever the lists say.
type Scope struct {
	OnlyGaps bool
	People   []string
	Children []string
	Teams    []string
	Days     []int
	Refs     []planner.Ref
	Fixed    func(planner.Occurrence) bool
}

// lawfulScope is a Scope in the numbers of the tables.
type lawfulScope struct {
	Scope
	listed bool
	days   []bool // nil: all
}

func newScope(t *tables, scope Scope) *lawfulScope {
	l := &lawfulScope{Scope: scope}
	l.listed = len(scope.People)+len(scope.Children)+len(scope.Teams)+len(scope.Days)+len(scope.Refs) > 0
	if len(scope.Days) > 0 {
		l.days = make([]bool, t.days)
		for _, day := range scope.Days {
			if day >= 0 && day < int(t.days) {
				l.days[day] = true
			}
		}
	}
	return l
}

// day reports whether something may be planned on a day.
func (l *lawfulScope) day(day int32) bool { return l.days == nil || l.days[day] }

// mayChange reports whether an occurrence planned at the start may be planned otherwise.
func (l *lawfulScope) mayChange(t *tables, o *planner.Occurrence) bool {
	if l.OnlyGaps || l.Fixed != nil && l.Fixed(*o) {
		return false
	}
	if !l.listed || slices.Contains(l.Refs, o.Ref()) || slices.Contains(l.Days, o.Start/dayMinutes) {
		return true
	}
	activity, _ := t.model.ActivityIndex(o.Activity)
	for _, child := range t.problem.Activities[activity].Children {
		if slices.Contains(l.Children, child) {
			return true
		}
	}
	return slices.ContainsFunc(slices.Concat(o.Staff, o.Attendees), func(id string) bool {
		person, _ := t.model.ProfessionalIndex(id)
		return slices.Contains(l.People, id) || slices.ContainsFunc(t.problem.Professionals[person].Teams, func(team string) bool {
			return slices.Contains(l.Teams, team)
		})
	})
}
