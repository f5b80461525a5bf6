package ical

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	goical "github.com/emersion/go-ical"
)

// zoneWriter declares a time zone and writes times in it.
//
// Go knows every change a zone ever made; a VTIMEZONE that all calendar
// programs understand knows one rule per half-year, valid for ever. Where the
// two disagree, in years of another law or in zones without a yearly rule, and
// where a wall-clock hour happens twice, times are written in UTC.
type zoneWriter struct {
	location *time.Location
	params   goical.Params
	rule     zoneRule
	// agreesIn remembers for which years the rule is what Go knows.
	agreesIn map[int]bool
}

func newZoneWriter(location *time.Location, year int) *zoneWriter {
	return &zoneWriter{
		location: location,
		params:   goical.Params{goical.ParamTimezoneID: {location.String()}},
		rule:     ruleOf(location, year),
		agreesIn: map[int]bool{},
	}
}

// format writes both ends of an event in the same form, which RFC 5545 3.8.2.2
// wants: local with the zone, or UTC. An event across a change of offset is in
// UTC too, because Evolution ends it an hour off otherwise.
func (zone *zoneWriter) format(start, end time.Time) (from, to string, params goical.Params) {
	start, end = start.In(zone.location), end.In(zone.location)
	if offsetAt(start) == offsetAt(end) && zone.isCertain(start) && zone.isCertain(end) {
		return start.Format(localTimeFormat), end.Format(localTimeFormat), zone.params
	}
	return start.UTC().Format(utcTimeFormat), end.UTC().Format(utcTimeFormat), nil
}

// isCertain says whether the wall clock of t, read with the declared rule,
// gives t back.
func (zone *zoneWriter) isCertain(t time.Time) bool {
	year := t.Year()
	agrees, known := zone.agreesIn[year]
	if !known {
		agrees = zone.rule.holdsIn(zone.location, year)
		zone.agreesIn[year] = agrees
	}
	return agrees && !happensTwice(t)
}

// happensTwice says whether clocks put back make the wall clock of t recur.
func happensTwice(t time.Time) bool {
	offset := offsetAt(t)
	before, after := t.ZoneBounds()
	if !before.IsZero() {
		putBack := offsetAt(before.Add(-time.Second)) - offset
		if putBack > 0 && t.Sub(before) < time.Duration(putBack)*time.Second {
			return true
		}
	}
	if !after.IsZero() {
		putBack := offset - offsetAt(after)
		if putBack > 0 && after.Sub(t) <= time.Duration(putBack)*time.Second {
			return true
		}
	}
	return false
}

// component is the VTIMEZONE. Its onsets recur yearly from 1970, never as
// RDATE, from which Outlook reads hours an hour off.
func (zone *zoneWriter) component() *goical.Component {
	component := goical.NewComponent(goical.CompTimezone)
	set := newPropertySet(1)
	set.setText(goical.PropTimezoneID, cleanLine(zone.location.String()))
	component.Props = set.props
	for i := range zone.rule.onsets {
		component.Children = append(component.Children, zone.rule.onsets[i].component())
	}
	return component
}

// component is the STANDARD or DAYLIGHT part that begins with this onset.
func (change *onset) component() *goical.Component {
	name := goical.CompTimezoneStandard
	if change.daylight {
		name = goical.CompTimezoneDaylight
	}
	const properties = 5
	set := newPropertySet(properties)
	set.set(goical.PropDateTimeStart, change.firstSince1970().Format(localTimeFormat), nil)
	if change.recurs {
		set.set(goical.PropRecurrenceRule, change.recurrence(), nil)
	}
	set.set(goical.PropTimezoneOffsetFrom, formatOffset(change.offsetBefore), nil)
	set.set(goical.PropTimezoneOffsetTo, formatOffset(change.offsetAfter), nil)
	set.setText(goical.PropTimezoneName, change.abbreviation)
	return &goical.Component{Name: name, Props: set.props}
}

// firstSince1970 is the wall clock, before the change, of its first onset.
func (change *onset) firstSince1970() time.Time {
	first := time.Date(1970, time.January, 1, 0, 0, 0, 0, time.UTC)
	if !change.recurs {
		return first
	}
	first = time.Date(1970, change.month, change.firstDay, 0, 0, change.clock, 0, time.UTC)
	return first.AddDate(0, 0, int(change.weekday-first.Weekday()+daysInWeek)%daysInWeek)
}

// recurrence states the seven possible days of the month in the shortest form
// that says exactly that.
func (change *onset) recurrence() string {
	rule := fmt.Sprintf("FREQ=YEARLY;BYMONTH=%d", change.month)
	weekday := strings.ToUpper(change.weekday.String()[:2])
	lastDay := time.Date(1970, change.month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	switch {
	case change.firstDay == lastDay-daysInWeek+1:
		return rule + ";BYDAY=-1" + weekday
	case change.firstDay%daysInWeek == 1:
		return rule + ";BYDAY=" + strconv.Itoa(change.firstDay/daysInWeek+1) + weekday
	}
	days := make([]string, daysInWeek)
	for i := range days {
		days[i] = strconv.Itoa(change.firstDay + i)
	}
	return rule + ";BYMONTHDAY=" + strings.Join(days, ",") + ";BYDAY=" + weekday
}

// formatOffset writes seconds east of Greenwich as RFC 5545 3.3.14 says.
func formatOffset(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	offset := fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		offset += fmt.Sprintf("%02d", seconds%60)
	}
	return offset
}
