package models

import (
	"context"
	"slices"

	"github.com/uptrace/bun"
)

// WeekMinutes is how many minutes a week was to hold for somebody and held.
type WeekMinutes struct {
	Week          Week
	WantedMinutes int
	// PlannedMinutes are those published; nil: there was no rota, which is not the same as nothing in it.
	PlannedMinutes *int
}

// weeksLookedBack is how far back the state of a record looks.
const weeksLookedBack = 12

// weeksOfMissing is in how many published weeks before it missing sessions are counted.
const weeksOfMissing = 8

// lookedBack returns the first of the weeks that the state of a record in this one looks back to.
func (w Week) lookedBack() Week {
	return WeekOf(w.Monday().AddDate(0, 0, -wholeWeek*(weeksLookedBack-1)))
}

// lastWeeks returns the minutes wanted and published in the last weeks up to one, the oldest first. Whose says which of the published events
// are counted; the hours really done replace the days they are about.
func lastWeeks(
	ctx context.Context, r reach, last Week, whose func(events *bun.SelectQuery) *bun.SelectQuery, wanted func(Week) int, done []WorkedDay,
) ([]WeekMinutes, error) {
	first := last.lookedBack()
	between := func(query *bun.SelectQuery) *bun.SelectQuery {
		return query.Where("facility_id = ?", r.actor.FacilityID).Where("week BETWEEN ? AND ?", first.String(), last.String())
	}
	var rotas []Rota
	err := between(r.tx.NewSelect().Model(&rotas).Column("week")).Where("template_id IS NULL").Where("state = ?", RotaPublished).Scan(ctx)
	if err != nil {
		return nil, err
	}
	var events []CalendarEvent
	err = whose(between(r.tx.NewSelect().Model(&events).Column("week", "start", "duration")).Where("cancelled_at IS NULL")).Scan(ctx)
	if err != nil {
		return nil, err
	}
	planned := make(map[string]*int, weeksLookedBack)
	for i := range rotas {
		planned[rotas[i].Week] = new(int)
	}
	worked := map[string]bool{}
	for i := range done {
		number := daysBetween(first.Day(0), done[i].Date) / wholeWeek
		if minutes := planned[WeekOf(first.Monday().AddDate(0, 0, wholeWeek*number)).String()]; minutes != nil {
			*minutes += done[i].Minutes()
		}
		worked[done[i].Date] = true
	}
	for i := range events {
		week, err := ParseWeek(events[i].Week)
		if err != nil {
			return nil, err
		}
		if minutes := planned[events[i].Week]; minutes != nil && !worked[week.Day(events[i].Start/dayMinutes)] {
			*minutes += events[i].Duration
		}
	}
	weeks := make([]WeekMinutes, 0, weeksLookedBack)
	for week := first; len(weeks) < weeksLookedBack; week = week.Next() {
		weeks = append(weeks, WeekMinutes{Week: week, WantedMinutes: wanted(week), PlannedMinutes: planned[week.String()]})
	}
	return weeks, nil
}

// countMissed counts, among the last published weeks before the one shown, those without any of a need that asked for some.
func (s *ChildState) countMissed(ctx context.Context, r reach, child string) error {
	before := []Week{}
	for _, week := range slices.Backward(s.Weeks[:len(s.Weeks)-1]) {
		if week.PlannedMinutes != nil && len(before) < weeksOfMissing {
			before = append(before, week.Week)
		}
	}
	if len(before) == 0 {
		return nil
	}
	var events []CalendarEvent
	err := named(r.tx.NewSelect().Model(&events).Column("week", "activity_id").Where("facility_id = ?", r.actor.FacilityID).Where("cancelled_at IS NULL").
		Where("week BETWEEN ? AND ?", before[len(before)-1].String(), before[0].String()), "child_ids", true, child).Scan(ctx)
	if err != nil {
		return err
	}
	held := make(map[[2]string]bool, len(events))
	for i := range events {
		held[[2]string{events[i].Week, events[i].ActivityID}] = true
	}
	for i := range s.Needs {
		need := &s.Needs[i]
		for _, week := range before {
			if need.Need.wantedIn(week) > 0 && !held[[2]string{week.String(), need.Need.ID}] {
				need.MissedWeeks++
			}
		}
	}
	return nil
}

// minutesWanted returns how many minutes some needs ask for in a week, whatever the week's calendar.
func minutesWanted(needs []Need, week Week) int {
	minutes := 0
	for i := range needs {
		minutes += needs[i].Duration * needs[i].wantedIn(week)
	}
	return minutes
}

// wantedIn returns how often the need was asked for in a week, whatever the week's calendar.
func (n *Need) wantedIn(week Week) int {
	begun := n.FromDate == nil || *n.FromDate <= week.Day(wholeWeek-1)
	over := n.ToDate != nil && *n.ToDate < week.Day(0)
	archived := n.ArchivedAt != nil && n.ArchivedAt.Format(dateLayout) < week.Day(0)
	if !begun || over || archived || n.Letter != EveryWeek && n.Letter != week.Letter() {
		return 0
	}
	return n.timesIn(n.ID, week.Letter())
}
