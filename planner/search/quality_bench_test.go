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
//	go test ./planner/search -run '^$' -bench Quality -benchtime 1x -args -curves "$PWD/docs/images/search.svg"
var curvesFile = flag.String("curves", "", "where BenchmarkQuality draws the cost over time, as SVG")

const (
	qualityThreads = 2
	qualityTime    = 10 * time.Second
)

// qualitySeeds are those the median is taken of.
var qualitySeeds = []uint64{1, 2, 3, 4, 5}

// point is what a plan costs after some time.
type point struct {
	seconds, cost float64
}

// qualityWeeks are the problems that other solvers have been set too, and what those reached: Timefold Solver Community 1.32, modelled as an
// expert would, one run for each limit of time.
var qualityWeeks = []struct {
	name, file string
	peer       []point
}{
	{"80 children", "../testdata/generated/children-80.problem.json.gz", []point{{10, 4213}, {60, 3874}, {300, 3838}}},
	{"80 children, rural", "testdata/quality/children-80-5-rural.problem.json.gz", []point{{300, 4220}}},
	{"200 children, boarding", "testdata/quality/children-200-2-boarding.problem.json.gz", []point{{10, 13233}, {60, 12148}, {300, 11664}}},
	{"50 meetings", meetings50, []point{{60, 169}}},
}

// BenchmarkQuality searches each problem for ten seconds with two threads, once for each seed, and reports the median cost of the plans, the
// least and the most. The seconds are those the processors worked, so that a busy machine changes little. Nothing may be left out.
func BenchmarkQuality(b *testing.B) {
	var drawn []panel
	for _, week := range qualityWeeks {
		b.Run(week.name, func(b *testing.B) {
			m := compile(b, readCompressed(b, week.file))
			var curves [][]point
			for range b.N {
				curves = curves[:0]
				for _, seed := range qualitySeeds {
					curves = append(curves, costOverTime(b, m, seed))
				}
			}
			costs := endsOf(curves)
			b.ReportMetric(costs[len(costs)/2], "soft")
			b.ReportMetric(costs[0], "soft-least")
			b.ReportMetric(costs[len(costs)-1], "soft-most")
			drawn = append(drawn, panel{title: week.name, ours: curves, peer: week.peer})
		})
	}
	if *curvesFile == "" {
		return
	}
	if err := os.WriteFile(*curvesFile, drawPanels(drawn), 0o600); err != nil {
		b.Fatal(err)
	}
}

// costOverTime returns what the best plan cost as the search went on.
func costOverTime(b *testing.B, m *planner.Model, seed uint64) []point {
	b.Helper()
	began := processorTime(b)
	var curve []point
	note := func(score planner.Score) {
		if score.Unmet == 0 {
			curve = append(curve, point{(processorTime(b) - began).Seconds() / qualityThreads, float64(score.Soft)})
		}
	}
	plan, _ := Solve(b.Context(), m, Options{
		Seed: seed, Threads: qualityThreads, Duration: qualityTime,
		Now:      func() time.Time { return time.Unix(0, 0).Add(processorTime(b) / qualityThreads) },
		Progress: func(p Progress) { note(p.Score) },
	})
	report := planner.Evaluate(m, plan)
	if report.Score.Unmet != 0 || len(report.Breaches) != 0 {
		b.Fatalf("seed %d: %d unmet, %d breaches", seed, report.Score.Unmet, len(report.Breaches))
	}
	note(report.Score)
	return curve
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
