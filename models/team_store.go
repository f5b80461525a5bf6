package models

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"
)

// Validate returns everything that is wrong with the team's values.
func (t *Team) Validate() []FieldError {
	var c fieldChecks
	c.filled("code", t.Code, maxCode)
	c.filled("name", t.Name, maxName)
	oneOf(&c, "kind", t.Kind, TeamDedicated, TeamTransversal, TeamTerritorial, TeamResource)
	c.texts("modalities", t.Modalities)
	c.texts("sectors", t.Sectors)
	c.within("position", t.Position, 0, maxList)
	return c.wrong
}

func (t *Team) references() []reference {
	return referencesTo(modalityTable, "modalities", t.Modalities)
}

var teams = &keeper[Team]{
	resource: ResourceTeam,
	sort:     func(rows []Team) { byPosition(rows, func(t *Team) int { return t.Position }) },
	within: func(_ context.Context, r reach, row *Team) (bool, error) {
		return r.scope >= ScopeTeam && r.actor.answersFor(row.ID), nil
	},
	before: func(ctx context.Context, r reach, old, row *Team) error {
		if row != nil {
			return nil
		}
		used, err := r.tx.NewSelect().Table("membership").Where("team_id = ?", old.ID).
			Where("professional_id IN (SELECT id FROM professional WHERE archived_at IS NULL)").Exists(ctx)
		if err == nil && used {
			err = inUse("membership")
		}
		return err
	},
}

// ListMemberships returns who works in which team, by team and person.
func (s *Store) ListMemberships(ctx context.Context, actor Actor) ([]Membership, error) {
	if _, err := s.allow(actor, ResourceMembership, ActionRead); err != nil {
		return nil, err
	}
	memberships := []Membership{}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		return tx.NewSelect().Model(&memberships).Where("team_id IN (SELECT id FROM team WHERE facility_id = ?)", actor.FacilityID).
			OrderExpr("team_id, professional_id").Scan(ctx)
	})
	return memberships, err
}

// SetMemberships says in which teams a professional works, all of them at once. A manager changes lines of her own teams only.
func (s *Store) SetMemberships(ctx context.Context, actor Actor, professionalID string, memberships []Membership) error {
	scope, err := s.allow(actor, ResourceMembership, ActionChange)
	if err != nil {
		return err
	}
	for i := range memberships {
		memberships[i].ProfessionalID = professionalID
	}
	if wrong := validateMemberships(memberships); len(wrong) > 0 {
		return Invalid(wrong...)
	}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		if err := exists[Professional](ctx, tx, actor, ResourceProfessional, professionalID); err != nil {
			return err
		}
		var references []reference
		for i, m := range memberships {
			references = append(references, reference{indexed("memberships", i) + ".team_id", "team", m.TeamID})
		}
		if err := checkReferences(ctx, tx, actor.FacilityID, references); err != nil {
			return err
		}
		var old []Membership
		if err := tx.NewSelect().Model(&old).Where("professional_id = ?", professionalID).Scan(ctx); err != nil {
			return err
		}
		changed := difference(old, memberships)
		if !actor.wholeFacility(scope) && slices.ContainsFunc(changed, func(m Membership) bool { return !actor.answersFor(m.TeamID) }) {
			return NotFound(ResourceMembership)
		}
		return s.replaceMemberships(ctx, tx, now, actor, professionalID, memberships, changed)
	})
}

func (s *Store) replaceMemberships(
	ctx context.Context, tx bun.Tx, now time.Time, actor Actor, professionalID string, memberships, changed []Membership,
) error {
	if len(changed) == 0 {
		return nil
	}
	if _, err := tx.NewDelete().Model((*Membership)(nil)).Where("professional_id = ?", professionalID).Exec(ctx); err != nil {
		return err
	}
	if len(memberships) > 0 {
		if _, err := tx.NewInsert().Model(&memberships).Exec(ctx); err != nil {
			return err
		}
	}
	if err := moveFacility(ctx, tx, actor.FacilityID); err != nil {
		return err
	}
	var teamIDs []string
	for _, m := range changed {
		teamIDs = append(teamIDs, m.TeamID)
	}
	slices.Sort(teamIDs)
	return record(ctx, tx, now, actor, AuditUpdate, ResourceMembership, professionalID, strings.Join(slices.Compact(teamIDs), ","))
}

// difference returns the lines that are in one of two lists only.
func difference(old, fresh []Membership) []Membership {
	var changed []Membership
	for _, pair := range [][2][]Membership{{old, fresh}, {fresh, old}} {
		for _, m := range pair[0] {
			if !slices.Contains(pair[1], m) {
				changed = append(changed, m)
			}
		}
	}
	return changed
}

func validateMemberships(memberships []Membership) []FieldError {
	var c fieldChecks
	c.size("memberships", len(memberships))
	total, mains := 0, 0
	for i, m := range memberships {
		at := indexed("memberships", i)
		c.reference(at+".team_id", m.TeamID)
		c.within(at+".share", m.Share, 1, shareOfWhole)
		if slices.ContainsFunc(memberships[:i], func(other Membership) bool { return other.TeamID == m.TeamID }) {
			c.add(at+".team_id", "repeated", nil)
		}
		total += m.Share
		if m.Main {
			mains++
		}
	}
	if total > shareOfWhole {
		c.add("memberships", "more_than_whole", map[string]any{"total": total})
	}
	if len(memberships) > 0 && mains != 1 {
		c.add("memberships", "one_main_team", nil)
	}
	return c.wrong
}

// exists answers NotFound unless the actor's facility has a record in use with this id.
func exists[T any](ctx context.Context, tx bun.IDB, actor Actor, resource Resource, id string) error {
	if !plainID(id) {
		return NotFound(resource)
	}
	there, err := tx.NewSelect().Model((*T)(nil)).Where("id = ?", id).Where("facility_id = ?", actor.FacilityID).
		Where("archived_at IS NULL").Exists(ctx)
	if err == nil && !there {
		err = NotFound(resource)
	}
	return err
}

// ListTeams returns the teams the actor may read, in their own order.
func (s *Store) ListTeams(ctx context.Context, actor Actor) ([]Team, error) {
	return list(ctx, s, actor, teams)
}

// CreateTeam keeps a new team and returns it with its id.
func (s *Store) CreateTeam(ctx context.Context, actor Actor, row Team) (Team, error) {
	return create(ctx, s, actor, teams, row)
}

// UpdateTeam replaces a team that still stands at row.Version.
func (s *Store) UpdateTeam(ctx context.Context, actor Actor, row Team) (Team, error) {
	return update(ctx, s, actor, teams, row)
}

// ArchiveTeam takes a team that still stands at version out of use.
func (s *Store) ArchiveTeam(ctx context.Context, actor Actor, id string, version int) error {
	return archive[Team](ctx, s, actor, teams, id, version)
}
