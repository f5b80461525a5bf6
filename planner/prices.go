package planner

import "slices"

// costs are weighted costs by soft term.
type costs [TermCount]int64

func (c costs) total() (sum int64) {
	for _, cost := range c {
		sum += cost
	}
	return sum
}

// plus returns the costs with so many times the other's added.
func (c costs) plus(times int64, other costs) costs {
	for t := range c {
		c[t] += times * other[t]
	}
	return c
}

// named returns the costs that are not zero by the names of their terms.
func (c costs) named() map[string]int64 {
	named := map[string]int64{}
	for t := range TermCount {
		if c[t] != 0 {
			named[t.String()] = c[t]
		}
	}
	return named
}

// prices tells what a way to plan one occurrence adds to each soft term, with the rest of the plan as it stands without that occurrence. It
// looks at the people and children of the occurrence only, and says what [Evaluate] says, whatever rules the plan breaks.
type prices struct {
	board      *Board
	old        *booking // what stands on the board; nil when the occurrence is not planned
	published  *booking // what people have been told; nil for nothing
	isSession  bool
	colleagues crowd   // on the seats of the activity's other occurrences
	known      []crowd // by child of the activity: on the seats of the child's other sessions
	ways       map[wayKey]int64
	minutes    map[int32]int // by person: see direct
}

type wayKey struct {
	person, place int32
	start         Minute
}

func newPrices(b *Board, activity int32, number int) *prices {
	m := b.model
	probe := &booking{activity: activity, number: number}
	p := &prices{
		board: b, old: b.old(probe), isSession: m.Problem.Activities[activity].Kind == Session,
		colleagues: newCrowd(m), known: make([]crowd, len(m.Children[activity])), ways: map[wayKey]int64{}, minutes: map[int32]int{},
	}
	if at := slices.IndexFunc(m.published, func(old *booking) bool { return old.id(m) == probe.id(m) }); at >= 0 {
		p.published = m.published[at]
	}
	p.colleagues.addAll(b.agenda.byActivity[activity], func(other *booking) bool { return other != p.old })
	for i, child := range m.Children[activity] {
		p.known[i] = newCrowd(m)
		p.known[i].addAll(b.agenda.byChild[child], p.isOtherSession)
	}
	return p
}

func (p *prices) model() *Model { return p.board.model }

// of returns what planning the occurrence so adds to each term.
func (p *prices) of(option *booking) (added costs) {
	for t := range TermCount {
		if weight := p.model().Problem.Weights[t]; weight != 0 {
			added[t] = weight * terms[t].added(p, option)
		}
	}
	return added
}

func (p *prices) isOtherSession(other *booking) bool {
	return other != p.old && p.model().Problem.Activities[other.activity].Kind == Session
}

// sessions returns how many other sessions the child has on the day.
func (p *prices) sessions(child int32, day int) (n int) {
	for _, other := range onDay(p.board.agenda.byChild[child], day) {
		if p.isOtherSession(other) {
			n++
		}
	}
	return n
}

// direct returns the minutes of the person's other sessions and duties.
func (p *prices) direct(person int32) int {
	minutes, known := p.minutes[person]
	if known {
		return minutes
	}
	for _, other := range p.board.agenda.byPerson[person] {
		activity := &p.model().Problem.Activities[other.activity]
		if other != p.old && (activity.Kind == Session || activity.Kind == Duty) && other.hasStaff(person) {
			minutes += activity.Duration
		}
	}
	p.minutes[person] = minutes
	return minutes
}

// way returns the minutes of travel that taking part adds to the person's day; negative where it saves a way.
func (p *prices) way(person int32, option *booking) int64 {
	key := wayKey{person, option.place, option.start}
	if added, known := p.ways[key]; known && option != p.old {
		return added
	}
	after := changed
	if option == p.old {
		after = asPlanned
	}
	added := int64(p.travel(after, person, option) - p.travel(without, person, option))
	if option != p.old {
		p.ways[key] = added
	}
	return added
}

// travel returns the person's minutes on the way on the day of the option, in one version of the plan. The person takes part in the option.
func (p *prices) travel(v version, person int32, option *booking) int {
	b, day := p.board, option.day()
	b.alone[0] = person
	alone := booking{activity: option.activity, number: option.number, start: option.start, end: option.end, place: option.place, staff: b.alone[:]}
	today := b.in(v, onDay(b.agenda.byPerson[person], day), person, &alone, day, day)
	if len(today) == 0 {
		return 0
	}
	b.day.set(b.model, person, day, today)
	return b.day.travel()
}

// crowd is a set of people that knows how many they are.
type crowd struct {
	members   bitset
	different int
}

func newCrowd(m *Model) crowd { return crowd{members: newBitset(len(m.Problem.Professionals))} }

// addAll adds the people on the seats of those bookings that belong.
func (c *crowd) addAll(list []*booking, belongs func(*booking) bool) {
	for _, b := range list {
		if !belongs(b) {
			continue
		}
		for _, person := range b.staff {
			if !c.members.has(person) {
				c.members.add(person)
				c.different++
			}
		}
	}
}

// with returns how many different people there are together with these.
func (c *crowd) with(people []int32) int {
	different := c.different
	for i, person := range people {
		if !c.members.has(person) && !slices.Contains(people[:i], person) {
			different++
		}
	}
	return different
}
