package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// ClosedKind is how a closing day changes the hours of what it closes.
type ClosedKind string

// The kinds: closed between two minutes of each day, the whole day when they are 0 and 1440; or reduced, open between them only.
const (
	KindClosed  ClosedKind = "closed"
	KindReduced ClosedKind = "reduced"
)

// ClosedDay is a day, or each day up to ToDate, on which a room, a site, or the whole facility when it names neither, is closed or opens for a
// part of the day only.
type ClosedDay struct {
	bun.BaseModel `bun:"table:closed_day"`
	Record

	PlaceID    *string    `bun:"place_id"`
	RoomID     *string    `bun:"room_id"`
	Date       string     `bun:"date,notnull"`
	ToDate     *string    `bun:"to_date"` // last day, included; nil: that day only
	Kind       ClosedKind `bun:"kind,notnull"`
	FromMinute int        `bun:"from_minute,notnull"`
	ToMinute   int        `bun:"to_minute,notnull"`
	Label      string     `bun:"label,notnull"`
}

// Last returns the last day of the closing.
func (d *ClosedDay) Last() string {
	if d.ToDate != nil {
		return *d.ToDate
	}
	return d.Date
}

// covers reports whether a civil date is one of the closing's.
func (d *ClosedDay) covers(date string) bool { return d.Date <= date && date <= d.Last() }

// wholeFacility reports whether it closes everything.
func (d *ClosedDay) wholeFacility() bool { return d.PlaceID == nil && d.RoomID == nil }

// wholeDay reports whether nothing is open on its days.
func (d *ClosedDay) wholeDay() bool {
	return d.Kind == KindClosed && d.FromMinute == 0 && d.ToMinute == dayMinutes
}

// closedMinutes returns the minutes of one of its days that are closed.
func (d *ClosedDay) closedMinutes() []planner.Span {
	if d.Kind == KindClosed {
		return []planner.Span{{From: d.FromMinute, To: d.ToMinute}}
	}
	return slices.DeleteFunc([]planner.Span{{From: 0, To: d.FromMinute}, {From: d.ToMinute, To: dayMinutes}}, func(s planner.Span) bool { return s.From == s.To })
}

// closedIn returns the minutes of a week that closings take, those that which picks.
func closedIn(week Week, closings []ClosedDay, which func(*ClosedDay) bool) []planner.Span {
	var spans []planner.Span
	for i := range closings {
		closing := &closings[i]
		if !which(closing) {
			continue
		}
		for day := range wholeWeek {
			if closing.covers(week.Day(day)) {
				for _, span := range closing.closedMinutes() {
					spans = append(spans, planner.Span{From: day*dayMinutes + span.From, To: day*dayMinutes + span.To})
				}
			}
		}
	}
	return mergeSpans(spans)
}

// Why a day is closed.
const (
	ClosedPublicHoliday = "public_holiday"
	ClosedByFacility    = "closed"
)

// Day is a day of a week as the facility lives it.
type Day struct {
	Date          string
	Closed        string // [ClosedPublicHoliday], [ClosedByFacility] or empty
	Label         string // name of the public holiday, reason of closing or of the reduced hours, in French as entered
	SchoolHoliday bool
	Holiday       string // name of the school holiday
	OpenFrom      int    // minutes between which the facility is open: 0 and 1440 unless the day is reduced
	OpenTo        int
}

// Reduced reports whether the facility opens for a part of the day only.
func (d *Day) Reduced() bool { return d.Closed == "" && (d.OpenFrom > 0 || d.OpenTo < dayMinutes) }

// calendar is what is known of the days of a facility.
type calendar struct {
	closings []ClosedDay
	school   []SchoolHoliday // of the facility's zone
	public   map[string]string
}

// newCalendar prepares the days between two dates.
func newCalendar(department string, closings []ClosedDay, holidays []SchoolHoliday, first, last time.Time) *calendar {
	c := &calendar{closings: closings, school: holidays, public: map[string]string{}}
	for year := first.Year(); year <= last.Year(); year++ {
		for _, holiday := range PublicHolidays(year, department) {
			c.public[holiday.Date] = holiday.Name
		}
	}
	return c
}

// day returns one day. Closings of a single place or room do not close the facility.
func (c *calendar) day(date string) Day {
	day := Day{Date: date, OpenTo: dayMinutes}
	for i := range c.school {
		if c.school[i].First <= date && date <= c.school[i].Last {
			day.SchoolHoliday, day.Holiday = true, c.school[i].Name
		}
	}
	if name, holiday := c.public[date]; holiday {
		day.Closed, day.Label = ClosedPublicHoliday, name
		return day
	}
	for i := range c.closings {
		closing := &c.closings[i]
		switch {
		case !closing.wholeFacility() || !closing.covers(date):
		case closing.wholeDay():
			day.Closed, day.Label, day.OpenFrom, day.OpenTo = ClosedByFacility, closing.Label, 0, dayMinutes
			return day
		case closing.Kind == KindReduced:
			day.Label, day.OpenFrom, day.OpenTo = closing.Label, max(day.OpenFrom, closing.FromMinute), min(day.OpenTo, closing.ToMinute)
		}
	}
	return day
}

// Days returns the seven days of the week. The ordinary week of a template has nothing particular: no holidays and no closing days.
func (h *House) Days() []Day {
	first, last := h.Week.Monday(), h.Week.Monday().AddDate(0, 0, wholeWeek-1)
	calendar := newCalendar(h.Facility.Department, h.ClosedDays, h.SchoolHolidays, first, last)
	if h.Template != nil {
		calendar.public = nil
	}
	days := make([]Day, wholeWeek)
	for i := range days {
		days[i] = calendar.day(h.Week.Day(i))
	}
	return days
}

// closingsBetween selects the closings of a facility that touch a span of dates.
func closingsBetween(tx bun.IDB, rows *[]ClosedDay, facilityID, first, last string) *bun.SelectQuery {
	return tx.NewSelect().Model(rows).Where("facility_id = ?", facilityID).Where("date <= ?", last).Where("COALESCE(to_date, date) >= ?", first).OrderExpr("date, id")
}

// daysIn returns the days of a week without reading the rest of the house.
func (s *Store) daysIn(ctx context.Context, tx bun.IDB, facilityID string, week Week) ([]Day, error) {
	house := House{Facility: Facility{Record: Record{ID: facilityID}}, Week: week}
	if err := tx.NewSelect().Model(&house.Facility).WherePK().Scan(ctx); err != nil {
		return nil, notFoundOr(ResourceFacility, err)
	}
	err := closingsBetween(tx, &house.ClosedDays, facilityID, week.Day(0), week.Day(6)).Where("archived_at IS NULL").Scan(ctx)
	if err != nil {
		return nil, err
	}
	if house.SchoolHolidays, err = schoolHolidays(ctx, tx, &house.Facility, week.Day(0), week.Day(6)); err != nil {
		return nil, err
	}
	return house.Days(), nil
}
