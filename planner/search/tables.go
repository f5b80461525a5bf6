package search

import (
	"math"
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

const (
	dayMinutes   = planner.DayMinutes
	pastMidnight = 12 * 60 // an occurrence may run this far past the last midnight
	nowhere      = planner.Nowhere
	endless      = math.MaxInt32 / 2
)

// tables are the problem in the form the search reads: dense numbers, sets of slots, costs already multiplied by their weights. They are
// made once, never written again and shared by all chains.
type tables struct {
	model   *planner.Model
	problem *planner.Problem
	weights planner.Weights

	grid  int32 // minutes of a slot
	step  int32 // slots between two starts that are proposed
	days  int32
	slots int32 // slots a start or an end can touch
	words int32 // 64-bit words of a mask

	places int32
	travel []int32 // minutes, row by row

	works  []work  // by activity
	people []human // by professional

	workOf    []int32 // [occurrence]: its activity
	seatBase  []int32 // [occurrence]: where its seats begin in state.staff
	extraBase []int32 // [occurrence]: where its optional people begin in state.attending
	published []int32 // [occurrence]: position in publishing, or -1
	rigid     []bool  // [occurrence]: can never start a little earlier or later with the same people at the same place
	seatCount int32   // of all occurrences together
	extras    int32   // optional people of all occurrences together

	publishing []told

	availability []mask  // [availabilityAt]
	available    []int32 // [class*people+professional]: position in availability, or -1 where nobody asks

	sessionsPerDay []int32 // [child]
	staffTarget    []int32 // [child]
	never          mask    // the empty set
	mostSeats      int
	mostExtras     int
}

// work is an activity.
type work struct {
	first, count int32 // its occurrences
	duration     int32 // minutes
	slots        int32 // slots it blocks
	class        int32 // number of its duration, for tables.available
	gap          int32 // days between two occurrences
	session      bool  // counts for children's terms
	direct       bool  // counts for overload
	priced       bool  // some window costs something
	alone        bool  // one seat, no optional people: the quick way of looking for options
	children     []int32
	seats        [][]candidate
	seatOrder    []int32 // seats, those with the fewest candidates first
	optional     []int32
	spots        []spot
	leftOut      int64 // unmet of one occurrence
}

// candidate is somebody who can sit on a seat, and what it always costs.
type candidate struct {
	person int32
	cost   int64
}

// spot is one of the places of an activity (or nowhere) with the starts that its windows and its children's allow there.
type spot struct {
	place  int32
	rooms  []roomChoice
	starts mask
	runs   []run
}

// roomChoice is a room that fits, with the starts at which it is open for long enough.
type roomChoice struct {
	room int32
	open mask
}

// run is a stretch of slots of one day at which the activity may start at one cost.
type run struct {
	day, from, to int32 // slots from … to, both included
	cost          int64
}

// human is a professional.
type human struct {
	base      int32
	fromBase  bool
	hasLunch  bool
	hasLimits bool
	hasTarget bool
	lunch     planner.Lunch
	limits    planner.Limits
	target    int64
	hours     []hours // [day]: of the intervals that start on it; to is before from where none does
	room      []int32 // [day]: minutes that work and ways can fill, the break taken off; endless where that is not known
}

type hours struct{ from, to int32 }

// told is what people were told of an occurrence.
type told struct {
	start, place int32
	staff        []int32
}

// newTables also reads the plan that the search begins with, if any: what stands in it may stay where it is.
func newTables(m *planner.Model, start []planner.Occurrence) *tables {
	p := m.Problem
	standing := slices.Concat(p.Pinned, p.Published, start)
	grid := gridOf(p, standing)
	t := &tables{model: m, problem: p, weights: p.Weights, grid: int32(grid), step: int32(p.Step() / grid), days: int32(p.Days), places: int32(len(p.Places))}
	longest := 0
	for i := range p.Activities {
		longest = max(longest, min(p.Activities[i].Duration, p.Days*dayMinutes+pastMidnight))
	}
	t.slots = int32((p.Days*dayMinutes+pastMidnight+longest)/grid) + 2
	t.words = (t.slots + 63) / 64
	t.never = make(mask, t.words)
	t.travel = make([]int32, t.places*t.places)
	for i := range t.places {
		for j := range t.places {
			t.travel[i*t.places+j] = m.Travel(i, j)
		}
	}
	t.makePeople()
	t.makeWorks(standing)
	t.makeAvailability()
	t.makePublished()
	for i := range p.Children {
		t.sessionsPerDay = append(t.sessionsPerDay, int32(p.Children[i].SessionsPerDayTarget))
		t.staffTarget = append(t.staffTarget, int32(p.Children[i].ProfessionalsTarget))
	}
	return t
}

func (t *tables) makePeople() {
	t.people = make([]human, len(t.problem.Professionals))
	for i := range t.people {
		from := &t.problem.Professionals[i]
		h := human{base: t.model.Base[i], fromBase: from.FromBase, hours: make([]hours, t.days)}
		if from.Lunch != nil {
			h.hasLunch, h.lunch = true, *from.Lunch
		}
		if from.Limits != nil {
			h.hasLimits, h.limits = true, *from.Limits
		}
		if from.DirectTarget != nil {
			h.hasTarget, h.target = true, int64(*from.DirectTarget)
		}
		for d := range h.hours {
			h.hours[d] = hours{0, -1}
			if span, ok := t.model.WorkSpan(int32(i), d); ok {
				h.hours[d] = hours{int32(span.From), int32(span.To)}
			}
		}
		h.makeRoom(from.Available)
		t.people[i] = h
	}
}

// makeRoom works out what work and ways can fill of each day. It says nothing of days into which an interval of another day reaches.
func (h *human) makeRoom(available []planner.Span) {
	for d := range int32(len(h.hours)) {
		today := h.hours[d]
		room := int32(endless)
		if today.from <= today.to && int(today.to) <= int(d+1)*dayMinutes && !slices.ContainsFunc(available, func(x planner.Span) bool {
			return x.From < int(d)*dayMinutes && x.To > int(d)*dayMinutes
		}) {
			room = today.to - today.from
			if h.hasLunch {
				before := max(0, today.from-d*dayMinutes-int32(h.lunch.From))
				after := max(0, d*dayMinutes+int32(h.lunch.To)-today.to)
				room -= max(0, int32(h.lunch.Minutes)-max(before, after))
			}
		}
		h.room = append(h.room, room)
	}
}

// makeAvailability finds, for each person and each duration somebody may ask of them, the starts inside one of their intervals.
func (t *tables) makeAvailability() {
	people := int32(len(t.people))
	classes := int32(0)
	for i := range t.works {
		classes = max(classes, t.works[i].class+1)
	}
	t.available = make([]int32, classes*people)
	for i := range t.available {
		t.available[i] = -1
	}
	need := func(w *work, person int32) {
		if at := &t.available[w.class*people+person]; *at < 0 {
			*at = int32(len(t.availability))
			starts := make(mask, t.words)
			for _, span := range t.problem.Professionals[person].Available {
				t.addStarts(starts, span.From, span.To, w.duration)
			}
			t.availability = append(t.availability, starts)
		}
	}
	for i := range t.works {
		w := &t.works[i]
		for _, seat := range w.seats {
			for _, c := range seat {
				need(w, c.person)
			}
		}
		for _, person := range w.optional {
			need(w, person)
		}
	}
}

// startsOf returns the starts at which the person is there for the whole activity.
func (t *tables) startsOf(w *work, person int32) mask {
	at := t.available[w.class*int32(len(t.people))+person]
	if at < 0 {
		return t.never
	}
	return t.availability[at]
}

// addStarts adds the slots at which something of the given duration starts and ends inside [from, to) and inside the horizon.
func (t *tables) addStarts(starts mask, from, to int, duration int32) {
	horizon := int(t.days) * dayMinutes
	last := min(to, horizon+pastMidnight) - int(duration)
	last = min(last, horizon-1)
	first := max(from, 0)
	grid := int(t.grid)
	a := (first + grid - 1) / grid
	if last < 0 {
		return
	}
	starts.setRange(int32(a), int32(last/grid)+1)
}

func (t *tables) makePublished() {
	t.published = slices.Repeat([]int32{-1}, len(t.workOf))
	for i := range t.problem.Published {
		o := &t.problem.Published[i]
		activity, ok := t.model.ActivityIndex(o.Activity)
		if !ok {
			continue
		}
		was := told{start: int32(o.Start), place: nowhere}
		if o.Place != nil {
			was.place, _ = t.model.PlaceIndex(*o.Place)
		}
		for _, id := range o.Staff {
			person, _ := t.model.ProfessionalIndex(id)
			was.staff = append(was.staff, person)
		}
		t.published[t.works[activity].first+int32(o.Occurrence)] = int32(len(t.publishing))
		t.publishing = append(t.publishing, was)
	}
}
