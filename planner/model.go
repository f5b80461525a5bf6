package planner

import "slices"

// Nowhere is the index of a place or room an occurrence does not have.
const Nowhere int32 = -1

// Model is a problem made ready for computing: every id is the position of its thing in the problem's list, as int32. It is immutable and
// safe for use by several goroutines; callers never write to what it holds, nor to its problem.
type Model struct {
	Problem *Problem

	Eligible [][][]int32 // [activity][seat]: the professionals who can sit there, ascending
	Children [][]int32   // [activity]: its children
	Places   [][]int32   // [activity]: where it can be held; empty for anywhere
	Optional [][]int32   // [activity]: the people who may attend
	Rooms    [][]int32   // [activity]: the rooms that fit its request at one of its places, ascending; empty when it asks for none

	Base        []int32     // [professional]: the place of their base
	RoomPlace   []int32     // [room]: the place it belongs to
	ChildPlaces [][][]int32 // [child][window of Available]: the places of that window

	// FirstOccurrence numbers all occurrences from 0: occurrence k of activity a is FirstOccurrence[a]+k. It has one entry more than there
	// are activities; the last is the number of all occurrences.
	FirstOccurrence []int32
	// LeftOutCost is what one occurrence of the activity adds to Score.Unmet when it is not planned.
	LeftOutCost []int64

	travel      []int32    // row by row
	eligible    [][]bitset // [activity][seat]
	transversal [][]bitset // [activity][seat]; nil where the team rule does not apply
	preferred   []bitset   // [activity]; nil where nobody is preferred
	workSpans   [][]Span   // [professional][day]; empty span where no interval starts
	pinned      []*booking
	published   []*booking

	places, rooms, teams, professionals, children, activities map[string]int32
}

// Compile makes the model of a problem. When the problem is not valid the error is of type [Issues] and lists everything that is wrong.
func Compile(p *Problem) (*Model, error) {
	if issues := p.Validate(); len(issues) > 0 {
		return nil, Issues(issues)
	}
	m := &Model{
		Problem:       p,
		places:        index(p.Places, func(x Place) string { return x.ID }),
		rooms:         index(p.Rooms, func(x Room) string { return x.ID }),
		teams:         index(p.Teams, func(x Team) string { return x.ID }),
		professionals: index(p.Professionals, func(x Professional) string { return x.ID }),
		children:      index(p.Children, func(x Child) string { return x.ID }),
		activities:    index(p.Activities, func(x Activity) string { return x.ID }),
	}
	m.compileTravel()
	m.compilePeople()
	m.compileActivities()
	m.compileSeats()
	m.pinned = m.compileSettled(p.Pinned)
	m.published = m.compileSettled(p.Published)
	return m, nil
}

func (m *Model) compileTravel() {
	m.travel = make([]int32, 0, len(m.places)*len(m.places))
	for _, row := range m.Problem.Travel {
		for _, minutes := range row {
			m.travel = append(m.travel, int32(minutes))
		}
	}
	m.RoomPlace = make([]int32, len(m.Problem.Rooms))
	for i, room := range m.Problem.Rooms {
		m.RoomPlace[i] = m.places[room.Place]
	}
}

func (m *Model) compilePeople() {
	m.Base = make([]int32, len(m.Problem.Professionals))
	m.workSpans = make([][]Span, len(m.Problem.Professionals))
	for i, person := range m.Problem.Professionals {
		m.Base[i] = m.places[person.Base]
		m.workSpans[i] = make([]Span, m.Problem.Days)
		for _, span := range person.Available {
			day := dayOf(span.From)
			if day < 0 || day >= m.Problem.Days {
				continue
			}
			known := &m.workSpans[i][day]
			if *known == (Span{}) {
				*known = span
			} else {
				*known = Span{From: min(known.From, span.From), To: max(known.To, span.To)}
			}
		}
	}
	m.ChildPlaces = make([][][]int32, len(m.Problem.Children))
	for i, child := range m.Problem.Children {
		m.ChildPlaces[i] = make([][]int32, len(child.Available))
		for w, window := range child.Available {
			m.ChildPlaces[i][w] = lookUp(window.Places, m.places)
		}
	}
}

func (m *Model) compileActivities() {
	activities := m.Problem.Activities
	m.Children = make([][]int32, len(activities))
	m.Places = make([][]int32, len(activities))
	m.Optional = make([][]int32, len(activities))
	m.Rooms = make([][]int32, len(activities))
	m.FirstOccurrence = make([]int32, len(activities)+1)
	m.LeftOutCost = make([]int64, len(activities))
	m.preferred = make([]bitset, len(activities))
	for i := range activities {
		a := &activities[i]
		m.Children[i] = lookUp(a.Children, m.children)
		m.Places[i] = lookUp(a.Places, m.places)
		m.Optional[i] = lookUp(a.Optional, m.professionals)
		m.FirstOccurrence[i+1] = m.FirstOccurrence[i] + int32(a.Count)
		m.LeftOutCost[i] = int64(a.Priority) * int64(a.Duration) * int64(max(1, len(a.Children)))
		if a.Room != nil {
			for room := range int32(len(m.Problem.Rooms)) {
				if m.RoomFits(int32(i), room) && slices.Contains(m.Places[i], m.RoomPlace[room]) {
					m.Rooms[i] = append(m.Rooms[i], room)
				}
			}
		}
		if len(a.Preferred) > 0 {
			m.preferred[i] = newBitset(len(m.Problem.Professionals))
			for _, person := range lookUp(a.Preferred, m.professionals) {
				m.preferred[i].add(person)
			}
		}
	}
}

func (m *Model) compileSeats() {
	activities := m.Problem.Activities
	m.Eligible = make([][][]int32, len(activities))
	m.eligible = make([][]bitset, len(activities))
	m.transversal = make([][]bitset, len(activities))
	service := service{model: m, known: map[serviceKey]bitset{}}
	for i := range activities {
		seats, clients := activities[i].Seats, m.clients(int32(i))
		m.Eligible[i] = make([][]int32, len(seats))
		m.eligible[i] = make([]bitset, len(seats))
		m.transversal[i] = make([]bitset, len(seats))
		serving, dedicated := service.everybody(clients, false), service.everybody(clients, true)
		for s := range seats {
			named := len(seats[s].OneOf) > 0
			m.eligible[i][s] = newBitset(len(m.Problem.Professionals))
			for person := range int32(len(m.Problem.Professionals)) {
				if (named || serving.has(person)) && m.qualifies(&seats[s], person) {
					m.Eligible[i][s] = append(m.Eligible[i][s], person)
					m.eligible[i][s].add(person)
				}
			}
			if !named && len(clients) > 0 {
				m.transversal[i][s] = dedicated.complement()
			}
		}
	}
}

// compileSettled resolves occurrences of which validation says that everything they name exists.
func (m *Model) compileSettled(occurrences []Occurrence) []*booking {
	bookings := make([]*booking, len(occurrences))
	for i := range occurrences {
		bookings[i], _ = m.resolve(&occurrences[i])
	}
	return bookings
}

// Pinning returns the model of the same problem in which these occurrences are pinned too. Those that name something unknown are not. The two
// share what is the same in both.
func (m *Model) Pinning(occurrences []Occurrence) *Model {
	pinning, problem := *m, *m.Problem
	pinning.Problem = &problem
	problem.Pinned, pinning.pinned = slices.Clone(problem.Pinned), slices.Clone(m.pinned)
	for i := range occurrences {
		if pin, unknown := m.resolve(&occurrences[i]); unknown == nil {
			problem.Pinned, pinning.pinned = append(problem.Pinned, occurrences[i]), append(pinning.pinned, pin)
		}
	}
	return &pinning
}

// Travel returns the minutes from one place to another.
func (m *Model) Travel(from, to int32) int32 { return m.travel[int(from)*len(m.places)+int(to)] }

// CanSit reports whether the professional can sit on the seat: whether they are in Eligible.
func (m *Model) CanSit(activity, seat, professional int32) bool {
	return m.eligible[activity][seat].has(professional)
}

// Transversal reports whether a professional on the seat serves as transversal, which costs. It is false where the team rule does not
// apply and on seats with a OneOf.
func (m *Model) Transversal(activity, seat, professional int32) bool {
	set := m.transversal[activity][seat]
	return set != nil && set.has(professional)
}

// Prefers reports whether the activity has no preferred people or this professional is one of them.
func (m *Model) Prefers(activity, professional int32) bool {
	set := m.preferred[activity]
	return set == nil || set.has(professional)
}

// RoomFits reports whether the room has the features and seats the activity asks for, whatever its place. It is false when the activity
// asks for no room.
func (m *Model) RoomFits(activity, room int32) bool {
	request, r := m.Problem.Activities[activity].Room, &m.Problem.Rooms[room]
	if request == nil || r.Seats < request.Seats {
		return false
	}
	for _, feature := range request.Features {
		if !slices.Contains(r.Features, feature) {
			return false
		}
	}
	return true
}

// WorkSpan returns the span from the start of the first to the end of the last of the professional's intervals that start on that day, and
// whether there is one. The way from and to base has to fit in it.
func (m *Model) WorkSpan(professional int32, day int) (Span, bool) {
	if day < 0 || day >= m.Problem.Days {
		return Span{}, false
	}
	span := m.workSpans[professional][day]
	return span, span != Span{}
}

// PlaceIndex returns the index of a place by its id.
func (m *Model) PlaceIndex(id string) (int32, bool) { i, ok := m.places[id]; return i, ok }

// RoomIndex returns the index of a room by its id.
func (m *Model) RoomIndex(id string) (int32, bool) { i, ok := m.rooms[id]; return i, ok }

// TeamIndex returns the index of a team by its id.
func (m *Model) TeamIndex(id string) (int32, bool) { i, ok := m.teams[id]; return i, ok }

// ProfessionalIndex returns the index of a professional by their id.
func (m *Model) ProfessionalIndex(id string) (int32, bool) {
	i, ok := m.professionals[id]
	return i, ok
}

// ChildIndex returns the index of a child by their id.
func (m *Model) ChildIndex(id string) (int32, bool) { i, ok := m.children[id]; return i, ok }

// ActivityIndex returns the index of an activity by its id.
func (m *Model) ActivityIndex(id string) (int32, bool) { i, ok := m.activities[id]; return i, ok }

// dayOf returns the day on which a minute lies; days before the first are negative.
func dayOf(at Minute) int {
	if at < 0 {
		return -((-at + DayMinutes - 1) / DayMinutes)
	}
	return at / DayMinutes
}

func index[T any](list []T, id func(T) string) map[string]int32 {
	positions := make(map[string]int32, len(list))
	for i, item := range list {
		positions[id(item)] = int32(i)
	}
	return positions
}

func lookUp(ids []string, positions map[string]int32) []int32 {
	found := make([]int32, len(ids))
	for i, id := range ids {
		found[i] = positions[id]
	}
	return found
}
