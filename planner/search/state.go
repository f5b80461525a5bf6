package search

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// state is a plan that can be changed quickly: who does what when, and everything that has to be known to price a change. Between two moves
// it is lawful. Only take and put change it; every operator is made of these two and of the questions of
// options.go. It is used by one goroutine.
type state struct {
	*tables
	random random

	// What is decided, by occurrence. Of what has been taken out, place, room and people stay as they were.
	start     []int32 // minute, or -1: not planned
	place     []int32
	room      []int32
	taken     []int32 // minute at which it was planned before it was taken out; -1: never
	window    []int64 // what its window costs
	staff     []int32 // [seatBase+seat]
	attending []bool  // [extraBase+k]: the k-th optional person attends

	// What follows from it.
	busyPerson, busyChild, busyRoom []uint64     // masks one after the other
	diaries                         [][]entry    // [person*days+day], in order of start
	facts                           []dayFacts   // [person*days+day]
	overLimits                      []bool       // [person]: rule 6 is broken
	broken                          int32        // days and people that break a rule
	excusedBroken                   int32        // those of them that the pinned occurrences break by themselves
	excused                         []bool       // [person]: the pinned occurrences break a rule of theirs
	mostExcused                     int32        // excusedBroken never rises above this, which never rises
	childStaff                      []tally      // [child]: seats of its sessions by person
	workStaff                       []tally      // [activity]: seats of its occurrences by person
	childDay                        []int32      // [child*days+day]: sessions
	workDays                        [][]int32    // [activity][day]: occurrences; nil where no gap is asked
	direct                          []int64      // [person]: minutes of sessions and duties on their seats
	terms                           terms        // weighted costs
	soft, unmet                     int64        // running score
	planned                         int          // occurrences
	left                            []int32      // occurrences not planned, in no order
	leftAt                          []int32      // [occurrence]: position in left, or -1
	fixed                           []bool       // [occurrence]: may not be touched any more
	detours                         detours      // least ways to a place
	journal                         journal      // how to go back
	shelf                           shelf        // the best state met, kept up to date by differences
	scratch                         scratch      // buffers of the questions
	scope                           *lawfulScope // what may change
	squeezeBelow                    float64      // temperature below which choose lets others give way
	barred                          int32        // person whom choose leaves out; noOne: asks everybody
	priced                          int64        // changes whose exact cost was worked out
}

type terms [planner.TermCount]int64

// option is one way to plan an occurrence.
type option struct {
	start, place, room int32
	staff              []int32 // by seat
	attending          []bool  // by optional person
	cost               int64   // change of soft
	found              bool
	shifts             []shift // what gives way for it
}

func newState(t *tables, scope *lawfulScope, r random) *state {
	n, people, children := len(t.workOf), len(t.people), len(t.sessionsPerDay)
	s := &state{
		tables: t, scope: scope, random: r, squeezeBelow: 1, barred: noOne,
		start: make([]int32, n), place: make([]int32, n), room: make([]int32, n), window: make([]int64, n),
		staff: make([]int32, t.seatCount), attending: make([]bool, t.extras),
		busyPerson: make([]uint64, people*int(t.words)), busyChild: make([]uint64, children*int(t.words)),
		busyRoom: make([]uint64, len(t.problem.Rooms)*int(t.words)),
		diaries:  make([][]entry, people*int(t.days)), facts: make([]dayFacts, people*int(t.days)),
		overLimits: make([]bool, people), excused: make([]bool, people),
		childStaff: make([]tally, children), workStaff: make([]tally, len(t.works)),
		childDay: make([]int32, children*int(t.days)), workDays: make([][]int32, len(t.works)),
		direct: make([]int64, people), fixed: make([]bool, n),
	}
	for i := range s.facts {
		s.facts[i].lawful = true
	}
	for i := range t.works {
		if t.works[i].gap > 0 && t.works[i].count > 1 {
			s.workDays[i] = make([]int32, t.days)
		}
	}
	s.leftAt, s.taken = slices.Repeat([]int32{-1}, n), slices.Repeat([]int32{-1}, n)
	for o := range s.start {
		s.start[o] = -1
		s.leave(int32(o))
		s.unmet += t.works[t.workOf[o]].leftOut
	}
	s.journal.init(t)
	s.detours.init(t)
	s.shelf.init(s)
	s.scratch.init(t)
	return s
}

func (s *state) personMask(person int32) mask { return maskAt(s.busyPerson, person, s.words) }
func (s *state) childMask(child int32) mask   { return maskAt(s.busyChild, child, s.words) }
func (s *state) roomMask(room int32) mask     { return maskAt(s.busyRoom, room, s.words) }

func maskAt(all []uint64, i, words int32) mask { return all[int(i)*int(words) : int(i+1)*int(words)] }

func (s *state) seatsOf(o int32) []int32 {
	return s.staff[s.seatBase[o] : int(s.seatBase[o])+len(s.works[s.workOf[o]].seats)]
}

func (s *state) extrasOf(o int32) []bool {
	return s.attending[s.extraBase[o] : int(s.extraBase[o])+len(s.works[s.workOf[o]].optional)]
}

// put plans an occurrence that is not planned as the option says. The option's people, children and room must be free then; whether their
// days stay lawful shows in broken.
func (s *state) put(o int32, as *option) {
	s.journal.remember(s, o)
	w := &s.works[s.workOf[o]]
	s.start[o], s.place[o], s.room[o] = as.start, as.place, as.room
	s.window[o] = s.windowCost(s.workOf[o], as.start)
	copy(s.seatsOf(o), as.staff)
	copy(s.extrasOf(o), as.attending)
	s.planned++
	s.pick(o)
	s.unmet -= w.leftOut
	slot := as.start / s.grid
	to := min(slot+w.slots, s.slots)
	for _, child := range w.children {
		s.childMask(child).setRange(slot, to)
	}
	if as.room != nowhere {
		s.roomMask(as.room).setRange(slot, to)
	}
	s.countTime(o, w, 1)
	s.countPeople(o, w, 1)
	for seat := range w.seats {
		s.engage(s.staff[int(s.seatBase[o])+seat], o, w)
	}
	for k, person := range w.optional {
		if s.attending[int(s.extraBase[o])+k] {
			s.engage(person, o, w)
		}
	}
}

// take makes a planned occurrence not planned.
func (s *state) take(o int32) {
	s.journal.remember(s, o)
	w := &s.works[s.workOf[o]]
	slot := s.start[o] / s.grid
	to := min(slot+w.slots, s.slots)
	for seat := range w.seats {
		s.release(s.staff[int(s.seatBase[o])+seat], o, w)
	}
	for k, person := range w.optional {
		if s.attending[int(s.extraBase[o])+k] {
			s.release(person, o, w)
		}
	}
	s.countTime(o, w, -1)
	s.countPeople(o, w, -1)
	for _, child := range w.children {
		s.childMask(child).clearRange(slot, to)
	}
	if s.room[o] != nowhere {
		s.roomMask(s.room[o]).clearRange(slot, to)
	}
	s.planned--
	s.leave(o)
	s.unmet += w.leftOut
	s.taken[o], s.start[o] = s.start[o], -1
}

// leave adds the occurrence to what is left to plan.
func (s *state) leave(o int32) {
	s.leftAt[o] = int32(len(s.left))
	s.left = append(s.left, o)
}

// pick takes the occurrence off what is left to plan.
func (s *state) pick(o int32) {
	at, last := s.leftAt[o], s.left[len(s.left)-1]
	s.left[at], s.leftAt[last] = last, at
	s.left = s.left[:len(s.left)-1]
	s.leftAt[o] = -1
}

// engage writes the occurrence into the person's diary.
func (s *state) engage(person, o int32, w *work) {
	start := s.start[o]
	slot := start / s.grid
	s.personMask(person).setRange(slot, min(slot+w.slots, s.slots))
	at := person*s.days + start/dayMinutes
	s.diaries[at] = append(s.diaries[at], entry{})
	day := s.diaries[at]
	i := len(day) - 1
	for i > 0 && start < day[i-1].start {
		day[i] = day[i-1]
		i--
	}
	day[i] = entry{start: start, end: start + w.duration, place: s.place[o], occurrence: o}
	s.refresh(person, at)
}

// release strikes the occurrence from the person's diary.
func (s *state) release(person, o int32, w *work) {
	start := s.start[o]
	slot := start / s.grid
	s.personMask(person).clearRange(slot, min(slot+w.slots, s.slots))
	at := person*s.days + start/dayMinutes
	day := s.diaries[at]
	i := 0
	for day[i].occurrence != o {
		i++
	}
	copy(day[i:], day[i+1:])
	s.diaries[at] = day[:len(day)-1]
	s.refresh(person, at)
}

// refresh works out a person's day again after its diary changed.
func (s *state) refresh(person, at int32) {
	before, after := s.facts[at], s.walk(person, at-person*s.days, s.diaries[at])
	s.facts[at] = after
	s.detours.version[at]++
	s.countTravel(&before, &after)
	worse := one(before.lawful) - one(after.lawful)
	if s.people[person].hasLimits {
		over := !s.withinLimits(person)
		worse += one(over) - one(s.overLimits[person])
		s.overLimits[person] = over
	}
	s.broken += worse
	if s.excused[person] {
		s.excusedBroken += worse
	}
}

// charge adds a cost, or gives it back, to a soft term.
func (s *state) charge(term planner.Term, cost int64) {
	s.terms[term] += cost
	s.soft += cost
}

// lawful reports whether no rule is broken but those that the pinned occurrences break by themselves.
func (s *state) lawful() bool {
	return s.broken == s.excusedBroken && s.excusedBroken <= s.mostExcused
}

func one(yes bool) int32 {
	if yes {
		return 1
	}
	return 0
}
