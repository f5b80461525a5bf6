package models

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"
)

// WorkedDay is what somebody really did on a day, in place of what was planned of it: from one minute to another of one civil day, with a
// break within. Several of one day are its parts. The note says why in a few words, and nothing about health.
type WorkedDay struct {
	bun.BaseModel `bun:"table:worked_day"`
	Record

	ProfessionalID string       `bun:"professional_id,notnull"`
	Date           string       `bun:"date,notnull"`
	FromMinute     int          `bun:"from_minute,notnull"`
	ToMinute       int          `bun:"to_minute,notnull"`
	BreakMinutes   int          `bun:"break_minutes,notnull"`
	Note           string       `bun:"note,notnull"`
	State          RequestState `bun:"state,notnull"`
	RequestedBy    *string      `bun:"requested_by"` // account
	RequestedAt    *time.Time   `bun:"requested_at"`
	DecidedBy      *string      `bun:"decided_by"` // account
	DecidedAt      *time.Time   `bun:"decided_at"`
	Decider        string       `bun:"-"` // name of who decided, where it is told
}

// request returns where the declaration stands.
func (d *WorkedDay) request() request {
	return request{&d.State, &d.RequestedBy, &d.RequestedAt, &d.DecidedBy, &d.DecidedAt, &d.Decider}
}

// Minutes returns how long was worked, without the break.
func (d *WorkedDay) Minutes() int { return d.ToMinute - d.FromMinute - d.BreakMinutes }

// Validate returns everything that is wrong with the values of a day that was worked.
func (d *WorkedDay) Validate() []FieldError {
	var c fieldChecks
	c.reference("professional_id", d.ProfessionalID)
	c.date("date", d.Date)
	c.within("from_minute", d.FromMinute, 0, dayMinutes)
	c.within("to_minute", d.ToMinute, 0, dayMinutes)
	if d.ToMinute <= d.FromMinute {
		c.add("to_minute", "ends_before_start", nil)
	} else {
		c.within("break_minutes", d.BreakMinutes, 0, d.ToMinute-d.FromMinute-1)
	}
	c.text("note", d.Note, maxLine)
	oneOf(&c, "state", d.State, StateRequested, StateAccepted, StateRefused)
	return c.wrong
}

func (d *WorkedDay) references() []reference {
	return []reference{{"professional_id", "professional", d.ProfessionalID}}
}

var workedDays = &keeper[WorkedDay]{
	resource: ResourceWorkedDay,
	sort: func(rows []WorkedDay) {
		slices.SortStableFunc(rows, func(a, b WorkedDay) int { return strings.Compare(b.Date, a.Date) }) // the latest first
	},
	before:   stateWorkedDay,
	complete: nameDeciders[WorkedDay],
	within: func(ctx context.Context, r reach, row *WorkedDay) (bool, error) {
		if r.scope < ScopeTeam {
			return row.ProfessionalID == r.actor.ProfessionalID, nil
		}
		return r.staff(ctx, row.ProfessionalID)
	},
	visible: func(_ context.Context, r reach, list *bun.SelectQuery) (*bun.SelectQuery, error) {
		return list.Where("professional_id = ?", r.actor.ProfessionalID), nil
	},
}

// stateWorkedDay decides where a declaration stands, see [stand], and refuses days that are still to come: nobody did anything on them.
func stateWorkedDay(ctx context.Context, r reach, old, row *WorkedDay) error {
	if row != nil {
		var facility Facility
		if err := r.tx.NewSelect().Model(&facility).Where("id = ?", r.actor.FacilityID).Scan(ctx); err != nil {
			return err
		}
		location, err := facility.Location()
		if err != nil {
			return err
		}
		if row.Date > r.now.In(location).Format(time.DateOnly) {
			return Invalid(FieldError{Path: "date", Key: "in_the_future"})
		}
	}
	return stand(r, ResourceWorkedDay, r.scope < ScopeTeam, old, row)
}

// DecideWorkedDay accepts or refuses hours that somebody declared and that still stand at version. Only accepted ones replace the plan.
func (s *Store) DecideWorkedDay(ctx context.Context, actor Actor, id string, version int, accept bool) (WorkedDay, error) {
	return workedDays.decide(ctx, s, actor, id, version, accept)
}

// workedBetween returns the accepted hours between two dates, both included, in order of their days; of one professional, or of all for "".
func workedBetween(ctx context.Context, tx bun.IDB, facilityID, professional, first, last string) ([]WorkedDay, error) {
	var found []WorkedDay
	query := tx.NewSelect().Model(&found).Where("facility_id = ?", facilityID).Where("archived_at IS NULL").Where("state = ?", StateAccepted).
		Where("date BETWEEN ? AND ?", first, last).OrderExpr("date, from_minute, id")
	if professional != "" {
		query = query.Where("professional_id = ?", professional)
	}
	err := query.Scan(ctx)
	return found, err
}
