package search

// chain is one walk through lawful plans. It is used by one goroutine at a time.
type chain struct {
	annealing
	state     *state
	neighbors *neighbors
	movable   []int32 // occurrences that may change
	steps     int64
	ruinSize  int     // largest ruin, less one
	ruinNoise float64 // share of the temperature with which a ruin is recreated
	scores    [operatorCount]operatorScore
}

// operator is one kind of move.
type operator uint8

const (
	opRelocate operator = iota
	opRuin
	opExchange
	operatorCount
)

// operatorScore counts what became of an operator's moves.
type operatorScore struct{ tried, kept, best int64 }

// neighbors say which occurrences are related; shared by all chains.
type neighbors struct {
	ease    []float64 // [activity]: see state.ways
	ofChild [][]int32 // [child]: its occurrences
	ofPlace [][]int32 // [place]: occurrences that can be held there
}

func newNeighbors(s *state) *neighbors {
	n := &neighbors{ofChild: make([][]int32, len(s.sessionsPerDay)), ofPlace: make([][]int32, s.places)}
	for i := range s.works {
		w := &s.works[i]
		n.ease = append(n.ease, s.ways(w))
		for o := w.first; o < w.first+w.count; o++ {
			for _, child := range w.children {
				n.ofChild[child] = append(n.ofChild[child], o)
			}
			for k := range w.spots {
				if place := w.spots[k].place; place != nowhere {
					n.ofPlace[place] = append(n.ofPlace[place], o)
				}
			}
		}
	}
	return n
}

func newChain(s *state, n *neighbors) *chain {
	c := &chain{state: s, neighbors: n, ruinSize: 5, ruinNoise: 0.5}
	for o, fixed := range s.fixed {
		if !fixed {
			c.movable = append(c.movable, int32(o))
		}
	}
	return c
}

// run makes so many moves, or fewer when stop says so.
func (c *chain) run(moves int, stop func() bool) {
	for i := range moves {
		if i%32 == 0 && stop() || len(c.movable) == 0 {
			return
		}
		c.step()
	}
}

// step proposes one move and keeps it or undoes it.
func (c *chain) step() {
	s := c.state
	c.steps++
	soft, unmet := s.soft, s.unmet
	op, proposed, drawn := opRelocate, false, false
	switch n := s.random.below(100); {
	case n < mix[0]:
		proposed, drawn = c.relocate(), true
	case n < mix[1]:
		op, proposed = opRuin, c.ruinAndRecreate()
	default:
		op, proposed = opExchange, c.exchange()
	}
	c.scores[op].tried++
	if !proposed || !s.lawful() || !(drawn && s.unmet <= unmet || c.accepts(&s.random, s.unmet-unmet, s.soft-soft)) {
		s.undo()
		return
	}
	s.keep()
	c.scores[op].kept++
	if s.shelf.better(s) {
		s.shelf.save(s)
		c.scores[op].best++
	}
}

// anyOccurrence draws an occurrence that may change, one that is not planned more often; -1 when there is none.
func (c *chain) anyOccurrence() int32 {
	s := c.state
	if n := len(s.left); n > 0 && s.random.chance(8) {
		return s.left[s.random.below(n)]
	}
	return c.movable[s.random.below(len(c.movable))]
}

var mix = [2]int{60, 90}
