package law

import "time"

// clock measures time between wall-clock minutes: durations are those of instants, on the nights the clocks change as well.
type clock struct{ changes []clockChange }

// clockChange is a change of the clock: from the wall-clock minute on, shift more minutes are shown than went by.
type clockChange struct{ at, shift int }

// newClock finds the changes of a location's clock in some days from a civil date on.
func newClock(first time.Time, days int, location *time.Location) clock {
	var c clock
	if location == nil {
		return c
	}
	moment := time.Date(first.Year(), first.Month(), first.Day(), 0, 0, 0, 0, location)
	over := moment.AddDate(0, 0, days)
	for {
		_, end := moment.ZoneBounds()
		if end.IsZero() || !end.Before(over) || !end.After(moment) { // of far years the bounds may not move on
			return c
		}
		_, before := moment.Zone()
		_, after := end.Zone()
		if before != after {
			// The wall shows times between the two readings twice or never; after the later one it is unambiguous again.
			reading := end.UTC().Add(time.Duration(max(before, after)) * time.Second)
			c.changes = append(c.changes, clockChange{at: int(reading.Sub(first) / time.Minute), shift: (after - before) / 60})
		}
		moment = end
	}
}

// elapsed returns the minutes that go by between two wall-clock minutes.
func (c *clock) elapsed(from, to Minute) int {
	minutes := to - from
	for _, change := range c.changes {
		if from < change.at && change.at <= to {
			minutes -= change.shift
		}
	}
	return minutes
}
