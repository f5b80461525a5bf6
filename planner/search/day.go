package search

// entry is one occurrence in a person's diary.
type entry struct {
	start, end int32
	place      int32 // or nowhere: where the person is by then
	occurrence int32
}

// dayFacts is what one day of a person comes to.
type dayFacts struct {
	travel      int32 // minutes, base travel included
	busy        int32 // minutes of what they do
	first, last int32 // of what they do, widened by the base travel
	lunch       int32 // where the first free stretch that is long enough begins
	worked      bool
	drifting    bool // something without a place is in it
	lawful      bool // rules 3 (no overlap), 4 and 5 hold
}

// walk goes through a day in order of start and applies the rules of travel and lunch (4 and 5).
func (t *tables) walk(person, day int32, diary []entry) dayFacts {
	if len(diary) == 0 {
		return dayFacts{lawful: true}
	}
	h := &t.people[person]
	f := dayFacts{worked: true, lawful: true}
	fed := !h.hasLunch
	var lunch lunchSearch
	if h.hasLunch {
		lunch = lunchSearch{from: day*dayMinutes + int32(h.lunch.From), to: day*dayMinutes + int32(h.lunch.To), minutes: int32(h.lunch.Minutes)}
	}
	at, end := h.base, int32(0)
	for i := range diary {
		e := &diary[i]
		from := at
		if e.place != nowhere {
			at = e.place
		} else {
			f.drifting = true
		}
		if i == 0 {
			f.first = e.start
			if h.fromBase {
				out := t.travel[h.base*t.places+at]
				f.travel += out
				f.first -= out
			}
			if !fed && lunch.fits(lunch.from, f.first) {
				fed, f.lunch = true, longAgo
			}
		} else {
			leg := t.travel[from*t.places+at]
			f.travel += leg
			if e.start-end < leg {
				f.lawful = false
			}
			if !fed && (lunch.fits(end+leg, e.start) || lunch.fits(end, e.start-leg)) {
				fed, f.lunch = true, end
			}
		}
		f.busy += e.end - e.start
		end = e.end
	}
	f.last = end
	if h.fromBase {
		back := t.travel[at*t.places+h.base]
		f.travel += back
		f.last += back
		if hours := h.hours[day]; hours.from <= hours.to && (f.first < hours.from || f.last > hours.to) {
			f.lawful = false
		}
	}
	if !fed && lunch.fits(f.last, lunch.to) {
		fed, f.lunch = true, end
	}
	f.lawful = f.lawful && fed
	return f
}

// lunchSearch looks for the free stretch that rule 5 asks for.
type lunchSearch struct{ from, to, minutes int32 }

func (l lunchSearch) fits(from, to int32) bool {
	return min(to, l.to)-max(from, l.from) >= l.minutes
}
