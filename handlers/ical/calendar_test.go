package ical

import (
	"bytes"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	goical "github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden feeds anew")

func zoneNamed(tb testing.TB, name string) *time.Location {
	tb.Helper()
	location, err := time.LoadLocation(name)
	if err != nil {
		tb.Fatal(err)
	}
	return location
}

func mustEncode(tb rapid.TB, calendar Calendar) []byte {
	tb.Helper()
	feed, err := Encode(calendar)
	if err != nil {
		tb.Fatal(err)
	}
	return feed
}

// week is a small feed that uses every field once.
func week(tb testing.TB) Calendar {
	tb.Helper()
	paris := zoneNamed(tb, "Europe/Paris")
	modified := time.Date(2026, 11, 20, 16, 5, 0, 0, time.UTC)
	latitude, longitude := 45.836111, 3.105
	return Calendar{
		Name:      "Semaine de Claire, DIME de l’Ambelle",
		ProductID: "-//Maillage//Calendrier//FR",
		Source:    "https://maillage.example/calendars/secret.ics",
		Location:  paris,
		Events: []Event{
			{
				UID: "2@maillage.example", Sequence: 3, LastModified: modified,
				Start: time.Date(2026, 11, 24, 14, 30, 0, 0, paris), End: time.Date(2026, 11, 24, 15, 15, 0, 0, paris),
				Summary: "Intervention", Location: "École Jean-Moulin ; salle 2", Busy: true,
				Description: "Matériel : tapis, balles\nSéance déplacée de lundi 9 h 30 à mardi 14 h 30\u00a0; trajet de 20 min depuis la séance précédente.",
				URL:         "https://maillage.example/semaine/2026-W48#séance", Categories: []string{"Séance", "École, dehors"},
				Latitude: &latitude, Longitude: &longitude,
			},
			{
				UID: "1@maillage.example", LastModified: modified,
				Start: time.Date(2026, 11, 23, 9, 0, 0, 0, paris), End: time.Date(2026, 11, 23, 10, 30, 0, 0, paris),
				Summary: "Réunion d’équipe", Busy: true, Cancelled: true, Sequence: 1,
			},
			{
				UID: "3@maillage.example", LastModified: modified,
				Start: time.Date(2026, 10, 24, 22, 0, 0, 0, paris), End: time.Date(2026, 10, 25, 7, 0, 0, 0, paris),
				Summary: "Service de nuit", Busy: false,
			},
		},
	}
}

func TestEncodeMatchesTheGoldenFeeds(t *testing.T) {
	t.Parallel()
	empty := week(t)
	empty.Events, empty.Source = nil, ""
	for name, calendar := range map[string]Calendar{"week": week(t), "empty": empty} {
		path := "testdata/" + name + ".ics"
		feed := mustEncode(t, calendar)
		if *update {
			if err := os.WriteFile(path, feed, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		golden, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if difference := cmp.Diff(string(golden), string(feed)); difference != "" {
			t.Errorf("%s differs from the feed (-golden +feed):\n%s", path, difference)
		}
	}
}

func TestCancelledEventIsMarkedAndFree(t *testing.T) {
	t.Parallel()
	calendar := week(t)
	calendar.Events = calendar.Events[1:2]
	event := parse(t, mustEncode(t, calendar)).Events()[0]
	for name, want := range map[string]string{
		"STATUS": "CANCELLED", "SUMMARY": "Annulé\u00a0: Réunion d’équipe", "TRANSP": "TRANSPARENT",
		"X-MICROSOFT-CDO-BUSYSTATUS": "FREE", "SEQUENCE": "1",
	} {
		if got := event.Props.Get(name).Value; got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

func TestFeedHasNothingOfAnInvitation(t *testing.T) {
	t.Parallel()
	feed := mustEncode(t, week(t))
	for _, name := range []string{"METHOD", "ATTENDEE", "ORGANIZER", "BEGIN:VALARM", "RDATE"} {
		if bytes.Contains(feed, []byte("\r\n"+name)) {
			t.Errorf("the feed has a line %s", name)
		}
	}
	for _, event := range parse(t, feed).Events() {
		if stamp, modified := event.Props.Get("DTSTAMP").Value, event.Props.Get("LAST-MODIFIED").Value; stamp != modified {
			t.Errorf("DTSTAMP %s is not LAST-MODIFIED %s", stamp, modified)
		}
	}
}

func TestOrderOfEventsDoesNotChangeTheBytes(t *testing.T) {
	t.Parallel()
	paris := zoneNamed(t, "Europe/Paris")
	rapid.Check(t, func(t *rapid.T) {
		calendar := Calendar{ProductID: "-//T//T//FR", Location: paris}
		for i := range rapid.IntRange(0, 12).Draw(t, "events") {
			// Few starts, so that many events are told apart by their UID only.
			start := time.Date(2026, 3, 29, rapid.IntRange(0, 3).Draw(t, "hour"), 0, 0, 0, time.UTC)
			calendar.Events = append(calendar.Events, Event{
				UID: fmt.Sprintf("%d@example", i), LastModified: start, Start: start, End: start.Add(time.Hour),
			})
		}
		feed := mustEncode(t, calendar)
		given := slices.Clone(calendar.Events)
		calendar.Events = rapid.Permutation(calendar.Events).Draw(t, "order")
		shuffled := slices.Clone(calendar.Events)
		if !bytes.Equal(feed, mustEncode(t, calendar)) {
			t.Fatal("another order of events gave other bytes")
		}
		if !cmp.Equal(shuffled, calendar.Events) {
			t.Fatal("Encode changed the order of the events it was given")
		}
		for i := range given {
			given[i].Start = given[i].Start.In(paris)
		}
		calendar.Events = given
		if !bytes.Equal(feed, mustEncode(t, calendar)) {
			t.Fatal("the same instants in another zone gave other bytes")
		}
	})
}

func TestEncodeRefusesWhatCannotBeWritten(t *testing.T) {
	t.Parallel()
	degrees := func(value float64) *float64 { return &value }
	cases := map[string]struct {
		change func(*Calendar)
		want   string
	}{
		"no product":        {func(c *Calendar) { c.ProductID = "" }, "ProductID is empty"},
		"no location":       {func(c *Calendar) { c.Location = nil }, "Location is nil"},
		"machine's zone":    {func(c *Calendar) { c.Location = time.FixedZone("Local", 0) }, "no IANA name"},
		"nameless zone":     {func(c *Calendar) { c.Location = time.FixedZone("", 3600) }, "no IANA name"},
		"no UID":            {func(c *Calendar) { c.Events[0].UID = "" }, "UID is empty"},
		"long UID":          {func(c *Calendar) { c.Events[0].UID = strings.Repeat("u", 256) }, "256 octets"},
		"UID on two lines":  {func(c *Calendar) { c.Events[0].UID = "a\r\nb" }, "control characters"},
		"same UID twice":    {func(c *Calendar) { c.Events[0].UID = c.Events[1].UID }, "stands twice"},
		"negative sequence": {func(c *Calendar) { c.Events[0].Sequence = -1 }, "Sequence is -1"},
		"never modified":    {func(c *Calendar) { c.Events[0].LastModified = time.Time{} }, "LastModified is zero"},
		"no duration":       {func(c *Calendar) { c.Events[0].End = c.Events[0].Start.Add(time.Millisecond) }, "is not after"},
		"year 10000":        {func(c *Calendar) { c.Events[0].End = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC) }, "outside the years"},
		"half a position":   {func(c *Calendar) { c.Events[0].Latitude = nil }, "go together"},
		"off the Earth":     {func(c *Calendar) { c.Events[0].Latitude = degrees(90.5) }, "not on Earth"},
		"not a number":      {func(c *Calendar) { c.Events[0].Longitude = degrees(math.NaN()) }, "not on Earth"},
	}
	for name, test := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			calendar := week(t)
			calendar.Events[0].Summary = "Zoé"
			test.change(&calendar)
			feed, err := Encode(calendar)
			if feed != nil || err == nil || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("got %d octets and error %v, want one that says %q", len(feed), err, test.want)
			}
			if strings.Contains(err.Error(), "Zoé") {
				t.Errorf("the error repeats a text of the event: %v", err)
			}
		})
	}
}

// parse reads a feed with go-ical and lets its encoder check which properties
// each component must and may have.
func parse(tb rapid.TB, feed []byte) *goical.Calendar {
	tb.Helper()
	calendar, err := goical.NewDecoder(bytes.NewReader(feed)).Decode()
	if err != nil {
		tb.Fatalf("go-ical does not read the feed: %v\n%s", err, feed)
	}
	if err := goical.NewEncoder(&bytes.Buffer{}).Encode(calendar); err != nil {
		tb.Fatalf("go-ical finds the feed incomplete: %v\n%s", err, feed)
	}
	return calendar
}
