package search

import (
	"fmt"
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

// strangers are two therapists who each are there for one hour on each of two days, and two children with two sessions each, held by the
// therapist whom the other child knows.
func strangers(t *testing.T) *chain {
	t.Helper()
	p := &planner.Problem{Format: planner.ProblemFormat, Name: "strangers", FirstDay: "2026-09-07", Days: 2, Grid: 60, Weights: planner.DefaultWeights()}
	p.Places, p.Travel = []planner.Place{{ID: "site"}}, [][]int{{0}}
	p.Teams = []planner.Team{{ID: "all", Kind: planner.Dedicated}}
	for i := range 2 {
		child, person := fmt.Sprintf("child-%d", i), fmt.Sprintf("person-%d", i)
		hours := []planner.Span{{From: 540, To: 600}, {From: dayMinutes + 540, To: dayMinutes + 600}}
		p.Professionals = append(p.Professionals, planner.Professional{ID: person, Profession: "psychologist", Teams: []string{"all"}, Base: "site", Available: hours})
		p.Children = append(p.Children, planner.Child{
			ID: child, Modality: "day", Sector: "east", ProfessionalsTarget: 2, SessionsPerDayTarget: 2,
			Available: []planner.ChildWindow{{From: 540, To: 600, Places: []string{"site"}}, {From: dayMinutes + 540, To: dayMinutes + 600, Places: []string{"site"}}},
		})
		p.Activities = append(p.Activities, planner.Activity{
			ID: "session-" + child, Kind: planner.Session, Duration: 60, Count: 2, MinGapDays: 1, Children: []string{child},
			Seats: []planner.Seat{{Professions: []string{"psychologist"}}}, Places: []string{"site"}, Priority: 10, Preferred: []string{person},
		})
	}
	tables := newTables(compile(t, p), nil)
	s := newState(tables, newScope(tables, Scope{}), newRandom(1, 0))
	for o := range int32(4) {
		s.put(o, &option{start: o%2*dayMinutes + 540, room: nowhere, staff: []int32{1 - o/2}})
	}
	s.keep()
	return newChain(s, newRelations(s), 1)
}

// All sessions of an activity go over to somebody who has no hour free, and what that person did goes elsewhere, in one move.
func TestSessionsGoTogetherWhereTheyCostLeast(t *testing.T) {
	t.Parallel()
	c := strangers(t)
	for range 50 {
		if soft := c.state.soft; c.attract() && c.state.lawful() && c.state.unmet == 0 && c.state.soft < soft {
			if c.state.soft != 0 {
				t.Errorf("it still costs %d that strangers hold the sessions", c.state.soft)
			}
			return
		}
		c.state.undo()
	}
	t.Error("no move lets each child have whom it knows")
}

// What people have been told of is not drawn elsewhere.
func TestPublishedIsNotAttracted(t *testing.T) {
	t.Parallel()
	c := strangers(t)
	for o := range c.state.published {
		c.state.published[o] = 0
	}
	for range 50 {
		if c.attract() {
			t.Fatal("a published session was drawn elsewhere")
		}
		c.state.undo()
	}
}
