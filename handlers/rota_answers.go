package handlers

import (
	"context"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

func (a *API) explain(ctx context.Context, who caller, input *OccurrenceInput) (*answer[explanationJSON], error) {
	found, err := a.Store.Explain(ctx, who.actor, string(input.ID), input.ref())
	if err != nil {
		return nil, err
	}
	return answerWith(explanationJSON{
		Revision: found.Revision, Planned: found.Planned, LeftOut: found.LeftOut, Effects: each(found.Effects, encodeEffect), Others: found.Others,
		Weighed: each(found.Weighed, func(w *planner.Weighing) weighingJSON { return weighingJSON(*w) }),
		Ways:    each(found.Ways, encodeWay), Reasons: list(found.Reasons),
		Was: encodeOldRow(found.Was), Against: list(found.Against),
	}), nil
}

func (a *API) recommend(ctx context.Context, who caller, input *recommendInput) (*answer[waysJSON], error) {
	found, err := a.Store.Recommend(ctx, who.actor, string(input.ID), input.ref(), planner.Keep(input.Keep))
	if err != nil {
		return nil, err
	}
	return answerWith(waysJSON{Revision: found.Revision, Found: found.Found, Ways: each(found.Ways, encodeWay)}), nil
}

func (a *API) unblock(ctx context.Context, who caller, input *OccurrenceInput) (*answer[proposalsJSON], error) {
	found, err := a.Store.Unblock(ctx, who.actor, string(input.ID), input.ref())
	if err != nil {
		return nil, err
	}
	return answerWith(proposalsJSON{Revision: found.Revision, Proposals: each(found.Proposals, func(proposal *models.RotaProposal) proposalJSON {
		return proposalJSON{
			Change: proposal.Change, Effects: each(proposal.Effects, encodeEffect), Unmet: proposal.Unmet, Soft: proposal.Soft,
			Steps: each(proposal.Steps, func(step *planner.Step) proposedStepJSON {
				return proposedStepJSON{Before: encodeOld(step.Before), After: encodePlanned(&step.After, false)}
			}),
		}
	})}), nil
}

func (a *API) precheck(ctx context.Context, who caller, input *RotaPath) (*answer[precheckJSON], error) {
	found, err := a.Store.Precheck(ctx, who.actor, string(input.ID))
	if err != nil {
		return nil, err
	}
	return answerWith(precheckJSON{Revision: found.Revision, Impossible: each(found.Findings, func(f *planner.Finding) impossibleJSON {
		return impossibleJSON{
			Code: string(f.Code), Activities: list(f.Activities), Seat: f.Seat, Children: list(f.Children), Professions: list(f.Professions),
			Professionals: list(f.Professionals), Teams: list(f.Teams), Rooms: list(f.Rooms), Days: list(f.Days), Needed: f.Needed, Available: f.Available,
			ChangedBy: each(f.ChangedBy, func(party *planner.Party) string { return string(*party) }),
		}
	})}), nil
}

func encodeEffect(effect *models.Effect) effectJSON { return effectJSON(*effect) }

func encodeWay(way *models.RotaWay) wayJSON {
	o := occurrenceOf(&way.Occurrence)
	return wayJSON{
		Occurrence: encodePlanned(&o, way.Occurrence.Locked), Effects: each(way.Effects, encodeEffect), Unmet: way.Unmet, Soft: way.Soft, GivesWay: way.GivesWay,
	}
}

func encodePlanned(o *planner.Occurrence, locked bool) plannedJSON {
	return plannedJSON{
		Activity: o.Activity, Occurrence: o.Occurrence, Start: o.Start, Staff: list(o.Staff), Attendees: list(o.Attendees), Place: o.Place, Room: o.Room, Locked: locked,
	}
}
