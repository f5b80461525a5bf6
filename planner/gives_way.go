package planner

import "slices"

// opening is a start and a spot.
type opening struct {
	start Minute
	at    spot
}

// inTheWay is a planned booking, with the openings at which nothing else may be in the way.
type inTheWay struct {
	booking  *booking
	openings []opening
	children bool // it takes the time of the children, the room or the days, so that anybody may become possible without it
}

// blockers returns the bookings that could each, alone, be what stands in the way of the occurrence: in the order in which they are met.
func (w *ways) blockers(starts []Minute, spots []spot) []*inTheWay {
	var list []*inTheWay
	known := map[*booking]*inTheWay{}
	add := func(other *booking, at opening, children bool) {
		x := known[other]
		if x == nil {
			x = &inTheWay{booking: other}
			known[other], list = x, append(list, x)
		}
		x.children = x.children || children
		if len(x.openings) == 0 || x.openings[len(x.openings)-1] != at {
			x.openings = append(x.openings, at)
		}
	}
	candidates := w.board.model.candidates(w.activity)
	for _, start := range starts {
		for _, at := range spots {
			option := w.option(start, at)
			other, blocked := w.onlyBlocker(option)
			switch {
			case blocked && other != nil:
				add(other, opening{start, at}, true)
			case !blocked:
				for _, person := range candidates {
					w.personBlockers(person, option, func(other *booking) { add(other, opening{start, at}, false) })
				}
			}
		}
	}
	return list
}

// onlyBlocker reports whether something refuses the option whoever sits on its seats, and the booking that alone does so, if it is one alone.
func (w *ways) onlyBlocker(option *booking) (only *booking, blocked bool) {
	for _, refused := range w.board.refusals(option) {
		if refused.Blocking == nil {
			return nil, true
		}
		other := w.board.planned(*refused.Blocking)
		if only != nil && only != other {
			return nil, true
		}
		only, blocked = other, true
	}
	return only, blocked
}

// personBlockers calls add with each booking of a person who is there that may keep them from taking part: the only one at the same time or,
// where there is none, each of that day.
func (w *ways) personBlockers(person int32, option *booking, add func(*booking)) {
	b := w.board
	if len(b.model.checkAvailable(person, option, nil)) > 0 {
		return
	}
	switch busy := b.checkBusy(b.model.personBusy(person), b.agenda.byPerson[person], option, nil); len(busy) {
	case 0:
		for _, other := range onDay(b.agenda.byPerson[person], option.day()) {
			if other != w.old {
				add(other)
			}
		}
	case 1:
		add(b.planned(*busy[0].Blocking))
	}
}

// planned returns a booking of the board by its name.
func (b *Board) planned(ref Ref) *booking {
	return b.agenda.planned[b.model.FirstOccurrence[b.model.activities[ref.Activity]]+int32(ref.Occurrence)]
}

// bestGivingWay returns the best ways to plan an occurrence for which one other, that nothing pins, is left out.
func (b *Board) bestGivingWay(activity int32, number int, o RecommendOptions) *bestWays {
	w, best := newWays(b, activity, number), &bestWays{limit: o.Limit}
	starts, spots := w.asked(o.Keep)
	for _, x := range w.blockers(starts, spots) {
		if b.pinned[x.booking.id(b.model)] == nil && len(b.stuck(x.booking)) == 0 {
			b.eachGivingWay(w, x, o.Keep, func(found way) { best.add(found) })
		}
	}
	best.sort()
	return best
}

// eachGivingWay calls visit with every way that becomes lawful when x is left out. The board is as before afterwards.
func (b *Board) eachGivingWay(w *ways, x *inTheWay, keep Keep, visit func(way)) {
	gone := newPrices(b, x.booking.activity, x.booking.number).of(x.booking)
	b.agenda.remove(x.booking)
	defer b.agenda.put(x.booking)
	alone := newWays(b, w.activity, w.number)
	if !x.children && len(b.model.Eligible[w.activity]) == 1 {
		alone.only = func(person int32) bool {
			return x.booking.hasStaff(person) || slices.Contains(x.booking.attendees, person)
		}
	}
	unmet, soft := alone.leaving()
	unmet += b.model.LeftOutCost[x.booking.activity]
	soft = soft.plus(-1, gone)
	for _, open := range x.openings {
		alone.each([]Minute{open.start}, []spot{open.at}, func(option *booking) {
			if alone.accepts(option, keep) {
				visit(way{booking: *option, unmet: unmet, soft: soft.plus(1, alone.prices.of(option)), givesWay: x.booking})
			}
		})
	}
}
