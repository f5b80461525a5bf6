// Package search finds good lawful plans for a [planner.Model].
//
// It first plans what it can, hardest first, and then anneals: chains of small changes, each of which keeps every hard rule. A search can be
// stopped at any moment; what it returns is lawful. See the README of package planner for a walk through one move.
package search

import (
	"context"
	"time"

	"github.com/maillage-dime/maillage/planner"
)

const mostThreads = 64

// Options say how to search. The zero value searches with one thread until the context ends.
type Options struct {
	Seed    uint64
	Steps   int64 // moves of each thread; 0: no bound but Duration and the context
	Threads int   // chains that search side by side; 0: 1

	// Now, when not nil, tells the time: the search then fits its cooling to Duration, or to the deadline of its context where Duration is
	// zero, and ends when that is over. With Steps the cooling follows the moves instead, so that time can only cut the search short.
	Duration time.Duration
	Now      func() time.Time

	// Start is a plan to begin with: its lawful parts are kept, and the answer is never worse when all of it is lawful. Without
	// one, a search begins with what is published.
	Start *planner.Plan
	Scope Scope

	// Progress, when not nil, is told of the search at least twice a second, always from the goroutine that called Solve.
	Progress func(Progress)
}

// Progress is how far a search has come: the best plan so far.
type Progress struct {
	Planned, Wanted int
	Score           planner.Score
	Steps           int64 // moves of all threads
	// Plan returns the best plan so far. It may be called only while progress is told.
	Plan func() *planner.Plan
}

// Stats say what a search did.
type Stats struct {
	Steps     int64 // moves of all threads
	Priced    int64 // changes whose exact cost was worked out, in all threads
	First     planner.Score
	Operators []OperatorStats
}

// OperatorStats say what became of one kind of move, in all threads together.
type OperatorStats struct {
	Name              string
	Tried, Kept, Best int64 // Best: moves that led to a new best plan
}

// Solve returns the best lawful plan it finds. It returns within 100 ms of the end of ctx, with the best plan so far. The same model, Seed, Steps,
// Threads, Start and Scope give the same plan on any machine, unless time ends the search before its steps do.
func Solve(ctx context.Context, m *planner.Model, o Options) (*planner.Plan, Stats) {
	var start []planner.Occurrence
	if o.Start != nil {
		start = o.Start.Occurrences
	}
	t := newTables(m, start)
	scope := newScope(t, o.Scope)
	r := &chains{options: o, wanted: len(t.workOf)}
	stop := func() bool { return ctx.Err() != nil }
	first := newState(t, scope, newRandom(o.Seed, 0))
	first.loadPinned()
	switch {
	case o.Start != nil:
		first.load(start)
	case len(m.Problem.Published) > 0:
		first.load(m.Problem.Published)
	}
	first.shelf.save(first)
	first.construct(stop)
	first.shelf.save(first)
	related, scale := newRelations(first), first.spread(stop)
	for i := range max(1, min(o.Threads, mostThreads)) {
		s := first
		if i > 0 {
			s = newState(t, scope, newRandom(o.Seed, i))
			s.loadPinned()
			copy(s.fixed, first.fixed)
			s.restore(&first.shelf)
			s.shelf.save(s)
		}
		r.all = append(r.all, newChain(s, related, scale))
	}
	stats := Stats{First: first.score(&first.shelf)}
	r.search(ctx, stop)
	best := r.best()
	stats.Steps, stats.Priced, stats.Operators = r.steps(), r.priced(), r.operators()
	return best.plan(&best.shelf), stats
}
