package models

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// HouseRecords is everything a facility starts with. Each record needs its id; facility, version and instants are filled in.
type HouseRecords struct {
	Facility        Facility
	Units           []ServiceUnit
	Modalities      []CareModality
	Places          []Place
	Rooms           []Room
	Teams           []Team
	Memberships     []Membership
	Professionals   []Professional
	Children        []Child
	ModalityPeriods []CareModalityPeriod
	Groups          []ChildGroup
	Needs           []Need
	Duties          []StandingDuty
	Meetings        []RecurringMeeting
	ProtectedTimes  []ProtectedTime
	TravelOverrides []TravelOverride
	Partners        []Partner
	Contacts        []PartnerContact
	Accounts        []Account
}

// foundingBatch bounds the rows of one INSERT, so that no statement grows without end.
const foundingBatch = 200

// FoundHouse writes a new facility with all its records in one transaction: all of it or nothing. The records are taken as they are, so it
// is for the program itself; what people enter goes through the methods that validate.
func (s *Store) FoundHouse(ctx context.Context, actor Actor, records *HouseRecords) error {
	if _, err := s.allow(actor, ResourceInstallation, ActionChange); err != nil {
		return err
	}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		records.Facility.found(records.Facility.ID, now)
		records.Facility.complete()
		if _, err := tx.NewInsert().Model(&records.Facility).Exec(ctx); err != nil {
			return err
		}
		f := founding{ctx: ctx, tx: tx, facility: records.Facility.ID, now: now}
		found(&f, records.Units, func(x *ServiceUnit) *Record { return &x.Record })
		found(&f, records.Modalities, func(x *CareModality) *Record { return &x.Record })
		found(&f, records.Places, func(x *Place) *Record { return &x.Record })
		found(&f, records.Rooms, func(x *Room) *Record { return &x.Record })
		found(&f, records.Teams, func(x *Team) *Record { return &x.Record })
		found(&f, records.Professionals, func(x *Professional) *Record { return &x.Record })
		found(&f, records.Memberships, nil)
		found(&f, records.Partners, func(x *Partner) *Record { return &x.Record })
		found(&f, records.Contacts, func(x *PartnerContact) *Record { return &x.Record })
		found(&f, records.Children, func(x *Child) *Record { return &x.Record })
		found(&f, records.ModalityPeriods, nil)
		found(&f, records.Groups, func(x *ChildGroup) *Record { return &x.Record })
		found(&f, records.Needs, func(x *Need) *Record { return &x.Record })
		found(&f, records.Duties, func(x *StandingDuty) *Record { return &x.Record })
		found(&f, records.Meetings, func(x *RecurringMeeting) *Record { return &x.Record })
		found(&f, records.ProtectedTimes, func(x *ProtectedTime) *Record { return &x.Record })
		found(&f, records.TravelOverrides, func(x *TravelOverride) *Record { return &x.Record })
		found(&f, records.Accounts, func(x *Account) *Record { return &x.Record })
		if f.err != nil {
			return f.err
		}
		return record(ctx, tx, now, SystemActor(records.Facility.ID), AuditCreate, ResourceFacility, records.Facility.ID, "")
	})
}

// founding keeps the first error of a row of inserts.
type founding struct {
	ctx      context.Context //nolint:containedctx // lives as long as one call
	tx       bun.Tx
	facility string
	now      time.Time
	err      error
}

func found[T any](f *founding, rows []T, of func(*T) *Record) {
	for i := range rows {
		if of != nil {
			r := of(&rows[i])
			r.FacilityID, r.Version, r.CreatedAt, r.UpdatedAt = f.facility, 1, f.now, f.now
			fillLists(f.tx, &rows[i])
			complete(&rows[i])
		}
	}
	for len(rows) > 0 && f.err == nil {
		batch := rows[:min(len(rows), foundingBatch)]
		rows = rows[len(batch):]
		_, f.err = f.tx.NewInsert().Model(&batch).Exec(f.ctx)
	}
}
