package models

import (
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
	shortestMeeting = planStep
	longestMeeting  = 8 * 60
	halfHour        = 30
	timeOfDay       = 2 * 60 // hours nearer than that are the same time of the day to those who are asked
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

// SlotDay is a day of the search: for each quarter hour from From how many of those needed can come to the best meeting that covers it.
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
			for day := range search.week.problem.Days {
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
	if r.Duration%planStep != 0 {
		checks.add("duration", keyOffGrid, map[string]any{"step": planStep})
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
	quarters := (meetingsTo - meetingsFrom) / planStep
	found := SlotDay{Date: today.Date, Week: m.week.house.Week, Closed: today.Closed, From: meetingsFrom, To: meetingsTo, Free: make([]int, quarters)}
	defer func() { answer.Days = append(answer.Days, found) }()
	if !m.open(day) {
		return
	}
	length := m.request.Duration / planStep
	for first := range quarters - length + 1 {
		start := meetingsFrom + first*planStep
		option := m.at(day, start)
		for i := first; i < first+length; i++ {
			found.Free[i] = max(found.Free[i], len(option.free)+option.contacts)
		}
		if option.possible && day*dayMinutes+start >= earliest {
			answer.Slots = append(answer.Slots, Slot{
				Date: today.Date, Start: start, End: start + m.request.Duration, Room: option.room,
				Free: slices.Concat(option.free, option.useful), Busy: option.busyUseful,
			})
		}
	}
}

// proposals returns the positions of a few slots that differ, chosen one after the other: on a day not proposed yet while there is one, then
// where most useful people can come, then at a time of the day not proposed yet, then at a full or half hour, then the first.
func proposals(slots []Slot) []int {
	chosen := []int{}
	for len(chosen) < mostProposals {
		best, bestPrice := -1, [4]int{}
		for i := range slots {
			price, possible := proposalPrice(slots, chosen, i)
			if possible && (best < 0 || slices.Compare(price[:], bestPrice[:]) < 0) {
				best, bestPrice = i, price
			}
		}
		if best < 0 {
			break
		}
		chosen = append(chosen, best)
	}
	return chosen
}

// proposalPrice says how good a slot is beside those already chosen, the least price first; a slot that overlaps one of them is none.
func proposalPrice(slots []Slot, chosen []int, i int) (price [4]int, possible bool) {
	sameDay, sameTime := 0, 0
	for _, k := range chosen {
		known := &slots[k]
		if known.Date == slots[i].Date {
			if known.Start < slots[i].End && slots[i].Start < known.End {
				return price, false
			}
			sameDay++
		}
		if known.Start/timeOfDay == slots[i].Start/timeOfDay {
			sameTime++
		}
	}
	return [4]int{sameDay, len(slots[i].Busy), sameTime, slots[i].Start % halfHour}, true
}
