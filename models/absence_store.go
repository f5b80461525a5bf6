package models

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"
)

// longestClosing bounds a closing to what a person can mean by one.
const longestClosing = 366

// Validate returns everything that is wrong with the closing's values.
func (d *ClosedDay) Validate() []FieldError {
	var c fieldChecks
	c.optionalReference("place_id", d.PlaceID)
	c.optionalReference("room_id", d.RoomID)
	if d.PlaceID != nil && d.RoomID != nil {
		c.add("room_id", "one_of_both", nil)
	}
	if c.date("date", d.Date) && d.ToDate != nil && c.date("to_date", *d.ToDate) {
		switch days := daysBetween(d.Date, *d.ToDate); {
		case days < 0:
			c.add("to_date", "ends_before_start", nil)
		case days >= longestClosing:
			c.add("to_date", "too_long", map[string]any{"limit": longestClosing})
		}
	}
	oneOf(&c, "kind", d.Kind, KindClosed, KindReduced)
	c.within("from_minute", d.FromMinute, 0, dayMinutes)
	c.within("to_minute", d.ToMinute, 0, dayMinutes)
	if d.ToMinute <= d.FromMinute {
		c.add("to_minute", "ends_before_start", nil)
	}
	c.filled("label", d.Label, maxName)
	return c.wrong
}

// daysBetween returns how many days lie between two civil dates that can be read.
func daysBetween(from, to string) int {
	first, _ := time.Parse(time.DateOnly, from)
	last, _ := time.Parse(time.DateOnly, to)
	return int(last.Sub(first) / (24 * time.Hour))
}

func (d *ClosedDay) references() []reference {
	return append(optionalReferenceTo("place", "place_id", d.PlaceID), optionalReferenceTo("room", "room_id", d.RoomID)...)
}

var closedDays = &keeper[ClosedDay]{
	resource: ResourceClosedDay,
	sort: func(rows []ClosedDay) {
		slices.SortStableFunc(rows, func(a, b ClosedDay) int { return strings.Compare(a.Date, b.Date) })
	},
	// A closing that says nothing of its hours is one of the whole day.
	before: func(_ context.Context, _ reach, _, row *ClosedDay) error {
		if row == nil {
			return nil
		}
		if row.Kind == "" {
			row.Kind = KindClosed
		}
		if row.Kind == KindClosed && row.FromMinute == 0 && row.ToMinute == 0 {
			row.ToMinute = dayMinutes
		}
		return nil
	},
	after: func(ctx context.Context, r reach, old, row *ClosedDay) error {
		dates := []string{row.Date, row.Last()}
		if old != nil {
			dates = append(dates, old.Date, old.Last())
		}
		return weeksFollow(ctx, r, dates...)
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
	oneOf(&c, "reason", a.Reason, AbsenceReasons...)
	oneOf(&c, "state", a.State, StateRequested, StateAccepted, StateRefused)
	a.validateRepeat(&c, fromGood && toGood)
	return c.wrong
}

// longestRepeat bounds for how many days an absence comes back: three school years.
const longestRepeat = 3 * 366

func (a *Absence) validateRepeat(c *fieldChecks, dated bool) {
	oneOf(c, "repeats", a.Repeats, RepeatNever, RepeatWeekly, RepeatLetter)
	switch {
	case a.Repeats == RepeatNever && a.RepeatUntil == nil:
	case a.Repeats == RepeatNever:
		c.add("repeats", "required", nil)
	case a.RepeatUntil == nil:
		c.add("repeat_until", "required", nil)
	case c.date("repeat_until", *a.RepeatUntil) && dated:
		switch days := daysBetween(a.ToDate, *a.RepeatUntil); {
		case days < 0:
			c.add("repeat_until", "ends_before_start", nil)
		case days > longestRepeat:
			c.add("repeat_until", "too_long", map[string]any{"limit": longestRepeat})
		}
		if daysBetween(a.FromDate, a.ToDate) >= wholeWeek {
			c.add("to_date", "longer_than_a_week", nil)
		}
	}
}

func (a *Absence) references() []reference {
	return append(optionalReferenceTo("professional", "professional_id", a.ProfessionalID), optionalReferenceTo("child", "child_id", a.ChildID)...)
}

var absences = &keeper[Absence]{
	resource: ResourceAbsence,
	sort: func(rows []Absence) {
		slices.SortStableFunc(rows, func(a, b Absence) int { return strings.Compare(a.FromDate, b.FromDate) })
	},
	after: func(ctx context.Context, r reach, old, row *Absence) error {
		var dates []string
		for _, absence := range []*Absence{old, row} {
			if absence != nil && absence.State == StateAccepted {
				dates = append(dates, absence.FromDate, absence.lastDay())
			}
		}
		if len(dates) == 0 {
			return nil // what is asked for keeps nobody away yet
		}
		return weeksFollow(ctx, r, dates...)
	},
	before:   stateAbsence,
	complete: nameDeciders[Absence],
	within: func(ctx context.Context, r reach, row *Absence) (bool, error) {
		switch {
		case row.ChildID != nil:
			return r.children(ctx, *row.ChildID)
		case r.scope < ScopeTeam:
			return equal(row.ProfessionalID, r.actor.ProfessionalID), nil
		default:
			return r.staff(ctx, *row.ProfessionalID)
		}
	},
	visible: func(_ context.Context, r reach, list *bun.SelectQuery) (*bun.SelectQuery, error) {
		return list.Where("professional_id = ?", r.actor.ProfessionalID), nil
	},
	// Health is nobody's business but that of those who have to act on it.
	conceal: func(actor Actor, row *Absence) {
		if !seesReasons(actor) && (row.ProfessionalID == nil || *row.ProfessionalID != actor.ProfessionalID) {
			row.Reason = row.Reason.concealed()
		}
	},
}

// stateAbsence decides where an absence stands: see [stand]. Of children somebody who meets them enters what is so.
func stateAbsence(_ context.Context, r reach, old, row *Absence) error {
	asks := r.scope < ScopeTeam && (row != nil && row.ChildID == nil || row == nil && old.ChildID == nil)
	if old != nil && row != nil && !seesReasons(r.actor) && row.Reason == old.Reason.concealed() {
		row.Reason = old.Reason // who is not told the reason does not change it by saving what they were shown
	}
	return stand(r, ResourceAbsence, asks, old, row)
}

// optionalID returns a reference to an id, nil for none.
func optionalID(id string) *string {
	if id == "" {
		return nil
	}
	return &id
}

// DecideAbsence accepts or refuses an absence that was requested and still stands at version. Who decided and when is kept.
func (s *Store) DecideAbsence(ctx context.Context, actor Actor, id string, version int, accept bool) (Absence, error) {
	return absences.decide(ctx, s, actor, id, version, accept)
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
