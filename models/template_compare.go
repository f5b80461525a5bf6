package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// TemplateComparison is how a week's rota differs from the template it was made from.
type TemplateComparison struct {
	MadeFrom Rota // the published or archived rota of the template
	Template WeekTemplate
	Changes  []TemplateChange // in order of the new or old start
}

// TemplateChange is one occurrence that is otherwise than in the template, or stands in only one of the two.
type TemplateChange struct {
	ActivityInfo
	Activity   string
	Occurrence int
	Kind       planner.ChangeKind
	Old, New   *RotaOccurrence
	Asked      bool             // false: this week does not ask for it, as of a school in its holidays
	Breaches   []planner.Breach // of what the template has and the week has not: what stands against it
}

// CompareWithTemplate compares a rota of a week with the version of the template it was made from, else with the one in force. Without either it
// is a conflict.
func (s *Store) CompareWithTemplate(ctx context.Context, actor Actor, rotaID string) (*TemplateComparison, error) {
	if _, err := s.allow(actor, ResourceTemplate, ActionRead); err != nil {
		return nil, err
	}
	var comparison *TemplateComparison
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		state, err := s.loadRota(ctx, tx, actor, rotaID)
		if err != nil {
			return err
		}
		base := state.week.house.MadeFrom
		if state.rota.MadeFromID != nil {
			base = &Rota{ID: *state.rota.MadeFromID}
			if err := tx.NewSelect().Model(base).WherePK().Scan(ctx); err != nil {
				return notFoundOr(ResourceRota, err)
			}
		}
		if base == nil || base.TemplateID == nil {
			return Conflict("week.no_template", nil)
		}
		comparison = &TemplateComparison{MadeFrom: *base}
		if err := tx.NewSelect().Model(&comparison.Template).Where("id = ?", *base.TemplateID).Scan(ctx); err != nil {
			return err
		}
		var template []RotaOccurrence
		if err := occurrencesOf(tx, &template, base.ID).Scan(ctx); err != nil {
			return err
		}
		comparison.Changes = state.changesSince(template)
		return nil
	})
	return comparison, err
}

// changesSince returns how the rota differs from occurrences of a template.
func (r *rotaState) changesSince(template []RotaOccurrence) []TemplateChange {
	was, is, infos := byRef(template), byKnown(r.occurrences), r.week.house.Activities()
	board := planner.NewBoard(r.week.model, r.week.plan(r.occurrences))
	changes := []TemplateChange{}
	for _, difference := range planner.Diff(planOf(template), planOf(asKnown(r.occurrences))) {
		ref := difference.Ref()
		change := TemplateChange{
			ActivityInfo: infos[ref.Activity], Activity: ref.Activity, Occurrence: ref.Occurrence, Kind: difference.Kind,
			Old: was[ref], New: is[ref], Asked: r.week.asks(ref), Breaches: []planner.Breach{},
		}
		if change.New == nil && change.Asked {
			change.Breaches = append(change.Breaches, board.Check(planned(change.Old))...)
		}
		changes = append(changes, change)
	}
	slices.SortStableFunc(changes, func(one, other TemplateChange) int { return one.start() - other.start() })
	return changes
}

func (c *TemplateChange) start() int {
	if c.New != nil {
		return c.New.Start
	}
	return c.Old.Start
}
