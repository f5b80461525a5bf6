package models

import (
	"time"

	"github.com/uptrace/bun"
)

// PartnerMeeting is a meeting with partners at a fixed date. It stands in every rota of its week as a locked occurrence.
type PartnerMeeting struct {
	bun.BaseModel `bun:"table:partner_meeting"`
	Record

	Title       string     `bun:"title,notnull"`
	ChildID     *string    `bun:"child_id"`
	RequiredIDs []string   `bun:"required_ids,notnull"` // professionals
	UsefulIDs   []string   `bun:"useful_ids,notnull"`
	AttendeeIDs []string   `bun:"attendee_ids,notnull"` // the useful ones who were free and take part
	ContactIDs  []string   `bun:"contact_ids,notnull"`
	PlaceID     *string    `bun:"place_id"` // null: remote
	RoomID      *string    `bun:"room_id"`
	Date        string     `bun:"date,notnull"`
	Start       int        `bun:"start,notnull"` // minutes after midnight
	Duration    int        `bun:"duration,notnull"`
	CancelledAt *time.Time `bun:"cancelled_at"`
}
