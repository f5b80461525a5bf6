package ical

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/apognu/gocal"
	golangical "github.com/arran4/golang-ical"
	goical "github.com/emersion/go-ical"
	"pgregory.net/rapid"
)

// zones are the houses' own and others whose rules look different: the south,
// a weekday bound to dates, half an hour, feasts, no change at all.
var zones = []string{
	"Europe/Paris", "Indian/Reunion", "America/Martinique", "America/New_York", "America/Miquelon", "Pacific/Noumea",
	"Australia/Sydney", "Australia/Lord_Howe", "America/Santiago", "Asia/Jerusalem", "America/Nuuk", "Europe/Dublin",
	"Africa/Casablanca", "Africa/Cairo", "Asia/Kolkata", "UTC",
}

func feedOf(tb rapid.TB, location *time.Location, times ...time.Time) []byte {
	tb.Helper()
	calendar := Calendar{ProductID: "-//T//T//FR", Location: location}
	for i := 0; i < len(times); i += 2 {
		calendar.Events = append(calendar.Events, Event{
			UID: strconv.Itoa(i), LastModified: times[i], Start: times[i], End: times[i+1],
		})
	}
	return mustEncode(tb, calendar)
}

// instants draws seconds of three years, half of them within a day of a change.
func instants() *rapid.Generator[time.Time] {
	seconds := func(around time.Time, spread time.Duration) *rapid.Generator[time.Time] {
		return rapid.Map(rapid.Int64Range(-int64(spread/time.Second), int64(spread/time.Second)), func(offset int64) time.Time {
			return around.Add(time.Duration(offset) * time.Second)
		})
	}
	const day, year = 24 * time.Hour, 365 * 24 * time.Hour
	return rapid.OneOf(
		seconds(time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC), 3*year/2),
		seconds(time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC), 3*year/2),
		seconds(time.Date(2026, 3, 29, 1, 0, 0, 0, time.UTC), day),
		seconds(time.Date(2026, 10, 25, 1, 0, 0, 0, time.UTC), day),
		seconds(time.Date(2026, 3, 8, 7, 0, 0, 0, time.UTC), day),
		seconds(time.Date(2026, 11, 1, 6, 0, 0, 0, time.UTC), day),
	)
}

func TestOtherParsersReadTheSameInstants(t *testing.T) {
	t.Parallel()
	for _, name := range zones {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			location := zoneNamed(t, name)
			draw := instants()
			rapid.Check(t, func(t *rapid.T) {
				start := draw.Draw(t, "start")
				end := start.Add(time.Duration(rapid.IntRange(1, 12*60).Draw(t, "minutes")) * time.Minute)
				checkInstants(t, feedOf(t, location, start, end), start, end)
			})
		})
	}
}

func checkInstants(tb rapid.TB, feed []byte, start, end time.Time) {
	tb.Helper()
	event := parse(tb, feed).Events()[0]
	goicalStart, startErr := event.DateTimeStart(nil)
	goicalEnd, endErr := event.DateTimeEnd(nil)
	if startErr != nil || endErr != nil || !goicalStart.Equal(start) || !goicalEnd.Equal(end) {
		tb.Fatalf("go-ical reads %s to %s (%v, %v), want %s to %s", goicalStart, goicalEnd, startErr, endErr, start, end)
	}
	calendar, err := golangical.ParseCalendar(bytes.NewReader(feed))
	if err != nil {
		tb.Fatalf("golang-ical does not read the feed: %v", err)
	}
	other := calendar.Events()[0]
	otherStart, startErr := other.GetStartAt()
	otherEnd, endErr := other.GetEndAt()
	if startErr != nil || endErr != nil || !otherStart.Equal(start) || !otherEnd.Equal(end) {
		tb.Fatalf("golang-ical reads %s to %s (%v, %v), want %s to %s", otherStart, otherEnd, startErr, endErr, start, end)
	}
}

func TestGocalReadsEveryHourOfBothChanges(t *testing.T) {
	t.Parallel()
	for _, day := range []time.Time{time.Date(2026, 3, 28, 12, 0, 0, 0, time.UTC), time.Date(2026, 10, 24, 12, 0, 0, 0, time.UTC)} {
		var times, starts []time.Time
		for hour := range 24 {
			start := day.Add(time.Duration(hour) * time.Hour)
			starts = append(starts, start)
			times = append(times, start, start.Add(30*time.Minute))
		}
		parser := gocal.NewParser(bytes.NewReader(feedOf(t, zoneNamed(t, "Europe/Paris"), times...)))
		from, to := day.AddDate(0, 0, -2), day.AddDate(0, 0, 3)
		parser.Start, parser.End = &from, &to
		if err := parser.Parse(); err != nil {
			t.Fatal(err)
		}
		var read []time.Time
		for _, event := range parser.Events {
			if event.End.Sub(*event.Start) != 30*time.Minute {
				t.Errorf("event at %s lasts %s", event.Start, event.End.Sub(*event.Start))
			}
			read = append(read, event.Start.UTC())
		}
		slices.SortFunc(read, time.Time.Compare)
		if !slices.Equal(read, starts) {
			t.Errorf("gocal reads %v, want %v", read, starts)
		}
	}
}

// TestDeclaredZoneAgreesWithTheData reads the VTIMEZONE alone, as a program
// without a zone database does, for every hour of five years.
func TestDeclaredZoneAgreesWithTheData(t *testing.T) {
	t.Parallel()
	for _, name := range zones {
		if name == "Africa/Casablanca" || name == "Africa/Cairo" {
			continue // No yearly rule: TestZonesWithoutARuleAreWrittenInUTC.
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			location := zoneNamed(t, name)
			declared := readZone(t, parse(t, mustEncode(t, Calendar{ProductID: "-//T//T//FR", Location: location})))
			hour := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
			for end := hour.AddDate(5, 0, 0); hour.Before(end); hour = hour.Add(time.Hour) {
				abbreviation, offset := hour.In(location).Zone()
				got := declared.at(hour)
				if got.to != offset || got.name != abbreviation {
					t.Fatalf("at %s the VTIMEZONE says %s %d, the data say %s %d", hour, got.name, got.to, abbreviation, offset)
				}
			}
		})
	}
}

func TestEventsAreReadableFromTheDeclaredZoneAlone(t *testing.T) {
	t.Parallel()
	for _, name := range zones {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			location := zoneNamed(t, name)
			draw := instants()
			rapid.Check(t, func(t *rapid.T) {
				start := draw.Draw(t, "start")
				calendar := parse(t, feedOf(t, location, start, start.Add(time.Hour)))
				property := calendar.Events()[0].Props.Get("DTSTART")
				if property.Params.Get("TZID") == "" {
					return
				}
				wallClock, err := time.Parse("20060102T150405", property.Value)
				if err != nil {
					t.Fatal(err)
				}
				readings := readZone(t, calendar).instantsOf(wallClock)
				if len(readings) != 1 || !readings[0].Equal(start) {
					t.Fatalf("%s reads as %v, want only %s", property.Value, readings, start)
				}
			})
		})
	}
}

func TestLocalTimeIsTheRule(t *testing.T) {
	t.Parallel()
	for _, name := range zones[:6] {
		location := zoneNamed(t, name)
		for month := time.January; month <= time.December; month++ {
			start := time.Date(2026, month, 15, 14, 30, 0, 0, location)
			feed := string(feedOf(t, location, start, start.Add(time.Hour)))
			want := fmt.Sprintf("\r\nDTSTART;TZID=%s:2026%02d15T143000\r\nDTEND;TZID=%s:2026%02d15T153000\r\n", name, month, name, month)
			if !strings.Contains(feed, want) {
				t.Errorf("the feed lacks %q:\n%s", want, feed)
			}
		}
	}
}

func TestUncertainHoursAreWrittenInUTC(t *testing.T) {
	t.Parallel()
	paris := zoneNamed(t, "Europe/Paris")
	change := time.Date(2026, 10, 25, 1, 0, 0, 0, time.UTC)
	cases := map[string]struct {
		start, end time.Duration
		wantUTC    bool
	}{
		"before the repeated hour": {-3 * time.Hour, -2 * time.Hour, false},
		"its first round":          {-30 * time.Minute, -20 * time.Minute, true},
		"its second round":         {30 * time.Minute, 40 * time.Minute, true},
		"its last second":          {-2 * time.Hour, -time.Second, true},
		"after it":                 {time.Hour, 2 * time.Hour, false},
		"the night around it":      {-4 * time.Hour, 6 * time.Hour, true},
	}
	for name, test := range cases {
		feed := string(feedOf(t, paris, change.Add(test.start), change.Add(test.end)))
		if got := !strings.Contains(feed, "DTSTART;TZID"); got != test.wantUTC {
			t.Errorf("%s: in UTC is %t, want %t", name, got, test.wantUTC)
		}
	}
}

func TestZonesWithoutARuleAreWrittenInUTC(t *testing.T) {
	t.Parallel()
	location := zoneNamed(t, "Africa/Casablanca")
	start := time.Date(2026, 6, 1, 9, 0, 0, 0, location)
	feed := string(feedOf(t, location, start, start.Add(time.Hour)))
	if !strings.Contains(feed, "\r\nDTSTART:20260601T080000Z\r\n") || !strings.Contains(feed, "BEGIN:STANDARD") {
		t.Errorf("want UTC and a zone without changes:\n%s", feed)
	}
}

// TestYearsOfAnotherLawAreWrittenInUTC uses the law New York changed in 2007.
func TestYearsOfAnotherLawAreWrittenInUTC(t *testing.T) {
	t.Parallel()
	newYork := zoneNamed(t, "America/New_York")
	old := time.Date(2006, 3, 20, 9, 0, 0, 0, newYork)
	today := time.Date(2026, 3, 20, 9, 0, 0, 0, newYork)
	feed := string(feedOf(t, newYork, old, old.Add(time.Hour), today, today.Add(time.Hour)))
	for _, want := range []string{"\r\nDTSTART:20060320T140000Z\r\n", "\r\nDTSTART;TZID=America/New_York:20260320T090000\r\n", "BYDAY=2SU"} {
		if !strings.Contains(feed, want) {
			t.Errorf("the feed lacks %q:\n%s", want, feed)
		}
	}
}

// declaredZone is a VTIMEZONE as this test reads it, sharing no code with the writer.
type declaredZone []declaredPart

type declaredPart struct {
	name     string
	from, to int
	onsets   []time.Time
}

func readZone(tb rapid.TB, calendar *goical.Calendar) declaredZone {
	tb.Helper()
	var zone declaredZone
	for _, part := range calendar.Component.Children[0].Children {
		value := func(name string) string { return part.Props.Get(name).Value }
		first, err := time.Parse("20060102T150405", value("DTSTART"))
		if err != nil {
			tb.Fatal(err)
		}
		read := declaredPart{name: value("TZNAME"), from: readOffset(tb, value("TZOFFSETFROM")), to: readOffset(tb, value("TZOFFSETTO"))}
		wallClocks := []time.Time{first}
		if rule := part.Props.Get("RRULE"); rule != nil {
			wallClocks = expand(tb, rule.Value, first)
		}
		for _, wallClock := range wallClocks {
			read.onsets = append(read.onsets, wallClock.Add(-time.Duration(read.from)*time.Second))
		}
		zone = append(zone, read)
	}
	return zone
}

func readOffset(tb rapid.TB, text string) int {
	tb.Helper()
	hours, errHours := strconv.Atoi(text[1:3])
	minutes, errMinutes := strconv.Atoi(text[3:5])
	if len(text) != 5 || errHours != nil || errMinutes != nil {
		tb.Fatalf("offset %q", text)
	}
	if text[0] == '-' {
		return -(hours*3600 + minutes*60)
	}
	return hours*3600 + minutes*60
}

// expand lists the wall clocks of a yearly rule from its first to the year 2035.
func expand(tb rapid.TB, rule string, first time.Time) []time.Time {
	tb.Helper()
	parts := map[string]string{}
	for part := range strings.SplitSeq(rule, ";") {
		name, value, _ := strings.Cut(part, "=")
		parts[name] = value
	}
	month, err := strconv.Atoi(parts["BYMONTH"])
	if err != nil || parts["FREQ"] != "YEARLY" {
		tb.Fatalf("rule %q", rule)
	}
	weekday := parts["BYDAY"][len(parts["BYDAY"])-2:]
	ordinal := strings.TrimSuffix(parts["BYDAY"], weekday)
	var wallClocks []time.Time
	for year := 1970; year <= 2035; year++ {
		var days []time.Time
		day := time.Date(year, time.Month(month), 1, first.Hour(), first.Minute(), first.Second(), 0, time.UTC)
		for ; day.Month() == time.Month(month); day = day.AddDate(0, 0, 1) {
			listed := parts["BYMONTHDAY"] == "" || slices.Contains(strings.Split(parts["BYMONTHDAY"], ","), strconv.Itoa(day.Day()))
			if strings.ToUpper(day.Weekday().String()[:2]) == weekday && listed {
				days = append(days, day)
			}
		}
		switch ordinal {
		case "":
			wallClocks = append(wallClocks, days...)
		case "-1":
			wallClocks = append(wallClocks, days[len(days)-1])
		default:
			wallClocks = append(wallClocks, days[ordinal[0]-'1'])
		}
	}
	if !wallClocks[0].Equal(first) {
		tb.Fatalf("rule %q begins on %s, DTSTART is %s", rule, wallClocks[0], first)
	}
	return wallClocks
}

// at returns the part whose onset is the latest one not after the instant.
func (zone declaredZone) at(instant time.Time) declaredPart {
	var latest time.Time
	current := zone[0]
	for _, part := range zone {
		for _, onset := range part.onsets {
			if !onset.After(instant) && onset.After(latest) {
				latest, current = onset, part
			}
		}
	}
	return current
}

// instantsOf returns every instant at which the clocks of the zone show the wall clock.
func (zone declaredZone) instantsOf(wallClock time.Time) []time.Time {
	var found []time.Time
	for _, part := range zone {
		instant := wallClock.Add(-time.Duration(part.to) * time.Second)
		if zone.at(instant).to == part.to && !slices.ContainsFunc(found, instant.Equal) {
			found = append(found, instant)
		}
	}
	return found
}
