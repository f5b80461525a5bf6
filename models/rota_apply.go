package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// OperationKind is what an [Operation] does.
type OperationKind string

// The kinds of operation.
const (
	OperationSet    OperationKind = "set" // plan, or plan otherwise
	OperationUnplan OperationKind = "unplan"
	OperationLock   OperationKind = "lock"
	OperationUnlock OperationKind = "unlock"
	OperationCopy   OperationKind = "copy"   // one more in this week only, planned where an hour is named
	OperationResize OperationKind = "resize" // as long as Length in this week only, as always without one
	OperationSplit  OperationKind = "split"  // Children leave the group in this week only; they have one of their own, planned where an hour is named
	OperationJoin   OperationKind = "join"   // its children are with the group of Into in this week only
	OperationRemove OperationKind = "remove" // what the week has more is not asked for any longer, what it has otherwise is as always
)

// plainOperations are the kinds that leave what the week asks for as it is.
var plainOperations = []OperationKind{OperationSet, OperationUnplan, OperationLock, OperationUnlock}

// exceptionOperations are those that change what this week asks for.
var exceptionOperations = []OperationKind{OperationCopy, OperationResize, OperationSplit, OperationJoin, OperationRemove}

// operationsKind is the kind of a step of several kinds of operation.
const operationsKind = "several"

// mostOperations is how many operations one action of a user may hold.
const mostOperations = 500

// Operation is a wish about one occurrence. Of a set, what is nil stays as it is or is chosen.
type Operation struct {
	Kind       OperationKind
	Activity   string
	Occurrence int
	Start      *int // minutes after Monday 00:00
	Staff      []string
	Attendees  []string
	Place      *string
	Room       *string
	Length     *int         // of a resize, in minutes
	Children   []string     // of a split
	Into       *planner.Ref // of a join
}

func (o *Operation) ref() planner.Ref {
	return planner.Ref{Activity: o.Activity, Occurrence: o.Occurrence}
}

// ApplyOperations changes a draft by one action of the user: all operations or none, as one step to undo. It is refused with the breaches when
// something would break a rule or touches what is locked, and as stale when the draft is no longer at the revision.
func (s *Store) ApplyOperations(ctx context.Context, actor Actor, rotaID string, revision int, operations []Operation) (*RotaView, error) {
	return s.applyOperations(ctx, actor, rotaID, revision, operations, nil)
}

// ApplyAllTheSame is [Store.ApplyOperations] after somebody was told what is broken and wants it in the draft all the same: the conflicts stand
// in it with who kept them and why, which may be left to the publication, as far as they may. Where one may not, it is refused like the other.
func (s *Store) ApplyAllTheSame(ctx context.Context, actor Actor, rotaID string, revision int, operations []Operation, reason string) (*RotaView, error) {
	var checks fieldChecks
	checks.text("reason", reason, maxLine)
	if err := checks.error(); err != nil {
		return nil, err
	}
	return s.applyOperations(ctx, actor, rotaID, revision, operations, &reason)
}

func (s *Store) applyOperations(ctx context.Context, actor Actor, rotaID string, revision int, operations []Operation, keep *string) (*RotaView, error) {
	if len(operations) > mostOperations {
		return nil, TooLarge("rota.too_many_operations", mostOperations)
	}
	return s.changeRota(ctx, actor, rotaID, revision, func(ctx context.Context, tx bun.Tx, now time.Time, state *rotaState) (rotaStep, error) {
		step, err := state.operate(ctx, tx, now, actor, operations)
		step.keep = keep
		return step, err
	})
}

// operate computes the step that operations make of a draft and remembers how to undo it.
func (r *rotaState) operate(ctx context.Context, tx bun.IDB, now time.Time, actor Actor, operations []Operation) (rotaStep, error) {
	if err := r.validOperations(operations, exceptionOperations...); err != nil {
		return rotaStep{}, err
	}
	planned, err := r.makeExceptions(ctx, tx, operations)
	if err != nil {
		return rotaStep{}, err
	}
	occurrences, asked, err := r.apply(planned)
	if err != nil {
		return rotaStep{}, err
	}
	return r.stepTo(ctx, tx, now, actor, kindOf(operations), occurrences, asked)
}

// stepTo returns the step to other occurrences and remembers how to undo it. What was asked for has to be lawful itself.
func (r *rotaState) stepTo(
	ctx context.Context, tx bun.IDB, now time.Time, actor Actor, kind string, occurrences []RotaOccurrence, asked []planner.Ref,
) (step rotaStep, err error) {
	step = rotaStep{action: AuditUpdate, occurrences: occurrences, asked: asked}
	before, after := differences(r.occurrences, occurrences)
	if len(before)+len(after) > 0 || r.exceptedDifferently() {
		err = r.remember(ctx, tx, now, actor, kind, before, after)
	}
	return step, err
}

// validOperations refuses operations that name nothing of the week, all of them at once. Kinds are those that may stand beside the plain ones.
func (r *rotaState) validOperations(operations []Operation, kinds ...OperationKind) error {
	var checks fieldChecks
	if len(operations) == 0 {
		checks.add("operations", "required", nil)
	}
	for i := range operations {
		op, at := &operations[i], indexed("operations", i)
		activity, known := r.week.model.ActivityIndex(op.Activity)
		switch {
		case op.Kind == OperationRemove && !r.isException(op.Activity), op.Kind != OperationRemove && !known:
			checks.add(at+".activity", keyUnknownID, nil)
		case known:
			checks.within(at+".occurrence", op.Occurrence, 0, r.week.problem.Activities[activity].Count-1)
			if r.week.instead[op.ref()] != "" {
				checks.add(at+".occurrence", keyUnknownID, nil)
			}
		}
		oneOf(&checks, at+".kind", op.Kind, slices.Concat(plainOperations, kinds)...)
		if repeats(operations, i) {
			checks.add(at, "repeated", nil)
		}
	}
	return checks.error()
}

// repeats reports whether an operation asks for what another one before it does, or is about what another one removes.
func repeats(operations []Operation, at int) bool {
	op := &operations[at]
	return slices.ContainsFunc(operations[:at], func(other Operation) bool {
		return op.Kind != OperationCopy && other.ref() == op.ref() && other.Kind == op.Kind
	}) || op.Kind != OperationRemove && slices.ContainsFunc(operations, func(other Operation) bool {
		return other.Kind == OperationRemove && other.Activity == op.Activity
	})
}

// apply computes what operations make of the rota, in their order, and which occurrences they placed.
func (r *rotaState) apply(operations []Operation) (occurrences []RotaOccurrence, asked []planner.Ref, err error) {
	occurrences = slices.Clone(r.occurrences)
	var untouchable []planner.Breach
	for i := range operations {
		op := &operations[i]
		at := slices.IndexFunc(occurrences, func(o RotaOccurrence) bool { return o.ref() == op.ref() })
		if breach := r.untouchable(op, occurrences, at); breach != nil {
			untouchable = append(untouchable, *breach)
			continue
		}
		switch {
		case op.Kind == OperationSet:
			if at < 0 && op.Start == nil {
				return nil, nil, Invalid(FieldError{Path: indexed("operations", i) + ".start", Key: "required"})
			}
			set, _ := r.place(op, occurrences, at, operations[i+1:])
			if asked = append(asked, op.ref()); at >= 0 {
				occurrences[at] = set
			} else {
				occurrences = append(occurrences, set)
			}
		case at < 0: // not planned: nothing to take out or to lock
		case op.Kind == OperationUnplan:
			occurrences = slices.Delete(occurrences, at, at+1)
		default:
			occurrences[at].Locked = op.Kind == OperationLock
		}
	}
	if len(untouchable) > 0 {
		return nil, nil, Refused(untouchable...)
	}
	slices.SortFunc(occurrences, compareOccurrences)
	return occurrences, asked, nil
}

// place returns the occurrence a set asks for, completed among the others, and what it breaks. Those that the same action still moves are not
// in its way.
func (r *rotaState) place(op *Operation, occurrences []RotaOccurrence, at int, later []Operation) (RotaOccurrence, []planner.Breach) {
	var current *RotaOccurrence
	locked := false
	if at >= 0 {
		current, locked = &occurrences[at], occurrences[at].Locked
	}
	others := slices.Clone(occurrences)
	if len(later) > 0 {
		moving := make(map[planner.Ref]bool, len(later))
		for i := range later {
			moving[later[i].ref()] = later[i].Kind == OperationSet || later[i].Kind == OperationUnplan
		}
		others = slices.DeleteFunc(others, func(o RotaOccurrence) bool { return moving[o.ref()] })
	}
	activity, _ := r.week.model.ActivityIndex(op.Activity)
	chosen, breaches := r.week.newChooser(others, activity).complete(op, current)
	row := rowOf(r.rota.ID, chosen)
	row.Locked = locked
	return row, breaches
}

// untouchable returns why an operation may not touch an occurrence: it is a partner meeting, or locked and asked to move.
func (r *rotaState) untouchable(op *Operation, occurrences []RotaOccurrence, at int) *planner.Breach {
	breach := planner.Breach{Rule: 10, Code: planner.CodePinned, Activity: op.Activity, Occurrence: op.Occurrence}
	if r.week.isFixed(op.Activity) {
		return &breach
	}
	moves := op.Kind == OperationSet || op.Kind == OperationUnplan
	if at < 0 || !moves || !occurrences[at].Locked {
		return nil
	}
	breach.Day = occurrences[at].Start / dayMinutes
	return &breach
}

// kindOf returns the kind of a step.
func kindOf(operations []Operation) string {
	kind := operations[0].Kind
	if slices.ContainsFunc(operations, func(o Operation) bool { return o.Kind != kind }) {
		return operationsKind
	}
	return string(kind)
}
