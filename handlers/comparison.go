package handlers

import (
	"context"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

func (a *API) compareRotas(ctx context.Context, who caller, input *compareInput) (*answer[comparisonJSON], error) {
	comparison, err := a.Store.CompareRotas(ctx, who.actor, string(input.ID), string(input.With))
	if err != nil {
		return nil, err
	}
	summaries, err := a.Store.Summaries(ctx, who.actor, comparison.Base.Rota, comparison.Other.Rota)
	if err != nil {
		return nil, err
	}
	return answerWith(comparisonJSON{
		Base:  comparedJSON{Summary: encodeSummary(&summaries[0]), Indicators: encodeIndicators(&comparison.Base.Indicators)},
		Other: comparedJSON{Summary: encodeSummary(&summaries[1]), Indicators: encodeIndicators(&comparison.Other.Indicators)},
		Differences: each(comparison.Differences, func(d *models.RotaDifference) differenceJSON {
			return differenceJSON{
				Activity: d.Activity, Occurrence: d.Occurrence, Kind: string(d.Kind), Base: encodeRow(d.Base), Other: encodeRow(d.Other), Asked: d.Asked,
			}
		}),
	}), nil
}

func (a *API) takeDifferences(ctx context.Context, who caller, input *rotaBody[takeJSON]) (*answer[takenJSON], error) {
	refs := each(input.Body.Differences, func(ref *occurrenceNameJSON) planner.Ref {
		return planner.Ref{Activity: string(ref.Activity), Occurrence: ref.Occurrence}
	})
	taking, err := a.Store.TakeDifferences(ctx, who.actor, string(input.ID), input.Body.Revision, string(input.Body.From), refs)
	if err != nil {
		return nil, err
	}
	rota, err := a.rota(ctx, who, taking.View)
	if err != nil {
		return nil, err
	}
	return answerWith(takenJSON{Rota: rota, Taken: taking.Taken, Left: each(taking.Left, func(left *models.LeftBehind) leftBehindJSON {
		return leftBehindJSON{Activity: left.Activity, Occurrence: left.Occurrence, Breaches: list(left.Breaches)}
	})}), nil
}

func encodeIndicators(i *models.Indicators) indicatorsJSON { return indicatorsJSON(*i) }

// encodeRow is an occurrence of a rota, or nothing where there is none.
func encodeRow(row *models.RotaOccurrence) *plannedJSON {
	if row == nil {
		return nil
	}
	o := occurrenceOf(row)
	return new(encodePlanned(&o, row.Locked))
}
