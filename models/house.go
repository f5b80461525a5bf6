package models

// House is everything one facility and week need, as one read found it. Lists are in order of id, archived records are not in it unless the
// week was over when they were archived. Who compiles, shows or checks a rota reads nothing else.
type House struct {
	Facility             Facility
	Week                 Week
	Modalities           []CareModality
	Places               []Place // archived ones too: people and rotas of the week may still name them
	Rooms                []Room
	Teams                []Team
	Memberships          []Membership
	Professionals        []Professional
	Children             []Child
	ModalityPeriods      []CareModalityPeriod
	Groups               []ChildGroup
	Needs                []Need
	Duties               []StandingDuty
	Meetings             []RecurringMeeting
	ProtectedTimes       []ProtectedTime
	Partners             []Partner
	Contacts             []PartnerContact
	Absences             []Absence // accepted ones, each time that touches the week with its own dates
	ClosedDays           []ClosedDay
	PartnerMeetings      []PartnerMeeting // of the week, not cancelled
	Published            *Rota            // of the week; nil when nothing is published
	PublishedOccurrences []RotaOccurrence
	PublishedExceptions  []WeekException // of what is published
	TravelOverrides      []TravelOverride
	RoutedTravels        []RoutedTravel
	Events               []CalendarEvent // of the week: they still know activities that were archived
	SchoolHolidays       []SchoolHoliday // of the facility's zone, that touch the week
	Template             *WeekTemplate   // the house is the ordinary week of this template, in the week it is compiled for; nil: a real week
	MadeFrom             *Rota           // of a real week: the published rota of the template in force; nil without one
	MadeFromOccurrences  []RotaOccurrence
	Exceptions           []WeekException // what the rota has more; where none was asked for, what is published has
}

// Letter returns whose weeks' things hold: those of the week's letter; of a template's, those of its own, and of a template for every week
// those only that hold in every week: see [compiler.held].
func (h *House) Letter() WeekLetter {
	if h.Template != nil {
		return h.Template.Letter
	}
	return h.Week.Letter()
}

// sourceOf returns what an activity of this week only comes from, empty when it is none.
func (h *House) sourceOf(activity string) string {
	for i := range h.Exceptions {
		if h.Exceptions[i].ActivityID == activity {
			return h.Exceptions[i].SourceID
		}
	}
	return ""
}

// ActivityInfo is what people read about an activity, wherever it comes from.
type ActivityInfo struct {
	Kind       string // session, duty, meeting, protected or support
	Label      string
	ShortLabel string
	ChildIDs   []string // who are met
	AboutChild *string  // whom a meeting is about
	Group      *string  // name of the group
	Demand     *Demand  // nil for partner meetings and what was archived
	CopyOf     *string  // the activity it is one more of, in this week only
	Instead    *Instead // what it stands in for, in this week only
}

// Activities returns what is known of every activity of the week by id, of archived ones what the calendars still know.
func (h *House) Activities() map[string]ActivityInfo {
	infos := make(map[string]ActivityInfo, len(h.Needs)+len(h.Duties)+len(h.Meetings)+len(h.PartnerMeetings))
	for i := range h.Events {
		event := &h.Events[i]
		infos[event.ActivityID] = ActivityInfo{Kind: event.Kind, Label: event.Label, ChildIDs: event.ChildIDs}
	}
	groups := make(map[string]*ChildGroup, len(h.Groups))
	for i := range h.Groups {
		groups[h.Groups[i].ID] = &h.Groups[i]
	}
	for i := range h.Needs {
		need := &h.Needs[i]
		info := ActivityInfo{Kind: need.Kind, Label: need.Label, ShortLabel: need.ShortLabel, ChildIDs: []string{}, Demand: &need.Demand}
		if need.ChildID != nil {
			info.ChildIDs = []string{*need.ChildID}
		} else if need.GroupID != nil && groups[*need.GroupID] != nil {
			info.ChildIDs, info.Group = groups[*need.GroupID].ChildIDs, &groups[*need.GroupID].Name
		}
		infos[need.ID] = info
	}
	for i := range h.Duties {
		duty := &h.Duties[i]
		infos[duty.ID] = ActivityInfo{Kind: "duty", Label: duty.Label, ShortLabel: duty.ShortLabel, ChildIDs: []string{}, Demand: &duty.Demand}
	}
	for i := range h.Meetings {
		m := &h.Meetings[i]
		infos[m.ID] = ActivityInfo{Kind: m.Kind, Label: m.Label, ShortLabel: m.ShortLabel, ChildIDs: []string{}, AboutChild: m.ChildID, Demand: &m.Demand}
	}
	for i := range h.ProtectedTimes {
		rule := &h.ProtectedTimes[i]
		for j := range h.Professionals {
			if person := &h.Professionals[j]; rule.concerns(person, h.Week) {
				infos[rule.activityID(person)] = ActivityInfo{Kind: MeetingProtected, Label: rule.Label, ChildIDs: []string{}}
			}
		}
	}
	for i := range h.Exceptions {
		exception := &h.Exceptions[i]
		if info, known := infos[exception.SourceID]; known {
			infos[exception.ActivityID] = exception.tell(info)
		}
	}
	for i := range h.PartnerMeetings {
		m := &h.PartnerMeetings[i]
		infos[m.ID] = ActivityInfo{Kind: "meeting", Label: m.Title, ChildIDs: []string{}, AboutChild: m.ChildID}
	}
	return infos
}
