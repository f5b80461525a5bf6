package handlers

import (
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/maillage-dime/maillage/models"
)

// absenceReason is the code of why somebody is away.
type absenceReason string

// Schema declares the reasons.
func (absenceReason) Schema(huma.Registry) *huma.Schema {
	values := make([]string, len(models.AbsenceReasons))
	for i, reason := range models.AbsenceReasons {
		values[i] = string(reason)
	}
	return oneOfSchema(values)
}

// AbsenceValues are what people enter of an absence.
type AbsenceValues struct {
	ProfessionalID *identifier   `json:"professional_id" nullable:"true" doc:"Who is away: a professional or a child."`
	ChildID        *identifier   `json:"child_id" nullable:"true"`
	FromDate       string        `json:"from_date" format:"date"`
	FromMinute     int           `json:"from_minute" doc:"Minutes after midnight."`
	ToDate         string        `json:"to_date" format:"date"`
	ToMinute       int           `json:"to_minute" doc:"Minutes after midnight, not included; 1440 for the end of the day."`
	Repeats        string        `json:"repeats" enum:",weekly,letter" doc:"Empty: once. Letter: in weeks of the letter of the first one."`
	RepeatUntil    *string       `json:"repeat_until" format:"date" nullable:"true" doc:"The last day on which it may begin again."`
	Reason         absenceReason `json:"reason" doc:"To those who do not act on it only training, leave or other."`
}

// AbsenceFields are the values of an absence, and where it stands.
type AbsenceFields struct {
	AbsenceValues
	RequestFields
}

// RequestFields say where something stands that people ask for and others decide of.
type RequestFields struct {
	State       string     `json:"state" enum:"requested,accepted,refused" doc:"Only what is accepted counts."`
	RequestedAt *time.Time `json:"requested_at"`
	DecidedAt   *time.Time `json:"decided_at"`
	DecidedBy   *string    `json:"decided_by" doc:"Name of who decided."`
}

type absenceRecordJSON struct {
	RecordHead
	AbsenceFields
}

type absenceInputJSON struct {
	RecordVersion
	AbsenceValues
}

// WorkedDayValues are what people enter of hours really done.
type WorkedDayValues struct {
	ProfessionalID identifier `json:"professional_id"`
	Date           string     `json:"date" format:"date" doc:"Today or before."`
	FromMinute     int        `json:"from_minute" doc:"Minutes after midnight."`
	ToMinute       int        `json:"to_minute" doc:"Minutes after midnight, not included; 1440 for the end of the day."`
	BreakMinutes   int        `json:"break_minutes" doc:"Minutes of break within."`
	Note           plainLine  `json:"note" doc:"Why, in a few words; nothing about health."`
}

// WorkedDayFields are the hours really done on a day, and where their declaration stands. Accepted ones replace what was planned of the day
// for the working-time law and beside the contract.
type WorkedDayFields struct {
	WorkedDayValues
	RequestFields
}

type workedDayRecordJSON struct {
	RecordHead
	WorkedDayFields
}

type workedDayInputJSON struct {
	RecordVersion
	WorkedDayValues
}

type decisionJSON struct {
	Version int  `json:"version"`
	Accept  bool `json:"accept"`
}

type templateRecordJSON struct {
	RecordHead
	TemplateFields
}

type templateInputJSON struct {
	RecordVersion
	TemplateFields
}
