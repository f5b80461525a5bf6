package ical

import "time"

const daysInWeek = 7

// zoneRule is what a zone does every year: nothing, with one onset that does
// not recur, or two changes of its offset in the order of the year.
type zoneRule struct {
	onsets []onset
}

// onset is one yearly change: the weekday that falls on firstDay of the month
// or on one of the six days after it, at a wall-clock second of the day read
// before the change.
type onset struct {
	month                     time.Month
	weekday                   time.Weekday
	firstDay, clock           int
	offsetBefore, offsetAfter int
	abbreviation              string
	daylight, recurs          bool
}

// ruleOf reads the zone's rule from the standard library's data. A zone whose
// changes follow no rule from that year on, such as one of religious feasts,
// gives the rule that nothing ever changes, which then holds in few years.
func ruleOf(location *time.Location, year int) zoneRule {
	onsets := onsetsIn(location, year)
	if len(onsets) != 2 || !widen(onsets, location, year) {
		return zoneRule{onsets: []onset{steadyOnset(location, year)}}
	}
	return zoneRule{onsets: onsets}
}

// widen lowers firstDay of each onset, found in one year, to the earliest day
// on which it falls in any year. It fails when the years differ otherwise.
func widen(onsets []onset, location *time.Location, year int) bool {
	// After 28 years the days of the week fall on the same dates again.
	const years = 28
	lastDays := []int{onsets[0].firstDay, onsets[1].firstDay}
	for later := range years {
		found := onsetsIn(location, year+later)
		if len(found) != len(onsets) {
			return false
		}
		for i := range onsets {
			if !onsets[i].sameButDay(&found[i]) {
				return false
			}
			onsets[i].firstDay = min(onsets[i].firstDay, found[i].firstDay)
			lastDays[i] = max(lastDays[i], found[i].firstDay)
		}
	}
	for i := range onsets {
		if lastDays[i]-onsets[i].firstDay != daysInWeek-1 {
			return false
		}
	}
	return true
}

// holdsIn says whether the zone does in that year just what the rule says.
func (rule zoneRule) holdsIn(location *time.Location, year int) bool {
	found := onsetsIn(location, year)
	if !rule.onsets[0].recurs {
		return len(found) == 0 && offsetAt(startOfYear(location, year)) == rule.onsets[0].offsetAfter
	}
	if len(found) != len(rule.onsets) {
		return false
	}
	for i := range found {
		days := found[i].firstDay - rule.onsets[i].firstDay
		if !rule.onsets[i].sameButDay(&found[i]) || days < 0 || days >= daysInWeek {
			return false
		}
	}
	return true
}

func (change *onset) sameButDay(other *onset) bool {
	return change.month == other.month && change.weekday == other.weekday && change.clock == other.clock &&
		change.offsetBefore == other.offsetBefore && change.offsetAfter == other.offsetAfter
}

// onsetsIn lists the changes of offset in one year, firstDay being their day.
func onsetsIn(location *time.Location, year int) []onset {
	var onsets []onset
	limit := startOfYear(location, year+1)
	for t := startOfYear(location, year); ; {
		next := boundAfter(t)
		if next.IsZero() || !next.Before(limit) {
			return onsets
		}
		if offsetAt(t) != offsetAt(next) {
			onsets = append(onsets, onsetAt(next, offsetAt(t)))
		}
		t = next
	}
}

// boundAfter is the end of the zone's period at t, zero when there is none.
// Beyond its table of changes the standard library ends leap years on 31
// December and from then on gives a bound that is not later than t; a day on,
// it counts in the next year.
func boundAfter(t time.Time) time.Time {
	_, bound := t.ZoneBounds()
	if !bound.IsZero() && !bound.After(t) {
		return t.Add(24 * time.Hour)
	}
	return bound
}

func onsetAt(change time.Time, offsetBefore int) onset {
	wallClock := change.UTC().Add(time.Duration(offsetBefore) * time.Second)
	midnight := wallClock.Truncate(24 * time.Hour)
	abbreviation, offsetAfter := change.Zone()
	return onset{
		month: wallClock.Month(), weekday: wallClock.Weekday(), firstDay: wallClock.Day(),
		clock:        int(wallClock.Sub(midnight) / time.Second),
		offsetBefore: offsetBefore, offsetAfter: offsetAfter,
		abbreviation: abbreviation, daylight: change.IsDST(), recurs: true,
	}
}

// steadyOnset stands for a zone without changes: its standard time of that year.
func steadyOnset(location *time.Location, year int) onset {
	standard := startOfYear(location, year)
	if _, next := standard.ZoneBounds(); standard.IsDST() && !next.IsZero() && !next.IsDST() {
		standard = next
	}
	abbreviation, offset := standard.Zone()
	return onset{offsetBefore: offset, offsetAfter: offset, abbreviation: abbreviation}
}

func startOfYear(location *time.Location, year int) time.Time {
	return time.Date(year, time.January, 1, 0, 0, 0, 0, location)
}

func offsetAt(t time.Time) int {
	_, offset := t.Zone()
	return offset
}
