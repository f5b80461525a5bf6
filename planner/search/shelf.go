package search

import "cmp"

// shelf keeps the best plan a chain has met. Only what changed since the last time is copied.
type shelf struct {
	soft, unmet        int64
	broken             int32 // rules that the pinned occurrences break by themselves
	terms              terms
	start, place, room []int32
	staff              []int32
	attending          []bool
	changed            []int32 // occurrences that may differ from the state
	isChanged          []bool
}

func (b *shelf) init(s *state) {
	n := len(s.start)
	b.start, b.place, b.room = make([]int32, n), make([]int32, n), make([]int32, n)
	b.staff, b.attending = make([]int32, len(s.staff)), make([]bool, len(s.attending))
	b.changed, b.isChanged = make([]int32, 0, n), make([]bool, n)
	copy(b.start, s.start)
	b.soft, b.unmet = s.soft, s.unmet
}

// mark says that the occurrence changed.
func (b *shelf) mark(o int32) {
	if !b.isChanged[o] {
		b.isChanged[o] = true
		b.changed = append(b.changed, o)
	}
}

// worseThan reports whether the state is better than the shelf: hard first, then unmet, then soft.
func (b *shelf) worseThan(s *state) bool {
	return cmp.Or(cmp.Compare(s.broken, b.broken), cmp.Compare(s.unmet, b.unmet), cmp.Compare(s.soft, b.soft)) < 0
}

// beats reports whether the plan is better than another chain's.
func (b *shelf) beats(other *shelf) bool {
	return cmp.Or(cmp.Compare(b.broken, other.broken), cmp.Compare(b.unmet, other.unmet), cmp.Compare(b.soft, other.soft)) < 0
}

// save makes the state the best plan.
func (b *shelf) save(s *state) {
	for _, o := range b.changed {
		b.copyOne(s, o)
	}
	b.forget()
	b.soft, b.unmet, b.broken, b.terms = s.soft, s.unmet, s.broken, s.terms
}

func (b *shelf) copyOne(s *state, o int32) {
	b.isChanged[o] = false
	b.start[o], b.place[o], b.room[o] = s.start[o], s.place[o], s.room[o]
	w := &s.works[s.workOf[o]]
	from, to := int(s.seatBase[o]), int(s.seatBase[o])+len(w.seats)
	copy(b.staff[from:to], s.staff[from:to])
	from, to = int(s.extraBase[o]), int(s.extraBase[o])+len(w.optional)
	copy(b.attending[from:to], s.attending[from:to])
}

func (b *shelf) forget() { b.changed = b.changed[:0] }

// restore makes the state the plan on the shelf of a chain: its own, or another's.
func (s *state) restore(b *shelf) {
	for o := range int32(len(s.start)) {
		if s.start[o] >= 0 && !s.same(b, o) {
			s.take(o)
		}
	}
	for o := range int32(len(s.start)) {
		if s.start[o] < 0 && b.start[o] >= 0 {
			s.put(o, s.scratch.fromShelf(s, b, o))
		}
	}
	s.keep()
}

func (s *state) same(b *shelf, o int32) bool {
	w := &s.works[s.workOf[o]]
	if s.start[o] != b.start[o] || s.place[o] != b.place[o] || s.room[o] != b.room[o] {
		return false
	}
	for i := int(s.seatBase[o]); i < int(s.seatBase[o])+len(w.seats); i++ {
		if s.staff[i] != b.staff[i] {
			return false
		}
	}
	for i := int(s.extraBase[o]); i < int(s.extraBase[o])+len(w.optional); i++ {
		if s.attending[i] != b.attending[i] {
			return false
		}
	}
	return true
}

func (c *scratch) fromShelf(s *state, b *shelf, o int32) *option {
	w := &s.works[s.workOf[o]]
	c.former = option{
		start: b.start[o], place: b.place[o], room: b.room[o],
		staff:     b.staff[s.seatBase[o] : int(s.seatBase[o])+len(w.seats)],
		attending: b.attending[s.extraBase[o] : int(s.extraBase[o])+len(w.optional)],
	}
	return &c.former
}
