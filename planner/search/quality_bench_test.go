package search

import (
	"cmp"
	"flag"
	"os"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/planner"
)

// curvesFile is where BenchmarkQuality draws how the cost falls; nothing is drawn without it:
//
//	go test ./planner/search -run '^$' -bench Quality -benchtime 1x -timeout 1h -args -curves "$PWD/docs/images/search.svg"
var curvesFile = flag.String("curves", "", "where BenchmarkQuality draws the cost over time, as SVG")

// qualityLimit is for how long BenchmarkQuality searches each problem in place of its own time:
//
//	go test ./planner/search -run '^$' -bench 'Quality/80' -benchtime 1x -timeout 1h -args -limit 60s
var qualityLimit = flag.Duration("limit", 0, "for how long BenchmarkQuality searches; 0: as long as each problem says")

// qualitySeeds is how many seeds, from 1 on, BenchmarkQuality takes the median of. What an hour finds is one of them:
//
//	go test ./planner/search -run '^$' -bench 'Quality/80_children$' -benchtime 1x -timeout 4h -args -limit 1h -seeds 1
var qualitySeeds = flag.Uint64("seeds", 5, "how many seeds BenchmarkQuality takes the median of")

const qualityThreads = 2

// point is what a plan costs after some time.
type point struct {
	seconds, cost float64
}

// qualityProblem is a problem that other solvers have been set too.
type qualityProblem struct {
	name, file string
	limit      time.Duration // of our search
	unmet      int64         // what nobody could plan
	peer       []point       // what the others reached, one run for each limit of time; the least is the aim
}

// qualityProblems: what others reached is from Timefold Solver Community 1.32, modelled as an expert would, but for the two small weeks and the
// 162 of the fifty meetings, which are OR-Tools CP-SAT 9.15 (424 with proof). The timetables are of the Second International Timetabling
// Competition, the meetings of OptaPlanner's examples; only whether everything finds a place counts in the former.
var qualityProblems = []qualityProblem{
	{name: "8 children", file: week8Proven, limit: 10 * time.Second, peer: []point{{15, 424}}},
	{name: "25 children", file: "testdata/quality/children-25-1.problem.json.gz", limit: 10 * time.Second, peer: []point{{60, 1458}}},
	{name: "80 children", file: "../testdata/generated/children-80.problem.json.gz", limit: 10 * time.Second, peer: []point{{10, 4213}, {60, 3874}, {300, 3838}}},
	{name: "80 children, rural", file: "testdata/quality/children-80-5-rural.problem.json.gz", limit: 10 * time.Second, peer: []point{{300, 4220}}},
	{name: "200 children, boarding", file: "testdata/quality/children-200-2-boarding.problem.json.gz", limit: 10 * time.Second, peer: []point{{10, 13233}, {60, 12148}, {300, 11664}}},
	{name: "1000 children", file: "testdata/quality/children-1000-1.problem.json.gz", limit: 60 * time.Second, peer: []point{{300, 70251}}},
	{name: "80 children, 3 absent", file: "testdata/quality/children-80-absent-3.problem.json.gz", limit: 2 * time.Second, peer: []point{{60, 6733}}},
	{name: "200 children, 5 absent", file: "testdata/quality/children-200-boarding-absent-5.problem.json.gz", limit: 2 * time.Second, unmet: 2640, peer: []point{{60, 15342}}},
	{name: "50 meetings", file: meetings50, limit: 10 * time.Second, peer: []point{{60, 169}, {120, 162}}},
	{name: "100 meetings", file: "../testdata/public/meeting-100meetings.json.gz", limit: 10 * time.Second, peer: []point{{60, 233}}},
	{name: "200 meetings", file: "../testdata/public/meeting-200meetings.json.gz", limit: 10 * time.Second, peer: []point{{60, 917}}},
	{name: "timetable 1", file: "../testdata/public/ctt-comp01.json.gz", limit: time.Second},
	{name: "timetable 2", file: "../testdata/public/ctt-comp02.json.gz", limit: time.Second},
	{name: "timetable 5", file: "../testdata/public/ctt-comp05.json.gz", limit: time.Second},
	{name: "timetable 12", file: "../testdata/public/ctt-comp12.json.gz", limit: time.Second},
}

// BenchmarkQuality searches each problem for its time with two threads, once for each seed, and reports the median cost of the plans, the
// least and the most, and the longest it took until nothing more could be planned. The seconds are those the processors worked, so that a
// busy machine changes little.
func BenchmarkQuality(b *testing.B) {
	var drawn []panel
	for _, problem := range qualityProblems {
		b.Run(problem.name, func(b *testing.B) {
			m := compile(b, readCompressed(b, problem.file))
			if *qualityLimit > 0 {
				problem.limit = *qualityLimit
			}
			var curves [][]point
			for range b.N {
				curves = curves[:0]
				for seed := range *qualitySeeds {
					curves = append(curves, problem.costOverTime(b, m, seed+1))
				}
			}
			costs := endsOf(curves)
			b.ReportMetric(costs[len(costs)/2], "soft")
			b.ReportMetric(costs[0], "soft-least")
			b.ReportMetric(costs[len(costs)-1], "soft-most")
			b.ReportMetric(slowestWhole(curves), "s-until-whole")
			if len(problem.peer) > 0 {
				drawn = append(drawn, panel{title: problem.name, limit: problem.limit, ours: curves, peer: problem.peer})
			}
		})
	}
	if *curvesFile == "" {
		return
	}
	if err := os.WriteFile(*curvesFile, drawPanels(drawn), 0o600); err != nil {
		b.Fatal(err)
	}
}

// costOverTime returns what the best plan cost as the search went on, from when as much was planned as can be.
func (q *qualityProblem) costOverTime(b *testing.B, m *planner.Model, seed uint64) []point {
	b.Helper()
	began := processorTime(b)
	var curve []point
	note := func(score planner.Score) {
		if score.Unmet <= q.unmet {
			curve = append(curve, point{(processorTime(b) - began).Seconds() / qualityThreads, float64(score.Soft)})
		}
	}
	plan, _ := Solve(b.Context(), m, Options{
		Seed: seed, Threads: qualityThreads, Duration: q.limit,
		Now:      func() time.Time { return time.Unix(0, 0).Add(processorTime(b) / qualityThreads) },
		Progress: func(p Progress) { note(p.Score) },
	})
	report := planner.Evaluate(m, plan)
	if report.Score.Unmet > q.unmet || len(report.Breaches) != 0 {
		b.Fatalf("seed %d: %d unmet, %d breaches", seed, report.Score.Unmet, len(report.Breaches))
	}
	note(report.Score)
	return curve
}

// slowestWhole returns how long the slowest run took until as much was planned as can be.
func slowestWhole(curves [][]point) (seconds float64) {
	for _, curve := range curves {
		seconds = max(seconds, curve[0].seconds)
	}
	return seconds
}

// processorTime returns how long the processors have worked for this process.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// endsOf returns what the curves end with, least first.
func endsOf(curves [][]point) []float64 {
	costs := make([]float64, len(curves))
	for i, curve := range curves {
		costs[i] = curve[len(curve)-1].cost
	}
	slices.SortFunc(costs, cmp.Compare[float64])
	return costs
}
