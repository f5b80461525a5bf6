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
	Latitude  float64   `bun:"latitude,notnull"` // WGS 84 degrees; see Located
	Longitude float64   `bun:"longitude,notnull"`
	Hours     []DaySpan `bun:"hours,notnull"` // when it is open, of a school its school hours; empty: always
}

// Located reports whether it is known where the place is. Degrees 0 and 0, in the Gulf of Guinea, say that it is not.
func (p *Place) Located() bool { return p.Latitude != 0 || p.Longitude != 0 }

// Room is a room of a place.
type Room struct {
	bun.BaseModel `bun:"table:room"`
	Record

	PlaceID    string    `bun:"place_id,notnull"`
	Name       string    `bun:"name,notnull"`
	Seats      int       `bun:"seats,notnull"`
	Features   []string  `bun:"features,notnull"` // JSON list
	Wheelchair bool      `bun:"wheelchair,notnull"`
	Closed     []DaySpan `bun:"closed,notnull"` // when it cannot be used, week after week
}

// Where the minutes of a [TravelOverride] come from.
const (
	TravelCorrected = "override" // somebody of the house knows better
	TravelImported  = "matrix"   // a table that was imported
)

// TravelOverride replaces the computed minutes from one place to another, in that direction only.
type TravelOverride struct {
	bun.BaseModel `bun:"table:travel_override"`
	Record

	FromPlaceID string `bun:"from_place_id,notnull"`
	ToPlaceID   string `bun:"to_place_id,notnull"`
	Minutes     int    `bun:"minutes,notnull"`
	Source      string `bun:"source,notnull"` // [TravelCorrected] or [TravelImported]
}
