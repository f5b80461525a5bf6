package models

import "github.com/uptrace/bun"

// SeatRequest is a staff role of a need, duty or meeting: people named, or a profession with skills.
type SeatRequest struct {
	Professions []string `json:"professions,omitempty"`
	Skills      []string `json:"skills,omitempty"`
	OneOf       []string `json:"one_of,omitempty"` // professional ids
}

// RoomRequest asks for a room of the place.
type RoomRequest struct {
	Features []string `json:"features,omitempty"`
	Seats    int      `json:"seats"`
}

// WishedSpan is a weekly span a thing should lie in; Cost is what using it costs against the others (0: wished).
type WishedSpan struct {
	DaySpan
	Cost int64 `json:"cost,omitempty"`
}

// Rhythm is the time in which a demand is asked for its count.
type Rhythm string

// The rhythms. What is asked each fortnight is shared between its two weeks; with a letter, all of it falls in the weeks of that letter.
const (
	EachWeek      Rhythm = "week"
	EachFortnight Rhythm = "fortnight"
)

// Demand is what needs, duties, recurring meetings and protected time have in common: how long, how often, with whom, where and when.
type Demand struct {
	Label        string        `bun:"label,notnull"`       // as shown, e.g. « orthophonie »
	ShortLabel   string        `bun:"short_label,notnull"` // for narrow blocks, may be empty
	Duration     int           `bun:"duration,notnull"`    // minutes
	Count        int           `bun:"count,notnull"`       // times each Rhythm
	Rhythm       Rhythm        `bun:"rhythm,notnull"`
	Letter       WeekLetter    `bun:"letter,notnull"`
	MinGapDays   int           `bun:"min_gap_days,notnull"`
	ModalityCode *string       `bun:"modality_code"` // replaces the children's own
	Sector       *string       `bun:"sector"`
	Seats        []SeatRequest `bun:"seats,notnull"`
	OptionalIDs  []string      `bun:"optional_ids,notnull"` // professionals who may attend
	PlaceIDs     []string      `bun:"place_ids,notnull"`    // empty: anywhere
	Room         *RoomRequest  `bun:"room"`
	Windows      []WishedSpan  `bun:"windows,notnull"`       // the only hours possible; empty: any
	WishedSpans  []DaySpan     `bun:"wished_spans,notnull"`  // the hours wished among those possible
	RefusedSpans []DaySpan     `bun:"refused_spans,notnull"` // hours that are never taken
	RefusedIDs   []string      `bun:"refused_ids,notnull"`   // professionals who never take a seat
	Priority     int           `bun:"priority,notnull"`      // 1 to 100
	PreferredIDs []string      `bun:"preferred_ids,notnull"`
	FromDate     *string       `bun:"from_date"`
	ToDate       *string       `bun:"to_date"`
}

// Need is what a child's or a group's plan asks for each week, or what a school asks of the resource team (kind support).
type Need struct {
	bun.BaseModel `bun:"table:need"`
	Record
	Demand

	Kind    string  `bun:"kind,notnull"` // session or support
	ChildID *string `bun:"child_id"`
	GroupID *string `bun:"group_id"`
}

// StandingDuty is a supervision to cover each week: meals, arrivals, evenings, nights, escorts.
type StandingDuty struct {
	bun.BaseModel `bun:"table:standing_duty"`
	Record
	Demand

	Kind string `bun:"kind,notnull"` // of [DutyKinds]
}

// RecurringMeeting is a meeting or protected time that comes back each week: team coordination, synthesis, practice review, preparation.
type RecurringMeeting struct {
	bun.BaseModel `bun:"table:recurring_meeting"`
	Record
	Demand

	Kind    string  `bun:"kind,notnull"`    // meeting or protected
	Purpose string  `bun:"purpose,notnull"` // of [MeetingPurposes]
	ChildID *string `bun:"child_id"`        // the child it is about, who does not attend
}

// ProtectedTime is a rule that keeps a part of the contract of some people free of sessions: of those of the professions and of those
// named; with a convention, of those among them whose contract is under it.
type ProtectedTime struct {
	bun.BaseModel `bun:"table:protected_time"`
	Record

	Kind            string     `bun:"kind,notnull"` // of [ProtectedKinds]
	Label           string     `bun:"label,notnull"`
	Professions     []string   `bun:"professions,notnull"`
	ProfessionalIDs []string   `bun:"professional_ids,notnull"`
	Convention      Convention `bun:"convention,notnull"` // empty: whatever the contract
	BasisPoints     *int       `bun:"basis_points"`       // hundredths of a percent of the contract a week; or
	Minutes         *int       `bun:"minutes"`            // minutes a week
	SmallestPiece   int        `bun:"smallest_piece,notnull"`
	Priority        int        `bun:"priority,notnull"` // 1 to 100
	FromDate        *string    `bun:"from_date"`
	ToDate          *string    `bun:"to_date"`
}
