package search

import (
	"fmt"
	"slices"
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

// fullMorning is a morning of three hours for one person with three sessions of an hour, two of which leave no hour free.
func fullMorning(t *testing.T) *state {
	t.Helper()
	p := &planner.Problem{Format: planner.ProblemFormat, Name: "morning", FirstDay: "2026-09-07", Days: 1, Grid: 15, Weights: planner.DefaultWeights()}
	p.Places, p.Travel = []planner.Place{{ID: "site"}}, [][]int{{0}}
	p.Teams = []planner.Team{{ID: "all", Kind: planner.Transversal}}
	p.Professionals = []planner.Professional{{
		ID: "person", Profession: "psychologist", Teams: []string{"all"}, Base: "site", Available: []planner.Span{{From: 540, To: 720}},
	}}
	for i := range 3 {
		child := fmt.Sprintf("child-%d", i)
		p.Children = append(p.Children, planner.Child{
			ID: child, Modality: "day", Sector: "east", Available: []planner.ChildWindow{{From: 540, To: 720, Places: []string{"site"}}},
		})
		p.Activities = append(p.Activities, planner.Activity{
			ID: "session-" + child, Kind: planner.Session, Duration: 60, Count: 1, Children: []string{child},
			Seats: []planner.Seat{{Professions: []string{"psychologist"}}}, Places: []string{"site"}, Priority: 10,
		})
	}
	tables := newTables(compile(t, p), nil)
	s := newState(tables, newScope(tables, Scope{}), newRandom(1, 0))
	s.put(0, &option{start: 570, room: nowhere, staff: []int32{0}})
	s.put(1, &option{start: 645, room: nowhere, staff: []int32{0}})
	s.keep()
	return s
}

// Two sessions with short breaks around them give way for a third that needs all of these.
func TestOthersGiveWay(t *testing.T) {
	t.Parallel()
	s := fullMorning(t)
	for range 50 {
		as := s.choose(2, 0)
		if !as.found {
			continue
		}
		s.settle(2, as)
		starts := slices.Sorted(slices.Values(s.start))
		if !s.lawful() || !slices.Equal(starts, []int32{540, 600, 660}) {
			t.Errorf("starts %v, want 540, 600 and 660 in any order", s.start)
		}
		return
	}
	t.Error("the third session finds no place")
}

// What may not change does not give way.
func TestFixedDoesNotGiveWay(t *testing.T) {
	t.Parallel()
	s := fullMorning(t)
	s.fixed[0] = true
	for range 50 {
		if as := s.choose(2, 0); as.found {
			t.Fatalf("planned at %d", as.start)
		}
	}
}

// Nobody gives way into the small hours of a day in whose diary something stands there.
func TestNothingGivesWayPastMidnightIntoSomething(t *testing.T) {
	t.Parallel()
	p := &planner.Problem{Format: planner.ProblemFormat, Name: "night", FirstDay: "2026-09-07", Days: 2, Grid: 15, Weights: planner.DefaultWeights()}
	p.Places, p.Travel = []planner.Place{{ID: "site"}}, [][]int{{0}}
	p.Teams = []planner.Team{{ID: "all", Kind: planner.Transversal}}
	p.Professionals = []planner.Professional{{
		ID: "person", Profession: "night_watch", Teams: []string{"all"}, Base: "site", Available: []planner.Span{{From: 1320, To: 1560}},
	}}
	for i, round := range []struct{ duration, from, to int }{{90, 1320, 1560}, {60, 1440, 1500}, {60, 1320, 1380}} {
		child := fmt.Sprintf("child-%d", i)
		p.Children = append(p.Children, planner.Child{
			ID: child, Modality: "boarding", Sector: "east", Available: []planner.ChildWindow{{From: round.from, To: round.to, Places: []string{"site"}}},
		})
		p.Activities = append(p.Activities, planner.Activity{
			ID: "round-" + child, Kind: planner.Session, Duration: round.duration, Count: 1, Children: []string{child},
			Seats: []planner.Seat{{Professions: []string{"night_watch"}}}, Places: []string{"site"}, Priority: 10,
		})
	}
	tables := newTables(compile(t, p), nil)
	s := newState(tables, newScope(tables, Scope{}), newRandom(1, 0))
	s.put(0, &option{start: 1350, room: nowhere, staff: []int32{0}})
	s.put(1, &option{start: 1440, room: nowhere, staff: []int32{0}})
	s.keep()
	for range 50 {
		if as := s.choose(2, 0); as.found {
			t.Fatalf("planned at %d, with %v giving way", as.start, as.shifts)
		}
	}
}
