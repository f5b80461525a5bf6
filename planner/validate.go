package planner

import (
	"fmt"
	"strconv"
	"time"
)

// The sizes the format allows. They leave room for a house ten times larger than any known one, and keep every sum inside 64 bits and
// every index inside 32.
const (
	maxDays        = 366
	maxPlaces      = 2_000
	maxItems       = 100_000 // entries of any other list, and occurrences of a problem
	maxMinutes     = 1 << 30 // any time or length without a narrower limit of its own
	maxTravel      = 7 * DayMinutes
	maxPriority    = 1_000   // the houses' scale ends at 100; published meeting sets go further
	maxWeight      = 1 << 31 // weights and window costs
	maxIDBytes     = 200
	maxCostPerTerm = 1 << 58 // sixteen of them still fit
)

// Validate returns everything that makes the problem impossible to compute with, in the order of the file; nothing when it is valid. It
// says nothing about whether a plan exists.
func (p *Problem) Validate() []Issue {
	v := &validator{problem: p}
	v.header()
	v.placesAndTravel()
	v.roomsAndTeams()
	v.knownProfessionals = map[string]bool{}
	for i := range p.Professionals {
		v.professional(i)
	}
	v.knownChildren = map[string]bool{}
	for i := range p.Children {
		v.child(i)
	}
	v.allActivities()
	v.settled("pinned", p.Pinned)
	v.settled("published", p.Published)
	v.weights()
	return v.issues
}

// validator gathers the issues of one problem. The known… sets are filled in the order of the file.
type validator struct {
	problem *Problem
	issues  Issues

	knownPlaces, knownRooms, knownTeams, knownProfessionals, knownChildren map[string]bool
	knownActivities                                                        map[string]*Activity
}

func (v *validator) add(code IssueCode, path, value, message string) {
	v.issues.add(Issue{Path: path, Code: code, Value: shorten(value), Message: message})
}

// shorten keeps enough of a value to find it again.
func shorten(value string) string {
	const longest = 80
	runes := []rune(value)
	if len(runes) <= longest {
		return value
	}
	return string(runes[:longest]) + "…"
}

// between reports a number outside [lowest, highest].
func (v *validator) between(path string, value, lowest, highest int64) {
	if value < lowest || value > highest {
		v.add(IssueOutOfRange, path, strconv.FormatInt(value, 10), fmt.Sprintf("must be from %d to %d", lowest, highest))
	}
}

// newID reports an empty, long or repeated id and remembers it.
func (v *validator) newID(path, id string, known map[string]bool) {
	switch {
	case id == "":
		v.add(IssueOutOfRange, path, `""`, "an id cannot be empty")
	case len(id) > maxIDBytes:
		v.add(IssueTooLarge, path, strconv.Quote(id), fmt.Sprintf("an id has at most %d bytes", maxIDBytes))
	case known[id]:
		v.add(IssueDuplicateID, path, strconv.Quote(id), "this id is already in use in the same list")
	}
	known[id] = true
}

// known reports an id that does not exist.
func (v *validator) known(path, id, what string, known map[string]bool) {
	if !known[id] {
		v.add(IssueUnknownID, path, strconv.Quote(id), "no "+what+" has this id")
	}
}

// knownList reports ids that do not exist and ids listed twice.
func (v *validator) knownList(path string, ids []string, what string, known map[string]bool) {
	seen := make(map[string]bool, len(ids))
	for i, id := range ids {
		if !known[id] || seen[id] {
			at := fmt.Sprintf("%s[%d]", path, i)
			v.known(at, id, what, known)
			if seen[id] {
				v.add(IssueDuplicateID, at, strconv.Quote(id), "listed twice")
			}
		}
		seen[id] = true
	}
}

// span reports an interval that is empty, reversed or absurdly far away.
func (v *validator) span(path string, from, to Minute) {
	if from <= -maxMinutes || to >= maxMinutes || to <= from {
		v.add(IssueOutOfRange, path, fmt.Sprintf("[%d,%d]", from, to), "the end must come after the start, both within a horizon's reach")
	}
}

// size reports a list longer than the format allows.
func (v *validator) size(path string, length, longest int) {
	if length > longest {
		v.add(IssueTooLarge, path, strconv.Itoa(length), fmt.Sprintf("at most %d entries", longest))
	}
}

func (v *validator) header() {
	p := v.problem
	if p.Format != ProblemFormat {
		v.add(IssueWrongFormat, "$.format", strconv.Quote(p.Format), "must be "+ProblemFormat)
	}
	if _, err := time.Parse(time.DateOnly, p.FirstDay); err != nil {
		v.add(IssueOutOfRange, "$.first_day", strconv.Quote(p.FirstDay), "must be a date written YYYY-MM-DD")
	}
	v.between("$.days", int64(p.Days), 1, maxDays)
	if !dividesHour(p.Grid) {
		v.add(IssueOutOfRange, "$.grid", strconv.Itoa(p.Grid), "must divide 60")
	} else if p.StartStep != 0 && (!dividesHour(p.StartStep) || p.StartStep%p.Grid != 0) {
		v.add(IssueOutOfRange, "$.start_step", strconv.Itoa(p.StartStep), fmt.Sprintf("must divide 60 and be a multiple of the grid of %d minutes", p.Grid))
	}
}

func dividesHour(grid int) bool { return grid >= 1 && 60%grid == 0 }

func (v *validator) placesAndTravel() {
	p := v.problem
	v.size("$.places", len(p.Places), maxPlaces)
	v.knownPlaces = map[string]bool{}
	for i, place := range p.Places {
		v.newID(fmt.Sprintf("$.places[%d].id", i), place.ID, v.knownPlaces)
	}
	if len(p.Travel) != len(p.Places) {
		v.add(IssueNotSquare, "$.travel", strconv.Itoa(len(p.Travel)), fmt.Sprintf("must have one row for each of the %d places", len(p.Places)))
	}
	for i, row := range p.Travel {
		if len(row) != len(p.Places) {
			v.add(IssueNotSquare, fmt.Sprintf("$.travel[%d]", i), strconv.Itoa(len(row)), fmt.Sprintf("must have one entry for each of the %d places", len(p.Places)))
		}
		for j, minutes := range row {
			if i == j && minutes != 0 {
				v.add(IssueOutOfRange, fmt.Sprintf("$.travel[%d][%d]", i, j), strconv.Itoa(minutes), "the way from a place to itself takes 0 minutes")
			} else if minutes < 0 || minutes > maxTravel {
				v.between(fmt.Sprintf("$.travel[%d][%d]", i, j), int64(minutes), 0, maxTravel)
			}
		}
	}
}

func (v *validator) roomsAndTeams() {
	p := v.problem
	v.size("$.rooms", len(p.Rooms), maxItems)
	v.knownRooms = map[string]bool{}
	for i, room := range p.Rooms {
		at := fmt.Sprintf("$.rooms[%d]", i)
		v.newID(at+".id", room.ID, v.knownRooms)
		v.known(at+".place", room.Place, "place", v.knownPlaces)
		v.between(at+".seats", int64(room.Seats), 0, maxItems)
		for j, closed := range room.Closed {
			v.span(fmt.Sprintf("%s.closed[%d]", at, j), closed.From, closed.To)
		}
	}
	v.size("$.teams", len(p.Teams), maxItems)
	v.knownTeams = map[string]bool{}
	for i, team := range p.Teams {
		at := fmt.Sprintf("$.teams[%d]", i)
		v.newID(at+".id", team.ID, v.knownTeams)
		if team.Kind != Dedicated && team.Kind != Transversal {
			v.add(IssueOutOfRange, at+".kind", strconv.Quote(string(team.Kind)), "must be dedicated or transversal")
		}
	}
}
