package handlers

import (
	"github.com/danielgtaylor/huma/v2"

	"github.com/maillage-dime/maillage/planner"
)

// planCodes are all codes of the planner, in its order. The OpenAPI document declares them, so that no dictionary forgets one.
var planCodes = []planner.Code{
	planner.CodeUnknownID, planner.CodeRepeated, planner.CodeOffGrid, planner.CodeOutsideHorizon, planner.CodeSeatsNotFilled,
	planner.CodeNotEligible, planner.CodeTeamRule, planner.CodeNotOptional, planner.CodeNotAvailable, planner.CodeProfessionalBusy,
	planner.CodeTravel, planner.CodeBaseTravel, planner.CodeLunch, planner.CodeDaySpan, planner.CodeDayWork, planner.CodeRest,
	planner.CodeWeekWork, planner.CodeWeekDays, planner.CodeChildNotAvailable, planner.CodeChildBusy, planner.CodeRoomUnsuitable,
	planner.CodeRoomClosed, planner.CodeRoomBusy, planner.CodeMinGapDays, planner.CodeOutsideWindows, planner.CodePlaceNotAllowed,
	planner.CodePinned, planner.CodeNobodyEligible, planner.CodeNoOption, planner.CodePossible,
}

// declareCodes names the codes in the schemas of breaches and reasons.
func declareCodes(registry huma.Registry) {
	values := make([]any, len(planCodes))
	for i, code := range planCodes {
		values[i] = string(code)
	}
	for _, name := range []string{"Breach", "Reason"} {
		registry.Map()[name].Properties["code"].Enum = values
	}
}
