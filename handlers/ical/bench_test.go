package ical

import (
	"fmt"
	"testing"
	"time"
)

// fullFeed has a thousand events with the texts of a real week.
func fullFeed(b *testing.B) Calendar {
	b.Helper()
	model := week(b)
	events := model.Events
	model.Events = nil
	for i := range 1000 {
		event := events[i%len(events)]
		shift := time.Duration(i%250) * 24 * time.Hour
		event.UID = fmt.Sprintf("%08d-session@maillage.example", i)
		event.Start, event.End = event.Start.Add(shift), event.End.Add(shift)
		model.Events = append(model.Events, event)
	}
	return model
}

// BenchmarkEncodeThousandEvents must stay under 10 ms.
func BenchmarkEncodeThousandEvents(b *testing.B) {
	calendar := fullFeed(b)
	b.ReportAllocs()
	for b.Loop() {
		feed := mustEncode(b, calendar)
		b.SetBytes(int64(len(feed)))
	}
}

// BenchmarkColdFeedOfThousandEvents adds compression and tags.
func BenchmarkColdFeedOfThousandEvents(b *testing.B) {
	calendar := fullFeed(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Representations(mustEncode(b, calendar)); err != nil {
			b.Fatal(err)
		}
	}
}
