package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"
)

// Validate returns everything that is wrong with the professional's values.
func (p *Professional) Validate() []FieldError {
	var c fieldChecks
	c.filled("first_name", p.FirstName, maxName)
	c.filled("last_name", p.LastName, maxName)
	oneOf(&c, "profession", p.Profession, Professions...)
	c.text("job_title", p.JobTitle, maxName)
	c.texts("skills", p.Skills)
	p.checkContracts(&c)
	c.separateSpans("working_pattern", p.WorkingPattern)
	c.reference("base_place_id", p.BasePlaceID)
	if lunch := p.Lunch; lunch != nil {
		c.hours("lunch", lunch.From, lunch.To)
		c.within("lunch.minutes", lunch.Minutes, 1, max(1, lunch.To-lunch.From))
	}
	if limits := p.Limits; limits != nil {
		c.within("limits.day_span", limits.DaySpan, 1, dayMinutes)
		c.within("limits.day_work", limits.DayWork, 1, dayMinutes)
		c.within("limits.rest", limits.Rest, 0, dayMinutes)
		c.within("limits.week_work", limits.WeekWork, 1, weekMinutes)
		c.within("limits.week_days", limits.WeekDays, 1, 7)
	}
	c.optionalWithin("direct_target", p.DirectTarget, 0, weekMinutes)
	c.optionalWithin("coordination_target", p.CoordinationTarget, 0, weekMinutes)
	c.optionalWithin("preparation_target", p.PreparationTarget, 0, weekMinutes)
	c.optionalWithin("key_worker_load", p.KeyWorkerLoad, 0, maxList)
	p.checkMemberships(&c)
	return c.wrong
}

func (p *Professional) references() []reference {
	references := []reference{{"base_place_id", "place", p.BasePlaceID}}
	for i, m := range p.Memberships {
		references = append(references, reference{indexed("memberships", i) + ".team_id", "team", m.TeamID})
	}
	return references
}

// byName is what lists of people are in order of.
func byName(first, last string) string { return last + " " + first }

var professionals = &keeper[Professional]{
	resource: ResourceProfessional,
	sort: func(rows []Professional) {
		SortFrench(rows, func(p *Professional) string { return byName(p.FirstName, p.LastName) })
	},
	// A person is of the teams the record names, which is the one being written.
	within: func(_ context.Context, r reach, row *Professional) (bool, error) {
		return r.scope >= ScopeTeam && slices.ContainsFunc(row.Memberships, func(m Membership) bool { return r.actor.answersFor(m.TeamID) }), nil
	},
	visible: func(_ context.Context, r reach, list *bun.SelectQuery) (*bun.SelectQuery, error) {
		return list.Where("id = ?", r.actor.ProfessionalID), nil
	},
	parts: &parts[Professional]{
		name:  "memberships",
		list:  func(row *Professional) any { return &row.Memberships },
		adopt: adoptMemberships,
		load:  loadMemberships,
		save:  saveMemberships,
	},
}

// Colleague is what everybody may know of somebody of the staff.
type Colleague struct {
	ID         string
	FirstName  string
	LastName   string
	Profession string
	JobTitle   string
}

// ListColleagues returns the staff of the facility in French order of last and first name, without hours and contracts.
func (s *Store) ListColleagues(ctx context.Context, actor Actor) ([]Colleague, error) {
	if _, err := s.allow(actor, ResourceColleague, ActionRead); err != nil {
		return nil, err
	}
	colleagues := []Colleague{}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		return tx.NewSelect().Model((*Professional)(nil)).Column("id", "first_name", "last_name", "profession", "job_title").
			Where("facility_id = ?", actor.FacilityID).Where("archived_at IS NULL").OrderExpr("id").Scan(ctx, &colleagues)
	})
	SortFrench(colleagues, func(c *Colleague) string { return byName(c.FirstName, c.LastName) })
	return colleagues, err
}

// ListProfessionals returns the professionals the actor may read, in French order of last and first name.
func (s *Store) ListProfessionals(ctx context.Context, actor Actor) ([]Professional, error) {
	return list(ctx, s, actor, professionals)
}

// CreateProfessional keeps a new professional and returns it with its id.
func (s *Store) CreateProfessional(ctx context.Context, actor Actor, row Professional) (Professional, error) {
	return create(ctx, s, actor, professionals, row)
}

// UpdateProfessional replaces a professional that still stands at row.Version.
func (s *Store) UpdateProfessional(ctx context.Context, actor Actor, row Professional) (Professional, error) {
	return update(ctx, s, actor, professionals, row)
}

// ArchiveProfessional takes a professional that still stands at version out of use.
func (s *Store) ArchiveProfessional(ctx context.Context, actor Actor, id string, version int) error {
	return archive[Professional](ctx, s, actor, professionals, id, version)
}
