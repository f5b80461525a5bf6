package search

import "math"

// annealing decides which changes stand. Unmet comes first: a change that lowers it always stands, one that raises it pays so much that it
// stands rarely, and never trades against soft. Otherwise the rule of Metropolis applies to soft.
type annealing struct {
	temperature float64
	unmetPrice  float64 // soft cost that one unit of unmet counts as, when it rises
}

// accepts reports whether a change of unmet and soft stands.
func (a *annealing) accepts(r *random, unmet, soft int64) bool {
	switch {
	case unmet < 0:
		return true
	case unmet > 0:
		worse := float64(unmet)*a.unmetPrice + float64(max(0, soft))
		return worse < a.threshold(r)
	case soft <= 0:
		return true
	default:
		return float64(soft) < a.threshold(r)
	}
}

// threshold draws what a change may cost: exponentially distributed with the temperature as its mean.
func (a *annealing) threshold(r *random) float64 {
	return a.temperature * exponentials[r.next()>>52]
}

// exponentials are evenly spread quantiles of the exponential distribution.
var exponentials = func() (table [1 << 12]float64) {
	for i := range table {
		table[i] = float64(float32(-math.Log((float64(i) + 0.5) / float64(len(table)))))
	}
	return table
}()
