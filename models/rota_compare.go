package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// RotaComparison is how one rota of a week or a template differs from another.
type RotaComparison struct {
	Base, Other ComparedRota
	Differences []RotaDifference // in order of the other's or the base's start
}

// ComparedRota is one side of a comparison.
type ComparedRota struct {
	Rota       Rota
	Indicators Indicators
}

// RotaDifference is one occurrence that is otherwise in the other rota, or stands in only one of the two. Kind is what taking it would do to the
// base.
type RotaDifference struct {
	planner.Ref
	Kind        planner.ChangeKind
	Base, Other *RotaOccurrence
	Asked       bool // by both; of a week and a template, or of two templates, only one may ask for it, and then nothing is taken
}

// CompareRotas compares two rotas of the same week, or a rota of a template with any other. Rotas of two weeks are not found together: what is
// planned in one is no plan of the other.
func (s *Store) CompareRotas(ctx context.Context, actor Actor, baseID, otherID string) (*RotaComparison, error) {
	if _, err := s.allow(actor, ResourceDraft, ActionRead); err != nil {
		return nil, err
	}
	var comparison *RotaComparison
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		base, err := s.loadRota(ctx, tx, actor, baseID)
		if err != nil {
			return err
		}
		other, err := s.loadBeside(ctx, tx, actor, base, otherID)
		if err != nil {
			return err
		}
		comparison = &RotaComparison{Base: ComparedRota{Rota: base.rota}, Other: ComparedRota{Rota: other.rota}, Differences: base.differencesTo(other)}
		if comparison.Base.Indicators, err = base.indicators(ctx, tx); err != nil {
			return err
		}
		comparison.Other.Indicators, err = other.indicators(ctx, tx)
		return err
	})
	return comparison, err
}

// loadBeside reads another rota that can be compared with a first one.
func (s *Store) loadBeside(ctx context.Context, tx bun.IDB, actor Actor, base *rotaState, otherID string) (*rotaState, error) {
	other, err := s.loadRota(ctx, tx, actor, otherID)
	if err != nil {
		return nil, err
	}
	if base.rota.TemplateID == nil && other.rota.TemplateID == nil && base.rota.Week != other.rota.Week {
		return nil, NotFound(ResourceRota)
	}
	return other, nil
}

// bothAsk reports whether an occurrence may be in both rotas: both weeks ask for it or, of one real week, one of the rotas has it more.
func (r *rotaState) bothAsk(other *rotaState, ref planner.Ref) bool {
	known := standsFor(ref)
	if r.isException(ref.Activity) || other.isException(ref.Activity) || r.week.instead[known] != "" || other.week.instead[known] != "" {
		return r.plans(other.week.house.frame())
	}
	return r.week.asks(ref) && other.week.asks(ref)
}

// differencesTo returns how another rota differs, partner meetings aside: they are the same in both.
func (r *rotaState) differencesTo(other *rotaState) []RotaDifference {
	mine, theirs := byKnown(r.occurrences), byKnown(other.occurrences)
	differences := []RotaDifference{}
	old, fresh := asKnown(r.occurrences), asKnown(other.occurrences)
	for _, change := range withReshaped(planner.Diff(planOf(old), planOf(fresh)), old, fresh, reshapedBetween(r.exceptions, other.exceptions)) {
		difference := RotaDifference{Kind: change.Kind, Base: mine[change.Ref()], Other: theirs[change.Ref()]}
		if difference.Other != nil {
			difference.Ref = difference.Other.ref()
		} else {
			difference.Ref = difference.Base.ref()
		}
		difference.Asked = r.bothAsk(other, difference.Ref)
		differences = append(differences, difference)
	}
	slices.SortStableFunc(differences, func(one, another RotaDifference) int { return one.start() - another.start() })
	return differences
}

func (d *RotaDifference) start() int {
	if d.Other != nil {
		return d.Other.Start
	}
	return d.Base.Start
}
