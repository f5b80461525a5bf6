package search

import (
	"context"
	"encoding/json"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/check"
)

// lawful fails when the plan breaks a rule or is not worth what it says.
func lawful(t interface{ Fatalf(string, ...any) }, m *planner.Model, plan *planner.Plan) {
	if breaches := check.Verify(m.Problem, plan); len(breaches) > 0 {
		t.Fatalf("the checker finds %v", breaches)
	}
	if diff := cmp.Diff(planner.Evaluate(m, plan).Score, *plan.Score); diff != "" {
		t.Fatalf("evaluated (-), said (+):\n%s", diff)
	}
	wanted := 0
	for _, a := range m.Problem.Activities {
		wanted += a.Count
	}
	if len(plan.Occurrences)+len(plan.Unplanned) != wanted {
		t.Fatalf("%d planned and %d left out are not all %d", len(plan.Occurrences), len(plan.Unplanned), wanted)
	}
}

func TestSolveOnAnyProblem(t *testing.T) {
	t.Parallel()
	rapid.Check(t, solveDrawn)
}

// FuzzSolve draws problems as TestSolveOnAnyProblem does, guided by what of the search they reach.
func FuzzSolve(f *testing.F) { f.Fuzz(rapid.MakeFuzz(solveDrawn)) }

// solveDrawn searches any small problem and then goes on from the plan found: both plans are lawful, the second is no worse.
func solveDrawn(t *rapid.T) {
	m := compile(t, drawProblem(t))
	o := Options{Seed: rapid.Uint64().Draw(t, "seed"), Steps: 200, Threads: rapid.IntRange(0, 3).Draw(t, "threads")}
	plan, _ := Solve(t.Context(), m, o)
	lawful(t, m, plan)

	o.Start, o.Seed = plan, o.Seed+1
	again, _ := Solve(t.Context(), m, o)
	lawful(t, m, again)
	if again.Score.Compare(*plan.Score) > 0 {
		t.Fatalf("started from %+v, the search ended with %+v", plan.Score, again.Score)
	}
}

func TestScopeKeepsTheRest(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := compile(t, drawProblem(t))
		plan, _ := Solve(t.Context(), m, Options{Seed: 1, Steps: 1})
		for len(plan.Occurrences) > 0 && rapid.Bool().Draw(t, "leave out") {
			shorter := *plan
			shorter.Occurrences = plan.Occurrences[1:]
			if planner.Evaluate(m, &shorter).Score.Hard > 0 {
				break // a way would be too long or a lunch too late
			}
			plan = &shorter
		}
		scope, mayChange := drawScope(t, m.Problem)
		again, _ := Solve(t.Context(), m, Options{Seed: 2, Steps: 300, Start: plan, Scope: scope})
		lawful(t, m, again)
		for _, o := range plan.Occurrences {
			at := slices.IndexFunc(again.Occurrences, func(x planner.Occurrence) bool { return x.Ref() == o.Ref() })
			if at >= 0 && cmp.Equal(o, again.Occurrences[at]) || mayChange(o) {
				continue
			}
			t.Fatalf("%v was not to change with %+v", o, scope)
		}
	})
}

func drawScope(t *rapid.T, p *planner.Problem) (Scope, func(planner.Occurrence) bool) {
	day := rapid.IntRange(0, p.Days-1).Draw(t, "day")
	someone := "nobody"
	if len(p.Professionals) > 0 {
		someone = rapid.SampledFrom(p.Professionals).Draw(t, "person").ID
	}
	takesPart := func(o planner.Occurrence) bool {
		return slices.Contains(o.Staff, someone) || slices.Contains(o.Attendees, someone)
	}
	switch rapid.IntRange(0, 3).Draw(t, "scope") {
	case 0:
		return Scope{OnlyGaps: true}, func(planner.Occurrence) bool { return false }
	case 1:
		return Scope{Days: []int{day}}, func(o planner.Occurrence) bool { return o.Start/dayMinutes == day }
	case 2:
		return Scope{People: []string{someone}}, takesPart
	default:
		return Scope{Fixed: takesPart}, func(o planner.Occurrence) bool { return !takesPart(o) }
	}
}

func TestPinnedOccurrencesAreKept(t *testing.T) {
	t.Parallel()
	m := readModel(t, week8)
	plan, _ := Solve(t.Context(), m, Options{Seed: 3, Steps: 1})
	p := *m.Problem
	p.Pinned = plan.Occurrences[:9]
	m = compile(t, &p)
	again, _ := Solve(t.Context(), m, Options{Seed: 1, Steps: 20_000})
	lawful(t, m, again)
}

func TestSameStepsSamePlan(t *testing.T) {
	t.Parallel()
	m := readModel(t, week25)
	for threads := 1; threads <= 2; threads++ {
		var first []byte
		for range 2 {
			plan, _ := Solve(t.Context(), m, Options{Seed: 7, Steps: 10_000, Threads: threads})
			written, err := json.Marshal(plan)
			if err != nil {
				t.Fatal(err)
			}
			if first != nil && string(first) != string(written) {
				t.Errorf("two searches with %d threads differ", threads)
			}
			first = written
		}
	}
}

func TestSmallWeekIsSolvedToOptimality(t *testing.T) {
	t.Parallel()
	plan, _ := Solve(t.Context(), compile(t, readCompressed(t, week8Proven)), Options{Seed: 1, Steps: 60_000})
	if plan.Score.Unmet != 0 || plan.Score.Soft != 424 {
		t.Errorf("found unmet %d, soft %d; 0 and 424 are possible", plan.Score.Unmet, plan.Score.Soft)
	}
}

func TestSearchCanBeStoppedAtAnyMoment(t *testing.T) {
	t.Parallel()
	m := readModel(t, week25)
	ended, end := context.WithCancel(t.Context())
	end()
	plan, stats := Solve(ended, m, Options{Threads: 2})
	lawful(t, m, plan)
	if stats.Steps > 0 {
		t.Errorf("%d moves after the end", stats.Steps)
	}

	for reports := range 4 {
		running, end := context.WithCancel(t.Context())
		defer end()
		told := 0
		plan, _ := Solve(running, m, Options{Threads: 2, Progress: func(Progress) {
			if told++; told > reports {
				end()
			}
		}})
		lawful(t, m, plan)
		if told != reports+1 {
			t.Errorf("told of progress %d times, %d after the end", told, told-reports-1)
		}
	}
}

func TestTimeBoundsTheSearch(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 9, 7, 7, 0, 0, 0, time.UTC)
	clock := func() time.Time { now = now.Add(time.Second); return now }
	plan, stats := Solve(t.Context(), readModel(t, week8), Options{Duration: 5 * time.Second, Now: clock})
	if stats.Steps != 4*segment || plan.Score.Unmet != 0 {
		t.Errorf("%d moves in 5 seconds of one segment each, unmet %d", stats.Steps, plan.Score.Unmet)
	}
}

func TestProgressNeverGetsWorse(t *testing.T) {
	t.Parallel()
	last := planner.Score{Unmet: math.MaxInt64}
	_, stats := Solve(t.Context(), readModel(t, week25), Options{Steps: 20_000, Threads: 2, Progress: func(p Progress) {
		if p.Score.Compare(last) > 0 || p.Planned > p.Wanted {
			t.Errorf("%+v after %+v", p, last)
		}
		last = p.Score
	}})
	if stats.Steps != 40_000 || last.Compare(stats.First) >= 0 {
		t.Errorf("%d moves from %+v to %+v", stats.Steps, stats.First, last)
	}
}

func TestOddProblems(t *testing.T) {
	t.Parallel()
	place := []planner.Place{{ID: "here"}}
	day := []planner.Span{{From: 0, To: dayMinutes}}
	person := planner.Professional{ID: "someone", Profession: "nurse", Base: "here", Available: day}
	task := planner.Activity{ID: "task", Kind: planner.Duty, Duration: 45, Count: 2, Seats: []planner.Seat{{Professions: []string{"nurse"}}}, Priority: 1}
	long, unseated := task, task
	long.ID, long.Duration, unseated.Seats = "long", 3*dayMinutes, nil
	for name, p := range map[string]planner.Problem{
		"empty":                          {Days: 5, Grid: 15},
		"no people":                      {Days: 5, Grid: 15, Activities: []planner.Activity{task}},
		"a year on a grid of one minute": {Days: 366, Grid: 1, Professionals: []planner.Professional{person}, Activities: []planner.Activity{task, long}},
		"longer than the horizon":        {Days: 1, Grid: 60, Professionals: []planner.Professional{person}, Activities: []planner.Activity{long}},
		"no seats":                       {Days: 1, Grid: 60, Activities: []planner.Activity{unseated}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p.Format, p.FirstDay, p.Places, p.Travel, p.Weights = planner.ProblemFormat, "2026-09-07", place, [][]int{{0}}, planner.DefaultWeights()
			m := compile(t, &p)
			plan, _ := Solve(t.Context(), m, Options{Steps: 300, Threads: 2})
			lawful(t, m, plan)
		})
	}
}
