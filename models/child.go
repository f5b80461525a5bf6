package models

import "github.com/uptrace/bun"

// ScheduleWindow is a weekly span in which a child can be met at one of Places (ids).
type ScheduleWindow struct {
	DaySpan
	Places []string `json:"places"`
}

// Child is somebody the facility accompanies. Identity is minimal on purpose: there is no field for a diagnosis.
type Child struct {
	bun.BaseModel `bun:"table:child"`
	Record

	FirstName            string           `bun:"first_name,notnull"`
	LastName             string           `bun:"last_name,notnull"`
	BirthYear            int              `bun:"birth_year,notnull"`
	InternalNumber       string           `bun:"internal_number,notnull"`
	Sector               string           `bun:"sector,notnull"`
	HomePlaceID          *string          `bun:"home_place_id"`
	SchoolPlaceID        *string          `bun:"school_place_id"`
	Schedule             []ScheduleWindow `bun:"schedule,notnull"`
	KeyWorkerID          *string          `bun:"key_worker_id"`       // référent
	CaseCoordinatorID    *string          `bun:"case_coordinator_id"` // coordinateur de parcours
	ProfessionalsTarget  int              `bun:"professionals_target,notnull"`
	SessionsPerDayTarget int              `bun:"sessions_per_day_target,notnull"`
	Wishes               string           `bun:"wishes,notnull"`       // in the child's own words
	Transport            Transport        `bun:"transport,notnull"`    // who drives the child
	TransportPartnerID   *string          `bun:"transport_partner_id"` // the firm that does

	// Periods are the modalities the child is accompanied in. They are kept with the record; what a house reads has them apart.
	Periods []CareModalityPeriod `bun:"-"`
}

// Transport says who drives a child to what is planned.
type Transport string

// Who drives.
const (
	TransportUnknown Transport = ""
	TransportFirm    Transport = "firm" // of taxis or ambulances; it is a partner
	TransportFamily  Transport = "family"
	TransportHouse   Transport = "house" // the facility's own vehicles
)

// Transports are all that can be said of who drives a child.
var Transports = []Transport{TransportUnknown, TransportFirm, TransportFamily, TransportHouse}

// CareModalityPeriod is a dated interval in which a child is accompanied in a modality. Several may run at once; the rota takes the one
// with the most weekly minutes as the child's modality.
type CareModalityPeriod struct {
	bun.BaseModel `bun:"table:care_modality_period"`

	ID            string  `bun:"id,pk"`
	ChildID       string  `bun:"child_id,notnull"`
	ModalityCode  string  `bun:"modality_code,notnull"`
	FromDate      string  `bun:"from_date,notnull"`
	ToDate        *string `bun:"to_date"` // last day included; null: open
	WeeklyMinutes int     `bun:"weekly_minutes,notnull"`
}

// ChildGroup is a group of children who are met together.
type ChildGroup struct {
	bun.BaseModel `bun:"table:child_group"`
	Record

	Name         string   `bun:"name,notnull"`
	ModalityCode *string  `bun:"modality_code"`
	ChildIDs     []string `bun:"child_ids,notnull"`
}
