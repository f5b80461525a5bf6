package search

import (
	"context"
	"math"
	"sync"
	"time"
)

// segment is how many moves a chain makes between two barriers.
const segment = 1000

// chains are the walks of one search. Between barriers each is on its own; at a barrier the temperature is set and progress told.
type chains struct {
	options Options
	all     []*chain
	wanted  int // occurrences
	clock   clock
}

func (r *chains) search(ctx context.Context, stop func() bool) {
	r.clock = newClock(ctx, &r.options)
	for !stop() && len(r.all[0].movable) > 0 {
		done := r.clock.done(r.all[0].steps)
		if done >= 1 {
			return
		}
		moves := segment
		if r.options.Steps > 0 {
			moves = int(min(segment, r.options.Steps-r.all[0].steps))
		}
		var running sync.WaitGroup
		for _, c := range r.all {
			c.cool(done)
			running.Go(func() { c.run(moves, stop) })
		}
		running.Wait()
		r.tell()
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
	r.options.Progress(Progress{Planned: planned, Wanted: r.wanted, Score: s.score(&s.shelf), Steps: r.steps()})
}

// best returns the state with the best shelf, the first of equals.
func (r *chains) best() *state {
	best := r.all[0].state
	for _, c := range r.all[1:] {
		if b := &c.state.shelf; b.unmet < best.shelf.unmet || b.unmet == best.shelf.unmet && b.soft < best.shelf.soft {
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

// clock tells which part of a search is over.
type clock struct {
	steps    int64
	now      func() time.Time
	began    time.Time
	duration time.Duration
}

func newClock(ctx context.Context, o *Options) clock {
	c := clock{steps: o.Steps}
	if o.Now == nil {
		return c
	}
	c.now, c.began, c.duration = o.Now, o.Now(), o.Duration
	if deadline, ok := ctx.Deadline(); ok && c.duration <= 0 {
		c.duration = deadline.Sub(c.began)
	}
	return c
}

// firstRound is how many moves the first cooling takes when nothing says how long a search lasts; each later one takes twice as many.
const firstRound = 50_000

// done returns the part of the search, or of its present round of cooling, that is over; 1 or more at the end.
func (c *clock) done(steps int64) float64 {
	part := 0.0
	switch {
	case c.steps > 0:
		part = float64(steps) / float64(c.steps)
	case c.now == nil || c.duration <= 0:
		round := int64(firstRound)
		for steps >= round {
			steps -= round
			round *= 2
		}
		return float64(steps) / float64(round)
	}
	if c.now != nil && c.duration > 0 {
		over := float64(c.now().Sub(c.began)) / float64(c.duration)
		if c.steps <= 0 || over >= 1 {
			return over
		}
	}
	return part
}

const (
	hottest = 20.0
	coldest = 1.0
)

// cool sets the temperature for a part of the search: from hottest to coldest in equal ratios.
func (a *annealing) cool(done float64) {
	a.temperature = hottest * math.Pow(coldest/hottest, done)
	a.unmetPrice = 1
}
