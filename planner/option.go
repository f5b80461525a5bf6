package planner

import (
	"cmp"
	"slices"
)

// mostOptions bounds how many (start, seat, person) one explanation looks at. Beyond it, starts are taken at even distances.
const mostOptions = 20_000

// spot is where an occurrence could be held.
type spot struct{ place, room int32 }

// refusal is the first rule that refuses something; the empty code refuses nothing.
type refusal = Breach

// refusalOrder is the order in which rules are asked: what no choice of person can mend comes first.
var refusalOrder = []Code{
	CodeOutsideHorizon, CodeOffGrid, CodeOutsideWindows, CodePlaceNotAllowed,
	CodeChildNotAvailable, CodeChildBusy, CodeMinGapDays, CodeRoomUnsuitable, CodeRoomClosed, CodeRoomBusy,
	CodeNotAvailable, CodeProfessionalBusy, CodeTravel, CodeBaseTravel, CodeLunch,
	CodeDaySpan, CodeDayWork, CodeRest, CodeWeekWork, CodeWeekDays,
}

// further returns the refusal that comes later in the order: the option that got further.
func further(one, other refusal) refusal {
	return slices.MaxFunc([]refusal{one, other}, func(a, b refusal) int {
		return cmp.Compare(slices.Index(refusalOrder, a.Code), slices.Index(refusalOrder, b.Code))
	})
}

// spots returns the places, with a room where one is asked for, at which the activity can be held.
func (m *Model) spots(activity int32) []spot {
	asksForRoom := m.Problem.Activities[activity].Room != nil
	if len(m.Places[activity]) == 0 {
		if asksForRoom {
			return nil // rooms stand at places
		}
		return []spot{{Nowhere, Nowhere}}
	}
	var spots []spot
	for _, place := range m.Places[activity] {
		if !asksForRoom {
			spots = append(spots, spot{place, Nowhere})
		}
		for _, room := range m.Rooms[activity] {
			if m.RoomPlace[room] == place {
				spots = append(spots, spot{place, room})
			}
		}
	}
	return spots
}

// starts returns the starts, by the problem's step, at which an occurrence lies inside one of its windows, or, where it has none, inside the hours of
// somebody who can sit on a seat. No more than most of them are returned, at even distances.
func (m *Model) starts(activity int32, most int) []Minute {
	a := &m.Problem.Activities[activity]
	step := m.Problem.Step()
	slots := newBitset(m.Problem.Days * DayMinutes / step)
	add := func(from, to Minute) {
		first := (max(0, from) + step - 1) / step
		last := min(to, m.Problem.Days*DayMinutes+pastMidnight) - a.Duration
		for slot := first; slot*step <= last && slot < m.Problem.Days*DayMinutes/step; slot++ {
			slots.add(int32(slot))
		}
	}
	for _, window := range a.Windows {
		add(window.From, window.To)
	}
	if len(a.Windows) == 0 {
		for _, person := range m.candidates(activity) {
			for _, span := range m.Problem.Professionals[person].Available {
				add(span.From, span.To)
			}
		}
	}
	starts := slots.list()
	stride := (len(starts) + most - 1) / max(1, most)
	chosen := make([]Minute, 0, min(len(starts), most))
	for i := 0; i < len(starts); i += max(1, stride) {
		chosen = append(chosen, int(starts[i])*step)
	}
	return chosen
}

// candidates returns everybody who can sit on a seat of the activity, ascending.
func (m *Model) candidates(activity int32) []int32 {
	people := slices.Concat(m.Eligible[activity]...)
	slices.Sort(people)
	return slices.Compact(people)
}

// startChecks are the rules that can refuse a booking whoever sits on its seats, in the order in which they are asked.
var startChecks = [...]func(*Board, *booking, []Breach) []Breach{
	func(b *Board, option *booking, found []Breach) []Breach { return b.model.checkHorizon(option, found) },
	func(b *Board, option *booking, found []Breach) []Breach { return b.model.checkWindows(option, found) },
	(*Board).checkChildren,
	(*Board).checkGaps,
	func(b *Board, option *booking, found []Breach) []Breach { return b.model.checkRoom(option, found) },
	(*Board).checkRoom,
}

// refuseStart returns the first rule that refuses the booking whoever sits on its seats.
func (b *Board) refuseStart(option *booking) refusal {
	for _, check := range startChecks {
		if found := check(b, option, b.found[:0]); len(found) > 0 {
			return found[0]
		}
	}
	return refusal{}
}

// refusals returns everything that refuses the booking whoever sits on its seats.
func (b *Board) refusals(option *booking) (all []refusal) {
	for _, check := range startChecks {
		all = check(b, option, all)
	}
	return all
}

// refusePerson returns the first rule for which the person cannot take part in the booking.
func (b *Board) refusePerson(person int32, option *booking) refusal {
	found := b.model.checkAvailable(person, option, b.found[:0])
	if len(found) == 0 {
		found = b.checkBusy(b.model.personBusy(person), b.agenda.byPerson[person], option, found)
	}
	if len(found) == 0 {
		found = b.checkDays(person, option, found)
	}
	b.found = found
	if len(found) == 0 {
		return refusal{}
	}
	return found[0]
}
