package planner

import (
	"cmp"
	"slices"
)

// How far chains of moves are followed: so many occurrences that stand in the way, for each so many ways of the one that wants its place.
const (
	mostInTheWay     = 24
	mostWaysPerMove  = 3
	mostInTheSecond  = 6
	mostSecondChains = 8
)

// movingDrafts proposes to move what stands in the way to another lawful place, or to the place of a third that moves in its turn.
func (b *Board) movingDrafts(activity int32, number int) (drafts []draft) {
	w := newWays(b, activity, number)
	starts, spots := w.asked(KeepNothing)
	seconds := mostSecondChains
	for _, x := range firstToMove(b.model, w.blockers(starts, spots), mostInTheWay) {
		change := b.unpinned(x.booking)
		for _, mine := range b.waysWithout(w, x) {
			wanted := mine.booking
			chains := b.follow(&wanted, x.booking, change == nil && seconds > 0)
			for _, chain := range chains {
				drafts = append(drafts, b.draft(change, mine.total, append(chain, move{nil, &wanted})...))
			}
			if len(chains) > 0 && len(chains[0]) == 1 {
				break // moved by itself: no other way asks less of it
			}
			seconds--
		}
	}
	return drafts
}

// firstToMove returns those that are easiest to plan elsewhere: what is shortest, and takes the fewest people.
func firstToMove(m *Model, all []*inTheWay, most int) []*inTheWay {
	size := func(x *inTheWay) int {
		return m.Problem.Activities[x.booking.activity].Duration * (len(x.booking.staff) + len(m.Children[x.booking.activity]))
	}
	slices.SortStableFunc(all, func(one, other *inTheWay) int { return cmp.Compare(size(one), size(other)) })
	return all[:min(len(all), most)]
}

// waysWithout returns the best ways that are lawful once x is out of the way.
func (b *Board) waysWithout(w *ways, x *inTheWay) []way {
	best := &bestWays{limit: mostWaysPerMove}
	b.eachGivingWay(w, x, KeepNothing, best.add)
	best.sort()
	return best.list
}

// unpinned returns the relaxation without which a booking cannot move; nil when nothing pins it.
func (b *Board) unpinned(planned *booking) *Relaxation {
	if b.pinned[planned.id(b.model)] == nil {
		return nil
	}
	return &Relaxation{Kind: RelaxPin, Activity: planned.ref(b.model).Activity, Occurrence: &planned.number}
}

// follow returns the moves that make room when wanted takes the place of x: x alone where it can go elsewhere, else, if asked, x and another
// that goes elsewhere for it. Pins are not asked. The board is as before afterwards.
func (b *Board) follow(wanted, x *booking, further bool) (chains [][]move) {
	b.agenda.put(wanted)
	defer b.agenda.remove(wanted)
	defer b.repin(b.unpin(x))
	if elsewhere := b.best(x.activity, x.number, RecommendOptions{Limit: 1}).list; len(elsewhere) > 0 {
		return [][]move{{{x, &elsewhere[0].booking}}}
	}
	if !further {
		return nil
	}
	b.agenda.remove(x)
	defer b.agenda.put(x)
	w := newWays(b, x.activity, x.number)
	starts, spots := w.asked(KeepNothing)
	for _, y := range firstToMove(b.model, w.blockers(starts, spots), mostInTheSecond) {
		if y.booking == wanted || b.pinned[y.booking.id(b.model)] != nil {
			continue
		}
		for _, mine := range b.waysWithout(w, y) {
			for _, last := range b.follow(&mine.booking, y.booking, false) {
				return append(chains, append(last, move{x, &mine.booking}))
			}
		}
	}
	return nil
}

// unpin lets a booking move; repin undoes it.
func (b *Board) unpin(planned *booking) *booking {
	pin := b.pinned[planned.id(b.model)]
	delete(b.pinned, planned.id(b.model))
	return pin
}

func (b *Board) repin(pin *booking) {
	if pin != nil {
		b.pinned[pin.id(b.model)] = pin
	}
}
