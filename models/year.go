package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/models/school"
)

// Year is a school year as a facility lives it, day by day.
type Year struct {
	Name     string // 2026-2027
	Days     []YearDay
	Weeks    []YearWeek
	Closings []ClosedDay // that touch it, whole
	Zone     string      // whose school holidays are shown; empty: none
	Current  Week        // the present one
	Known    bool        // whether the school holidays of that year are known
}

// YearDay is a day of a year.
type YearDay struct {
	Day
	Week     Week
	Closings []string // ids of the closings that concern it, of single sites and rooms too
}

// YearWeek is a week of a year and what stands in it. Rotas are counted for those who may read drafts.
type YearWeek struct {
	Week      Week
	Letter    WeekLetter
	Published bool
	Drafts    int
	Template  *string // id of the template in force
}

// ReadYear returns a school year, from 1 September to 31 August.
func (s *Store) ReadYear(ctx context.Context, actor Actor, name string) (*Year, error) {
	if _, err := s.allow(actor, ResourceSchoolCalendar, ActionRead); err != nil {
		return nil, err
	}
	first, last, ok := school.ParseYear(name)
	if !ok || first.Year() < firstWeekYear || last.Year() > lastWeekYear {
		return nil, Invalid(FieldError{Path: "year", Key: "year_format", Args: map[string]any{"example": "2026-2027"}})
	}
	year := &Year{Name: name}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		var facility Facility
		if err := findFacility(ctx, tx, &facility, actor.FacilityID); err != nil {
			return err
		}
		var err error
		if year.Current, err = facility.weekAt(now); err != nil {
			return err
		}
		from, to := first.Format(time.DateOnly), last.Format(time.DateOnly)
		holidays, err := schoolHolidays(ctx, tx, &facility, from, to)
		if err != nil {
			return err
		}
		if err := closingsBetween(tx, &year.Closings, facility.ID, from, to).Where("archived_at IS NULL").Scan(ctx); err != nil {
			return err
		}
		year.Zone = school.ZoneOf(facility.SchoolZone, facility.Department)
		year.Known = slices.ContainsFunc(holidays, func(h SchoolHoliday) bool { return h.SchoolYear == name })
		year.fill(newCalendar(facility.Department, year.Closings, holidays, first, last), first, last)
		return year.readRotas(ctx, tx, actor)
	})
	return year, err
}

// fill writes the days and the weeks they lie in.
func (y *Year) fill(calendar *calendar, first, last time.Time) {
	for day := first; !day.After(last); day = day.AddDate(0, 0, 1) {
		date, week := day.Format(time.DateOnly), WeekOf(day)
		entry := YearDay{Day: calendar.day(date), Week: week, Closings: []string{}}
		for i := range y.Closings {
			if y.Closings[i].covers(date) {
				entry.Closings = append(entry.Closings, y.Closings[i].ID)
			}
		}
		y.Days = append(y.Days, entry)
		if len(y.Weeks) == 0 || y.Weeks[len(y.Weeks)-1].Week != week {
			y.Weeks = append(y.Weeks, YearWeek{Week: week, Letter: week.Letter()})
		}
	}
}

// readRotas fills in what stands in the weeks.
func (y *Year) readRotas(ctx context.Context, tx bun.IDB, actor Actor) error {
	drafts := Allowed(actor, ResourceDraft, ActionRead) > ScopeNone
	var rotas []Rota
	err := tx.NewSelect().Model(&rotas).Column("week", "state").Where("facility_id = ?", actor.FacilityID).Where("template_id IS NULL").
		Where("week BETWEEN ? AND ?", y.Weeks[0].Week.String(), y.Weeks[len(y.Weeks)-1].Week.String()).Where("state <> ?", RotaArchived).Scan(ctx)
	if err != nil {
		return err
	}
	var templates []WeekTemplate
	if Allowed(actor, ResourceTemplate, ActionRead) > ScopeNone {
		err = tx.NewSelect().Model(&templates).Where("facility_id = ?", actor.FacilityID).Where("archived_at IS NULL").
			Where("id IN (SELECT template_id FROM rota WHERE state = ? AND template_id IS NOT NULL)", RotaPublished).Scan(ctx)
		if err != nil {
			return err
		}
	}
	for i := range y.Weeks {
		week := &y.Weeks[i]
		for _, rota := range rotas {
			switch {
			case rota.Week != week.Week.String():
			case rota.State == RotaPublished:
				week.Published = true
			case drafts:
				week.Drafts++
			}
		}
		if template := inForce(templates, week.Week); template != nil {
			week.Template = &template.ID
		}
	}
	return nil
}
