package models

import (
	"time"

	"github.com/uptrace/bun"
)

// AuditEntry tells who changed what and when, by ids only: no name, no content of a child's record.
type AuditEntry struct {
	bun.BaseModel `bun:"table:audit_entry"`

	ID         string    `bun:"id,pk"`
	FacilityID string    `bun:"facility_id,notnull"`
	At         time.Time `bun:"at,notnull"`
	AccountID  string    `bun:"account_id,notnull"` // empty: the system itself
	Action     string    `bun:"action,notnull"`     // create, update, archive, publish, …
	Resource   string    `bun:"resource,notnull"`
	ResourceID string    `bun:"resource_id,notnull"`
	Detail     string    `bun:"detail,notnull"` // names of the changed fields, counts
}
