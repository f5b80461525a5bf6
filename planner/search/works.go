package search

import (
	"cmp"
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

func (t *tables) makeWorks(standing []planner.Occurrence) {
	t.works = make([]work, len(t.problem.Activities))
	classes, proposed := map[int32]int32{}, t.proposedStarts(standing)
	for i := range t.works {
		from, w := &t.problem.Activities[i], &t.works[i]
		w.first, w.count = t.model.FirstOccurrence[i], int32(from.Count)
		w.duration = int32(from.Duration)
		w.slots = min((w.duration+t.grid-1)/t.grid, t.slots)
		class, known := classes[w.duration]
		if !known {
			class = int32(len(classes))
			classes[w.duration] = class
		}
		w.class = class
		w.gap = int32(min(from.MinGapDays, int(t.days)))
		w.session = from.Kind == planner.Session
		w.direct = w.session || from.Kind == planner.Duty
		w.children, w.optional = t.model.Children[i], t.model.Optional[i]
		w.leftOut = t.model.LeftOutCost[i]
		w.alone = len(from.Seats) == 1 && len(from.Optional) == 0
		t.makeSeats(int32(i), w)
		t.makeSpots(int32(i), w, proposed)
		t.mostSeats = max(t.mostSeats, len(w.seats))
		t.mostExtras = max(t.mostExtras, len(w.optional))
		for range w.count {
			t.workOf = append(t.workOf, int32(i))
			t.rigid = append(t.rigid, w.rigid())
			t.seatBase = append(t.seatBase, t.seatCount)
			t.extraBase = append(t.extraBase, t.extras)
			t.seatCount += int32(len(w.seats))
			t.extras += int32(len(w.optional))
		}
	}
}

// rigid reports whether one start alone is possible on each day, or more people than one have to be free.
func (w *work) rigid() bool {
	if !w.alone {
		return true
	}
	for i := range w.spots {
		for _, r := range w.spots[i].runs {
			if r.from < r.to {
				return false
			}
		}
	}
	return true
}

func (t *tables) makeSeats(activity int32, w *work) {
	for seat, eligible := range t.model.Eligible[activity] {
		candidates := make([]candidate, 0, len(eligible))
		for _, person := range eligible {
			candidates = append(candidates, candidate{person, t.seatCost(activity, int32(seat), person)})
		}
		slices.SortStableFunc(candidates, func(a, b candidate) int {
			return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(t.distance(activity, a.person), t.distance(activity, b.person)))
		})
		w.seats = append(w.seats, candidates)
		w.seatOrder = append(w.seatOrder, int32(seat))
	}
	slices.SortStableFunc(w.seatOrder, func(a, b int32) int { return len(w.seats[a]) - len(w.seats[b]) })
}

// distance is how far the person's base is from the first place of the activity.
func (t *tables) distance(activity, person int32) int32 {
	if places := t.model.Places[activity]; len(places) > 0 {
		return t.travel[t.people[person].base*t.places+places[0]]
	}
	return 0
}

// seatCost is what it always costs that the person sits there, whatever else is planned.
func (t *tables) seatCost(activity, seat, person int32) int64 {
	return t.transversal(activity, seat, person) + t.notPreferred(activity, person)
}

func (t *tables) makeSpots(activity int32, w *work, proposed func(activity int32, starts mask)) {
	from := &t.problem.Activities[activity]
	windows := make(mask, t.words)
	if len(from.Windows) == 0 {
		t.addStarts(windows, 0, int(t.days)*dayMinutes+pastMidnight, w.duration)
	}
	for _, window := range from.Windows {
		t.addStarts(windows, window.From, window.To, w.duration)
	}
	proposed(activity, windows)
	places := t.model.Places[activity]
	if len(places) == 0 {
		places = []int32{nowhere}
	}
	for _, place := range places {
		s := spot{place: place, starts: slices.Clone(windows)}
		for _, child := range w.children {
			met := make(mask, t.words)
			for i, window := range t.problem.Children[child].Available {
				if place == nowhere || slices.Contains(t.model.ChildPlaces[child][i], place) {
					t.addStarts(met, window.From, window.To, w.duration)
				}
			}
			for i := range met {
				s.starts[i] &= met[i]
			}
		}
		if from.Room != nil && !t.makeRooms(activity, w, &s) {
			continue
		}
		if s.runs = t.runs(from, w, s.starts); len(s.runs) > 0 {
			w.spots = append(w.spots, s)
		}
	}
}

// makeRooms finds the rooms of the spot's place that fit, and leaves only starts at which one of them is open.
func (t *tables) makeRooms(activity int32, w *work, s *spot) bool {
	open := make(mask, t.words)
	for _, room := range t.model.Rooms[activity] {
		if t.model.RoomPlace[room] != s.place {
			continue
		}
		choice := roomChoice{room, slices.Clone(s.starts)}
		for _, closed := range t.problem.Rooms[room].Closed {
			// Starts after closed.From - duration and before closed.To meet it.
			first := max(0, floorDiv(closed.From-int(w.duration), int(t.grid))+1)
			last := min(int(t.slots), (max(0, closed.To)+int(t.grid)-1)/int(t.grid))
			choice.open.clearRange(int32(min(first, int(t.slots))), int32(last))
		}
		for i := range open {
			open[i] |= choice.open[i]
		}
		s.rooms = append(s.rooms, choice)
	}
	copy(s.starts, open)
	return len(s.rooms) > 0
}

// runs cuts the starts into stretches of one day and one window cost, each start a step after the one before at most.
func (t *tables) runs(from *planner.Activity, w *work, starts mask) (runs []run) {
	costs := t.windowCosts(from, w)
	costAt := func(slot int32) int64 {
		if costs == nil {
			return 0
		}
		return costs[slot]
	}
	next := func(slot int32) int32 { return firstCommon(starts, starts, slot, t.slots-1) }
	for slot := next(0); slot >= 0; {
		r := run{day: slot * t.grid / dayMinutes, from: slot, to: slot, cost: costAt(slot)}
		for slot = next(slot + 1); slot >= 0 && slot <= r.to+t.step && slot*t.grid/dayMinutes == r.day && costAt(slot) == r.cost; slot = next(slot + 1) {
			r.to = slot
		}
		runs = append(runs, r)
	}
	return runs
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
