package ical

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// cleanText makes any string fit to stand in a calendar: valid UTF-8 in normal
// form C, every kind of line end as one LF, no other control character than TAB.
func cleanText(text string) string {
	if isPlain(text) {
		return text
	}
	text = strings.ToValidUTF8(text, "\ufffd")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return norm.NFC.String(strings.Map(cleanRune, text))
}

// cleanLine is cleanText on one line: each run of spaces and line ends becomes
// one space. No-break spaces stay.
func cleanLine(text string) string {
	return joinWords(text, isBreakingSpace)
}

// calendarName is cleanLine without the characters that ical.js shows escaped
// in the names of calendars.
func calendarName(name string) string {
	return joinWords(name, func(r rune) bool {
		return isBreakingSpace(r) || strings.ContainsRune(`,;\`, r)
	})
}

// joinWords cleans the text and joins with single spaces what stands between separators.
func joinWords(text string, isSeparator func(rune) bool) string {
	text = cleanText(text)
	single := true
	previous := true
	for _, r := range text {
		separator := isSeparator(r)
		if separator && (previous || r != ' ') {
			single = false
			break
		}
		previous = separator
	}
	if single && (text == "" || !previous) {
		return text
	}
	return strings.Join(strings.FieldsFunc(text, isSeparator), " ")
}

func isBreakingSpace(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t'
}

// isPlain knows the printable ASCII texts, which need no cleaning.
func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// cleanRune maps line separators of other systems to LF, since some parsers
// split lines at them, and drops the control characters.
func cleanRune(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029':
		return '\n'
	case isControl(r):
		return -1
	}
	return r
}

// isControl says whether RFC 5545 forbids the rune in a content line, or it is a
// C1 control, which has no meaning in a text. TAB is allowed.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' || r >= 0x7f && r < 0xa0
}

// escapeText escapes a cleaned text as RFC 5545 3.3.11 says.
func escapeText(text string) string {
	if !strings.ContainsAny(text, "\\;,\n") {
		return text
	}
	escaped := make([]byte, 0, len(text)+16)
	for i := range len(text) {
		switch character := text[i]; character {
		case '\\', ';', ',':
			escaped = append(escaped, '\\', character)
		case '\n':
			escaped = append(escaped, `\n`...)
		default:
			escaped = append(escaped, character)
		}
	}
	return string(escaped)
}

// cleanURI keeps what RFC 3986 allows in an address and writes every other
// octet, control characters left out, as a percent escape.
func cleanURI(address string) string {
	address = cleanText(address)
	const digits = "0123456789ABCDEF"
	cleaned := make([]byte, 0, len(address))
	for i := range len(address) {
		character := address[i]
		switch {
		case character == '\n' || character == '\t':
		case character <= ' ' || character >= utf8.RuneSelf || strings.IndexByte("\"<>\\^`{|}", character) >= 0:
			cleaned = append(cleaned, '%', digits[character>>4], digits[character&15])
		default:
			cleaned = append(cleaned, character)
		}
	}
	return string(cleaned)
}
