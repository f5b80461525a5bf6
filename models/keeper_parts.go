package models

import (
	"context"
	"reflect"

	"github.com/uptrace/bun"
)

// parts say how the rows of another table are read and written with the record they belong to.
type parts[T any] struct {
	name string // as the audit trail and the history call the list
	// list returns a pointer to the list of a record.
	list func(row *T) any
	// adopt makes a new list ready to be written: owner, ids and order; old is nil when the record is new.
	adopt func(old, row *T)
	// load fills in the lists of some records.
	load func(ctx context.Context, tx bun.IDB, rows []*T) error
	// save writes the list in place of the old one; old is nil when the record is new.
	save func(ctx context.Context, r reach, old, row *T) error
}

func (p *parts[T]) same(old, row *T) bool { return reflect.DeepEqual(p.list(old), p.list(row)) }

func (k *keeper[T]) loadParts(ctx context.Context, tx bun.IDB, rows []*T) error {
	if k.parts == nil || len(rows) == 0 {
		return nil
	}
	return k.parts.load(ctx, tx, rows)
}

// told fills in what is told of records beside their own values.
func (k *keeper[T]) told(ctx context.Context, tx bun.IDB, rows []*T) error {
	if k.complete == nil || len(rows) == 0 {
		return nil
	}
	return k.complete(ctx, tx, rows)
}

func (k *keeper[T]) saveParts(ctx context.Context, r reach, old, row *T) error {
	if k.parts == nil || old != nil && k.parts.same(old, row) {
		return nil
	}
	return k.parts.save(ctx, r, old, row)
}

// changedFields returns the names of what differs between two states of a record.
func (k *keeper[T]) changedFields(tx bun.IDB, old, row *T) []string {
	changed := changedColumns(tx, old, row)
	if k.parts != nil && !k.parts.same(old, row) {
		changed = append(changed, k.parts.name)
	}
	return changed
}

// byOwner puts rows of another table with the records they belong to; each record gets a list, empty where there are none.
func byOwner[T, Part any](rows []*T, found []Part, id func(*T) string, owner func(*Part) string, list func(*T) *[]Part) {
	lists := make(map[string]*[]Part, len(rows))
	for _, row := range rows {
		lists[id(row)] = list(row)
		*list(row) = []Part{}
	}
	for i := range found {
		if mine := lists[owner(&found[i])]; mine != nil {
			*mine = append(*mine, found[i])
		}
	}
}
