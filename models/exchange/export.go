package exchange

import (
	"context"

	"github.com/maillage-dime/maillage/models"
)

// Export returns the whole house as a workbook, and notes in the audit trail that it was taken.
func Export(ctx context.Context, store *models.Store, actor models.Actor) ([]byte, error) {
	if err := store.NoteExport(ctx, actor); err != nil {
		return nil, err
	}
	house, err := ReadHouse(ctx, store, actor)
	if err != nil {
		return nil, err
	}
	return Workbook(house)
}

// EmptyWorkbook returns the workbook to be filled in, with the modalities of the house in its lists.
func EmptyWorkbook(ctx context.Context, store *models.Store, actor models.Actor) ([]byte, error) {
	house := &House{}
	r := listing{ctx: ctx, actor: actor}
	house.Modalities, house.Units = listed(&r, store.Modalities()), listed(&r, store.Units())
	if r.err != nil {
		return nil, r.err
	}
	return Model(house)
}

// ListFile returns the records of one sheet that the actor may read as CSV.
func ListFile(ctx context.Context, store *models.Store, actor models.Actor, sheet string) ([]byte, error) {
	t := tableOf(sheet)
	if models.Allowed(actor, t.about().Resource, models.ActionRead) == models.ScopeNone {
		return nil, models.Forbidden()
	}
	house, err := ReadHouse(ctx, store, actor)
	if err != nil {
		return nil, err
	}
	return List(house, sheet), nil
}
