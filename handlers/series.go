package handlers

import (
	"context"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

func (a *API) previewSeries(ctx context.Context, who caller, input *OccurrenceInput) (*answer[seriesPreviewJSON], error) {
	preview, err := a.Store.PreviewSeries(ctx, who.actor, string(input.ID), input.ref())
	if err != nil {
		return nil, err
	}
	return answerWith(seriesPreviewJSON{
		Template: *encodeTemplateName(&preview.Template, nil), Old: encodeOldRow(preview.Old), New: encodeOldRow(preview.New), Same: preview.Same,
		Ways: each(preview.Ways, encodeSeriesWay),
	}), nil
}

func (a *API) changeSeries(ctx context.Context, who caller, input *rotaBody[changeSeriesJSON]) (*answer[seriesJSON], error) {
	ref := planner.Ref{Activity: string(input.Body.Activity), Occurrence: input.Body.Occurrence}
	outcome, err := a.Store.ChangeSeries(ctx, who.actor, string(input.ID), ref, models.SeriesScope(input.Body.Scope))
	if err != nil {
		return nil, err
	}
	if outcome.Published {
		a.Wake()
	}
	summary, err := a.summary(ctx, who, outcome.Rota)
	if err != nil {
		return nil, err
	}
	encoded := seriesJSON{Way: encodeSeriesWay(&outcome.SeriesWay), Rota: summary, Version: outcome.Template.Version, NewDraft: outcome.NewDraft}
	if outcome.Replaced != nil {
		encoded.Replaced = &outcome.Replaced.ID
	}
	return answerWith(encoded), nil
}

func encodeSeriesWay(way *models.SeriesWay) seriesWayJSON {
	encoded := seriesWayJSON{
		Scope: string(way.Scope), Template: *encodeTemplateName(&way.Template, nil), Created: way.Created, Breaches: list(way.Breaches),
		Possible: way.Possible, Published: way.Published, Weeks: seriesWeeksJSON(way.Weeks),
	}
	if way.Draft != nil {
		encoded.Draft = &way.Draft.Number
	}
	return encoded
}
