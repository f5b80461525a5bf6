package models

import (
	"time"

	"github.com/uptrace/bun"
)

// FeedDetail is how much a calendar feed tells.
type FeedDetail string

// The levels. Busy and work reveal no child; work adds the kind of work and the site's code; full adds discreet names for those who chose it.
const (
	FeedBusy FeedDetail = "busy"
	FeedWork FeedDetail = "work"
	FeedFull FeedDetail = "full"
)

// CalendarSubscription is a secret calendar address. Only the SHA-256 of its token is kept; the address is shown once.
type CalendarSubscription struct {
	bun.BaseModel `bun:"table:calendar_subscription"`
	Record

	AccountID  *string    `bun:"account_id"`      // who made it
	Subject    string     `bun:"subject,notnull"` // professional, team, room, place, child or partner
	SubjectID  string     `bun:"subject_id,notnull"`
	Name       string     `bun:"name,notnull"`
	Detail     FeedDetail `bun:"detail,notnull"`
	TokenHash  string     `bun:"token_hash,notnull"`
	LastUsedAt *time.Time `bun:"last_used_at"`
	RevokedAt  *time.Time `bun:"revoked_at"`
}

// CalendarEvent is the life of one occurrence in calendars: its UID never changes, Sequence grows with each change of time, place or state.
type CalendarEvent struct {
	bun.BaseModel `bun:"table:calendar_event"`

	UID          string        `bun:"uid,pk"`
	FacilityID   string        `bun:"facility_id,notnull"`
	Week         string        `bun:"week,notnull"`
	ActivityID   string        `bun:"activity_id,notnull"`
	Occurrence   int           `bun:"occurrence,notnull"`
	Sequence     int           `bun:"sequence,notnull"`
	Start        int           `bun:"start,notnull"`
	Duration     int           `bun:"duration,notnull"`
	Staff        []string      `bun:"staff,notnull"` // professionals concerned, attendees included
	ChildIDs     []string      `bun:"child_ids,notnull"`
	PlaceID      *string       `bun:"place_id"`
	RoomID       *string       `bun:"room_id"`
	Kind         string        `bun:"kind,notnull"`
	Label        string        `bun:"label,notnull"`
	LastModified time.Time     `bun:"last_modified,notnull"`
	CancelledAt  *time.Time    `bun:"cancelled_at"`
	Former       []FormerStaff `bun:"former,notnull"` // who took part before and has to see it cancelled
}

// FormerStaff is somebody who no longer takes part in an event, with the event as they knew it last.
type FormerStaff struct {
	ProfessionalID string    `json:"professional_id"`
	Sequence       int       `json:"sequence"`
	Start          int       `json:"start"`
	Duration       int       `json:"duration"`
	PlaceID        *string   `json:"place_id"`
	RoomID         *string   `json:"room_id"`
	Since          time.Time `json:"since"`
}
