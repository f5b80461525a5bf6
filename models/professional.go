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

	FirstName       string      `bun:"first_name,notnull"`
	LastName        string      `bun:"last_name,notnull"`
	Profession      string      `bun:"profession,notnull"` // code of the list in professions.go
	JobTitle        string      `bun:"job_title,notnull"`  // as written under the name, e.g. « éduc. spécialisée »
	Skills          []string    `bun:"skills,notnull"`
	ContractMinutes int         `bun:"contract_minutes,notnull"` // per week
	WorkingPattern  []DaySpan   `bun:"working_pattern,notnull"`
	BasePlaceID     string      `bun:"base_place_id,notnull"`
	FromBase        bool        `bun:"from_base,notnull"`
	Lunch           *LunchBreak `bun:"lunch"`
	Limits          *WorkLimits `bun:"limits"`
	DirectTarget    *int        `bun:"direct_target"` // minutes of sessions and duties a week
}
