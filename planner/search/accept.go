package search

import "math"

const (
	hottest    = 20.0 // temperature at the start, for a spread of spreadThen
	cold       = 1.5  // when the work is mostly done
	frozen     = 0.25 // at the end: for what only a colder search finds where costs lie close together
	mostly     = 0.8  // part of the search that leads from hottest to cold
	spreadThen = 30.0
	dearly     = 12.0 // how many times the hottest temperature the lightest occurrence counts when it is left out
)

// annealing decides which changes stand. Unmet comes first: a change that lowers it always stands, one that raises it pays so much that it
// stands rarely, and never trades against soft. Otherwise the rule of Metropolis applies to soft.
type annealing struct {
	scale       float64 // of costs: 1 where they lie as far apart as with the default weights
	temperature float64
	unmetPrice  float64 // soft cost that one unit of unmet counts as, when it rises
}

// cool sets the temperature for a part of the search that is over: in equal ratios from hottest to cold, then from cold to frozen.
func (a *annealing) cool(done float64) {
	if done < mostly {
		a.temperature = hottest * a.scale * power(cold/hottest, done/mostly)
	} else {
		a.temperature = cold * a.scale * power(frozen/cold, min(1, (done-mostly)/(1-mostly)))
	}
}

// power returns base to the power of an exponent of [0, 1], by square roots and products only: those are the same on every machine.
func power(base, exponent float64) float64 {
	result := 1.0
	for range 40 {
		base = math.Sqrt(base)
		if exponent *= 2; exponent >= 1 {
			exponent--
			result *= base
		}
	}
	return result
}

// accepts reports whether a change of unmet and soft stands.
func (a *annealing) accepts(r *random, unmet, soft int64) bool {
	switch {
	case unmet < 0:
		return true
	case unmet > 0:
		worse := float64(float64(unmet)*a.unmetPrice) + float64(max(0, soft))
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
