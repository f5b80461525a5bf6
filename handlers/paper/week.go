package paper

import "time"

// Edition says which rota is printed, and when: what every page tells at its head.
type Edition struct {
	Language    Language
	House       string
	WeekNumber  int
	Monday      time.Time // of the week; its zone is of no account
	Days        int       // how many days of the week are shown, from Monday
	Letter      string    // A or B
	Template    string    // the name of a week template, whose days have no dates; empty: a real week
	Version     int       // as the week was published; 0: a draft
	Draft       int       // the number of a draft
	PublishedAt time.Time // local, of a published version
	PrintedAt   time.Time // local
}

const (
	minutesOfDay = 24 * 60
	// noon parts a day in halves: what starts before the lunch break ends in the morning's half.
	noon = 12*60 + 30
)

// Card is one thing somebody does: Start and End are minutes of the week.
type Card struct {
	Start, End int
	Title      string // whom or what it is about
	Detail     string // the activity, when the title is not it
	Modality   string // its code, or nothing
	Place      string // its code, or nothing where it is the person's own base
	Meeting    bool   // of adults; else with children
	Quiet      bool   // time kept free of both
}

func (c *Card) day() int { return c.Start / minutesOfDay }

func (c *Card) afternoon() bool { return c.Start%minutesOfDay >= noon }

// Gap is a span of the week in which somebody is not there. Label says so in a word; without it the hours are just not theirs.
type Gap struct {
	From, To int
	Label    string
}

// Code explains one code of a legend.
type Code struct{ Code, Name string }
