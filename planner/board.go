package planner

import (
	"cmp"
	"slices"
)

// Board is a plan laid out so that single changes can be judged at once. It does not see later changes of the plan it was made from. A
// board is not safe for use by several goroutines at the same time.
type Board struct {
	model   *Model
	agenda  *agenda
	pinned  map[int32]*booking // by number among all occurrences
	longest int                // minutes of the longest occurrence: how far back something that still lasts may have started
	day     personDay
	list    []*booking
	worked  []daySpan
	breach  [3][]Breach
	found   []Breach
	alone   [1]int32
}

// NewBoard lays out a plan. What the plan names that does not exist, and what it repeats, is not on the board.
func NewBoard(m *Model, plan *Plan) *Board {
	sorted, _ := newAgenda(m, plan)
	b := &Board{model: m, agenda: sorted, pinned: make(map[int32]*booking, len(m.pinned))}
	for _, pin := range m.pinned {
		b.pinned[pin.id(m)] = pin
	}
	for i := range m.Problem.Activities {
		b.longest = max(b.longest, m.Problem.Activities[i].Duration)
	}
	return b
}

// Check returns what planning o would break; nothing when it may be planned so. When o is already planned, it is a move: o is compared with
// the plan without it, and what taking it from its old place breaks counts too. Breaches that are there anyway are not listed. The most telling
// come first; Blocking names what is in the way.
func (b *Board) Check(o Occurrence) []Breach {
	moved, unknown := b.model.resolve(&o)
	if unknown != nil {
		return []Breach{*unknown}
	}
	return tellingFirst(moved.ref(b.model), b.check(moved))
}

// check returns what planning the booking would break, in no particular order.
func (b *Board) check(moved *booking) []Breach {
	breaches := b.model.checkOccurrence(moved, nil)
	breaches = b.checkSettled(moved, breaches)
	breaches = b.checkChildren(moved, breaches)
	breaches = b.checkRoom(moved, breaches)
	moved.people(func(person int32) { breaches = b.checkPerson(person, moved, breaches) })
	if old := b.old(moved); old != nil {
		old.people(func(person int32) {
			if !slices.Contains(moved.staff, person) && !slices.Contains(moved.attendees, person) {
				breaches = b.checkDays(person, moved, breaches)
			}
		})
	}
	return breaches
}

// TravelBefore returns the minutes of the way that leads a professional to a planned occurrence, from base or from the occurrence before it
// that day, and whether the professional takes part in it.
func (b *Board) TravelBefore(ref Ref, professional string) (minutes int, takesPart bool) {
	person, known := b.model.professionals[professional]
	activity, planned := b.model.activities[ref.Activity]
	if !known || !planned || ref.Occurrence < 0 || ref.Occurrence >= b.model.Problem.Activities[activity].Count {
		return 0, false
	}
	at := b.agenda.planned[b.model.FirstOccurrence[activity]+int32(ref.Occurrence)]
	if at == nil {
		return 0, false
	}
	today := onDay(b.agenda.byPerson[person], at.day())
	position := slices.Index(today, at)
	if position < 0 {
		return 0, false
	}
	b.day.set(b.model, person, at.day(), today)
	return b.day.legs[position], true
}

// old returns the booking that b would replace, nil when it is not planned.
func (b *Board) old(moved *booking) *booking { return b.agenda.planned[moved.id(b.model)] }

func (b *Board) checkSettled(moved *booking, breaches []Breach) []Breach {
	if pin := b.pinned[moved.id(b.model)]; pin != nil {
		breaches = b.model.checkPinned(pin, moved, breaches)
	}
	return b.checkGaps(moved, breaches)
}

func (b *Board) checkGaps(moved *booking, breaches []Breach) []Breach {
	for _, other := range b.agenda.byActivity[moved.activity] {
		if other != b.old(moved) {
			breaches = b.model.checkGap(moved, other, breaches)
		}
	}
	return breaches
}

func (b *Board) checkChildren(moved *booking, breaches []Breach) []Breach {
	for _, child := range b.model.Children[moved.activity] {
		breaches = b.model.checkChild(child, moved, breaches)
		breaches = b.checkBusy(b.model.childBusy(child), b.agenda.byChild[child], moved, breaches)
	}
	return breaches
}

func (b *Board) checkRoom(moved *booking, breaches []Breach) []Breach {
	if moved.room == Nowhere {
		return breaches
	}
	return b.checkBusy(b.model.roomBusy(moved.room), b.agenda.byRoom[moved.room], moved, breaches)
}

// checkBusy compares the booking with those of a sorted list that may last into it.
func (b *Board) checkBusy(owner Breach, list []*booking, moved *booking, breaches []Breach) []Breach {
	old := b.old(moved)
	from, _ := slices.BinarySearchFunc(list, moved.start-b.longest, func(other *booking, at Minute) int { return cmp.Compare(other.start, at) })
	for _, other := range list[from:] {
		if other.start >= moved.end {
			break
		}
		if other != old {
			breaches = b.model.checkBusy(owner, moved, other, breaches)
		}
	}
	return breaches
}

// checkPerson is everything one person of the booking could object to.
func (b *Board) checkPerson(person int32, moved *booking, breaches []Breach) []Breach {
	breaches = b.model.checkAvailable(person, moved, breaches)
	breaches = b.checkBusy(b.model.personBusy(person), b.agenda.byPerson[person], moved, breaches)
	return b.checkDays(person, moved, breaches)
}

// tellingFirst puts breaches in the order in which they should be told, each as being about the occurrence asked for where it has a part in it.
func tellingFirst(asked Ref, breaches []Breach) []Breach {
	for i := range breaches {
		breach := &breaches[i]
		about := Ref{Activity: breach.Activity, Occurrence: breach.Occurrence}
		switch {
		case breach.Blocking != nil && *breach.Blocking == asked:
			breach.Blocking = &about
			breach.Activity, breach.Occurrence = asked.Activity, asked.Occurrence
		case breach.Blocking == nil:
			breach.Activity, breach.Occurrence = asked.Activity, asked.Occurrence
		}
	}
	breaches = slices.DeleteFunc(breaches, func(breach Breach) bool {
		return breach.Code == CodeTravel && breach.Blocking != nil && slices.ContainsFunc(breaches, func(busy Breach) bool {
			return busy.Code == CodeProfessionalBusy && busy.Professional == breach.Professional && *busy.Blocking == *breach.Blocking
		})
	})
	slices.SortStableFunc(breaches, func(one, other Breach) int { return cmp.Compare(one.Rule, other.Rule) })
	return breaches
}
