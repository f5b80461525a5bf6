package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// soughtMeeting is the id of the meeting that is looked for, as an activity of the week's problem. It is no id of a record.
const soughtMeeting = "sought-meeting"

// meetingSearch judges hours of one week for a meeting: the meeting is an activity among those of the week, and the planner's own rules say
// who could be there.
type meetingSearch struct {
	week     *compiledWeek // of the problem with the meeting
	request  *SlotRequest
	days     []Day
	places   *compiler
	board    *planner.Board
	activity int32
	contacts []PartnerContact
}

// meetingSearch prepares a week. Unknown people, places and contacts are errors that name their field.
func (s *Store) meetingSearch(ctx context.Context, tx bun.IDB, actor Actor, week Week, request *SlotRequest) (*meetingSearch, error) {
	compiled, err := s.compiledWeek(ctx, tx, actor.FacilityID, week)
	if err != nil {
		return nil, err
	}
	if err := compiled.knowsInvited(request); err != nil {
		return nil, err
	}
	occurrences, err := compiled.currentPlan(ctx, tx)
	if err != nil {
		return nil, err
	}
	problem := *compiled.problem
	problem.Activities = append(slices.Clone(problem.Activities), request.activity())
	model, err := planner.Compile(&problem)
	if err != nil {
		return nil, err
	}
	search := &meetingSearch{
		week: &compiledWeek{house: compiled.house, problem: &problem, model: model}, request: request,
		days: compiled.house.Days(), places: newCompiler(compiled.house), activity: int32(len(problem.Activities) - 1),
	}
	search.board = planner.NewBoard(model, search.week.plan(occurrences))
	search.contacts = slices.DeleteFunc(slices.Clone(compiled.house.Contacts), func(c PartnerContact) bool { return !slices.Contains(request.Contacts, c.ID) })
	return search, nil
}

// activity returns the meeting as something to plan: a seat for each required person, the useful ones may attend.
func (r *SlotRequest) activity() planner.Activity {
	activity := planner.Activity{
		ID: soughtMeeting, Kind: planner.Meeting, Duration: r.Duration, Count: 1, Children: []string{}, Seats: make([]planner.Seat, len(r.Required)),
		Optional: listOf(r.Useful), Places: []string{}, Windows: []planner.ActivityWindow{}, Priority: meetingPriority, Preferred: []string{},
	}
	for i, person := range r.Required {
		activity.Seats[i] = planner.Seat{Professions: []string{}, Skills: []string{}, OneOf: []string{person}}
	}
	if r.Place != nil {
		activity.Places = []string{*r.Place}
		if r.RoomFeatures != nil {
			activity.Room = &planner.RoomRequest{Features: r.RoomFeatures, Seats: len(r.Required) + len(r.Contacts)}
		}
	}
	return activity
}

// knowsInvited refuses ids that name nothing of the house.
func (w *compiledWeek) knowsInvited(r *SlotRequest) error {
	var checks fieldChecks
	for i, person := range slices.Concat(r.Required, r.Useful) {
		if _, known := w.model.ProfessionalIndex(person); !known {
			checks.add(indexed("professionals", i), keyUnknownID, nil)
		}
	}
	if r.Place != nil {
		if _, known := w.model.PlaceIndex(*r.Place); !known {
			checks.add("place", keyUnknownID, nil)
		}
	}
	for i, contact := range r.Contacts {
		if !slices.ContainsFunc(w.house.Contacts, func(c PartnerContact) bool { return c.ID == contact }) {
			checks.add(indexed("contacts", i), keyUnknownID, nil)
		}
	}
	return checks.error()
}

// currentPlan returns what people do in the week as far as anybody knows: what is published, else the latest draft.
func (w *compiledWeek) currentPlan(ctx context.Context, tx bun.IDB) ([]RotaOccurrence, error) {
	if w.house.Published != nil {
		return w.askedFor(slices.Clone(w.house.PublishedOccurrences)), nil
	}
	var drafts []Rota
	err := tx.NewSelect().Model(&drafts).ApplyQueryBuilder(w.house.frame().rotas).
		Where("state = ?", RotaDraft).OrderExpr("updated_at DESC, number DESC").Limit(1).Scan(ctx)
	if err != nil || len(drafts) == 0 {
		return nil, err
	}
	var occurrences []RotaOccurrence
	err = occurrencesOf(tx, &occurrences, drafts[0].ID).Scan(ctx)
	return w.askedFor(occurrences), err
}

// notBefore returns the first minute of the week that is not past.
func (m *meetingSearch) notBefore(now time.Time) (int, error) {
	location, err := m.week.house.Facility.Location()
	if err != nil {
		return 0, err
	}
	local := now.In(location)
	minute, _ := m.week.house.Week.minuteOf(local.Format(time.DateOnly), local.Hour()*60+local.Minute())
	return minute, nil
}

// open reports whether anybody can meet there that day at all.
func (m *meetingSearch) open(day int) bool {
	return day < m.week.problem.Days && m.days[day].Closed == "" && (m.request.Place == nil || m.places.placeOpen(*m.request.Place, day))
}

// meetingOption is one hour judged.
type meetingOption struct {
	possible   bool // everybody needed can come, and there is a room where one is asked for
	room       *string
	free       []string // required people
	useful     []string
	busyUseful []string
	contacts   int // who can come
	breaches   []planner.Breach
}

// at judges one hour.
func (m *meetingSearch) at(day, start int) meetingOption {
	meeting := planner.Occurrence{
		Activity: soughtMeeting, Start: day*dayMinutes + start, Staff: m.request.Required, Attendees: m.request.Useful, Place: m.request.Place,
	}
	meeting.Room = m.freeRoom(meeting)
	option := meetingOption{room: meeting.Room, busyUseful: []string{}}
	objecting := map[string]bool{}
	for _, breach := range m.board.Check(meeting) {
		objecting[breach.Professional] = true
		if breach.Professional == "" || slices.Contains(m.request.Required, breach.Professional) {
			option.breaches = append(option.breaches, breach)
		}
	}
	for _, person := range m.request.Required {
		if !objecting[person] {
			option.free = append(option.free, person)
		}
	}
	for _, person := range m.request.Useful {
		if objecting[person] {
			option.busyUseful = append(option.busyUseful, person)
		} else {
			option.useful = append(option.useful, person)
		}
	}
	for i := range m.contacts {
		if m.canCome(&m.contacts[i], day, start) {
			option.contacts++
		}
	}
	option.possible = len(option.breaches) == 0 && option.contacts == len(m.contacts)
	return option
}

// freeRoom returns the first suitable room that is free, else the first suitable one, else none.
func (m *meetingSearch) freeRoom(meeting planner.Occurrence) *string {
	rooms := m.week.model.Rooms[m.activity]
	meeting.Staff, meeting.Attendees = []string{}, []string{} // rooms only
	for _, room := range rooms {
		meeting.Room = &m.week.problem.Rooms[room].ID
		if !slices.ContainsFunc(m.board.Check(meeting), func(b planner.Breach) bool { return b.Rule == ruleRooms }) {
			return meeting.Room
		}
	}
	if len(rooms) > 0 {
		return &m.week.problem.Rooms[rooms[0]].ID
	}
	return nil
}

// canCome reports whether a contact's hours hold the meeting.
func (m *meetingSearch) canCome(contact *PartnerContact, day, start int) bool {
	return len(contact.Hours) == 0 || slices.ContainsFunc(contact.Hours, func(span DaySpan) bool {
		return span.Day == day && m.places.thisWeek(span.Letter) && span.From <= start && start+m.request.Duration <= span.To
	})
}
