package planner

// Code is the machine name of one way a hard rule refuses something. Every sentence on a screen hangs on it.
type Code string

// The codes, by the number of the model's hard rule.
const (
	CodeUnknownID         Code = "unknown_id"          // 1
	CodeRepeated          Code = "repeated"            // 1
	CodeOffGrid           Code = "off_grid"            // 1
	CodeOutsideHorizon    Code = "outside_horizon"     // 1
	CodeSeatsNotFilled    Code = "seats_not_filled"    // 2
	CodeNotEligible       Code = "not_eligible"        // 2: profession, skills or one_of
	CodeTeamRule          Code = "team_rule"           // 2: no team of the person serves the child
	CodeNotOptional       Code = "not_optional"        // 2
	CodeNotAvailable      Code = "not_available"       // 3
	CodeProfessionalBusy  Code = "professional_busy"   // 3
	CodeTravel            Code = "travel"              // 4
	CodeBaseTravel        Code = "base_travel"         // 4
	CodeLunch             Code = "lunch"               // 5
	CodeDaySpan           Code = "day_span"            // 6
	CodeDayWork           Code = "day_work"            // 6
	CodeRest              Code = "rest"                // 6
	CodeWeekWork          Code = "week_work"           // 6
	CodeWeekDays          Code = "week_days"           // 6
	CodeChildNotAvailable Code = "child_not_available" // 7
	CodeChildBusy         Code = "child_busy"          // 7
	CodeRoomUnsuitable    Code = "room_unsuitable"     // 8
	CodeRoomClosed        Code = "room_closed"         // 8
	CodeRoomBusy          Code = "room_busy"           // 8
	CodeMinGapDays        Code = "min_gap_days"        // 9
	CodeOutsideWindows    Code = "outside_windows"     // 9
	CodePlaceNotAllowed   Code = "place_not_allowed"   // 9
	CodePinned            Code = "pinned"              // 10
	CodeNobodyEligible    Code = "nobody_eligible"     // reasons only: no person can sit on a seat
	CodeNoOption          Code = "no_option"           // reasons only: no start lies in its windows and anybody's hours
	CodePossible          Code = "possible"            // reasons only: it can be planned as the plan stands, Count starts are free
)

// Breach is one broken hard rule. Code says which; the other fields are its arguments, empty where they do not apply.
type Breach struct {
	Rule         int    `json:"rule"` // number of the model's hard rule, 1 to 10
	Code         Code   `json:"code"`
	Activity     string `json:"activity,omitempty"`
	Occurrence   int    `json:"occurrence"`
	Professional string `json:"professional,omitempty"`
	Child        string `json:"child,omitempty"`
	Room         string `json:"room,omitempty"`
	Place        string `json:"place,omitempty"`
	Blocking     *Ref   `json:"blocking,omitempty"` // the other occurrence involved
	Day          int    `json:"day"`                // day of the horizon
	Amount       int    `json:"amount,omitempty"`   // what was found, in minutes or days
	Limit        int    `json:"limit,omitempty"`    // what was asked, in the same unit
}
