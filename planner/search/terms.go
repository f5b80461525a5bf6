package search

import "github.com/maillage-dime/maillage/planner"

// Each soft term has a file of its own: what a state of things costs, what a change of it charges, and what one more occurrence would add. A
// new term is such a file and a line in two of these functions: where it is charged, and where choose is told of it.

// countPeople charges (n = 1) or takes back (n = -1) what the people of an occurrence cost.
func (s *state) countPeople(o int32, w *work, n int32) {
	activity := s.workOf[o]
	for seat, person := range s.seatsOf(o) {
		s.charge(planner.TermTransversal, int64(n)*s.transversal(activity, int32(seat), person))
		s.charge(planner.TermNotPreferred, int64(n)*s.notPreferred(activity, person))
		s.charge(planner.TermRestaffed, int64(n)*s.restaffed(o, person))
		s.countStaffChange(activity, w, person, n)
		s.countFragmentation(w, person, n)
		s.countOverload(w, person, n)
	}
	s.countOptionalAbsent(o, n)
}

// personCost is what it would add, travel aside, that the person sits on this seat of an occurrence not planned. It is exact for an
// occurrence of one seat, and with several seats when nobody has been chosen yet for another.
func (s *state) personCost(o int32, w *work, c candidate) int64 {
	return c.cost + s.restaffed(o, c.person) + s.staffChangeAdded(s.workOf[o], w, c.person) + s.fragmentationAdded(w, c.person) + s.overloadAdded(w, c.person)
}

// countTime charges (n = 1) or takes back (n = -1) what the hour and place of an occurrence cost, and counts its day for min_gap_days.
func (s *state) countTime(o int32, w *work, n int32) {
	day := s.start[o] / dayMinutes
	s.charge(planner.TermWindow, int64(n)*s.window[o])
	s.charge(planner.TermMoved, int64(n)*s.moved(o, s.start[o], s.place[o]))
	s.countCrowdedDay(w, day, n)
	if gaps := s.workDays[s.workOf[o]]; gaps != nil {
		gaps[day] += n
	}
}

// dayCost is what one more occurrence of the activity would cost on that day, whatever its hour, and whether min_gap_days lets it be planned then.
func (s *state) dayCost(activity int32, w *work, day int32) (cost int64, ok bool) {
	if gaps := s.workDays[activity]; gaps != nil {
		for d := max(0, day-w.gap+1); d < min(s.days, day+w.gap); d++ {
			if gaps[d] > 0 {
				return 0, false
			}
		}
	}
	return s.crowdedDayAdded(w, day), true
}
