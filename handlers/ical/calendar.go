// Package ical renders calendar feeds as iCalendar text (RFC 5545, 7986).
//
// It is pure: the same Calendar gives the same bytes on every call, on every
// machine, whatever the order of its events, so that a feed nobody changed is a
// feed no calendar program downloads again. It decides nothing about what a
// subscriber may see: whatever stands in an Event is published.
package ical

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"
)

// Calendar is one feed: its head and all of its events.
type Calendar struct {
	// Name is what calendar programs show in their list. Commas, semicolons and
	// backslashes become spaces, because some programs show their escapes.
	Name string
	// ProductID names the software that wrote the feed. It is required.
	ProductID string
	// Source is the address of the feed itself, or empty.
	Source string
	// Location is the named IANA zone of the house. It is required.
	Location *time.Location
	// Events may stand in any order. Their UIDs differ from one another.
	Events []Event
}

// Event is one appointment of a feed. Times are instants; whatever zone they
// carry, they are written in the zone of the calendar and cut to whole seconds.
type Event struct {
	// UID stays the same for the life of the appointment, in every feed that
	// shows it. It is required and at most 255 octets long.
	UID string
	// Sequence grows when the hour, the place or the state of the event changes.
	Sequence int
	// LastModified is the last change of anything in this event. It is required
	// and also serves as DTSTAMP.
	LastModified time.Time
	// Start lies before End.
	Start, End time.Time
	// Summary and Location are shown on one line; Description may have several.
	Summary, Description, Location string
	// URL leads back to the application, or is empty.
	URL string
	// Cancelled events stay in the feed, marked as such and free of any claim on
	// the subscriber's time.
	Cancelled bool
	// Busy says that the event takes the subscriber's time.
	Busy bool
	// Categories are written in the order given.
	Categories []string
	// Latitude and Longitude are given together, in degrees, or both left nil.
	Latitude, Longitude *float64
}

// maximumUIDOctets is the length RFC 7986 5.3 asks every program to accept.
const maximumUIDOctets = 255

// Encode renders the calendar. A calendar without events is a valid feed.
//
// The result depends on the calendar's content only, not on the order of
// Events, which is left as it was. No text of an event can add a line of its
// own. Instants are exact for every zone: an event whose wall-clock hours could
// be read in two ways is written in UTC. Encode fails, naming the event by its
// UID and never by its texts, when a required field is missing or impossible.
func Encode(calendar Calendar) ([]byte, error) {
	if err := calendar.validate(); err != nil {
		return nil, err
	}
	events, err := sortedEvents(calendar.Events)
	if err != nil {
		return nil, err
	}
	const headOctets, eventOctets = 1024, 640
	buffer := make([]byte, 0, headOctets+eventOctets*len(events))
	return appendComponent(buffer, calendarComponent(calendar, events)), nil
}

func (calendar Calendar) validate() error {
	switch {
	case calendar.ProductID == "":
		return errors.New("calendar: ProductID is empty, give the name of the software")
	case calendar.Location == nil:
		return errors.New("calendar: Location is nil, give the zone of the house")
	case calendar.Location.String() == "" || calendar.Location.String() == "Local":
		return fmt.Errorf("calendar: Location %q has no IANA name, load it with time.LoadLocation", calendar.Location)
	}
	return nil
}

// sortedEvents checks every event and returns them by start, then UID.
func sortedEvents(events []Event) ([]*Event, error) {
	sorted := make([]*Event, len(events))
	known := make(map[string]struct{}, len(events))
	for i := range events {
		event := &events[i]
		if err := event.validate(); err != nil {
			return nil, err
		}
		if _, found := known[event.UID]; found {
			return nil, fmt.Errorf("event %q: its UID stands twice in the calendar, give each event its own", event.UID)
		}
		known[event.UID] = struct{}{}
		sorted[i] = event
	}
	slices.SortFunc(sorted, func(a, b *Event) int {
		return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.UID, b.UID))
	})
	return sorted, nil
}

func (event *Event) validate() error {
	switch {
	case event.UID == "":
		return fmt.Errorf("event starting %s: UID is empty, give its permanent one", event.Start.UTC().Format(time.RFC3339))
	case len(event.UID) > maximumUIDOctets:
		return fmt.Errorf("event %.40q…: its UID has %d octets, at most %d are allowed", event.UID, len(event.UID), maximumUIDOctets)
	case event.UID != cleanLine(event.UID):
		return fmt.Errorf("event %q: its UID has control characters, spaces at an end or broken UTF-8", event.UID)
	case event.Sequence < 0 || event.Sequence > math.MaxInt32:
		return fmt.Errorf("event %q: Sequence is %d, it counts from 0 to %d", event.UID, event.Sequence, math.MaxInt32)
	case event.LastModified.IsZero():
		return fmt.Errorf("event %q: LastModified is zero, give the instant of its last change", event.UID)
	case event.End.Unix() <= event.Start.Unix():
		return fmt.Errorf("event %q: End %s is not after Start %s", event.UID,
			event.End.UTC().Format(time.RFC3339), event.Start.UTC().Format(time.RFC3339))
	case !writableYear(event.Start) || !writableYear(event.End) || !writableYear(event.LastModified):
		return fmt.Errorf("event %q: a time lies outside the years 1 to 9998", event.UID)
	}
	return event.validatePosition()
}

func (event *Event) validatePosition() error {
	if event.Latitude == nil && event.Longitude == nil {
		return nil
	}
	if event.Latitude == nil || event.Longitude == nil {
		return fmt.Errorf("event %q: Latitude and Longitude go together, one of them is nil", event.UID)
	}
	// Written so that NaN, which fails every comparison, is refused too.
	if !(math.Abs(*event.Latitude) <= 90 && math.Abs(*event.Longitude) <= 180) {
		return fmt.Errorf("event %q: its position is not on Earth, degrees within ±90 and ±180 are", event.UID)
	}
	return nil
}

// writableYear says whether the time has four digits of year in every zone.
func writableYear(t time.Time) bool {
	year := t.UTC().Year()
	return year >= 1 && year <= 9998
}
