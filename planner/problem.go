package planner

// ProblemFormat is the value of [Problem.Format] this package reads and writes.
const ProblemFormat = "maillage-problem/1"

// DayMinutes is the length of a day in the minutes of a plan.
const DayMinutes = 1440

// Minute is a local wall-clock minute counted from 00:00 of day 0 of the horizon.
type Minute = int

// Problem is everything a plan has to answer to: the people, the places, what is asked for and what is already settled.
type Problem struct {
	Format        string         `json:"format"`
	Name          string         `json:"name"`
	FirstDay      string         `json:"first_day"`            // local date of day 0, YYYY-MM-DD
	Days          int            `json:"days"`                 // length of the horizon, 1 to 366
	Grid          int            `json:"grid"`                 // every occurrence starts at a multiple of Grid minutes; a divisor of 60
	StartStep     int            `json:"start_step,omitempty"` // see [Problem.Step]; a divisor of 60 and a multiple of Grid, or 0
	Places        []Place        `json:"places"`
	Travel        [][]int        `json:"travel"` // minutes from place i to place j, in the order of Places
	Rooms         []Room         `json:"rooms"`
	Teams         []Team         `json:"teams"`
	Professionals []Professional `json:"professionals"`
	Children      []Child        `json:"children"`
	Activities    []Activity     `json:"activities"`
	Pinned        []Occurrence   `json:"pinned" optional:"true"`    // the plan repeats these as they are
	Published     []Occurrence   `json:"published" optional:"true"` // people know of these: changing them costs
	Weights       Weights        `json:"weights" optional:"true"`
}

// Step is the step in minutes of the starts that are proposed: StartStep, or Grid where there is none. A plan may hold what starts between two
// of them, on the grid, because somebody wished it so; nothing else is moved there.
func (p *Problem) Step() int {
	if p.StartStep > 0 {
		return p.StartStep
	}
	return p.Grid
}

// Place is a site, a school, a home or a partner's premises.
type Place struct {
	ID string `json:"id"`
}

// Room is a room of a place that at most one occurrence uses at a time.
type Room struct {
	ID       string   `json:"id"`
	Place    string   `json:"place"`
	Seats    int      `json:"seats"`
	Features []string `json:"features"`
	Closed   []Span   `json:"closed"`
}

// TeamKind says whether a team is made for some modalities or backs the others up.
type TeamKind string

// The kinds of team the planning model knows.
const (
	Dedicated   TeamKind = "dedicated"
	Transversal TeamKind = "transversal"
)

// Team serves the modalities and sectors it names; an empty list means all of them.
type Team struct {
	ID         string   `json:"id"`
	Kind       TeamKind `json:"kind"`
	Modalities []string `json:"modalities"`
	Sectors    []string `json:"sectors"`
}

// Professional is somebody who can sit on the seats of activities.
type Professional struct {
	ID           string   `json:"id"`
	Profession   string   `json:"profession"`
	Skills       []string `json:"skills"`
	Teams        []string `json:"teams"`
	Base         string   `json:"base"`      // a place
	FromBase     bool     `json:"from_base"` // the day starts and ends at Base; else anywhere
	Available    []Span   `json:"available"`
	Lunch        *Lunch   `json:"lunch"`
	Limits       *Limits  `json:"limits"`
	DirectTarget *int     `json:"direct_target"` // minutes of sessions and duties above which the person is overloaded
}

// Lunch is a break of Minutes in one piece between From and To, minutes of the day, on every day the person does anything.
type Lunch struct {
	From    int `json:"from"`
	To      int `json:"to"`
	Minutes int `json:"minutes"`
}

// Limits bound the hours of people whose hours the plan decides. All are minutes but WeekDays, which counts days.
type Limits struct {
	DaySpan  int `json:"day_span"`
	DayWork  int `json:"day_work"`
	Rest     int `json:"rest"`
	WeekWork int `json:"week_work"`
	WeekDays int `json:"week_days"`
}

// Child is somebody the house accompanies. Available is the child's individual schedule: when and where the child can be met.
type Child struct {
	ID                   string        `json:"id"`
	Modality             string        `json:"modality"`
	Sector               string        `json:"sector"`
	Available            []ChildWindow `json:"available"`
	ProfessionalsTarget  int           `json:"professionals_target"`
	SessionsPerDayTarget int           `json:"sessions_per_day_target"`
}

// ChildWindow is a span of time in which the child can be met at one of Places.
type ChildWindow struct {
	From   Minute   `json:"from"`
	To     Minute   `json:"to"`
	Places []string `json:"places"`
}

// ActivityKind is what an activity is.
type ActivityKind string

// The kinds of activity. Sessions are care with children, duties supervise a group or a place, meetings coordinate, protected time is
// preparation and writing, support helps a school or another partner.
const (
	Session   ActivityKind = "session"
	Duty      ActivityKind = "duty"
	Meeting   ActivityKind = "meeting"
	Protected ActivityKind = "protected"
	Support   ActivityKind = "support"
)

// Activity asks for Count occurrences of Duration minutes each.
type Activity struct {
	ID         string           `json:"id"`
	Kind       ActivityKind     `json:"kind"`
	Duration   int              `json:"duration"`
	Count      int              `json:"count"`
	MinGapDays int              `json:"min_gap_days"`
	Children   []string         `json:"children"`
	Modality   *string          `json:"modality"` // replaces the children's own when not null
	Sector     *string          `json:"sector"`   // replaces the children's own when not null
	Seats      []Seat           `json:"seats"`
	Optional   []string         `json:"optional"` // people who may attend
	Places     []string         `json:"places"`   // empty: anywhere, each person takes part from where they are
	Room       *RoomRequest     `json:"room"`
	Windows    []ActivityWindow `json:"windows"`  // empty, or the occurrence lies inside one of them
	Priority   int              `json:"priority"` // 1 to 100, in foreign sets to 1000: what leaving out one minute costs
	Preferred  []string         `json:"preferred"`
}

// Seat is a staff role. With OneOf, exactly those people can sit there; else profession, skills and the team rule decide.
type Seat struct {
	Professions []string `json:"professions"`
	Skills      []string `json:"skills"`
	OneOf       []string `json:"one_of"`
}

// RoomRequest asks for a room of the occurrence's place with all Features and at least Seats seats.
type RoomRequest struct {
	Features []string `json:"features"`
	Seats    int      `json:"seats"`
}

// ActivityWindow is a span an occurrence may lie in, at a cost.
type ActivityWindow struct {
	From Minute `json:"from"`
	To   Minute `json:"to"`
	Cost int64  `json:"cost"`
}
