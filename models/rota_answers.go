package models

import (
	"context"
	"slices"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// Answered names the state of a rota that an answer about it holds for: a change of a rota at another revision is refused as stale.
type Answered struct{ Revision int }

// Effect is what something adds to one soft term, or saves when it is negative: in the unit of the term (minutes, people, sessions), and weighted.
type Effect struct {
	Term         string
	Amount, Cost int64
}

// RotaExplanation says why an occurrence is where it is, or why it is not planned.
type RotaExplanation struct {
	Answered
	planner.Explanation
	Expected           // not planned
	Effects  []Effect  // planned: what it adds where it is
	Ways     []RotaWay // planned: the best other ways, best first
}

// RotaWay is a way to plan an occurrence with the rest of the rota as it stands. Unmet and Soft are the change of what the rota costs.
type RotaWay struct {
	Occurrence  RotaOccurrence
	Effects     []Effect
	Unmet, Soft int64
	GivesWay    *planner.Ref // has to be left out for it
}

// RotaWays are the ways to plan an occurrence, best first. Found counts those there are, of which the ways are a choice.
type RotaWays struct {
	Answered
	Ways  []RotaWay
	Found int
}

// RotaProposal is a chain of changes with which an occurrence can be planned. What stands in Change is for somebody to change in the records
// first, but for a pin: that is a lock of the rota, or a meeting with partners.
type RotaProposal struct {
	Change      *planner.Relaxation
	Steps       []planner.Step
	Effects     []Effect
	Unmet, Soft int64
}

// RotaProposals are what would let an occurrence be planned, the least trouble first.
type RotaProposals struct {
	Answered
	Proposals []RotaProposal
}

// Impossible are the needs of a rota's week that no plan can meet.
type Impossible struct {
	Answered
	Findings []planner.Finding
}

// mostWays bounds the ways of an answer.
const mostWays = 10

// Explain answers why an occurrence of a rota is where it is, or why it is not planned.
func (s *Store) Explain(ctx context.Context, actor Actor, rotaID string, ref planner.Ref) (*RotaExplanation, error) {
	var answer *RotaExplanation
	err := s.onOccurrence(ctx, actor, rotaID, ref, func(state *rotaState, model *planner.Model) {
		plan := state.week.plan(state.occurrences)
		explanation := planner.Explain(model, plan, ref)
		answer = &RotaExplanation{Answered: state.answered(), Explanation: explanation, Effects: state.week.effects(explanation.Terms)}
		if !explanation.Planned {
			answer.Expected = expectedOf(planner.NewBoard(state.week.model, plan), byRef(state.week.here(state.week.house.known()))[ref])
		}
		for i := range explanation.Alternatives {
			other := &explanation.Alternatives[i]
			answer.Ways = append(answer.Ways, RotaWay{Occurrence: state.rowOf(other.Occurrence), Effects: state.week.effects(other.Terms), Soft: other.Soft})
		}
	})
	return answer, err
}

// Recommend answers who else could take an occurrence of a rota at its hour, when else the same people could, or both. Of the hours it returns
// the best of each half-day.
func (s *Store) Recommend(ctx context.Context, actor Actor, rotaID string, ref planner.Ref, keep planner.Keep) (*RotaWays, error) {
	var answer *RotaWays
	err := s.onOccurrence(ctx, actor, rotaID, ref, func(state *rotaState, model *planner.Model) {
		found := planner.Recommend(model, state.week.plan(state.occurrences), ref, planner.RecommendOptions{Keep: keep})
		if keep == planner.KeepNothing {
			found = state.otherwise(found, ref)
		}
		answer = &RotaWays{Answered: state.answered(), Found: len(found)}
		halfDays := map[int]bool{}
		for i := range found {
			way := &found[i]
			half := way.Occurrence.Start / (dayMinutes / 2)
			if len(answer.Ways) == mostWays || keep != planner.KeepHour && halfDays[half] {
				continue
			}
			halfDays[half] = true
			answer.Ways = append(answer.Ways, RotaWay{
				Occurrence: state.rowOf(way.Occurrence), Effects: state.week.effects(way.Terms), Unmet: way.Unmet, Soft: way.Soft, GivesWay: way.GivesWay,
			})
		}
	})
	return answer, err
}

// otherwise keeps the ways of a planned occurrence that change both its hour and its people: the others answer other questions.
func (r *rotaState) otherwise(found []planner.Recommendation, ref planner.Ref) []planner.Recommendation {
	present := byRef(r.occurrences)[ref]
	if present == nil {
		return found
	}
	return slices.DeleteFunc(found, func(way planner.Recommendation) bool {
		return way.Occurrence.Start == present.Start || slices.Equal(way.Occurrence.Staff, present.Staff)
	})
}

// Unblock answers what would let an occurrence that is not planned be planned. What is locked stays, unless a proposal says that it is released.
func (s *Store) Unblock(ctx context.Context, actor Actor, rotaID string, ref planner.Ref) (*RotaProposals, error) {
	var answer *RotaProposals
	err := s.onOccurrence(ctx, actor, rotaID, ref, func(state *rotaState, model *planner.Model) {
		answer = &RotaProposals{Answered: state.answered()}
		for _, found := range planner.Unblock(model, state.week.plan(state.occurrences), ref) {
			answer.Proposals = append(answer.Proposals, RotaProposal{
				Change: found.Change, Steps: found.Steps, Effects: state.week.effects(found.Terms), Unmet: found.Unmet, Soft: found.Soft,
			})
		}
	})
	return answer, err
}

// Precheck answers which needs of a rota's week are impossible, whatever is planned.
func (s *Store) Precheck(ctx context.Context, actor Actor, rotaID string) (*Impossible, error) {
	var answer *Impossible
	err := s.onDraft(ctx, actor, rotaID, func(_ context.Context, _ bun.Tx, state *rotaState) error {
		answer = &Impossible{Answered: state.answered(), Findings: planner.Precheck(state.week.model)}
		return nil
	})
	return answer, err
}

// onOccurrence runs fn on a rota with an occurrence its week asks for, and the model in which what is locked does not move.
func (s *Store) onOccurrence(ctx context.Context, actor Actor, rotaID string, ref planner.Ref, fn func(state *rotaState, model *planner.Model)) error {
	return s.onDraft(ctx, actor, rotaID, func(_ context.Context, _ bun.Tx, state *rotaState) error {
		var checks fieldChecks
		if activity, known := state.week.model.ActivityIndex(ref.Activity); known {
			checks.within("occurrence", ref.Occurrence, 0, state.week.problem.Activities[activity].Count-1)
		} else {
			checks.add("activity", keyUnknownID, nil)
		}
		if err := checks.error(); err != nil {
			return err
		}
		locked := []planner.Occurrence{}
		for i := range state.occurrences {
			if o := &state.occurrences[i]; o.Locked && o.ref() != ref {
				locked = append(locked, planned(o))
			}
		}
		fn(state, state.week.model.Pinning(locked))
		return nil
	})
}

func (r *rotaState) answered() Answered { return Answered{Revision: r.rota.Revision} }

// rowOf returns the row a planned occurrence would be, with the lock it has.
func (r *rotaState) rowOf(o planner.Occurrence) RotaOccurrence {
	row := rowOf(r.rota.ID, o)
	present := byRef(r.occurrences)[row.ref()]
	row.Locked = present != nil && present.Locked
	return row
}

// effects returns costs by soft term with what they count, in the order of the terms.
func (w *compiledWeek) effects(costs map[string]int64) []Effect {
	effects := []Effect{}
	for term := range planner.TermCount {
		if cost := costs[term.String()]; cost != 0 {
			effects = append(effects, Effect{Term: term.String(), Amount: cost / w.problem.Weights[term], Cost: cost})
		}
	}
	return effects
}
