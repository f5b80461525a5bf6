package handlers

import (
	"github.com/danielgtaylor/huma/v2"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/law"
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

// declareCodes names the codes in the schemas of breaches and reasons, and what findings of the working-time law are about.
func declareCodes(registry huma.Registry) {
	values := make([]any, len(planCodes))
	for i, code := range planCodes {
		values[i] = string(code)
	}
	for _, name := range []string{"Breach", "Reason"} {
		registry.Map()[name].Properties["code"].Enum = values
	}
	finding := registry.Map()["Finding"].Properties
	for i := range law.Rules {
		finding["rule"].Enum = append(finding["rule"].Enum, string(law.Rules[i].Code))
	}
	finding["rule"].Enum = append(finding["rule"].Enum, string(models.RuleOutsideTeam))
	finding["severity"].Enum = []any{string(law.Legal), string(law.Consent), string(law.House)}
	finding["unit"].Enum = []any{string(law.Minutes), string(law.Days), string(law.WorkingDays), string(law.HalfDays), string(law.Count)}
}
