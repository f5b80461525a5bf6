package models

import (
	"cmp"
	"context"
	"slices"

	"github.com/uptrace/bun"
)

// checkMemberships gathers what is wrong with the teams of the professional: shares beyond the contract, no main team or several.
func (p *Professional) checkMemberships(c *fieldChecks) {
	if !c.size("memberships", len(p.Memberships)) {
		return
	}
	total, mains := 0, 0
	for i, m := range p.Memberships {
		at := indexed("memberships", i)
		c.reference(at+".team_id", m.TeamID)
		c.within(at+".share", m.Share, 1, shareOfWhole)
		if slices.ContainsFunc(p.Memberships[:i], func(other Membership) bool { return other.TeamID == m.TeamID }) {
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
	if len(p.Memberships) > 0 && mains != 1 {
		c.add("memberships", "one_main_team", nil)
	}
}

// adoptMemberships gives memberships their person and order, the main team first.
func adoptMemberships(_, row *Professional) {
	row.Memberships = slices.Clone(row.Memberships)
	for i := range row.Memberships {
		row.Memberships[i].ProfessionalID = row.ID
	}
	if row.Memberships == nil {
		row.Memberships = []Membership{}
	}
	slices.SortStableFunc(row.Memberships, func(a, b Membership) int {
		if a.Main != b.Main {
			if a.Main {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.TeamID, b.TeamID)
	})
}

func loadMemberships(ctx context.Context, tx bun.IDB, rows []*Professional) error {
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	var memberships []Membership
	err := tx.NewSelect().Model(&memberships).Where("professional_id IN (?)", bun.List(ids)).OrderExpr("professional_id, main DESC, team_id").Scan(ctx)
	if err != nil {
		return err
	}
	byOwner(rows, memberships, func(p *Professional) string { return p.ID },
		func(m *Membership) string { return m.ProfessionalID }, func(p *Professional) *[]Membership { return &p.Memberships })
	return nil
}

// saveMemberships writes the teams of a professional. Who answers for some teams changes lines of those only.
func saveMemberships(ctx context.Context, r reach, old, row *Professional) error {
	var before []Membership
	if old != nil {
		before = old.Memberships
	}
	changed := membershipsChanged(before, row.Memberships)
	if !r.actor.wholeFacility(r.scope) && slices.ContainsFunc(changed, func(m Membership) bool { return !r.actor.answersFor(m.TeamID) }) {
		return outOfScope()
	}
	if _, err := r.tx.NewDelete().Model((*Membership)(nil)).Where("professional_id = ?", row.ID).Exec(ctx); err != nil {
		return err
	}
	if len(row.Memberships) == 0 {
		return nil
	}
	_, err := r.tx.NewInsert().Model(&row.Memberships).Exec(ctx)
	return err
}

// membershipsChanged returns the lines that are in one of two lists only.
func membershipsChanged(old, fresh []Membership) []Membership {
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
