package search

import (
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

// crossed are two meetings that one person has to be at. The one that may be at any hour has the first, for which the other has a wish, and
// somebody who may attend the other is free then only.
func crossed(t *testing.T) *chain {
	t.Helper()
	p := &planner.Problem{Format: planner.ProblemFormat, Name: "crossed", FirstDay: "2026-09-07", Days: 1, Grid: 60, Weights: planner.DefaultWeights()}
	p.Places, p.Travel = []planner.Place{{ID: "site"}}, [][]int{{0}}
	p.Teams = []planner.Team{{ID: "all", Kind: planner.Dedicated}}
	for id, hours := range map[string]planner.Span{"leader": {From: 540, To: 660}, "guest": {From: 540, To: 600}} {
		p.Professionals = append(p.Professionals, planner.Professional{ID: id, Profession: "psychologist", Teams: []string{"all"}, Base: "site", Available: []planner.Span{hours}})
	}
	meeting := planner.Activity{Kind: planner.Meeting, Duration: 60, Count: 1, Seats: []planner.Seat{{OneOf: []string{"leader"}}}, Places: []string{"site"}, Priority: 10}
	anyHour, wished := meeting, meeting
	anyHour.ID, wished.ID = "any-hour", "wished"
	wished.Optional = []string{"guest"}
	wished.Windows = []planner.ActivityWindow{{From: 540, To: 600}, {From: 600, To: 660, Cost: 9}}
	p.Activities = []planner.Activity{anyHour, wished}
	tables := newTables(compile(t, p), nil)
	s := newState(tables, newScope(tables, Scope{}), newRandom(1, 0))
	leader, _ := tables.model.ProfessionalIndex("leader")
	s.put(0, &option{start: 540, room: nowhere, staff: []int32{leader}})
	s.put(1, &option{start: 600, room: nowhere, staff: []int32{leader}, attending: []bool{false}})
	s.keep()
	return newChain(s, newRelations(s), 1)
}

// A meeting takes the hour that suits it, what its people did then goes elsewhere, and who is free attends, in one move.
func TestMeetingsAreConvenedAtAnHourThatIsTaken(t *testing.T) {
	t.Parallel()
	c := crossed(t)
	for range 50 {
		if c.convene(1) && c.state.lawful() && c.state.unmet == 0 {
			if c.state.soft != 0 || c.state.start[0] != 600 {
				t.Errorf("it still costs %d, and the other meeting is at %d", c.state.soft, c.state.start[0])
			}
			return
		}
		c.state.undo()
	}
	t.Error("no move gives the meeting the hour that suits it")
}
