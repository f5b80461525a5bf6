package sheets

import (
	"strings"
	"unicode/utf8"
)

// listSigns separate the entries of a list in one cell.
const listSigns = ",;/|\r\n"

// InQuotes writes a value between quotes; a quote in it is written twice.
func InQuotes(value string) string { return `"` + strings.ReplaceAll(value, `"`, `""`) + `"` }

// ListEntry writes an entry of a list: one that would be cut, or holds a quote itself, is put between quotes.
func ListEntry(value string) string {
	if strings.ContainsAny(value, listSigns+`"`) {
		return InQuotes(value)
	}
	return value
}

// JoinList writes a list as [Cell.List] reads it.
func JoinList(values []string) string {
	quoted := make([]string, len(values))
	for i, value := range values {
		quoted[i] = ListEntry(value)
	}
	return strings.Join(quoted, ", ")
}

// Quotes are the parts of a text that stood between quotes.
type Quotes []string

// firstMask is the character that stands for the first part; private, so that no text that makes sense holds it.
const firstMask = '\U00100000'

// MaskQuotes puts one character in place of each part between quotes, so that the rest can be cut at signs; [Quotes.Unmask] puts them back. A
// quote counts at the beginning of a word only: 8" is eight inches.
func MaskQuotes(text string) (string, Quotes) {
	if !strings.Contains(text, `"`) {
		return text, nil
	}
	var masked strings.Builder
	var quotes Quotes
	begins := true
	for len(text) > 0 {
		if begins && text[0] == '"' {
			if value, rest, closed := cutQuoted(text[1:]); closed {
				masked.WriteRune(firstMask + rune(len(quotes)))
				quotes, text, begins = append(quotes, value), rest, false
				continue
			}
		}
		sign, size := utf8.DecodeRuneInString(text)
		masked.WriteString(text[:size])
		begins = strings.ContainsRune(listSigns+" \t\u00a0\u202f+(", sign)
		text = text[size:]
	}
	return masked.String(), quotes
}

// Unmask puts back what stood between quotes in a part of a masked text.
func (q Quotes) Unmask(text string) string {
	for i, value := range q {
		text = strings.Replace(text, string(firstMask+rune(i)), value, 1)
	}
	return text
}
