package search

// chain is one walk through lawful plans. It is used by one goroutine at a time.
type chain struct {
	annealing
	state     *state
	relations *relations
	movable   []int32 // occurrences that may change
	steps     int64
	eagerness int // how often, in 1024 moves, displace is tried while something is left out
	targets   [deepest + 1]target
	forced    [deepest]int32 // what the running ejection chain has planned, by depth
	scores    [operatorCount]operatorScore
}

// operator is one kind of move. A proposal changes the state by take and put and leaves it to the chain to keep that or to undo it; it is
// false when it found nothing to propose.
type operator struct {
	name    string
	share   int // how often, in 100 moves
	propose func(*chain) bool
	drawn   bool // what it proposes is drawn with the probabilities of the temperature: it stands unless more is left out
}

// displaced is the operator that moves begin with while something is left out; its share is the chain's eagerness.
const displaced = 0

const operatorCount = 5

var operators = [operatorCount]operator{
	displaced: {name: "displace", propose: (*chain).displace},
	1:         {name: "relocate", share: 45, propose: (*chain).relocate, drawn: true},
	2:         {name: "ruin", share: 25, propose: (*chain).ruinAndRecreate},
	3:         {name: "exchange", share: 5, propose: (*chain).exchange},
	4:         {name: "attract", share: 25, propose: (*chain).attract},
}

// operatorScore counts what became of an operator's moves.
type operatorScore struct{ tried, kept, best int64 }

func newChain(s *state, related *relations, scale float64) *chain {
	c := &chain{state: s, relations: related, eagerness: eager, annealing: annealing{scale: scale}}
	if lightest := s.lightest(); lightest > 0 {
		c.unmetPrice = dearly * hottest * scale / float64(lightest)
	}
	s.squeezeBelow = gentle * scale
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
		if i%16 == 0 && stop() {
			return
		}
		c.step()
	}
}

// step proposes one move and keeps it or undoes it.
func (c *chain) step() {
	s, op := c.state, c.anyOperator()
	c.steps++
	c.scores[op].tried++
	soft, unmet := s.soft, s.unmet
	if !operators[op].propose(c) || !s.lawful() || !c.stands(op, s.unmet-unmet, s.soft-soft) {
		s.undo()
		return
	}
	s.keep()
	c.scores[op].kept++
	if s.shelf.worseThan(s) {
		s.shelf.save(s)
		c.scores[op].best++
	}
}

func (c *chain) stands(op int, unmet, soft int64) bool {
	return operators[op].drawn && unmet <= 0 || c.accepts(&c.state.random, unmet, soft)
}

func (c *chain) anyOperator() int {
	random := &c.state.random
	if len(c.state.left) > 0 && random.below(1024) < c.eagerness {
		return displaced
	}
	n := random.below(100)
	for op := range operators {
		if n -= operators[op].share; n < 0 {
			return op
		}
	}
	return len(operators) - 1
}

// anyOccurrence draws an occurrence that may change, one that is not planned more often.
func (c *chain) anyOccurrence() int32 {
	s := c.state
	if n := len(s.left); n > 0 && s.random.chance(8) {
		return s.left[s.random.below(n)]
	}
	return c.movable[s.random.below(len(c.movable))]
}
