package models

import (
	"context"
	"slices"
	"strings"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// makeExceptions does the operations that change what the week asks for, and returns those that plan in it: for a copy that has an hour the set
// that plans it, for what is removed the one that takes it out, for what is otherwise this week one that keeps it where it is.
func (r *rotaState) makeExceptions(ctx context.Context, tx bun.IDB, operations []Operation) ([]Operation, error) {
	m := &exceptionMaker{rota: r, exceptions: slices.Clone(r.exceptions), starts: map[planner.Ref]*int{}}
	for i := range operations {
		if err := m.do(&operations[i], indexed("operations", i)); err != nil {
			return nil, err
		}
	}
	m.settle()
	if len(m.exceptions) > mostExceptions {
		return nil, TooLarge("rota.too_many_exceptions", mostExceptions)
	}
	return m.operations(), r.except(ctx, tx, exceptionsReplaced(m.exceptions, nil, nil))
}

// mostExceptions bounds what one rota has otherwise than the records ask for: what holds in many weeks belongs into the records.
const mostExceptions = 200

// The keys of what a rota cannot have otherwise.
const (
	KeyExceptionInTemplate = "rota.exception_in_template" // the ordinary week: what holds every week belongs into the records
	KeyCannotCopy          = "rota.cannot_copy"           // a meeting agreed with others, somebody's protected time
	KeyCannotJoin          = "rota.cannot_join"           // not two sessions with children, or the same children
	KeyCannotSplit         = "rota.cannot_split"          // nobody would be left, or the child is not of the group
)

// exceptionMaker gathers what the operations of one action make of the exceptions of a rota.
type exceptionMaker struct {
	rota       *rotaState
	exceptions []WeekException
	touched    []planner.Ref        // what changed its shape, by its known name, in order
	starts     map[planner.Ref]*int // where it is to begin, where the operation says so
	planning   []Operation          // the others
}

// do does one operation. At is its place in the question.
func (m *exceptionMaker) do(op *Operation, at string) error {
	if op.Kind != OperationRemove && slices.Contains(exceptionOperations, op.Kind) {
		if m.rota.rota.TemplateID != nil {
			return Conflict(KeyExceptionInTemplate, nil)
		}
		if !m.rota.mayCopy(op.Activity) {
			return Conflict(KeyCannotCopy, nil)
		}
	}
	switch op.Kind {
	case OperationCopy:
		m.copy(op, newCopy(m.exceptions, op.Activity))
	case OperationResize:
		return m.resize(op, at)
	case OperationSplit:
		return m.split(op)
	case OperationJoin:
		return m.join(op)
	case OperationRemove:
		m.remove(op)
	case OperationSet, OperationUnplan, OperationLock, OperationUnlock:
		m.planning = append(m.planning, *op)
	}
	return nil
}

// copy adds one more of what the operation is about, planned where it has an hour.
func (m *exceptionMaker) copy(op *Operation, fresh WeekException) {
	m.exceptions = append(m.exceptions, fresh)
	if op.Start != nil {
		m.planning = append(m.planning, m.rota.plannedCopy(*op, fresh.ActivityID))
	}
}

// altered returns the exception of an occurrence, to be changed before the next call; a plain one where there is none yet.
func (m *exceptionMaker) altered(ref planner.Ref) *WeekException {
	known := standsFor(ref)
	if !slices.Contains(m.touched, known) {
		m.touched = append(m.touched, known)
	}
	at := exceptionAt(m.exceptions, ref.Activity)
	if fresh := newInstead(known); at < 0 {
		if at = exceptionAt(m.exceptions, fresh.ActivityID); at < 0 {
			at, m.exceptions = len(m.exceptions), append(m.exceptions, fresh)
		}
	}
	return &m.exceptions[at]
}

// resize makes one occurrence longer or shorter; without a length as long as it always is.
func (m *exceptionMaker) resize(op *Operation, at string) error {
	if op.Length != nil {
		var checks fieldChecks
		checks.within(at+".length", *op.Length, shortestDuration, dayMinutes)
		if err := checks.error(); err != nil {
			return err
		}
	}
	e := m.altered(op.ref())
	e.Length = op.Length
	m.starts[standsFor(op.ref())] = op.Start
	return nil
}

// children returns who one occurrence is for as the exceptions have it so far.
func (m *exceptionMaker) children(e *WeekException) []string {
	if len(e.ChildIDs) > 0 {
		return e.ChildIDs
	}
	return m.usual(e.SourceID).Children
}

// usual returns an activity as the records ask for it.
func (m *exceptionMaker) usual(source string) *planner.Activity {
	at, known := m.rota.week.model.ActivityIndex(source)
	if !known {
		return &planner.Activity{}
	}
	return &m.rota.week.problem.Activities[at]
}

// split takes children out of one occurrence of a group. Those who had joined it go back to what they left, the others get one of their own.
func (m *exceptionMaker) split(op *Operation) error {
	e := m.altered(op.ref())
	all := m.children(e)
	stay := lacking(all, op.Children)
	if len(stay) == 0 || len(op.Children) == 0 || len(stay)+len(op.Children) != len(all) {
		return Conflict(KeyCannotSplit, nil)
	}
	e.ChildIDs = stay
	group := *e
	leaving := slices.Clone(op.Children)
	for i := range m.exceptions {
		if other := &m.exceptions[i]; equal(other.JoinedID, group.ActivityID) {
			leaving = lacking(leaving, m.children(other))
		}
	}
	if len(leaving) == 0 {
		return nil
	}
	fresh := newCopy(m.exceptions, group.ActivityID)
	fresh.ChildIDs, fresh.Length, fresh.SplitID = leaving, group.Length, &group.ActivityID
	m.copy(op, fresh)
	return nil
}

// join takes the children of one occurrence to another one, which a group has or gets thereby.
func (m *exceptionMaker) join(op *Operation) error {
	if op.Into == nil {
		return Conflict(KeyCannotJoin, nil)
	}
	target := m.rota.week.hereRef(*op.Into)
	if !m.rota.week.asks(target) || standsFor(target) == standsFor(op.ref()) || !m.rota.mayCopy(target.Activity) {
		return Conflict(KeyCannotJoin, nil)
	}
	group := m.altered(target)
	into, there := group.ActivityID, m.children(group)
	e := m.altered(op.ref())
	coming := m.children(e)
	together := slices.ContainsFunc(coming, func(child string) bool { return slices.Contains(there, child) })
	if len(coming) == 0 || len(there) == 0 || together {
		return Conflict(KeyCannotJoin, nil)
	}
	e.JoinedID = &into
	group = &m.exceptions[exceptionAt(m.exceptions, into)]
	group.ChildIDs = slices.Concat(there, coming)
	return nil
}

// remove gives an exception up: one more goes, what is otherwise is as always. Children who had left a group go back to it.
func (m *exceptionMaker) remove(op *Operation) {
	at := exceptionAt(m.exceptions, op.Activity)
	gone := m.exceptions[at]
	m.exceptions = slices.Delete(m.exceptions, at, at+1)
	if gone.Instead != nil {
		m.touched = append(m.touched, standsFor(op.ref()))
		return
	}
	if gone.SplitID != nil {
		if group := exceptionAt(m.exceptions, *gone.SplitID); group >= 0 {
			e := m.altered(planner.Ref{Activity: *gone.SplitID})
			e.ChildIDs = slices.Concat(m.children(e), gone.ChildIDs)
		}
	}
	back := *op
	back.Kind = OperationUnplan
	m.planning = append(m.planning, back)
}

// settle gives up what no longer says anything: joined groups that no longer hold the children, children of their own who are in the group
// again, what is as always.
func (m *exceptionMaker) settle() {
	for i := range m.exceptions {
		e := &m.exceptions[i]
		usual := m.usual(e.SourceID)
		if sameSet(e.ChildIDs, usual.Children) {
			e.ChildIDs = nil
		}
		if e.Length != nil && *e.Length == usual.Duration {
			e.Length = nil
		}
	}
	all := slices.Clone(m.exceptions)
	held := func(id string, children []string) bool {
		at := exceptionAt(all, id)
		return at >= 0 && len(lacking(children, m.children(&all[at]))) == 0
	}
	for i := range m.exceptions {
		if e := &m.exceptions[i]; e.JoinedID != nil && !held(*e.JoinedID, m.children(e)) {
			e.JoinedID = nil
			m.touched = append(m.touched, e.known())
		}
	}
	m.exceptions = slices.DeleteFunc(m.exceptions, func(e WeekException) bool {
		if e.SplitID == nil {
			return e.plain()
		}
		at := exceptionAt(all, *e.SplitID)
		again := at < 0 || all[at].plain() || held(*e.SplitID, e.ChildIDs)
		if again {
			m.planning = append(m.planning, Operation{Kind: OperationUnplan, Activity: e.ActivityID})
		}
		return again
	})
}

// operations returns what plans the week that follows: what changed its shape stays where it is, under the name it has now.
func (m *exceptionMaker) operations() []Operation {
	var moves []Operation
	for n, known := range m.touched {
		if slices.Contains(m.touched[:n], known) {
			continue
		}
		now, gone := m.now(known)
		asked := slices.ContainsFunc(m.planning, func(op Operation) bool { return standsFor(op.ref()) == known && op.Kind == OperationSet })
		for i := range m.rota.occurrences {
			row := &m.rota.occurrences[i]
			if standsFor(row.ref()) != known {
				continue
			}
			if gone || row.ref() != now {
				moves = append(moves, Operation{Kind: OperationUnplan, Activity: row.ActivityID, Occurrence: row.Occurrence})
			}
			if gone || asked {
				continue
			}
			start := &row.Start
			if m.starts[known] != nil {
				start = m.starts[known]
			}
			moves = append(moves, Operation{
				Kind: OperationSet, Activity: now.Activity, Occurrence: now.Occurrence, Start: start, Staff: row.Staff, Attendees: row.Attendees,
				Place: row.PlaceID, Room: row.RoomID,
			})
		}
	}
	for _, op := range m.planning {
		if known := standsFor(op.ref()); slices.Contains(m.touched, known) {
			now, _ := m.now(known)
			op.Activity, op.Occurrence = now.Activity, now.Occurrence
		}
		moves = append(moves, op)
	}
	return moves
}

// now returns the name something has after all operations, and whether it is held no more: its children are with a group instead.
func (m *exceptionMaker) now(known planner.Ref) (now planner.Ref, gone bool) {
	if strings.Contains(known.Activity, copyMark) {
		own := exceptionAt(m.exceptions, known.Activity)
		return known, own < 0 || m.exceptions[own].JoinedID != nil
	}
	at := exceptionAt(m.exceptions, newInstead(known).ActivityID)
	if at < 0 {
		return known, false
	}
	return planner.Ref{Activity: m.exceptions[at].ActivityID}, m.exceptions[at].JoinedID != nil
}

// plannedCopy returns the set that plans a copy. What it leaves open is as in what it copies.
func (r *rotaState) plannedCopy(op Operation, activity string) Operation {
	if source := byRef(r.occurrences)[op.ref()]; source != nil {
		if op.Staff == nil {
			op.Staff = source.Staff
		}
		if op.Place == nil {
			op.Place = source.PlaceID
		}
	}
	op.Kind, op.Activity, op.Occurrence = OperationSet, activity, 0
	return op
}

// lacking returns what of a list is not in another one, in its order.
func lacking(list, others []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(id string) bool { return slices.Contains(others, id) })
}

func sameSet(one, other []string) bool {
	return len(one) == len(other) && len(lacking(one, other)) == 0
}
