package search

import (
	"testing"

	"pgregory.net/rapid"
)

func drawMask(t *rapid.T, slots int32, what string) mask {
	m := make(mask, (slots+63)/64)
	for range rapid.IntRange(0, 6).Draw(t, what) {
		from := rapid.Int32Range(0, slots-1).Draw(t, what)
		m.setRange(from, rapid.Int32Range(from, slots).Draw(t, what))
	}
	return m
}

func TestMaskQuestionsAgreeWithSlots(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		slots := rapid.Int32Range(1, 300).Draw(t, "slots")
		a, b := drawMask(t, slots, "a"), drawMask(t, slots, "b")
		from := rapid.Int32Range(0, slots-1).Draw(t, "from")
		to := rapid.Int32Range(0, slots-1).Draw(t, "to")
		first, last, some := int32(-1), int32(-1), false
		for slot := from; slot <= to; slot++ {
			if a.has(slot) && b.has(slot) {
				if first < 0 {
					first = slot
				}
				last = slot
			}
			some = some || slot < to && a.has(slot)
		}
		if got := firstCommon(a, b, from, to); got != first {
			t.Errorf("the first common slot of [%d, %d] is %d, not %d", from, to, first, got)
		}
		if got := lastCommon(a, b, from, to); got != last {
			t.Errorf("the last common slot of [%d, %d] is %d, not %d", from, to, last, got)
		}
		if got := a.anyIn(from, to); got != some {
			t.Errorf("a slot in [%d, %d): %v, not %v", from, to, some, got)
		}
		length := rapid.Int32Range(1, slots).Draw(t, "length")
		blocked := make(mask, len(a))
		spread(blocked, a, length)
		for slot := range slots {
			if want := a.anyIn(slot, min(slot+length, slots)); blocked.has(slot) != want {
				t.Errorf("something of %d slots meets a busy one from slot %d: %v, not %v", length, slot, want, blocked.has(slot))
			}
		}
		a.clearRange(from, to)
		for slot := from; slot < to; slot++ {
			if a.has(slot) {
				t.Errorf("slot %d was cleared", slot)
			}
		}
	})
}
