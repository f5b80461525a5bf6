package planner

import "slices"

// requirement says how much of what an activity needs is asked for; each includes those before it.
type requirement int

const (
	needsWindows requirement = iota
	needsChildren
	needsRoom
	needsPeople
)

// possibilities finds the starts at which an activity could be held if it were alone in the week. Ways are left aside, and limits but for
// the length of a day: what is not possible here is possible in no lawful plan.
type possibilities struct {
	model  *Model
	people map[personStarts]bitset
}

type personStarts struct {
	person   int32
	duration int
}

func newPossibilities(m *Model) *possibilities {
	return &possibilities{model: m, people: map[personStarts]bitset{}}
}

func (p *possibilities) slots() int { return p.model.Problem.Days * DayMinutes / p.model.Problem.Grid }

func (p *possibilities) none() bitset { return newBitset(p.slots()) }

// add adds the starts from which something so long ends inside the span and the horizon.
func (p *possibilities) add(set bitset, span Span, duration int) {
	grid := p.model.Problem.Grid
	first := (max(0, span.From) + grid - 1) / grid
	last := min(span.To, p.model.Problem.Days*DayMinutes+pastMidnight) - duration
	for slot := first; slot*grid <= last && slot < p.slots(); slot++ {
		set.add(int32(slot))
	}
}

// starts returns the possible starts of an activity if it were so long.
func (p *possibilities) starts(activity int32, duration int, asked requirement) bitset {
	a, set := &p.model.Problem.Activities[activity], p.none()
	for _, window := range a.Windows {
		p.add(set, Span{window.From, window.To}, duration)
	}
	if len(a.Windows) == 0 {
		p.add(set, Span{0, p.model.Problem.Days*DayMinutes + pastMidnight}, duration)
	}
	if asked >= needsChildren {
		set.keep(p.spots(activity, duration, asked))
	}
	if asked >= needsPeople {
		p.keepStaffed(set, activity, duration)
	}
	return set
}

// spots returns the starts at which all children can be met at one of the activity's places and, if asked, one of its rooms is open.
func (p *possibilities) spots(activity int32, duration int, asked requirement) bitset {
	m, all := p.model, p.none()
	needsARoom := asked >= needsRoom && m.Problem.Activities[activity].Room != nil
	if len(m.Places[activity]) == 0 {
		if !needsARoom {
			p.addMet(all, activity, duration, Nowhere)
		}
		return all
	}
	for _, place := range m.Places[activity] {
		here := p.none()
		p.addMet(here, activity, duration, place)
		if needsARoom {
			open := p.none()
			for _, room := range m.Rooms[activity] {
				if m.RoomPlace[room] == place {
					open.join(p.open(room, duration))
				}
			}
			here.keep(open)
		}
		all.join(here)
	}
	return all
}

// addMet adds the starts at which all children of the activity can be met at the place.
func (p *possibilities) addMet(set bitset, activity int32, duration int, place int32) {
	p.add(set, Span{0, p.model.Problem.Days*DayMinutes + pastMidnight}, duration)
	for _, child := range p.model.Children[activity] {
		there := p.none()
		for w, window := range p.model.Problem.Children[child].Available {
			if place == Nowhere || slices.Contains(p.model.ChildPlaces[child][w], place) {
				p.add(there, Span{window.From, window.To}, duration)
			}
		}
		set.keep(there)
	}
}

// open returns the starts at which a room is not closed.
func (p *possibilities) open(room int32, duration int) bitset {
	set, from := p.none(), 0
	closed := slices.SortedFunc(slices.Values(p.model.Problem.Rooms[room].Closed), func(one, other Span) int { return one.From - other.From })
	for _, span := range closed {
		p.add(set, Span{from, span.From}, duration)
		from = max(from, span.To)
	}
	p.add(set, Span{from, p.model.Problem.Days*DayMinutes + pastMidnight}, duration)
	return set
}

// person returns the starts at which a person is there long enough and has their lunch all the same.
func (p *possibilities) person(person int32, duration int) bitset {
	key := personStarts{person, duration}
	set, known := p.people[key]
	if known {
		return set
	}
	set = p.none()
	p.people[key] = set
	who := &p.model.Problem.Professionals[person]
	if who.Limits != nil && duration > who.Limits.DaySpan {
		return set
	}
	for _, span := range who.Available {
		p.add(set, span, duration)
	}
	if who.Lunch != nil {
		for _, slot := range set.list() {
			if start := int(slot) * p.model.Problem.Grid; !who.Lunch.fits(start, start+duration) {
				set.remove(slot)
			}
		}
	}
	return set
}

// fits reports whether lunch can be had on the day of the start, with nothing else to do.
func (l *Lunch) fits(start, end Minute) bool {
	from, to := dayOf(start)*DayMinutes+l.From, dayOf(start)*DayMinutes+l.To
	return max(min(start, to)-from, to-max(end, from)) >= l.Minutes
}

// keepStaffed keeps the starts at which different people can fill all seats.
func (p *possibilities) keepStaffed(set bitset, activity int32, duration int) {
	seats := p.model.Eligible[activity]
	for _, eligible := range seats {
		somebody := p.none()
		for _, person := range eligible {
			somebody.join(p.person(person, duration))
		}
		set.keep(somebody)
	}
	if len(seats) < 2 {
		return
	}
	for _, slot := range set.list() {
		if !seatAll(seats, func(person int32) bool { return p.person(person, duration).has(slot) }) {
			set.remove(slot)
		}
	}
}
