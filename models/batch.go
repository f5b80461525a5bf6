package models

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// What a batch does, as the audit trail writes it: one line for all of its records.
const (
	AuditImportFile AuditAction = "import_file"
	AuditUndoImport AuditAction = "undo_import"
	AuditExportFile AuditAction = "export_file"
)

// Batch is changes of several records that are made together or not at all, in the order they were added.
type Batch struct{ steps []batchStep }

type batchStep func(ctx context.Context, s *Store, tx bun.Tx, now time.Time, actor Actor) error

// Len returns how many changes the batch holds.
func (b *Batch) Len() int { return len(b.steps) }

// AddCreation adds a new record, which keeps the id it has, so that others of the batch may name it.
func (r keptRecords[T]) AddCreation(b *Batch, row T) {
	r.add(b, func(ctx context.Context, reach reach) error {
		_, err := r.kind.make(ctx, reach, asKept(&row).Base().ID, row)
		return err
	})
}

// AddUpdate adds a change of a record that must still stand at its version.
func (r keptRecords[T]) AddUpdate(b *Batch, row T) {
	r.add(b, func(ctx context.Context, reach reach) error {
		_, err := r.kind.edit(ctx, reach, row)
		return err
	})
}

func (r keptRecords[T]) add(b *Batch, do func(context.Context, reach) error) {
	b.steps = append(b.steps, func(ctx context.Context, s *Store, tx bun.Tx, now time.Time, actor Actor) error {
		scope, err := s.allow(actor, r.kind.resource, ActionChange)
		if err != nil {
			return err
		}
		return do(ctx, newReach(tx, actor, scope, now))
	})
}

// run makes all changes of the batch as one: the history keeps under which import they were made, and neither the audit trail nor the
// version of the house moves with each of them.
func (b *Batch) run(ctx context.Context, s *Store, tx bun.Tx, now time.Time, actor Actor, importID *string) error {
	ctx = inBatch(ctx, importID)
	for _, step := range b.steps {
		if err := step(ctx, s, tx, now, actor); err != nil {
			return err
		}
	}
	return nil
}

type batchKey struct{}

// inBatch marks the changes of a transaction as parts of one larger change.
func inBatch(ctx context.Context, importID *string) context.Context {
	return context.WithValue(ctx, batchKey{}, importID)
}

// batchOf returns the import a change belongs to, and whether it is part of a larger change at all.
func batchOf(ctx context.Context) (importID *string, part bool) {
	importID, part = ctx.Value(batchKey{}).(*string)
	return importID, part
}
