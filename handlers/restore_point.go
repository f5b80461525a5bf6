package handlers

import (
	"context"
	"time"

	"github.com/maillage-dime/maillage/models"
)

type restorePointJSON struct {
	ID        string    `json:"id"`
	Name      string    `json:"name"`
	Author    *string   `json:"author"`
	CreatedAt time.Time `json:"created_at"`
	Changes   int       `json:"changes" doc:"Occurrences that would be otherwise than they are now."`
}

type restorePointsJSON struct {
	Points []restorePointJSON `json:"points" doc:"The latest first."`
}

type keepRestorePointJSON struct {
	Name string `json:"name" minLength:"1" maxLength:"200"`
}

// RestorePointPath names a restore point of a rota.
type RestorePointPath struct {
	RotaPath
	Point identifier `path:"point"`
}

type restorePointBody[T any] struct {
	RestorePointPath
	Body T
}

func (a *API) listRestorePoints(ctx context.Context, who caller, input *RotaPath) (*answer[restorePointsJSON], error) {
	points, err := a.Store.ListRestorePoints(ctx, who.actor, string(input.ID))
	if err != nil {
		return nil, err
	}
	return answerWith(restorePointsJSON{Points: each(points, func(point *models.ShownRestorePoint) restorePointJSON {
		return restorePointJSON{ID: point.ID, Name: point.Name, Author: point.Author, CreatedAt: point.CreatedAt.UTC(), Changes: point.Changes}
	})}), nil
}

func (a *API) keepRestorePoint(ctx context.Context, who caller, input *rotaBody[keepRestorePointJSON]) (*nothing, error) {
	_, err := a.Store.KeepRestorePoint(ctx, who.actor, string(input.ID), input.Body.Name)
	return nil, err
}

func (a *API) returnToRestorePoint(ctx context.Context, who caller, input *restorePointBody[revisionJSON]) (*answer[rotaJSON], error) {
	return a.answerRota(ctx, who)(a.Store.ReturnTo(ctx, who.actor, string(input.ID), input.Body.Revision, string(input.Point)))
}

func (a *API) dropRestorePoint(ctx context.Context, who caller, input *RestorePointPath) (*nothing, error) {
	return nil, a.Store.DropRestorePoint(ctx, who.actor, string(input.ID), string(input.Point))
}
