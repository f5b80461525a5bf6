package models

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// MyWeekView is the published week of one professional.
type MyWeekView struct {
	Week      Week
	House     *House // as far as the actor may know it
	Published *Rota  // nil while nothing is published: partner meetings may stand already
	Days      []MyDay
	Items     []MyItem    // in order of start
	Removed   []MyRemoved // what stood in the version before, in order of start
	Since     *SinceLook  // nil where the person has not looked at the week yet
}

// MyDay is a day of the week, and whether the person is away.
type MyDay struct {
	Day
	Absent AbsenceReason // empty: at work
}

// MyItem is one thing the person does.
type MyItem struct {
	RotaOccurrence
	ActivityInfo
	End          int
	TravelBefore int // minutes of the way leading to it
	Fixed        bool
	Change       *MyChange // since the version before
}

// MyChange is how an item differs from the version before. Old is nil for what was not hers then.
type MyChange struct {
	Kind planner.ChangeKind
	Old  *RotaOccurrence
}

// MyRemoved is something the person does no longer do.
type MyRemoved struct {
	ActivityInfo
	Start, End int
}

// MyWeek returns the week of the actor's own professional as published, with what moved since the version before. An account that is nobody
// of the staff has none.
func (s *Store) MyWeek(ctx context.Context, actor Actor, week Week) (*MyWeekView, error) {
	if _, err := s.allow(actor, ResourceMyWeek, ActionRead); err != nil {
		return nil, err
	}
	if actor.ProfessionalID == "" {
		return nil, Conflict("my_week.nobody_of_the_staff", nil)
	}
	var view *MyWeekView
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		compiled, err := s.compiledWeek(ctx, tx, actor.FacilityID, week)
		if err != nil {
			return err
		}
		mine := &myWeek{compiledWeek: compiled, person: actor.ProfessionalID, infos: compiled.house.Activities()}
		if err := mine.readPrevious(ctx, tx); err != nil {
			return err
		}
		view = &MyWeekView{
			Week: week, House: compiled.house.visibleTo(actor), Published: compiled.house.Published,
			Days: mine.days(), Items: mine.items(), Removed: mine.removed(),
		}
		view.Since, err = mine.since(ctx, tx, actor.AccountID)
		return err
	})
	return view, err
}

// myWeek gathers one person's week.
type myWeek struct {
	*compiledWeek
	person    string
	infos     map[string]ActivityInfo
	compared  bool // there is a version before
	previous  []RotaOccurrence
	cancelled []PartnerMeeting
}

// readPrevious reads the version before the published one, and the partner meetings of the week that were cancelled.
func (m *myWeek) readPrevious(ctx context.Context, tx bun.IDB) error {
	err := tx.NewSelect().Model(&m.cancelled).Where("facility_id = ?", m.house.Facility.ID).
		Where("date BETWEEN ? AND ?", m.house.Week.Day(0), m.house.Week.Day(6)).Where("cancelled_at IS NOT NULL").OrderExpr("id").Scan(ctx)
	if err != nil || m.house.Published == nil {
		return err
	}
	var previous []Rota
	err = tx.NewSelect().Model(&previous).ApplyQueryBuilder(m.house.frame().rotas).
		Where("published_version = ?", m.house.Published.PublishedAs-1).Where("state = ?", RotaArchived).Scan(ctx)
	if err != nil || len(previous) == 0 {
		return err
	}
	m.compared = true
	return occurrencesOf(tx, &m.previous, previous[0].ID).Scan(ctx)
}

func (m *myWeek) days() []MyDay {
	days := m.house.Days()
	mine := make([]MyDay, len(days))
	for i := range days {
		mine[i].Day = days[i]
		day := wholeDay(i)
		for a := range m.house.Absences {
			absence := &m.house.Absences[a]
			if away, ok := m.house.Week.absenceSpan(absence); ok && equal(absence.ProfessionalID, m.person) && day.Overlaps(away.From, away.To) {
				mine[i].Absent = absence.Reason
			}
		}
	}
	return mine
}

func (m *myWeek) items() []MyItem {
	published := m.askedFor(slices.Clone(m.house.PublishedOccurrences))
	legs := planner.Legs(m.model, m.plan(published))
	was := byRef(m.here(m.previous))
	items := []MyItem{}
	for _, o := range m.withFixed("", published) {
		if !o.involves(m.person) {
			continue
		}
		item := MyItem{RotaOccurrence: o, ActivityInfo: m.infos[o.ActivityID], End: o.Start + m.duration(&o), Fixed: m.isFixed(o.ActivityID)}
		for _, leg := range legs[o.ref()] {
			if leg.Professional == m.person {
				item.TravelBefore = leg.Minutes
			}
		}
		if m.compared && !item.Fixed {
			item.Change = m.change(&o, was[o.ref()])
		}
		items = append(items, item)
	}
	slices.SortStableFunc(items, func(one, other MyItem) int { return cmp.Compare(one.Start, other.Start) })
	return items
}

// change compares an occurrence with what it was.
func (m *myWeek) change(o, was *RotaOccurrence) *MyChange {
	switch {
	case was == nil || !was.involves(m.person):
		return &MyChange{Kind: planner.Added}
	case !o.sameTimeAndPlace(was):
		return &MyChange{Kind: planner.Moved, Old: was}
	case !slices.Equal(o.Staff, was.Staff) || !slices.Equal(o.Attendees, was.Attendees):
		return &MyChange{Kind: planner.Restaffed, Old: was}
	default:
		return nil
	}
}

// duration returns how long an occurrence lasts; of an activity that was archived the calendars know it.
func (m *myWeek) duration(o *RotaOccurrence) int {
	if activity, known := m.model.ActivityIndex(o.ActivityID); known {
		return m.problem.Activities[activity].Duration
	}
	for i := range m.house.Events {
		if m.house.Events[i].ActivityID == o.ActivityID && m.house.Events[i].Occurrence == o.Occurrence {
			return m.house.Events[i].Duration
		}
	}
	return 0
}

func (m *myWeek) removed() []MyRemoved {
	is := byRef(m.here(m.house.PublishedOccurrences))
	removed := []MyRemoved{}
	previous := m.here(m.previous)
	for i := range previous {
		was := &previous[i]
		if now := is[was.ref()]; was.involves(m.person) && (now == nil || !now.involves(m.person)) {
			removed = append(removed, MyRemoved{ActivityInfo: m.infos[was.ActivityID], Start: was.Start, End: was.Start + m.duration(was)})
		}
	}
	for i := range m.cancelled {
		if meeting := &m.cancelled[i]; m.attends(meeting) {
			removed = append(removed, m.whenOf(meeting))
		}
	}
	slices.SortStableFunc(removed, func(one, other MyRemoved) int { return cmp.Compare(one.Start, other.Start) })
	return removed
}

// attends reports whether the person takes part in a partner meeting.
func (m *myWeek) attends(meeting *PartnerMeeting) bool {
	return slices.Contains(meeting.RequiredIDs, m.person) || slices.Contains(meeting.AttendeeIDs, m.person)
}

// whenOf returns what a partner meeting is and when.
func (m *myWeek) whenOf(meeting *PartnerMeeting) MyRemoved {
	start, _ := m.house.Week.minuteOf(meeting.Date, meeting.Start)
	info := ActivityInfo{Kind: string(planner.Meeting), Label: meeting.Title, ChildIDs: []string{}, AboutChild: meeting.ChildID}
	return MyRemoved{ActivityInfo: info, Start: start, End: start + meeting.Duration}
}
