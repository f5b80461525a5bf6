package handlers

import (
	"time"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/law"
)

// RotaPath is a rota's id in a path. Types embedded in inputs are exported, because huma fills no others.
type RotaPath struct {
	ID identifier `path:"id"`
}

type rotaJSON struct {
	Summary     rotaSummaryJSON  `json:"summary"`
	FirstDay    string           `json:"first_day" format:"date"`
	Days        int              `json:"days"`
	Grid        int              `json:"grid" doc:"What is proposed starts at multiples of this many minutes."`
	Finest      int              `json:"finest" doc:"Whoever wishes otherwise may plan at multiples of this many minutes."`
	Activities  []activityJSON   `json:"activities"`
	Occurrences []occurrenceJSON `json:"occurrences"`
	Unplanned   []planner.Ref    `json:"unplanned"`
	Cancelled   []cancelledJSON  `json:"cancelled" doc:"Which of them somebody cancelled for a reason; empty for who does not plan."`
	Removed     []removedJSON    `json:"removed" doc:"In the version this one is compared with, and not here."`
	Lapsed      []string         `json:"lapsed" doc:"Activities it had more, in this week only, that nothing asks for any longer."`
	OffTemplate []planner.Ref    `json:"off_template" doc:"What stands otherwise than in the week template in force; empty for who may not change that."`
	Breaches    []planner.Breach `json:"breaches"`
	Kept        []keptJSON       `json:"kept" doc:"Which of the conflicts were made on purpose."`
	Findings    []law.Finding    `json:"findings" doc:"What the working-time law says of the week, the gravest first; empty for who does not plan."`
	Signed      []signedJSON     `json:"signed" doc:"The reasons it was published with."`
	People      []personWeekJSON `json:"people"`
	Counters    countersJSON     `json:"counters"`
	Undo        *stepJSON        `json:"undo" doc:"Which of their own changes undoing would undo for the reader."`
	Redo        *stepJSON        `json:"redo" doc:"Which of them redoing would do again."`
	Can         rotaCanJSON      `json:"can"`
}

// keptJSON is a conflict that somebody made on purpose.
type keptJSON struct {
	Activity     string     `json:"activity" doc:"Empty where it is about somebody's day."`
	Occurrence   int        `json:"occurrence"`
	Code         string     `json:"code"`
	Professional string     `json:"professional"`
	Day          int        `json:"day"`
	By           *string    `json:"by"`
	At           time.Time  `json:"at"`
	Reason       string     `json:"reason" doc:"Empty where none was given."`
	SignedBy     *string    `json:"signed_by" doc:"Name of the account that published it so; null in a draft, and when the account is gone."`
	SignedAt     *time.Time `json:"signed_at" nullable:"true"`
}

// cancelledJSON is why something is not planned.
type cancelledJSON struct {
	Activity   string    `json:"activity"`
	Occurrence int       `json:"occurrence"`
	Reason     string    `json:"reason"`
	By         *string   `json:"by"`
	At         time.Time `json:"at"`
}

type activityJSON struct {
	ID         string           `json:"id"`
	Kind       string           `json:"kind" enum:"session,duty,meeting,protected,support"`
	Label      string           `json:"label"`
	ShortLabel string           `json:"short_label"`
	Modality   *string          `json:"modality"`
	Children   []string         `json:"children"`
	AboutChild *string          `json:"about_child" doc:"The child a meeting is about, who does not attend."`
	Group      *string          `json:"group" doc:"Name of the group of children."`
	CopyOf     *string          `json:"copy_of" doc:"The activity it is one more of, in this week only."`
	Instead    *insteadJSON     `json:"instead" doc:"What it stands in for, in this week only, and how that always is."`
	Duration   int              `json:"duration"`
	Count      int              `json:"count"`
	Seats      []seatJSON       `json:"seats"`
	Optional   []string         `json:"optional"`
	Places     []string         `json:"places" doc:"Where it may be; empty: anywhere."`
	Room       *roomRequestJSON `json:"room" doc:"The room it asks for."`
	Fixed      bool             `json:"fixed" doc:"A meeting with partners at a date that rotas do not move."`
}

// insteadJSON is an occurrence that another activity stands in for.
type insteadJSON struct {
	Activity   string   `json:"activity"`
	Occurrence int      `json:"occurrence"`
	Duration   int      `json:"duration"`
	Children   []string `json:"children"`
}

type seatJSON struct {
	Professions []string `json:"professions"`
	OneOf       []string `json:"one_of"`
}

type roomRequestJSON struct {
	Features []string `json:"features"`
	Seats    int      `json:"seats"`
}

type occurrenceJSON struct {
	Activity   string      `json:"activity"`
	Occurrence int         `json:"occurrence"`
	Start      int         `json:"start" doc:"Minutes after Monday 00:00, local."`
	Staff      []string    `json:"staff" doc:"Aligned with the activity's seats."`
	Attendees  []string    `json:"attendees"`
	Place      *string     `json:"place"`
	Room       *string     `json:"room"`
	Locked     bool        `json:"locked"`
	Fixed      bool        `json:"fixed"`
	Change     *changeJSON `json:"change" doc:"What differs from the version this one is compared with."`
	Travel     []legJSON   `json:"travel" doc:"Travel that leads to it, of those who travel."`
}

type changeJSON struct {
	Kind string   `json:"kind" enum:"added,moved,restaffed"`
	Old  *oldJSON `json:"old"`
}

// oldJSON is what an occurrence was in the version compared with.
type oldJSON struct {
	Start int      `json:"start"`
	Staff []string `json:"staff"`
	Place *string  `json:"place"`
	Room  *string  `json:"room"`
}

type removedJSON struct {
	Activity   string  `json:"activity"`
	Occurrence int     `json:"occurrence"`
	Old        oldJSON `json:"old"`
}

type legJSON struct {
	Professional string `json:"professional"`
	Minutes      int    `json:"minutes"`
}

type personWeekJSON struct {
	Professional    string           `json:"professional"`
	PlannedMinutes  int              `json:"planned_minutes"`
	ContractMinutes int              `json:"contract_minutes" doc:"What the contracts of the week hold; 0 for who may not know, or when nobody knows."`
	Available       [][]int          `json:"available" doc:"Spans [from, to) in minutes of the week, absences taken out."`
	Absences        []absentSpanJSON `json:"absences"`
}

type absentSpanJSON struct {
	From int    `json:"from"`
	To   int    `json:"to"`
	Kind string `json:"kind" enum:"away,training,leave"`
}

type countersJSON struct {
	Wanted    int `json:"wanted"`
	Planned   int `json:"planned"`
	Unplanned int `json:"unplanned"`
	Conflicts int `json:"conflicts"`
	Law       int `json:"law" doc:"Findings that prevent publication or ask for a reason."`
	Changes   int `json:"changes"`
}

type stepJSON struct {
	Kind string `json:"kind" doc:"The kind of operation, as it was asked for."`
}

type rotaCanJSON struct {
	Edit    bool `json:"edit"`
	Publish bool `json:"publish"`
}

type unplannedListJSON struct {
	Unplanned []unplannedJSON `json:"unplanned"`
}

type unplannedJSON struct {
	Activity   string           `json:"activity"`
	Occurrence int              `json:"occurrence"`
	Reasons    []planner.Reason `json:"reasons"`
	Was        *oldJSON         `json:"was" doc:"Where people expect it: in what is published, else in the template."`
	Against    []planner.Breach `json:"against" doc:"What stands against that now."`
}
