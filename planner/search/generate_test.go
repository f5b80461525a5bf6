package search

import (
	"fmt"

	"pgregory.net/rapid"

	"github.com/maillage-dime/maillage/planner"
)

// drawProblem draws a small problem that uses every option of the model, however odd: hours off the grid and past midnight, ways that are
// longer one way than the other and longer direct than round about, activities longer than a day, weights of zero and near the largest.
func drawProblem(t *rapid.T) *planner.Problem {
	d := &drawer{t: t, p: &planner.Problem{Format: planner.ProblemFormat, Name: "drawn", FirstDay: "2026-09-07", Weights: planner.DefaultWeights()}}
	d.p.Days = d.one("days", 1, 2, 5, 5, 7, 9, 15)
	d.p.Grid = d.one("grid", 5, 15, 15, 20, 30, 60)
	if d.p.Days < 3 {
		d.p.Grid = d.one("fine grid", 1, 15)
	}
	if d.p.Grid == 5 {
		d.p.StartStep = d.one("step", 0, 15, 30)
	}
	if d.chance("odd weights", 3) {
		for i := range d.p.Weights {
			d.p.Weights[i] = int64(d.one("weight", 0, 1, 7, 40, 1000, 1<<31-1))
		}
	}
	d.places()
	d.people()
	d.children()
	for i := range d.one("activities", 0, 2, 6, 10, 14) {
		d.activity(i)
	}
	return d.p
}

type drawer struct {
	t *rapid.T
	p *planner.Problem
}

func (d *drawer) between(what string, low, high int) int {
	return rapid.IntRange(low, high).Draw(d.t, what)
}

func (d *drawer) one(what string, values ...int) int {
	return rapid.SampledFrom(values).Draw(d.t, what)
}

func (d *drawer) chance(what string, n int) bool { return d.between(what, 1, n) == 1 }

// some draws a subset of ids.
func (d *drawer) some(what string, ids []string, most int) []string {
	list := []string{}
	for _, id := range rapid.Permutation(ids).Draw(d.t, what) {
		if len(list) < most && d.chance(what, 2) {
			list = append(list, id)
		}
	}
	return list
}

func ids[T any](list []T, id func(T) string) []string {
	all := make([]string, 0, len(list))
	for _, item := range list {
		all = append(all, id(item))
	}
	return all
}

func (d *drawer) placeIDs() []string {
	return ids(d.p.Places, func(x planner.Place) string { return x.ID })
}

func (d *drawer) personIDs() []string {
	return ids(d.p.Professionals, func(x planner.Professional) string { return x.ID })
}

func (d *drawer) span(what string, longest int) planner.Span {
	from := d.between(what, 0, d.p.Days-1)*dayMinutes + d.between(what, -2, 60)*25
	return planner.Span{From: from, To: from + d.between(what, 1, longest/7)*7}
}

func (d *drawer) places() {
	n := d.between("places", 1, 5)
	for i := range n {
		d.p.Places = append(d.p.Places, planner.Place{ID: fmt.Sprintf("place-%d", i)})
		row := make([]int, n)
		for k := range row {
			if k != i {
				row[k] = d.between("way", 0, 45)
			}
		}
		d.p.Travel = append(d.p.Travel, row)
	}
	for i := range d.between("rooms", 0, 4) {
		room := planner.Room{
			ID: fmt.Sprintf("room-%d", i), Place: d.p.Places[d.between("place of room", 0, n-1)].ID,
			Seats: d.between("seats", 1, 6), Features: d.some("features", []string{"mat", "piano"}, 2),
		}
		for range d.between("closures", 0, 2) {
			room.Closed = append(room.Closed, d.span("closed", 400))
		}
		d.p.Rooms = append(d.p.Rooms, room)
	}
	d.p.Teams = append(d.p.Teams, planner.Team{ID: "team-all", Kind: planner.Transversal})
	for i := range d.between("teams", 1, 3) {
		d.p.Teams = append(d.p.Teams, planner.Team{
			ID: fmt.Sprintf("team-%d", i), Kind: rapid.SampledFrom([]planner.TeamKind{planner.Dedicated, planner.Transversal}).Draw(d.t, "kind"),
			Modalities: d.some("modalities", []string{"day", "school"}, 1), Sectors: d.some("sectors", []string{"east", "west"}, 1),
		})
	}
}

func (d *drawer) people() {
	for i := range d.one("people", 0, 1, 3, 5, 6, 7, 8) {
		person := planner.Professional{
			ID: fmt.Sprintf("person-%d", i), Profession: rapid.SampledFrom([]string{"nurse", "teacher"}).Draw(d.t, "profession"),
			Skills: d.some("skills", []string{"sign", "driver"}, 2), Teams: append(d.some("teams", ids(d.p.Teams[1:], func(x planner.Team) string { return x.ID }), 2), "team-all"),
			Base: rapid.SampledFrom(d.placeIDs()).Draw(d.t, "base"), FromBase: d.chance("from base", 2),
		}
		if d.chance("nights", 4) {
			person.Available = []planner.Span{{From: 0, To: (d.p.Days + 1) * dayMinutes}}
		} else {
			for day := range d.p.Days {
				from := day*dayMinutes + d.one("from", 480, 487, 540)
				person.Available = append(person.Available, planner.Span{From: from, To: from + d.one("hours", 240, 425, 480, 605, 1000)})
			}
			person.Available = append(person.Available, d.span("more hours", 900))
		}
		if d.chance("lunch", 2) {
			person.Lunch = &planner.Lunch{From: 690, To: d.one("lunch until", 780, 840), Minutes: d.one("lunch", 0, 30, 45, 85)}
		}
		if d.chance("limits", 2) {
			person.Limits = &planner.Limits{
				DaySpan: d.one("day span", 120, 300, 480, 720), DayWork: d.one("day work", 100, 240, 400, 600), Rest: d.one("rest", 0, 660, 1000),
				WeekWork: d.one("week work", 400, 1000, 2100), WeekDays: d.between("week days", 1, 6),
			}
		}
		if d.chance("target", 2) {
			target := d.one("target", 0, 120, 500)
			person.DirectTarget = &target
		}
		d.p.Professionals = append(d.p.Professionals, person)
	}
}

func (d *drawer) children() {
	for i := range d.between("children", 0, 4) {
		child := planner.Child{
			ID: fmt.Sprintf("child-%d", i), Modality: rapid.SampledFrom([]string{"day", "school"}).Draw(d.t, "modality"),
			Sector:              rapid.SampledFrom([]string{"east", "west"}).Draw(d.t, "sector"),
			ProfessionalsTarget: d.between("professionals target", 0, 3), SessionsPerDayTarget: d.between("sessions target", 0, 2),
		}
		for day := range d.p.Days {
			for range d.one("windows", 0, 1, 1, 2) {
				from := day*dayMinutes + d.one("morning", 480, 545, 800)
				child.Available = append(child.Available, planner.ChildWindow{From: from, To: from + d.one("long", 100, 180, 301, 600), Places: append(d.some("places", d.placeIDs()[1:], 2), d.p.Places[0].ID)})
			}
		}
		d.p.Children = append(d.p.Children, child)
	}
}

func (d *drawer) activity(i int) {
	a := planner.Activity{
		ID:       fmt.Sprintf("activity-%d", i),
		Kind:     rapid.SampledFrom([]planner.ActivityKind{planner.Session, planner.Session, planner.Duty, planner.Meeting, planner.Protected, planner.Support}).Draw(d.t, "kind"),
		Duration: d.one("duration", 20, 45, 45, 60, 90, 180), Count: d.between("count", 0, 4), MinGapDays: d.one("gap", 0, 0, 1, 1, 2, 400),
		Optional: d.some("optional", d.personIDs(), 3), Places: d.some("places", d.placeIDs(), 3), Priority: d.between("priority", 1, 100),
		Preferred: d.some("preferred", d.personIDs(), 2),
	}
	if d.chance("very long", 12) {
		a.Duration = d.one("duration", 700, 1500, 4000)
	}
	if d.chance("with children", 2) {
		a.Children = d.some("of activity", ids(d.p.Children, func(x planner.Child) string { return x.ID }), 3)
	}
	for range d.one("seats", 0, 1, 1, 1, 1, 2, 2, 3) {
		a.Seats = append(a.Seats, d.seat())
	}
	if d.chance("modality", 3) {
		modality, sector := "day", "east"
		a.Modality, a.Sector = &modality, &sector
	}
	if len(a.Places) > 0 && d.chance("room", 2) {
		a.Room = &planner.RoomRequest{Seats: d.between("seats", 0, 4), Features: d.some("features", []string{"mat"}, 1)}
	}
	for range d.one("windows", 0, 0, 0, 1, 3, 5) {
		span := d.span("window", 3000)
		a.Windows = append(a.Windows, planner.ActivityWindow{From: span.From, To: span.To + a.Duration, Cost: int64(d.one("cost", 0, 0, 3, 9))})
	}
	d.p.Activities = append(d.p.Activities, a)
}

func (d *drawer) seat() planner.Seat {
	if len(d.p.Professionals) > 0 && d.chance("one of", 4) {
		return planner.Seat{OneOf: rapid.Permutation(d.personIDs()).Draw(d.t, "one of")[:d.between("one of", 1, min(2, len(d.p.Professionals)))]}
	}
	seat := planner.Seat{Professions: []string{"nurse", "teacher"}[:d.between("professions", 1, 2)]}
	if d.chance("skilled", 5) {
		seat.Skills = []string{"sign"}
	}
	return seat
}

// settle pins a few occurrences of a plan and publishes most of them, some of those changed since.
func settle(t *rapid.T, p *planner.Problem, plan *planner.Plan) {
	d := &drawer{t: t, p: p}
	for _, o := range plan.Occurrences {
		switch d.between("settled", 0, 5) {
		case 0:
			p.Pinned = append(p.Pinned, o)
		case 1:
			o.Start += p.Grid
			p.Published = append(p.Published, o)
		case 2, 3:
			p.Published = append(p.Published, o)
		case 4:
			if len(o.Staff) > 0 {
				o.Staff = o.Staff[1:]
			}
			p.Published = append(p.Published, o)
		}
	}
}
