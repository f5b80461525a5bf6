package models

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"
)

// What a feed holds: so many weeks before and after the current one, and what was cancelled for a while.
const (
	feedWeeksBefore  = 4
	feedWeeksAfter   = 26
	cancelledVisible = 30 * 24 * time.Hour
	usedEvery        = time.Hour // how exactly the last use of an address is kept
)

// Feed is everything a calendar address shows. What its level of detail does not tell is not in it.
type Feed struct {
	Facility     Facility
	Subscription CalendarSubscription
	Revision     time.Time // when the content last changed, things that went out of sight included
	Entries      []FeedEntry
}

// FeedEntry is one event of a feed. Start and End are in the facility's time zone.
type FeedEntry struct {
	UID          string
	Sequence     int
	Start, End   time.Time
	Cancelled    bool
	LastModified time.Time
	Kind         string  // from the level work on
	PlaceCode    string  // from the level work on
	Label        string  // level full, as all that follows
	Children     []Child // who are met; only ids and names are filled in
	Place        *Place
	RoomName     string
}

// FeedEntries returns the feed of a token's hash: the published weeks around now, never a draft. An unknown and a revoked token are the same
// NotFound. It takes no actor: who has the address may read it.
func (s *Store) FeedEntries(ctx context.Context, tokenHash string) (Feed, error) {
	var feed Feed
	var used time.Time
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		used = now
		if err := feed.find(ctx, tx, tokenHash); err != nil {
			return err
		}
		return feed.fill(ctx, tx, now)
	})
	if err != nil {
		return Feed{}, err
	}
	return feed, s.keepUse(ctx, &feed.Subscription, used)
}

// keepUse notes that an address was read, for who looks whether it is still needed.
func (s *Store) keepUse(ctx context.Context, subscription *CalendarSubscription, used time.Time) error {
	if last := subscription.LastUsedAt; last != nil && used.Sub(*last) < usedEvery {
		return nil
	}
	return s.writeAside(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		_, err := tx.NewUpdate().Model((*CalendarSubscription)(nil)).Set("last_used_at = ?", now).Where("id = ?", subscription.ID).Exec(ctx)
		return err
	})
}

func (f *Feed) find(ctx context.Context, tx bun.IDB, tokenHash string) error {
	if !plainID(tokenHash) {
		return NotFound(ResourceSubscription)
	}
	err := tx.NewSelect().Model(&f.Subscription).Where("token_hash = ?", tokenHash).Where("revoked_at IS NULL").Where("archived_at IS NULL").Scan(ctx)
	if err != nil {
		return notFoundOr(ResourceSubscription, err)
	}
	f.Facility.ID = f.Subscription.FacilityID
	return tx.NewSelect().Model(&f.Facility).WherePK().Scan(ctx)
}

func (f *Feed) fill(ctx context.Context, tx bun.IDB, now time.Time) error {
	location, err := f.Facility.Location()
	if err != nil {
		return err
	}
	week := WeekOf(now.In(location))
	monday := week.Monday()
	var events []CalendarEvent
	query := tx.NewSelect().Model(&events).Where("facility_id = ?", f.Facility.ID).
		Where("week BETWEEN ? AND ?", WeekOf(monday.AddDate(0, 0, -7*feedWeeksBefore)).String(), WeekOf(monday.AddDate(0, 0, 7*feedWeeksAfter)).String())
	concerned, err := f.Subscription.concerned(ctx, tx, query)
	if err != nil {
		return err
	}
	if err := query.OrderExpr("week, start, uid").Scan(ctx); err != nil {
		return err
	}
	details, err := f.details(ctx, tx)
	if err != nil {
		return err
	}
	f.Revision = f.Subscription.CreatedAt
	f.Entries = make([]FeedEntry, 0, len(events))
	for i := range events {
		seen, sees := events[i].as(&f.Subscription, concerned)
		if !sees {
			continue
		}
		f.Revision = later(f.Revision, seen.LastModified)
		if seen.CancelledAt != nil && now.Sub(*seen.CancelledAt) >= cancelledVisible {
			f.Revision = later(f.Revision, seen.CancelledAt.Add(cancelledVisible))
			continue
		}
		entry, err := details.entry(&seen, location)
		if err != nil {
			return err
		}
		f.Entries = append(f.Entries, entry)
	}
	f.Revision = f.Revision.UTC()
	slices.SortStableFunc(f.Entries, func(one, other FeedEntry) int {
		return cmp.Or(one.Start.Compare(other.Start), cmp.Compare(one.UID, other.UID))
	})
	return nil
}

func later(one, other time.Time) time.Time {
	if other.After(one) {
		return other
	}
	return one
}

// concerned narrows the query to events that may be the subject's, and returns the professionals whose events they are, for a person or a team.
func (c *CalendarSubscription) concerned(ctx context.Context, tx bun.IDB, query *bun.SelectQuery) (people []string, err error) {
	switch c.Subject {
	case SubjectProfessional:
		pattern := quotedPattern(c.SubjectID)
		query.Where(`CAST(staff AS TEXT) LIKE ? ESCAPE '\' OR CAST(former AS TEXT) LIKE ? ESCAPE '\'`, pattern, pattern)
		people = []string{c.SubjectID}
	case SubjectTeam:
		err = tx.NewSelect().Table("membership").Column("professional_id").Where("team_id = ?", c.SubjectID).OrderExpr("professional_id").Scan(ctx, &people)
	case SubjectRoom:
		query.Where("room_id = ?", c.SubjectID)
	case SubjectPlace:
		query.Where("place_id = ?", c.SubjectID)
	case SubjectChild:
		query.Where(`CAST(child_ids AS TEXT) LIKE ? ESCAPE '\'`, quotedPattern(c.SubjectID))
	default:
		err = c.partnersMeetings(ctx, tx, query)
	}
	return people, err
}

// partnersMeetings narrows the query to meetings to which a contact of the partner is asked.
func (c *CalendarSubscription) partnersMeetings(ctx context.Context, tx bun.IDB, query *bun.SelectQuery) error {
	var contacts []string
	err := tx.NewSelect().Table("partner_contact").Column("id").Where("partner_id = ?", c.SubjectID).Scan(ctx, &contacts)
	if err != nil {
		return err
	}
	var meetings []PartnerMeeting
	err = tx.NewSelect().Model(&meetings).Column("id", "contact_ids").Where("facility_id = ?", c.FacilityID).Scan(ctx)
	ids := []string{}
	for i := range meetings {
		if slices.ContainsFunc(meetings[i].ContactIDs, func(contact string) bool { return slices.Contains(contacts, contact) }) {
			ids = append(ids, meetings[i].ID)
		}
	}
	query.Where("activity_id IN (?)", bun.List(ids))
	return err
}

// as returns the event as the subject sees it, and whether it does. Who left it sees it cancelled, as they knew it last.
func (e *CalendarEvent) as(c *CalendarSubscription, people []string) (CalendarEvent, bool) {
	if c.Subject != SubjectProfessional && c.Subject != SubjectTeam {
		return *e, true
	}
	if slices.ContainsFunc(e.Staff, func(person string) bool { return slices.Contains(people, person) }) {
		return *e, true
	}
	seen, left := *e, false
	for _, former := range e.Former {
		if slices.Contains(people, former.ProfessionalID) && (!left || former.Sequence > seen.Sequence) {
			left = true
			seen.Sequence, seen.Start, seen.Duration = former.Sequence, former.Start, former.Duration
			seen.PlaceID, seen.RoomID = former.PlaceID, former.RoomID
			seen.LastModified, seen.CancelledAt = former.Since, &former.Since
		}
	}
	return seen, left
}
