package models

import (
	"slices"

	"github.com/maillage-dime/maillage/planner"
)

// index remembers the activities of the problem for [compiler.fits] and [compiler.exists].
func (c *compiler) index(p *planner.Problem) {
	c.activity = make(map[string]*planner.Activity, len(p.Activities))
	for i := range p.Activities {
		c.activity[p.Activities[i].ID] = &p.Activities[i]
	}
}

// exists reports whether everything an occurrence names is still there: what people were told of can be compared with nothing else.
func (c *compiler) exists(o *RotaOccurrence) bool {
	activity := c.activity[o.ActivityID]
	return activity != nil && o.Occurrence >= 0 && o.Occurrence < activity.Count &&
		c.knowsAll(o.Staff) && c.knowsAll(o.Attendees) &&
		(o.PlaceID == nil || c.placeKind[*o.PlaceID] != "") && (o.RoomID == nil || c.roomPlace[*o.RoomID] != "")
}

func (c *compiler) knowsAll(people []string) bool {
	return !slices.ContainsFunc(people, func(id string) bool { return !c.staff[id] })
}

// fits reports whether an occurrence still has the shape its activity asks for, so that a plan can repeat it as it is.
func (c *compiler) fits(o *RotaOccurrence) bool {
	if !c.exists(o) {
		return false
	}
	activity, end := c.activity[o.ActivityID], o.Start+c.activity[o.ActivityID].Duration
	people := slices.Concat(o.Staff, o.Attendees)
	slices.Sort(people)
	return o.Start >= 0 && o.Start%planGrid == 0 && o.Start < c.days*dayMinutes && end <= c.days*dayMinutes+planner.DayMinutes/2 &&
		len(o.Staff) == len(activity.Seats) && len(slices.Compact(people)) == len(o.Staff)+len(o.Attendees) &&
		!slices.ContainsFunc(o.Attendees, func(id string) bool { return !slices.Contains(activity.Optional, id) }) &&
		(o.PlaceID == nil) == (len(activity.Places) == 0) && (o.PlaceID == nil || slices.Contains(activity.Places, *o.PlaceID)) &&
		(o.RoomID == nil) == (activity.Room == nil)
}

// planned returns the planner's form of a row.
func planned(o *RotaOccurrence) planner.Occurrence {
	return planner.Occurrence{
		Activity: o.ActivityID, Occurrence: o.Occurrence, Start: o.Start, Staff: listOf(o.Staff), Attendees: listOf(o.Attendees),
		Place: o.PlaceID, Room: o.RoomID,
	}
}
