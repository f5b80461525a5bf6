package search

import "math/bits"

// mask is a set of slots of the horizon, one bit each.
type mask []uint64

func (m mask) has(slot int32) bool { return m[slot>>6]&(1<<(slot&63)) != 0 }

// setRange adds the slots of [from, to).
func (m mask) setRange(from, to int32) {
	for from < to {
		word, bit := from>>6, from&63
		n := min(64-bit, to-from)
		m[word] |= ones(n) << bit
		from += n
	}
}

// clearRange removes the slots of [from, to).
func (m mask) clearRange(from, to int32) {
	for from < to {
		word, bit := from>>6, from&63
		n := min(64-bit, to-from)
		m[word] &^= ones(n) << bit
		from += n
	}
}

// anyIn reports whether a slot of [from, to) is in the set.
func (m mask) anyIn(from, to int32) bool {
	for from < to {
		word, bit := from>>6, from&63
		n := min(64-bit, to-from)
		if m[word]&(ones(n)<<bit) != 0 {
			return true
		}
		from += n
	}
	return false
}

func ones(n int32) uint64 { return ^uint64(0) >> (64 - n) }

// firstCommon returns the first slot of [from, to] that both sets hold, or -1.
func firstCommon(a, b mask, from, to int32) int32 {
	if from > to {
		return -1
	}
	word, last := from>>6, to>>6
	both := a[word] & b[word] & (^uint64(0) << (from & 63))
	for {
		if both != 0 {
			if slot := word<<6 + int32(bits.TrailingZeros64(both)); slot <= to {
				return slot
			}
			return -1
		}
		if word++; word > last {
			return -1
		}
		both = a[word] & b[word]
	}
}

// lastCommon returns the last slot of [from, to] that both sets hold, or -1.
func lastCommon(a, b mask, from, to int32) int32 {
	if from > to {
		return -1
	}
	word, first := to>>6, from>>6
	both := a[word] & b[word] & (^uint64(0) >> (63 - to&63))
	for {
		if both != 0 {
			if slot := word<<6 + 63 - int32(bits.LeadingZeros64(both)); slot >= from {
				return slot
			}
			return -1
		}
		if word--; word < first {
			return -1
		}
		both = a[word] & b[word]
	}
}

// spread makes dst the slots at which something of the given length would meet a busy slot: busy and everything up to length-1 before it.
// It doubles the reach with each shift.
func spread(dst, busy mask, length int32) {
	copy(dst, busy)
	for reach := int32(1); reach < length; {
		step := min(reach, length-reach)
		orShiftedDown(dst, step)
		reach += step
	}
}

// orShiftedDown adds to each slot what the slot step later holds.
func orShiftedDown(m mask, step int32) {
	words, bit := int(step>>6), step&63
	for i := range m {
		var later uint64
		if i+words < len(m) {
			later = m[i+words] >> bit
		}
		if bit > 0 && i+words+1 < len(m) {
			later |= m[i+words+1] << (64 - bit)
		}
		m[i] |= later
	}
}
