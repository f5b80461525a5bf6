package models

import (
	"slices"
	"strings"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// GoalProfile is what proposals shall care for, kept by name for the whole house.
type GoalProfile struct {
	bun.BaseModel `bun:"table:goal_profile"`
	Record

	Name  string        `bun:"name,notnull"`
	Goals planner.Goals `bun:"goals,notnull"`
}

// Validate returns everything that is wrong with the profile's values.
func (p *GoalProfile) Validate() []FieldError {
	var c fieldChecks
	c.filled("name", p.Name, maxName)
	c.goals("goals", &p.Goals)
	return c.wrong
}

func (p *GoalProfile) references() []reference { return nil }

// goals checks how far each goal goes.
func (c *fieldChecks) goals(path string, goals *planner.Goals) {
	within := func(name string, step int) { c.within(path+"."+name, step, planner.LeastGoal, planner.MostGoal) }
	within("same_faces", goals.SameFaces)
	within("few_trips", goals.FewTrips)
	within("balanced_days", goals.BalancedDays)
	within("wished_hours", goals.WishedHours)
	within("few_changes", goals.FewChanges)
}

var goalProfiles = &keeper[GoalProfile]{
	resource: ResourceGoalProfile,
	sort: func(rows []GoalProfile) {
		slices.SortStableFunc(rows, func(a, b GoalProfile) int { return strings.Compare(a.Name, b.Name) })
	},
	apart: true,
}
