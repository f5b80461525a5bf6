package models

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// fewestTogether is from how many people on something is a meeting.
const fewestTogether = 2

// withoutAway takes the seats of people who are away off a recurring meeting: it is held without them. When too few are left to meet, the seats
// stay, and the meeting waits to be planned with its reason.
func (c *compiler) withoutAway(activity *planner.Activity) {
	present := slices.DeleteFunc(slices.Clone(activity.Seats), func(seat planner.Seat) bool {
		return len(seat.OneOf) == 1 && c.away(seat.OneOf[0], activity)
	})
	if len(present) >= min(fewestTogether, len(activity.Seats)) {
		activity.Seats = present
	}
}

// away reports whether somebody who could usually be at an activity cannot in this week.
func (c *compiler) away(person string, activity *planner.Activity) bool {
	return fitsSomewhere(activity, c.usual[person]) && !fitsSomewhere(activity, c.available[person])
}

// fitsSomewhere reports whether an activity has room in some hours.
func fitsSomewhere(activity *planner.Activity, hours []planner.Span) bool {
	return slices.ContainsFunc(hours, func(span planner.Span) bool {
		if len(activity.Windows) == 0 {
			return span.To-span.From >= activity.Duration
		}
		return slices.ContainsFunc(activity.Windows, func(w planner.ActivityWindow) bool {
			return min(span.To, w.To)-max(span.From, w.From) >= activity.Duration
		})
	})
}

// leaveOutAway takes off an occurrence the people whose seats fell away because they are away this week.
func (w *compiledWeek) leaveOutAway(o *RotaOccurrence) {
	activity, known := w.model.ActivityIndex(o.ActivityID)
	if !known || len(o.Staff) <= len(w.problem.Activities[activity].Seats) {
		return
	}
	seated := []string{}
	for _, seat := range w.problem.Activities[activity].Seats {
		if len(seat.OneOf) != 1 || !slices.Contains(o.Staff, seat.OneOf[0]) {
			return
		}
		seated = append(seated, seat.OneOf[0])
	}
	o.Staff = seated
}
