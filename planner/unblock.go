package planner

import (
	"cmp"
	"slices"
)

// Proposal is a small change with which an occurrence can be planned. Steps are in the order in which to take them; the last is the occurrence
// asked for. Applied, Change to the problem and Occurrences as the plan, no rule is broken that was not before.
type Proposal struct {
	Harm        int              `json:"harm"`             // what the proposals are ranked by, the least first; see harmOf
	Change      *Relaxation      `json:"change,omitempty"` // the rule that gives way; nil for none
	Steps       []Step           `json:"steps"`
	Unmet       int64            `json:"unmet"` // change of the score
	Soft        int64            `json:"soft"`
	Terms       map[string]int64 `json:"terms"`       // the change of each soft term that changes
	Occurrences []Occurrence     `json:"occurrences"` // of the whole plan, afterwards
}

// Step is one occurrence that changes. Before is nil for one that was not planned.
type Step struct {
	Before *Occurrence `json:"before"`
	After  Occurrence  `json:"after"`
}

const (
	mostProposals   = 8      // of an answer
	mostOfAKind     = 3      // of those that relax the same kind of rule, or of those that move something
	mostLiftedLooks = 60_000 // (start, place, room) looked at for a rule to relax; beyond it, starts are taken at even distances
)

// Unblock returns the smallest changes with which an occurrence that is not planned can be: with other occurrences moved (three steps at most,
// the occurrence's own included), or with one rule relaxed, a pin among them. The least harm comes first, then the least cost. Where it can be
// planned as things stand, that is the only proposal. It returns nothing for an occurrence that is planned or does not exist.
func Unblock(m *Model, plan *Plan, ref Ref) []Proposal {
	activity, known := m.activities[ref.Activity]
	if !known || ref.Occurrence < 0 || ref.Occurrence >= m.Problem.Activities[activity].Count {
		return []Proposal{}
	}
	b := NewBoard(m, plan)
	if b.planned(ref) != nil {
		return []Proposal{}
	}
	drafts := b.freeDrafts(activity, ref.Occurrence)
	if len(drafts) == 0 {
		drafts = append(b.movingDrafts(activity, ref.Occurrence), b.liftingDrafts(activity, ref.Occurrence)...)
	}
	slices.SortStableFunc(drafts, func(one, other draft) int {
		return cmp.Or(cmp.Compare(one.harm, other.harm), cmp.Compare(one.cost, other.cost))
	})
	return choose(m, plan, drafts)
}

// draft is a proposal before it is tried.
type draft struct {
	harm   int
	cost   int64 // about what it adds to the soft cost
	change *Relaxation
	steps  []move
}

// move is a booking that takes the place of another, or of none.
type move struct{ before, after *booking }

// kind is what proposals are counted by.
func (d *draft) kind() RelaxationKind {
	if d.change == nil {
		return ""
	}
	return d.change.Kind
}

// harmOf weighs what a proposal asks of people, in minutes of trouble: whether a child's or a colleague's hours can change is not for the house
// alone to say, and a move that people have been told of costs a message to each.
func harmOf(m *Model, change *Relaxation, steps []move) (harm int) {
	const moved, told, ownRule, agreed, gapDay, pinned = 30, 30, 20, 40, 60, 60
	for _, step := range steps {
		if step.before == nil {
			continue
		}
		harm += moved
		if slices.ContainsFunc(m.published, func(known *booking) bool { return known.id(m) == step.after.id(m) }) {
			harm += told
		}
	}
	if change == nil {
		return harm
	}
	switch change.Kind {
	case RelaxActivityWindow, RelaxRoom:
		harm += ownRule + change.Minutes
	case RelaxChildWindow, RelaxHours:
		harm += agreed + 2*change.Minutes
	case RelaxGap:
		harm += gapDay * (m.Problem.Activities[m.activities[change.Activity]].MinGapDays - *change.Days)
	case RelaxPin:
		harm += pinned
	}
	return harm
}

func (b *Board) draft(change *Relaxation, cost int64, steps ...move) draft {
	return draft{harm: harmOf(b.model, change, steps), cost: cost, change: change, steps: steps}
}

// freeDrafts proposes the best way there is as things stand, if there is one.
func (b *Board) freeDrafts(activity int32, number int) (drafts []draft) {
	for _, free := range b.best(activity, number, RecommendOptions{Limit: 1}).list {
		drafts = append(drafts, b.draft(nil, free.total, move{nil, &free.booking}))
	}
	return drafts
}

// choose tries the drafts in their order and returns the proposals of those that hold.
func choose(m *Model, plan *Plan, drafts []draft) []Proposal {
	proposals, ofKind := []Proposal{}, map[RelaxationKind]int{}
	before := Evaluate(m, plan).Score
	for i := range drafts {
		d := &drafts[i]
		if len(proposals) == mostProposals {
			break
		}
		if ofKind[d.kind()] == mostOfAKind {
			continue
		}
		if proposal, holds := d.try(m, plan, before); holds {
			ofKind[d.kind()]++
			proposals = append(proposals, proposal)
		}
	}
	return proposals
}

// try makes the proposal of a draft, and reports whether it breaks nothing that was not broken before.
func (d *draft) try(m *Model, plan *Plan, before Score) (Proposal, bool) {
	proposal := Proposal{Harm: d.harm, Change: d.change}
	changed := Plan{Occurrences: slices.Clone(plan.Occurrences)}
	for _, step := range d.steps {
		said := Step{After: m.occurrence(step.after)}
		if step.before != nil {
			old := m.occurrence(step.before)
			said.Before = &old
		}
		proposal.Steps = append(proposal.Steps, said)
		changed.Occurrences = slices.DeleteFunc(changed.Occurrences, func(o Occurrence) bool { return o.Ref() == said.After.Ref() })
		changed.Occurrences = append(changed.Occurrences, said.After)
	}
	if d.change != nil {
		m = m.relaxed(*d.change)
	}
	after := Evaluate(m, &changed).Score
	proposal.Unmet, proposal.Soft, proposal.Terms = after.Unmet-before.Unmet, after.Soft-before.Soft, termChanges(before, after)
	proposal.Occurrences = changed.Occurrences
	return proposal, after.Hard <= before.Hard
}
