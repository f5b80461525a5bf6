package search

import "math"

// random is a small generator (xorshift64*): the same seed gives the same numbers on every machine. It is not safe for secrets.
type random struct{ state uint64 }

// newRandom returns a generator of its own for one chain.
func newRandom(seed uint64, chain int) random {
	r := random{state: seed*0x9e3779b97f4a7c15 + uint64(chain+1)*0xd1342543de82ef95}
	if r.state == 0 {
		r.state = 1
	}
	for range 8 {
		r.next()
	}
	return r
}

func (r *random) next() uint64 {
	r.state ^= r.state >> 12
	r.state ^= r.state << 25
	r.state ^= r.state >> 27
	return r.state * 0x2545f4914f6cdd1d
}

// below returns a number of [0, n); n is positive.
func (r *random) below(n int) int { return int((r.next() >> 32) * uint64(n) >> 32) }

// chance is true once in n times on average.
func (r *random) chance(n int) bool { return r.below(n) == 0 }

// gumbels are evenly spread quantiles of the Gumbel distribution, so that drawing noise costs one look-up.
var gumbels = func() (table [1 << 12]float32) {
	for i := range table {
		table[i] = float32(-math.Log(-math.Log((float64(i) + 0.5) / float64(len(table)))))
	}
	return table
}()

// gumbel draws Gumbel noise: the smallest of cost − temperature × gumbel over all options is a draw with the probabilities of Boltzmann.
func (r *random) gumbel() float64 { return float64(gumbels[r.next()>>52]) }
