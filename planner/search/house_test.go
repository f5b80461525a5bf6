package search

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

const (
	week8       = "../testdata/generated/children-8.problem.json"
	meetings50  = "../testdata/public/meeting-50meetings.json.gz"
	week25      = "../testdata/generated/children-25.problem.json"
	week8Proven = "testdata/quality/children-8-1.problem.json.gz" // the optimum is proven: 424, nothing left out
)

func readModel(t testing.TB, file string) *planner.Model {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	p := &planner.Problem{Weights: planner.DefaultWeights()}
	if err := json.Unmarshal(content, p); err != nil {
		t.Fatal(err)
	}
	return compile(t, p)
}

func readCompressed(t testing.TB, file string) *planner.Problem {
	t.Helper()
	content, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = content.Close() }()
	plain, err := gzip.NewReader(content)
	if err != nil {
		t.Fatal(err)
	}
	p, err := planner.ReadProblem(plain)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// house makes a problem of any size: per 8 children a site with a school, a team of four who are there five days, a room and three therapies
// a week for each child, one of them at school.
func house(children int) *planner.Problem {
	p := &planner.Problem{Format: planner.ProblemFormat, Name: "house", FirstDay: "2026-09-07", Days: 5, Grid: 15, Weights: planner.DefaultWeights()}
	p.Teams = []planner.Team{{ID: "all", Kind: planner.Transversal}}
	professions := []string{"psychologist", "speech_therapist", "educator"}
	for unit := range (children + 7) / 8 {
		site, school, team := fmt.Sprintf("site-%d", unit), fmt.Sprintf("school-%d", unit), fmt.Sprintf("team-%d", unit)
		p.Places = append(p.Places, planner.Place{ID: site}, planner.Place{ID: school})
		p.Rooms = append(p.Rooms, planner.Room{ID: "room-" + site, Place: site, Seats: 4})
		p.Teams = append(p.Teams, planner.Team{ID: team, Kind: planner.Dedicated, Sectors: []string{site}})
		for k := range 4 {
			person := planner.Professional{
				ID: fmt.Sprintf("person-%d-%d", unit, k), Profession: professions[k%3], Teams: []string{team}, Base: site, FromBase: k%2 == 0,
				Lunch: &planner.Lunch{From: 690, To: 840, Minutes: 45},
			}
			if k == 3 {
				person.Teams = append(person.Teams, "all")
			}
			for day := range p.Days {
				person.Available = append(person.Available, planner.Span{From: day*dayMinutes + 510, To: day*dayMinutes + 1020})
			}
			p.Professionals = append(p.Professionals, person)
		}
		for k := unit * 8; k < min(children, unit*8+8); k++ {
			addChild(p, k, site, school)
		}
	}
	for i := range p.Places {
		row := make([]int, len(p.Places))
		for k := range row {
			if k != i {
				row[k] = 10 + (i*7+k*7)%30
			}
		}
		p.Travel = append(p.Travel, row)
	}
	return p
}

func addChild(p *planner.Problem, k int, site, school string) {
	child := planner.Child{ID: fmt.Sprintf("child-%d", k), Modality: "day", Sector: site, ProfessionalsTarget: 3, SessionsPerDayTarget: 2}
	for day := range p.Days {
		morning := []string{site}
		if (k+day)%3 == 0 {
			morning = []string{school}
		}
		child.Available = append(child.Available,
			planner.ChildWindow{From: day*dayMinutes + 540, To: day*dayMinutes + 720, Places: morning},
			planner.ChildWindow{From: day*dayMinutes + 810, To: day*dayMinutes + 990, Places: []string{site}})
	}
	p.Children = append(p.Children, child)
	for i, profession := range []string{"psychologist", "speech_therapist", "educator"} {
		a := planner.Activity{
			ID: fmt.Sprintf("session-%d-%d", k, i), Kind: planner.Session, Duration: 45, Count: 1 + i%2, MinGapDays: 1, Children: []string{child.ID},
			Seats: []planner.Seat{{Professions: []string{profession}}}, Places: []string{site, school}, Priority: 10,
		}
		if i == 0 {
			a.Places, a.Room = []string{site}, &planner.RoomRequest{Seats: 2}
		}
		p.Activities = append(p.Activities, a)
	}
}
