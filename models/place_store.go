package models

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"
)

// Validate returns everything that is wrong with the place's values.
func (p *Place) Validate() []FieldError {
	var c fieldChecks
	oneOf(&c, "kind", p.Kind, PlaceSite, PlaceSchool, PlaceHome, PlacePartner)
	c.filled("name", p.Name, maxName)
	c.text("code", p.Code, maxCode)
	c.text("address", p.Address, maxLine)
	c.text("sector", p.Sector, maxName)
	// Written this way round, what is not a number is refused too.
	if !(p.Latitude >= -90 && p.Latitude <= 90) {
		c.add("latitude", "out_of_range", map[string]any{"min": -90, "max": 90})
	}
	if !(p.Longitude >= -180 && p.Longitude <= 180) {
		c.add("longitude", "out_of_range", map[string]any{"min": -180, "max": 180})
	}
	return c.wrong
}

func (p *Place) references() []reference { return nil }

var places = &keeper[Place]{
	resource: ResourcePlace,
	sort:     func(rows []Place) { SortFrench(rows, func(p *Place) string { return p.Name }) },
	usage: []usage{
		{table: "room", column: "place_id"},
		{table: "professional", column: "base_place_id"},
		{table: "child", column: "home_place_id"},
		{table: "child", column: "school_place_id"},
		{table: "child", column: "schedule", json: true},
		{table: "need", column: "place_ids", json: true},
		{table: "standing_duty", column: "place_ids", json: true},
		{table: "recurring_meeting", column: "place_ids", json: true},
		{table: "partner", column: "place_id"},
	},
}

// Validate returns everything that is wrong with the room's values.
func (r *Room) Validate() []FieldError {
	var c fieldChecks
	c.reference("place_id", r.PlaceID)
	c.filled("name", r.Name, maxName)
	c.within("seats", r.Seats, 0, maxSeats)
	c.texts("features", r.Features)
	return c.wrong
}

func (r *Room) references() []reference { return []reference{{"place_id", "place", r.PlaceID}} }

var rooms = &keeper[Room]{
	resource: ResourceRoom,
	sort:     func(rows []Room) { SortFrench(rows, func(r *Room) string { return r.Name }) },
}

// ListTravelOverrides returns the corrected travel times of the facility, in order of the ids of their places.
func (s *Store) ListTravelOverrides(ctx context.Context, actor Actor) ([]TravelOverride, error) {
	if _, err := s.allow(actor, ResourceTravel, ActionRead); err != nil {
		return nil, err
	}
	overrides := []TravelOverride{}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		return tx.NewSelect().Model(&overrides).Where("facility_id = ?", actor.FacilityID).Scan(ctx)
	})
	slices.SortFunc(overrides, func(a, b TravelOverride) int {
		return strings.Compare(a.FromPlaceID+" "+a.ToPlaceID, b.FromPlaceID+" "+b.ToPlaceID)
	})
	return overrides, err
}

// SetTravelOverride corrects the minutes from one place to another, in that direction.
func (s *Store) SetTravelOverride(ctx context.Context, actor Actor, override TravelOverride) error {
	override.FacilityID = actor.FacilityID
	return s.changeTravel(ctx, actor, AuditUpdate, override, func(ctx context.Context, tx bun.Tx) error {
		var c fieldChecks
		c.within("minutes", override.Minutes, 0, longestTravel)
		if override.FromPlaceID == override.ToPlaceID {
			c.add("to_place_id", "same_place", nil)
		}
		if len(c.wrong) > 0 {
			return Invalid(c.wrong...)
		}
		_, err := tx.NewInsert().Model(&override).On("CONFLICT (from_place_id, to_place_id) DO UPDATE").
			Set("minutes = EXCLUDED.minutes").Exec(ctx)
		return err
	})
}

// RemoveTravelOverride makes the minutes from one place to another the computed ones again.
func (s *Store) RemoveTravelOverride(ctx context.Context, actor Actor, fromPlaceID, toPlaceID string) error {
	override := TravelOverride{FacilityID: actor.FacilityID, FromPlaceID: fromPlaceID, ToPlaceID: toPlaceID}
	return s.changeTravel(ctx, actor, AuditArchive, override, func(ctx context.Context, tx bun.Tx) error {
		result, err := tx.NewDelete().Model(&override).WherePK().Where("facility_id = ?", actor.FacilityID).Exec(ctx)
		if err != nil {
			return err
		}
		if removed, err := result.RowsAffected(); removed == 0 {
			return cmp.Or[error](err, NotFound(ResourceTravel))
		}
		return nil
	})
}

func (s *Store) changeTravel(
	ctx context.Context, actor Actor, action AuditAction, o TravelOverride, change func(context.Context, bun.Tx) error,
) error {
	scope, err := s.allow(actor, ResourceTravel, ActionChange)
	if err != nil {
		return err
	}
	if !actor.wholeFacility(scope) || !plainID(o.FromPlaceID) || !plainID(o.ToPlaceID) {
		return NotFound(ResourceTravel)
	}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		ends := []reference{{"from_place_id", "place", o.FromPlaceID}, {"to_place_id", "place", o.ToPlaceID}}
		if err := checkReferences(ctx, tx, actor.FacilityID, ends); err != nil {
			return err
		}
		if err := change(ctx, tx); err != nil {
			return err
		}
		if err := moveFacility(ctx, tx, actor.FacilityID); err != nil {
			return err
		}
		return record(ctx, tx, now, actor, action, ResourceTravel, o.FromPlaceID, "")
	})
}

// ListPlaces returns the places the actor may read, in French order.
func (s *Store) ListPlaces(ctx context.Context, actor Actor) ([]Place, error) {
	return list(ctx, s, actor, places)
}

// CreatePlace keeps a new place and returns it with its id.
func (s *Store) CreatePlace(ctx context.Context, actor Actor, row Place) (Place, error) {
	return create(ctx, s, actor, places, row)
}

// UpdatePlace replaces a place that still stands at row.Version.
func (s *Store) UpdatePlace(ctx context.Context, actor Actor, row Place) (Place, error) {
	return update(ctx, s, actor, places, row)
}

// ArchivePlace takes a place that still stands at version out of use.
func (s *Store) ArchivePlace(ctx context.Context, actor Actor, id string, version int) error {
	return archive[Place](ctx, s, actor, places, id, version)
}

// ListRooms returns the rooms the actor may read, in French order.
func (s *Store) ListRooms(ctx context.Context, actor Actor) ([]Room, error) {
	return list(ctx, s, actor, rooms)
}

// CreateRoom keeps a new room and returns it with its id.
func (s *Store) CreateRoom(ctx context.Context, actor Actor, row Room) (Room, error) {
	return create(ctx, s, actor, rooms, row)
}

// UpdateRoom replaces a room that still stands at row.Version.
func (s *Store) UpdateRoom(ctx context.Context, actor Actor, row Room) (Room, error) {
	return update(ctx, s, actor, rooms, row)
}

// ArchiveRoom takes a room that still stands at version out of use.
func (s *Store) ArchiveRoom(ctx context.Context, actor Actor, id string, version int) error {
	return archive[Room](ctx, s, actor, rooms, id, version)
}
