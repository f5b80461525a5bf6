package search

// mostDetours bounds the memory of the detours that are remembered.
const mostDetours = 1 << 24

// detours remember, for a person's day and a place, the least travel that going there would add. They are worked out when asked for
// and hold until the day changes.
type detours struct {
	days    int      // people × days
	known   []detour // [place*days+at]; empty when it would be too large
	version []int32  // [at]: grows with each change of the day
}

type detour struct{ version, minutes int32 }

func (d *detours) init(t *tables) {
	d.days = len(t.people) * int(t.days)
	d.version = make([]int32, d.days)
	for i := range d.version {
		d.version[i] = 1
	}
	if size := d.days * int(t.places); size <= mostDetours {
		d.known = make([]detour, size)
	}
}

// nearest is the least way in minutes that going to the place can add to the person's day, and whether that is known.
func (s *state) nearest(person, day, place int32) (minutes int32, known bool) {
	if place == nowhere {
		return 0, true
	}
	if len(s.detours.known) == 0 {
		return 0, false
	}
	at := int(person*s.days + day)
	d := &s.detours.known[int(place)*s.detours.days+at]
	if d.version != s.detours.version[at] {
		d.version = s.detours.version[at]
		d.minutes, _ = s.leastDetour(person, day, place)
	}
	return d.minutes, true
}

// leastDetour tries every gap of the day, whether the time fits or not, and returns the least way and the entry before which that gap is.
func (s *state) leastDetour(person, day, place int32) (least int32, gap int) {
	h, diary := &s.people[person], s.diaries[person*s.days+day]
	least = endless
	from := h.base
	for i := 0; ; i++ {
		in, out, saved := s.detourAt(h, diary, i, from, place)
		if way := in + out - saved; way < least {
			least, gap = way, i
		}
		if i == len(diary) {
			return least, gap
		}
		if diary[i].place != nowhere {
			from = diary[i].place
		}
	}
}

// detourAt is the way to a place before the i-th entry of a day, the way on, and the way that is not made any more. The person comes from
// the place where they are by then.
func (t *tables) detourAt(h *human, diary []entry, i int, from, place int32) (in, out, saved int32) {
	next := i
	for next < len(diary) && diary[next].place == nowhere {
		next++
	}
	to := h.base
	if next < len(diary) {
		to = diary[next].place
	} else if !h.fromBase {
		to = nowhere
	}
	coming := i > 0 || h.fromBase
	if coming {
		in = t.travel[from*t.places+place]
	}
	if to != nowhere {
		out = t.travel[place*t.places+to]
		if coming || next > i {
			saved = t.travel[from*t.places+to]
		}
	}
	return in, out, saved
}
