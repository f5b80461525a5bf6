package models

import (
	"context"
	"slices"
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
	c.separateSpans("hours", p.Hours)
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
	c.separateSpans("closed", r.Closed)
	return c.wrong
}

func (r *Room) references() []reference { return []reference{{"place_id", "place", r.PlaceID}} }

var rooms = &keeper[Room]{
	resource: ResourceRoom,
	sort:     func(rows []Room) { SortFrench(rows, func(r *Room) string { return r.Name }) },
	after: func(ctx context.Context, r reach, old, row *Room) error {
		if old != nil && slices.Equal(old.Closed, row.Closed) && (old.ArchivedAt == nil) == (row.ArchivedAt == nil) {
			return nil
		}
		return weeksFollow(ctx, r)
	},
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
