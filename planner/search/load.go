package search

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// loadPinned plans what is pinned, whatever it breaks: the rules it breaks by itself are excused.
func (s *state) loadPinned() {
	for i := range s.problem.Pinned {
		if o, as, ok := s.read(&s.problem.Pinned[i]); ok && s.start[o] < 0 {
			s.put(o, as)
			s.fixed[o] = true
		}
	}
	for at := range s.facts {
		person := int32(at) / s.days
		s.excused[person] = s.excused[person] || !s.facts[at].lawful || s.overLimits[person]
	}
	s.excusedBroken, s.mostExcused = s.broken, s.broken
	s.keep()
}

// load plans the lawful parts of a plan. Where a day breaks a rule, occurrences leave it until it does not.
func (s *state) load(occurrences []planner.Occurrence) {
	for i := range occurrences {
		if o, as, ok := s.read(&occurrences[i]); ok && s.start[o] < 0 && s.possible(o, as) {
			s.put(o, as)
			s.fixed[o] = !s.scope.mayChange(s.tables, &occurrences[i])
		}
	}
	for !s.lawful() {
		if !s.dropOne() {
			break
		}
	}
	s.keep()
}

// read turns an occurrence into the option it is; valid until the next call.
func (s *state) read(from *planner.Occurrence) (o int32, as *option, ok bool) {
	activity, ok := s.model.ActivityIndex(from.Activity)
	if !ok {
		return 0, nil, false
	}
	w := &s.works[activity]
	if from.Occurrence < 0 || from.Occurrence >= int(w.count) || len(from.Staff) != len(w.seats) ||
		from.Start < 0 || from.Start >= int(s.days)*dayMinutes || from.Start%int(s.grid) != 0 ||
		from.Start > int(s.days)*dayMinutes+pastMidnight-int(w.duration) {
		return 0, nil, false
	}
	as = &s.scratch.trial
	*as = option{start: int32(from.Start), place: nowhere, room: nowhere, staff: as.staff[:0], attending: as.attending[:0]}
	if from.Place != nil {
		if as.place, ok = s.model.PlaceIndex(*from.Place); !ok {
			return 0, nil, false
		}
	}
	if from.Room != nil {
		if as.room, ok = s.model.RoomIndex(*from.Room); !ok {
			return 0, nil, false
		}
	}
	for _, id := range from.Staff {
		person, known := s.model.ProfessionalIndex(id)
		if !known {
			return 0, nil, false
		}
		as.staff = append(as.staff, person)
	}
	for _, person := range w.optional {
		as.attending = append(as.attending, slices.Contains(from.Attendees, s.problem.Professionals[person].ID))
	}
	return w.first + int32(from.Occurrence), as, true
}

// possible reports whether an occurrence not planned could be put as the option says: every rule but those of a person's whole day.
func (s *state) possible(o int32, as *option) bool {
	w, slot := &s.works[s.workOf[o]], as.start/s.grid
	at := slices.IndexFunc(w.spots, func(x spot) bool { return x.place == as.place })
	if at < 0 || !w.spots[at].starts.has(slot) {
		return false
	}
	to := min(slot+w.slots, s.slots)
	if _, free := s.dayCost(s.workOf[o], w, as.start/dayMinutes); !free {
		return false
	}
	for _, child := range w.children {
		if s.childMask(child).anyIn(slot, to) {
			return false
		}
	}
	room := slices.IndexFunc(w.spots[at].rooms, func(x roomChoice) bool { return x.room == as.room })
	if (room < 0) != (as.room == nowhere) || (as.room == nowhere) != (len(w.spots[at].rooms) == 0) ||
		room >= 0 && (!w.spots[at].rooms[room].open.has(slot) || s.roomMask(as.room).anyIn(slot, to)) {
		return false
	}
	for seat, person := range as.staff {
		if !s.model.CanSit(s.workOf[o], int32(seat), person) || seated(as.staff[:seat], person) || !s.free(w, person, slot) {
			return false
		}
	}
	for k, person := range w.optional {
		if as.attending[k] && (seated(as.staff, person) || !s.free(w, person, slot)) {
			return false
		}
	}
	return true
}

// free reports whether the person is there and has nothing else to do during the activity.
func (s *state) free(w *work, person, slot int32) bool {
	return s.startsOf(w, person).has(slot) && !s.personMask(person).anyIn(slot, min(slot+w.slots, s.slots))
}

// dropOne leaves out, of all occurrences that may and that are on a day or with a person that breaks a rule, the one that costs least. It
// looks at those that are fixed only when there is no other.
func (s *state) dropOne() bool {
	pinned := make(map[planner.Ref]bool, len(s.problem.Pinned))
	for i := range s.problem.Pinned {
		pinned[s.problem.Pinned[i].Ref()] = true
	}
	worst, lightest := int32(-1), int64(0)
	for at := range s.facts {
		person := int32(at) / s.days
		if s.facts[at].lawful && !s.overLimits[person] {
			continue
		}
		for _, e := range s.diaries[at] {
			activity := s.workOf[e.occurrence]
			ref := planner.Ref{Activity: s.problem.Activities[activity].ID, Occurrence: int(e.occurrence - s.works[activity].first)}
			if cost := s.works[activity].leftOut; !pinned[ref] && (worst < 0 || cost < lightest) {
				worst, lightest = e.occurrence, cost
			}
		}
	}
	if worst < 0 {
		return false
	}
	s.take(worst)
	s.fixed[worst] = false
	return true
}

// plan writes a shelf as a plan.
func (s *state) plan(b *shelf) *planner.Plan {
	p := &planner.Plan{Format: planner.PlanFormat, Problem: s.problem.Name, Occurrences: []planner.Occurrence{}, Unplanned: []planner.Unplanned{}}
	for o := range int32(len(b.start)) {
		activity := s.workOf[o]
		w, from := &s.works[activity], &s.problem.Activities[activity]
		if b.start[o] < 0 {
			p.Unplanned = append(p.Unplanned, planner.Unplanned{Activity: from.ID, Occurrence: int(o - w.first), Reasons: []planner.Reason{}})
			continue
		}
		as := s.scratch.fromShelf(s, b, o)
		x := planner.Occurrence{Activity: from.ID, Occurrence: int(o - w.first), Start: int(as.start), Staff: []string{}, Attendees: []string{}}
		for _, person := range as.staff {
			x.Staff = append(x.Staff, s.problem.Professionals[person].ID)
		}
		for k, there := range as.attending {
			if there {
				x.Attendees = append(x.Attendees, from.Optional[k])
			}
		}
		if as.place != nowhere {
			x.Place = &s.problem.Places[as.place].ID
		}
		if as.room != nowhere {
			x.Room = &s.problem.Rooms[as.room].ID
		}
		p.Occurrences = append(p.Occurrences, x)
	}
	score := s.score(b)
	p.Score = &score
	return p
}

func (s *state) score(b *shelf) planner.Score {
	score := planner.Score{Hard: int(b.broken), Unmet: b.unmet, Soft: b.soft, Terms: make(map[string]int64, planner.TermCount)}
	for term := range planner.TermCount {
		score.Terms[term.String()] = b.terms[term]
	}
	return score
}
