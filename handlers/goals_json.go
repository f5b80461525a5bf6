package handlers

import "github.com/maillage-dime/maillage/planner"

// goalsJSON says what a proposal cares for more or less than usual. It is planner.Goals with the ends in the description.
type goalsJSON struct {
	SameFaces    int `json:"same_faces" minimum:"-2" maximum:"2" doc:"0: as usual; each step doubles or halves what it weighs."`
	FewTrips     int `json:"few_trips" minimum:"-2" maximum:"2"`
	BalancedDays int `json:"balanced_days" minimum:"-2" maximum:"2"`
	WishedHours  int `json:"wished_hours" minimum:"-2" maximum:"2"`
	FewChanges   int `json:"few_changes" minimum:"-2" maximum:"2"`
}

// decodeGoals returns the goals, those of a proposal as usual where it names none.
func decodeGoals(goals *goalsJSON) planner.Goals {
	if goals == nil {
		return planner.Goals{}
	}
	return planner.Goals(*goals)
}

// GoalProfileFields are the values of a goal profile.
type GoalProfileFields struct {
	Name  plainLine `json:"name"`
	Goals goalsJSON `json:"goals"`
}

type goalProfileRecordJSON struct {
	RecordHead
	GoalProfileFields
}

type goalProfileInputJSON struct {
	RecordVersion
	GoalProfileFields
}
