package planner

import (
	"slices"
	"sort"
)

// FindingCode is the machine name of one way a need is impossible.
type FindingCode string

// The findings. The first ones are about one activity alone, the last three about activities that want the same time.
const (
	FindingNobodyEligible  FindingCode = "nobody_eligible"   // no person can sit on Seat; Needed and Available count people
	FindingTooFewPeople    FindingCode = "too_few_people"    // too few different people for all seats; people
	FindingWindows         FindingCode = "windows_too_short" // its windows, inside the horizon; minutes, as in the three below
	FindingChildNotThere   FindingCode = "child_not_there"   // its windows and the hours of all its children at one of its places
	FindingRoomNotOpen     FindingCode = "room_not_open"     // and the hours of a room that fits
	FindingPeopleNotThere  FindingCode = "people_not_there"  // and the hours of enough people for all seats
	FindingGapDays         FindingCode = "gap_days_too_long" // Count occurrences do not fit in the days left; occurrences
	FindingChildOverbooked FindingCode = "child_overbooked"  // Activities want more time of a child than there is; minutes
	FindingStaffOverbooked FindingCode = "staff_overbooked"  // Activities want more time of Professionals than there is; minutes
	FindingRoomOverbooked  FindingCode = "room_overbooked"   // Activities want more time of Rooms than there is; minutes
)

// Party is somebody or something that can make an impossible need possible.
type Party string

// Who can change what makes a need impossible.
const (
	PartyNeed   Party = "need"   // whoever asks for it: its number, length, windows, gap or seats
	PartyChild  Party = "child"  // the child's schedule
	PartyHours  Party = "hours"  // the people's hours
	PartyTeams  Party = "teams"  // who belongs to which team, professions and skills
	PartyRooms  Party = "rooms"  // rooms and their closing times
	PartyPlaces Party = "places" // where it may be held
)

// changedBy says who can change a finding, the most direct first.
var changedBy = map[FindingCode][]Party{
	FindingNobodyEligible:  {PartyTeams, PartyNeed},
	FindingTooFewPeople:    {PartyTeams, PartyNeed},
	FindingWindows:         {PartyNeed},
	FindingChildNotThere:   {PartyChild, PartyNeed, PartyPlaces},
	FindingRoomNotOpen:     {PartyRooms, PartyNeed, PartyPlaces},
	FindingPeopleNotThere:  {PartyHours, PartyNeed, PartyTeams},
	FindingGapDays:         {PartyNeed, PartyChild, PartyHours},
	FindingChildOverbooked: {PartyNeed, PartyChild},
	FindingStaffOverbooked: {PartyHours, PartyTeams, PartyNeed},
	FindingRoomOverbooked:  {PartyRooms, PartyPlaces, PartyNeed},
}

// Finding is a need that no lawful plan can meet in full. Needed and Available are the numbers it comes from, in the unit of the code.
type Finding struct {
	Code          FindingCode `json:"code"`
	Activities    []string    `json:"activities"`
	Seat          *int        `json:"seat,omitempty"`
	Children      []string    `json:"children,omitempty"`
	Professions   []string    `json:"professions,omitempty"`
	Professionals []string    `json:"professionals,omitempty"`
	Teams         []string    `json:"teams,omitempty"`
	Rooms         []string    `json:"rooms,omitempty"`
	Days          []int       `json:"days,omitempty"` // of the horizon, where they are what is too few
	Needed        int         `json:"needed"`
	Available     int         `json:"available"`
	ChangedBy     []Party     `json:"changed_by"`
}

// Precheck returns the needs that are impossible whatever is planned, before any search, in the order of the activities, then the children, people and rooms that
// are overbooked. It never raises a false alarm: where there is a lawful plan with nothing left out, it finds nothing. Finding nothing is no
// promise that there is one.
func Precheck(m *Model) []Finding {
	c := &prechecker{model: m, possible: newPossibilities(m), starts: make([]bitset, len(m.Problem.Activities)), findings: []Finding{}}
	for activity := range int32(len(m.Problem.Activities)) {
		if m.Problem.Activities[activity].Count > 0 {
			c.checkActivity(activity)
		}
	}
	c.checkChildren()
	c.checkStaff()
	c.checkRooms()
	for i := range c.findings {
		c.findings[i].ChangedBy = changedBy[c.findings[i].Code]
	}
	return c.findings
}

type prechecker struct {
	model    *Model
	possible *possibilities
	starts   []bitset // [activity]: possible starts; nil where a finding says that there is none
	findings []Finding
}

// checkActivity looks at one activity as if it were alone.
func (c *prechecker) checkActivity(activity int32) {
	a := &c.model.Problem.Activities[activity]
	if c.tooFewPeople(activity) {
		return
	}
	starts := c.possible.starts(activity, a.Duration, needsPeople)
	if starts.empty() {
		c.findings = append(c.findings, c.noStart(activity))
		return
	}
	c.starts[activity] = starts
	days := c.daysOf(starts)
	if fit := mostApart(days, a.MinGapDays); fit < a.Count {
		c.starts[activity] = nil
		c.findings = append(c.findings, Finding{Code: FindingGapDays, Activities: []string{a.ID}, Children: a.Children, Days: days, Needed: a.Count, Available: fit})
	}
}

func (c *prechecker) tooFewPeople(activity int32) bool {
	a, eligible := &c.model.Problem.Activities[activity], c.model.Eligible[activity]
	for seat := range eligible {
		if len(eligible[seat]) == 0 {
			c.findings = append(c.findings, Finding{
				Code: FindingNobodyEligible, Activities: []string{a.ID}, Seat: &seat, Professions: a.Seats[seat].Professions, Children: a.Children, Needed: 1,
			})
			return true
		}
	}
	if seatAll(eligible, func(int32) bool { return true }) {
		return false
	}
	found := Finding{Code: FindingTooFewPeople, Activities: []string{a.ID}, Needed: len(eligible)}
	for found.Available+1 < len(eligible) && seatAll(eligible[:found.Available+1], func(int32) bool { return true }) {
		found.Available++
	}
	for _, person := range c.model.candidates(activity) {
		found.Professionals = append(found.Professionals, c.model.Problem.Professionals[person].ID)
	}
	c.findings = append(c.findings, found)
	return true
}

// noStart says what leaves an activity without a start: the first of its requirements that does, and the longest it could last with that.
func (c *prechecker) noStart(activity int32) Finding {
	a := &c.model.Problem.Activities[activity]
	codes := [...]FindingCode{FindingWindows, FindingChildNotThere, FindingRoomNotOpen, FindingPeopleNotThere}
	asked := needsWindows
	for !c.possible.starts(activity, a.Duration, asked).empty() {
		asked++
	}
	longest := sort.Search(a.Duration, func(n int) bool { return c.possible.starts(activity, n+1, asked).empty() })
	found := Finding{Code: codes[asked], Activities: []string{a.ID}, Needed: a.Duration, Available: longest}
	switch asked {
	case needsWindows: // nobody's but its own
	case needsChildren:
		found.Children = a.Children
	case needsRoom:
		for _, room := range c.model.Rooms[activity] {
			found.Rooms = append(found.Rooms, c.model.Problem.Rooms[room].ID)
		}
	case needsPeople:
		for _, person := range c.model.candidates(activity) {
			found.Professionals = append(found.Professionals, c.model.Problem.Professionals[person].ID)
		}
	}
	return found
}

// daysOf returns the days on which there is a start, ascending.
func (c *prechecker) daysOf(starts bitset) (days []int) {
	for _, slot := range starts.list() {
		if day := int(slot) * c.model.Problem.Grid / DayMinutes; len(days) == 0 || days[len(days)-1] != day {
			days = append(days, day)
		}
	}
	return days
}

// mostApart returns how many of the days can be chosen that are so far apart; without a gap a day can be chosen any number of times.
func mostApart(days []int, gap int) int {
	if gap == 0 {
		return maxItems
	}
	chosen, next := 0, -1
	for _, day := range days {
		if day >= next {
			chosen, next = chosen+1, day+gap
		}
	}
	return chosen
}

// sortedIDs returns each id once, sorted.
func sortedIDs(ids []string) []string {
	slices.Sort(ids)
	return slices.Compact(ids)
}
