package planner

// PlanFormat is the value of [Plan.Format] this package reads and writes.
const PlanFormat = "maillage-plan/1"

// Plan is an answer to a problem.
type Plan struct {
	Format      string       `json:"format"`
	Problem     string       `json:"problem"` // the problem's name
	Occurrences []Occurrence `json:"occurrences"`
	Unplanned   []Unplanned  `json:"unplanned"`
	Score       *Score       `json:"score,omitempty"`
}

// Ref names one occurrence of an activity; occurrences are numbered from 0.
type Ref struct {
	Activity   string `json:"activity"`
	Occurrence int    `json:"occurrence"`
}

// Occurrence is one planned meeting of people. Staff is aligned with the activity's seats, Attendees is a subset of its optional people.
// Place is nil exactly when the activity's Places is empty, Room exactly when the activity asks for none.
type Occurrence struct {
	Activity   string   `json:"activity"`
	Occurrence int      `json:"occurrence"`
	Start      Minute   `json:"start"`
	Staff      []string `json:"staff"`
	Attendees  []string `json:"attendees" optional:"true"`
	Place      *string  `json:"place"`
	Room       *string  `json:"room"`
}

// Ref returns the name of the occurrence.
func (o Occurrence) Ref() Ref { return Ref{Activity: o.Activity, Occurrence: o.Occurrence} }

// Unplanned is an occurrence that was left out, with why.
type Unplanned struct {
	Activity   string   `json:"activity"`
	Occurrence int      `json:"occurrence"`
	Reasons    []Reason `json:"reasons"`
}

// Reason counts the options of an unplanned occurrence that one rule refuses first. Code is a [Code]; the other fields are its arguments,
// empty where they do not apply.
type Reason struct {
	Code         Code           `json:"code"`
	Count        int            `json:"count"` // options (start, people, place, room) this reason refuses first
	Professional string         `json:"professional,omitempty"`
	Child        string         `json:"child,omitempty"`
	Room         string         `json:"room,omitempty"`
	Place        string         `json:"place,omitempty"`
	Blocking     *Ref           `json:"blocking,omitempty"` // the occurrence in the way
	Professions  []string       `json:"professions,omitempty"`
	Slots        []PersonStarts `json:"slots,omitempty"` // the options it counts; given by [Explain] only
}

// PersonStarts are options of one person: the starts, ascending.
type PersonStarts struct {
	Professional string   `json:"professional"`
	Starts       []Minute `json:"starts"`
}
