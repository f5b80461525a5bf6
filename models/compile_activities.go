package models

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// activities returns everything the week asks for: needs, duties, recurring meetings, what the rota has of those in this week only,
// protected time, then partner meetings.
func (c *compiler) activities() []planner.Activity {
	activities := []planner.Activity{}
	add := func(id string, kind planner.ActivityKind, children []string, demand *Demand) {
		if activity, asked := c.demanded(id, kind, children, demand); asked {
			activities = append(activities, activity)
		}
	}
	for i := range c.house.Needs {
		need := &c.house.Needs[i]
		children, met := c.childrenOf(need)
		if met {
			add(need.ID, planner.ActivityKind(need.Kind), children, &need.Demand)
		}
	}
	for i := range c.house.Duties {
		add(c.house.Duties[i].ID, planner.Duty, nil, &c.house.Duties[i].Demand)
	}
	for i := range c.house.Meetings {
		meeting := &c.house.Meetings[i]
		add(meeting.ID, planner.ActivityKind(meeting.Kind), nil, &meeting.Demand)
		if last := len(activities) - 1; meeting.Kind == MeetingTogether && last >= 0 && activities[last].ID == meeting.ID {
			c.withoutAway(&activities[last])
		}
	}
	activities = c.excepted(activities)
	activities = append(activities, c.protected()...)
	for i := range c.house.PartnerMeetings {
		activities = append(activities, c.partnerMeeting(&c.house.PartnerMeetings[i]))
	}
	return activities
}

// childrenOf returns the children a need is for who are accompanied this week, and whether anybody is left to meet. A need without child or
// group is support to others and always stands.
func (c *compiler) childrenOf(need *Need) ([]string, bool) {
	var wanted []string
	switch {
	case need.ChildID != nil:
		wanted = []string{*need.ChildID}
	case need.GroupID != nil:
		wanted = c.groups[*need.GroupID]
	default:
		return nil, true
	}
	children := knownIn(wanted, c.modality)
	return children, len(children) > 0
}

// demanded compiles a demand; it reports false when the week does not ask for it.
func (c *compiler) demanded(id string, kind planner.ActivityKind, children []string, d *Demand) (planner.Activity, bool) {
	count := c.times(id, d)
	if !c.thisWeek(d.Letter) || count == 0 {
		return planner.Activity{}, false
	}
	places, days, asked := c.whereAndWhen(d)
	windows, inWindows := c.windows(d, days)
	if len(children) == 0 && d.Room == nil {
		windows, inWindows = c.whilePlacesOpen(windows, days, places, inWindows)
	}
	if inWindows {
		windows, inWindows = c.wished(d, windows, days)
	}
	if !asked || !inWindows {
		return planner.Activity{}, false
	}
	activity := planner.Activity{
		ID: id, Kind: kind, Duration: d.Duration, Count: count, MinGapDays: d.MinGapDays,
		Children: listOf(children), Modality: d.ModalityCode, Sector: d.Sector,
		Seats: make([]planner.Seat, len(d.Seats)), Optional: knownIn(d.OptionalIDs, c.staff), Places: places, Windows: windows,
		Priority: d.Priority, Preferred: knownIn(d.PreferredIDs, c.staff),
	}
	for i, seat := range d.Seats {
		activity.Seats[i] = c.seat(seat)
	}
	if d.Room != nil {
		activity.Room = &planner.RoomRequest{Features: listOf(d.Room.Features), Seats: d.Room.Seats}
	}
	return activity, true
}

// seat compiles a seat. When people are named and none of them is left, nobody can sit there: the professions do not come back into force.
func (c *compiler) seat(request SeatRequest) planner.Seat {
	if len(request.OneOf) > 0 {
		return planner.Seat{Professions: []string{}, Skills: []string{}, OneOf: knownIn(request.OneOf, c.staff)}
	}
	return planner.Seat{Professions: listOf(request.Professions), Skills: listOf(request.Skills), OneOf: []string{}}
}

// whereAndWhen returns the places of a demand that are open in the week, and the days on which one of them is and the demand is in force.
// It reports false when there is no such day: a school asks for nothing in its holidays.
func (c *compiler) whereAndWhen(d *Demand) (places []string, days []bool, asked bool) {
	wanted := knownIn(d.PlaceIDs, c.placeKind)
	if len(wanted) == 0 && d.Room != nil {
		wanted = c.placesWithRooms()
	}
	days = make([]bool, c.days)
	places = slices.DeleteFunc(slices.Clone(wanted), func(place string) bool { return !c.openInWeek(place) })
	for day := range days {
		date := c.calendar[day].Date
		inForce := (d.FromDate == nil || *d.FromDate <= date) && (d.ToDate == nil || date <= *d.ToDate)
		anywhere := len(d.PlaceIDs) == 0 && d.Room == nil
		open := anywhere || slices.ContainsFunc(places, func(place string) bool { return c.placeOpen(place, day) })
		days[day] = inForce && open && c.calendar[day].Closed == ""
		asked = asked || days[day]
	}
	return places, days, asked
}

func (c *compiler) openInWeek(place string) bool {
	for day := range c.days {
		if c.placeOpen(place, day) {
			return true
		}
	}
	return false
}

// placesWithRooms returns the places that have rooms: where something that needs a room but names no place can be.
func (c *compiler) placesWithRooms() []string {
	var places []string
	for i := range c.house.Rooms {
		places = append(places, c.house.Rooms[i].PlaceID)
	}
	return knownIn(places, c.placeKind)
}

// windows returns the demand's windows on the allowed days. It reports false when the demand names windows and none is left.
func (c *compiler) windows(d *Demand, days []bool) ([]planner.ActivityWindow, bool) {
	windows := []planner.ActivityWindow{}
	if len(d.Windows) == 0 {
		if slices.Contains(days, false) {
			windows = allowedRuns(days)
		}
		return windows, true
	}
	for _, wished := range c.heldWindows(d.Windows) {
		if wished.Day < len(days) && days[wished.Day] {
			span := spanOfDay(wished.DaySpan)
			windows = append(windows, planner.ActivityWindow{From: span.From, To: span.To, Cost: wished.Cost})
		}
	}
	return windows, len(windows) > 0
}

// allowedRuns returns one window for each run of allowed days.
func allowedRuns(days []bool) (windows []planner.ActivityWindow) {
	for day, allowed := range days {
		if !allowed {
			continue
		}
		span := wholeDay(day)
		if last := len(windows) - 1; last >= 0 && windows[last].To == span.From {
			windows[last].To = span.To
		} else {
			windows = append(windows, planner.ActivityWindow{From: span.From, To: span.To})
		}
	}
	return windows
}

// partnerMeeting compiles a meeting agreed with others. Those of our people who are away have no seat: the meeting stands without them.
func (c *compiler) partnerMeeting(m *PartnerMeeting) planner.Activity {
	activity := planner.Activity{
		ID: m.ID, Kind: planner.Meeting, Duration: m.Duration, Count: 1,
		Children: []string{}, Seats: []planner.Seat{}, Optional: c.attending(m, m.AttendeeIDs), Places: []string{},
		Windows: []planner.ActivityWindow{}, Priority: meetingPriority, Preferred: []string{},
	}
	for _, person := range c.attending(m, m.RequiredIDs) {
		activity.Seats = append(activity.Seats, planner.Seat{Professions: []string{}, Skills: []string{}, OneOf: []string{person}})
	}
	if m.PlaceID != nil {
		activity.Places = knownIn([]string{*m.PlaceID}, c.placeKind)
	}
	if m.RoomID != nil && len(activity.Places) == 1 && c.roomPlace[*m.RoomID] == activity.Places[0] {
		activity.Room = &planner.RoomRequest{Features: []string{}}
	}
	return activity
}

// attending returns those of the people who are at work during the meeting.
func (c *compiler) attending(m *PartnerMeeting, people []string) []string {
	start, _ := c.house.Week.minuteOf(m.Date, m.Start)
	return slices.DeleteFunc(knownIn(people, c.staff), func(person string) bool {
		return !slices.ContainsFunc(c.available[person], func(s planner.Span) bool { return s.Contains(start, start+m.Duration) })
	})
}

// meetingOccurrences returns the partner meetings of the week as they stand in every rota.
func (c *compiler) meetingOccurrences() []RotaOccurrence {
	occurrences := make([]RotaOccurrence, len(c.house.PartnerMeetings))
	for i := range c.house.PartnerMeetings {
		meeting := &c.house.PartnerMeetings[i]
		activity := c.partnerMeeting(meeting)
		start, _ := c.house.Week.minuteOf(meeting.Date, meeting.Start)
		occurrence := RotaOccurrence{
			ActivityID: meeting.ID, Start: start, Staff: c.attending(meeting, meeting.RequiredIDs), Attendees: activity.Optional, Locked: true,
		}
		if len(activity.Places) > 0 {
			occurrence.PlaceID = &activity.Places[0]
		}
		if activity.Room != nil {
			occurrence.RoomID = meeting.RoomID
		}
		occurrences[i] = occurrence
	}
	return occurrences
}

func (c *compiler) isPartnerMeeting(activity string) bool {
	return slices.ContainsFunc(c.house.PartnerMeetings, func(m PartnerMeeting) bool { return m.ID == activity })
}
