package models

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// AuditCancel is the cancelling of a meeting, in the audit trail.
const AuditCancel AuditAction = "cancel"

// NewPartnerMeeting is a meeting to put into everybody's week.
type NewPartnerMeeting struct {
	Title    string
	Child    *string // whom it is about
	Required []string
	Useful   []string
	Contacts []string
	Duration int
	Place    *string // nil: remote
	Room     *string // of the place
	Date     string
	Start    int // minutes after midnight, on the grid of a quarter hour
}

// CreatePartnerMeeting blocks time for a meeting in every rota of its week, and in the calendars at once. It is refused with the breaches when
// somebody required or the room is no longer free by the published rota, else the latest draft. Useful people who are free take part.
func (s *Store) CreatePartnerMeeting(ctx context.Context, actor Actor, fresh NewPartnerMeeting) (PartnerMeeting, error) {
	if _, err := s.allow(actor, ResourcePartnerMeeting, ActionChange); err != nil {
		return PartnerMeeting{}, err
	}
	week, day, err := fresh.validate()
	if err != nil {
		return PartnerMeeting{}, err
	}
	var meeting PartnerMeeting
	err = s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		request := fresh.request()
		search, err := s.meetingSearch(ctx, tx, actor, week, &request)
		if err != nil {
			return err
		}
		if err := fresh.knownIn(search.week.house); err != nil {
			return err
		}
		attendees, err := search.attendees(&fresh, day)
		if err != nil {
			return err
		}
		meeting = fresh.row(actor.FacilityID, attendees, now)
		if _, err := tx.NewInsert().Model(&meeting).Exec(ctx); err != nil {
			return err
		}
		if err := saveEvents(ctx, tx, []CalendarEvent{newEvent(meeting.event(week, day), now)}); err != nil {
			return err
		}
		if err := moveFacility(ctx, tx, actor.FacilityID); err != nil {
			return err
		}
		return record(ctx, tx, now, actor, AuditCreate, ResourcePartnerMeeting, meeting.ID, "")
	})
	return meeting, err
}

// request returns the search that judges the meeting's hour.
func (n *NewPartnerMeeting) request() SlotRequest {
	request := SlotRequest{Required: n.Required, Useful: n.Useful, Contacts: n.Contacts, Duration: n.Duration, Place: n.Place}
	if n.Room != nil {
		request.RoomFeatures = []string{}
	}
	return request
}

// validate checks the values themselves and returns the day they name.
func (n *NewPartnerMeeting) validate() (Week, int, error) {
	var checks fieldChecks
	request := n.request()
	request.check(&checks)
	date, _ := checks.plannedDay("date", n.Date)
	checks.within("start", n.Start, 0, max(0, dayMinutes-n.Duration))
	if n.Start%planStep != 0 {
		checks.add("start", keyOffGrid, map[string]any{"step": planStep})
	}
	n.Title = strings.TrimSpace(n.Title)
	checks.filled("title", n.Title, maxName)
	if n.Room != nil && n.Place == nil {
		checks.add("place", "required", nil)
	}
	return WeekOf(date), weekday(date), checks.error()
}

// knownIn refuses a child or a room that the house does not have.
func (n *NewPartnerMeeting) knownIn(h *House) error {
	var checks fieldChecks
	if n.Child != nil && !slices.ContainsFunc(h.Children, func(c Child) bool { return c.ID == *n.Child }) {
		checks.add("child", keyUnknownID, nil)
	}
	if n.Room != nil && !slices.ContainsFunc(h.Rooms, func(r Room) bool { return r.ID == *n.Room && r.PlaceID == *n.Place }) {
		checks.add("room", keyUnknownID, nil)
	}
	return checks.error()
}

// attendees returns the useful people who are free at the meeting's hour, or why it cannot be then.
func (m *meetingSearch) attendees(n *NewPartnerMeeting, day int) ([]string, error) {
	if !m.open(day) {
		return nil, Refused(planner.Breach{Rule: 1, Code: planner.CodeOutsideHorizon, Day: day})
	}
	option := m.at(day, n.Start)
	if n.Room != nil {
		chosen := planner.Occurrence{
			Activity: soughtMeeting, Start: day*dayMinutes + n.Start, Staff: n.Required, Attendees: option.useful, Place: n.Place, Room: n.Room,
		}
		option.breaches = m.board.Check(chosen)
	}
	if len(option.breaches) > 0 {
		for i := range option.breaches {
			option.breaches[i].Activity = "" // the meeting is no record yet
		}
		return nil, Refused(option.breaches...)
	}
	return listOf(option.useful), nil
}

func (n *NewPartnerMeeting) row(facilityID string, attendees []string, now time.Time) PartnerMeeting {
	return PartnerMeeting{
		Record: Record{ID: NewID(), FacilityID: facilityID, Version: 1, CreatedAt: now, UpdatedAt: now},
		Title:  n.Title, ChildID: n.Child, RequiredIDs: n.Required, UsefulIDs: listOf(n.Useful), AttendeeIDs: attendees,
		ContactIDs: listOf(n.Contacts), PlaceID: n.Place, RoomID: n.Room, Date: n.Date, Start: n.Start, Duration: n.Duration,
	}
}

// event returns the meeting as calendars show it.
func (m *PartnerMeeting) event(week Week, day int) CalendarEvent {
	return CalendarEvent{
		FacilityID: m.FacilityID, Week: week.String(), ActivityID: m.ID, Start: day*dayMinutes + m.Start, Duration: m.Duration,
		Staff: slices.Concat(m.RequiredIDs, m.AttendeeIDs), PlaceID: m.PlaceID, RoomID: m.RoomID, Kind: string(planner.Meeting), Label: m.Title,
	}
}

// CancelPartnerMeeting gives the time back in every rota of the week; calendars show the meeting as cancelled. Cancelling it again changes nothing.
func (s *Store) CancelPartnerMeeting(ctx context.Context, actor Actor, id string) error {
	if _, err := s.allow(actor, ResourcePartnerMeeting, ActionChange); err != nil {
		return err
	}
	if !plainID(id) {
		return NotFound(ResourcePartnerMeeting)
	}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		meeting := PartnerMeeting{Record: Record{ID: id}}
		if err := tx.NewSelect().Model(&meeting).WherePK().Where("facility_id = ?", actor.FacilityID).Scan(ctx); err != nil {
			return notFoundOr(ResourcePartnerMeeting, err)
		}
		if meeting.CancelledAt != nil {
			return nil
		}
		meeting.CancelledAt, meeting.UpdatedAt = &now, now
		meeting.Version++
		if _, err := tx.NewUpdate().Model(&meeting).Column("cancelled_at", "updated_at", "version").WherePK().Exec(ctx); err != nil {
			return err
		}
		if err := cancelEvents(ctx, tx, actor.FacilityID, id, now); err != nil {
			return err
		}
		if err := moveFacility(ctx, tx, actor.FacilityID); err != nil {
			return err
		}
		return record(ctx, tx, now, actor, AuditCancel, ResourcePartnerMeeting, id, "")
	})
}

// cancelEvents cancels every event of an activity.
func cancelEvents(ctx context.Context, tx bun.IDB, facilityID, activityID string, now time.Time) error {
	var events []CalendarEvent
	err := tx.NewSelect().Model(&events).Where("facility_id = ?", facilityID).Where("activity_id = ?", activityID).Scan(ctx)
	if err != nil {
		return err
	}
	events = slices.DeleteFunc(events, func(e CalendarEvent) bool { return e.CancelledAt != nil })
	for i := range events {
		events[i].cancel(now)
	}
	return saveEvents(ctx, tx, events)
}

// ListPartnerMeetings returns the meetings between two civil dates, both included, that are not cancelled, in order of date and start. A
// professional finds their own.
func (s *Store) ListPartnerMeetings(ctx context.Context, actor Actor, from, to string) ([]PartnerMeeting, error) {
	scope, err := s.allow(actor, ResourcePartnerMeeting, ActionRead)
	if err != nil {
		return nil, err
	}
	var checks fieldChecks
	checks.period("from", &from, "to", &to)
	if err := checks.error(); err != nil {
		return nil, err
	}
	meetings := []PartnerMeeting{}
	err = s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		return tx.NewSelect().Model(&meetings).Where("facility_id = ?", actor.FacilityID).Where("date BETWEEN ? AND ?", from, to).
			Where("cancelled_at IS NULL").Where("archived_at IS NULL").OrderExpr("date, start, id").Scan(ctx)
	})
	if scope < ScopeTeam {
		meetings = slices.DeleteFunc(meetings, func(m PartnerMeeting) bool {
			return !slices.Contains(m.RequiredIDs, actor.ProfessionalID) && !slices.Contains(m.UsefulIDs, actor.ProfessionalID)
		})
	}
	return meetings, err
}
