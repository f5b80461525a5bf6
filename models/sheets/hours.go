package sheets

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

var (
	hoursAndMinutes = regexp.MustCompile(`^(\d{1,3}) ?(?:h|:|heures?) ?(\d{2})? ?(?:min|mn|m)?(?::00)?$`)
	minutesOnly     = regexp.MustCompile(`^(\d{1,4}) ?(?:min|mn|minutes?|m|')\.?$`)
	decimalHours    = regexp.MustCompile(`^(\d{1,3}[.,]\d+) ?(?:h|heures?)?$`)
	bareNumber      = regexp.MustCompile(`^\d{1,4}$`)
)

// Clock reads a time of day in minutes after midnight: 8h30, 8 h 30, 08:30, 8,5, 8h, 8.
func (c Cell) Clock() (int, *Issue) {
	if wrong := c.usable(); wrong != nil {
		return 0, wrong
	}
	wrong := issue("not_a_time", "value", c.Trimmed())
	minutes := -1
	switch c.Kind {
	case Time:
		minutes = toMinutes(c.Number * 24)
	case Number:
		minutes = toMinutes(c.Number)
	case Date:
		return 0, wrong
	default:
		if found, ok := readHours(c.Text); ok {
			minutes = found
		}
	}
	if minutes < 0 || minutes > minutesOfDay {
		return 0, wrong
	}
	return minutes, nil
}

// Minutes reads a length of time where a number alone counts minutes: 45, 45 min, 1h, 1 h 30, 1:30, 1,5 h.
func (c Cell) Minutes() (int, *Issue) {
	if c.Kind == Number {
		return wholeMinutes(c, c.Number)
	}
	text := plainHours(c.Text)
	if c.Kind == Text && bareNumber.MatchString(text) {
		minutes, err := strconv.Atoi(text)
		if err == nil {
			return minutes, nil
		}
	}
	return c.Hours()
}

// Hours reads a length of time where a number alone counts hours: 35, 17,75, 17h45, 17:45, 35 h, 45 min.
func (c Cell) Hours() (int, *Issue) {
	if wrong := c.usable(); wrong != nil {
		return 0, wrong
	}
	switch c.Kind {
	case Number:
		return wholeMinutes(c, c.Number*60)
	case Time, Date: // hours beyond a day are sometimes kept in a cell that shows a date
		return wholeMinutes(c, c.Number*minutesOfDay)
	default:
	}
	if minutes, ok := readHours(c.Text); ok {
		return minutes, nil
	}
	if m := minutesOnly.FindStringSubmatch(plainHours(c.Text)); m != nil {
		if minutes, err := strconv.Atoi(m[1]); err == nil {
			return minutes, nil
		}
	}
	return 0, issue("not_a_duration", "value", c.Trimmed())
}

func wholeMinutes(c Cell, minutes float64) (int, *Issue) {
	if !(minutes >= 0 && minutes < 1e6) {
		return 0, issue("not_a_duration", "value", c.Trimmed())
	}
	return int(math.Round(minutes)), nil
}

func toMinutes(hours float64) int {
	if !(hours >= 0 && hours <= 1000) {
		return -1
	}
	return int(math.Round(hours * 60))
}

// plainHours writes a text with small letters and single blanks.
func plainHours(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(text), " "))
}

// readHours reads hours and minutes, decimal hours, or hours alone.
func readHours(text string) (minutes int, ok bool) {
	text = plainHours(text)
	if m := hoursAndMinutes.FindStringSubmatch(text); m != nil {
		hours, _ := strconv.Atoi(m[1])
		rest, _ := strconv.Atoi(m[2])
		return hours*60 + rest, rest < 60
	}
	if m := decimalHours.FindStringSubmatch(text); m != nil {
		hours, err := strconv.ParseFloat(strings.Replace(m[1], ",", ".", 1), 64)
		return toMinutes(hours), err == nil
	}
	if bareNumber.MatchString(text) {
		hours, err := strconv.Atoi(text)
		return hours * 60, err == nil
	}
	return 0, false
}

// FormatClock writes minutes as 8h30, and whole hours as 8h.
func FormatClock(minutes int) string {
	if minutes%60 == 0 {
		return strconv.Itoa(minutes/60) + "h"
	}
	return fmt.Sprintf("%dh%02d", minutes/60, minutes%60)
}

// FormatHours writes minutes as decimal hours with a comma, 17,75, or as 17h20 where two decimals do not say it.
func FormatHours(minutes int) string {
	if minutes%3 != 0 {
		return FormatClock(minutes)
	}
	return strings.Replace(strconv.FormatFloat(float64(minutes)/60, 'f', -1, 64), ".", ",", 1)
}
