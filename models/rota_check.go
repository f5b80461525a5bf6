package models

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// Checked is what a set would do, before anybody asks for it.
type Checked struct {
	Occurrence   RotaOccurrence // as it would be, completed
	Breaches     []planner.Breach
	TravelBefore map[string]int // professional: minutes of the way leading to it, of those who travel
}

// CheckOperation returns what a set, or a change for this week only, would do to a draft, without writing: of a copy to the copy, of a join to the
// group, of a split to what the children have of their own where it has an hour, else to the group. It answers while somebody drags a block.
func (s *Store) CheckOperation(ctx context.Context, actor Actor, rotaID string, op Operation) (Checked, error) {
	checked := Checked{Breaches: []planner.Breach{}, TravelBefore: map[string]int{}}
	err := s.onDraft(ctx, actor, rotaID, func(ctx context.Context, tx bun.Tx, state *rotaState) error {
		if slices.Contains(checkedOnce, op.Kind) {
			planned, err := state.planOnce(ctx, tx, op)
			if refusal, ok := errors.AsType[*Error](err); ok && refusal.Code == CodeRefused {
				checked.Breaches = refusal.Breaches
				if standing := byRef(state.occurrences)[op.ref()]; standing != nil {
					checked.Occurrence = *standing
				}
				return nil
			}
			if err != nil {
				return err
			}
			op = planned
		}
		op.Kind = OperationSet
		if err := state.validOperations([]Operation{op}); err != nil {
			return err
		}
		at := slices.IndexFunc(state.occurrences, func(o RotaOccurrence) bool { return o.ref() == op.ref() })
		if at < 0 && op.Start == nil {
			return Invalid(FieldError{Path: "operation.start", Key: "required"})
		}
		if pinned := state.untouchable(&op, state.occurrences, at); pinned != nil {
			checked.Breaches = append(checked.Breaches, *pinned)
			if at >= 0 {
				checked.Occurrence = state.occurrences[at]
			}
			return nil
		}
		var breaches []planner.Breach
		checked.Occurrence, breaches = state.place(&op, state.occurrences, at, nil)
		checked.Breaches = append(checked.Breaches, breaches...)
		checked.TravelBefore = state.travelTo(&checked.Occurrence)
		return nil
	})
	return checked, err
}

// checkedOnce are the operations that are checked in the week that follows from them.
var checkedOnce = []OperationKind{OperationCopy, OperationResize, OperationSplit, OperationJoin}

// planOnce makes the week in memory what it is after an operation that holds in it only, all but the set that plans what it is about, which it
// returns: the last one. What is not planned has none.
func (r *rotaState) planOnce(ctx context.Context, tx bun.IDB, op Operation) (Operation, error) {
	if err := r.validOperations([]Operation{op}, checkedOnce...); err != nil {
		return op, err
	}
	planned, err := r.makeExceptions(ctx, tx, []Operation{op})
	if err != nil {
		return op, err
	}
	for last, one := range slices.Backward(planned) {
		if one.Kind != OperationSet {
			continue
		}
		occurrences, _, err := r.apply(planned[:last])
		if err != nil {
			return op, err
		}
		r.occurrences = r.week.askedFor(occurrences)
		return one, nil
	}
	return op, Invalid(FieldError{Path: "operation.start", Key: "required"})
}

// onDraft runs fn on a draft that the actor may plan in, from one picture of the database.
func (s *Store) onDraft(ctx context.Context, actor Actor, rotaID string, fn func(ctx context.Context, tx bun.Tx, state *rotaState) error) error {
	if _, err := s.allow(actor, ResourceDraft, ActionRead); err != nil {
		return err
	}
	return s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		state, err := s.loadRota(ctx, tx, actor, rotaID)
		if err != nil {
			return err
		}
		return fn(ctx, tx, state)
	})
}

// travelTo returns the minutes of the ways leading to an occurrence if it were planned so.
func (r *rotaState) travelTo(o *RotaOccurrence) map[string]int {
	with := slices.DeleteFunc(slices.Clone(r.occurrences), func(other RotaOccurrence) bool { return other.ref() == o.ref() })
	board := planner.NewBoard(r.week.model, r.week.plan(append(with, *o)))
	travel := map[string]int{}
	for _, person := range slices.Concat(o.Staff, o.Attendees) {
		if minutes, _ := board.TravelBefore(o.ref(), person); minutes > 0 {
			travel[person] = minutes
		}
	}
	return travel
}
