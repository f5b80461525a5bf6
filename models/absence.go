package models

import (
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// AbsenceReason is why somebody is away. Colleagues only ever see away, training or leave, never a reason of health.
type AbsenceReason string

// The reasons. An outing is a child's: a trip with the school, a stay elsewhere.
const (
	AbsenceIllness  AbsenceReason = "illness"
	AbsenceMedical  AbsenceReason = "medical" // an appointment
	AbsenceAccident AbsenceReason = "accident"
	AbsenceParental AbsenceReason = "parental"
	AbsenceFamily   AbsenceReason = "family"
	AbsenceLeave    AbsenceReason = "leave"
	AbsenceRecovery AbsenceReason = "recovery" // of hours worked, days off in return for reduced hours
	AbsenceTraining AbsenceReason = "training"
	AbsenceUnion    AbsenceReason = "union" // delegation hours
	AbsenceOuting   AbsenceReason = "outing"
	AbsenceOther    AbsenceReason = "other"
)

// AbsenceReasons are all of them, in the order people choose from.
var AbsenceReasons = []AbsenceReason{
	AbsenceIllness, AbsenceMedical, AbsenceAccident, AbsenceParental, AbsenceFamily, AbsenceLeave, AbsenceRecovery, AbsenceTraining, AbsenceUnion,
	AbsenceOuting, AbsenceOther,
}

// AbsenceRepeat is how an absence comes back.
type AbsenceRepeat string

// The ways to come back, until RepeatUntil: never, each week, or in weeks of the letter of its first one.
const (
	RepeatNever  AbsenceRepeat = ""
	RepeatWeekly AbsenceRepeat = "weekly"
	RepeatLetter AbsenceRepeat = "letter"
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
	Repeats        AbsenceRepeat `bun:"repeats,notnull"`
	RepeatUntil    *string       `bun:"repeat_until"` // the last day on which it may begin again
	Reason         AbsenceReason `bun:"reason,notnull"`
	State          RequestState  `bun:"state,notnull"`
	RequestedBy    *string       `bun:"requested_by"` // account
	RequestedAt    *time.Time    `bun:"requested_at"`
	DecidedBy      *string       `bun:"decided_by"` // account
	DecidedAt      *time.Time    `bun:"decided_at"`
	Decider        string        `bun:"-"` // name of who decided, where it is told
}

// request returns where the absence stands.
func (a *Absence) request() request {
	return request{&a.State, &a.RequestedBy, &a.RequestedAt, &a.DecidedBy, &a.DecidedAt, &a.Decider}
}

// Shown returns what colleagues are told of a reason: never one of health.
func (r AbsenceReason) Shown() string {
	switch r {
	case AbsenceTraining:
		return "training"
	case AbsenceLeave, AbsenceRecovery:
		return "leave"
	default:
		return "away"
	}
}

// concealed returns the reason as those may know it who do not have to act on it.
func (r AbsenceReason) concealed() AbsenceReason {
	switch r.Shown() {
	case "training":
		return AbsenceTraining
	case "leave":
		return AbsenceLeave
	default:
		return AbsenceOther
	}
}

// lastDay returns the last day on which it can take somebody away.
func (a *Absence) lastDay() string {
	if a.RepeatUntil == nil {
		return a.ToDate
	}
	last, _ := time.Parse(time.DateOnly, *a.RepeatUntil)
	return last.AddDate(0, 0, daysBetween(a.FromDate, a.ToDate)).Format(time.DateOnly)
}

// absenceSpan returns the minutes of the week an absence takes, before Monday and after Sunday included.
func (w Week) absenceSpan(a *Absence) (planner.Span, bool) {
	from, fromOK := w.minuteOf(a.FromDate, a.FromMinute)
	to, toOK := w.minuteOf(a.ToDate, a.ToMinute)
	return planner.Span{From: from, To: to}, fromOK && toOK && from < to
}

// inWeek returns the times an absence takes in a week, each as an absence of its own: one that does not come back at most once, one that does
// as often as it touches the week.
func (a *Absence) inWeek(week Week) []Absence {
	var times []Absence
	first, err := time.Parse(time.DateOnly, a.FromDate)
	last, err2 := time.Parse(time.DateOnly, a.ToDate)
	if err != nil || err2 != nil {
		return nil
	}
	monday, sunday := week.Monday(), week.Monday().AddDate(0, 0, 6)
	if a.Repeats == RepeatNever || a.RepeatUntil == nil {
		if !first.After(sunday) && !last.Before(monday) {
			times = append(times, *a)
		}
		return times
	}
	// It lasts a week at most, so that only the times that begin in this week or the one before can touch it.
	for _, begins := range []Week{week.Previous(), week} {
		shift := int(begins.Monday().Sub(WeekOf(first).Monday()) / (24 * time.Hour))
		start, end := first.AddDate(0, 0, shift), last.AddDate(0, 0, shift)
		if shift < 0 || start.Format(time.DateOnly) > *a.RepeatUntil || a.Repeats == RepeatLetter && begins.Letter() != WeekOf(first).Letter() ||
			start.After(sunday) || end.Before(monday) {
			continue
		}
		again := *a
		again.FromDate, again.ToDate = start.Format(time.DateOnly), end.Format(time.DateOnly)
		times = append(times, again)
	}
	return times
}

// timesIn returns the absences of a week as they fall: see [Absence.inWeek].
func timesIn(week Week, absences []Absence) []Absence {
	times := make([]Absence, 0, len(absences))
	for i := range absences {
		times = append(times, absences[i].inWeek(week)...)
	}
	return times
}

// TimesBetween returns when the absence takes somebody away between two dates, both included, each time with its own dates.
func (a *Absence) TimesBetween(first, last string) []Absence {
	var times []Absence
	from, err := time.Parse(time.DateOnly, first)
	to, err2 := time.Parse(time.DateOnly, last)
	if err != nil || err2 != nil {
		return nil
	}
	for week := WeekOf(from); !week.Monday().After(to); week = week.Next() {
		for _, again := range a.inWeek(week) {
			known := slices.ContainsFunc(times, func(other Absence) bool { return other.FromDate == again.FromDate })
			if !known && again.FromDate <= last && again.ToDate >= first {
				times = append(times, again)
			}
		}
	}
	return times
}
