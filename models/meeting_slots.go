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
	mostSearchDays   = 42
	mostProposals    = 5
	mostInvited      = 60
	shortestMeeting  = planGrid
	longestMeeting   = 8 * 60
	halfHour         = 30
	mostRoomFeatures = 20
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
	var fields []FieldError
	first, firstErr := time.Parse(time.DateOnly, r.From)
	last, lastErr := time.Parse(time.DateOnly, r.To)
	for _, date := range []struct {
		path string
		err  error
		at   time.Time
	}{{"from", firstErr, first}, {"to", lastErr, last}} {
		if date.err != nil || !WeekOf(date.at).valid() {
			fields = append(fields, FieldError{Path: date.path, Key: "date"})
		}
	}
	if len(fields) == 0 && (last.Before(first) || last.Sub(first) >= mostSearchDays*24*time.Hour) {
		fields = append(fields, FieldError{Path: "to", Key: "range", Args: map[string]any{"days": mostSearchDays}})
	}
	if fields = append(fields, r.invalid()...); len(fields) > 0 {
		return first, last, Invalid(fields...)
	}
	return first, last, nil
}

// invalid returns what is wrong with the values that a search and a new meeting share.
func (r *SlotRequest) invalid() (fields []FieldError) {
	if r.Duration < shortestMeeting || r.Duration > longestMeeting || r.Duration%planGrid != 0 {
		fields = append(fields, FieldError{Path: "duration", Key: "range", Args: map[string]any{"min": shortestMeeting, "max": longestMeeting, "step": planGrid}})
	}
	if len(r.Required) == 0 {
		fields = append(fields, FieldError{Path: "professionals", Key: "required"})
	}
	if len(r.Required)+len(r.Useful)+len(r.Contacts) > mostInvited {
		fields = append(fields, FieldError{Path: "professionals", Key: "too_many", Args: map[string]any{"limit": mostInvited}})
	}
	invited := slices.Concat(r.Required, r.Useful)
	slices.Sort(invited)
	if len(slices.Compact(invited)) < len(r.Required)+len(r.Useful) {
		fields = append(fields, FieldError{Path: "professionals", Key: "repeated"})
	}
	if len(r.RoomFeatures) > mostRoomFeatures {
		fields = append(fields, FieldError{Path: "room_features", Key: "too_many", Args: map[string]any{"limit": mostRoomFeatures}})
	}
	return fields
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
		if !option.possible || day*minutesPerDay+start < earliest || start+m.request.Duration > meetingsTo {
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
