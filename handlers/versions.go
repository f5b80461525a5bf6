package handlers

import (
	"context"

	"github.com/maillage-dime/maillage/models"
)

type versionsJSON struct {
	Versions []versionJSON `json:"versions" doc:"The latest first, at most fifty."`
}

type versionJSON struct {
	Summary   rotaSummaryJSON `json:"summary"`
	Publisher *string         `json:"publisher" doc:"Name of the account; null when it is gone."`
	Note      string          `json:"note" doc:"What was told to those concerned."`
	Changes   int             `json:"changes" doc:"Occurrences that differ from the version before; of the first, all of them."`
	Concerned int             `json:"concerned" doc:"People whose week it changed."`
	Signed    []signedJSON    `json:"signed" doc:"Findings of the working-time law it was signed for."`
	Conflicts []keptJSON      `json:"conflicts" doc:"Conflicts it was signed for."`
}

func (a *API) listVersions(ctx context.Context, who caller, input *WeekPath) (*answer[versionsJSON], error) {
	week, err := models.ParseWeek(input.Week)
	if err != nil {
		return nil, err
	}
	versions, err := a.Store.Versions(ctx, who.actor, week)
	if err != nil {
		return nil, err
	}
	rotas := each(versions, func(version *models.Version) models.Rota { return version.Rota })
	summaries, err := a.Store.Summaries(ctx, who.actor, rotas...)
	if err != nil {
		return nil, err
	}
	encoded := versionsJSON{Versions: make([]versionJSON, len(versions))}
	for i := range versions {
		encoded.Versions[i] = versionJSON{
			Summary: encodeSummary(&summaries[i]), Publisher: notEmpty(versions[i].Publisher), Note: versions[i].Rota.Note,
			Changes: versions[i].Changes, Concerned: versions[i].Concerned,
			Signed: each(versions[i].Findings, encodeSigned), Conflicts: each(versions[i].Conflicts, encodeKept),
		}
	}
	return answerWith(encoded), nil
}
