package handlers

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

// largeFeed has so many events as a person meets children in some months.
func largeFeed(events int) *models.Feed {
	feed := &models.Feed{
		Facility:     models.Facility{Record: models.Record{ID: "here"}, TimeZone: "Europe/Paris"},
		Subscription: models.CalendarSubscription{Name: "Mon planning", Detail: models.FeedWork}, Revision: time.Date(2026, 11, 22, 7, 24, 0, 0, time.UTC),
	}
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		panic(err)
	}
	for i := range events {
		start := time.Date(2026, 11, 2+i/8, 8, 60*(i%8), 0, 0, paris)
		feed.Entries = append(feed.Entries, models.FeedEntry{
			UID: fmt.Sprintf("0198c7a0-0000-7000-8000-%012d@maillage", i), Sequence: i % 3, Start: start, End: start.Add(45 * time.Minute),
			LastModified: feed.Revision, Kind: "session", PlaceCode: "TIL",
		})
	}
	return feed
}

// BenchmarkColdFeed renders 1,000 events, plain and gzip, as the first reading after a publication does.
func BenchmarkColdFeed(b *testing.B) {
	feed := largeFeed(1000)
	for b.Loop() {
		if _, err := renderFeed(feed, "https://planning.example"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFeed answers requests for a feed of 1,000 events on one connection, the database asked each time whether it is still the same.
func BenchmarkFeed(b *testing.B) {
	w := newWorld(b, nil)
	path := w.as("zoe").subscribe(models.FeedWork)
	mark, err := w.store.FeedMark(b.Context(), models.FeedTokenHash(strings.TrimSuffix(strings.TrimPrefix(path, "/calendars/"), ".ics")))
	if err != nil {
		b.Fatal(err)
	}
	rendered, err := renderFeed(largeFeed(1000), "https://planning.example")
	if err != nil {
		b.Fatal(err)
	}
	w.api.feeds.put(mark, rendered)
	address, stop := w.serve()
	defer stop()
	for name, header := range map[string]string{"plain": "", "gzip": "Accept-Encoding: gzip\r\n", "304": "If-None-Match: " + rendered.ETag + "\r\n"} {
		b.Run(name, func(b *testing.B) {
			connection, err := net.Dial("tcp", address)
			if err != nil {
				b.Fatal(err)
			}
			defer connection.Close()
			reader := bufio.NewReaderSize(connection, 1<<20)
			request := "GET " + path + " HTTP/1.1\r\nHost: planning\r\n" + header + "\r\n"
			for b.Loop() {
				if _, err := io.WriteString(connection, request); err != nil {
					b.Fatal(err)
				}
				response, err := http.ReadResponse(reader, nil)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := io.Copy(io.Discard, response.Body); err != nil {
					b.Fatal(err)
				}
				response.Body.Close()
			}
		})
	}
}

// largeView is a rota of 40 people and 600 occurrences, all of them moved.
func largeView() *models.RotaView {
	const people, occurrences = 40, 600
	house := &models.House{Week: models.Week{Year: 2026, Number: 48}}
	problem := &planner.Problem{FirstDay: "2026-11-23", Days: 5, Grid: 15}
	for i := range people {
		problem.Professionals = append(problem.Professionals, planner.Professional{ID: fmt.Sprintf("professional-%02d", i), Available: []planner.Span{{From: 540, To: 1020}}})
	}
	view := &models.RotaView{House: house, Problem: problem, TravelBefore: map[planner.Ref][]planner.Leg{}}
	for i := range occurrences {
		id := fmt.Sprintf("0198c7a0-0000-7000-8000-%012d", i)
		person := problem.Professionals[i%people].ID
		problem.Activities = append(problem.Activities, planner.Activity{ID: id, Kind: planner.Session, Duration: 45, Count: 1, Children: []string{"lina"}, Seats: []planner.Seat{{OneOf: []string{person}}}})
		house.Needs = append(house.Needs, models.Need{Record: models.Record{ID: id}, Kind: models.NeedSession, ChildID: new("lina"), Demand: models.Demand{Label: "Orthophonie"}})
		row := models.RotaOccurrence{ActivityID: id, Start: 540 + 15*i%400, Staff: []string{person}, PlaceID: new("tilleuls")}
		view.Occurrences = append(view.Occurrences, row)
		row.Start += 60
		view.Previous = append(view.Previous, row)
		view.TravelBefore[planner.Ref{Activity: id}] = []planner.Leg{{Professional: person, Minutes: 15}}
	}
	return view
}

// BenchmarkRotaJSON encodes a rota of 600 occurrences with its entity tag.
func BenchmarkRotaJSON(b *testing.B) {
	view := largeView()
	for b.Loop() {
		if _, err := cached(encodeRota(view, rotaSummaryJSON{}, models.Actor{Role: models.RoleManager}), ""); err != nil {
			b.Fatal(err)
		}
	}
}

// A password's hash takes what an attacker has to pay for each guess.
func BenchmarkPassword(b *testing.B) {
	p := newPasswords()
	for b.Loop() {
		if same, err := p.match(b.Context(), password, passwordHash()); !same || err != nil {
			b.Fatal(same, err)
		}
	}
}

func TestLargeRotaIsEncodedWhole(t *testing.T) {
	t.Parallel()
	rota := encodeRota(largeView(), rotaSummaryJSON{}, models.Actor{Role: models.RoleManager})
	if rota.Counters != (countersJSON{Wanted: 600, Planned: 600, Changes: 600}) || slices.ContainsFunc(rota.Occurrences, func(o occurrenceJSON) bool { return o.Change == nil }) {
		t.Errorf("counters are %+v", rota.Counters)
	}
}
