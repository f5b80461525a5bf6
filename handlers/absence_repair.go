package handlers

import (
	"context"

	"github.com/maillage-dime/maillage/models"
)

func (a *API) proposeRepair(ctx context.Context, who caller, input *proposeRepairInput) (*answer[repairJSON], error) {
	week, err := models.ParseWeek(input.Body.Week)
	if err != nil {
		return nil, err
	}
	repair, err := a.Store.ProposeRepair(ctx, who.actor, string(input.ID), week, each(input.Body.Choices, decodeOperation))
	if err != nil {
		return nil, err
	}
	summary, err := a.summary(ctx, who, repair.Published)
	if err != nil {
		return nil, err
	}
	return answerWith(repairJSON{Week: repair.Week.String(), Published: summary, Lines: each(repair.Lines, encodeRepairLine)}), nil
}

func (a *API) applyRepair(ctx context.Context, who caller, input *applyRepairInput) (*answer[rotaSummaryJSON], error) {
	week, err := models.ParseWeek(input.Week)
	if err != nil {
		return nil, err
	}
	rota, err := a.Store.ApplyRepair(ctx, who.actor, week, string(input.Body.Published), each(input.Body.Operations, decodeOperation),
		each(input.Body.Cancelled, decodeCancellation)...)
	if err != nil {
		return nil, err
	}
	summary, err := a.summary(ctx, who, rota)
	if err != nil {
		return nil, err
	}
	return answerWith(summary), nil
}

func encodeRepairLine(line *models.RepairLine) repairLineJSON {
	encoded := repairLineJSON{
		Hit: encodeHit(&line.ImpactHit), Room: line.RoomID, Fixed: line.Fixed,
		Proposals: each(line.Proposals, func(proposal *models.RepairProposal) repairProposalJSON {
			return repairProposalJSON{Kind: string(proposal.Kind), Way: encodeWay(&proposal.RotaWay)}
		}),
		Join:    each(line.Join, encodeJoining),
		Reasons: list(line.Reasons),
	}
	if line.Joined != nil {
		encoded.Joined = new(encodeJoining(line.Joined))
	}
	if line.After != nil {
		o := occurrenceOf(line.After)
		after := encodePlanned(&o, line.After.Locked)
		encoded.After = &after
	}
	return encoded
}

func encodeJoining(group *models.RepairJoining) joiningJSON {
	return joiningJSON{
		Activity: group.Activity, Occurrence: group.Occurrence, Label: group.Label, Start: group.Start, Staff: list(group.Staff), Place: group.Place,
	}
}

func decodeCancellation(cancelled *cancellationJSON) models.Cancellation {
	return models.Cancellation{Activity: string(cancelled.Activity), Occurrence: cancelled.Occurrence, Reason: string(cancelled.Reason)}
}
