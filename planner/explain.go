package planner

import (
	"cmp"
	"slices"
)

// mostAlternatives is how many alternatives an explanation names.
const mostAlternatives = 2

// Explanation says why an occurrence is where it is, or why it is not planned.
type Explanation struct {
	Ref
	Planned      bool             `json:"planned"`
	LeftOut      int64            `json:"left_out"`               // what leaving it out costs, at the second level
	Terms        map[string]int64 `json:"terms,omitempty"`        // planned: what it adds to each soft term; negative where it saves
	Breaches     []Breach         `json:"breaches,omitempty"`     // planned: the rules it breaks where it is
	Alternatives []Alternative    `json:"alternatives,omitempty"` // planned: the best other ways, best first
	Reasons      []Reason         `json:"reasons,omitempty"`      // not planned: see [ExplainUnplanned]
}

// Alternative is another lawful way to plan an occurrence with the rest of the plan as it stands.
type Alternative struct {
	Occurrence Occurrence       `json:"occurrence"`
	Soft       int64            `json:"soft"`  // the change of the soft cost; negative is better than now
	Terms      map[string]int64 `json:"terms"` // the change of each term that changes
}

// Explain answers for one occurrence. For a planned one the alternatives are the two of least cost among all starts, places and rooms with
// the present staff or one of them replaced; optional people attend where they can. Of an occurrence that does not exist it says [CodeUnknownID].
func Explain(m *Model, plan *Plan, ref Ref) Explanation {
	explanation := Explanation{Ref: ref}
	activity, known := m.activities[ref.Activity]
	if !known || ref.Occurrence < 0 || ref.Occurrence >= m.Problem.Activities[activity].Count {
		explanation.Reasons = []Reason{{Code: CodeUnknownID}}
		return explanation
	}
	board := NewBoard(m, plan)
	explanation.LeftOut = m.LeftOutCost[activity]
	present := board.agenda.planned[m.FirstOccurrence[activity]+int32(ref.Occurrence)]
	if present == nil {
		explanation.Reasons = board.reasons(activity, ref.Occurrence)
		return explanation
	}
	explanation.Planned = true
	explanation.Breaches = board.Check(m.occurrence(present))
	now := board.agenda.score()
	board.agenda.remove(present)
	explanation.Terms = termChanges(board.agenda.score(), now)
	board.agenda.put(present)
	explanation.Alternatives = board.alternatives(present)
	return explanation
}

// termChanges returns what each term that differs gains from one score to the other.
func termChanges(from, to Score) map[string]int64 {
	changes := map[string]int64{}
	for name, cost := range to.Terms {
		if cost != from.Terms[name] {
			changes[name] = cost - from.Terms[name]
		}
	}
	return changes
}

// occurrence returns the booking as plans write it.
func (m *Model) occurrence(b *booking) Occurrence {
	o := Occurrence{
		Activity: m.Problem.Activities[b.activity].ID, Occurrence: b.number, Start: b.start,
		Staff: make([]string, len(b.staff)), Attendees: make([]string, len(b.attendees)),
	}
	for i, person := range b.staff {
		o.Staff[i] = m.Problem.Professionals[person].ID
	}
	for i, person := range b.attendees {
		o.Attendees[i] = m.Problem.Professionals[person].ID
	}
	if b.place != Nowhere {
		o.Place = &m.Problem.Places[b.place].ID
	}
	if b.room != Nowhere {
		o.Room = &m.Problem.Rooms[b.room].ID
	}
	return o
}

// alternatives returns the best other ways to plan a booking that is on the board.
func (b *Board) alternatives(present *booking) []Alternative {
	m, activity := b.model, present.activity
	around := b.around(present)
	now := around.score()
	around.remove(present)
	var best []Alternative
	consider := func(option *booking) {
		around.put(option)
		then := around.score()
		around.remove(option)
		soft := then.Soft - now.Soft
		if wanted := len(best) < mostAlternatives || soft < best[len(best)-1].Soft; wanted && len(b.check(option)) == 0 {
			best = append(best[:min(len(best), mostAlternatives-1)], Alternative{m.occurrence(option), soft, termChanges(now, then)})
			slices.SortStableFunc(best, func(one, other Alternative) int { return cmp.Compare(one.Soft, other.Soft) })
		}
	}
	crews := m.crews(present)
	for _, start := range m.starts(activity, mostOptions/max(1, len(crews))) {
		for _, spot := range m.spots(activity) {
			option := booking{
				activity: activity, number: present.number, start: start, end: start + m.Problem.Activities[activity].Duration,
				place: spot.place, room: spot.room,
			}
			if b.refuseStart(&option).Code == "" {
				b.eachCrew(option, crews, present, consider)
			}
		}
	}
	return best
}

// crews returns the present staff and every staff that differs from it by one person.
func (m *Model) crews(present *booking) [][]int32 {
	crews := [][]int32{present.staff}
	if len(present.staff) != len(m.Eligible[present.activity]) {
		return nil // a broken plan: nothing to start from
	}
	for seat, eligible := range m.Eligible[present.activity] {
		for _, person := range eligible {
			if !present.hasStaff(person) {
				crew := slices.Clone(present.staff)
				crew[seat] = person
				crews = append(crews, crew)
			}
		}
	}
	return crews
}

// eachCrew calls consider with the option for every crew that is free for it, but not with what is planned already.
func (b *Board) eachCrew(option booking, crews [][]int32, present *booking, consider func(*booking)) {
	free := map[int32]bool{}
	isFree := func(person int32) bool {
		known, asked := free[person]
		if !asked {
			alone := option
			known = b.refusePersonAlone(person, &alone).Code == ""
			free[person] = known
		}
		return known
	}
	for _, crew := range crews {
		if slices.ContainsFunc(crew, func(person int32) bool { return !isFree(person) }) || !b.model.canSit(option.activity, crew) {
			continue
		}
		with := option
		with.staff = crew
		for _, person := range b.model.Optional[option.activity] {
			if !with.hasStaff(person) && isFree(person) {
				with.attendees = append(with.attendees, person)
			}
		}
		if with.start == present.start && with.place == present.place && with.room == present.room && slices.Equal(crew, present.staff) {
			continue
		}
		consider(&with)
	}
}

// canSit reports whether a crew fills the seats by rule 2.
func (m *Model) canSit(activity int32, crew []int32) bool {
	for seat, person := range crew {
		if !m.CanSit(activity, int32(seat), person) || slices.Contains(crew[:seat], person) {
			return false
		}
	}
	return true
}

// around returns the part of the plan that another way to plan the booking can have an influence on: the occurrences of everybody who could
// take part, of its children and of its activity. Differences of cost are the same there as in the whole plan, and far cheaper to find.
func (b *Board) around(present *booking) *agenda {
	m := b.model
	part, _ := newAgenda(m, &Plan{})
	add := func(list []*booking) {
		for _, other := range list {
			if part.planned[other.id(m)] == nil {
				part.put(other)
			}
		}
	}
	for _, person := range slices.Concat(m.candidates(present.activity), m.Optional[present.activity], present.staff, present.attendees) {
		add(b.agenda.byPerson[person])
	}
	for _, child := range m.Children[present.activity] {
		add(b.agenda.byChild[child])
	}
	add(b.agenda.byActivity[present.activity])
	return part
}
