package planner

import "cmp"

// takerBlock is a taker on a day, or in a week of a long horizon.
type takerBlock struct {
	taker int32
	block int
}

func (b takerBlock) compare(other takerBlock) int {
	return cmp.Or(cmp.Compare(b.taker, other.taker), cmp.Compare(b.block, other.block))
}

// marketFlow is the network of a market.
type marketFlow struct {
	flow
	market       *market
	source, sink int32
	demands      []int32 // [demand]: its node
	arcsIn       []int32 // [demand]: the arc from the source
	blocks       map[takerBlock]int32
}

func newMarketFlow(m *market) *marketFlow {
	n := &marketFlow{market: m, blocks: map[takerBlock]int32{}}
	n.source, n.sink = n.node(), n.node()
	coverage := map[takerBlock]int64{}
	byTaker := map[int32][]bitsFor{}
	for d := range m.demands {
		for k, taker := range m.demands[d].takers {
			byTaker[taker] = append(byTaker[taker], bitsFor{m.demands[d].starts[k], m.duration(d)})
		}
	}
	for taker, asked := range byTaker {
		m.cover(taker, asked, coverage)
	}
	weeks := map[takerBlock]int32{}
	for d := range m.demands {
		n.addDemand(d, coverage, weeks)
	}
	return n
}

// bitsFor are the starts of something so long.
type bitsFor struct {
	starts   bitset
	duration int
}

func (m *market) duration(d int) int {
	return m.check.model.Problem.Activities[m.demands[d].activity].Duration
}

// wanted returns the minutes of all occurrences of a demand.
func (n *marketFlow) wanted(d int) int64 {
	return int64(n.market.duration(d)) * int64(n.market.check.model.Problem.Activities[n.market.demands[d].activity].Count)
}

// cover adds up, by block, how much of the taker's time the demands can use on each day.
func (m *market) cover(taker int32, asked []bitsFor, coverage map[takerBlock]int64) {
	grid, days := m.check.model.Problem.Grid, m.check.model.Problem.Days
	slotsPerDay, longest := DayMinutes/grid, 0
	for _, a := range asked {
		longest = max(longest, (a.duration+grid-1)/grid)
	}
	used := make([]bool, slotsPerDay+longest)
	for day := range days {
		clear(used)
		covered := 0
		for _, a := range asked {
			length, until := (a.duration+grid-1)/grid, 0
			for slot := range slotsPerDay {
				if !a.starts.has(int32(day*slotsPerDay + slot)) {
					continue
				}
				for at := max(until, slot); at < slot+length; at++ {
					if !used[at] {
						used[at] = true
						covered++
					}
				}
				until = slot + length
			}
		}
		if covered == 0 {
			continue
		}
		minutes := m.capacity(taker, day, covered*grid, func(span Span) (inside int) {
			for at, is := range used {
				if from := day*DayMinutes + at*grid; is {
					inside += max(0, min(span.To, from+grid)-max(span.From, from))
				}
			}
			return inside
		})
		coverage[takerBlock{taker, day / m.blockDays()}] += int64(minutes)
	}
}

// addDemand connects a demand, over the blocks of days in which it can be held, with those who can take it then.
func (n *marketFlow) addDemand(d int, coverage map[takerBlock]int64, weeks map[takerBlock]int32) {
	m, node := n.market, n.node()
	activity := &m.check.model.Problem.Activities[m.demands[d].activity]
	n.demands = append(n.demands, node)
	n.arcsIn = append(n.arcsIn, n.connect(n.source, node, n.wanted(d)))
	blocks := map[int]int32{}
	for k, taker := range m.demands[d].takers {
		last := -1
		for _, day := range m.check.daysOf(m.demands[d].starts[k]) {
			block := day / m.blockDays()
			if block == last {
				continue
			}
			last = block
			between, known := blocks[block]
			if !known {
				between = n.node()
				blocks[block] = between
				n.connect(node, between, min(n.wanted(d), int64(activity.Duration)*int64(mostInBlock(activity, m.blockDays()))))
			}
			n.connect(between, n.block(takerBlock{taker, block}, coverage, weeks), unbounded)
		}
	}
}

// mostInBlock is how many occurrences of an activity so many days in a row can hold.
func mostInBlock(a *Activity, days int) int {
	if a.MinGapDays == 0 {
		return a.Count
	}
	return (days-1)/a.MinGapDays + 1
}

// block returns the node of a taker in a block, which it makes when it is first asked for.
func (n *marketFlow) block(at takerBlock, coverage map[takerBlock]int64, weeks map[takerBlock]int32) int32 {
	node, known := n.blocks[at]
	if known {
		return node
	}
	node = n.node()
	n.blocks[at] = node
	to := n.sink
	if n.market.perWeek != nil {
		if minutes, bounded := n.market.perWeek(at.taker); bounded {
			week := takerBlock{at.taker, at.block * n.market.blockDays() / daysInWeek}
			if to, known = weeks[week]; !known {
				to = n.node()
				weeks[week] = to
				n.connect(to, n.sink, int64(minutes))
			}
		}
	}
	n.connect(node, to, coverage[at])
	return node
}

// parts are sets that grow together (union and find).
type parts []int

func newParts(n int) parts {
	p := make(parts, n)
	for i := range p {
		p[i] = i
	}
	return p
}

func (p parts) of(i int) int {
	for p[i] != i {
		p[i] = p[p[i]]
		i = p[i]
	}
	return i
}

// join puts two sets together under the smaller first member.
func (p parts) join(i, k int) {
	i, k = p.of(i), p.of(k)
	p[max(i, k)] = min(i, k)
}
