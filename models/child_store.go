package models

import (
	"context"
	"slices"
	"strconv"
	"time"

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
	c.size("schedule", len(ch.Schedule))
	for i, window := range ch.Schedule {
		at := indexed("schedule", i)
		c.span(at, window.DaySpan)
		if len(window.Places) == 0 {
			c.add(at+".places", "required", nil)
		}
		c.texts(at+".places", window.Places)
	}
	return c.wrong
}

func (ch *Child) references() []reference {
	references := slices.Concat(
		optionalReferenceTo("place", "home_place_id", ch.HomePlaceID),
		optionalReferenceTo("place", "school_place_id", ch.SchoolPlaceID),
		optionalReferenceTo("professional", "key_worker_id", ch.KeyWorkerID),
		optionalReferenceTo("professional", "case_coordinator_id", ch.CaseCoordinatorID),
	)
	for i, window := range ch.Schedule {
		references = append(references, referencesTo("place", indexed("schedule", i)+".places", window.Places)...)
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
}

// ListModalityPeriods returns in which modalities the children the actor may read are accompanied, by child and first day.
func (s *Store) ListModalityPeriods(ctx context.Context, actor Actor) ([]CareModalityPeriod, error) {
	scope, err := s.allow(actor, ResourceChild, ActionRead)
	if err != nil {
		return nil, err
	}
	periods := []CareModalityPeriod{}
	err = s.read(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		query := tx.NewSelect().Model(&periods).Where("child_id IN (SELECT id FROM child WHERE facility_id = ?)", actor.FacilityID).
			OrderExpr("child_id, from_date, id")
		if !actor.wholeFacility(scope) {
			met, err := reach{tx: tx, actor: actor, scope: scope, now: now}.met(ctx)
			if err != nil {
				return err
			}
			query = query.Where("child_id IN (?)", bun.List(met))
		}
		return query.Scan(ctx)
	})
	return periods, err
}

// SetModalityPeriods says in which modalities a child is accompanied and when, all periods at once. Those without an id are new.
func (s *Store) SetModalityPeriods(ctx context.Context, actor Actor, childID string, periods []CareModalityPeriod) ([]CareModalityPeriod, error) {
	scope, err := s.allow(actor, ResourceChild, ActionChange)
	if err != nil {
		return nil, err
	}
	periods = slices.Clone(periods)
	if wrong := validatePeriods(periods); len(wrong) > 0 {
		return nil, Invalid(wrong...)
	}
	err = s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		r := reach{tx: tx, actor: actor, scope: scope, now: now}
		if err := r.changeable(ctx, childID); err != nil {
			return err
		}
		return r.replacePeriods(ctx, childID, periods)
	})
	if err != nil {
		return nil, err
	}
	return periods, nil
}

// changeable answers NotFound unless the child is there and the actor's to change.
func (r reach) changeable(ctx context.Context, childID string) error {
	if err := exists[Child](ctx, r.tx, r.actor, ResourceChild, childID); err != nil {
		return err
	}
	if r.actor.wholeFacility(r.scope) {
		return nil
	}
	inside, err := r.children(ctx, childID)
	if err == nil && !inside {
		err = NotFound(ResourceChild)
	}
	return err
}

func (r reach) replacePeriods(ctx context.Context, childID string, periods []CareModalityPeriod) error {
	var old []CareModalityPeriod
	if err := r.tx.NewSelect().Model(&old).Where("child_id = ?", childID).Scan(ctx); err != nil {
		return err
	}
	var references []reference
	for i := range periods {
		period := &periods[i]
		references = append(references, reference{indexed("periods", i) + ".modality_code", modalityTable, period.ModalityCode})
		period.ChildID = childID
		if !slices.ContainsFunc(old, func(o CareModalityPeriod) bool { return o.ID == period.ID }) {
			period.ID = NewID()
		}
	}
	if err := checkReferences(ctx, r.tx, r.actor.FacilityID, references); err != nil {
		return err
	}
	if _, err := r.tx.NewDelete().Model((*CareModalityPeriod)(nil)).Where("child_id = ?", childID).Exec(ctx); err != nil {
		return err
	}
	if len(periods) > 0 {
		if _, err := r.tx.NewInsert().Model(&periods).Exec(ctx); err != nil {
			return err
		}
	}
	if err := moveFacility(ctx, r.tx, r.actor.FacilityID); err != nil {
		return err
	}
	return record(ctx, r.tx, r.now, r.actor, AuditUpdate, ResourceChild, childID, "modality_periods:"+strconv.Itoa(len(periods)))
}

func validatePeriods(periods []CareModalityPeriod) []FieldError {
	var c fieldChecks
	c.size("periods", len(periods))
	for i, period := range periods {
		at := indexed("periods", i)
		c.reference(at+".modality_code", period.ModalityCode)
		c.period(at+".from_date", &period.FromDate, at+".to_date", period.ToDate)
		c.within(at+".weekly_minutes", period.WeeklyMinutes, 0, weekMinutes)
		if period.ID != "" && slices.ContainsFunc(periods[:i], func(other CareModalityPeriod) bool { return other.ID == period.ID }) {
			c.add(at+".id", "repeated", nil)
		}
	}
	return c.wrong
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
