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
	Partners             []Partner
	Contacts             []PartnerContact
	Absences             []Absence
	ClosedDays           []ClosedDay
	PartnerMeetings      []PartnerMeeting // of the week, not cancelled
	Published            *Rota            // of the week; nil when nothing is published
	PublishedOccurrences []RotaOccurrence
	TravelOverrides      []TravelOverride
	Events               []CalendarEvent // of the week: they still know activities that were archived
}

// Why a day is closed.
const (
	ClosedPublicHoliday = "public_holiday"
	ClosedByFacility    = "closed"
)

// Day is a day of a week as the facility lives it.
type Day struct {
	Date          string
	Closed        string // [ClosedPublicHoliday], [ClosedByFacility] or empty
	Label         string // name of the holiday or reason of closing, in French as entered
	SchoolHoliday bool
}

// Days returns the seven days of the week.
func (h *House) Days() []Day { return daysOf(h.Week, &h.Facility, h.ClosedDays) }

// daysOf returns the seven days of a week of a facility. Closing days of a single place do not close the facility.
func daysOf(week Week, facility *Facility, closed []ClosedDay) []Day {
	holidays := publicHolidaysOf(week, facility.Department)
	days := make([]Day, len(holidays))
	for i := range days {
		days[i] = Day{Date: week.Day(i), SchoolHoliday: InSchoolHolidays(facility.SchoolZone, week.Day(i))}
		if holidays[i] != "" {
			days[i].Closed, days[i].Label = ClosedPublicHoliday, holidays[i]
			continue
		}
		for _, day := range closed {
			if day.PlaceID == nil && day.Date == days[i].Date {
				days[i].Closed, days[i].Label = ClosedByFacility, day.Label
			}
		}
	}
	return days
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
	for i := range h.PartnerMeetings {
		m := &h.PartnerMeetings[i]
		infos[m.ID] = ActivityInfo{Kind: "meeting", Label: m.Title, ChildIDs: []string{}, AboutChild: m.ChildID}
	}
	return infos
}
