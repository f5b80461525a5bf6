package planner

import (
	"cmp"
	"slices"
)

// Comparison says what changes from one plan of a problem to another, and for whom.
type Comparison struct {
	Changes       []Change         `json:"changes"`
	Before        Score            `json:"before"`
	After         Score            `json:"after"`
	Terms         map[string]int64 `json:"terms"` // the change of each soft term that changes
	Children      []Concern        `json:"children"`
	Professionals []Concern        `json:"professionals"`
	Teams         []Concern        `json:"teams"` // of the professionals concerned
}

// Concern counts the changes that one child, professional or team would notice.
type Concern struct {
	ID        string `json:"id"`
	Added     int    `json:"added"`
	Removed   int    `json:"removed"`
	Moved     int    `json:"moved"`
	Restaffed int    `json:"restaffed"`
}

// Compare compares two plans. Who is in an occurrence before or after is concerned by what happens to it: to whoever joins one it is added, from
// whoever leaves one it is removed. Those concerned are in the order of the problem; a team counts each occurrence once.
func Compare(m *Model, before, after *Plan) Comparison {
	c := Comparison{Changes: Diff(before, after), Before: Evaluate(m, before).Score, After: Evaluate(m, after).Score}
	c.Terms = termChanges(c.Before, c.After)
	children, people, teams := concerns{}, concerns{}, concerns{}
	for _, change := range c.Changes {
		if activity, known := m.activities[change.Ref().Activity]; known {
			for _, child := range m.Problem.Activities[activity].Children {
				children.add(child, change.Kind)
			}
		}
		byTeam := map[string]ChangeKind{}
		for person, kind := range change.people() {
			people.add(person, kind)
			if index, known := m.professionals[person]; known {
				for _, team := range m.Problem.Professionals[index].Teams {
					byTeam[team] = change.Kind
				}
			}
		}
		for team, kind := range byTeam {
			teams.add(team, kind)
		}
	}
	c.Children, c.Professionals, c.Teams = children.list(m.children), people.list(m.professionals), teams.list(m.teams)
	return c
}

// termChanges returns what each term that differs gains from one score to the other.
func termChanges(from, to Score) map[string]int64 {
	changes := map[string]int64{}
	for name, cost := range to.Terms {
		if cost != from.Terms[name] {
			changes[name] = cost - from.Terms[name]
		}
	}
	return changes
}

// people returns everybody a change concerns, and how.
func (c Change) people() map[string]ChangeKind {
	kinds := map[string]ChangeKind{}
	if c.Before != nil {
		for _, person := range slices.Concat(c.Before.Staff, c.Before.Attendees) {
			kinds[person] = Removed
		}
	}
	if c.After != nil {
		for _, person := range slices.Concat(c.After.Staff, c.After.Attendees) {
			if _, both := kinds[person]; both {
				kinds[person] = c.Kind
			} else {
				kinds[person] = Added
			}
		}
	}
	return kinds
}

// concerns are counted by id.
type concerns map[string]*Concern

func (c concerns) add(id string, kind ChangeKind) {
	if c[id] == nil {
		c[id] = &Concern{ID: id}
	}
	switch kind {
	case Added:
		c[id].Added++
	case Removed:
		c[id].Removed++
	case Moved:
		c[id].Moved++
	case Restaffed:
		c[id].Restaffed++
	}
}

// list returns them in the order of the problem; those it does not know come first, by id.
func (c concerns) list(order map[string]int32) []Concern {
	list := make([]Concern, 0, len(c))
	for _, concern := range c {
		list = append(list, *concern)
	}
	position := func(id string) int32 {
		if at, known := order[id]; known {
			return at
		}
		return -1
	}
	slices.SortFunc(list, func(one, other Concern) int {
		return cmp.Or(cmp.Compare(position(one.ID), position(other.ID)), cmp.Compare(one.ID, other.ID))
	})
	return list
}
