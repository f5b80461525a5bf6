package models

import (
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner/law"
)

// How far around the judged week the law looks: means go over twelve weeks, and a night over each end.
const (
	weeksBehind = 12
	weeksAhead  = 1
	weeksOfLaw  = weeksBehind + 1 + weeksAhead
)

// surroundings are what the law needs of the weeks around one: the hours published in them and their public holidays.
type surroundings struct {
	key      surroundingsKey
	hours    map[string][]law.Span // professional
	holidays []string
	done     hoursDone
}

// surroundingsKey names a state of the weeks around one: records and publications decide over it.
type surroundingsKey struct {
	week      weekKey
	published string // rotas of the weeks around
}

// surroundingsCache keeps those used last: every change of a draft asks for the same again. Its zero value is empty and ready.
type surroundingsCache struct {
	mu   sync.Mutex
	last []*surroundings // used last in front
}

func (c *surroundingsCache) get(key surroundingsKey) *surroundings {
	c.mu.Lock()
	defer c.mu.Unlock()
	i := slices.IndexFunc(c.last, func(known *surroundings) bool { return known.key == key })
	if i < 0 {
		return nil
	}
	found := c.last[i]
	c.last = slices.Insert(slices.Delete(c.last, i, i+1), 0, found)
	return found
}

func (c *surroundingsCache) put(found *surroundings) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last = slices.Insert(c.last, 0, found)
	if len(c.last) > cachedWeeks {
		c.last = slices.Delete(c.last, cachedWeeks, len(c.last))
	}
}

// surroundings returns the weeks around, from memory when nothing changed in them.
func (s *Store) surroundings(ctx context.Context, tx bun.IDB, week *compiledWeek) (*surroundings, error) {
	house := week.house
	around := aroundWeek(house.Week)
	first, last := around[0].String(), around[len(around)-1].String()
	var published []string
	err := tx.NewSelect().Model((*Rota)(nil)).Column("id").Where("facility_id = ?", house.Facility.ID).
		Where("week BETWEEN ? AND ?", first, last).Where("week <> ?", house.Week.String()).Where("template_id IS NULL").Where("state = ?", RotaPublished).
		OrderExpr("week").Scan(ctx, &published)
	if err != nil {
		return nil, err
	}
	key := surroundingsKey{
		week:      weekKey{facilityID: house.Facility.ID, version: house.Facility.Revision, week: house.Week},
		published: strings.Join(published, " "),
	}
	if known := s.around.get(key); known != nil {
		return known, nil
	}
	var events []CalendarEvent
	err = tx.NewSelect().Model(&events).Column("week", "start", "duration", "staff", "place_id", "kind").Where("facility_id = ?", house.Facility.ID).
		Where("week BETWEEN ? AND ?", first, last).Where("week <> ?", house.Week.String()).Where("cancelled_at IS NULL").Scan(ctx)
	if err != nil {
		return nil, err
	}
	worked, err := workedBetween(ctx, tx, house.Facility.ID, "", around[0].Day(0), around[len(around)-1].Day(wholeWeek-1))
	if err != nil {
		return nil, err
	}
	fresh := week.surround(around, events)
	fresh.done = hoursDoneFrom(around[0].Day(0), worked)
	fresh.key = key
	s.around.put(fresh)
	return fresh, nil
}

// aroundWeek returns the weeks the law looks at for one, in order.
func aroundWeek(week Week) []Week {
	around := make([]Week, weeksOfLaw)
	around[weeksBehind] = week
	for i := weeksBehind - 1; i >= 0; i-- {
		around[i] = around[i+1].Previous()
	}
	for i := weeksBehind + 1; i < weeksOfLaw; i++ {
		around[i] = around[i-1].Next()
	}
	return around
}

// surround makes hours of the events of the weeks around.
func (w *compiledWeek) surround(around []Week, events []CalendarEvent) *surroundings {
	s := &surroundings{hours: make(map[string][]law.Span, len(w.house.Professionals))}
	number := make(map[string]int, len(around))
	for i, week := range around {
		number[week.String()] = i
	}
	for year := around[0].Monday().Year(); year <= around[len(around)-1].Next().Monday().Year(); year++ {
		for _, holiday := range PublicHolidays(year, w.house.Facility.Department) {
			s.holidays = append(s.holidays, holiday.Date)
		}
	}
	stints := make([]map[string][]stint, len(around))
	for i := range events {
		event := &events[i]
		n := number[event.Week]
		if stints[n] == nil {
			stints[n] = map[string][]stint{}
		}
		for _, person := range event.Staff {
			stints[n][person] = append(stints[n][person], stint{event.Start, event.Start + event.Duration, event.PlaceID, kindOfWork(event.Kind)})
		}
	}
	for i := range w.house.Professionals {
		person := &w.house.Professionals[i]
		for n := range around {
			s.hours[person.ID] = append(s.hours[person.ID], w.hoursOf(person, n, around[n].Letter(), stints[n][person.ID])...)
		}
	}
	return s
}
