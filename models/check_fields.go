package models

import (
	"fmt"
	"net/mail"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The limits of what people enter, the same everywhere.
const (
	maxName        = 120  // characters of a name or a label
	maxCode        = 16   // characters of a short code
	maxLine        = 300  // characters of an address or a remark
	maxParagraphs  = 4000 // characters of a longer text
	maxList        = 200  // entries of a list
	dayMinutes     = 1440 // minutes of a day
	weekMinutes    = 7 * dayMinutes
	earliestYear   = 1900
	latestYear     = 2200
	dateLayout     = "2006-01-02"
	maxEmail       = 254  // RFC 5321
	shareOfWhole   = 100  // percent
	maxWeekNumber  = 50   // times a week
	maxSeats       = 500  // of a room
	maxCapacity    = 5000 // children
	maxRoadPercent = 300  // the road against the straight line

	mostWeeksAhead = 60 // made each night
)

// fieldChecks gathers everything that is wrong with a value, field by field. Paths are JSON paths, so that a form can point at each.
type fieldChecks struct{ wrong []FieldError }

func (c *fieldChecks) add(path, key string, args map[string]any) {
	c.wrong = append(c.wrong, FieldError{Path: path, Key: key, Args: args})
}

// text checks what is written in one line: whole characters, no control characters, not longer than limit characters.
func (c *fieldChecks) text(path, value string, limit int) {
	switch {
	case !utf8.ValidString(value):
		c.add(path, "broken_text", nil)
	case strings.ContainsFunc(value, unicode.IsControl):
		c.add(path, "control_character", nil)
	case utf8.RuneCountInString(value) > limit:
		c.add(path, "too_long", map[string]any{"limit": limit})
	}
}

// paragraphs checks text of several lines.
func (c *fieldChecks) paragraphs(path, value string, limit int) {
	c.text(path, strings.NewReplacer("\r\n", " ", "\n", " ").Replace(value), limit)
}

// filled is text that must not be blank.
func (c *fieldChecks) filled(path, value string, limit int) {
	if strings.TrimSpace(value) == "" {
		c.add(path, "required", nil)
		return
	}
	c.text(path, value, limit)
}

// within checks a number and its bounds, both included.
func (c *fieldChecks) within(path string, value, low, high int) {
	if value < low || value > high {
		c.add(path, "out_of_range", map[string]any{"min": low, "max": high})
	}
}

// optionalWithin checks a number that may be missing.
func (c *fieldChecks) optionalWithin(path string, value *int, low, high int) {
	if value != nil {
		c.within(path, *value, low, high)
	}
}

func (c *fieldChecks) date(path, value string) bool {
	day, err := time.Parse(dateLayout, value)
	if err != nil || day.Year() < earliestYear || day.Year() > latestYear {
		c.add(path, "not_a_date", nil)
		return false
	}
	return true
}

// period checks a first and a last day, each of which may be missing.
func (c *fieldChecks) period(fromPath string, from *string, toPath string, to *string) {
	fromGood := from == nil || c.date(fromPath, *from)
	toGood := to == nil || c.date(toPath, *to)
	if fromGood && toGood && from != nil && to != nil && *to < *from {
		c.add(toPath, "ends_before_start", nil)
	}
}

// agreements checks a list of codes of derogations.
func (c *fieldChecks) agreements(path string, codes []string) {
	if !c.size(path, len(codes)) {
		return
	}
	for i, code := range codes {
		oneOf(c, indexed(path, i), code, AgreementCodes...)
	}
}

// indexed returns the path of an entry of a list.
func indexed(path string, index int) string { return fmt.Sprintf("%s[%d]", path, index) }

// oneOf checks a value against the list of those there are.
func oneOf[T ~string](c *fieldChecks, path string, value T, values ...T) {
	if !slices.Contains(values, value) {
		c.add(path, "unknown_value", nil)
	}
}

// texts checks a list of short texts, each once.
func (c *fieldChecks) texts(path string, values []string) {
	if !c.size(path, len(values)) {
		return
	}
	for i, value := range values {
		at := indexed(path, i)
		c.filled(at, value, maxName)
		if slices.Contains(values[:i], value) {
			c.add(at, "repeated", nil)
		}
	}
}

// professions checks a list of trades.
func (c *fieldChecks) professions(path string, values []string) {
	if !c.size(path, len(values)) {
		return
	}
	for i, profession := range values {
		oneOf(c, indexed(path, i), profession, Professions...)
	}
}

// size reports whether a list is short enough to be looked at entry by entry.
func (c *fieldChecks) size(path string, entries int) bool {
	if entries > maxList {
		c.add(path, "too_many", map[string]any{"limit": maxList})
	}
	return entries <= maxList
}

// reference checks that something is named where something must be; whether it exists is asked of the database.
func (c *fieldChecks) reference(path, id string) {
	c.filled(path, id, maxName)
}

func (c *fieldChecks) optionalReference(path string, id *string) {
	if id != nil {
		c.reference(path, *id)
	}
}

// span checks a span of one weekday.
func (c *fieldChecks) span(path string, span DaySpan) {
	oneOf(c, path+".letter", span.Letter, EveryWeek, WeekA, WeekB)
	c.within(path+".day", span.Day, 0, 6)
	c.hours(path, span.From, span.To)
}

// hours checks the two ends of a span within a day.
func (c *fieldChecks) hours(path string, from, to int) {
	before := len(c.wrong)
	c.within(path+".from", from, 0, dayMinutes)
	c.within(path+".to", to, 0, dayMinutes)
	if len(c.wrong) == before && to <= from {
		c.add(path+".to", "ends_before_start", nil)
	}
}

// separateSpans checks a list of spans of which no two may overlap in any week.
func (c *fieldChecks) separateSpans(path string, spans []DaySpan) {
	if !c.size(path, len(spans)) {
		return
	}
	for i, span := range spans {
		at := indexed(path, i)
		c.span(at, span)
		if slices.ContainsFunc(spans[:i], span.overlaps) {
			c.add(at, "overlaps", nil)
		}
	}
}

// overlaps reports whether two spans have a minute in common in some week.
func (d DaySpan) overlaps(other DaySpan) bool {
	sameWeek := d.Letter == EveryWeek || other.Letter == EveryWeek || d.Letter == other.Letter
	return sameWeek && d.Day == other.Day && d.From < other.To && other.From < d.To
}

// routingServer checks the address of a server; an empty one is none. What is asked of it says where children live, so that only an address
// without a password and without a query of its own is taken.
func (c *fieldChecks) routingServer(path, value string) {
	if value == "" {
		return
	}
	c.text(path, value, maxLine)
	address, err := url.Parse(value)
	if err != nil || address.Scheme != "http" && address.Scheme != "https" || address.Host == "" || address.User != nil || address.RawQuery != "" || address.Fragment != "" {
		c.add(path, "not_an_address", nil)
	}
}

// email checks an address; an empty one is no address.
func (c *fieldChecks) email(path, value string) {
	parsed, err := mail.ParseAddress(value)
	if err != nil || parsed.Name != "" || parsed.Address != value || len(value) > maxEmail || !utf8.ValidString(value) {
		c.add(path, "not_an_email", nil)
	}
}
