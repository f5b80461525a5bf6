package planner_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/planner"
)

// Ada is ill on the first day: her visit there is lost. Bob could do it, she could on another day, and Zoé could join a group.
func TestRepairReportProposesForWhatIsLost(t *testing.T) {
	t.Parallel()
	p, before := smallHouse()
	p.Activities[0].Optional = nil
	p.Published = before.Occurrences
	p.Professionals[0].Available = p.Professionals[0].Available[1:]
	p.Children = append(p.Children, p.Children[0], p.Children[0])
	p.Children[1].ID, p.Children[2].ID = "max", "lea"
	p.Activities = append(p.Activities, planner.Activity{
		ID: "circle", Kind: planner.Session, Duration: hour, Count: 1, Children: []string{"max", "lea"}, Places: []string{"school"}, Priority: 5,
		Seats: []planner.Seat{{Professions: []string{"educator"}}},
	})
	after := without(before, planner.Ref{Activity: "visit"})
	circle := planner.Occurrence{Activity: "circle", Start: day(2) + 10*hour, Staff: []string{"bob"}, Place: new("school")}
	after.Occurrences = append(after.Occurrences, circle)
	model := compiled(t, p)
	report := planner.RepairReport(model, before, after)
	if len(report.Lost) != 1 || report.Lost[0].Occurrence.Ref() != (planner.Ref{Activity: "visit"}) || report.Lost[0].After != nil || len(report.Changes) != 2 {
		t.Fatalf("%+v", report)
	}
	lost, now := report.Lost[0], planner.Evaluate(model, after).Score
	if len(lost.Breaches) == 0 || lost.Breaches[0].Code != planner.CodeNotAvailable || lost.Breaches[0].Professional != "ada" || len(lost.Cancel) == 0 {
		t.Errorf("%+v", lost)
	}
	if len(lost.Cover) != 1 || lost.Cover[0].Occurrence.Staff[0] != "bob" || lost.Cover[0].Occurrence.Start != 9*hour {
		t.Errorf("cover: %+v", lost.Cover)
	}
	if len(lost.Move) == 0 || lost.Move[0].Occurrence.Staff[0] != "ada" || lost.Move[0].Occurrence.Start < day(1) {
		t.Errorf("move: %+v", lost.Move)
	}
	for _, r := range append(lost.Cover, lost.Move...) {
		holds(t, model, after, now, r)
	}
	if diff := cmp.Diff([]planner.Joining{{Ref: circle.Ref(), Start: circle.Start, Staff: circle.Staff, Place: circle.Place}}, lost.Join); diff != "" {
		t.Errorf("join: %s", diff)
	}
	p.Children[0].Available[2].To = day(2) + 10*hour
	if report := planner.RepairReport(compiled(t, p), before, after); len(report.Lost[0].Join) > 0 {
		t.Errorf("a group at an hour at which the child is away: %+v", report.Lost[0].Join)
	}
}

func TestRepairReportOfAMovedOccurrence(t *testing.T) {
	t.Parallel()
	p, before := smallHouse()
	p.Published = before.Occurrences
	p.Professionals[0].Available = p.Professionals[0].Available[1:]
	visit := before.Occurrences[0]
	visit.Staff = []string{"bob"}
	after := with(before, visit)
	report := planner.RepairReport(compiled(t, p), before, after)
	if len(report.Lost) != 1 || report.Lost[0].After == nil || report.Lost[0].Cancel != nil || report.Changes[0].Kind != planner.Restaffed || report.Terms["restaffed"] != 35 {
		t.Fatalf("%+v", report)
	}
	if cover := report.Lost[0].Cover; len(cover) != 1 || cover[0].Soft != 0 {
		t.Errorf("what the plan does is one of the proposals: %+v", cover)
	}
}
