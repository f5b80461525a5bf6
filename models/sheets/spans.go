package sheets

import (
	"slices"
	"strings"
	"unicode"
)

// Span is a span of hours of a weekday, in minutes after midnight. Letter is A, B, or empty for every week; Day is 0 for Monday.
type Span struct {
	Letter   string
	Day      int
	From, To int
}

// The days as they are written in a cell.
var shortDays = []string{"lun", "mar", "mer", "jeu", "ven", "sam", "dim"}

// token is a day, a time, a letter of week, a dash, or what separates entries.
type spanToken struct {
	kind  byte // d day, t time, l letter, - dash, , separator, ? anything else
	value int
	text  string
}

// ReadSpans reads spans of a week, « lun 9h-12h30, mar A 14h-17h ». A day stands for all spans up to the next day, several days share
// what follows them (« lun, mar 9h-12h », « lun-ven 8h30-16h30 »), A or B after a day or « semaine A : » before it limits to those weeks.
// With a day given, spans without any day are that day's.
func ReadSpans(text string, day int) ([]Span, *Issue) {
	r := spanReader{tokens: cutSpans(text)}
	if day >= 0 {
		r.days = []int{day}
	}
	for r.at < len(r.tokens) {
		if wrong := r.step(); wrong != nil {
			return nil, wrong
		}
	}
	if len(r.spans) == 0 || r.open {
		return nil, issue("not_hours", "value", strings.TrimSpace(text))
	}
	return r.spans, nil
}

// Spans reads the spans of a cell; one that Excel took for a time of day is no span.
func (c Cell) Spans(day int) ([]Span, *Issue) {
	if wrong := c.usable(); wrong != nil {
		return nil, wrong
	}
	return ReadSpans(c.Text, day)
}

type spanReader struct {
	tokens []spanToken
	at     int
	days   []int
	letter string // of the days
	weeks  string // of all that follows: « semaine A : »
	open   bool   // days were named and no span has followed yet
	spans  []Span
}

func (r *spanReader) peek(ahead int) byte {
	if r.at+ahead >= len(r.tokens) {
		return 0
	}
	return r.tokens[r.at+ahead].kind
}

func (r *spanReader) step() *Issue {
	token := r.tokens[r.at]
	switch {
	case token.kind == 'd':
		r.day(token.value)
	case token.kind == 'l' && !r.open && r.peek(1) == 'd':
		r.weeks, r.letter = token.text, token.text
	case token.kind == 'l':
		r.letter = token.text
	case token.kind == 't' && r.peek(1) == '-' && r.peek(2) == 't':
		return r.span(token.value, r.tokens[r.at+2].value)
	case token.kind == ',':
	default:
		return issue("not_hours", "value", token.text)
	}
	r.at++
	return nil
}

func (r *spanReader) day(day int) {
	if !r.open {
		r.days, r.letter, r.open = nil, r.weeks, true
	}
	last := day
	if r.peek(1) == '-' && r.peek(2) == 'd' && r.tokens[r.at+2].value > day {
		last = r.tokens[r.at+2].value
		r.at += 2
	}
	for d := day; d <= last; d++ {
		if !slices.Contains(r.days, d) {
			r.days = append(r.days, d)
		}
	}
}

func (r *spanReader) span(from, to int) *Issue {
	written := r.tokens[r.at].text + "-" + r.tokens[r.at+2].text
	switch {
	case len(r.days) == 0:
		return issue("hours_without_day", "value", written)
	case to <= from || to > minutesOfDay:
		return issue("hours_end_before_start", "value", written)
	}
	for _, day := range r.days {
		r.spans = append(r.spans, Span{Letter: r.letter, Day: day, From: from, To: to})
	}
	r.at += 3
	r.open = false
	return nil
}

// cutSpans cuts a text into tokens. The letter of a week and the « à » between two times look alike once accents are gone: it is a letter
// unless it stands between times.
func cutSpans(text string) []spanToken {
	var tokens []spanToken
	for rest := []rune(text); len(rest) > 0; {
		length := spanTokenLength(rest)
		if token, ok := spanTokenOf(string(rest[:length])); ok {
			tokens = append(tokens, token)
		}
		rest = rest[length:]
	}
	for i := 1; i+1 < len(tokens); i++ {
		if tokens[i].kind == 'l' && tokens[i].text == "A" && tokens[i-1].kind == 't' && tokens[i+1].kind == 't' {
			tokens[i].kind = '-'
		}
	}
	return tokens
}

// spanTokenLength returns how many characters belong together at the start of a text: a time, a word, or a single sign.
func spanTokenLength(text []rune) int {
	switch {
	case isDigit(text[0]):
		return timeLength(text)
	case unicode.IsLetter(text[0]):
		return runLength(text, func(r rune) bool { return unicode.IsLetter(r) || r == '.' || unicode.Is(unicode.Mn, r) })
	default:
		return 1
	}
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func runLength(text []rune, belongs func(rune) bool) int {
	for i, r := range text {
		if !belongs(r) {
			return i
		}
	}
	return len(text)
}

// timeLength measures a time at the start of a text: 9, 9h, 9 h 30, 9:30, 8,5. Figures after the hours are its minutes unless an hour begins
// with them (« 9h 12h30 » has two times).
func timeLength(text []rune) int {
	hours := runLength(text, isDigit)
	at := hours + runLength(text[hours:], unicode.IsSpace)
	switch {
	case at < len(text) && (text[at] == 'h' || text[at] == 'H' || text[at] == ':'):
		end := at + 1
		if text[at] != ':' {
			end = at + runLength(text[at:], unicode.IsLetter)
		}
		start := end + runLength(text[end:], unicode.IsSpace)
		if minutes := runLength(text[start:], isDigit); minutes == 2 && !beginsHour(text[start+minutes:]) {
			return start + minutes
		}
		return end
	case hours+1 < len(text) && (text[hours] == ',' || text[hours] == '.'):
		if part := runLength(text[hours+1:], isDigit); part > 0 && part <= 2 && !beginsHour(text[hours+1+part:]) {
			return hours + 1 + part
		}
	}
	return hours
}

// beginsHour reports whether what follows a number makes it the hours of a time.
func beginsHour(text []rune) bool {
	at := runLength(text, unicode.IsSpace)
	return at < len(text) && (text[at] == 'h' || text[at] == 'H' || text[at] == ':')
}

// silentWords add nothing to what hours say.
var silentWords = []string{"de", "le", "les", "sem", "semaine", "semaines"}

func oneSign(found, signs string) bool { return strings.ContainsAny(found, signs) }

// spanTokenOf says what a piece of text is; ok is false for what adds nothing.
func spanTokenOf(found string) (token spanToken, ok bool) {
	token.text = found
	switch word := Fold(found); {
	case isDigit(rune(found[0])):
		token.kind = '?'
		if minutes, read := readHours(found); read && minutes <= minutesOfDay {
			token.kind, token.value = 't', minutes
		}
	case strings.TrimSpace(found) == "", oneSign(found, "():"), slices.Contains(silentWords, word):
		return token, false
	case oneSign(found, "-–—→>−"), found == "à", found == "À", word == "au", word == "jusqu":
		token.kind = '-'
	case oneSign(found, ",;/|&+"), word == "et", word == "puis":
		token.kind = ','
	case word == "a", word == "b":
		token.kind, token.text = 'l', strings.ToUpper(word)
	default:
		token.kind = '?'
		if day := dayNamed(word); day >= 0 {
			token.kind, token.value = 'd', day
		}
	}
	return token, true
}

// dayNamed finds a day by its name or the first letters of it.
func dayNamed(word string) int {
	word = strings.TrimSuffix(word, "s")
	for day, name := range []string{"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"} {
		if len(word) >= 2 && strings.HasPrefix(name, word) && word != "ma" {
			return day
		}
	}
	return -1
}

// FormatSpans writes spans as ReadSpans reads them, day by day.
func FormatSpans(spans []Span) string {
	entries := make([]string, len(spans))
	for i, span := range spans {
		entry := shortDays[span.Day]
		if span.Letter != "" {
			entry += " " + span.Letter
		}
		entries[i] = entry + " " + formatHoursOf(span)
	}
	return strings.Join(entries, ", ")
}

// FormatDaySpans writes the spans of one day without its name.
func FormatDaySpans(spans []Span) string {
	entries := make([]string, len(spans))
	for i, span := range spans {
		entries[i] = formatHoursOf(span)
	}
	return strings.Join(entries, ", ")
}

func formatHoursOf(span Span) string { return FormatClock(span.From) + "-" + FormatClock(span.To) }
