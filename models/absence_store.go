package models

import (
	"context"
	"slices"
	"strings"

	"github.com/uptrace/bun"
)

// Validate returns everything that is wrong with the closing day's values.
func (d *ClosedDay) Validate() []FieldError {
	var c fieldChecks
	c.optionalReference("place_id", d.PlaceID)
	c.date("date", d.Date)
	c.filled("label", d.Label, maxName)
	return c.wrong
}

func (d *ClosedDay) references() []reference {
	return optionalReferenceTo("place", "place_id", d.PlaceID)
}

var closedDays = &keeper[ClosedDay]{
	resource: ResourceClosedDay,
	sort: func(rows []ClosedDay) {
		slices.SortStableFunc(rows, func(a, b ClosedDay) int { return strings.Compare(a.Date, b.Date) })
	},
}

// Validate returns everything that is wrong with the absence's values.
func (a *Absence) Validate() []FieldError {
	var c fieldChecks
	if (a.ProfessionalID == nil) == (a.ChildID == nil) {
		c.add("professional_id", "one_person", nil)
	}
	c.optionalReference("professional_id", a.ProfessionalID)
	c.optionalReference("child_id", a.ChildID)
	c.within("from_minute", a.FromMinute, 0, dayMinutes)
	c.within("to_minute", a.ToMinute, 0, dayMinutes)
	fromGood, toGood := c.date("from_date", a.FromDate), c.date("to_date", a.ToDate)
	if fromGood && toGood && (a.ToDate < a.FromDate || a.ToDate == a.FromDate && a.ToMinute <= a.FromMinute) {
		c.add("to_date", "ends_before_start", nil)
	}
	oneOf(&c, "reason", a.Reason, AbsenceIllness, AbsenceLeave, AbsenceTraining, AbsenceOther)
	return c.wrong
}

func (a *Absence) references() []reference {
	return append(optionalReferenceTo("professional", "professional_id", a.ProfessionalID), optionalReferenceTo("child", "child_id", a.ChildID)...)
}

var absences = &keeper[Absence]{
	resource: ResourceAbsence,
	sort: func(rows []Absence) {
		slices.SortStableFunc(rows, func(a, b Absence) int { return strings.Compare(a.FromDate, b.FromDate) })
	},
	within: func(ctx context.Context, r reach, row *Absence) (bool, error) {
		if row.ChildID != nil {
			return r.children(ctx, *row.ChildID)
		}
		return r.staff(ctx, *row.ProfessionalID)
	},
	visible: func(_ context.Context, r reach, list *bun.SelectQuery) (*bun.SelectQuery, error) {
		return list.Where("professional_id = ?", r.actor.ProfessionalID), nil
	},
	// Health is nobody's business but that of those who have to act on it.
	conceal: func(actor Actor, row *Absence) {
		if row.ProfessionalID != nil && !seesReasons(actor) && !equal(row.ProfessionalID, actor.ProfessionalID) && row.Reason == AbsenceIllness {
			row.Reason = AbsenceOther
		}
	},
}

// ListClosedDays returns the closed days the actor may read, by date.
func (s *Store) ListClosedDays(ctx context.Context, actor Actor) ([]ClosedDay, error) {
	return list(ctx, s, actor, closedDays)
}

// CreateClosedDay keeps a new closed day and returns it with its id.
func (s *Store) CreateClosedDay(ctx context.Context, actor Actor, row ClosedDay) (ClosedDay, error) {
	return create(ctx, s, actor, closedDays, row)
}

// UpdateClosedDay replaces a closed day that still stands at row.Version.
func (s *Store) UpdateClosedDay(ctx context.Context, actor Actor, row ClosedDay) (ClosedDay, error) {
	return update(ctx, s, actor, closedDays, row)
}

// ArchiveClosedDay takes a closed day that still stands at version out of use.
func (s *Store) ArchiveClosedDay(ctx context.Context, actor Actor, id string, version int) error {
	return archive[ClosedDay](ctx, s, actor, closedDays, id, version)
}

// ListAbsences returns the absences the actor may read, by their first day.
func (s *Store) ListAbsences(ctx context.Context, actor Actor) ([]Absence, error) {
	return list(ctx, s, actor, absences)
}

// CreateAbsence keeps a new absence and returns it with its id.
func (s *Store) CreateAbsence(ctx context.Context, actor Actor, row Absence) (Absence, error) {
	return create(ctx, s, actor, absences, row)
}

// UpdateAbsence replaces an absence that still stands at row.Version.
func (s *Store) UpdateAbsence(ctx context.Context, actor Actor, row Absence) (Absence, error) {
	return update(ctx, s, actor, absences, row)
}

// ArchiveAbsence takes an absence that still stands at version out of use.
func (s *Store) ArchiveAbsence(ctx context.Context, actor Actor, id string, version int) error {
	return archive[Absence](ctx, s, actor, absences, id, version)
}
