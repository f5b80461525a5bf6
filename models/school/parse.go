package school

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// The limits of a file. The ministry's holds all years since 2017 in about four thousand rows.
const (
	LargestFile  = 4 << 20
	mostHolidays = 20_000
	longestName  = 120
)

// Error says what is wrong with a file and where. Key is what a screen says.
type Error struct {
	Line  int
	Key   string // too_large, no_holidays, missing_column, not_a_date, ends_before_start, zone_missing
	Value string // what stands there
}

// Error returns the place, the key and the value.
func (e *Error) Error() string { return fmt.Sprintf("line %d: %s %q", e.Line, e.Key, e.Value) }

// Parse reads a file of the ministry of education: the CSV of fr-en-calendrier-scolaire or an iCalendar. Events of an iCalendar that name no
// zone are of the zone given. Rows for teachers only and zones nobody knows are left out; a row that cannot be read refuses the file.
func Parse(name string, data []byte, zone string) ([]Holiday, error) {
	if len(data) > LargestFile {
		return nil, &Error{Key: "too_large", Value: name}
	}
	text := decode(data)
	var holidays []Holiday
	var err error
	if strings.HasPrefix(strings.TrimSpace(text), "BEGIN:VCALENDAR") {
		holidays, err = parseCalendar(text, zone)
	} else {
		holidays, err = parseTable(text)
	}
	if err != nil {
		return nil, err
	}
	slices.SortFunc(holidays, compare)
	holidays = slices.Compact(holidays) // each académie has a row
	if len(holidays) > mostHolidays {
		return nil, &Error{Key: "too_large", Value: name}
	}
	if len(holidays) == 0 {
		return nil, &Error{Line: 1, Key: "no_holidays", Value: name}
	}
	return holidays, nil
}

func compare(one, other Holiday) int {
	return cmp.Or(cmp.Compare(one.Zone, other.Zone), cmp.Compare(one.First, other.First), cmp.Compare(one.Last, other.Last), cmp.Compare(one.Name, other.Name))
}

// decode returns the text of a file in UTF-8, with or without a mark at its beginning, or in Windows-1252, whose letters of French are those
// of Latin-1.
func decode(data []byte) string {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if utf8.Valid(data) {
		return string(data)
	}
	runes := make([]rune, len(data))
	for i, b := range data {
		runes[i] = rune(b)
	}
	return string(runes)
}

// entry is what both kinds of file say of one holiday.
type entry struct {
	line                          int
	name, population, zone, start string
	end                           string // the day class resumes; may be missing for the summer
	year                          string
}

// holiday returns the holiday of an entry, and whether it is one for pupils.
func (e *entry) holiday() (Holiday, bool, error) {
	name := fold(e.name)
	forPupils := !strings.HasPrefix(fold(e.population), "enseignant") && !strings.HasPrefix(name, "rentree") && !strings.HasPrefix(name, "prerentree")
	if !forPupils {
		return Holiday{}, false, nil
	}
	first, ok := dateIn(e.start, e.zone)
	if !ok {
		return Holiday{}, false, &Error{Line: e.line, Key: "not_a_date", Value: clipped(e.start)}
	}
	holiday := Holiday{Zone: e.zone, Year: YearOf(first), Name: clipped(strings.TrimSpace(e.name)), First: first.Format(time.DateOnly)}
	if _, _, known := ParseYear(e.year); known {
		holiday.Year = e.year
	}
	resumes, ended := dateIn(e.end, e.zone)
	if summer := strings.Contains(name, "d'ete"); summer && (e.end == "" || ended && !resumes.After(first)) {
		resumes, ended = time.Date(first.Year(), firstMonth, 1, 0, 0, 0, 0, time.UTC), true
	}
	switch {
	case !ended:
		return Holiday{}, false, &Error{Line: e.line, Key: "not_a_date", Value: clipped(e.end)}
	case !resumes.After(first):
		return Holiday{}, false, &Error{Line: e.line, Key: "ends_before_start", Value: clipped(e.end)}
	}
	holiday.Last = resumes.AddDate(0, 0, -1).Format(time.DateOnly)
	return holiday, true, nil
}

// clipped cuts a name that is too long between two letters.
func clipped(name string) string {
	if utf8.RuneCountInString(name) <= longestName {
		return name
	}
	return string([]rune(name)[:longestName])
}

// dateIn reads a civil date, or the instant of a midnight: in Paris, as most rows have it, or on the zone's own clock.
func dateIn(text, zone string) (time.Time, bool) {
	text = strings.TrimSpace(text)
	for _, layout := range []string{time.DateOnly, "02/01/2006", "20060102", "20060102T150405"} {
		if day, err := time.Parse(layout, text); err == nil {
			return day.Truncate(24 * time.Hour), plausible(day)
		}
	}
	instant, err := time.Parse(time.RFC3339, text)
	if err != nil {
		if instant, err = time.Parse("20060102T150405Z", text); err != nil {
			return time.Time{}, false
		}
	}
	local := instant.In(cmp.Or(clocks()[zone], clocks()["A"]))
	if local.Hour() != 0 || local.Minute() != 0 {
		local = instant.In(clocks()["A"])
	}
	day := time.Date(local.Year(), local.Month(), local.Day(), 0, 0, 0, 0, time.UTC)
	return day, plausible(day)
}

// plausible keeps typing errors out.
func plausible(day time.Time) bool { return day.Year() >= 2000 && day.Year() <= 2100 }
