package search

import "github.com/maillage-dime/maillage/planner"

// countTime adds (n = 1) or takes back (n = -1) what the hour and place of an occurrence cost: window, moved and crowded_day.
func (s *state) countTime(o int32, w *work, n int32) {
	s.charge(planner.TermWindow, int64(n)*s.window[o])
	s.charge(planner.TermMoved, int64(n)*s.moved(o, s.start[o], s.place[o]))
	day := s.start[o] / dayMinutes
	if gaps := s.workDays[s.workOf[o]]; gaps != nil {
		gaps[day] += n
	}
	if !w.session {
		return
	}
	for _, child := range w.children {
		sessions := &s.childDay[child*s.days+day]
		before := s.crowded(child, *sessions)
		*sessions += n
		s.charge(planner.TermCrowdedDay, s.crowded(child, *sessions)-before)
	}
}

// moved is the cost of planning a published occurrence at another start or place.
func (s *state) moved(o, start, place int32) int64 {
	was := s.published[o]
	if was < 0 || s.publishing[was].start == start && s.publishing[was].place == place {
		return 0
	}
	return s.weights[planner.TermMoved]
}

// crowded is the cost of a day on which the child has so many sessions.
func (s *state) crowded(child, sessions int32) int64 {
	return int64(max(0, sessions-s.sessionsPerDay[child])) * s.weights[planner.TermCrowdedDay]
}

// dayCost is what one more session would cost the children of the activity on that day, and whether min_gap_days lets it be planned then.
func (s *state) dayCost(activity int32, w *work, day int32) (cost int64, ok bool) {
	if gaps := s.workDays[activity]; gaps != nil {
		for d := max(0, day-w.gap+1); d < min(s.days, day+w.gap); d++ {
			if gaps[d] > 0 {
				return 0, false
			}
		}
	}
	if w.session {
		for _, child := range w.children {
			sessions := s.childDay[child*s.days+day]
			cost += s.crowded(child, sessions+1) - s.crowded(child, sessions)
		}
	}
	return cost, true
}
