package search

import (
	"context"
	"time"
)

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
