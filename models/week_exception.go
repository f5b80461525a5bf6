package models

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// WeekException is something a rota has otherwise than the records ask for, in this week only: one more of an activity, or one occurrence of it
// that is longer, shorter or for other children. It belongs to the rota, with its history, its versions and the drafts made from it, and to no
// record. Where the week no longer asks for its source, it asks for nothing either.
type WeekException struct {
	bun.BaseModel `bun:"table:week_exception" json:"-"`

	RotaID     string   `bun:"rota_id,pk" json:"-"`
	ActivityID string   `bun:"activity_id,pk"` // its own: it is planned, moved and told like any other activity
	SourceID   string   `bun:"source_id,notnull"`
	Instead    *int     `bun:"instead"`           // the occurrence of the source it stands in for; nil: it is one more
	Length     *int     `bun:"length"`            // minutes; nil: as its source
	ChildIDs   []string `bun:"child_ids,notnull"` // JSON; empty: those of its source
	JoinedID   *string  `bun:"joined_id"`         // the exception its children are with: it is not held itself
	SplitID    *string  `bun:"split_id"`          // the exception its children left
}

// copyMark stands between the id of what is copied and what tells its copies apart, insteadMark before the number of what is stood in for.
const (
	copyMark    = ".copy-"
	insteadMark = ".only-"
)

// newCopy returns one more of an activity. Of an exception it is one more of what that was made from.
func newCopy(exceptions []WeekException, activity string) WeekException {
	if at := exceptionAt(exceptions, activity); at >= 0 {
		activity = exceptions[at].SourceID
	}
	id := NewID()
	return WeekException{ActivityID: activity + copyMark + id[len(id)-12:], SourceID: activity}
}

// newInstead returns what stands in for an occurrence, under the same id in every rota.
func newInstead(ref planner.Ref) WeekException {
	return WeekException{ActivityID: ref.Activity + insteadMark + strconv.Itoa(ref.Occurrence), SourceID: ref.Activity, Instead: &ref.Occurrence}
}

// standsFor returns the occurrence something is to those who know nothing of exceptions: what a stand-in is in the place of, else itself.
func standsFor(ref planner.Ref) planner.Ref {
	at := strings.LastIndex(ref.Activity, insteadMark)
	if at < 0 {
		return ref
	}
	number, err := strconv.Atoi(ref.Activity[at+len(insteadMark):])
	if err != nil {
		return ref
	}
	return planner.Ref{Activity: ref.Activity[:at], Occurrence: number}
}

// known returns the occurrence an exception is to those who know nothing of exceptions.
func (e *WeekException) known() planner.Ref { return standsFor(planner.Ref{Activity: e.ActivityID}) }

// byKnown returns occurrences by the name they have for those who know nothing of exceptions.
func byKnown(occurrences []RotaOccurrence) map[planner.Ref]*RotaOccurrence {
	named := make(map[planner.Ref]*RotaOccurrence, len(occurrences))
	for i := range occurrences {
		named[standsFor(occurrences[i].ref())] = &occurrences[i]
	}
	return named
}

// exceptionAt returns the position of an activity's exception, or -1.
func exceptionAt(exceptions []WeekException, activity string) int {
	return slices.IndexFunc(exceptions, func(e WeekException) bool { return e.ActivityID == activity })
}

// same reports whether two exceptions ask for the same, in whatever rota.
func (e *WeekException) same(other *WeekException) bool {
	return e.ActivityID == other.ActivityID && e.SourceID == other.SourceID && equalNumbers(e.Instead, other.Instead) &&
		equalNumbers(e.Length, other.Length) && slices.Equal(e.ChildIDs, other.ChildIDs) &&
		equalReferences(e.JoinedID, other.JoinedID) && equalReferences(e.SplitID, other.SplitID)
}

func equalNumbers(one, other *int) bool {
	return (one == nil) == (other == nil) && (one == nil || *one == *other)
}

// plain reports whether a stand-in is like what it stands in for.
func (e *WeekException) plain() bool {
	return e.Instead != nil && e.Length == nil && len(e.ChildIDs) == 0 && e.JoinedID == nil
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
		rows[i].RotaID, rows[i].ChildIDs = rotaID, listOf(rows[i].ChildIDs)
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

// exceptionsReplaced returns exceptions without those of out and with those of in, each activity once and in order.
func exceptionsReplaced(exceptions, out, in []WeekException) []WeekException {
	replaced := slices.DeleteFunc(slices.Clone(exceptions), func(e WeekException) bool {
		return exceptionAt(out, e.ActivityID) >= 0 || exceptionAt(in, e.ActivityID) >= 0
	})
	replaced = append(replaced, in...)
	slices.SortFunc(replaced, func(one, other WeekException) int { return cmp.Compare(one.ActivityID, other.ActivityID) })
	return replaced
}

// nameExceptions returns what tells two lists of exceptions apart, empty for none.
func nameExceptions(exceptions []WeekException) string {
	var name strings.Builder
	for i := range exceptions {
		e := &exceptions[i]
		name.WriteString(e.ActivityID)
		if e.Length != nil {
			name.WriteString("=" + strconv.Itoa(*e.Length))
		}
		name.WriteString(":" + strings.Join(e.ChildIDs, ","))
		for _, id := range []*string{e.JoinedID, e.SplitID} {
			name.WriteByte('/')
			if id != nil {
				name.WriteString(*id)
			}
		}
		name.WriteByte(' ')
	}
	return name.String()
}

// isException reports whether an activity is one the rota has in this week only.
func (r *rotaState) isException(activity string) bool {
	return exceptionAt(r.exceptions, activity) >= 0
}

// mayCopy reports whether a week may have one more of an activity: not of a meeting agreed with others, nor of somebody's protected time.
func (r *rotaState) mayCopy(activity string) bool {
	at, known := r.week.model.ActivityIndex(activity)
	return known && !r.week.isFixed(activity) && r.week.problem.Activities[at].Kind != planner.ActivityKind(MeetingProtected)
}

// lapsed returns the exceptions whose source the week no longer asks for.
func (r *rotaState) lapsed() []WeekException {
	return slices.DeleteFunc(slices.Clone(r.exceptions), func(e WeekException) bool { return r.week.holds(&e) })
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
