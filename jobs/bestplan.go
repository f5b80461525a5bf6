package jobs

import (
	"sync/atomic"
	"time"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/search"
)

// bestPlan carries the best plan of a search from the goroutine that searches to the one that writes it down, not more often than it is worth.
type bestPlan struct {
	every time.Duration
	now   func() time.Time

	offered time.Time
	score   planner.Score
	waiting atomic.Pointer[planner.Plan]
}

// offer takes the plan when it is better than the last one taken and the last one is old enough. Only the goroutine that searches calls it.
func (b *bestPlan) offer(p *search.Progress) {
	now := b.now()
	first := b.offered.IsZero()
	if !first && (now.Sub(b.offered) < b.every || p.Score.Compare(b.score) == 0) {
		return
	}
	b.offered, b.score = now, p.Score
	b.waiting.Store(p.Plan())
}

// take returns a plan that was offered and not taken yet, or nil.
func (b *bestPlan) take() *planner.Plan { return b.waiting.Swap(nil) }
