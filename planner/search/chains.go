package search

import (
	"context"
	"sync"

	"github.com/maillage-dime/maillage/planner"
)

// segment is how many moves a chain makes between two barriers.
const segment = 4000

// The chains share their best plan at the end of each of so many parts of a search, but for the first few.
const (
	shares = 16
	alone  = 3
)

// chains are the walks of one search. Between barriers each is on its own; at a barrier the temperature is set and progress told.
type chains struct {
	options Options
	all     []*chain
	wanted  int // occurrences
	clock   clock
}

func (r *chains) search(ctx context.Context, stop func() bool) {
	r.clock = newClock(ctx, &r.options)
	shared := 0
	for !stop() && len(r.all[0].movable) > 0 {
		done := r.clock.done(r.all[0].steps)
		if done >= 1 {
			return
		}
		moves := int64(segment)
		if r.options.Steps > 0 {
			moves = min(moves, r.options.Steps-r.all[0].steps)
		}
		var running sync.WaitGroup
		for _, c := range r.all {
			c.cool(done)
			running.Go(func() { c.run(int(moves), stop) })
		}
		running.Wait()
		if part := int(done * shares); part != shared {
			shared = part
			if part > alone {
				r.share()
			}
		}
		r.tell()
	}
}

// share lets every chain go on from the best plan of all.
func (r *chains) share() {
	best := r.best()
	for _, c := range r.all {
		if best.shelf.beats(&c.state.shelf) {
			c.state.restore(&best.shelf)
			c.state.shelf.save(c.state)
		}
	}
}

// tell reports progress.
func (r *chains) tell() {
	if r.options.Progress == nil {
		return
	}
	s := r.best()
	planned := 0
	for _, start := range s.shelf.start {
		if start >= 0 {
			planned++
		}
	}
	r.options.Progress(Progress{
		Planned: planned, Wanted: r.wanted, Score: s.score(&s.shelf), Steps: r.steps(), Plan: func() *planner.Plan { return s.plan(&s.shelf) },
	})
}

// best returns the state with the best shelf, the first of equals.
func (r *chains) best() *state {
	best := r.all[0].state
	for _, c := range r.all[1:] {
		if c.state.shelf.beats(&best.shelf) {
			best = c.state
		}
	}
	return best
}

func (r *chains) steps() (n int64) {
	for _, c := range r.all {
		n += c.steps
	}
	return n
}

// priced is how many changes all chains have priced.
func (r *chains) priced() (n int64) {
	for _, c := range r.all {
		n += c.state.priced
	}
	return n
}

func (r *chains) operators() []OperatorStats {
	stats := make([]OperatorStats, operatorCount)
	for op := range stats {
		stats[op].Name = operators[op].name
		for _, c := range r.all {
			stats[op].Tried += c.scores[op].tried
			stats[op].Kept += c.scores[op].kept
			stats[op].Best += c.scores[op].best
		}
	}
	return stats
}
