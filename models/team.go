package models

import "github.com/uptrace/bun"

// TeamKind is how a team works: dedicated to modalities, or across them.
type TeamKind string

// The kinds of team. For the planner a dedicated team is dedicated and all others are transversal.
const (
	TeamDedicated   TeamKind = "dedicated"
	TeamTransversal TeamKind = "transversal"
	TeamTerritorial TeamKind = "territorial"
	TeamResource    TeamKind = "resource"
)

// Team is a team of professionals. Empty Modalities or Sectors mean all of them.
type Team struct {
	bun.BaseModel `bun:"table:team"`
	Record

	Code       string   `bun:"code,notnull"`
	Name       string   `bun:"name,notnull"`
	Kind       TeamKind `bun:"kind,notnull"`
	Modalities []string `bun:"modalities,notnull"` // modality codes
	Sectors    []string `bun:"sectors,notnull"`
	Position   int      `bun:"position,notnull"`
	UnitID     *string  `bun:"unit_id"` // the service unit it belongs to, if the house has several
}

// Membership says that a professional works in a team for a share of the contract.
type Membership struct {
	bun.BaseModel `bun:"table:membership"`

	TeamID         string `bun:"team_id,pk"`
	ProfessionalID string `bun:"professional_id,pk"`
	Share          int    `bun:"share,notnull"` // percent of the contract, 1 to 100
	Main           bool   `bun:"main,notnull"`  // the team under which the person's row stands in the rota
}
