package check

import (
	"cmp"
	"maps"
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// people is rules 3 to 6.
func (v *verifier) people() {
	with := map[string][]*meeting{}
	for _, m := range v.meetings {
		for _, id := range m.everybody() {
			if !slices.Contains(with[id], m) {
				with[id] = append(with[id], m)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(with)) {
		meetings := with[id]
		v.apart(3, id, meetings)
		who := v.person[id]
		for _, m := range meetings {
			if !slices.ContainsFunc(who.Available, func(s planner.Span) bool { return s.From <= m.Start && m.end <= s.To }) {
				v.broken(3, "%s is not there for %s", id, m)
			}
		}
		walks := v.walks(who, meetings)
		for _, w := range walks {
			v.walk(w)
		}
		v.limits(who, walks)
	}
}

// walk is a person's day: what it holds, where, and how long every way takes.
type walk struct {
	who                  *planner.Professional
	date                 int
	meetings             []*meeting
	places               []string
	out, back            int // minutes from and to base, 0 for those who go from and to anywhere
	between              []int
	leavesBase, backHome planner.Minute
}

// walks returns a person's days in their order.
func (h *house) walks(who *planner.Professional, meetings []*meeting) []walk {
	byDate := map[int][]*meeting{}
	for _, m := range meetings {
		byDate[m.today()] = append(byDate[m.today()], m)
	}
	var walks []walk
	for _, date := range slices.Sorted(maps.Keys(byDate)) {
		w := walk{who: who, date: date, meetings: byDate[date]}
		slices.SortStableFunc(w.meetings, func(a, b *meeting) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.end, b.end)) })
		here, lastEnd := who.Base, w.meetings[0].end
		for i, m := range w.meetings {
			there := here
			if m.Place != nil {
				there = *m.Place
			}
			if i > 0 {
				w.between = append(w.between, h.way(here, there))
			}
			w.places = append(w.places, there)
			here, lastEnd = there, max(lastEnd, m.end)
		}
		if who.FromBase {
			w.out, w.back = h.way(who.Base, w.places[0]), h.way(here, who.Base)
		}
		w.leavesBase, w.backHome = w.meetings[0].Start-w.out, lastEnd+w.back
		walks = append(walks, w)
	}
	return walks
}

// walk is rules 4 and 5.
func (v *verifier) walk(w walk) {
	for i, minutes := range w.between {
		if w.meetings[i].end+minutes > w.meetings[i+1].Start {
			v.broken(4, "%s: %d minutes from %s to %s", w.who.ID, minutes, w.meetings[i], w.meetings[i+1])
		}
	}
	if w.who.FromBase {
		opens, closes, known := 0, 0, false
		for _, s := range w.who.Available {
			if floor(s.From, day) != w.date {
				continue
			}
			if !known {
				opens, closes, known = s.From, s.To, true
			}
			opens, closes = min(opens, s.From), max(closes, s.To)
		}
		if known && (w.leavesBase < opens || w.backHome > closes) {
			v.broken(4, "%s: day %d begins or ends too far from base", w.who.ID, w.date)
		}
	}
	if w.who.Lunch != nil && !w.hasLunch() {
		v.broken(5, "%s: no lunch on day %d", w.who.ID, w.date)
	}
}

// hasLunch tries the meal at every minute at which it could begin, against what the day then still asks.
func (w walk) hasLunch() bool {
	lunch := w.who.Lunch
	for begin := w.date*day + lunch.From; begin+lunch.Minutes <= w.date*day+lunch.To; begin++ {
		if w.free(begin, begin+lunch.Minutes) {
			return true
		}
	}
	return false
}

// free says whether the person can be at rest from one minute to another: before the way out, after the way back, or between two meetings
// with the way done wholly before or wholly after.
func (w walk) free(from, to planner.Minute) bool {
	last := w.meetings[len(w.meetings)-1]
	if to <= w.leavesBase || from >= last.end+w.back {
		return true
	}
	for i, minutes := range w.between {
		ends, starts := w.meetings[i].end, w.meetings[i+1].Start
		if from >= ends+minutes && to <= starts || from >= ends && to <= starts-minutes {
			return true
		}
	}
	return false
}

// limits is rule 6.
func (v *verifier) limits(who *planner.Professional, walks []walk) {
	if who.Limits == nil {
		return
	}
	type total struct{ work, days int }
	weeks := map[int]total{}
	for i, w := range walks {
		span := w.backHome - w.leavesBase
		work := span
		if lunch := who.Lunch; lunch != nil {
			from, to := w.date*day+lunch.From, w.date*day+lunch.To
			if min(to, w.backHome)-max(from, w.leavesBase) > lunch.Minutes {
				work -= lunch.Minutes
			}
		}
		if span > who.Limits.DaySpan {
			v.broken(6, "%s: day %d spans %d minutes", who.ID, w.date, span)
		}
		if work > who.Limits.DayWork {
			v.broken(6, "%s: %d minutes of work on day %d", who.ID, work, w.date)
		}
		if i > 0 && w.leavesBase-walks[i-1].backHome < who.Limits.Rest {
			v.broken(6, "%s: too little rest before day %d", who.ID, w.date)
		}
		block := floor(w.date, week)
		weeks[block] = total{weeks[block].work + work, weeks[block].days + 1}
	}
	for _, block := range slices.Sorted(maps.Keys(weeks)) {
		sum := weeks[block]
		if sum.work > who.Limits.WeekWork || sum.days > who.Limits.WeekDays {
			v.broken(6, "%s: %d minutes on %d days in week %d", who.ID, sum.work, sum.days, block)
		}
	}
}
