package planner

import "cmp"

// Term is one soft term of the model.
type Term uint8

// The soft terms, in the order of the model's table.
const (
	TermTransversal Term = iota
	TermNotPreferred
	TermStaffChange
	TermFragmentation
	TermCrowdedDay
	TermWindow
	TermTravel
	TermOverload
	TermOptionalAbsent
	TermMoved
	TermRestaffed
	TermCount // the number of terms, not a term
)

// terms is the only place that lists the soft terms: their names in files, default weights, what they count over a whole
// plan, and what one occurrence adds to that.
var terms = [TermCount]struct {
	name   string
	weight int64
	amount func(*agenda) int64
	added  func(*prices, *booking) int64
}{
	TermTransversal:    {"transversal", 20, transversalAmount, transversalAdded},
	TermNotPreferred:   {"not_preferred", 30, notPreferredAmount, notPreferredAdded},
	TermStaffChange:    {"staff_change", 40, staffChangeAmount, staffChangeAdded},
	TermFragmentation:  {"fragmentation", 60, fragmentationAmount, fragmentationAdded},
	TermCrowdedDay:     {"crowded_day", 25, crowdedDayAmount, crowdedDayAdded},
	TermWindow:         {"window", 1, windowAmount, windowAdded},
	TermTravel:         {"travel", 1, travelAmount, travelAdded},
	TermOverload:       {"overload", 1, overloadAmount, overloadAdded},
	TermOptionalAbsent: {"optional_absent", 15, optionalAbsentAmount, optionalAbsentAdded},
	TermMoved:          {"moved", 50, movedAmount, movedAdded},
	TermRestaffed:      {"restaffed", 35, restaffedAmount, restaffedAdded},
}

// String returns the term's name in files.
func (t Term) String() string { return terms[t].name }

// TermNamed returns the term with this name in files, and whether there is one.
func TermNamed(name string) (Term, bool) {
	for t := range TermCount {
		if t.String() == name {
			return t, true
		}
	}
	return 0, false
}

// DefaultWeight returns the weight a problem gives to t when it names none.
func (t Term) DefaultWeight() int64 { return terms[t].weight }

// Score is what a plan is worth, by level: Hard breaches, then Unmet, then Soft; lower is better.
type Score struct {
	Hard  int              `json:"hard"`
	Unmet int64            `json:"unmet"`
	Soft  int64            `json:"soft"`
	Terms map[string]int64 `json:"terms,omitempty"` // weighted cost by term name
}

// Compare returns a negative number when s is better than other, a positive one when it is worse.
func (s Score) Compare(other Score) int {
	return cmp.Or(cmp.Compare(s.Hard, other.Hard), cmp.Compare(s.Unmet, other.Unmet), cmp.Compare(s.Soft, other.Soft))
}
