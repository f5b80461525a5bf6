package models

import "github.com/uptrace/bun"

// WeekLetter says in which weeks something holds: every week, weeks A or weeks B.
type WeekLetter string

// The letters.
const (
	EveryWeek WeekLetter = ""
	WeekA     WeekLetter = "A"
	WeekB     WeekLetter = "B"
)

// DaySpan is a span of one weekday, in minutes after midnight; Day is 0 for Monday.
type DaySpan struct {
	Letter WeekLetter `json:"letter,omitempty"`
	Day    int        `json:"day"`
	From   int        `json:"from"`
	To     int        `json:"to"`
}

// Convention is the collective agreement of a contract.
type Convention string

// The conventions.
const (
	ConventionCCN66 Convention = "ccn66" // IDCC 413
	ConventionCCN51 Convention = "ccn51" // IDCC 29
	ConventionOther Convention = "other"
)

// ContractKind is how long a contract runs.
type ContractKind string

// The kinds of contract.
const (
	ContractPermanent ContractKind = "permanent"
	ContractFixedTerm ContractKind = "fixed_term"
	ContractOther     ContractKind = "other"
)

// WorkLimits bound the hours of people whose hours the plan decides; minutes, but WeekDays counts days.
type WorkLimits struct {
	DaySpan  int `json:"day_span"`
	DayWork  int `json:"day_work"`
	Rest     int `json:"rest"`
	WeekWork int `json:"week_work"`
	WeekDays int `json:"week_days"`
}

// LunchBreak is a break of Minutes in one piece between From and To, minutes after midnight.
type LunchBreak struct {
	From    int `json:"from"`
	To      int `json:"to"`
	Minutes int `json:"minutes"`
}

// Professional is somebody of the staff. Names never leave the application by logs, errors or feeds.
type Professional struct {
	bun.BaseModel `bun:"table:professional"`
	Record

	FirstName  string     `bun:"first_name,notnull"`
	LastName   string     `bun:"last_name,notnull"`
	Profession string     `bun:"profession,notnull"` // one of [Professions]
	JobTitle   string     `bun:"job_title,notnull"`  // as written under the name, e.g. « éduc. spécialisée »
	Skills     []string   `bun:"skills,notnull"`
	Contracts  []Contract `bun:"contracts,notnull"` // without overlap, in order of their days; at least one
	// Minor says that the person is under 18, an apprentice for example: shorter days, longer rests, no night. No date of birth is kept.
	Minor          bool        `bun:"minor,notnull"`
	WorkingPattern []DaySpan   `bun:"working_pattern,notnull"`
	BasePlaceID    string      `bun:"base_place_id,notnull"`
	FromBase       bool        `bun:"from_base,notnull"`
	Lunch          *LunchBreak `bun:"lunch"`
	// Limits are there when the hours are flexible: the person may work within the pattern, without one on any day between
	// [FlexibleFrom] and [FlexibleTo], and the plan decides within the limits. Without limits the pattern is the hours of work.
	Limits             *WorkLimits `bun:"limits"`
	DirectTarget       *int        `bun:"direct_target"`       // minutes of sessions and duties a week
	CoordinationTarget *int        `bun:"coordination_target"` // minutes of meetings and coordination a week
	PreparationTarget  *int        `bun:"preparation_target"`  // minutes of preparation and writing a week
	KeyWorkerLoad      *int        `bun:"key_worker_load"`     // for how many children the person can be key worker

	// Memberships are the person's teams. They are kept with the record and are its own; what a house reads has them apart.
	Memberships []Membership `bun:"-"`
}
