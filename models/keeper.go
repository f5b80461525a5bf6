package models

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"
)

// kept is what every record of a facility knows about itself.
type kept interface {
	Base() *Record
	// Validate returns everything that is wrong with the values themselves, all fields at once.
	Validate() []FieldError
	// references returns the other records it names, which must be of the same facility.
	references() []reference
}

// keptPointer is the pointer type of a record type.
type keptPointer[T any] interface {
	*T
	kept
}

// Base returns what every record has, whatever its kind.
func (r *Record) Base() *Record { return r }

// asKept returns a row as the record it is. Every T of a keeper is one: [newRecords] asks for it.
func asKept[T any](row *T) kept { return any(row).(kept) }

// keeper says what is particular about keeping one kind of record; the functions on it do what is the same for all.
type keeper[T any] struct {
	resource Resource
	// within reports whether a record lies in a scope smaller than the facility; nil: none does.
	within func(ctx context.Context, r reach, row *T) (bool, error)
	// visible narrows a list to what a scope smaller than the facility may read; nil: nothing.
	visible func(ctx context.Context, r reach, list *bun.SelectQuery) (*bun.SelectQuery, error)
	// sort puts a list in the order people read it in.
	sort func(rows []T)
	// usage names what keeps a record from being archived.
	usage []usage
	// before may adjust or refuse a change; old is nil when the record is new, row nil when it is archived.
	before func(ctx context.Context, r reach, old, row *T) error
	// after does what else a change asks for, once it is written; old is nil when the record is new.
	after func(ctx context.Context, r reach, old, row *T) error
	// complete fills in what is told of records beside their own values.
	complete func(ctx context.Context, tx bun.IDB, rows []*T) error
	// conceal takes out of a record what its reader may not know.
	conceal func(actor Actor, row *T)
	// parts are rows of another table that belong to the record; nil: there are none.
	parts *parts[T]
	// apart is true when no plan depends on this kind of record.
	apart bool
	// secret is true when the values of a record are in no history.
	secret bool
}

// list returns the records an actor may read, without those archived, in the order people read them in.
func list[T any](ctx context.Context, s *Store, actor Actor, k *keeper[T]) ([]T, error) {
	shown, err := k.list(ctx, s, actor, false)
	rows := make([]T, len(shown))
	for i := range shown {
		rows[i] = shown[i].Record
	}
	return rows, err
}

// create keeps a new record and returns it as kept, with its id.
func create[T any, P keptPointer[T]](ctx context.Context, s *Store, actor Actor, k *keeper[T], row T) (T, error) {
	return k.create(ctx, s, actor, row)
}

// update replaces a record, which must not have changed since the version the caller read. Values that are the same leave it untouched.
func update[T any, P keptPointer[T]](ctx context.Context, s *Store, actor Actor, k *keeper[T], row T) (T, error) {
	return k.update(ctx, s, actor, row)
}

// archive takes a record out of use. It stays for what already happened.
func archive[T any, P keptPointer[T]](ctx context.Context, s *Store, actor Actor, k *keeper[T], id string, version int) error {
	_, err := k.archive(ctx, s, actor, id, version)
	return err
}

func (k *keeper[T]) create(ctx context.Context, s *Store, actor Actor, row T) (T, error) {
	return k.change(ctx, s, actor, func(ctx context.Context, r reach) (T, error) { return k.make(ctx, r, NewID(), row) })
}

// make keeps a new record under an id.
func (k *keeper[T]) make(ctx context.Context, r reach, id string, row T) (T, error) {
	*asKept(&row).Base() = Record{ID: id, FacilityID: r.actor.FacilityID, Version: 1, CreatedAt: r.now, UpdatedAt: r.now}
	if err := k.accept(ctx, r, nil, &row); err != nil {
		return row, err
	}
	if _, err := r.tx.NewInsert().Model(&row).Exec(ctx); err != nil {
		return row, err
	}
	if err := k.saveParts(ctx, r, nil, &row); err != nil {
		return row, err
	}
	return row, k.changed(ctx, r, AuditCreate, nil, &row, "")
}

func (k *keeper[T]) update(ctx context.Context, s *Store, actor Actor, row T) (T, error) {
	return k.change(ctx, s, actor, func(ctx context.Context, r reach) (T, error) { return k.edit(ctx, r, row) })
}

// edit replaces a record that still stands at the version of row.
func (k *keeper[T]) edit(ctx context.Context, r reach, row T) (T, error) {
	wanted := *asKept(&row).Base()
	old, err := k.current(ctx, r, wanted.ID, wanted.Version, false)
	if err != nil {
		return row, err
	}
	*asKept(&row).Base() = *asKept(&old).Base()
	return row, k.replace(ctx, r, AuditUpdate, &old, &row)
}

// replace writes another state of a record that is in use. Values that are the same leave it untouched.
func (k *keeper[T]) replace(ctx context.Context, r reach, action AuditAction, old, row *T) error {
	if err := k.accept(ctx, r, old, row); err != nil {
		return err
	}
	changed := k.changedFields(r.tx, old, row)
	if len(changed) == 0 {
		return nil
	}
	base := asKept(row).Base()
	base.Version++
	base.UpdatedAt = r.now
	if _, err := r.tx.NewUpdate().Model(row).WherePK().Exec(ctx); err != nil {
		return err
	}
	if err := k.saveParts(ctx, r, old, row); err != nil {
		return err
	}
	return k.changed(ctx, r, action, old, row, strings.Join(changed, ","))
}

func (k *keeper[T]) archive(ctx context.Context, s *Store, actor Actor, id string, version int) (T, error) {
	return k.change(ctx, s, actor, func(ctx context.Context, r reach) (T, error) {
		row, err := k.current(ctx, r, id, version, false)
		if err != nil {
			return row, err
		}
		return row, k.retire(ctx, r, AuditArchive, &row)
	})
}

// retire takes a record out of use, unless something in use needs it.
func (k *keeper[T]) retire(ctx context.Context, r reach, action AuditAction, row *T) error {
	if k.before != nil {
		if err := k.before(ctx, r, row, nil); err != nil {
			return err
		}
	}
	for _, use := range k.usage {
		if err := use.refuse(ctx, r.tx, r.actor.FacilityID, usedValue(use, r.tx, row)); err != nil {
			return err
		}
	}
	return k.turn(ctx, r, action, row, &r.now)
}

func (k *keeper[T]) restore(ctx context.Context, s *Store, actor Actor, id string, version int) (T, error) {
	return k.change(ctx, s, actor, func(ctx context.Context, r reach) (T, error) {
		row, err := k.current(ctx, r, id, version, true)
		if err == nil && asKept(&row).Base().ArchivedAt == nil {
			err = Conflict("not_archived", nil)
		}
		if err != nil {
			return row, err
		}
		return row, k.revive(ctx, r, AuditRestore, &row)
	})
}

// revive puts a record back into use as it is; what it names must still be there and its unique values free.
func (k *keeper[T]) revive(ctx context.Context, r reach, action AuditAction, row *T) error {
	old := *row
	if err := k.accept(ctx, r, &old, row); err != nil {
		return err
	}
	return k.turn(ctx, r, action, row, nil)
}

// turn writes whether a record is archived.
func (k *keeper[T]) turn(ctx context.Context, r reach, action AuditAction, row *T, archived *time.Time) error {
	old := *row
	base := asKept(row).Base()
	base.Version, base.UpdatedAt, base.ArchivedAt = base.Version+1, r.now, archived
	if _, err := r.tx.NewUpdate().Model(row).Column("version", "updated_at", "archived_at").WherePK().Exec(ctx); err != nil {
		return err
	}
	return k.changed(ctx, r, action, &old, row, "")
}

// change runs one change of a record in a write transaction and shows its outcome as the actor may know it.
func (k *keeper[T]) change(ctx context.Context, s *Store, actor Actor, do func(context.Context, reach) (T, error)) (T, error) {
	scope, err := s.allow(actor, k.resource, ActionChange)
	if err != nil {
		return *new(T), err
	}
	var row T
	err = s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		if row, err = do(ctx, newReach(tx, actor, scope, now)); err != nil {
			return err
		}
		return k.told(ctx, tx, []*T{&row})
	})
	if err != nil {
		return *new(T), err
	}
	k.hide(actor, &row)
	return row, nil
}

// current returns a record of the actor's facility and scope, which must stand at the version the caller read; an archived one only where
// it may be.
func (k *keeper[T]) current(ctx context.Context, r reach, id string, version int, archived bool) (T, error) {
	var row T
	if !plainID(id) {
		return row, NotFound(k.resource)
	}
	query := r.tx.NewSelect().Model(&row).Where("id = ?", id).Where("facility_id = ?", r.actor.FacilityID)
	if !archived {
		query = query.Where("archived_at IS NULL")
	}
	if err := query.Scan(ctx); err != nil {
		return row, notFoundOr(k.resource, err)
	}
	if err := k.loadParts(ctx, r.tx, []*T{&row}); err != nil {
		return row, err
	}
	switch inside, err := k.inside(ctx, r, &row); {
	case err != nil:
		return row, err
	case !inside:
		return row, NotFound(k.resource)
	}
	if asKept(&row).Base().Version != version {
		shown := row
		k.hide(r.actor, &shown)
		return row, Stale(shown)
	}
	return row, nil
}

// accept makes a new state of a record ready to be written, or says everything that is wrong with it.
func (k *keeper[T]) accept(ctx context.Context, r reach, old, row *T) error {
	fillLists(r.tx, row)
	complete(row)
	if k.parts != nil {
		k.parts.adopt(old, row)
	}
	if k.before != nil {
		if err := k.before(ctx, r, old, row); err != nil {
			return err
		}
	}
	if wrong := asKept(row).Validate(); len(wrong) > 0 {
		return Invalid(wrong...)
	}
	if err := checkReferences(ctx, r.tx, r.actor.FacilityID, asKept(row).references()); err != nil {
		return err
	}
	inside, err := k.inside(ctx, r, row)
	if err == nil && !inside {
		err = outOfScope()
	}
	return err
}

// outOfScope says that the role does this, but not to that record.
func outOfScope() *Error { return &Error{Code: CodeForbidden, Key: "out_of_scope"} }

func (k *keeper[T]) inside(ctx context.Context, r reach, row *T) (bool, error) {
	if r.actor.wholeFacility(r.scope) {
		return true, nil
	}
	if k.within == nil {
		return false, nil
	}
	return k.within(ctx, r, row)
}

func (k *keeper[T]) hide(actor Actor, row *T) {
	if k.conceal != nil {
		k.conceal(actor, row)
	}
}

// changed writes what goes with every change: the facility's revision, on which plans depend, the audit row and the values for the history.
func (k *keeper[T]) changed(ctx context.Context, r reach, action AuditAction, old, row *T, detail string) error {
	_, part := batchOf(ctx)
	if !k.apart && !part {
		if err := moveFacility(ctx, r.tx, r.actor.FacilityID); err != nil {
			return err
		}
	}
	if err := k.remember(ctx, r, action, old, row); err != nil {
		return err
	}
	if k.after != nil {
		if err := k.after(ctx, r, old, row); err != nil {
			return err
		}
	}
	if part {
		return nil // the larger change has one line for all
	}
	return record(ctx, r.tx, r.now, r.actor, action, k.resource, asKept(row).Base().ID, detail)
}

// moveFacility raises the facility's revision: plans made from what was before are stale.
func moveFacility(ctx context.Context, tx bun.IDB, facilityID string) error {
	_, err := tx.NewUpdate().Table("facility").Set("revision = revision + 1").Where("id = ?", facilityID).Exec(ctx)
	return err
}

// plainID reports whether a text can be an id at all. Anything else is not asked of the database, which would refuse some of it.
func plainID(id string) bool {
	return id != "" && len(id) <= maxName && !slices.ContainsFunc([]byte(id), func(c byte) bool { return c <= ' ' || c >= 0x7f })
}
