package models

import (
	"time"

	"github.com/google/uuid"
)

// Record is what every kept thing of a facility has. Version counts its changes: an update names the version it was made from.
type Record struct {
	ID         string     `bun:"id,pk"`
	FacilityID string     `bun:"facility_id,notnull"`
	Version    int        `bun:"version,notnull"`
	CreatedAt  time.Time  `bun:"created_at,notnull"`
	UpdatedAt  time.Time  `bun:"updated_at,notnull"`
	ArchivedAt *time.Time `bun:"archived_at"`
}

// NewID returns a fresh time-ordered identifier (UUID version 7, RFC 9562), the same on every database.
func NewID() string { return uuid.Must(uuid.NewV7()).String() }
