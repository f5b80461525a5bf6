package models

import "github.com/uptrace/bun"

// Facility is one establishment or service under one authorisation (établissement, dispositif), with its settings. It is a record of itself:
// its FacilityID is its own id, and Version counts the changes of its settings.
type Facility struct {
	bun.BaseModel `bun:"table:facility"`
	Record

	Name       string   `bun:"name,notnull"`
	TimeZone   string   `bun:"time_zone,notnull"`   // IANA name
	SchoolZone string   `bun:"school_zone,notnull"` // A, B, C, a territory or empty
	Department string   `bun:"department,notnull"`  // INSEE code of the département, decides regional public holidays
	Agreements []string `bun:"agreements,notnull"`  // codes of the derogations in force, of [Agreements]
	// RoadPercent is how much longer the road is than the straight line, in percent; 0 is taken for the usual factor.
	RoadPercent int    `bun:"road_percent,notnull"`
	OSRMURL     string `bun:"osrm_url,notnull"`    // address of the routing server of the house; empty: none
	WeeksAhead  int    `bun:"weeks_ahead,notnull"` // how many coming weeks are made from the template in force each night; 0: none
	Demo        bool   `bun:"demo,notnull"`        // filled with invented data, reset at will
	Revision    int    `bun:"revision,notnull"`    // moves with every change of a record that a plan depends on
}

// CareModality is a way of accompanying (modalité d'accompagnement) as the facility names it. Code is two capital letters.
type CareModality struct {
	bun.BaseModel `bun:"table:care_modality"`
	Record

	Code     string `bun:"code,notnull"`
	Name     string `bun:"name,notnull"`
	Position int    `bun:"position,notnull"` // order in legends
	// Capacities are the licensed places from each date on, in order of their dates.
	Capacities []Capacity `bun:"capacities,notnull"`
}

// Capacity is how many children may be accompanied in a modality from a date on.
type Capacity struct {
	FromDate string `json:"from_date"`
	Places   int    `json:"places"`
}

// ServiceUnit is an establishment or service of the authorisation with a number of its own in the FINESS register.
type ServiceUnit struct {
	bun.BaseModel `bun:"table:service_unit"`
	Record

	Name   string `bun:"name,notnull"`
	Kind   string `bun:"kind,notnull"`   // of [UnitKinds]
	FINESS string `bun:"finess,notnull"` // nine characters, or empty
}
