package planner

import (
	"cmp"
	"slices"
)

// mostLooks bounds how many (start, person) one recommendation looks at. Beyond it, starts are taken at even distances.
const mostLooks = 100_000

// Keep says what of a planned occurrence a recommendation leaves as it is.
type Keep string

// What a recommendation may keep.
const (
	KeepNothing Keep = ""
	KeepHour    Keep = "hour"  // the start, the place and the room: who else could do it?
	KeepStaff   Keep = "staff" // the people on the seats: when and where else could they?
)

// RecommendOptions bound a recommendation. The zero value asks for everything. Of an occurrence that is not planned there is nothing to keep.
type RecommendOptions struct {
	Keep  Keep
	Limit int // so many options, the best; 0: all
}

// Recommendation is one way to plan an occurrence, with the rest of the plan as it stands. Unmet and Soft are the change against the plan,
// exactly what [Evaluate] says before and after. Optional people attend where they are free and their way costs no more than their absence.
type Recommendation struct {
	Occurrence Occurrence       `json:"occurrence"`
	Unmet      int64            `json:"unmet"`
	Soft       int64            `json:"soft"`
	Terms      map[string]int64 `json:"terms"`               // the change of each soft term that changes
	GivesWay   *Ref             `json:"gives_way,omitempty"` // has to be left out for it, which Unmet and Soft count
}

// Recommend returns the lawful ways to plan an occurrence, best first; of a planned one the ways other than the present one. Equal ones come
// in the order of starts, places, rooms and people. Where there is none, it returns the ways for which one single other occurrence would
// have to be left out, which is then in GivesWay. It returns nothing for an occurrence that does not exist, and for a pinned one in its place.
func Recommend(m *Model, plan *Plan, ref Ref, o RecommendOptions) []Recommendation {
	activity, known := m.activities[ref.Activity]
	if !known || ref.Occurrence < 0 || ref.Occurrence >= m.Problem.Activities[activity].Count {
		return []Recommendation{}
	}
	b := NewBoard(m, plan)
	best := b.best(activity, ref.Occurrence, o)
	if len(best.list) == 0 {
		best = b.bestGivingWay(activity, ref.Occurrence, o)
	}
	return best.recommendations(m)
}

// way is a way to plan an occurrence and what it changes.
type way struct {
	booking  booking
	unmet    int64
	soft     costs
	total    int64
	givesWay *booking
}

// bestWays keeps the best ways it is shown, up to a limit; 0 is none. Of equal ones the first come first.
type bestWays struct {
	limit int
	list  []way
}

func (b *bestWays) add(w way) {
	if b.limit > 0 && len(b.list) >= 2*b.limit {
		b.sort()
	}
	w.total = w.soft.total()
	if b.limit > 0 && len(b.list) == b.limit && w.compare(&b.list[b.limit-1]) >= 0 {
		return
	}
	w.booking.staff, w.booking.attendees = slices.Clone(w.booking.staff), slices.Clone(w.booking.attendees)
	b.list = append(b.list, w)
}

func (w *way) compare(other *way) int {
	return cmp.Or(cmp.Compare(w.unmet, other.unmet), cmp.Compare(w.total, other.total))
}

func (b *bestWays) sort() {
	slices.SortStableFunc(b.list, func(one, other way) int { return one.compare(&other) })
	if b.limit > 0 && len(b.list) > b.limit {
		b.list = b.list[:b.limit]
	}
}

func (b *bestWays) recommendations(m *Model) []Recommendation {
	b.sort()
	recommendations := make([]Recommendation, len(b.list))
	for i := range b.list {
		w := &b.list[i]
		recommendations[i] = Recommendation{Occurrence: m.occurrence(&w.booking), Unmet: w.unmet, Soft: w.total, Terms: w.soft.named()}
		if w.givesWay != nil {
			ref := w.givesWay.ref(m)
			recommendations[i].GivesWay = &ref
		}
	}
	return recommendations
}

// best returns the best lawful ways to plan an occurrence.
func (b *Board) best(activity int32, number int, o RecommendOptions) *bestWays {
	best := &bestWays{limit: o.Limit}
	b.eachWay(activity, number, o.Keep, best.add)
	best.sort()
	return best
}

// eachWay calls visit with every lawful way to plan an occurrence. The way is only valid during the call.
func (b *Board) eachWay(activity int32, number int, keep Keep, visit func(way)) {
	w := newWays(b, activity, number)
	starts, spots := w.asked(keep)
	unmet, soft := w.leaving()
	w.each(starts, spots, func(option *booking) {
		if w.accepts(option, keep) {
			visit(way{booking: *option, unmet: unmet, soft: soft.plus(1, w.prices.of(option))})
		}
	})
}

// leaving returns what changes, against the plan, when the occurrence gives up its old way for a new one, the costs of the new one aside.
func (w *ways) leaving() (unmet int64, soft costs) {
	if w.old == nil {
		return -w.board.model.LeftOutCost[w.activity], soft
	}
	return 0, soft.plus(-1, w.prices.of(w.old))
}

// asked returns the starts and spots to look at.
func (w *ways) asked(keep Keep) ([]Minute, []spot) {
	m := w.board.model
	if keep == KeepHour && w.old != nil {
		return []Minute{w.old.start}, []spot{{w.old.place, w.old.room}}
	}
	return m.starts(w.activity, mostLooks/max(1, len(m.candidates(w.activity)))), m.spots(w.activity)
}

// accepts reports whether the option is an answer to what was asked.
func (w *ways) accepts(option *booking, keep Keep) bool {
	pin := w.board.pinned[option.id(w.board.model)]
	return !w.same(option) && (keep != KeepStaff || w.old == nil || slices.Equal(option.staff, w.old.staff)) &&
		(pin == nil || len(w.board.model.checkPinned(pin, option, nil)) == 0)
}
