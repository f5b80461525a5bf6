package law

import "time"

// Minute is a local wall-clock minute counted from 00:00 of the first day of an [Input].
type Minute = int

// DayMinutes is the length of a civil day on the wall clock.
const DayMinutes = 1440

// daysInWeek is the length of a civil week, Monday to Sunday (Code du travail, art. L.3121-35).
const daysInWeek = 7

// Input is what is checked: everybody's hours over whole weeks, of which some days are judged and the others only surround them.
type Input struct {
	FirstDay   string         // civil date of day 0, a Monday
	Days       int            // whole weeks; what starts later is not looked at
	Location   *time.Location // whose clock the minutes are read on; nil: a clock that never changes
	JudgedFrom int            // the first day about which findings are wanted
	JudgedTo   int            // the day after the last
	Now        time.Time      // when the hours would be announced
	Agreements []Agreement    // derogations in force in the house
	Holidays   []string       // civil dates of public holidays
	People     []Person
}

// Person is somebody's contracts and hours.
type Person struct {
	ID        string
	Contracts []Contract // without overlap; days without one are judged by the law alone
	// Work is what the person does, in any order. Spans that overlap count once.
	Work []Span
	// Announced is what the person was told about the judged days. Nil: nothing was, or the hours are fixed, so that no change needs notice.
	Announced []Span
	// MealsAtWork says that the person eats with the children: the meal is work and asks for no break of its own (CCN66, art. 20.6).
	MealsAtWork bool
}

// Span is the half-open interval [From, To) of one kind.
type Span struct {
	From, To Minute
	Kind     Kind
}

// Kind is what somebody does in a span.
type Kind uint8

// The kinds. All but meals are effective work: the person is at the employer's disposal (Code du travail, art. L.3121-1). The way between two
// workplaces is work (Cass. soc., 16 January 1996, 92-42.354); the way from home is not and has no span.
const (
	Direct       Kind = iota // care, duties, support to others
	Coordination             // meetings
	Preparation              // preparation, writing, supervision of practice
	Travel                   // between workplaces
	Presence                 // at work with nothing asked: a break can be taken
	Meal                     // free: not work
)

// works reports whether a span of that kind is effective work.
func (k Kind) works() bool { return k < Meal }

// Contract is what somebody is employed for from a date to a date, both included; an empty date is open.
type Contract struct {
	From, To    string
	Convention  Convention
	WeekMinutes int // 0: not known
	PartTime    bool
	Family      Family
	Minor       bool // under 18
	// Agreements are derogations that hold for this contract beside those of the house: what the person agreed to in it.
	Agreements []Agreement
}

// Convention is the collective agreement a contract refers to.
type Convention string

// The conventions. What is not one of the field's two big ones is judged by the law.
const (
	CCN66 Convention = "ccn66" // IDCC 413
	CCN51 Convention = "ccn51" // IDCC 29
	Other Convention = "other"
)

// Family is a group of professions that conventions treat alike.
type Family string

// The families.
const (
	Educators    Family = "educators"
	Paramedics   Family = "paramedics"
	Doctors      Family = "doctors"
	Psychologist Family = "psychologists"
	Teachers     Family = "teachers"
	OtherFamily  Family = "other"
)

// LegalWeek is the legal duration of work a week; who works less is part time (Code du travail, art. L.3121-27 and L.3123-1).
const LegalWeek = 35 * 60
