package models

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// AuditAction is what was done, as the audit trail writes it.
type AuditAction string

// What can be done to a thing; what undoes is beside the changes of a rota. Rotas, meetings and calendars have further verbs of their own beside their stores.
const (
	AuditCreate  AuditAction = "create"
	AuditUpdate  AuditAction = "update"
	AuditArchive AuditAction = "archive"
	AuditRestore AuditAction = "restore"
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

// record writes the audit row of a change in the change's own transaction. Detail holds field names and counts, never a value of a record.
func record(ctx context.Context, tx bun.IDB, now time.Time, actor Actor, action AuditAction, resource Resource, id, detail string) error {
	entry := AuditEntry{
		ID: NewID(), FacilityID: actor.FacilityID, At: now, AccountID: actor.AccountID,
		Action: string(action), Resource: string(resource), ResourceID: id, Detail: detail,
	}
	_, err := tx.NewInsert().Model(&entry).Exec(ctx)
	return err
}

// auditShown is how many entries of a trail are shown at most.
const auditShown = 500

// AuditTrail returns what was done to one thing, the latest first.
func (s *Store) AuditTrail(ctx context.Context, actor Actor, resource Resource, id string) ([]AuditEntry, error) {
	if _, err := s.allow(actor, ResourceAudit, ActionRead); err != nil {
		return nil, err
	}
	trail := []AuditEntry{}
	if !plainID(id) {
		return trail, nil
	}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		return tx.NewSelect().Model(&trail).Where("facility_id = ?", actor.FacilityID).Where("resource = ?", resource).
			Where("resource_id = ?", id).OrderExpr("at DESC, id DESC").Limit(auditShown).Scan(ctx)
	})
	return trail, err
}
