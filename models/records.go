package models

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// Records are all records of one kind: what can be done with any of them, whatever the kind. Rights, validation, audit and history are the
// same for all and part of every method.
//
// It is an interface so that the methods of each kind are compiled here and not once more in every package that calls them.
type Records[T any] interface {
	// List returns the records the actor may read, in the order people read them in; archived ones only when asked for.
	List(ctx context.Context, actor Actor, archived bool) ([]Shown[T], error)
	// Read returns one record the actor may read, archived or not.
	Read(ctx context.Context, actor Actor, id string) (Shown[T], error)
	// Create keeps a new record and returns it as kept, with its id.
	Create(ctx context.Context, actor Actor, row T) (T, error)
	// Update replaces a record that still stands at its version. Values that are the same leave it untouched.
	Update(ctx context.Context, actor Actor, row T) (T, error)
	// Archive takes a record that still stands at version out of use. It stays for what already happened.
	Archive(ctx context.Context, actor Actor, id string, version int) (T, error)
	// Restore puts an archived record that still stands at version back into use.
	Restore(ctx context.Context, actor Actor, id string, version int) (T, error)
	// Undo takes the last change of a record back, if it still stands at version, and keeps that as a change of its own: a changed record gets
	// its old values, a new one is archived, an archived one is in use again. Undoing twice does the change again.
	Undo(ctx context.Context, actor Actor, id string, version int) (T, error)
	// History returns the changes of a record the actor may read, the latest first.
	History(ctx context.Context, actor Actor, id string) ([]Change[T], error)

	// AddCreation makes [Store.Apply] keep a new record together with the rest of the batch.
	AddCreation(b *Batch, row T)
	// AddUpdate makes [Store.Apply] replace a record that still stands at its version together with the rest of the batch.
	AddUpdate(b *Batch, row T)
}

// Shown is a record as one actor reads it.
type Shown[T any] struct {
	Record    T
	CanChange bool // whether the actor may change it
}

// kinds are the records of a store by their kind.
type kinds struct {
	facilities        Records[Facility]
	units             Records[ServiceUnit]
	modalities        Records[CareModality]
	places            Records[Place]
	rooms             Records[Room]
	closedDays        Records[ClosedDay]
	travelOverrides   Records[TravelOverride]
	teams             Records[Team]
	professionals     Records[Professional]
	children          Records[Child]
	groups            Records[ChildGroup]
	needs             Records[Need]
	duties            Records[StandingDuty]
	recurringMeetings Records[RecurringMeeting]
	protectedTimes    Records[ProtectedTime]
	partners          Records[Partner]
	contacts          Records[PartnerContact]
	absences          Records[Absence]
	workedDays        Records[WorkedDay]
	weekTemplates     Records[WeekTemplate]
	goalProfiles      Records[GoalProfile]
	accounts          Records[Account]
}

func newKinds(s *Store) kinds {
	return kinds{
		facilities:        newRecords(s, facilities),
		units:             newRecords(s, units),
		modalities:        newRecords(s, modalities),
		places:            newRecords(s, places),
		rooms:             newRecords(s, rooms),
		closedDays:        newRecords(s, closedDays),
		travelOverrides:   newRecords(s, travelOverrides),
		teams:             newRecords(s, teams),
		professionals:     newRecords(s, professionals),
		children:          newRecords(s, children),
		groups:            newRecords(s, groups),
		needs:             newRecords(s, needs),
		duties:            newRecords(s, duties),
		recurringMeetings: newRecords(s, recurringMeetings),
		protectedTimes:    newRecords(s, protectedTimes),
		partners:          newRecords(s, partners),
		contacts:          newRecords(s, contacts),
		absences:          newRecords(s, absences),
		workedDays:        newRecords(s, workedDays),
		weekTemplates:     newRecords(s, weekTemplates),
		goalProfiles:      newRecords(s, goalProfiles),
		accounts:          newRecords(s, accounts),
	}
}

// Settings returns the actor's own facility as the only record of its kind: it can be changed, never created or archived.
func (s *Store) Settings() Records[Facility] { return s.kinds.facilities }

// Units returns the service units of the authorisation.
func (s *Store) Units() Records[ServiceUnit] { return s.kinds.units }

// Modalities returns the ways of accompanying.
func (s *Store) Modalities() Records[CareModality] { return s.kinds.modalities }

// Places returns the places.
func (s *Store) Places() Records[Place] { return s.kinds.places }

// Rooms returns the rooms of the places.
func (s *Store) Rooms() Records[Room] { return s.kinds.rooms }

// ClosedDays returns the days on which a site or the facility is closed.
func (s *Store) ClosedDays() Records[ClosedDay] { return s.kinds.closedDays }

// TravelOverrides returns the corrected travel times.
func (s *Store) TravelOverrides() Records[TravelOverride] { return s.kinds.travelOverrides }

// Teams returns the teams.
func (s *Store) Teams() Records[Team] { return s.kinds.teams }

// Professionals returns the staff, each with their memberships.
func (s *Store) Professionals() Records[Professional] { return s.kinds.professionals }

// Children returns the children, each with their modality periods.
func (s *Store) Children() Records[Child] { return s.kinds.children }

// Groups returns the groups of children.
func (s *Store) Groups() Records[ChildGroup] { return s.kinds.groups }

// Needs returns what the plans of children and groups ask for.
func (s *Store) Needs() Records[Need] { return s.kinds.needs }

// Duties returns the supervisions to cover.
func (s *Store) Duties() Records[StandingDuty] { return s.kinds.duties }

// RecurringMeetings returns the meetings that come back each week.
func (s *Store) RecurringMeetings() Records[RecurringMeeting] { return s.kinds.recurringMeetings }

// ProtectedTimes returns the rules of protected time.
func (s *Store) ProtectedTimes() Records[ProtectedTime] { return s.kinds.protectedTimes }

// Partners returns the institutions and families the facility works with.
func (s *Store) Partners() Records[Partner] { return s.kinds.partners }

// Contacts returns the people at the partners.
func (s *Store) Contacts() Records[PartnerContact] { return s.kinds.contacts }

// Absences returns the absences of professionals and children.
func (s *Store) Absences() Records[Absence] { return s.kinds.absences }

// WorkedDays returns the hours really done.
func (s *Store) WorkedDays() Records[WorkedDay] { return s.kinds.workedDays }

// WeekTemplates returns the ordinary weeks.
func (s *Store) WeekTemplates() Records[WeekTemplate] { return s.kinds.weekTemplates }

// GoalProfiles returns the goals kept by name for proposals.
func (s *Store) GoalProfiles() Records[GoalProfile] { return s.kinds.goalProfiles }

// Accounts returns the accounts of the facility. Their values are in no history, and nothing of them can be undone.
func (s *Store) Accounts() Records[Account] { return s.kinds.accounts }

// keptRecords are the records one keeper keeps in one store.
type keptRecords[T any] struct {
	store *Store
	kind  *keeper[T]
}

func newRecords[T any, P keptPointer[T]](s *Store, k *keeper[T]) Records[T] {
	return keptRecords[T]{store: s, kind: k}
}

func (r keptRecords[T]) List(ctx context.Context, actor Actor, archived bool) ([]Shown[T], error) {
	return r.kind.list(ctx, r.store, actor, archived)
}

func (r keptRecords[T]) Read(ctx context.Context, actor Actor, id string) (Shown[T], error) {
	return r.kind.read(ctx, r.store, actor, id)
}

func (r keptRecords[T]) Create(ctx context.Context, actor Actor, row T) (T, error) {
	return r.kind.create(ctx, r.store, actor, row)
}

func (r keptRecords[T]) Update(ctx context.Context, actor Actor, row T) (T, error) {
	return r.kind.update(ctx, r.store, actor, row)
}

func (r keptRecords[T]) Archive(ctx context.Context, actor Actor, id string, version int) (T, error) {
	return r.kind.archive(ctx, r.store, actor, id, version)
}

func (r keptRecords[T]) Restore(ctx context.Context, actor Actor, id string, version int) (T, error) {
	return r.kind.restore(ctx, r.store, actor, id, version)
}

func (r keptRecords[T]) Undo(ctx context.Context, actor Actor, id string, version int) (T, error) {
	return r.kind.undo(ctx, r.store, actor, id, version)
}

func (r keptRecords[T]) History(ctx context.Context, actor Actor, id string) ([]Change[T], error) {
	return r.kind.history(ctx, r.store, actor, id)
}

// list returns the records an actor may read, in the order people read them in.
func (k *keeper[T]) list(ctx context.Context, s *Store, actor Actor, archived bool) ([]Shown[T], error) {
	rows := []T{}
	var shown []Shown[T]
	err := k.reading(ctx, s, actor, func(ctx context.Context, r reach) error {
		query := r.tx.NewSelect().Model(&rows).Where("?TableAlias.facility_id = ?", actor.FacilityID).OrderExpr("?TableAlias.id")
		if !archived {
			query = query.Where("?TableAlias.archived_at IS NULL")
		}
		if some, err := k.scan(ctx, r, query); !some || err != nil {
			return err
		}
		if k.sort != nil {
			k.sort(rows)
		}
		var err error
		shown, err = k.show(ctx, r, rows)
		return err
	})
	return shown, err
}

// read returns one record an actor may read, archived or not.
func (k *keeper[T]) read(ctx context.Context, s *Store, actor Actor, id string) (Shown[T], error) {
	var found Shown[T]
	err := k.reading(ctx, s, actor, func(ctx context.Context, r reach) (err error) {
		found, err = k.find(ctx, r, id)
		return err
	})
	return found, err
}

// find is read inside a transaction.
func (k *keeper[T]) find(ctx context.Context, r reach, id string) (Shown[T], error) {
	if !plainID(id) {
		return Shown[T]{}, NotFound(k.resource)
	}
	rows := []T{}
	query := r.tx.NewSelect().Model(&rows).Where("?TableAlias.facility_id = ?", r.actor.FacilityID).Where("?TableAlias.id = ?", id)
	if _, err := k.scan(ctx, r, query); err != nil {
		return Shown[T]{}, err
	}
	if len(rows) == 0 {
		return Shown[T]{}, NotFound(k.resource)
	}
	shown, err := k.show(ctx, r, rows)
	if err != nil {
		return Shown[T]{}, err
	}
	return shown[0], nil
}

// reading runs fn on one picture of the database for an actor who may read records of the kind.
func (k *keeper[T]) reading(ctx context.Context, s *Store, actor Actor, fn func(context.Context, reach) error) error {
	scope, err := s.allow(actor, k.resource, ActionRead)
	if err != nil {
		return err
	}
	return s.read(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		return fn(ctx, newReach(tx, actor, scope, now))
	})
}

// scan runs a query narrowed to what the actor may read. It reports false when that is nothing at all.
func (k *keeper[T]) scan(ctx context.Context, r reach, query *bun.SelectQuery) (bool, error) {
	if !r.actor.wholeFacility(r.scope) {
		if k.visible == nil {
			return false, nil
		}
		narrowed, err := k.visible(ctx, r, query)
		if err != nil {
			return false, err
		}
		query = narrowed
	}
	return true, query.Scan(ctx)
}

// show returns rows as the actor may know them, and which of them the actor may change.
func (k *keeper[T]) show(ctx context.Context, r reach, rows []T) ([]Shown[T], error) {
	pointers := make([]*T, len(rows))
	for i := range rows {
		pointers[i] = &rows[i]
	}
	if err := k.loadParts(ctx, r.tx, pointers); err != nil {
		return nil, err
	}
	if err := k.told(ctx, r.tx, pointers); err != nil {
		return nil, err
	}
	changing := r
	changing.scope = Allowed(r.actor, k.resource, ActionChange)
	shown := make([]Shown[T], len(rows))
	for i := range rows {
		if changing.scope > ScopeNone {
			can, err := k.inside(ctx, changing, &rows[i])
			if err != nil {
				return nil, err
			}
			shown[i].CanChange = can
		}
		k.hide(r.actor, &rows[i])
		shown[i].Record = rows[i]
	}
	return shown, nil
}
