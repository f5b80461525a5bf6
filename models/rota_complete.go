package models

import (
	"cmp"
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// mostTries bounds the choices looked at to fill the seats of one occurrence. A house has few people for a seat; only a hostile record has many.
const mostTries = 2000

// chooser completes what an operation leaves open with the first choice that breaks nothing, in the order a planner would prefer.
type chooser struct {
	week     *compiledWeek
	board    *planner.Board
	activity int32
	known    map[string]bool // people who already meet in this activity
	tries    int
}

// newChooser prepares choices for one activity among the other occurrences of a rota.
func (w *compiledWeek) newChooser(occurrences []RotaOccurrence, activity int32) *chooser {
	c := &chooser{week: w, board: planner.NewBoard(w.model, w.plan(occurrences)), activity: activity, known: map[string]bool{}}
	for i := range occurrences {
		if occurrences[i].ActivityID == w.problem.Activities[activity].ID {
			for _, person := range occurrences[i].Staff {
				c.known[person] = true
			}
		}
	}
	return c
}

// complete returns the occurrence an operation asks for. What it leaves open stays as it was; where that no longer stands, or was not
// planned, another place, room and people are chosen. When nothing is lawful it is the choice with the fewest breaches, which come with it.
func (c *chooser) complete(op *Operation, current *RotaOccurrence) (planner.Occurrence, []planner.Breach) {
	asked := planner.Occurrence{Activity: op.Activity, Occurrence: op.Occurrence, Staff: op.Staff, Attendees: op.Attendees}
	if current != nil {
		asked.Start = current.Start
		if op.Staff == nil {
			asked.Staff = current.Staff
		}
		if op.Attendees == nil {
			asked.Attendees = current.Attendees
		}
	}
	if op.Start != nil {
		asked.Start = *op.Start
	}
	var best planner.Occurrence
	var least []planner.Breach
	for i, place := range c.places(op, current) {
		candidate := asked
		candidate.Place = place
		candidate.Room = c.room(candidate, op, current)
		if candidate.Staff == nil {
			candidate.Staff = c.staff(candidate)
		}
		candidate.Attendees = c.attendees(candidate, op)
		breaches := c.board.Check(candidate)
		if i == 0 || len(breaches) < len(least) {
			best, least = candidate, breaches
		}
		if len(breaches) == 0 {
			break
		}
	}
	best.Staff, best.Attendees = listOf(best.Staff), listOf(best.Attendees)
	return best, least
}

// places returns where the occurrence could be: the place asked for, else the one it has and then the others.
func (c *chooser) places(op *Operation, current *RotaOccurrence) []*string {
	if op.Place != nil {
		return []*string{op.Place}
	}
	allowed := c.week.problem.Activities[c.activity].Places
	if len(allowed) == 0 {
		return []*string{nil}
	}
	places := make([]*string, 0, len(allowed)+1)
	if current != nil && current.PlaceID != nil {
		places = append(places, current.PlaceID)
	}
	for i := range allowed {
		if current == nil || !equal(current.PlaceID, allowed[i]) {
			places = append(places, &allowed[i])
		}
	}
	return places
}

// room returns the room asked for, else the first of the place that is free, the present one first. Without a free one it is the first that fits.
func (c *chooser) room(candidate planner.Occurrence, op *Operation, current *RotaOccurrence) *string {
	if op.Room != nil || c.week.problem.Activities[c.activity].Room == nil {
		return op.Room
	}
	var fitting []*string
	for _, room := range c.week.model.Rooms[c.activity] {
		compiled := &c.week.problem.Rooms[room]
		if equal(candidate.Place, compiled.Place) {
			fitting = append(fitting, &compiled.ID)
		}
	}
	if current != nil && current.RoomID != nil {
		if at := slices.IndexFunc(fitting, func(room *string) bool { return *room == *current.RoomID }); at > 0 {
			fitting[0], fitting[at] = fitting[at], fitting[0]
		}
	}
	for _, room := range fitting {
		candidate.Room = room
		if !slices.ContainsFunc(c.board.Check(candidate), func(b planner.Breach) bool { return b.Rule == ruleRooms }) {
			return room
		}
	}
	if len(fitting) > 0 {
		return fitting[0]
	}
	return nil
}

// ruleRooms is the number of the model's rule about rooms.
const ruleRooms = 8

// staff returns people for the seats who are all free, else the first who could sit there.
func (c *chooser) staff(candidate planner.Occurrence) []string {
	c.tries = 0
	seats := len(c.week.problem.Activities[c.activity].Seats)
	candidate.Staff = make([]string, 0, seats)
	if filled, ok := c.fill(candidate, seats); ok {
		return filled
	}
	staff := make([]string, 0, seats)
	for seat := range seats {
		for _, person := range c.candidates(seat) {
			if !slices.Contains(staff, person) {
				staff = append(staff, person)
				break
			}
		}
	}
	return staff
}

// fill sits people on the seats left, each free beside those before.
func (c *chooser) fill(candidate planner.Occurrence, seats int) ([]string, bool) {
	seat := len(candidate.Staff)
	if seat == seats {
		return candidate.Staff, true
	}
	for _, person := range c.candidates(seat) {
		if c.tries++; c.tries > mostTries {
			return nil, false
		}
		next := candidate
		next.Staff = append(slices.Clone(candidate.Staff), person)
		if slices.Contains(candidate.Staff, person) || c.objects(next, person) {
			continue
		}
		if filled, ok := c.fill(next, seats); ok {
			return filled, true
		}
	}
	return nil, false
}

// objects reports whether somebody cannot take part in an occurrence.
func (c *chooser) objects(o planner.Occurrence, person string) bool {
	return slices.ContainsFunc(c.board.Check(o), func(b planner.Breach) bool { return b.Professional == person })
}

// candidates returns who can sit on a seat: those of the activity's other occurrences first, then the preferred, then people of dedicated teams.
func (c *chooser) candidates(seat int) []string {
	model := c.week.model
	eligible := slices.Clone(model.Eligible[c.activity][seat])
	rank := func(person int32) int {
		rank := 0
		if !c.known[c.week.problem.Professionals[person].ID] {
			rank += 4
		}
		if !model.Prefers(c.activity, person) {
			rank += 2
		}
		if model.Transversal(c.activity, int32(seat), person) {
			rank++
		}
		return rank
	}
	slices.SortStableFunc(eligible, func(one, other int32) int { return cmp.Compare(rank(one), rank(other)) })
	people := make([]string, len(eligible))
	for i, person := range eligible {
		people[i] = c.week.problem.Professionals[person].ID
	}
	return people
}

// attendees returns the people asked for as they are; else those who attended, or could when it was not planned, as far as they are free.
func (c *chooser) attendees(candidate planner.Occurrence, op *Operation) []string {
	if op.Attendees != nil {
		return op.Attendees
	}
	wanted := candidate.Attendees
	if wanted == nil {
		wanted = c.week.problem.Activities[c.activity].Optional
	}
	candidate.Attendees = []string{}
	for _, person := range wanted {
		next := candidate
		next.Attendees = append(slices.Clone(candidate.Attendees), person)
		if !slices.Contains(candidate.Staff, person) && !c.objects(next, person) {
			candidate.Attendees = next.Attendees
		}
	}
	return candidate.Attendees
}
