package handlers

import (
	"context"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

// shownKinds are the kinds of activity in the order a state lists them in.
var shownKinds = []planner.ActivityKind{planner.Session, planner.Duty, planner.Meeting, planner.Protected, planner.Support}

func (a *API) professionalState(ctx context.Context, who caller, input *stateInput) (*answer[professionalStateJSON], error) {
	week, err := models.ParseWeek(input.Week)
	if err != nil {
		return nil, err
	}
	state, err := a.Store.ProfessionalState(ctx, who.actor, string(input.ID), week, string(input.Rota))
	if err != nil {
		return nil, err
	}
	encoded := professionalStateJSON{
		Week: week.String(), ContractMinutes: state.Contract, PlannedMinutes: state.Planned, TravelMinutes: state.Travel, DoneMinutes: state.Done,
		DirectTarget: state.Person.DirectTarget, CoordinationTarget: state.Person.CoordinationTarget,
		PreparationTarget: state.Person.PreparationTarget, KeyWorkerOf: list(state.KeyWorker), KeyWorkerLoad: state.Person.KeyWorkerLoad,
		Away: each(state.Away, func(away *models.AwaySpan) stateAwayJSON {
			return stateAwayJSON{From: away.From, To: away.To, Kind: away.Kind}
		}),
		Weeks: each(state.Weeks, encodeWeekMinutes),
	}
	encoded.Rota, encoded.Published = countedIn(state.Rota)
	for _, kind := range shownKinds {
		encoded.Kinds = append(encoded.Kinds, kindMinutesJSON{Kind: string(kind), Minutes: state.ByKind[kind]})
	}
	return answerWith(encoded), nil
}

func (a *API) childState(ctx context.Context, who caller, input *stateInput) (*answer[childStateJSON], error) {
	week, err := models.ParseWeek(input.Week)
	if err != nil {
		return nil, err
	}
	state, err := a.Store.ChildState(ctx, who.actor, string(input.ID), week, string(input.Rota))
	if err != nil {
		return nil, err
	}
	encoded := childStateJSON{
		Week: week.String(), WantedMinutes: state.WantedMinutes, PlannedMinutes: state.PlannedMinutes, Faces: state.Faces, Places: state.Places,
		Trips: state.Trips, TripMinutes: state.TripMinutes,
		Needs: each(state.Needs, func(need *models.NeedState) needStateJSON {
			return needStateJSON{
				Need: need.Need.ID, Label: need.Need.Label, Modality: need.Need.ModalityCode, Group: need.Need.GroupID, Duration: need.Need.Duration,
				WantedCount: need.WantedCount, PlannedCount: need.PlannedCount, WantedMinutes: need.WantedMinutes,
				PlannedMinutes: need.PlannedMinutes, Professionals: list(need.ProfessionalIDs), MissedWeeks: need.MissedWeeks,
			}
		}),
		Weeks: each(state.Weeks, encodeWeekMinutes),
		Windows: each(state.Windows, func(window *planner.ChildWindow) childWindowJSON {
			return childWindowJSON{From: window.From, To: window.To, Places: list(window.Places)}
		}),
	}
	encoded.Rota, encoded.Published = countedIn(state.Rota)
	return answerWith(encoded), nil
}

func encodeWeekMinutes(week *models.WeekMinutes) weekMinutesJSON {
	return weekMinutesJSON{Week: week.Week.String(), WantedMinutes: week.WantedMinutes, PlannedMinutes: week.PlannedMinutes}
}

func countedIn(rota *models.Rota) (id *string, published bool) {
	if rota == nil {
		return nil, false
	}
	return &rota.ID, rota.State == models.RotaPublished
}
