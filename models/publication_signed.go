package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/law"
)

// OpenConflict is a conflict of a draft that is published when somebody signs for it.
type OpenConflict struct {
	ConflictKey
	Breaches []planner.Breach // what it says: one rule may be broken for several children of a group
	Kept     *ShownKept       // nil where nobody kept it: the records moved under the draft
}

// SignedConflict is why a publication has a conflict: one reason for one [OpenConflict].
type SignedConflict struct {
	ConflictKey
	Reason string
}

// sortConflicts divides what a draft breaks into what refuses its publication and what may be signed for, the rule of the house first. What a
// finding of the house's own rule asks a signature for already is in neither, and returned last. Nobody signs for somebody who is away, or for a
// day the house is closed. An ordinary week has no conflicts at all: they are agreed on for one week.
func (r *rotaState) sortConflicts(breaches []planner.Breach, findings []law.Finding) (refusing []planner.Breach, open []OpenConflict, under []planner.Breach) {
	standing := byRef(r.week.withFixed(r.rota.ID, r.occurrences))
	for i := range breaches {
		b := &breaches[i]
		hindered := r.week.hindered(b.Code, standing[planner.Ref{Activity: b.Activity, Occurrence: b.Occurrence}])
		switch {
		case !keepable[b.Code] || hindered || r.rota.TemplateID != nil:
			refusing = append(refusing, *b)
		case b.Code == planner.CodeTeamRule && slices.ContainsFunc(findings, func(f law.Finding) bool { return f.Rule == RuleOutsideTeam && f.Person == b.Professional }):
			under = append(under, *b)
		default:
			open = withBreach(open, b)
		}
	}
	slices.SortStableFunc(open, func(one, other OpenConflict) int { return one.rank() - other.rank() })
	return refusing, open, under
}

func withBreach(open []OpenConflict, b *planner.Breach) []OpenConflict {
	key := conflictOf(b)
	if at := slices.IndexFunc(open, func(c OpenConflict) bool { return c.ConflictKey == key }); at >= 0 {
		open[at].Breaches = append(open[at].Breaches, *b)
		return open
	}
	return append(open, OpenConflict{ConflictKey: key, Breaches: []planner.Breach{*b}})
}

// rank puts the rule of the house before all others.
func (c *OpenConflict) rank() int {
	if c.Code == planner.CodeTeamRule {
		return 0
	}
	return 1
}

// nameKept fills in who kept the conflicts.
func (r *rotaState) nameKept(ctx context.Context, tx bun.IDB, open []OpenConflict) error {
	if len(open) == 0 {
		return nil
	}
	kept, err := keptIn(ctx, tx, r.rota.ID)
	if err != nil {
		return err
	}
	shown, err := nameKeepers(ctx, tx, kept)
	for i := range open {
		at := slices.IndexFunc(shown, func(k ShownKept) bool { return k.about(&open[i].Breaches[0]) })
		if at >= 0 {
			open[i].Kept = &shown[at]
		}
	}
	return err
}

// signConflicts checks that every conflict has a reason, that no reason is about something else, and returns the rows that say so.
func (r *rotaState) signConflicts(open []OpenConflict, reasons []SignedConflict, actor Actor, now time.Time) ([]KeptConflict, error) {
	var checks fieldChecks
	checks.size("conflicts", len(reasons))
	given := make(map[ConflictKey]string, len(reasons))
	for i, reason := range reasons {
		if !slices.ContainsFunc(open, func(c OpenConflict) bool { return c.ConflictKey == reason.ConflictKey }) {
			checks.add(indexed("conflicts", i), "unknown_value", nil)
			continue
		}
		checks.filled(indexed("conflicts", i)+".reason", reason.Reason, maxLine)
		given[reason.ConflictKey] = reason.Reason
	}
	rows := make([]KeptConflict, 0, len(open))
	for i := range open {
		conflict := &open[i]
		reason, there := given[conflict.ConflictKey]
		if !there {
			checks.add("conflicts", "reason_required", map[string]any{
				"code": string(conflict.Code), "activity": conflict.ActivityID, "occurrence": conflict.Occurrence,
			})
		}
		rows = append(rows, r.signed(conflict.ConflictKey, conflict.Kept, reason, actor, now))
	}
	return rows, checks.error()
}

// signed returns the row of a conflict that somebody signs for. Who kept it stays known beside who signs.
func (r *rotaState) signed(key ConflictKey, kept *ShownKept, reason string, actor Actor, now time.Time) KeptConflict {
	row := KeptConflict{RotaID: r.rota.ID, ConflictKey: key, AccountID: actor.AccountID, KeptAt: now}
	if kept != nil {
		row.AccountID, row.KeptAt = kept.AccountID, kept.KeptAt
	}
	row.Reason, row.SignedAt = reason, &now
	if actor.AccountID != "" {
		row.SignerID = &actor.AccountID
	}
	return row
}

// signedUnder returns the rows of conflicts that the reason of a finding is for.
func (r *rotaState) signedUnder(under []planner.Breach, signed []SignedFinding, actor Actor, now time.Time) []KeptConflict {
	var open []OpenConflict
	for i := range under {
		open = withBreach(open, &under[i])
	}
	rows := make([]KeptConflict, 0, len(open))
	for i := range open {
		at := slices.IndexFunc(signed, func(s SignedFinding) bool {
			return s.Rule == string(RuleOutsideTeam) && s.ProfessionalID == open[i].ProfessionalID
		})
		rows = append(rows, r.signed(open[i].ConflictKey, nil, signed[at].Reason, actor, now))
	}
	return rows
}

// keepOnly writes what is signed for as all that is kept in the rota.
func (r *rotaState) keepOnly(ctx context.Context, tx bun.IDB, rows []KeptConflict) error {
	if _, err := tx.NewDelete().Model((*KeptConflict)(nil)).Where("rota_id = ?", r.rota.ID).Exec(ctx); err != nil {
		return err
	}
	return writeKept(ctx, tx, rows)
}
