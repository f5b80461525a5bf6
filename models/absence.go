package models

import "github.com/uptrace/bun"

// AbsenceReason is why somebody is away. Colleagues only ever see away, training or leave, never a reason of health.
type AbsenceReason string

// The reasons.
const (
	AbsenceIllness  AbsenceReason = "illness"
	AbsenceLeave    AbsenceReason = "leave"
	AbsenceTraining AbsenceReason = "training"
	AbsenceOther    AbsenceReason = "other"
)

// Absence takes a professional or a child away from a local date and minute to another, the end not included.
type Absence struct {
	bun.BaseModel `bun:"table:absence"`
	Record

	ProfessionalID *string       `bun:"professional_id"`
	ChildID        *string       `bun:"child_id"`
	FromDate       string        `bun:"from_date,notnull"`
	FromMinute     int           `bun:"from_minute,notnull"`
	ToDate         string        `bun:"to_date,notnull"`
	ToMinute       int           `bun:"to_minute,notnull"`
	Reason         AbsenceReason `bun:"reason,notnull"`
}

// ClosedDay is a day on which a site, or the whole facility when PlaceID is nil, is closed.
type ClosedDay struct {
	bun.BaseModel `bun:"table:closed_day"`
	Record

	PlaceID *string `bun:"place_id"`
	Date    string  `bun:"date,notnull"`
	Label   string  `bun:"label,notnull"`
}
