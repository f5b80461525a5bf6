package models

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"
)

// The hours of a day in which meetings with partners are looked for, in minutes after midnight.
const (
	meetingsFrom = 8 * 60
	meetingsTo   = 18*60 + 30
)

// Limits of one search.
const (
	mostSearchDays  = 42
	mostProposals   = 5
	mostInvited     = 60
	shortestMeeting = planGrid
	longestMeeting  = 8 * 60
	halfHour        = 30
)

// SlotRequest asks when people can meet.
type SlotRequest struct {
	Required     []string // professionals without whom there is no meeting
	Useful       []string // professionals who come if they can
	Contacts     []string // of partners
	Duration     int
	Place        *string  // nil: remote
	RoomFeatures []string // nil: no room of ours is needed
	From, To     string   // civil dates, both included, at most six weeks apart
}

// Slot is an hour at which everybody who is needed can come.
type Slot struct {
	Date       string
	Start, End int // minutes after midnight
	Room       *string
	Free       []string // professionals asked who can come
	Busy       []string // useful ones who cannot
}

// SlotDay is a day of the search: for each quarter hour from From how many of those needed can come to a meeting that starts then.
type SlotDay struct {
	Date     string
	Week     Week
	Closed   string
	From, To int
	Free     []int
}

// SlotAnswer is what a search found. Proposals are positions in Slots, the best first.
type SlotAnswer struct {
	Needed    int // professionals required and contacts
	Days      []SlotDay
	Slots     []Slot
	Proposals []int
}

// FindSlots looks for hours at which people can meet, by the rules of the planner: the published rota of each week counts, else its latest
// draft, with ways to and from the meeting, breaks, absences and other meetings. A contact whose hours are not known can always come.
func (s *Store) FindSlots(ctx context.Context, actor Actor, request SlotRequest) (SlotAnswer, error) {
	if _, err := s.allow(actor, ResourcePartnerMeeting, ActionChange); err != nil {
		return SlotAnswer{}, err
	}
	first, last, err := request.dates()
	if err != nil {
		return SlotAnswer{}, err
	}
	answer := SlotAnswer{Needed: len(request.Required) + len(request.Contacts), Days: []SlotDay{}, Slots: []Slot{}, Proposals: []int{}}
	err = s.read(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		for week := WeekOf(first); !week.Monday().After(last); week = week.Next() {
			search, err := s.meetingSearch(ctx, tx, actor, week, &request)
			if err != nil {
				return err
			}
			earliest, err := search.notBefore(now)
			if err != nil {
				return err
			}
			for day := range wholeWeek {
				if date := week.Day(day); request.From <= date && date <= request.To {
					search.day(day, earliest, &answer)
				}
			}
		}
		return nil
	})
	if err != nil {
		return SlotAnswer{}, err
	}
	answer.Proposals = proposals(answer.Slots)
	return answer, nil
}

// dates checks the request's values and returns its first and last day.
func (r *SlotRequest) dates() (first, last time.Time, err error) {
	var checks fieldChecks
	first, firstOK := checks.plannedDay("from", r.From)
	last, lastOK := checks.plannedDay("to", r.To)
	switch {
	case !firstOK || !lastOK:
	case last.Before(first):
		checks.add("to", "ends_before_start", nil)
	case last.Sub(first) >= mostSearchDays*24*time.Hour:
		checks.add("to", "too_many", map[string]any{"limit": mostSearchDays})
	}
	r.check(&checks)
	return first, last, checks.error()
}

// plannedDay checks a civil date of a week that can be planned, and returns it.
func (c *fieldChecks) plannedDay(path, value string) (time.Time, bool) {
	day, err := time.Parse(time.DateOnly, value)
	if err != nil || !WeekOf(day).valid() {
		c.add(path, "not_a_date", nil)
		return time.Time{}, false
	}
	return day, true
}

// check checks the values that a search and a new meeting share.
func (r *SlotRequest) check(checks *fieldChecks) {
	checks.within("duration", r.Duration, shortestMeeting, longestMeeting)
	if r.Duration%planGrid != 0 {
		checks.add("duration", keyOffGrid, map[string]any{"step": planGrid})
	}
	if len(r.Required) == 0 {
		checks.add("professionals", "required", nil)
	}
	if len(r.Required)+len(r.Useful)+len(r.Contacts) > mostInvited {
		checks.add("professionals", "too_many", map[string]any{"limit": mostInvited})
	}
	checks.distinct("professionals", slices.Concat(r.Required, r.Useful))
	checks.distinct("contacts", r.Contacts)
	checks.size("room_features", len(r.RoomFeatures))
}

// day looks at every quarter hour of a day; slots before earliest, a minute of the week, are past.
func (m *meetingSearch) day(day, earliest int, answer *SlotAnswer) {
	today := m.days[day]
	found := SlotDay{Date: today.Date, Week: m.week.house.Week, Closed: today.Closed, From: meetingsFrom, To: meetingsTo, Free: []int{}}
	for start := meetingsFrom; start < meetingsTo; start += planGrid {
		if !m.open(day) {
			found.Free = append(found.Free, 0)
			continue
		}
		option := m.at(day, start)
		found.Free = append(found.Free, len(option.free)+option.contacts)
		if !option.possible || day*dayMinutes+start < earliest || start+m.request.Duration > meetingsTo {
			continue
		}
		answer.Slots = append(answer.Slots, Slot{
			Date: today.Date, Start: start, End: start + m.request.Duration, Room: option.room,
			Free: slices.Concat(option.free, option.useful), Busy: option.busyUseful,
		})
	}
	answer.Days = append(answer.Days, found)
}

// proposals returns the positions of a few slots on different days: those to which most useful people can come, then full and half hours, then
// the first. Where days do not suffice, a day may come twice.
func proposals(slots []Slot) []int {
	order := make([]int, len(slots))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(one, other int) int {
		return cmp.Or(cmp.Compare(len(slots[one].Busy), len(slots[other].Busy)), cmp.Compare(slots[one].Start%halfHour, slots[other].Start%halfHour))
	})
	chosen := []int{}
	for _, otherDay := range []bool{true, false} {
		for _, i := range order {
			if len(chosen) == mostProposals {
				return chosen
			}
			meets := slices.ContainsFunc(chosen, func(known int) bool {
				return slots[known].Date == slots[i].Date && (otherDay || slots[known].Start < slots[i].End && slots[i].Start < slots[known].End)
			})
			if !meets {
				chosen = append(chosen, i)
			}
		}
	}
	return chosen
}
