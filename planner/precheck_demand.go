package planner

import (
	"maps"
	"slices"
)

// demand is what one activity wants of one kind of thing: minutes of one of its takers, for each occurrence.
type demand struct {
	activity int32
	seat     int
	takers   []int32
	starts   []bitset // by taker
}

// market sets what activities want of some kind of thing against what there is of it: a flow from demands over days to takers. Who can take what on
// which day is kept, when on that day is not, so that only what is impossible fails.
type market struct {
	check    *prechecker
	demands  []demand
	capacity func(taker int32, day int, covered int, at func(Span) int) int // of a day, of which so many minutes are asked for at all
	perWeek  func(taker int32) (minutes int, bounded bool)
}

// shortage is a set of demands that cannot all be met by those who can take them.
type shortage struct {
	demands           []int
	takers            []int32
	days              []int
	needed, available int
}

func (c *prechecker) checkChildren() {
	byChild := make([][]demand, len(c.model.Problem.Children))
	for activity, starts := range c.starts {
		if starts == nil {
			continue
		}
		for _, child := range c.model.Children[activity] {
			byChild[child] = append(byChild[child], demand{activity: int32(activity), takers: []int32{child}, starts: []bitset{starts}})
		}
	}
	market := market{check: c, demands: slices.Concat(byChild...), capacity: wholeDay}
	for _, short := range market.shortages() {
		found := c.finding(FindingChildOverbooked, &market, short)
		for _, child := range short.takers {
			found.Children = append(found.Children, c.model.Problem.Children[child].ID)
		}
		c.findings = append(c.findings, found)
	}
}

func (c *prechecker) checkStaff() {
	market := market{check: c, capacity: c.personDay, perWeek: c.personWeek}
	for activity, starts := range c.starts {
		if starts == nil {
			continue
		}
		for seat, eligible := range c.model.Eligible[activity] {
			d := demand{activity: int32(activity), seat: seat, takers: eligible}
			for _, person := range eligible {
				both := slices.Clone(starts)
				both.keep(c.possible.person(person, c.model.Problem.Activities[activity].Duration))
				d.starts = append(d.starts, both)
			}
			market.demands = append(market.demands, d)
		}
	}
	for _, short := range market.shortages() {
		found := c.finding(FindingStaffOverbooked, &market, short)
		for _, person := range short.takers {
			who := &c.model.Problem.Professionals[person]
			found.Professionals, found.Teams = append(found.Professionals, who.ID), append(found.Teams, who.Teams...)
		}
		for _, at := range short.demands {
			d := &market.demands[at]
			found.Professions = append(found.Professions, c.model.Problem.Activities[d.activity].Seats[d.seat].Professions...)
		}
		found.Teams, found.Professions = sortedIDs(found.Teams), sortedIDs(found.Professions)
		c.findings = append(c.findings, found)
	}
}

func (c *prechecker) checkRooms() {
	market := market{check: c, capacity: wholeDay}
	for activity, starts := range c.starts {
		if starts == nil || c.model.Problem.Activities[activity].Room == nil {
			continue
		}
		d := demand{activity: int32(activity), takers: c.model.Rooms[activity]}
		for _, room := range d.takers {
			both := slices.Clone(starts)
			both.keep(c.possible.open(room, c.model.Problem.Activities[activity].Duration))
			d.starts = append(d.starts, both)
		}
		market.demands = append(market.demands, d)
	}
	for _, short := range market.shortages() {
		found := c.finding(FindingRoomOverbooked, &market, short)
		for _, room := range short.takers {
			found.Rooms = append(found.Rooms, c.model.Problem.Rooms[room].ID)
		}
		c.findings = append(c.findings, found)
	}
}

func (c *prechecker) finding(code FindingCode, m *market, short shortage) Finding {
	found := Finding{Code: code, Days: short.days, Needed: short.needed, Available: short.available}
	for _, at := range short.demands {
		found.Activities = append(found.Activities, c.model.Problem.Activities[m.demands[at].activity].ID)
	}
	found.Activities = sortedIDs(found.Activities)
	return found
}

// wholeDay is the capacity of things that need no break.
func wholeDay(_ int32, _, covered int, _ func(Span) int) int { return covered }

// personDay leaves room for lunch: what of it does not fit where nothing is asked for anyway.
func (c *prechecker) personDay(person int32, day, covered int, at func(Span) int) int {
	who := &c.model.Problem.Professionals[person]
	if lunch := who.Lunch; lunch != nil && covered > 0 {
		asked := at(Span{day*DayMinutes + lunch.From, day*DayMinutes + lunch.To})
		covered -= max(0, lunch.Minutes-(lunch.To-lunch.From-asked))
	}
	if who.Limits != nil {
		covered = min(covered, who.Limits.DaySpan)
	}
	return covered
}

// personWeek bounds the minutes of a block of seven days. Lunch counts as work on no day, hence its minutes on top.
func (c *prechecker) personWeek(person int32) (minutes int, bounded bool) {
	who := &c.model.Problem.Professionals[person]
	if who.Limits == nil {
		return 0, false
	}
	minutes = who.Limits.WeekWork
	if who.Lunch != nil {
		minutes += min(daysInWeek, who.Limits.WeekDays) * who.Lunch.Minutes
	}
	return minutes, true
}

// blockDays is how many days the flow takes together: single days in rotas, weeks in longer horizons.
func (m *market) blockDays() int {
	if m.check.model.Problem.Days <= 2*daysInWeek {
		return 1
	}
	return daysInWeek
}

// shortages returns what cannot be met, in parts that have nothing to do with each other.
func (m *market) shortages() []shortage {
	n := newMarketFlow(m)
	n.fill(n.source, n.sink)
	reached := n.layer(n.source)
	groups := map[int32]*shortage{} // by first demand
	order := []int32{}
	parts := newParts(len(m.demands))
	byTaker := map[int32]int{}
	for d := range m.demands {
		if reached[n.demands[d]] < 0 {
			continue
		}
		for at, node := range n.blocks {
			if reached[node] >= 0 && slices.Contains(m.demands[d].takers, at.taker) {
				if first, known := byTaker[at.taker]; known {
					parts.join(first, d)
				} else {
					byTaker[at.taker] = d
				}
			}
		}
	}
	for d := range m.demands {
		if reached[n.demands[d]] < 0 {
			continue
		}
		part := int32(parts.of(d))
		if groups[part] == nil {
			groups[part] = &shortage{}
			order = append(order, part)
		}
		group := groups[part]
		group.demands = append(group.demands, d)
		group.needed += int(n.wanted(d))
		group.available += int(n.sent(n.arcsIn[d]))
	}
	for _, at := range slices.SortedFunc(maps.Keys(n.blocks), takerBlock.compare) {
		first, known := byTaker[at.taker]
		if reached[n.blocks[at]] < 0 || !known {
			continue
		}
		group := groups[int32(parts.of(first))]
		if !slices.Contains(group.takers, at.taker) {
			group.takers = append(group.takers, at.taker)
		}
		for day := at.block * m.blockDays(); day < min((at.block+1)*m.blockDays(), m.check.model.Problem.Days); day++ {
			if !slices.Contains(group.days, day) {
				group.days = append(group.days, day)
			}
		}
	}
	all := make([]shortage, len(order))
	for i, part := range order {
		slices.Sort(groups[part].days)
		all[i] = *groups[part]
	}
	return all
}
