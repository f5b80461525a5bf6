package models

import (
	"context"
	"slices"

	"github.com/uptrace/bun"
)

// The bounds of a child's targets.
const (
	mostProfessionals  = 30
	mostSessionsPerDay = 20
)

// Validate returns everything that is wrong with the child's values.
func (ch *Child) Validate() []FieldError {
	var c fieldChecks
	c.filled("first_name", ch.FirstName, maxName)
	c.filled("last_name", ch.LastName, maxName)
	c.within("birth_year", ch.BirthYear, earliestYear, latestYear)
	c.text("internal_number", ch.InternalNumber, maxCode)
	c.text("sector", ch.Sector, maxName)
	c.optionalReference("home_place_id", ch.HomePlaceID)
	c.optionalReference("school_place_id", ch.SchoolPlaceID)
	c.optionalReference("key_worker_id", ch.KeyWorkerID)
	c.optionalReference("case_coordinator_id", ch.CaseCoordinatorID)
	c.within("professionals_target", ch.ProfessionalsTarget, 0, mostProfessionals)
	c.within("sessions_per_day_target", ch.SessionsPerDayTarget, 0, mostSessionsPerDay)
	c.paragraphs("wishes", ch.Wishes, maxParagraphs)
	oneOf(&c, "transport", ch.Transport, Transports...)
	c.optionalReference("transport_partner_id", ch.TransportPartnerID)
	if ch.TransportPartnerID != nil && ch.Transport != TransportFirm {
		c.add("transport_partner_id", "one_of_both", nil)
	}
	ch.checkPeriods(&c)
	if c.size("schedule", len(ch.Schedule)) {
		for i, window := range ch.Schedule {
			at := indexed("schedule", i)
			c.span(at, window.DaySpan)
			if len(window.Places) == 0 {
				c.add(at+".places", "required", nil)
			}
			c.texts(at+".places", window.Places)
		}
	}
	return c.wrong
}

func (ch *Child) references() []reference {
	references := slices.Concat(
		optionalReferenceTo("place", "home_place_id", ch.HomePlaceID),
		optionalReferenceTo("place", "school_place_id", ch.SchoolPlaceID),
		optionalReferenceTo("professional", "key_worker_id", ch.KeyWorkerID),
		optionalReferenceTo("professional", "case_coordinator_id", ch.CaseCoordinatorID),
		optionalReferenceTo("partner", "transport_partner_id", ch.TransportPartnerID),
	)
	for i, window := range ch.Schedule {
		references = append(references, referencesTo("place", indexed("schedule", i)+".places", window.Places)...)
	}
	for i, period := range ch.Periods {
		references = append(references, reference{indexed("periods", i) + ".modality_code", modalityTable, period.ModalityCode})
	}
	return references
}

var children = &keeper[Child]{
	resource: ResourceChild,
	sort: func(rows []Child) {
		SortFrench(rows, func(c *Child) string { return byName(c.FirstName, c.LastName) })
	},
	within: func(ctx context.Context, r reach, row *Child) (bool, error) { return r.child(ctx, row) },
	visible: func(ctx context.Context, r reach, list *bun.SelectQuery) (*bun.SelectQuery, error) {
		met, err := r.met(ctx)
		return list.Where("id IN (?)", bun.List(met)), err
	},
	parts: &parts[Child]{
		name:  "periods",
		list:  func(row *Child) any { return &row.Periods },
		adopt: adoptPeriods,
		load:  loadPeriods,
		save:  savePeriods,
	},
}

// ListChildren returns the children the actor may read, in French order of last and first name.
func (s *Store) ListChildren(ctx context.Context, actor Actor) ([]Child, error) {
	return list(ctx, s, actor, children)
}

// CreateChild keeps a new child and returns it with its id.
func (s *Store) CreateChild(ctx context.Context, actor Actor, row Child) (Child, error) {
	return create(ctx, s, actor, children, row)
}

// UpdateChild replaces a child that still stands at row.Version.
func (s *Store) UpdateChild(ctx context.Context, actor Actor, row Child) (Child, error) {
	return update(ctx, s, actor, children, row)
}

// ArchiveChild takes a child that still stands at version out of use.
func (s *Store) ArchiveChild(ctx context.Context, actor Actor, id string, version int) error {
	return archive[Child](ctx, s, actor, children, id, version)
}
