package handlers

import (
	"context"
	"maps"
	"slices"

	"github.com/maillage-dime/maillage/handlers/httpapi"
	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

func (a *API) readRota(ctx context.Context, who caller, input *readRotaInput) (*httpapi.Conditional[rotaJSON], error) {
	view, err := a.Store.ReadRota(ctx, who.actor, string(input.ID))
	if err != nil {
		return nil, err
	}
	rota, err := a.rota(ctx, who, view)
	if err != nil {
		return nil, err
	}
	return cached(rota, input.IfNoneMatch)
}

func (a *API) readUnplanned(ctx context.Context, who caller, input *RotaPath) (*answer[unplannedListJSON], error) {
	reasons, err := a.Store.Reasons(ctx, who.actor, string(input.ID))
	if err != nil {
		return nil, err
	}
	return answerWith(unplannedListJSON{Unplanned: each(reasons, func(left *models.LeftOut) unplannedJSON {
		return unplannedJSON{
			Activity: left.Activity, Occurrence: left.Occurrence, Reasons: list(left.Reasons), Was: encodeOldRow(left.Was), Against: list(left.Against),
		}
	})}), nil
}

func (a *API) changeRota(ctx context.Context, who caller, input *rotaBody[changeRotaJSON]) (*answer[rotaJSON], error) {
	operations := each(input.Body.Operations, decodeOperation)
	if input.Body.Keep {
		return a.answerRota(ctx, who)(a.Store.ApplyAllTheSame(ctx, who.actor, string(input.ID), input.Body.Revision, operations, string(input.Body.Reason)))
	}
	return a.answerRota(ctx, who)(a.Store.ApplyOperations(ctx, who.actor, string(input.ID), input.Body.Revision, operations))
}

func (a *API) undoRota(ctx context.Context, who caller, input *rotaBody[undoJSON]) (*answer[rotaJSON], error) {
	return a.answerRota(ctx, who)(a.Store.Undo(ctx, who.actor, string(input.ID), input.Body.Revision, input.Body.LetGo))
}

func (a *API) redoRota(ctx context.Context, who caller, input *rotaBody[revisionJSON]) (*answer[rotaJSON], error) {
	return a.answerRota(ctx, who)(a.Store.Redo(ctx, who.actor, string(input.ID), input.Body.Revision))
}

func (a *API) deleteDraft(ctx context.Context, who caller, input *RotaPath) (*nothing, error) {
	return nil, a.Store.DeleteDraft(ctx, who.actor, string(input.ID))
}

func (a *API) checkMove(ctx context.Context, who caller, input *rotaBody[checkMoveJSON]) (*answer[checkedMoveJSON], error) {
	checked, err := a.Store.CheckOperation(ctx, who.actor, string(input.ID), decodeOperation(&input.Body.Operation))
	if err != nil {
		return nil, err
	}
	return answerWith(encodeChecked(&checked)), nil
}

func (a *API) readOptions(ctx context.Context, who caller, input *rotaBody[askOptionsJSON]) (*answer[optionsJSON], error) {
	ref := planner.Ref{Activity: string(input.Body.Activity), Occurrence: input.Body.Occurrence}
	rows, err := a.Store.Options(ctx, who.actor, string(input.ID), ref, input.Body.Seat)
	if err != nil {
		return nil, err
	}
	return answerWith(optionsJSON{Rows: each(rows, func(row *models.OptionRow) optionRowJSON {
		return optionRowJSON{Professional: row.Professional, Starts: list(row.Starts), Reason: row.Reason}
	})}), nil
}

// rota encodes a view with the name of its rota.
func (a *API) rota(ctx context.Context, who caller, view *models.RotaView) (rotaJSON, error) {
	summary, err := a.summary(ctx, who, view.Rota)
	if err != nil {
		return rotaJSON{}, err
	}
	return encodeRota(view, summary, who.actor), nil
}

// answerRota answers with what a change of a rota returned.
func (a *API) answerRota(ctx context.Context, who caller) func(*models.RotaView, error) (*answer[rotaJSON], error) {
	return func(view *models.RotaView, err error) (*answer[rotaJSON], error) {
		if err != nil {
			return nil, err
		}
		rota, err := a.rota(ctx, who, view)
		if err != nil {
			return nil, err
		}
		return answerWith(rota), nil
	}
}

func decodeOperation(operation *operationJSON) models.Operation {
	decoded := models.Operation{
		Kind: models.OperationKind(operation.Kind), Activity: string(operation.Activity), Occurrence: operation.Occurrence,
		Start: operation.Start, Staff: texts(operation.Staff), Attendees: texts(operation.Attendees),
		Place: optionalText(operation.Place), Room: optionalText(operation.Room), Length: operation.Length, Children: texts(operation.Children),
	}
	if operation.Into != nil {
		decoded.Into = &planner.Ref{Activity: string(operation.Into.Activity), Occurrence: operation.Into.Occurrence}
	}
	return decoded
}

func encodeChecked(checked *models.Checked) checkedMoveJSON {
	row := &checked.Occurrence
	planned := occurrenceOf(row)
	travel := []legJSON{}
	for _, professional := range slices.Sorted(maps.Keys(checked.TravelBefore)) {
		travel = append(travel, legJSON{Professional: professional, Minutes: checked.TravelBefore[professional]})
	}
	return checkedMoveJSON{
		Occurrence: encodePlanned(&planned, row.Locked), Breaches: list(checked.Breaches), Travel: travel,
	}
}
