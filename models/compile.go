package models

import (
	"fmt"
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// Start times, in minutes: what is proposed starts at a multiple of planStep, and who wishes otherwise may plan at any multiple of planGrid.
const (
	planGrid = 5
	planStep = 15
)

// Days of a problem: a working week, or a whole one where somebody works at the week-end.
const (
	workingDays = 5
	wholeWeek   = 7
)

// meetingPriority is what a minute of a partner meeting is worth: nothing is worth more than what was agreed with others.
const meetingPriority = 100

// Compile turns what is known of a facility and week into the problem the planner answers. It is pure: the same house gives the same problem,
// byte for byte. Ids are those of the records. Partner meetings and the locked occurrences that still fit their activity are pinned. What is
// published is published; before anything is, it is what people expect of the week: the template in force. Whatever a record names that no longer exists is left out, so that the problem is always valid; an error means
// that a record holds an impossible value, and is of type [planner.Issues].
func Compile(h *House, locked []RotaOccurrence) (*planner.Problem, error) {
	problem, _, err := compileProblem(h, locked)
	return problem, err
}

// compileProblem is [Compile], with what the exceptions of the week stand in for.
func compileProblem(h *House, locked []RotaOccurrence) (*planner.Problem, map[planner.Ref]string, error) {
	c := newCompiler(h)
	p := &planner.Problem{
		Format:        planner.ProblemFormat,
		Name:          fmt.Sprintf("%s %s", h.Facility.Name, h.Week),
		FirstDay:      h.Week.Day(0),
		Days:          c.days,
		Grid:          planGrid,
		StartStep:     planStep,
		Places:        make([]planner.Place, len(h.Places)),
		Travel:        h.travelMatrix(),
		Rooms:         c.rooms(),
		Teams:         c.teams(),
		Professionals: c.professionals(),
		Children:      c.children(),
		Activities:    c.activities(),
		Pinned:        []planner.Occurrence{},
		Published:     []planner.Occurrence{},
		Weights:       planner.DefaultWeights(),
	}
	for i := range h.Places {
		p.Places[i].ID = h.Places[i].ID
	}
	if err := c.refuse(p); err != nil {
		return nil, nil, err
	}
	c.index(p)
	for _, occurrence := range c.meetingOccurrences() {
		if c.fits(&occurrence) {
			p.Pinned = append(p.Pinned, planned(&occurrence))
		}
	}
	for i := range locked {
		if !c.isPartnerMeeting(locked[i].ActivityID) && c.fits(&locked[i]) {
			p.Pinned = append(p.Pinned, planned(&locked[i]))
		}
	}
	known := h.known()
	for i := range known {
		was := known[i]
		ref := c.here(was.ref())
		if was.ActivityID, was.Occurrence = ref.Activity, ref.Occurrence; c.exists(&was) {
			p.Published = append(p.Published, planned(&was))
		}
	}
	if issues := p.Validate(); len(issues) > 0 {
		return nil, nil, planner.Issues(issues)
	}
	return p, c.instead, nil
}

// compiler holds what the parts of a compilation look up.
type compiler struct {
	house     *House
	days      int
	calendar  []Day                     // all seven, also where the problem has five
	placeKind map[string]PlaceKind      // every known place
	closed    map[string][]planner.Span // place: minutes of the week in which the single site is closed
	roomPlace map[string]string
	staff     map[string]bool           // every known professional
	available map[string][]planner.Span // professional
	usual     map[string][]planner.Span // the same without absences
	modality  map[string]string         // child accompanied this week: modality
	groups    map[string][]string
	activity  map[string]*planner.Activity // filled by index
	instead   map[planner.Ref]string       // what an exception stands in for: the exception
}

func newCompiler(h *House) *compiler {
	c := &compiler{
		house:     h,
		calendar:  h.Days(),
		placeKind: make(map[string]PlaceKind, len(h.Places)),
		closed:    make(map[string][]planner.Span, len(h.Places)),
		roomPlace: make(map[string]string, len(h.Rooms)),
		staff:     make(map[string]bool, len(h.Professionals)),
		available: make(map[string][]planner.Span, len(h.Professionals)),
		usual:     make(map[string][]planner.Span, len(h.Professionals)),
		groups:    make(map[string][]string, len(h.Groups)),
		instead:   map[planner.Ref]string{},
	}
	c.days = c.horizon()
	for i := range h.Places {
		place := h.Places[i].ID
		c.placeKind[place] = h.Places[i].Kind
		closed := closedIn(h.Week, h.ClosedDays, func(d *ClosedDay) bool { return d.PlaceID != nil && *d.PlaceID == place })
		if hours := c.outside(h.Places[i].Hours); len(hours) > 0 {
			closed = mergeSpans(slices.Concat(closed, hours))
		}
		c.closed[place] = closed
	}
	for i := range h.Rooms {
		c.roomPlace[h.Rooms[i].ID] = h.Rooms[i].PlaceID
	}
	for i := range h.Professionals {
		c.staff[h.Professionals[i].ID] = true
		c.usual[h.Professionals[i].ID], c.available[h.Professionals[i].ID] = c.workingHours(&h.Professionals[i])
	}
	for i := range h.Groups {
		c.groups[h.Groups[i].ID] = h.Groups[i].ChildIDs
	}
	c.modality = c.modalities()
	return c
}

// horizon returns the days of the problem.
func (c *compiler) horizon() int {
	for i := range c.house.Professionals {
		hours := c.heldSpans(c.house.Professionals[i].WorkingPattern)
		if slices.ContainsFunc(hours, func(s DaySpan) bool { return s.Day >= workingDays }) {
			return wholeWeek
		}
	}
	for i := range c.house.Duties {
		windows := c.heldWindows(c.house.Duties[i].Windows)
		if slices.ContainsFunc(windows, func(w WishedSpan) bool { return w.Day >= workingDays }) {
			return wholeWeek
		}
	}
	for i := range c.house.PartnerMeetings {
		if c.house.PartnerMeetings[i].Date >= c.house.Week.Day(workingDays) {
			return wholeWeek
		}
	}
	return workingDays
}

// placeOpen reports whether a known place can be used on a day: not closed, and a school only when there is school.
func (c *compiler) placeOpen(place string, day int) bool {
	kind, known := c.placeKind[place]
	today := c.calendar[day]
	return known && today.Closed == "" && !covered(wholeDay(day), c.closed[place]) && (kind != PlaceSchool || !today.SchoolHoliday)
}

func (c *compiler) rooms() []planner.Room {
	rooms := make([]planner.Room, 0, len(c.house.Rooms))
	for i := range c.house.Rooms {
		room := &c.house.Rooms[i]
		if _, known := c.placeKind[room.PlaceID]; !known {
			continue
		}
		closed := []planner.Span{}
		for day := range c.days {
			if !c.placeOpen(room.PlaceID, day) {
				closed = append(closed, wholeDay(day))
			}
		}
		closed = c.withinHorizon(slices.Concat(closed, c.ever(room.Closed), c.closed[room.PlaceID], c.houseClosed(), closedIn(c.house.Week, c.house.ClosedDays,
			func(d *ClosedDay) bool { return equal(d.RoomID, room.ID) })))
		rooms = append(rooms, planner.Room{ID: room.ID, Place: room.PlaceID, Seats: room.Seats, Features: listOf(room.Features), Closed: closed})
	}
	return rooms
}

func (c *compiler) teams() []planner.Team {
	teams := make([]planner.Team, len(c.house.Teams))
	for i := range c.house.Teams {
		team := &c.house.Teams[i]
		kind := planner.Transversal
		if team.Kind == TeamDedicated {
			kind = planner.Dedicated
		}
		teams[i] = planner.Team{ID: team.ID, Kind: kind, Modalities: listOf(team.Modalities), Sectors: listOf(team.Sectors)}
	}
	return teams
}

// listOf returns the list itself, or an empty one in place of nil: both forms must not be two different problems.
func listOf(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// knownIn returns the ids that are in the set, each once, in their order.
func knownIn[V any](ids []string, set map[string]V) []string {
	known := make([]string, 0, len(ids))
	for _, id := range ids {
		if _, ok := set[id]; ok && !slices.Contains(known, id) {
			known = append(known, id)
		}
	}
	return known
}
