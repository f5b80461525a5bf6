package models

import "slices"

// RoleSystem is the role of the program itself: jobs, the command line, the demo house. No account has it.
const RoleSystem Role = "system"

// Actor is on whose behalf a method of [Store] works. The zero Actor is nobody: every method refuses it.
type Actor struct {
	AccountID      string
	FacilityID     string
	Role           Role
	ProfessionalID string   // empty when the account is nobody of the staff
	TeamIDs        []string // the teams a manager answers for; empty: all of the facility
}

// SystemActor returns the program itself, working for one facility. The facility is empty only for work on the whole installation.
func SystemActor(facilityID string) Actor {
	return Actor{FacilityID: facilityID, Role: RoleSystem}
}

// wholeFacility reports whether a scope lets the actor touch things of the facility that belong to no team and to nobody.
func (a Actor) wholeFacility(scope Scope) bool {
	return scope == ScopeFacility || scope == ScopeTeam && len(a.TeamIDs) == 0
}

// ReachesAll reports whether the actor may do something to the things of the facility that belong to no team and to nobody.
func (a Actor) ReachesAll(resource Resource, action Action) bool {
	return a.wholeFacility(Allowed(a, resource, action))
}

// answersFor reports whether the actor answers for a team.
func (a Actor) answersFor(teamID string) bool {
	return len(a.TeamIDs) == 0 || slices.Contains(a.TeamIDs, teamID)
}
