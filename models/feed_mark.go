package models

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// FeedMark names the content of a feed. While the mark of an address stays the same, so does its feed; the mark itself means nothing.
type FeedMark struct {
	subscription string
	records      int    // the facility's revision: names of places, members of teams
	events       string // when an event of the facility last changed
	day          string // what is in sight moves with the date
}

// FeedMark returns the mark of the feed that [Store.FeedEntries] would return for a token's hash, for a small part of its price. An unknown
// and a revoked token are the same NotFound.
func (s *Store) FeedMark(ctx context.Context, tokenHash string) (FeedMark, error) {
	var feed Feed
	var used time.Time
	var events []CalendarEvent
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		used = now
		if err := feed.find(ctx, tx, tokenHash); err != nil {
			return err
		}
		return tx.NewSelect().Model(&events).Column("last_modified").Where("facility_id = ?", feed.Facility.ID).
			OrderExpr("last_modified DESC").Limit(1).Scan(ctx)
	})
	if err != nil {
		return FeedMark{}, err
	}
	location, err := feed.Facility.Location()
	if err != nil {
		return FeedMark{}, err
	}
	mark := FeedMark{subscription: feed.Subscription.ID, records: feed.Facility.Revision, day: used.In(location).Format(time.DateOnly)}
	if len(events) > 0 {
		mark.events = events[0].LastModified.UTC().Format(time.RFC3339Nano)
	}
	return mark, s.keepUse(ctx, &feed.Subscription, used)
}
