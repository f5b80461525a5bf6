package models

import "github.com/uptrace/bun"

// PlaceKind is what a place is.
type PlaceKind string

// The kinds of place.
const (
	PlaceSite    PlaceKind = "site"
	PlaceSchool  PlaceKind = "school"
	PlaceHome    PlaceKind = "home"
	PlacePartner PlaceKind = "partner"
)

// Place is a site of the facility, a school, a home or a partner's premises.
type Place struct {
	bun.BaseModel `bun:"table:place"`
	Record

	Kind      PlaceKind `bun:"kind,notnull"`
	Name      string    `bun:"name,notnull"`
	Code      string    `bun:"code,notnull"` // three capital letters shown in the grid
	Address   string    `bun:"address,notnull"`
	Sector    string    `bun:"sector,notnull"`
	Latitude  float64   `bun:"latitude,notnull"` // WGS 84 degrees
	Longitude float64   `bun:"longitude,notnull"`
}

// Room is a room of a place.
type Room struct {
	bun.BaseModel `bun:"table:room"`
	Record

	PlaceID    string   `bun:"place_id,notnull"`
	Name       string   `bun:"name,notnull"`
	Seats      int      `bun:"seats,notnull"`
	Features   []string `bun:"features,notnull"` // JSON list
	Wheelchair bool     `bun:"wheelchair,notnull"`
}

// TravelOverride replaces the computed minutes from one place to another, in that direction only.
type TravelOverride struct {
	bun.BaseModel `bun:"table:travel_override"`

	FacilityID  string `bun:"facility_id,notnull"`
	FromPlaceID string `bun:"from_place_id,pk"`
	ToPlaceID   string `bun:"to_place_id,pk"`
	Minutes     int    `bun:"minutes,notnull"`
}
