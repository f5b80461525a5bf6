package handlers

import (
	"bytes"
	"compress/gzip"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	goical "github.com/emersion/go-ical"

	"github.com/maillage-dime/maillage/models"
)

// subscribe makes a calendar address of the caller's and returns its path.
func (b *browser) subscribe(detail models.FeedDetail) string {
	b.t.Helper()
	made := send[createdCalendarJSON](b, http.MethodPost, "/api/calendars", createCalendarJSON{Name: "Mon planning", Detail: string(detail)}, http.StatusCreated)
	path, found := strings.CutPrefix(made.Address, "https://planning.example")
	if !found || made.Webcal != "webcal://planning.example"+path {
		b.t.Fatalf("the addresses are %q and %q", made.Address, made.Webcal)
	}
	return path
}

// events reads a feed with a parser that is not ours, by summary.
func (w *world) events(path string) map[string]goical.Event {
	w.t.Helper()
	answer := w.ask(http.MethodGet, path, "")
	calendar, err := goical.NewDecoder(bytes.NewReader(answer.body)).Decode()
	if err != nil {
		w.t.Fatalf("%d %s: %v", answer.StatusCode, answer.body, err)
	}
	events := map[string]goical.Event{}
	for _, event := range calendar.Events() {
		events[event.Props.Get(goical.PropUID).Value] = event
	}
	return events
}

func value(event goical.Event, name string) string {
	if property := event.Props.Get(name); property != nil {
		return property.Value
	}
	return ""
}

// published is a world in which Zoé's week is published: Lina at the site on Monday, Omar at his school in the afternoon.
func published(t *testing.T) (*world, *browser) {
	t.Helper()
	w := newWorld(t, nil)
	chief := w.as("chief")
	draft := chief.newDraft()
	chief.change(draft, setting("speech", 0, minute(0, 10, 0)), setting("school", 0, minute(0, 14, 30)))
	chief.publish(draft)
	w.pass(time.Minute)
	return w, chief
}

func TestFeedShowsThePublishedWeekOnly(t *testing.T) {
	t.Parallel()
	w, chief := published(t)
	path := w.as("zoe").subscribe(models.FeedBusy)
	chief.change(chief.newDraft(), setting("speech", 1, minute(1, 10, 0)))
	events := slices.Collect(maps.Values(w.events(path)))
	if len(events) != 2 {
		t.Fatalf("the feed has %d events", len(events))
	}
	slices.SortFunc(events, func(a, b goical.Event) int { return strings.Compare(value(a, "DTSTART"), value(b, "DTSTART")) })
	start, err := events[0].DateTimeStart(time.UTC)
	if err != nil || !start.Equal(time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)) {
		t.Errorf("Monday at ten in Paris is %v, %v", start, err)
	}
	if value(events[0], "URL") != "https://planning.example/mon-planning/2026-W48" || value(events[0], "SUMMARY") != "Occupé" {
		t.Errorf("the event is %v", events[0].Props)
	}
}

// Whatever a level does not tell must not be in the bytes.
func TestFeedLevelsRevealNoMoreThanTheySay(t *testing.T) {
	t.Parallel()
	w, _ := published(t)
	zoe := w.as("zoe")
	secrets := []string{"Lina", "Li.", "Martin", "Omar", "Om.", "Benali", "Orthophonie", "JMO", "Jean-Moulin", "Durand", "lina", "omar", "zoe"}
	for detail, shown := range map[models.FeedDetail][]string{
		models.FeedBusy: {"SUMMARY:Occupé"},
		models.FeedWork: {"SUMMARY:Séance", "LOCATION:TIL"},
		models.FeedFull: {"SUMMARY:Orthophonie\\, Li.\u00a0M.", "LOCATION:Les Tilleuls", "SUMMARY:Orthophonie à l’école\\, Om.\u00a0B.", "LOCATION:École Jean-Moulin"},
	} {
		text := string(w.ask(http.MethodGet, zoe.subscribe(detail), "").body)
		for _, want := range shown {
			if !strings.Contains(text, want) {
				t.Errorf("level %s does not say %q in\n%s", detail, want, text)
			}
		}
		for _, secret := range secrets {
			if detail != models.FeedFull && strings.Contains(text, secret) {
				t.Errorf("level %s reveals %q in\n%s", detail, secret, text)
			}
		}
		for _, name := range []string{"Martin", "Benali", "ATTENDEE", "ORGANIZER"} {
			if strings.Contains(text, name) {
				t.Errorf("level %s reveals %q", detail, name)
			}
		}
	}
}

// A moved event keeps its UID with a higher sequence; a removed one is shown cancelled.
func TestFeedFollowsAPublication(t *testing.T) {
	t.Parallel()
	w, chief := published(t)
	path := w.as("zoe").subscribe(models.FeedWork)
	before, tag := w.events(path), w.ask(http.MethodGet, path, "").Header.Get("ETag")
	draft := chief.newDraft()
	chief.change(draft, setting("speech", 0, minute(2, 9, 30)), operationJSON{Kind: "unplan", Activity: "school"})
	chief.publish(draft)
	after := w.events(path)
	if !slices.Equal(slices.Sorted(maps.Keys(before)), slices.Sorted(maps.Keys(after))) {
		t.Fatalf("UIDs were %v, are %v", slices.Sorted(maps.Keys(before)), slices.Sorted(maps.Keys(after)))
	}
	cancelled := 0
	for uid, event := range after {
		if value(before[uid], "SEQUENCE") != "0" || value(event, "SEQUENCE") != "1" {
			t.Errorf("the sequence went from %s to %s", value(before[uid], "SEQUENCE"), value(event, "SEQUENCE"))
		}
		if value(event, "STATUS") == "CANCELLED" {
			cancelled++
			if value(event, "SUMMARY") != "Annulé\u00a0: Séance" || value(event, "DTSTART") != value(before[uid], "DTSTART") {
				t.Errorf("the cancelled one is %v", event.Props)
			}
		} else if value(event, "DTSTART") == value(before[uid], "DTSTART") {
			t.Error("the moved one did not move")
		}
	}
	if cancelled != 1 || w.ask(http.MethodGet, path, "").Header.Get("ETag") == tag {
		t.Errorf("%d events are cancelled, tag %q", cancelled, tag)
	}
}

func TestUnchangedFeedIsUnchangedBytes(t *testing.T) {
	t.Parallel()
	w, _ := published(t)
	path := w.as("zoe").subscribe(models.FeedWork)
	first := w.ask(http.MethodGet, path, "", "Accept-Encoding", "identity")
	w.pass(30 * time.Hour)
	w.api.feeds = newFeedCache()
	second := w.ask(http.MethodGet, path, "", "Accept-Encoding", "identity")
	if !bytes.Equal(first.body, second.body) || first.Header.Get("ETag") != second.Header.Get("ETag") || first.Header.Get("Last-Modified") != second.Header.Get("Last-Modified") {
		t.Error("a day later the feed has other bytes or another tag")
	}
}

func TestFeedOverHTTP(t *testing.T) {
	t.Parallel()
	w, _ := published(t)
	path := w.as("zoe").subscribe(models.FeedWork)
	plain := w.ask(http.MethodGet, path, "")
	want := map[string]string{
		"Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": `inline; filename="agenda.ics"`, "Vary": "Accept-Encoding",
		"Cache-Control": "private, max-age=300", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff",
		"Content-Encoding": "", "Set-Cookie": "",
	}
	for name, text := range want {
		if got := plain.Header.Get(name); got != text {
			t.Errorf("%s is %q, want %q", name, got, text)
		}
	}
	head := w.ask(http.MethodHead, path, "")
	if head.StatusCode != http.StatusOK || len(head.body) != 0 || head.ContentLength != int64(len(plain.body)) || head.Header.Get("ETag") != plain.Header.Get("ETag") {
		t.Errorf("HEAD answers %d with %v", head.StatusCode, head.Header)
	}
	packed := w.ask(http.MethodGet, path, "", "Accept-Encoding", "br, gzip;q=0.5")
	reader, err := gzip.NewReader(bytes.NewReader(packed.body))
	if err != nil {
		t.Fatal(err)
	}
	unpacked, err := io.ReadAll(reader)
	if err != nil || !bytes.Equal(unpacked, plain.body) || packed.Header.Get("ETag") == plain.Header.Get("ETag") || packed.Header.Get("Content-Encoding") != "gzip" {
		t.Errorf("gzip answers %v, %v", packed.Header, err)
	}
	if refused := w.ask(http.MethodGet, path, "", "Accept-Encoding", "gzip;q=0"); refused.Header.Get("Content-Encoding") != "" {
		t.Error("a client that refuses gzip gets gzip")
	}
	for _, header := range [][]string{
		{"If-None-Match", plain.Header.Get("ETag")},
		{"If-None-Match", `"x", W/` + plain.Header.Get("ETag")},
		{"If-None-Match", "*"},
		{"If-Modified-Since", plain.Header.Get("Last-Modified")},
	} {
		answer := w.ask(http.MethodGet, path, "", header...)
		if answer.StatusCode != http.StatusNotModified || len(answer.body) != 0 || answer.Header.Get("ETag") != plain.Header.Get("ETag") || answer.Header.Get("Vary") != "Accept-Encoding" || answer.Header.Get("Cache-Control") != "private, max-age=300" {
			t.Errorf("%v answers %d %v", header, answer.StatusCode, answer.Header)
		}
	}
	if answer := w.ask(http.MethodGet, path, "", "If-None-Match", `"x"`, "If-Modified-Since", plain.Header.Get("Last-Modified")); answer.StatusCode != http.StatusOK {
		t.Errorf("another tag with the same date answers %d", answer.StatusCode)
	}
}

// Nobody learns from an answer whether an address was ever good.
func TestBadCalendarAddressesAreAllTheSame(t *testing.T) {
	t.Parallel()
	w, _ := published(t)
	zoe := w.as("zoe")
	path := zoe.subscribe(models.FeedWork)
	revoked := zoe.subscribe(models.FeedBusy)
	calendars := fetch[calendarsJSON](zoe, "/api/calendars").Calendars
	busy := slices.IndexFunc(calendars, func(c CalendarJSON) bool { return c.Detail == string(models.FeedBusy) })
	w.ask(http.MethodGet, revoked, "") // it is in the cache
	if answer := zoe.ask(http.MethodDelete, "/api/calendars/"+calendars[busy].ID, ""); answer.StatusCode != http.StatusNoContent {
		t.Fatalf("revoking answers %d %s", answer.StatusCode, answer.body)
	}
	w.log.Reset()
	token := strings.TrimSuffix(strings.TrimPrefix(path, "/calendars/"), ".ics")
	reference := w.ask(http.MethodGet, "/calendars/"+strings.Repeat("a", tokenLength)+".ics", "")
	w.wantProblem(reference, http.StatusNotFound, "not_found")
	for name, bad := range map[string]string{
		"revoked": revoked, "short": "/calendars/abc.ics", "empty": "/calendars/.ics", "without ending": "/calendars/" + token, "other ending": "/calendars/" + token + ".txt",
		"wrong case": "/Calendars/" + token + ".ics", "upper ending": "/calendars/" + token + ".ICS", "trailing slash": path + "/", "longer": "/calendars/" + token + "a.ics",
		"escaped": "/calendars/" + strings.Repeat("%61", tokenLength) + ".ics", "swapped case": "/calendars/" + swapCase(token) + ".ics", "deeper": "/calendars/x/" + token + ".ics",
	} {
		answer := w.ask(http.MethodGet, bad, "")
		if answer.StatusCode != http.StatusNotFound || !bytes.Equal(answer.body, reference.body) || !sameHeaders(answer.Header, reference.Header) {
			t.Errorf("%s answers %d %s %v", name, answer.StatusCode, answer.body, answer.Header)
		}
	}
	if strings.Contains(w.log.String(), token) || strings.Contains(w.log.String(), strings.TrimPrefix(revoked, "/calendars/")) {
		t.Errorf("a token is in the log:\n%s", w.log)
	}
	if len(fetch[calendarsJSON](zoe, "/api/calendars").Calendars) != 1 {
		t.Error("the revoked address is still listed")
	}
}

func swapCase(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		case r >= 'A' && r <= 'Z':
			return r - 'A' + 'a'
		default:
			return r
		}
	}, text)
}

// sameHeaders compares all but what names the moment and the request.
func sameHeaders(one, other http.Header) bool {
	one, other = one.Clone(), other.Clone()
	for _, name := range []string{"Date", "X-Request-Id"} {
		one.Del(name)
		other.Del(name)
	}
	return maps.EqualFunc(one, other, slices.Equal)
}

func TestRenderedFeedsAreForgottenWhenTheyNeedTooMuchRoom(t *testing.T) {
	t.Parallel()
	cache := newFeedCache()
	w, _ := published(t)
	mark, err := w.store.FeedMark(t.Context(), models.FeedTokenHash(strings.TrimSuffix(strings.TrimPrefix(w.as("zoe").subscribe(models.FeedBusy), "/calendars/"), ".ics")))
	if err != nil {
		t.Fatal(err)
	}
	old := &renderedFeed{}
	old.Plain = make([]byte, feedCacheBytes/2)
	cache.put(models.FeedMark{}, old)
	fresh := &renderedFeed{}
	fresh.Plain = make([]byte, feedCacheBytes*3/4)
	cache.put(mark, fresh)
	if cache.get(models.FeedMark{}) != nil || cache.get(mark) != fresh || cache.bytes != len(fresh.Plain) {
		t.Errorf("the cache holds %d octets", cache.bytes)
	}
}
