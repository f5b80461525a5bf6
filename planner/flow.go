package planner

// flow is a network in which as much as possible is sent from one node to another.
type flow struct {
	arcs  []arc   // an arc and the one back stand side by side: 2k and 2k+1
	first []int32 // [node]: its latest arc; -1 for none
	level []int32
	next  []int32 // [node]: the arc to try next
}

type arc struct {
	to, other int32 // other: the arc before it of the same node; -1 for none
	left      int64 // what can still be sent
}

// unbounded is more than all demand together.
const unbounded int64 = 1 << 60

// node adds a node and returns its number.
func (f *flow) node() int32 {
	f.first = append(f.first, -1)
	return int32(len(f.first) - 1)
}

// connect adds an arc of a capacity and returns its number.
func (f *flow) connect(from, to int32, capacity int64) int32 {
	at := int32(len(f.arcs))
	f.arcs = append(f.arcs, arc{to, f.first[from], capacity}, arc{from, f.first[to], 0})
	f.first[from], f.first[to] = at, at+1
	return at
}

// sent returns what goes through an arc.
func (f *flow) sent(at int32) int64 { return f.arcs[at^1].left }

// fill sends as much as possible from source to sink, along shortest ways first (Dinic).
func (f *flow) fill(source, sink int32) {
	f.level, f.next = make([]int32, len(f.first)), make([]int32, len(f.first))
	for f.layer(source)[sink] >= 0 {
		copy(f.next, f.first)
		for sent := unbounded; sent > 0; {
			sent = f.push(source, sink, unbounded)
		}
	}
}

// layer returns how many arcs with something left each node is away from the source; -1 for those out of reach.
func (f *flow) layer(source int32) []int32 {
	for node := range f.level {
		f.level[node] = -1
	}
	f.level[source] = 0
	for queue := []int32{source}; len(queue) > 0; queue = queue[1:] {
		for at := f.first[queue[0]]; at >= 0; at = f.arcs[at].other {
			if a := &f.arcs[at]; a.left > 0 && f.level[a.to] < 0 {
				f.level[a.to] = f.level[queue[0]] + 1
				queue = append(queue, a.to)
			}
		}
	}
	return f.level
}

// push sends up to most from a node to the sink, one layer at a time.
func (f *flow) push(node, sink int32, most int64) int64 {
	if node == sink {
		return most
	}
	for ; f.next[node] >= 0; f.next[node] = f.arcs[f.next[node]].other {
		at := f.next[node]
		if a := &f.arcs[at]; a.left > 0 && f.level[a.to] == f.level[node]+1 {
			if sent := f.push(a.to, sink, min(most, a.left)); sent > 0 {
				f.arcs[at].left -= sent
				f.arcs[at^1].left += sent
				return sent
			}
		}
	}
	return 0
}
