package models

import (
	"context"
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
	c.optionalReference("unit_id", t.UnitID)
	return c.wrong
}

func (t *Team) references() []reference {
	return append(referencesTo(modalityTable, "modalities", t.Modalities), optionalReferenceTo("service_unit", "unit_id", t.UnitID)...)
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
			err = stillUsed("membership")
		}
		return err
	},
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
