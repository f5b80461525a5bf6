package planner

import (
	"cmp"
	"slices"
)

// ExplainUnplanned returns every occurrence the plan leaves out, in the order of the activities, with its reasons, biggest first.
//
// An option is a start, a seat and a person who can sit on it, at the place and in the room where that option gets furthest; starts are those
// inside the activity's windows or, where it has none, inside the hours of somebody who can sit on a seat. Each option is counted under the
// first rule that refuses it with the rest of the plan as it stands: what concerns the children, the gap between days and the room is asked
// before what concerns the person. Where some starts are free for everybody needed, the first reason is [CodePossible].
func ExplainUnplanned(m *Model, plan *Plan) []Unplanned {
	board, unplanned := NewBoard(m, plan), []Unplanned{}
	for activity := range int32(len(m.Problem.Activities)) {
		for number := range m.Problem.Activities[activity].Count {
			if board.agenda.planned[m.FirstOccurrence[activity]+int32(number)] == nil {
				unplanned = append(unplanned, Unplanned{
					Activity: m.Problem.Activities[activity].ID, Occurrence: number, Reasons: board.reasons(activity, number, false),
				})
			}
		}
	}
	return unplanned
}

// reasons returns why an occurrence that is not planned is not; of a planned one, why it is not planned otherwise. With slots, each says which
// options it counts.
func (b *Board) reasons(activity int32, number int, slots bool) []Reason {
	m := b.model
	if nobody := m.seatsWithoutAnybody(activity); len(nobody) > 0 {
		return nobody
	}
	people := slices.Concat(m.Eligible[activity]...)
	spots := m.spots(activity)
	starts := m.starts(activity, mostOptions/max(1, len(people)))
	if len(starts) == 0 {
		return []Reason{{Code: CodeNoOption}}
	}
	tally := reasonTally{groups: map[reasonKey]*Reason{}, slots: slots, people: map[slotsKey]int{}}
	if len(spots) == 0 {
		tally.add(refusal{Code: CodeRoomUnsuitable}, len(starts)*max(1, len(people)))
		return tally.reasons()
	}
	option := &booking{activity: activity, number: number}
	for _, start := range starts {
		option.start, option.end = start, start+m.Problem.Activities[activity].Duration
		b.countStart(option, spots, &tally)
	}
	return tally.reasons()
}

// seatsWithoutAnybody returns a reason for each seat on which nobody can sit.
func (m *Model) seatsWithoutAnybody(activity int32) (reasons []Reason) {
	for seat, eligible := range m.Eligible[activity] {
		if len(eligible) == 0 {
			reasons = append(reasons, Reason{Code: CodeNobodyEligible, Count: 1, Professions: m.Problem.Activities[activity].Seats[seat].Professions})
		}
	}
	return reasons
}

// countStart counts every option of one start.
func (b *Board) countStart(option *booking, spots []spot, tally *reasonTally) {
	seats := b.model.Eligible[option.activity]
	var everybody refusal
	people := map[int32]refusal{}
	for _, spot := range spots {
		option.place, option.room = spot.place, spot.room
		if refused := b.refuseStart(option); refused.Code != "" {
			if len(b.model.Places[option.activity]) > 1 {
				refused.Place = "" // refused at each, and none is more to blame than the others
			}
			everybody = further(everybody, refused)
			continue
		}
		free := func(person int32) bool {
			known, seen := people[person]
			if seen && known.Code == "" {
				// Free at another spot already; whether here too matters for the seats together.
				return b.refusePersonAlone(person, option).Code == ""
			}
			refused := b.refusePersonAlone(person, option)
			if seen && refused.Code != "" {
				refused = further(known, refused)
			}
			people[person] = refused
			return refused.Code == ""
		}
		if seatAll(seats, free) {
			tally.add(refusal{Code: CodePossible}, 1)
			for _, person := range b.model.candidates(option.activity) {
				if people[person].Code == "" {
					tally.at(refusal{Code: CodePossible}, b.model.Problem.Professionals[person].ID, option.start)
				}
			}
			return
		}
	}
	counted := 0
	for _, eligible := range seats {
		for _, person := range eligible {
			refused, asked := people[person]
			if !asked {
				refused = everybody
			}
			if refused.Code != "" {
				tally.add(refused, 1)
				tally.at(refused, b.model.Problem.Professionals[person].ID, option.start)
				counted++
			}
		}
	}
	if counted == 0 {
		// Everybody is free but they are too few for all seats, or not at the same place.
		tally.add(cmp.Or(everybody, refusal{Code: CodeSeatsNotFilled}), 1)
	}
}

// refusePersonAlone asks whether one person could take part, whoever else does.
func (b *Board) refusePersonAlone(person int32, option *booking) refusal {
	b.alone[0] = person
	option.staff = b.alone[:]
	return b.refusePerson(person, option)
}

// seatAll reports whether different free people can fill all seats. Everybody is asked, so that every refusal is known afterwards.
func seatAll(seats [][]int32, free func(person int32) bool) bool {
	freeOn := make([][]int32, len(seats))
	known := map[int32]bool{}
	for seat, eligible := range seats {
		for _, person := range eligible {
			isFree, asked := known[person]
			if !asked {
				isFree = free(person)
				known[person] = isFree
			}
			if isFree {
				freeOn[seat] = append(freeOn[seat], person)
			}
		}
	}
	taken := map[int32]int{} // person to seat
	for seat := range seats {
		if !giveSeat(seat, freeOn, taken, map[int32]bool{}) {
			return false
		}
	}
	return true
}

// giveSeat finds somebody for the seat, moving people who already have one to another where that helps.
func giveSeat(seat int, freeOn [][]int32, taken map[int32]int, tried map[int32]bool) bool {
	for _, person := range freeOn[seat] {
		if tried[person] {
			continue
		}
		tried[person] = true
		other, busy := taken[person]
		if !busy || giveSeat(other, freeOn, taken, tried) {
			taken[person] = seat
			return true
		}
	}
	return false
}

// reasonKey is what refusals are grouped by.
type reasonKey struct {
	code                      Code
	professional, child, room string
}

// reasonTally counts refusals by group. A group keeps the blocking occurrence and the place only while all its refusals share them.
type reasonTally struct {
	groups map[reasonKey]*Reason
	order  []reasonKey
	slots  bool             // whether to note which options are counted
	people map[slotsKey]int // position among the slots of the group
}

// at notes that an option counted under the refusal is one of a person at a start. Starts come in ascending order.
func (t *reasonTally) at(refused refusal, person string, start Minute) {
	if !t.slots {
		return
	}
	key := keyOf(refused)
	group := t.groups[key]
	i, known := t.people[slotsKey{key, person}]
	if !known {
		i = len(group.Slots)
		t.people[slotsKey{key, person}] = i
		group.Slots = append(group.Slots, PersonStarts{Professional: person})
	}
	slots := &group.Slots[i]
	if last := len(slots.Starts) - 1; last < 0 || slots.Starts[last] != start {
		slots.Starts = append(slots.Starts, start)
	}
}

// slotsKey names the slots of a person in a group.
type slotsKey struct {
	reasonKey
	person string
}

func keyOf(refused refusal) reasonKey {
	return reasonKey{refused.Code, refused.Professional, refused.Child, refused.Room}
}

func (t *reasonTally) add(refused refusal, count int) {
	key := keyOf(refused)
	group, known := t.groups[key]
	if !known {
		t.groups[key] = &Reason{
			Code: key.code, Count: count, Professional: key.professional, Child: key.child, Room: key.room, Place: refused.Place, Blocking: refused.Blocking,
		}
		t.order = append(t.order, key)
		return
	}
	group.Count += count
	if group.Blocking != nil && (refused.Blocking == nil || *refused.Blocking != *group.Blocking) {
		group.Blocking = nil
	}
	if group.Place != refused.Place {
		group.Place = ""
	}
}

// reasons returns the groups, what is possible first, then the biggest first; equal ones in the order in which they were met.
func (t *reasonTally) reasons() []Reason {
	reasons := make([]Reason, len(t.order))
	for i, key := range t.order {
		reasons[i] = *t.groups[key]
	}
	slices.SortStableFunc(reasons, func(one, other Reason) int {
		if (one.Code == CodePossible) != (other.Code == CodePossible) {
			if one.Code == CodePossible {
				return -1
			}
			return 1
		}
		return cmp.Compare(other.Count, one.Count)
	})
	return reasons
}
