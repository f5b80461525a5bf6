package check

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// house is a problem by its ids.
type house struct {
	problem     *planner.Problem
	placeNumber map[string]int
	room        map[string]*planner.Room
	team        map[string]*planner.Team
	person      map[string]*planner.Professional
	child       map[string]*planner.Child
	activity    map[string]*planner.Activity
}

func newHouse(p *planner.Problem) *house {
	h := &house{
		problem: p, placeNumber: map[string]int{}, room: map[string]*planner.Room{}, team: map[string]*planner.Team{},
		person: map[string]*planner.Professional{}, child: map[string]*planner.Child{}, activity: map[string]*planner.Activity{},
	}
	for i := range p.Places {
		h.placeNumber[p.Places[i].ID] = i
	}
	for i := range p.Rooms {
		h.room[p.Rooms[i].ID] = &p.Rooms[i]
	}
	for i := range p.Teams {
		h.team[p.Teams[i].ID] = &p.Teams[i]
	}
	for i := range p.Professionals {
		h.person[p.Professionals[i].ID] = &p.Professionals[i]
	}
	for i := range p.Children {
		h.child[p.Children[i].ID] = &p.Children[i]
	}
	for i := range p.Activities {
		h.activity[p.Activities[i].ID] = &p.Activities[i]
	}
	return h
}

func (h *house) way(from, to string) int {
	return h.problem.Travel[h.placeNumber[from]][h.placeNumber[to]]
}

// maySit is who can sit on a seat.
func (h *house) maySit(a *planner.Activity, seat planner.Seat, who *planner.Professional) bool {
	if len(seat.OneOf) > 0 {
		return slices.Contains(seat.OneOf, who.ID)
	}
	if !slices.Contains(seat.Professions, who.Profession) {
		return false
	}
	for _, skill := range seat.Skills {
		if !slices.Contains(who.Skills, skill) {
			return false
		}
	}
	return h.serves(a, who, planner.Dedicated, planner.Transversal)
}

// teamRuleApplies is false with neither children nor modality.
func teamRuleApplies(a *planner.Activity) bool { return len(a.Children) > 0 || a.Modality != nil }

// serves says whether teams of these kinds let a person serve everybody the activity is for.
func (h *house) serves(a *planner.Activity, who *planner.Professional, kinds ...planner.TeamKind) bool {
	if !teamRuleApplies(a) {
		return true
	}
	byOne := func(modality, sector *string) bool {
		for _, id := range who.Teams {
			team := h.team[id]
			if slices.Contains(kinds, team.Kind) && holds(team.Modalities, modality) && holds(team.Sectors, sector) {
				return true
			}
		}
		return false
	}
	if len(a.Children) == 0 {
		return byOne(a.Modality, a.Sector)
	}
	for _, id := range a.Children {
		modality, sector := a.Modality, a.Sector
		if modality == nil {
			modality = &h.child[id].Modality
		}
		if sector == nil {
			sector = &h.child[id].Sector
		}
		if !byOne(modality, sector) {
			return false
		}
	}
	return true
}

// holds says whether a team's list is empty or holds what is asked. Where nothing is known only the empty list does.
func holds(list []string, asked *string) bool {
	return len(list) == 0 || asked != nil && slices.Contains(list, *asked)
}
