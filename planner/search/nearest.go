package search

import "github.com/maillage-dime/maillage/planner"

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

// nearest is the least that the way to the place can cost the person on that day; 0 when that is not known.
func (s *state) nearest(person, day, place int32) int64 {
	if place == nowhere || len(s.detours.known) == 0 {
		return 0
	}
	at := int(person*s.days + day)
	d := &s.detours.known[int(place)*s.detours.days+at]
	if d.version != s.detours.version[at] {
		d.version, d.minutes = s.detours.version[at], s.leastDetour(person, day, place)
	}
	return int64(d.minutes) * s.weights[planner.TermTravel]
}

// leastDetour tries every gap of the day, whether the time fits or not.
func (s *state) leastDetour(person, day, place int32) int32 {
	h, at := &s.people[person], person*s.days+day
	if s.facts[at].drifting {
		return 0
	}
	way := func(from, to int32) int32 { return s.travel[from*s.places+to] }
	diary := s.diaries[at]
	if len(diary) == 0 {
		if h.fromBase {
			return way(h.base, place) + way(place, h.base)
		}
		return 0
	}
	first, last := diary[0].place, diary[len(diary)-1].place
	least := min(way(place, first), way(last, place))
	if h.fromBase {
		least = min(way(h.base, place)+way(place, first)-way(h.base, first), way(last, place)+way(place, h.base)-way(last, h.base))
	}
	for i := 1; i < len(diary); i++ {
		before, after := diary[i-1].place, diary[i].place
		least = min(least, way(before, place)+way(place, after)-way(before, after))
	}
	return least
}
