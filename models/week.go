package models

import (
	"fmt"
	"strconv"
	"time"
)

// Weeks outside these years are refused: nobody plans them, and a typing error must not fill the database.
const (
	firstWeekYear = 2000
	lastWeekYear  = 2100
)

// Week is a week of ISO 8601: it starts on Monday, and week 1 is the one with the year's first Thursday.
type Week struct{ Year, Number int }

// ParseWeek reads 2026-W48. Any other form, a year outside 2000 to 2100 and a week its year does not have are [CodeInvalid] errors.
func ParseWeek(text string) (Week, error) {
	if len(text) == len("2026-W48") && text[4:6] == "-W" {
		year, yearOK := digits(text[:4])
		number, numberOK := digits(text[6:])
		week := Week{Year: year, Number: number}
		if yearOK && numberOK && week.valid() {
			return week, nil
		}
	}
	return Week{}, Invalid(FieldError{Path: "week", Key: "week_format", Args: map[string]any{"example": "2026-W48"}})
}

func digits(text string) (int, bool) {
	for _, character := range []byte(text) {
		if character < '0' || character > '9' {
			return 0, false
		}
	}
	number, err := strconv.Atoi(text)
	return number, err == nil
}

func (w Week) valid() bool {
	return w.Year >= firstWeekYear && w.Year <= lastWeekYear && w.Number >= 1 && w == WeekOf(w.Monday())
}

// WeekOf returns the week in which the civil date of day lies, in day's own location.
func WeekOf(day time.Time) Week {
	year, number := day.ISOWeek()
	return Week{Year: year, Number: number}
}

// PlanningWeek returns the week a manager works on at that moment: the current one, on Saturday and Sunday the coming one.
func PlanningWeek(now time.Time, location *time.Location) Week {
	local := now.In(location)
	if day := local.Weekday(); day == time.Saturday || day == time.Sunday {
		local = local.AddDate(0, 0, 2)
	}
	return WeekOf(local)
}

// String returns the form [ParseWeek] reads.
func (w Week) String() string { return fmt.Sprintf("%04d-W%02d", w.Year, w.Number) }

// Monday returns the civil date of the first day, as midnight UTC: no zone's clock changes can shift it.
func (w Week) Monday() time.Time {
	fourth := time.Date(w.Year, time.January, 4, 0, 0, 0, 0, time.UTC) // always in week 1
	return fourth.AddDate(0, 0, 7*(w.Number-1)-weekday(fourth))
}

// Sunday returns the civil date of the last day, as midnight UTC.
func (w Week) Sunday() time.Time { return w.Monday().AddDate(0, 0, wholeWeek-1) }

// Day returns the civil date of a day of the week, 0 for Monday, as YYYY-MM-DD. Days beyond Sunday lie in the next week.
func (w Week) Day(day int) string { return w.Monday().AddDate(0, 0, day).Format(time.DateOnly) }

// Letter returns A in weeks with an even ISO number and B in the others. After a year of 53 weeks two B weeks follow each other.
func (w Week) Letter() WeekLetter {
	if w.Number%2 == 0 {
		return WeekA
	}
	return WeekB
}

// Next returns the week after.
func (w Week) Next() Week { return WeekOf(w.Monday().AddDate(0, 0, 7)) }

// Previous returns the week before.
func (w Week) Previous() Week { return WeekOf(w.Monday().AddDate(0, 0, -7)) }

// before reports whether the week comes before another.
func (w Week) before(other Week) bool { return w.Monday().Before(other.Monday()) }

// weeksAhead returns so many weeks after this one.
func (w Week) weeksAhead(count int) []Week {
	weeks := make([]Week, count)
	for i := range weeks {
		w = w.Next()
		weeks[i] = w
	}
	return weeks
}

// Instant returns the moment at which a wall clock in location shows that minute of the week. In the hour a clock skips in spring it is the
// moment as far after the change; in the hour that comes twice in autumn it is the first.
func (w Week) Instant(minute int, location *time.Location) time.Time {
	monday := w.Monday()
	return time.Date(monday.Year(), monday.Month(), monday.Day(), 0, minute, 0, 0, location)
}

// minuteOf returns the minute of the week at which a civil date and a minute of that day lie; it is negative before the week. A date that
// cannot be read is not of any week.
func (w Week) minuteOf(date string, minute int) (int, bool) {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return 0, false
	}
	return int(day.Sub(w.Monday())/(24*time.Hour))*dayMinutes + minute, true
}

// weekday returns 0 for Monday to 6 for Sunday.
func weekday(day time.Time) int { return (int(day.Weekday()) + 6) % 7 }
