package handlers

import "github.com/maillage-dime/maillage/models"

// goalRecords registers the goals kept by name for proposals.
func (a *API) goalRecords() {
	registerRecords(a, recordKind[models.GoalProfile, GoalProfileFields, goalProfileRecordJSON, goalProfileInputJSON]{
		"goal_profile", "GoalProfile", "GoalProfiles", a.Store.GoalProfiles(), encodeGoalProfile, decodeGoalProfile,
		func(head RecordHead, fields GoalProfileFields) goalProfileRecordJSON {
			return goalProfileRecordJSON{head, fields}
		},
		func(input *goalProfileInputJSON) (int, *GoalProfileFields) {
			return input.Version, &input.GoalProfileFields
		},
	})
}

func encodeGoalProfile(profile *models.GoalProfile) GoalProfileFields {
	return GoalProfileFields{Name: plainLine(profile.Name), Goals: goalsJSON(profile.Goals)}
}

func decodeGoalProfile(fields *GoalProfileFields) models.GoalProfile {
	return models.GoalProfile{Name: string(fields.Name), Goals: decodeGoals(&fields.Goals)}
}
