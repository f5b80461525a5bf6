package planner

import "math/bits"

// bitset is a fixed set of small numbers.
type bitset []uint64

func newBitset(size int) bitset { return make(bitset, (size+63)/64) }

func (b bitset) add(i int32) { b[i>>6] |= 1 << (i & 63) }

func (b bitset) has(i int32) bool { return b[i>>6]&(1<<(i&63)) != 0 }

// complement returns what the set does not hold; callers ask it only about members of the same range.
func (b bitset) complement() bitset {
	others := make(bitset, len(b))
	for word := range b {
		others[word] = ^b[word]
	}
	return others
}

// list returns the members, ascending.
func (b bitset) list() []int32 {
	var members []int32
	for word, left := range b {
		for ; left != 0; left &= left - 1 {
			members = append(members, int32(word<<6+bits.TrailingZeros64(left)))
		}
	}
	return members
}

func (b bitset) remove(i int32) { b[i>>6] &^= 1 << (i & 63) }

// join adds the members of the other set.
func (b bitset) join(other bitset) {
	for word := range b {
		b[word] |= other[word]
	}
}

// keep removes what the other set does not hold.
func (b bitset) keep(other bitset) {
	for word := range b {
		b[word] &= other[word]
	}
}

func (b bitset) empty() bool {
	for _, word := range b {
		if word != 0 {
			return false
		}
	}
	return true
}
