package planner

import "slices"

// mostCrews bounds how many crews are looked at for one start, place and room. Beyond it, the people who cost most are left aside.
const mostCrews = 400

// ways finds every lawful way to plan one occurrence with the rest of the plan as it stands.
type ways struct {
	board    *Board
	prices   *prices
	activity int32
	number   int
	old      *booking
	stuck    []int32          // people of the old way who cannot leave it: their day would break a rule
	free     map[int32]bool   // answers for the start and place in hand
	only     func(int32) bool // when not nil: nobody else is asked
	crew     []int32
}

func newWays(b *Board, activity int32, number int) *ways {
	w := &ways{board: b, prices: newPrices(b, activity, number), activity: activity, number: number, free: map[int32]bool{}}
	w.old = w.prices.old
	if w.old != nil {
		w.stuck = b.stuck(w.old)
	}
	return w
}

// stuck returns the people of a planned booking whose days would break a rule without it, those who write letters where a visit was, say.
func (b *Board) stuck(planned *booking) (people []int32) {
	gone := &booking{activity: planned.activity, number: planned.number, start: planned.start, end: planned.end}
	planned.people(func(person int32) {
		if len(b.checkDays(person, gone, nil)) > 0 {
			people = append(people, person)
		}
	})
	return people
}

// option returns the occurrence at a start, a place and a room, with nobody on its seats yet.
func (w *ways) option(start Minute, at spot) *booking {
	return &booking{
		activity: w.activity, number: w.number, start: start, end: start + w.board.model.Problem.Activities[w.activity].Duration,
		place: at.place, room: at.room,
	}
}

// each calls visit with every lawful way at the starts and spots, in their order, then in the order of the crews. The booking is only valid
// during the call.
func (w *ways) each(starts []Minute, spots []spot, visit func(*booking)) {
	for _, start := range starts {
		var place int32
		for i, at := range spots {
			if i == 0 || at.place != place {
				clear(w.free)
				place = at.place
			}
			if option := w.option(start, at); w.board.refuseStart(option).Code == "" {
				w.eachCrew(option, visit)
			}
		}
	}
}

// eachCrew calls visit with the option for every crew that is free for it.
func (w *ways) eachCrew(option *booking, visit func(*booking)) {
	freeOn := make([][]int32, len(w.board.model.Eligible[w.activity]))
	for seat, eligible := range w.board.model.Eligible[w.activity] {
		for _, person := range eligible {
			if (w.only == nil || w.only(person)) && w.isFree(person, option) {
				freeOn[seat] = append(freeOn[seat], person)
			}
		}
		if len(freeOn[seat]) == 0 {
			return
		}
	}
	w.cheapest(option, freeOn)
	w.crew = w.crew[:0]
	w.seat(option, freeOn, visit)
}

// seat fills the seats from the first one nobody sits on yet.
func (w *ways) seat(option *booking, freeOn [][]int32, visit func(*booking)) {
	seat := len(w.crew)
	if seat == len(freeOn) {
		option.staff = w.crew
		w.attend(option)
		if w.mayLeave(option) {
			visit(option)
		}
		return
	}
	for _, person := range freeOn[seat] {
		if !slices.Contains(w.crew, person) {
			w.crew = append(w.crew, person)
			w.seat(option, freeOn, visit)
			w.crew = w.crew[:seat]
		}
	}
}

// cheapest cuts the lists until they make no more than mostCrews crews, the longest first.
func (w *ways) cheapest(option *booking, freeOn [][]int32) {
	crews := func() int {
		n := 1
		for _, people := range freeOn {
			n = min(n, mostCrews) * len(people)
		}
		return n
	}
	if len(freeOn) < 2 || crews() <= mostCrews {
		return
	}
	for seat := range freeOn {
		cost := make(map[int32]int64, len(freeOn[seat]))
		for _, person := range freeOn[seat] {
			alone := *option
			alone.staff = []int32{person}
			cost[person] = w.prices.of(&alone).total()
		}
		slices.SortStableFunc(freeOn[seat], func(one, other int32) int { return int(min(1, max(-1, cost[one]-cost[other]))) })
	}
	for crews() > mostCrews {
		longest := 0
		for seat := range freeOn {
			if len(freeOn[seat]) > len(freeOn[longest]) {
				longest = seat
			}
		}
		freeOn[longest] = freeOn[longest][:len(freeOn[longest])-1]
	}
}

// attend lets those optional people attend who are free and whose way there costs no more than their absence would.
func (w *ways) attend(option *booking) {
	weights := &w.board.model.Problem.Weights
	option.attendees = option.attendees[:0]
	for _, person := range w.board.model.Optional[w.activity] {
		if option.hasStaff(person) || !w.isFree(person, option) {
			continue
		}
		if weights[TermTravel]*w.prices.way(person, option) <= weights[TermOptionalAbsent] || slices.Contains(w.stuck, person) {
			option.attendees = append(option.attendees, person)
		}
	}
}

// mayLeave reports whether everybody who takes part in the old way and not in the option can do without it.
func (w *ways) mayLeave(option *booking) bool {
	return !slices.ContainsFunc(w.stuck, func(person int32) bool {
		return !option.hasStaff(person) && !slices.Contains(option.attendees, person)
	})
}

// isFree reports whether one person could take part, whoever else does.
func (w *ways) isFree(person int32, option *booking) bool {
	free, asked := w.free[person]
	if !asked {
		crew := option.staff
		free = w.board.refusePersonAlone(person, option).Code == ""
		option.staff = crew
		w.free[person] = free
	}
	return free
}

// same reports whether the option is the old way, whoever attends.
func (w *ways) same(option *booking) bool {
	return w.old != nil && w.old.start == option.start && w.old.place == option.place && w.old.room == option.room && slices.Equal(w.old.staff, option.staff)
}
