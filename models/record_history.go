package models

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/schema"
)

// Change is one change of a record as an actor reads it.
type Change[T any] struct {
	RecordChange

	Author  string // name of the account; empty: the system itself, or an account that is no more
	Old     *T     // nil when the record was new
	New     *T
	CanUndo bool
}

// historyShown is how many changes of a record are shown at most.
const historyShown = 200

// archivedKey says in a saved state that the record was archived.
const archivedKey = "archived"

// baseColumns are those every record has, which say nothing of its content.
var baseColumns = []string{"id", "facility_id", "version", "created_at", "updated_at", "archived_at"}

// contentColumns returns what bun knows of the columns of a record's own values.
func contentColumns[T any](tx bun.IDB) []*schema.Field {
	return slices.DeleteFunc(slices.Clone(columns[T](tx)), func(c *schema.Field) bool { return slices.Contains(baseColumns, c.Name) })
}

// save returns the values of a record as the history keeps them; nil for none.
func (k *keeper[T]) save(tx bun.IDB, row *T) (*savedState, error) {
	if row == nil {
		return nil, nil
	}
	state := savedState{}
	keep := func(name string, value any) error {
		encoded, err := json.Marshal(value)
		state[name] = encoded
		return err
	}
	for _, column := range contentColumns[T](tx) {
		if err := keep(column.Name, column.Value(reflect.ValueOf(row).Elem()).Interface()); err != nil {
			return nil, err
		}
	}
	if k.parts != nil {
		if err := keep(k.parts.name, k.parts.list(row)); err != nil {
			return nil, err
		}
	}
	return &state, keep(archivedKey, asKept(row).Base().ArchivedAt != nil)
}

// load puts saved values into a record. Values the state does not know stay as they are.
func (k *keeper[T]) load(tx bun.IDB, state *savedState, row *T) error {
	read := func(name string, field reflect.Value) error {
		value, known := (*state)[name]
		if !known {
			return nil
		}
		field.SetZero() // or lists would be read into the memory of the old ones
		if err := json.Unmarshal(value, field.Addr().Interface()); err != nil {
			return fmt.Errorf("history of %s: field %s: %w", k.resource, name, err)
		}
		return nil
	}
	for _, column := range contentColumns[T](tx) {
		if err := read(column.Name, column.Value(reflect.ValueOf(row).Elem())); err != nil {
			return err
		}
	}
	fillLists(tx, row)
	complete(row)
	if k.parts != nil {
		return read(k.parts.name, reflect.ValueOf(k.parts.list(row)).Elem())
	}
	return nil
}

func (s *savedState) archived() bool { return string((*s)[archivedKey]) == "true" }

// remember writes the values before and after a change in the change's own transaction.
func (k *keeper[T]) remember(ctx context.Context, r reach, action AuditAction, old, row *T) error {
	if k.secret {
		return nil
	}
	before, err := k.save(r.tx, old)
	if err != nil {
		return err
	}
	after, err := k.save(r.tx, row)
	if err != nil {
		return err
	}
	base := asKept(row).Base()
	change := RecordChange{
		ID: NewID(), FacilityID: base.FacilityID, Resource: k.resource, ResourceID: base.ID, At: r.now, AccountID: r.actor.AccountID,
		Action: action, Version: base.Version, Before: before, After: after,
	}
	change.ImportID, _ = batchOf(ctx)
	_, err = r.tx.NewInsert().Model(&change).Exec(ctx)
	return err
}

// undo goes back to what was before the last change of a record.
func (k *keeper[T]) undo(ctx context.Context, s *Store, actor Actor, id string, version int) (T, error) {
	return k.change(ctx, s, actor, func(ctx context.Context, r reach) (T, error) {
		row, err := k.current(ctx, r, id, version, true)
		if err != nil {
			return row, err
		}
		var last []RecordChange
		err = k.changesOf(r.tx.NewSelect().Model(&last), r.actor, id).Where("version = ?", version).Scan(ctx)
		if err != nil {
			return row, err
		}
		if len(last) == 0 {
			return row, Conflict("nothing_to_undo", nil)
		}
		return row, k.goBack(ctx, r, &row, last[0].Before)
	})
}

// goBack gives a record the values it had before.
func (k *keeper[T]) goBack(ctx context.Context, r reach, row *T, before *savedState) error {
	r.back = true
	switch archived := asKept(row).Base().ArchivedAt != nil; {
	case before == nil || !archived && before.archived():
		return k.retire(ctx, r, AuditUndo, row)
	case archived && !before.archived():
		return k.revive(ctx, r, AuditUndo, row)
	default:
		old := *row
		if err := k.load(r.tx, before, row); err != nil {
			return err
		}
		return k.replace(ctx, r, AuditUndo, &old, row)
	}
}

// changesOf narrows a query to the changes of one record.
func (k *keeper[T]) changesOf(query *bun.SelectQuery, actor Actor, id string) *bun.SelectQuery {
	return query.Where("facility_id = ?", actor.FacilityID).Where("resource = ?", k.resource).Where("resource_id = ?", id)
}

func (k *keeper[T]) history(ctx context.Context, s *Store, actor Actor, id string) ([]Change[T], error) {
	history := []Change[T]{}
	err := k.reading(ctx, s, actor, func(ctx context.Context, r reach) error {
		shown, err := k.find(ctx, r, id)
		if err != nil {
			return err
		}
		var changes []RecordChange
		err = k.changesOf(r.tx.NewSelect().Model(&changes), actor, id).OrderExpr("version DESC").Limit(historyShown).Scan(ctx)
		if err != nil {
			return err
		}
		authors, err := authorsOf(ctx, r.tx, changes)
		if err != nil {
			return err
		}
		for i := range changes {
			change := Change[T]{RecordChange: changes[i], Author: authors[changes[i].AccountID]}
			change.CanUndo = shown.CanChange && change.Version == asKept(&shown.Record).Base().Version
			if change.Old, err = k.recall(r, changes[i].Before, id); err != nil {
				return err
			}
			if change.New, err = k.recall(r, changes[i].After, id); err != nil {
				return err
			}
			history = append(history, change)
		}
		return nil
	})
	return history, err
}

// recall returns the record of a saved state as the actor may know it; nil for none.
func (k *keeper[T]) recall(r reach, state *savedState, id string) (*T, error) {
	if state == nil {
		return nil, nil
	}
	row := new(T)
	asKept(row).Base().ID = id
	if state.archived() {
		asKept(row).Base().ArchivedAt = &r.now
	}
	if err := k.load(r.tx, state, row); err != nil {
		return nil, err
	}
	k.hide(r.actor, row)
	return row, nil
}

// authorsOf returns the names of the accounts that made some changes, by account.
func authorsOf(ctx context.Context, tx bun.IDB, changes []RecordChange) (map[string]string, error) {
	ids := make([]string, 0, len(changes))
	for i := range changes {
		ids = append(ids, changes[i].AccountID)
	}
	return accountNames(ctx, tx, ids)
}

// accountNames returns the names of some accounts by their id.
func accountNames(ctx context.Context, tx bun.IDB, ids []string) (map[string]string, error) {
	if len(ids) == 0 {
		return map[string]string{}, nil // IN () is not SQL
	}
	var accounts []Account
	err := tx.NewSelect().Model(&accounts).Column("id", "name").Where("id IN (?)", bun.List(ids)).Scan(ctx)
	names := make(map[string]string, len(accounts))
	for i := range accounts {
		names[accounts[i].ID] = accounts[i].Name
	}
	return names, err
}
