package handlers

import (
	"context"
	"errors"

	"github.com/maillage-dime/maillage/handlers/httpapi"
	"github.com/maillage-dime/maillage/models"
)

// openingInput is a week, and which of its rotas is preferred.
type openingInput struct {
	WeekPath
	UnlessSame
	Rota identifier `query:"rota" doc:"The rota of the week to open with, an old version of it too; where the week has no such rota, it is left out of account."`
}

// openingJSON is all that a week opens with, in one answer: the browser need not wait for the week to ask for the rota.
type openingJSON struct {
	Week weekJSON  `json:"week"`
	Rota *rotaJSON `json:"rota" doc:"The one asked for; else the newest draft for those who edit rotas, what is published for the others. Null: there is none."`
}

func (a *API) openWeek(ctx context.Context, who caller, input *openingInput) (*httpapi.Conditional[openingJSON], error) {
	overview, encoded, err := a.week(ctx, who, input.Week)
	if err != nil {
		return nil, err
	}
	opening := openingJSON{Week: encoded}
	view, err := a.openingRota(ctx, who, overview, string(input.Rota))
	if err != nil {
		return nil, err
	}
	if view != nil {
		rota, err := a.rota(ctx, who, view)
		if err != nil {
			return nil, err
		}
		opening.Rota = &rota
	}
	return cached(opening, input.IfNoneMatch)
}

// openingRota reads the rota that a week opens with; nil where it has none.
func (a *API) openingRota(ctx context.Context, who caller, overview *models.WeekOverview, wanted string) (*models.RotaView, error) {
	if wanted != "" {
		view, err := a.Store.ReadRota(ctx, who.actor, wanted)
		if err == nil && view.Rota.Week == overview.Week.String() && view.Rota.TemplateID == nil {
			return view, nil
		}
		if refusal, ok := errors.AsType[*models.Error](err); err != nil && (!ok || refusal.Code != models.CodeNotFound) {
			return nil, err
		}
	}
	opens := opensWith(who.actor, overview.Drafts, overview.Published)
	if opens == nil {
		return nil, nil
	}
	return a.Store.ReadRota(ctx, who.actor, opens.ID)
}

// opensWith chooses among the rotas of a week or of a template, drafts newest first: who edits goes on with the newest draft.
func opensWith(actor models.Actor, drafts []models.Rota, published *models.Rota) *models.Rota {
	if len(drafts) > 0 && models.Allowed(actor, models.ResourceDraft, models.ActionChange) > models.ScopeNone {
		return &drafts[0]
	}
	return published
}
