package models

import (
	"context"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/models/school"
)

// Validate returns everything that is wrong with the facility's values.
func (f *Facility) Validate() []FieldError {
	var c fieldChecks
	c.filled("name", f.Name, maxName)
	if _, err := time.LoadLocation(f.TimeZone); err != nil || f.TimeZone == "" || f.TimeZone == "Local" {
		c.add("time_zone", "unknown_value", nil)
	}
	oneOf(&c, "school_zone", f.SchoolZone, append(school.Zones(), "")...)
	if len(f.Department) < 2 || len(f.Department) > 3 || strings.Trim(f.Department, "0123456789AB") != "" {
		c.add("department", "unknown_value", nil)
	}
	c.within("weeks_ahead", f.WeeksAhead, 0, mostWeeksAhead)
	c.agreements("agreements", f.Agreements)
	c.within("road_percent", f.RoadPercent, shareOfWhole, maxRoadPercent)
	c.routingServer("osrm_url", f.OSRMURL)
	return c.wrong
}

// Facilities returns all facilities of the database in French order, for the program itself.
func (s *Store) Facilities(ctx context.Context, actor Actor) ([]Facility, error) {
	if _, err := s.allow(actor, ResourceInstallation, ActionRead); err != nil {
		return nil, err
	}
	facilities := []Facility{}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		return tx.NewSelect().Model(&facilities).OrderExpr("id").Scan(ctx)
	})
	SortFrench(facilities, func(f *Facility) string { return f.Name })
	return facilities, err
}

// FacilityByID returns the actor's facility.
func (s *Store) FacilityByID(ctx context.Context, actor Actor) (Facility, error) {
	var facility Facility
	if _, err := s.allow(actor, ResourceFacility, ActionRead); err != nil {
		return facility, err
	}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		return findFacility(ctx, tx, &facility, actor.FacilityID)
	})
	return facility, err
}

func findFacility(ctx context.Context, tx bun.IDB, facility *Facility, id string) error {
	return notFoundOr(ResourceFacility, tx.NewSelect().Model(facility).Where("id = ?", id).Scan(ctx))
}

// CreateFacility founds an empty facility, for the program itself.
func (s *Store) CreateFacility(ctx context.Context, actor Actor, facility Facility) (Facility, error) {
	if _, err := s.allow(actor, ResourceInstallation, ActionChange); err != nil {
		return Facility{}, err
	}
	facility.complete()
	if wrong := facility.Validate(); len(wrong) > 0 {
		return Facility{}, Invalid(wrong...)
	}
	err := s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		facility.found(NewID(), now)
		if _, err := tx.NewInsert().Model(&facility).Exec(ctx); err != nil {
			return err
		}
		return record(ctx, tx, now, SystemActor(facility.ID), AuditCreate, ResourceFacility, facility.ID, "")
	})
	return facility, err
}

func (f *Facility) references() []reference { return nil }

var facilities = &keeper[Facility]{resource: ResourceFacility, before: keepFounded}

// keepFounded refuses to found or to end a facility as if it were any record: the program does. What is not a setting stays.
func keepFounded(_ context.Context, _ reach, old, row *Facility) error {
	if old == nil || row == nil {
		return Conflict("founded_once", nil)
	}
	row.Demo, row.Revision = old.Demo, old.Revision
	return nil
}

// found makes the facility a new one of its own.
func (f *Facility) found(id string, now time.Time) {
	f.Record = Record{ID: id, FacilityID: id, Version: 1, CreatedAt: now, UpdatedAt: now}
	f.Revision = 1
}

// UpdateFacility changes the settings of the actor's facility, if they still stand at facility.Version.
func (s *Store) UpdateFacility(ctx context.Context, actor Actor, facility Facility) (Facility, error) {
	return update(ctx, s, actor, facilities, facility)
}

// Validate returns everything that is wrong with the modality's values.
func (m *CareModality) Validate() []FieldError {
	var c fieldChecks
	if len(m.Code) != 2 || strings.Trim(m.Code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		c.add("code", "two_capitals", nil)
	}
	c.filled("name", m.Name, maxName)
	c.within("position", m.Position, 0, maxList)
	if c.size("capacities", len(m.Capacities)) {
		for i, capacity := range m.Capacities {
			at := indexed("capacities", i)
			c.date(at+".from_date", capacity.FromDate)
			c.within(at+".places", capacity.Places, 0, maxCapacity)
			if i > 0 && capacity.FromDate <= m.Capacities[i-1].FromDate {
				c.add(at+".from_date", "not_in_order", nil)
			}
		}
	}
	return c.wrong
}

func (m *CareModality) references() []reference { return nil }

var modalities = &keeper[CareModality]{
	resource: ResourceModality,
	sort:     func(rows []CareModality) { byPosition(rows, func(m *CareModality) int { return m.Position }) },
	usage: []usage{
		{table: "team", column: "modalities", json: true, by: "code"},
		{table: "need", column: "modality_code", by: "code"},
		{table: "standing_duty", column: "modality_code", by: "code"},
		{table: "recurring_meeting", column: "modality_code", by: "code"},
		{table: "child_group", column: "modality_code", by: "code"},
	},
	before: keepModalityInUse,
}

// keepModalityInUse refuses to rename a code, which records and rotas name, and to archive a modality in which children are accompanied today
// or later.
func keepModalityInUse(ctx context.Context, r reach, old, row *CareModality) error {
	switch {
	case old == nil:
		return nil
	case row != nil && row.Code != old.Code:
		return Invalid(FieldError{Path: "code", Key: "fixed"})
	case row != nil:
		return nil
	}
	used, err := r.tx.NewSelect().Table("care_modality_period").Where("modality_code = ?", old.Code).
		Where("to_date IS NULL OR to_date >= ?", r.today()).
		Where("child_id IN (SELECT id FROM child WHERE facility_id = ?)", r.actor.FacilityID).Exists(ctx)
	if err == nil && used {
		err = stillUsed("care_modality_period")
	}
	return err
}

// ListModalities returns the modalities the actor may read, in the order of the legend.
func (s *Store) ListModalities(ctx context.Context, actor Actor) ([]CareModality, error) {
	return list(ctx, s, actor, modalities)
}

// CreateModality keeps a new modality and returns it with its id.
func (s *Store) CreateModality(ctx context.Context, actor Actor, row CareModality) (CareModality, error) {
	return create(ctx, s, actor, modalities, row)
}

// UpdateModality replaces a modality that still stands at row.Version.
func (s *Store) UpdateModality(ctx context.Context, actor Actor, row CareModality) (CareModality, error) {
	return update(ctx, s, actor, modalities, row)
}

// ArchiveModality takes a modality that still stands at version out of use.
func (s *Store) ArchiveModality(ctx context.Context, actor Actor, id string, version int) error {
	return archive[CareModality](ctx, s, actor, modalities, id, version)
}
