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
	base() *Record
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

func (r *Record) base() *Record { return r }

// keeper says what is particular about keeping one kind of record; list, create, update and archive do what is the same for all.
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
	// conceal takes out of a record what its reader may not know.
	conceal func(actor Actor, row *T)
	// apart is true when no plan depends on this kind of record.
	apart bool
}

// list returns the records an actor may read, without those archived, in the order people read them in.
func list[T any](ctx context.Context, s *Store, actor Actor, k *keeper[T]) ([]T, error) {
	scope, err := s.allow(actor, k.resource, ActionRead)
	if err != nil {
		return nil, err
	}
	rows := []T{}
	err = s.read(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		query := tx.NewSelect().Model(&rows).Where("?TableAlias.facility_id = ?", actor.FacilityID).Where("?TableAlias.archived_at IS NULL").OrderExpr("?TableAlias.id")
		if !actor.wholeFacility(scope) {
			if k.visible == nil {
				return nil
			}
			narrowed, err := k.visible(ctx, reach{tx: tx, actor: actor, scope: scope, now: now}, query)
			if err != nil {
				return err
			}
			query = narrowed
		}
		return query.Scan(ctx)
	})
	if err != nil {
		return nil, err
	}
	for i := range rows {
		k.hide(actor, &rows[i])
	}
	if k.sort != nil {
		k.sort(rows)
	}
	return rows, nil
}

// create keeps a new record and returns it as kept, with its id.
func create[T any, P keptPointer[T]](ctx context.Context, s *Store, actor Actor, k *keeper[T], row T) (T, error) {
	scope, err := s.allow(actor, k.resource, ActionChange)
	if err != nil {
		return *new(T), err
	}
	err = s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		*P(&row).base() = Record{ID: NewID(), FacilityID: actor.FacilityID, Version: 1, CreatedAt: now, UpdatedAt: now}
		if err := accept[T, P](ctx, reach{tx: tx, actor: actor, scope: scope, now: now}, k, nil, &row); err != nil {
			return err
		}
		if _, err := tx.NewInsert().Model(&row).Exec(ctx); err != nil {
			return err
		}
		return k.changed(ctx, tx, now, actor, AuditCreate, P(&row).base().ID, "")
	})
	if err != nil {
		return *new(T), err
	}
	k.hide(actor, &row)
	return row, nil
}

// update replaces a record, which must not have changed since the version the caller read. Values that are the same leave it untouched.
func update[T any, P keptPointer[T]](ctx context.Context, s *Store, actor Actor, k *keeper[T], row T) (T, error) {
	scope, err := s.allow(actor, k.resource, ActionChange)
	if err != nil {
		return *new(T), err
	}
	wanted := *P(&row).base()
	err = s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		r := reach{tx: tx, actor: actor, scope: scope, now: now}
		old, err := current[T, P](ctx, r, k, wanted.ID, wanted.Version)
		if err != nil {
			return err
		}
		*P(&row).base() = *P(&old).base()
		if err := accept[T, P](ctx, r, k, &old, &row); err != nil {
			return err
		}
		changed := changedColumns(tx, &old, &row)
		if len(changed) == 0 {
			return nil
		}
		P(&row).base().Version++
		P(&row).base().UpdatedAt = now
		if _, err := tx.NewUpdate().Model(&row).WherePK().Exec(ctx); err != nil {
			return err
		}
		return k.changed(ctx, tx, now, actor, AuditUpdate, wanted.ID, strings.Join(changed, ","))
	})
	if err != nil {
		return *new(T), err
	}
	k.hide(actor, &row)
	return row, nil
}

// archive takes a record out of use. It stays for what already happened.
func archive[T any, P keptPointer[T]](ctx context.Context, s *Store, actor Actor, k *keeper[T], id string, version int) error {
	scope, err := s.allow(actor, k.resource, ActionChange)
	if err != nil {
		return err
	}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		r := reach{tx: tx, actor: actor, scope: scope, now: now}
		old, err := current[T, P](ctx, r, k, id, version)
		if err != nil {
			return err
		}
		if k.before != nil {
			if err := k.before(ctx, r, &old, nil); err != nil {
				return err
			}
		}
		for _, use := range k.usage {
			if err := use.refuse(ctx, tx, actor.FacilityID, usedValue(use, tx, &old)); err != nil {
				return err
			}
		}
		base := P(&old).base()
		base.Version, base.UpdatedAt, base.ArchivedAt = base.Version+1, now, &now
		if _, err := tx.NewUpdate().Model(&old).Column("version", "updated_at", "archived_at").WherePK().Exec(ctx); err != nil {
			return err
		}
		return k.changed(ctx, tx, now, actor, AuditArchive, id, "")
	})
}

// current returns a live record of the actor's facility and scope, which must stand at the version the caller read.
func current[T any, P keptPointer[T]](ctx context.Context, r reach, k *keeper[T], id string, version int) (T, error) {
	var row T
	if !plainID(id) {
		return row, NotFound(k.resource)
	}
	err := r.tx.NewSelect().Model(&row).Where("id = ?", id).Where("facility_id = ?", r.actor.FacilityID).Where("archived_at IS NULL").Scan(ctx)
	if err != nil {
		return row, notFoundOr(k.resource, err)
	}
	switch inside, err := k.inside(ctx, r, &row); {
	case err != nil:
		return row, err
	case !inside:
		return row, NotFound(k.resource)
	}
	if P(&row).base().Version != version {
		shown := row
		k.hide(r.actor, &shown)
		return row, Stale(shown)
	}
	return row, nil
}

// accept makes a new state of a record ready to be written, or says everything that is wrong with it.
func accept[T any, P keptPointer[T]](ctx context.Context, r reach, k *keeper[T], old, row *T) error {
	fillLists(r.tx, row)
	if k.before != nil {
		if err := k.before(ctx, r, old, row); err != nil {
			return err
		}
	}
	if wrong := P(row).Validate(); len(wrong) > 0 {
		return Invalid(wrong...)
	}
	if err := checkReferences(ctx, r.tx, r.actor.FacilityID, P(row).references()); err != nil {
		return err
	}
	inside, err := k.inside(ctx, r, row)
	if err == nil && !inside {
		err = &Error{Code: CodeForbidden, Key: "out_of_scope"}
	}
	return err
}

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

// changed writes what goes with every change: the facility's version, on which plans depend, and the audit row.
func (k *keeper[T]) changed(ctx context.Context, tx bun.Tx, now time.Time, actor Actor, action AuditAction, id, detail string) error {
	if !k.apart {
		if err := moveFacility(ctx, tx, actor.FacilityID); err != nil {
			return err
		}
	}
	return record(ctx, tx, now, actor, action, k.resource, id, detail)
}

// moveFacility raises the facility's version: plans made from what was before are stale.
func moveFacility(ctx context.Context, tx bun.IDB, facilityID string) error {
	_, err := tx.NewUpdate().Table("facility").Set("version = version + 1").Where("id = ?", facilityID).Exec(ctx)
	return err
}

// plainID reports whether a text can be an id at all. Anything else is not asked of the database, which would refuse some of it.
func plainID(id string) bool {
	return id != "" && len(id) <= maxName && !slices.ContainsFunc([]byte(id), func(c byte) bool { return c <= ' ' || c >= 0x7f })
}
