package school

import (
	"regexp"
	"strings"
)

// parseCalendar reads the events of an iCalendar (RFC 5545): all-day ones whose end is the day class resumes.
func parseCalendar(text, zone string) ([]Holiday, error) {
	var holidays []Holiday
	var event *entry
	calendarZones := zonesIn(calendarName(text))
	if len(calendarZones) == 0 && zone != "" {
		calendarZones = []string{zone}
	}
	for number, line := range unfolded(text) {
		name, value, _ := strings.Cut(line, ":")
		name, _, _ = strings.Cut(name, ";")
		switch {
		case line == "BEGIN:VEVENT":
			event = &entry{line: number + 1}
		case event == nil:
		case name == "SUMMARY":
			event.name = unescaped.Replace(value)
		case name == "DTSTART":
			event.start = value
		case name == "DTEND":
			event.end = value
		case line == "END:VEVENT":
			found, err := event.inZones(calendarZones)
			if err != nil {
				return nil, err
			}
			holidays = append(holidays, found...)
			event = nil
		}
	}
	return holidays, nil
}

// inZones returns the event's holiday in each zone it names, else in those of the calendar.
func (e *entry) inZones(zones []string) ([]Holiday, error) {
	if named := zonesIn(e.name); len(named) > 0 {
		zones = named
		e.name = strings.TrimRight(zonePattern.ReplaceAllString(e.name, ""), " -–:(")
	}
	var holidays []Holiday
	for _, zone := range zones {
		e.zone = zone
		holiday, forPupils, err := e.holiday()
		if err != nil {
			return nil, err
		}
		if forPupils {
			holidays = append(holidays, holiday)
		}
	}
	if len(zones) == 0 {
		return nil, &Error{Line: e.line, Key: "zone_missing", Value: clipped(e.name)}
	}
	return holidays, nil
}

var (
	unescaped   = strings.NewReplacer(`\n`, " ", `\,`, ",", `\;`, ";", `\\`, `\`)
	zonePattern = regexp.MustCompile(`(?i)\bzones?[ :]+[ABC]\b(?:[ ,/+&]+(?:et +)?[ABC]\b)*\)?`)
	zoneLetters = regexp.MustCompile(`\b[ABC]\b`)
)

// zonesIn returns the zones a text names: « Zones A, B et C », « Corse ».
func zonesIn(text string) []string {
	if found := zonePattern.FindString(text); found != "" {
		return zoneLetters.FindAllString(found, -1)
	}
	folded := fold(text)
	for _, t := range territories {
		if strings.Contains(folded, fold(t.name)) {
			return []string{t.name}
		}
	}
	return nil
}

func calendarName(text string) string {
	for _, line := range unfolded(text) {
		if name, found := strings.CutPrefix(line, "X-WR-CALNAME:"); found {
			return name
		}
	}
	return ""
}

// unfolded returns the content lines: a line that begins with a space goes on from the one before.
func unfolded(text string) []string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	text = strings.NewReplacer("\n ", "", "\n\t", "").Replace(text)
	return strings.Split(text, "\n")
}
