package planner

import (
	"fmt"
	"slices"
	"strconv"
)

var activityKinds = []ActivityKind{Session, Duty, Meeting, Protected, Support}

func (v *validator) allActivities() {
	activities := v.problem.Activities
	v.size("$.activities", len(activities), maxItems)
	v.knownActivities = make(map[string]*Activity, len(activities))
	ids := make(map[string]bool, len(activities))
	occurrences := 0
	for i := range activities {
		at := fmt.Sprintf("$.activities[%d]", i)
		v.newID(at+".id", activities[i].ID, ids)
		v.activity(at, &activities[i])
		v.knownActivities[activities[i].ID] = &activities[i]
		occurrences += min(max(0, activities[i].Count), maxItems)
	}
	if occurrences > maxItems {
		v.add(IssueTooLarge, "$.activities", strconv.Itoa(occurrences), fmt.Sprintf("at most %d occurrences in one problem", maxItems))
	}
}

func (v *validator) activity(at string, a *Activity) {
	if !slices.Contains(activityKinds, a.Kind) {
		v.add(IssueOutOfRange, at+".kind", strconv.Quote(string(a.Kind)), "must be session, duty, meeting, protected or support")
	}
	v.between(at+".duration", int64(a.Duration), 1, maxMinutes)
	v.between(at+".count", int64(a.Count), 0, maxItems)
	v.between(at+".min_gap_days", int64(a.MinGapDays), 0, maxMinutes)
	v.knownList(at+".children", a.Children, "child", v.knownChildren)
	for i, seat := range a.Seats {
		v.knownList(fmt.Sprintf("%s.seats[%d].one_of", at, i), seat.OneOf, "professional", v.knownProfessionals)
	}
	v.knownList(at+".optional", a.Optional, "professional", v.knownProfessionals)
	v.knownList(at+".places", a.Places, "place", v.knownPlaces)
	if a.Room != nil {
		v.between(at+".room.seats", int64(a.Room.Seats), 0, maxItems)
	}
	for i, window := range a.Windows {
		atWindow := fmt.Sprintf("%s.windows[%d]", at, i)
		v.span(atWindow, window.From, window.To)
		v.between(atWindow+".cost", window.Cost, 0, maxWeight)
	}
	v.between(at+".priority", int64(a.Priority), 1, maxPriority)
	v.knownList(at+".preferred", a.Preferred, "professional", v.knownProfessionals)
}

// settled checks the pinned or the published occurrences: that everything they name exists, each at most once, in the shape their activity
// asks for. Whether people are free is for [Evaluate] to say.
func (v *validator) settled(list string, occurrences []Occurrence) {
	seen := make(map[Ref]bool, len(occurrences))
	for i := range occurrences {
		o, at := &occurrences[i], fmt.Sprintf("$.%s[%d]", list, i)
		if seen[o.Ref()] {
			v.add(IssueDuplicateID, at, fmt.Sprintf("%q %d", o.Activity, o.Occurrence), "listed twice")
		}
		seen[o.Ref()] = true
		v.knownPeople(at, o)
		if o.Place != nil {
			v.known(at+".place", *o.Place, "place", v.knownPlaces)
		}
		if o.Room != nil {
			v.known(at+".room", *o.Room, "room", v.knownRooms)
		}
		a := v.knownActivities[o.Activity]
		if a == nil {
			v.add(IssueUnknownID, at+".activity", strconv.Quote(o.Activity), "no activity has this id")
			continue
		}
		if a.Count >= 0 && (o.Occurrence < 0 || o.Occurrence >= a.Count) {
			v.add(IssueOutOfRange, at+".occurrence", strconv.Itoa(o.Occurrence), fmt.Sprintf("the activity has %d occurrences, counted from 0", a.Count))
		}
		v.between(at+".start", int64(o.Start), -maxMinutes, maxMinutes)
		if list == "pinned" {
			v.pinnedShape(at, o, a)
		}
	}
}

func (v *validator) knownPeople(at string, o *Occurrence) {
	for j, id := range o.Staff {
		v.known(fmt.Sprintf("%s.staff[%d]", at, j), id, "professional", v.knownProfessionals)
	}
	for j, id := range o.Attendees {
		v.known(fmt.Sprintf("%s.attendees[%d]", at, j), id, "professional", v.knownProfessionals)
	}
}

// pinnedShape reports what no plan could repeat without breaking a rule of its own.
func (v *validator) pinnedShape(at string, o *Occurrence, a *Activity) {
	days, grid := v.problem.Days, v.problem.Grid
	if horizon := days * DayMinutes; days >= 1 && days <= maxDays && (o.Start < 0 || o.Start >= horizon || o.Start > horizon+pastMidnight-a.Duration) {
		v.add(IssueContradicts, at+".start", strconv.Itoa(o.Start), "pinned outside the horizon")
	} else if dividesHour(grid) && o.Start%grid != 0 {
		v.add(IssueContradicts, at+".start", strconv.Itoa(o.Start), fmt.Sprintf("pinned off the grid of %d minutes", grid))
	}
	if len(o.Staff) != len(a.Seats) {
		v.add(IssueContradicts, at+".staff", strconv.Itoa(len(o.Staff)), fmt.Sprintf("the activity has %d seats", len(a.Seats)))
	}
	people := slices.Concat(o.Staff, o.Attendees)
	for j, id := range people {
		if slices.Contains(people[:j], id) {
			v.add(IssueContradicts, at, strconv.Quote(id), "the same person takes part twice")
		}
	}
	for j, id := range o.Attendees {
		if !slices.Contains(a.Optional, id) {
			v.add(IssueContradicts, fmt.Sprintf("%s.attendees[%d]", at, j), strconv.Quote(id), "not one of the activity's optional people")
		}
	}
	if (o.Place == nil) != (len(a.Places) == 0) || o.Place != nil && !slices.Contains(a.Places, *o.Place) {
		v.add(IssueContradicts, at+".place", valueOf(o.Place), "not one of the activity's places")
	}
	if (o.Room == nil) != (a.Room == nil) {
		v.add(IssueContradicts, at+".room", valueOf(o.Room), "a room is pinned exactly where the activity asks for one")
	}
}

func valueOf(id *string) string {
	if id == nil {
		return "null"
	}
	return strconv.Quote(*id)
}
