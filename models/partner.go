package models

import "github.com/uptrace/bun"

// Partner is an institution the facility works with: a school, the MDPH, the ASE, a hospital, a family.
type Partner struct {
	bun.BaseModel `bun:"table:partner"`
	Record

	Kind    string  `bun:"kind,notnull"` // school, mdph, ase, health, family, other
	Name    string  `bun:"name,notnull"`
	PlaceID *string `bun:"place_id"`
}

// PartnerContact is a person at a partner. The address never appears in a feed, a page or a message to somebody else.
type PartnerContact struct {
	bun.BaseModel `bun:"table:partner_contact"`
	Record

	PartnerID string    `bun:"partner_id,notnull"`
	Name      string    `bun:"name,notnull"`
	Role      string    `bun:"role,notnull"`
	Email     string    `bun:"email,notnull"`
	Phone     string    `bun:"phone,notnull"`
	Hours     []DaySpan `bun:"hours,notnull"` // when the person can usually come; empty: unknown
}
