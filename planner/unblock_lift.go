package planner

import "slices"

// liftingDrafts proposes for each rule that alone refuses some way the relaxation that harms least.
func (b *Board) liftingDrafts(activity int32, number int) []draft {
	l := &lifter{ways: newWays(b, activity, number), best: map[liftKey]int{}}
	m, spots := b.model, b.model.spots(activity)
	for _, start := range m.everyStart(mostLiftedLooks / max(1, len(spots))) {
		for _, at := range spots {
			clear(l.ways.free)
			option := l.ways.option(start, at)
			if refused := b.refusals(option); len(refused) > 0 {
				l.liftStart(option, refused)
			} else {
				l.liftHours(option)
			}
		}
	}
	return l.drafts
}

// everyStart returns the starts by the problem's step, at even distances when there are more than most.
func (m *Model) everyStart(most int) []Minute {
	slots := m.Problem.Days * DayMinutes / m.Problem.Step()
	stride := max(1, (slots+most-1)/max(1, most))
	starts := make([]Minute, 0, slots/stride+1)
	for slot := 0; slot < slots; slot += stride {
		starts = append(starts, slot*m.Problem.Step())
	}
	return starts
}

// lifter looks for rules to relax and keeps the draft that harms least for each thing that could give way.
type lifter struct {
	ways   *ways
	best   map[liftKey]int // position in drafts
	drafts []draft
}

type liftKey struct {
	kind                                RelaxationKind
	activity, child, professional, room string
}

// liftStart relaxes the one rule that refuses the option whoever sits on its seats.
func (l *lifter) liftStart(option *booking, refused []refusal) {
	change, one := l.relaxation(option, refused)
	if one {
		l.propose(change, option, func(*booking) bool { return true })
	}
}

// relaxation returns what would let the option be held, and whether that is one rule.
func (l *lifter) relaxation(option *booking, refused []refusal) (r Relaxation, one bool) {
	m, first := l.ways.board.model, refused[0]
	if slices.ContainsFunc(refused, func(other refusal) bool { return other.Code != first.Code || other.Child != first.Child }) {
		return r, false
	}
	activity := &m.Problem.Activities[option.activity]
	switch first.Code {
	case CodeOutsideWindows:
		spans := make([]Span, len(activity.Windows))
		for i, window := range activity.Windows {
			spans[i] = Span{window.From, window.To}
		}
		return Relaxation{Kind: RelaxActivityWindow, Activity: activity.ID}.widened(spans, option.start, option.end), true
	case CodeChildNotAvailable:
		return l.childWindow(option, first), true
	case CodeRoomClosed:
		r = Relaxation{Kind: RelaxRoom, Room: first.Room, From: option.start, To: option.end}
		for _, closed := range m.Problem.Rooms[option.room].Closed {
			r.Minutes += max(0, min(closed.To, option.end)-max(closed.From, option.start))
		}
		return r, true
	case CodeMinGapDays:
		days := activity.MinGapDays
		for _, gap := range refused {
			days = min(days, gap.Amount)
		}
		return Relaxation{Kind: RelaxGap, Activity: activity.ID, Days: &days}, true
	default:
		return r, false
	}
}

// childWindow lets a child be met for the option: the nearest window with its place grows.
func (l *lifter) childWindow(option *booking, refused refusal) Relaxation {
	m := l.ways.board.model
	child := m.children[refused.Child]
	var spans []Span
	for i, window := range m.Problem.Children[child].Available {
		if option.place == Nowhere || slices.Contains(m.ChildPlaces[child][i], option.place) {
			spans = append(spans, Span{window.From, window.To})
		}
	}
	return Relaxation{Kind: RelaxChildWindow, Child: refused.Child, Place: refused.Place}.widened(spans, option.start, option.end)
}

// liftHours relaxes the hours of one person who is kept from the option by nothing else.
func (l *lifter) liftHours(option *booking) {
	b := l.ways.board
	for _, person := range b.model.candidates(option.activity) {
		if l.ways.isFree(person, option) {
			continue
		}
		alone := *option
		alone.staff = []int32{person}
		refused := b.checkPerson(person, &alone, nil)
		if slices.ContainsFunc(refused, func(other refusal) bool { return other.Code != CodeNotAvailable && other.Code != CodeBaseTravel }) {
			continue
		}
		id := b.model.Problem.Professionals[person].ID
		from, to := b.hoursFor(person, &alone)
		change := Relaxation{Kind: RelaxHours, Professional: id}.widened(b.model.Problem.Professionals[person].Available, from, to)
		l.ways.free[person] = true
		l.propose(change, option, func(crewed *booking) bool { return crewed.hasStaff(person) })
		l.ways.free[person] = false
	}
}

// hoursFor returns from when to when a person has to be at work for the option, the way from and to base included where nothing else of the
// day comes before or after.
func (b *Board) hoursFor(person int32, alone *booking) (from, to Minute) {
	from, to = alone.start, alone.end
	if !b.model.Problem.Professionals[person].FromBase {
		return from, to
	}
	day := alone.day()
	b.day.set(b.model, person, day, b.in(changed, onDay(b.agenda.byPerson[person], day), person, alone, day, day))
	whole := b.day.span()
	if b.day.bookings[0] == alone {
		from = whole.From
	}
	if b.day.lastEnd == alone.end {
		to = whole.To
	}
	return from, to
}

// propose drafts the relaxation with the cheapest crew that will do, unless something that harms less is drafted for the same thing.
func (l *lifter) propose(change Relaxation, option *booking, will func(*booking) bool) {
	b := l.ways.board
	key := liftKey{change.Kind, change.Activity, change.Child, change.Professional, change.Room}
	known, drafted := l.best[key]
	harm := harmOf(b.model, &change, nil)
	if drafted && l.drafts[known].harm < harm {
		return
	}
	best := &bestWays{limit: 1}
	l.ways.eachCrew(option, func(crewed *booking) {
		if will(crewed) && b.pinned[crewed.id(b.model)] == nil {
			best.add(way{booking: *crewed, soft: l.ways.prices.of(crewed)})
		}
	})
	best.sort()
	for _, found := range best.list {
		next := b.draft(&change, found.total, move{nil, &found.booking})
		switch {
		case !drafted:
			l.best[key] = len(l.drafts)
			l.drafts = append(l.drafts, next)
		case next.harm < l.drafts[known].harm || next.cost < l.drafts[known].cost:
			l.drafts[known] = next
		}
	}
}
