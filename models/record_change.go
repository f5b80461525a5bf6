package models

import (
	"encoding/json"
	"time"

	"github.com/uptrace/bun"
)

// RecordChange is one change of a record with its values before and after: what the history of a record shows, and what undoing goes back
// to. The audit trail stays free of values; these rows are as secret as the records, and are forgotten after a time.
type RecordChange struct {
	bun.BaseModel `bun:"table:record_change"`

	ID         string      `bun:"id,pk"`
	FacilityID string      `bun:"facility_id,notnull"`
	Resource   Resource    `bun:"resource,notnull"`
	ResourceID string      `bun:"resource_id,notnull"`
	At         time.Time   `bun:"at,notnull"`
	AccountID  string      `bun:"account_id,notnull"` // empty: the system itself
	Action     AuditAction `bun:"action,notnull"`
	Version    int         `bun:"version,notnull"` // of the record after the change
	Before     *savedState `bun:"before"`          // nil for a creation
	After      *savedState `bun:"after"`
	ImportID   *string     `bun:"import_id"` // the import of a file it was part of
}

// savedState is a record as it stood: its columns by name, without those every record has.
type savedState map[string]json.RawMessage
