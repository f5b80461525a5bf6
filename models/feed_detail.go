package models

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// feedDetails is what the entries of a feed tell at its level.
type feedDetails struct {
	level    FeedDetail
	places   map[string]*Place
	rooms    map[string]string
	children map[string]Child
}

// details reads what the level of the subscription tells, and nothing else.
func (f *Feed) details(ctx context.Context, tx bun.IDB) (*feedDetails, error) {
	details := &feedDetails{level: f.Subscription.Detail, places: map[string]*Place{}, rooms: map[string]string{}, children: map[string]Child{}}
	if details.level == FeedBusy {
		return details, nil
	}
	var places []Place
	if err := tx.NewSelect().Model(&places).Where("facility_id = ?", f.Facility.ID).Scan(ctx); err != nil {
		return nil, err
	}
	for i := range places {
		details.places[places[i].ID] = &places[i]
	}
	if details.level == FeedWork {
		return details, nil
	}
	var rooms []Room
	if err := tx.NewSelect().Model(&rooms).Column("id", "name").Where("facility_id = ?", f.Facility.ID).Scan(ctx); err != nil {
		return nil, err
	}
	for _, room := range rooms {
		details.rooms[room.ID] = room.Name
	}
	var children []Child
	err := tx.NewSelect().Model(&children).Column("id", "first_name", "last_name").Where("facility_id = ?", f.Facility.ID).Scan(ctx)
	for _, child := range children {
		details.children[child.ID] = child
	}
	return details, err
}

// entry returns what an event looks like at the level.
func (d *feedDetails) entry(e *CalendarEvent, location *time.Location) (FeedEntry, error) {
	week, err := ParseWeek(e.Week)
	if err != nil {
		return FeedEntry{}, err
	}
	entry := FeedEntry{
		UID: e.UID, Sequence: e.Sequence, Cancelled: e.CancelledAt != nil, LastModified: e.LastModified.UTC(),
		Start: week.Instant(e.Start, location), End: week.Instant(e.Start+e.Duration, location), Children: []Child{},
	}
	if d.level == FeedBusy {
		return entry, nil
	}
	entry.Kind = e.Kind
	if e.PlaceID != nil && d.places[*e.PlaceID] != nil {
		place := d.places[*e.PlaceID]
		// The code of a home, a school or a partner can tell which child is met; our own premises tell nothing.
		if place.Kind == PlaceSite {
			entry.PlaceCode = place.Code
		}
		if d.level == FeedFull {
			entry.Place = place
		}
	}
	if d.level == FeedWork {
		return entry, nil
	}
	entry.Label = e.Label
	if e.RoomID != nil {
		entry.RoomName = d.rooms[*e.RoomID]
	}
	for _, id := range e.ChildIDs {
		if child, known := d.children[id]; known {
			entry.Children = append(entry.Children, child)
		}
	}
	return entry, nil
}
