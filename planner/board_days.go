package planner

import (
	"cmp"
	"slices"
)

// version says which plan a list of bookings stands for while a change is judged.
type version int

const (
	asPlanned version = iota // the plan as it is
	without                  // the plan without the occurrence
	changed                  // the plan with the occurrence where it is asked for
)

// checkDays judges the days and the limits of one person that a change touches: a breach counts when it is in the changed plan and was not
// just as bad both in the plan as it is and in the plan without the occurrence.
func (b *Board) checkDays(person int32, moved *booking, breaches []Breach) []Breach {
	old, first := b.old(moved), moved.day()
	breaches = b.checkDaysAround(person, moved, first, breaches)
	if old != nil && old.day() != first {
		breaches = b.checkDaysAround(person, moved, old.day(), breaches)
	}
	return breaches
}

func (b *Board) checkDaysAround(person int32, moved *booking, day int, breaches []Breach) []Breach {
	judge := func(list []*booking, v version, found []Breach) []Breach {
		if today := b.in(v, onDay(list, day), person, moved, day, day); len(today) > 0 {
			b.day.set(b.model, person, day, today)
			found = b.model.checkDay(&b.day, found)
		}
		return found
	}
	breaches = b.compare(b.agenda.byPerson[person], moved, judge, breaches)
	if b.model.Problem.Professionals[person].Limits == nil {
		return breaches
	}
	firstDay := weekOf(day) * daysInWeek
	lastDay := firstDay + daysInWeek - 1
	judge = func(list []*booking, v version, found []Breach) []Breach {
		b.worked = b.worked[:0]
		days(b.in(v, list, person, moved, firstDay, lastDay), func(day int, bookings []*booking) {
			b.day.set(b.model, person, day, bookings)
			b.worked = append(b.worked, b.day.span())
		})
		return b.model.checkLimits(person, b.worked, found)
	}
	return b.compare(weekAndNeighbors(b.agenda.byPerson[person], firstDay, lastDay), moved, judge, breaches)
}

// compare judges a list in the three versions and adds the breaches that the change brings.
func (b *Board) compare(list []*booking, moved *booking, judge func([]*booking, version, []Breach) []Breach, breaches []Breach) []Breach {
	now := judge(list, changed, b.breach[changed][:0])
	b.breach[changed] = now
	if len(now) == 0 {
		return breaches
	}
	left := judge(list, without, b.breach[without][:0])
	before := left
	if b.old(moved) != nil {
		before = judge(list, asPlanned, b.breach[asPlanned][:0])
		b.breach[asPlanned] = before
	}
	b.breach[without] = left
	for _, breach := range now {
		if known := asBadIn(left, breach) && asBadIn(before, breach); !known && !asBadIn(breaches, breach) {
			breaches = append(breaches, breach)
		}
	}
	return breaches
}

// in returns a person's sorted bookings in one version. The changed version gains the booking where it lies between the two days.
func (b *Board) in(v version, list []*booking, person int32, moved *booking, firstDay, lastDay int) []*booking {
	if v == asPlanned {
		return list
	}
	b.list = b.list[:0]
	old := b.old(moved)
	add := v == changed && (slices.Contains(moved.staff, person) || slices.Contains(moved.attendees, person)) &&
		firstDay <= moved.day() && moved.day() <= lastDay
	for _, other := range list {
		if other == old {
			continue
		}
		if add && before(moved, other) {
			b.list, add = append(b.list, moved), false
		}
		b.list = append(b.list, other)
	}
	if add {
		b.list = append(b.list, moved)
	}
	return b.list
}

// weekAndNeighbors returns the bookings of whole days from the second worked day before the first day to the second after the last. One
// neighbor on each side is what rest is counted from; it may be the very day that a change empties, hence the second.
func weekAndNeighbors(list []*booking, firstDay, lastDay int) []*booking {
	start := func(b *booking, at Minute) int { return cmp.Compare(b.start, at) }
	from, _ := slices.BinarySearchFunc(list, firstDay*DayMinutes, start)
	to, _ := slices.BinarySearchFunc(list, (lastDay+1)*DayMinutes, start)
	for range 2 {
		if from > 0 {
			from, _ = slices.BinarySearchFunc(list, list[from-1].day()*DayMinutes, start)
		}
		if to < len(list) {
			to, _ = slices.BinarySearchFunc(list, (list[to].day()+1)*DayMinutes, start)
		}
	}
	return list[from:to]
}

// asBadIn reports whether the list holds the same breach, at least as far off.
func asBadIn(list []Breach, breach Breach) bool {
	return slices.ContainsFunc(list, func(other Breach) bool {
		return other.Code == breach.Code && other.Professional == breach.Professional && other.Day == breach.Day &&
			(breach.Code == CodeLunch || sameOccurrences(other, breach)) && farOff(breach) <= farOff(other)
	})
}

func sameOccurrences(one, other Breach) bool {
	if one.Activity != other.Activity || one.Occurrence != other.Occurrence {
		return false
	}
	if one.Blocking == nil || other.Blocking == nil {
		return one.Blocking == other.Blocking
	}
	return *one.Blocking == *other.Blocking
}

func farOff(breach Breach) int { return max(breach.Amount-breach.Limit, breach.Limit-breach.Amount) }
