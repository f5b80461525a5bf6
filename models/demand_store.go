package models

import (
	"context"
	"slices"

	"github.com/uptrace/bun"
)

// The bounds of what is asked for each week.
const (
	shortestDuration = 5
	maxPriority      = 100
	maxSeatRequests  = 20
	maxWindowCost    = 1_000_000
	maxShortLabel    = 24
)

// check gathers everything that is wrong with the values that needs, duties and recurring meetings share.
func (d *Demand) check(c *fieldChecks) {
	c.filled("label", d.Label, maxName)
	c.text("short_label", d.ShortLabel, maxShortLabel)
	c.within("duration", d.Duration, shortestDuration, dayMinutes)
	c.within("count", d.Count, 1, maxWeekNumber)
	oneOf(c, "letter", d.Letter, EveryWeek, WeekA, WeekB)
	c.within("min_gap_days", d.MinGapDays, 0, 6)
	c.optionalReference("modality_code", d.ModalityCode)
	if d.Sector != nil {
		c.text("sector", *d.Sector, maxName)
	}
	c.within("seats", len(d.Seats), 1, maxSeatRequests)
	if len(d.Seats) <= maxSeatRequests {
		for i, seat := range d.Seats {
			seat.check(c, indexed("seats", i))
		}
	}
	c.texts("optional_ids", d.OptionalIDs)
	c.texts("place_ids", d.PlaceIDs)
	c.texts("preferred_ids", d.PreferredIDs)
	if d.Room != nil {
		c.within("room.seats", d.Room.Seats, 0, maxSeats)
		c.texts("room.features", d.Room.Features)
		if len(d.PlaceIDs) == 0 {
			c.add("place_ids", "required", nil) // a room is a room of a place
		}
	}
	oneOf(c, "rhythm", d.Rhythm, EachWeek, EachFortnight)
	c.texts("refused_ids", d.RefusedIDs)
	c.separateSpans("wished_spans", d.WishedSpans)
	c.separateSpans("refused_spans", d.RefusedSpans)
	if c.size("windows", len(d.Windows)) {
		for i, window := range d.Windows {
			at := indexed("windows", i)
			c.span(at, window.DaySpan)
			c.within(at+".cost", int(window.Cost), 0, maxWindowCost)
		}
	}
	c.within("priority", d.Priority, 1, maxPriority)
	c.period("from_date", d.FromDate, "to_date", d.ToDate)
}

func (r *SeatRequest) check(c *fieldChecks, path string) {
	if len(r.OneOf) == 0 && len(r.Professions) == 0 {
		c.add(path, "required", nil)
	}
	c.texts(path+".one_of", r.OneOf)
	c.texts(path+".skills", r.Skills)
	c.professions(path+".professions", r.Professions)
}

func (d *Demand) references() []reference {
	references := slices.Concat(
		optionalReferenceTo(modalityTable, "modality_code", d.ModalityCode),
		referencesTo("professional", "optional_ids", d.OptionalIDs),
		referencesTo("professional", "preferred_ids", d.PreferredIDs),
		referencesTo("professional", "refused_ids", d.RefusedIDs),
		referencesTo("place", "place_ids", d.PlaceIDs),
	)
	for i, seat := range d.Seats {
		references = append(references, referencesTo("professional", indexed("seats", i)+".one_of", seat.OneOf)...)
	}
	return references
}

// The kinds of need and of recurring meeting.
const (
	NeedSession      = "session"
	NeedSupport      = "support"
	MeetingTogether  = "meeting"
	MeetingProtected = "protected"
)

// Validate returns everything that is wrong with the need's values.
func (n *Need) Validate() []FieldError {
	var c fieldChecks
	n.check(&c)
	oneOf(&c, "kind", n.Kind, NeedSession, NeedSupport)
	c.optionalReference("child_id", n.ChildID)
	c.optionalReference("group_id", n.GroupID)
	switch {
	case n.ChildID != nil && n.GroupID != nil:
		c.add("group_id", "child_or_group", nil)
	case n.Kind == NeedSession && n.ChildID == nil && n.GroupID == nil:
		c.add("child_id", "child_or_group", nil)
	}
	return c.wrong
}

func (n *Need) references() []reference {
	return slices.Concat(n.Demand.references(),
		optionalReferenceTo("child", "child_id", n.ChildID), optionalReferenceTo("child_group", "group_id", n.GroupID))
}

var needs = &keeper[Need]{
	resource: ResourceNeed,
	sort:     func(rows []Need) { SortFrench(rows, func(n *Need) string { return n.Label }) },
	within: func(ctx context.Context, r reach, row *Need) (bool, error) {
		switch {
		case row.ChildID != nil:
			return r.children(ctx, *row.ChildID)
		case row.GroupID != nil:
			var group ChildGroup
			if err := r.tx.NewSelect().Model(&group).Where("id = ?", *row.GroupID).Scan(ctx); err != nil {
				return false, err
			}
			return r.children(ctx, group.ChildIDs...)
		default:
			return r.seats(ctx, row.Seats)
		}
	},
	visible: func(ctx context.Context, r reach, list *bun.SelectQuery) (*bun.SelectQuery, error) {
		met, err := r.met(ctx)
		return list.Where("child_id IN (?)", bun.List(met)), err
	},
}

// Validate returns everything that is wrong with the duty's values.
func (d *StandingDuty) Validate() []FieldError {
	var c fieldChecks
	d.check(&c)
	oneOf(&c, "kind", d.Kind, DutyKinds...)
	return c.wrong
}

var duties = &keeper[StandingDuty]{
	resource: ResourceDuty,
	sort:     func(rows []StandingDuty) { SortFrench(rows, func(d *StandingDuty) string { return d.Label }) },
	within:   func(ctx context.Context, r reach, row *StandingDuty) (bool, error) { return r.seats(ctx, row.Seats) },
}

// Validate returns everything that is wrong with the meeting's values.
func (m *RecurringMeeting) Validate() []FieldError {
	var c fieldChecks
	m.check(&c)
	oneOf(&c, "kind", m.Kind, MeetingTogether, MeetingProtected)
	oneOf(&c, "purpose", m.Purpose, MeetingPurposes...)
	c.optionalReference("child_id", m.ChildID)
	return c.wrong
}

func (m *RecurringMeeting) references() []reference {
	return append(m.Demand.references(), optionalReferenceTo("child", "child_id", m.ChildID)...)
}

var recurringMeetings = &keeper[RecurringMeeting]{
	resource: ResourceRecurringMeeting,
	sort:     func(rows []RecurringMeeting) { SortFrench(rows, func(m *RecurringMeeting) string { return m.Label }) },
	within: func(ctx context.Context, r reach, row *RecurringMeeting) (bool, error) {
		return r.seats(ctx, row.Seats)
	},
}

// ListNeeds returns the needs the actor may read, in French order of their labels.
func (s *Store) ListNeeds(ctx context.Context, actor Actor) ([]Need, error) {
	return list(ctx, s, actor, needs)
}

// CreateNeed keeps a new need and returns it with its id.
func (s *Store) CreateNeed(ctx context.Context, actor Actor, row Need) (Need, error) {
	return create(ctx, s, actor, needs, row)
}

// UpdateNeed replaces a need that still stands at row.Version.
func (s *Store) UpdateNeed(ctx context.Context, actor Actor, row Need) (Need, error) {
	return update(ctx, s, actor, needs, row)
}

// ArchiveNeed takes a need that still stands at version out of use.
func (s *Store) ArchiveNeed(ctx context.Context, actor Actor, id string, version int) error {
	return archive[Need](ctx, s, actor, needs, id, version)
}

// ListDuties returns the duties the actor may read, in French order of their labels.
func (s *Store) ListDuties(ctx context.Context, actor Actor) ([]StandingDuty, error) {
	return list(ctx, s, actor, duties)
}

// CreateDuty keeps a new duty and returns it with its id.
func (s *Store) CreateDuty(ctx context.Context, actor Actor, row StandingDuty) (StandingDuty, error) {
	return create(ctx, s, actor, duties, row)
}

// UpdateDuty replaces a duty that still stands at row.Version.
func (s *Store) UpdateDuty(ctx context.Context, actor Actor, row StandingDuty) (StandingDuty, error) {
	return update(ctx, s, actor, duties, row)
}

// ArchiveDuty takes a duty that still stands at version out of use.
func (s *Store) ArchiveDuty(ctx context.Context, actor Actor, id string, version int) error {
	return archive[StandingDuty](ctx, s, actor, duties, id, version)
}

// ListRecurringMeetings returns the recurring meetings the actor may read, in French order of their labels.
func (s *Store) ListRecurringMeetings(ctx context.Context, actor Actor) ([]RecurringMeeting, error) {
	return list(ctx, s, actor, recurringMeetings)
}

// CreateRecurringMeeting keeps a new recurring meeting and returns it with its id.
func (s *Store) CreateRecurringMeeting(ctx context.Context, actor Actor, row RecurringMeeting) (RecurringMeeting, error) {
	return create(ctx, s, actor, recurringMeetings, row)
}

// UpdateRecurringMeeting replaces a recurring meeting that still stands at row.Version.
func (s *Store) UpdateRecurringMeeting(ctx context.Context, actor Actor, row RecurringMeeting) (RecurringMeeting, error) {
	return update(ctx, s, actor, recurringMeetings, row)
}

// ArchiveRecurringMeeting takes a recurring meeting that still stands at version out of use.
func (s *Store) ArchiveRecurringMeeting(ctx context.Context, actor Actor, id string, version int) error {
	return archive[RecurringMeeting](ctx, s, actor, recurringMeetings, id, version)
}
