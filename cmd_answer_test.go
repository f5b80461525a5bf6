package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

// fixtureModel reads the problem of the tests.
func fixtureModel(t *testing.T) *planner.Model {
	t.Helper()
	m, err := (&environment{}).readProblem(problemFile)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// problemWith writes the problem of the tests after a change and returns its file.
func problemWith(t *testing.T, change func(*planner.Problem)) string {
	t.Helper()
	p := *fixtureModel(t).Problem
	change(&p)
	var content strings.Builder
	if err := planner.WriteProblem(&content, &p); err != nil {
		t.Fatal(err)
	}
	return written(t, "problem.json", content.String())
}

func TestRecommend(t *testing.T) {
	t.Parallel()
	type answer struct {
		Options   []planner.Recommendation
		GivingWay []planner.Recommendation `json:"giving_way"`
	}
	o := fixturePlan(t).Occurrences[0]
	about := []string{"recommend", problemFile, planFile, o.Activity, strconv.Itoa(o.Occurrence)}
	all := decoded[answer](t, maillage(t, about...).succeed(t))
	if len(all.Options) < 2 || len(all.GivingWay) > 0 {
		t.Fatalf("%+v", all)
	}
	m, plan := fixtureModel(t), fixturePlan(t)
	before := planner.Evaluate(m, plan).Score
	plan.Occurrences[0] = all.Options[0].Occurrence
	if after := planner.Evaluate(m, plan).Score; after.Hard > 0 || after.Soft-before.Soft != all.Options[0].Soft {
		t.Errorf("%+v changes %+v to %+v", all.Options[0], before, after)
	}
	if one := decoded[answer](t, maillage(t, append(about, "--limit=1")...).succeed(t)); len(one.Options) != 1 || one.Options[0].Soft != all.Options[0].Soft {
		t.Errorf("%+v", one)
	}
	for _, option := range decoded[answer](t, maillage(t, append(about, "--keep=staff")...).succeed(t)).Options {
		if !slices.Equal(option.Occurrence.Staff, o.Staff) {
			t.Errorf("other people: %+v", option)
		}
	}
	for _, option := range decoded[answer](t, maillage(t, append(about, "--keep=hour")...).succeed(t)).Options {
		if option.Occurrence.Start != o.Start {
			t.Errorf("another hour: %+v", option)
		}
	}
	maillage(t, append(about, "--keep=place")...).refuse(t, "--keep")
	maillage(t, append(about, "--limit=-1")...).refuse(t, "--limit")
	for _, command := range []string{"recommend", "unblock"} {
		maillage(t, command, problemFile, planFile, "nothing", "0").refuse(t, problemFile, `"nothing"`)
		maillage(t, command, problemFile, planFile, o.Activity, "99").refuse(t, problemFile, o.Activity, "99")
	}
}

func TestUnblock(t *testing.T) {
	t.Parallel()
	o := fixturePlan(t).Occurrences[0]
	cut := planWith(t, func(p *planner.Plan) { p.Occurrences = p.Occurrences[1:] })
	narrow := problemWith(t, func(p *planner.Problem) {
		for i := range p.Activities {
			if a := &p.Activities[i]; a.ID == o.Activity {
				a.Windows = []planner.ActivityWindow{{From: 9 * 60, To: 9*60 + a.Duration - 15}}
			}
		}
	})
	answer := decoded[struct{ Proposals []planner.Proposal }](t, maillage(t, "unblock", narrow, cut, o.Activity, strconv.Itoa(o.Occurrence)).succeed(t))
	if len(answer.Proposals) == 0 || answer.Proposals[0].Change == nil || len(answer.Proposals[0].Occurrences) != len(fixturePlan(t).Occurrences) {
		t.Fatalf("%+v", answer)
	}
}

func TestPrecheck(t *testing.T) {
	t.Parallel()
	type answer struct{ Findings []planner.Finding }
	if none := decoded[answer](t, maillage(t, "precheck", problemFile).succeed(t)); none.Findings == nil || len(none.Findings) > 0 {
		t.Errorf("%+v", none)
	}
	got := maillage(t, "precheck", problemWith(t, func(p *planner.Problem) { p.Activities[0].Duration = 2000 }))
	if some := decoded[answer](t, got); got.code != exitNo || got.stderr != "" || len(some.Findings) == 0 {
		t.Errorf("exit code %d, %q, %+v", got.code, got.stderr, some)
	}
}

// Somebody is away all week: the published plan is repaired, and the report tells of each session that they would have held.
func TestRepair(t *testing.T) {
	t.Parallel()
	plan := fixturePlan(t)
	away, held := plan.Occurrences[0].Staff[0], 0
	for _, o := range plan.Occurrences {
		if slices.Contains(o.Staff, away) {
			held++
		}
	}
	file := problemWith(t, func(p *planner.Problem) {
		p.Published = plan.Occurrences
		p.Professionals = slices.Clone(p.Professionals)
		for i := range p.Professionals {
			if p.Professionals[i].ID == away {
				p.Professionals[i].Available = nil
			}
		}
	})
	reportFile := filepath.Join(t.TempDir(), "report.json")
	repaired := maillage(t, "repair", file, "--report="+reportFile).succeed(t)
	maillage(t, "check", file, written(t, "plan.json", repaired.stdout)).succeed(t)
	after, kept := planOf(t, repaired.stdout), 0
	for _, o := range after.Occurrences {
		if at := slices.IndexFunc(plan.Occurrences, func(old planner.Occurrence) bool { return old.Ref() == o.Ref() }); at >= 0 && plan.Occurrences[at].Start == o.Start {
			kept++
		}
	}
	if kept < len(plan.Occurrences)/2 {
		t.Errorf("only %d of %d stay at their hour", kept, len(plan.Occurrences))
	}
	content, err := os.ReadFile(reportFile)
	if err != nil {
		t.Fatal(err)
	}
	var report planner.Repair
	if err := json.Unmarshal(content, &report); err != nil || len(report.Lost) < held || len(report.Changes) < held {
		t.Errorf("%v: %d lost, %d changes, %d held", err, len(report.Lost), len(report.Changes), held)
	}
	maillage(t, "repair", file, "--seconds=-1").refuse(t, "--seconds")
	maillage(t, "repair", file, "--seconds=0", "--report="+t.TempDir()).refuse(t)
}

func TestAnswersHaveFrenchHelp(t *testing.T) {
	t.Parallel()
	for _, command := range []string{"recommend", "unblock", "precheck", "repair", "explain", "diff"} {
		help := maillage(t, command, "--help").succeed(t).stdout
		if !strings.Contains(help, "Usage : maillage "+command) || strings.Contains(help, "Flags:") {
			t.Errorf("%s", help)
		}
	}
}
