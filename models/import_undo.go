package models

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"
)

// reverser takes back one change of a record, whatever its kind.
type reverser interface {
	reverse(ctx context.Context, s *Store, r reach, change *RecordChange) error
}

func (k *keeper[T]) reverse(ctx context.Context, s *Store, r reach, change *RecordChange) error {
	scope, err := s.allow(r.actor, k.resource, ActionChange)
	if err != nil {
		return err
	}
	r.scope = scope
	row, err := k.current(ctx, r, change.ResourceID, change.Version, true)
	if code := CodeOf(err); code == CodeStale || code == CodeNotFound {
		return Conflict("import_changed_since", map[string]any{"by": string(k.resource)})
	}
	if err != nil {
		return err
	}
	return k.goBack(ctx, r, &row, change.Before)
}

// reversers are the keepers of what a file can bring.
func reverserOf(resource Resource) (reverser, error) {
	for _, k := range []struct {
		resource Resource
		reverser
	}{
		{ResourcePlace, places},
		{ResourceRoom, rooms},
		{ResourceTeam, teams},
		{ResourceProfessional, professionals},
		{ResourceChild, children},
		{ResourceGroup, groups},
		{ResourceNeed, needs},
		{ResourceRecurringMeeting, recurringMeetings},
		{ResourceDuty, duties},
		{ResourceAbsence, absences},
		{ResourcePartner, partners},
		{ResourceContact, contacts},
		{ResourceClosedDay, closedDays},
		{ResourceTravel, travelOverrides},
	} {
		if k.resource == resource {
			return k.reverser, nil
		}
	}
	return nil, fmt.Errorf("an import changed a %s, which nothing takes back", resource)
}

// UndoImport takes back all that an import did: new records are archived, changed ones get their old values. It is refused when one of them
// has been changed since, or something new needs one of them.
func (s *Store) UndoImport(ctx context.Context, actor Actor, id string) error {
	if err := s.allowImport(actor, ActionChange); err != nil {
		return err
	}
	if !plainID(id) {
		return NotFound(ResourceImport)
	}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		var file FileImport
		err := tx.NewSelect().Model(&file).Where("id = ?", id).Where("facility_id = ?", actor.FacilityID).Scan(ctx)
		if err != nil {
			return notFoundOr(ResourceImport, err)
		}
		if file.State != ImportDone {
			return Conflict("nothing_to_undo", nil)
		}
		var changes []RecordChange
		err = tx.NewSelect().Model(&changes).Where("facility_id = ?", actor.FacilityID).Where("import_id = ?", id).OrderExpr("id DESC").Scan(ctx)
		if err != nil {
			return err
		}
		quiet := inBatch(ctx, nil)
		for i := range changes {
			k, err := reverserOf(changes[i].Resource)
			if err != nil {
				return err
			}
			if err := k.reverse(quiet, s, newReach(tx, actor, ScopeFacility, now), &changes[i]); err != nil {
				return err
			}
		}
		return turnImport(ctx, tx, now, actor, &file, ImportUndone, AuditUndoImport, len(changes))
	})
}
