package ical

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// hostileTexts draws what breaks calendars: every kind of line end and control,
// escapes, marks that combine, runes of each length, broken UTF-8, long words.
func hostileTexts() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"\r\n", "\r", "\n", "\u0085", "\u2028", "\x00", "\x07", "\x1b", "\x7f", "\t", " ", "\\", ";", ",", ":", `"`, "^",
			"\r\nATTENDEE:mailto:x@example", "\nEND:VEVENT", "\\n", "e\u0301", "é", "👩🏽‍🏫", "\xff", "\xe2\x82", "\ufeff",
			strings.Repeat("é", 80), strings.Repeat("x", 74), strings.Repeat("🎒", 40),
		}),
		rapid.String(),
	)
	return rapid.Map(rapid.SliceOfN(piece, 0, 8), func(pieces []string) string { return strings.Join(pieces, "") })
}

func TestNoTextAddsALineOrBreaksOne(t *testing.T) {
	t.Parallel()
	plain := week(t)
	plain.Events = plain.Events[:1]
	want := propertyNames(mustEncode(t, plain))
	texts := hostileTexts()
	rapid.Check(t, func(t *rapid.T) {
		calendar := plain
		event := plain.Events[0]
		// A letter in front keeps a text from becoming empty and its line from being left out.
		draw := func(label string) string { return "a" + texts.Draw(t, label) }
		calendar.Name, calendar.ProductID, calendar.Source = draw("name"), draw("product"), draw("source")
		event.Summary, event.Description, event.Location = draw("summary"), draw("description"), draw("location")
		event.URL, event.Categories = draw("url"), []string{draw("category"), draw("category")}
		calendar.Events = []Event{event}
		feed := mustEncode(t, calendar)
		checkLines(t, feed)
		if difference := cmp.Diff(want, propertyNames(feed)); difference != "" {
			t.Fatalf("the lines are others than those of plain texts (-plain +hostile):\n%s", difference)
		}
		parsed := parse(t, feed).Events()[0]
		for name, text := range map[string]string{"SUMMARY": cleanLine(event.Summary), "DESCRIPTION": cleanText(event.Description)} {
			if got, err := parsed.Props.Text(name); err != nil || got != text {
				t.Fatalf("%s reads %q (%v), want %q", name, got, err, text)
			}
		}
		categories, err := parsed.Props.Get("CATEGORIES").TextList()
		if err != nil || len(categories) != 2 {
			t.Fatalf("CATEGORIES reads %q (%v), want two", categories, err)
		}
	})
}

func TestUIDsOfAnyScriptKeepTheirLines(t *testing.T) {
	t.Parallel()
	plain := week(t)
	uids := rapid.StringN(1, 60, maximumUIDOctets).Filter(func(uid string) bool { return uid == cleanLine(uid) })
	rapid.Check(t, func(t *rapid.T) {
		calendar := plain
		event := plain.Events[0]
		event.UID = uids.Draw(t, "uid")
		calendar.Events = []Event{event}
		feed := mustEncode(t, calendar)
		checkLines(t, feed)
		if got, err := parse(t, feed).Events()[0].Props.Text("UID"); err != nil || got != event.UID {
			t.Fatalf("UID reads %q (%v), want %q", got, err, event.UID)
		}
	})
}

// checkLines checks what RFC 5545 3.1 asks of every line of a feed.
func checkLines(tb rapid.TB, feed []byte) {
	tb.Helper()
	if !bytes.HasSuffix(feed, []byte("\r\n")) {
		tb.Fatal("the feed does not end with a line end")
	}
	for line := range bytes.SplitSeq(bytes.TrimSuffix(feed, []byte("\r\n")), []byte("\r\n")) {
		if len(line) > 75 {
			tb.Fatalf("a line has %d octets: %q", len(line), line)
		}
		if !utf8.Valid(line) {
			tb.Fatalf("a line is not UTF-8: %q", line)
		}
		if i := bytes.IndexFunc(line, func(r rune) bool { return r < ' ' && r != '\t' || r >= 0x7f && r < 0xa0 }); i >= 0 {
			tb.Fatalf("a line has a control character at octet %d: %q", i, line)
		}
	}
}

// propertyNames lists what stands before the first ; or : of each unfolded line.
func propertyNames(feed []byte) []string {
	unfolded := strings.ReplaceAll(string(feed), "\r\n ", "")
	var names []string
	for line := range strings.SplitSeq(unfolded, "\r\n") {
		if end := strings.IndexAny(line, ";:"); end >= 0 {
			line = line[:end]
		}
		names = append(names, line)
	}
	return names
}

func TestCleaning(t *testing.T) {
	t.Parallel()
	cases := []struct{ clean, give, want string }{
		{"text", "a\r\nb\rc\nd\u2028e\u0085f", "a\nb\nc\nd\ne\nf"},
		{"text", "\x00a\x1b\x7f\u0080b\tc", "ab\tc"},
		{"text", "e\u0301t\u00e9", "été"},
		{"text", "e\x01\u0301", "é"},
		{"text", "a\xffb", "a\ufffdb"},
		{"line", " deux \r\n\tlignes ", "deux lignes"},
		{"line", "14\u00a0h\u00a030", "14\u00a0h\u00a030"},
		{"line", "une ligne", "une ligne"},
		{"line", "\n\t ", ""},
		{"name", `Zoé L., équipe;nord\sud`, "Zoé L. équipe nord sud"},
		{"uri", "https://e.fr/à b?x=1&y=\"\r\n\x00", "https://e.fr/%C3%A0%20b?x=1&y=%22"},
		{"uri", "https://e.fr/%C3%A0#a", "https://e.fr/%C3%A0#a"},
	}
	cleaners := map[string]func(string) string{"text": cleanText, "line": cleanLine, "name": calendarName, "uri": cleanURI}
	for _, test := range cases {
		if got := cleaners[test.clean](test.give); got != test.want {
			t.Errorf("%s: %q became %q, want %q", test.clean, test.give, got, test.want)
		}
	}
}

func TestCleaningTwiceIsCleaningOnce(t *testing.T) {
	t.Parallel()
	texts := hostileTexts()
	rapid.Check(t, func(t *rapid.T) {
		text := texts.Draw(t, "text")
		for name, clean := range map[string]func(string) string{
			"text": cleanText, "line": cleanLine, "name": calendarName, "uri": cleanURI, "value": cleanValue,
		} {
			once := clean(text)
			if twice := clean(once); twice != once {
				t.Fatalf("%s: %q became %q, then %q", name, text, once, twice)
			}
		}
		if clean := cleanText(text); !norm.NFC.IsNormalString(clean) {
			t.Fatalf("%q is not in normal form C", clean)
		}
	})
}

// FuzzTexts feeds any octets to every text of a calendar.
func FuzzTexts(f *testing.F) {
	f.Add("Réunion, équipe", "ligne\r\nligne", "École ; salle 2", "https://e.fr/à", "Nom")
	f.Add("\xff\x00", "\u2028\\n", strings.Repeat("é", 200), "\r\nX:y", ",;\\")
	start := time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC)
	paris := zoneNamed(f, "Europe/Paris")
	f.Fuzz(func(t *testing.T, summary, description, place, url, name string) {
		calendar := Calendar{
			Name: name, ProductID: "-//T//T//FR", Source: url, Location: paris,
			Events: []Event{{
				UID: "1@example", LastModified: start, Start: start, End: start.Add(time.Hour), Summary: summary,
				Description: description, Location: place, URL: url, Categories: []string{name, summary},
			}},
		}
		feed := mustEncode(t, calendar)
		checkLines(t, feed)
		event := parse(t, feed).Events()[0]
		if got, err := event.Props.Text("DESCRIPTION"); err != nil || got != cleanText(description) {
			t.Fatalf("DESCRIPTION reads %q (%v), want %q", got, err, cleanText(description))
		}
	})
}
