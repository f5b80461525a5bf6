package handlers

import (
	"context"

	"github.com/maillage-dime/maillage/models"
)

// AbsencePath names an absence.
type AbsencePath struct {
	ID identifier `path:"id"`
}

type absenceImpactJSON struct {
	Weeks []impactWeekJSON `json:"weeks" doc:"By week; of each the published rota first, then drafts."`
	Hits  int              `json:"hits" doc:"Occurrences hit in published rotas."`
}

type impactWeekJSON struct {
	Week string          `json:"week" example:"2026-W48"`
	Rota rotaSummaryJSON `json:"rota"`
	Hits []impactHitJSON `json:"hits"`
}

type impactHitJSON struct {
	Activity   string   `json:"activity"`
	Occurrence int      `json:"occurrence"`
	Kind       string   `json:"kind" enum:"session,duty,meeting,protected,support"`
	Label      string   `json:"label"`
	Children   []string `json:"children"`
	Start      int      `json:"start" doc:"Minutes after Monday 00:00, local."`
	End        int      `json:"end"`
	Staff      []string `json:"staff"`
	Place      *string  `json:"place"`
}

func (a *API) absenceImpact(ctx context.Context, who caller, input *AbsencePath) (*answer[absenceImpactJSON], error) {
	weeks, err := a.Store.AbsenceImpact(ctx, who.actor, string(input.ID))
	if err != nil {
		return nil, err
	}
	encoded := absenceImpactJSON{Weeks: []impactWeekJSON{}}
	for i := range weeks {
		summary, err := a.summary(ctx, who, weeks[i].Rota)
		if err != nil {
			return nil, err
		}
		if weeks[i].Rota.State == models.RotaPublished {
			encoded.Hits += len(weeks[i].Hits)
		}
		encoded.Weeks = append(encoded.Weeks, impactWeekJSON{Week: weeks[i].Week.String(), Rota: summary, Hits: each(weeks[i].Hits, encodeHit)})
	}
	return answerWith(encoded), nil
}

func encodeHit(hit *models.ImpactHit) impactHitJSON {
	return impactHitJSON{
		Activity: hit.ActivityID, Occurrence: hit.Occurrence, Kind: hit.Kind, Label: hit.Label, Children: list(hit.ChildIDs), Start: hit.Start, End: hit.End,
		Staff: list(hit.Staff), Place: hit.PlaceID,
	}
}
