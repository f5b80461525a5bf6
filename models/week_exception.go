package models

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// WeekException is something a rota has more than the records ask for: one more of an activity, in this week only. It belongs to the rota, with
// its history, its versions and the drafts made from it, and to no record. Where the week no longer asks for its source, it asks for nothing
// either.
type WeekException struct {
	bun.BaseModel `bun:"table:week_exception" json:"-"`

	RotaID     string `bun:"rota_id,pk" json:"-"`
	ActivityID string `bun:"activity_id,pk"` // its own: it is planned, moved and told like any other activity
	SourceID   string `bun:"source_id,notnull"`
}

// copyMark stands between the id of what is copied and what tells its copies apart.
const copyMark = ".copy-"

// newCopy returns one more of an activity. Of a copy it is one more of what that was made from.
func newCopy(exceptions []WeekException, activity string) WeekException {
	if at := slices.IndexFunc(exceptions, func(e WeekException) bool { return e.ActivityID == activity }); at >= 0 {
		activity = exceptions[at].SourceID
	}
	id := NewID()
	return WeekException{ActivityID: activity + copyMark + id[len(id)-12:], SourceID: activity}
}

// same reports whether two exceptions ask for the same, in whatever rota.
func (e *WeekException) same(other *WeekException) bool {
	return e.ActivityID == other.ActivityID && e.SourceID == other.SourceID
}

// exceptionsOf reads what a rota has more, in order.
func exceptionsOf(ctx context.Context, tx bun.IDB, rotaID string) ([]WeekException, error) {
	exceptions := []WeekException{}
	err := tx.NewSelect().Model(&exceptions).Where("rota_id = ?", rotaID).OrderExpr("activity_id").Scan(ctx)
	return exceptions, err
}

// writeExceptions makes the exceptions of a rota those given.
func writeExceptions(ctx context.Context, tx bun.IDB, rotaID string, exceptions []WeekException) error {
	if _, err := tx.NewDelete().Model((*WeekException)(nil)).Where("rota_id = ?", rotaID).Exec(ctx); err != nil || len(exceptions) == 0 {
		return err
	}
	rows := slices.Clone(exceptions)
	for i := range rows {
		rows[i].RotaID = rotaID
	}
	_, err := tx.NewInsert().Model(&rows).Exec(ctx)
	return err
}

// exceptionsWithout returns the exceptions that are not among others.
func exceptionsWithout(exceptions, others []WeekException) []WeekException {
	return slices.DeleteFunc(listOrEmpty(slices.Clone(exceptions)), func(e WeekException) bool {
		return slices.ContainsFunc(others, func(other WeekException) bool { return e.same(&other) })
	})
}

// exceptionsReplaced returns exceptions without those of out and with those of in, each once and in order.
func exceptionsReplaced(exceptions, out, in []WeekException) []WeekException {
	replaced := append(exceptionsWithout(exceptions, slices.Concat(out, in)), in...)
	slices.SortFunc(replaced, func(one, other WeekException) int { return cmp.Compare(one.ActivityID, other.ActivityID) })
	return replaced
}

// nameExceptions returns what tells two lists of exceptions apart, empty for none.
func nameExceptions(exceptions []WeekException) string {
	ids := make([]string, len(exceptions))
	for i := range exceptions {
		ids[i] = exceptions[i].ActivityID
	}
	return strings.Join(ids, " ")
}

// copies returns one more of each activity that an exception asks for, of those the week itself asks for.
func (c *compiler) copies(asked []planner.Activity) []planner.Activity {
	var copies []planner.Activity
	for i := range c.house.Exceptions {
		exception := &c.house.Exceptions[i]
		if at := slices.IndexFunc(asked, func(a planner.Activity) bool { return a.ID == exception.SourceID }); at >= 0 {
			once := asked[at]
			once.ID, once.Count, once.MinGapDays = exception.ActivityID, 1, 0
			copies = append(copies, once)
		}
	}
	return copies
}

// isException reports whether an activity is one the rota has more.
func (r *rotaState) isException(activity string) bool {
	return slices.ContainsFunc(r.exceptions, func(e WeekException) bool { return e.ActivityID == activity })
}

// mayCopy reports whether a week may have one more of an activity: not of a meeting agreed with others, nor of somebody's protected time.
func (r *rotaState) mayCopy(activity string) bool {
	at, known := r.week.model.ActivityIndex(activity)
	return known && !r.week.isFixed(activity) && r.week.problem.Activities[at].Kind != planner.ActivityKind(MeetingProtected)
}

// lapsed returns the exceptions whose source the week no longer asks for.
func (r *rotaState) lapsed() []WeekException {
	return slices.DeleteFunc(slices.Clone(r.exceptions), func(e WeekException) bool {
		_, known := r.week.model.ActivityIndex(e.ActivityID)
		return known
	})
}

// exceptedDifferently reports whether the rota has other exceptions than those that are written down.
func (r *rotaState) exceptedDifferently() bool {
	return nameExceptions(r.exceptions) != nameExceptions(r.written)
}

// except gives the rota in memory other exceptions, and the week that follows from them.
func (r *rotaState) except(ctx context.Context, tx bun.IDB, exceptions []WeekException) error {
	if nameExceptions(exceptions) == nameExceptions(r.exceptions) {
		return nil
	}
	week, err := r.weekWith(ctx, tx, exceptions)
	if err == nil {
		r.exceptions, r.week = exceptions, week
	}
	return err
}

// weekWith returns the week of the rota as it is with other exceptions.
func (r *rotaState) weekWith(ctx context.Context, tx bun.IDB, exceptions []WeekException) (*compiledWeek, error) {
	planned := r.week.house.frame()
	planned.exceptions = &exceptions
	return r.store.compiledFrame(ctx, tx, planned)
}

// makeExceptions does the operations that change what the week asks for, and returns those that plan in it: for a copy that has an hour the set
// that plans it, for what is removed the one that takes it out.
func (r *rotaState) makeExceptions(ctx context.Context, tx bun.IDB, operations []Operation) ([]Operation, error) {
	exceptions, rest := slices.Clone(r.exceptions), make([]Operation, 0, len(operations))
	for i := range operations {
		op := operations[i]
		switch op.Kind {
		case OperationCopy:
			if r.rota.TemplateID != nil {
				return nil, Conflict(KeyExceptionInTemplate, nil)
			}
			if !r.mayCopy(op.Activity) {
				return nil, Conflict(KeyCannotCopy, nil)
			}
			fresh := newCopy(r.exceptions, op.Activity)
			exceptions = append(exceptions, fresh)
			if op.Start != nil {
				rest = append(rest, r.plannedCopy(op, fresh.ActivityID))
			}
		case OperationRemove:
			exceptions = slices.DeleteFunc(exceptions, func(e WeekException) bool { return e.ActivityID == op.Activity })
			op.Kind = OperationUnplan
			rest = append(rest, op)
		default:
			rest = append(rest, op)
		}
	}
	if len(exceptions) > mostExceptions {
		return nil, TooLarge("rota.too_many_exceptions", mostExceptions)
	}
	return rest, r.except(ctx, tx, exceptionsReplaced(exceptions, nil, nil))
}

// mostExceptions bounds what one rota has more than the records ask for: what holds in many weeks belongs into the records.
const mostExceptions = 200

// The keys of what a rota cannot have more.
const (
	KeyExceptionInTemplate = "rota.exception_in_template" // the ordinary week: what holds every week belongs into the records
	KeyCannotCopy          = "rota.cannot_copy"           // a meeting agreed with others, somebody's protected time
)

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
