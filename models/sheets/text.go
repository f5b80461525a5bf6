package sheets

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// readText reads a CSV file. Lines end as on Windows, Unix or old Macs, or inside quotes.
func readText(data []byte) (*Book, error) {
	text, err := decodeText(data)
	if err != nil {
		return nil, err
	}
	text, separator := chooseSeparator(text)
	sheet := Sheet{}
	lines := textLines{rest: text, separator: separator}
	var limits counter
	for number := 1; lines.rest != ""; number++ {
		cells, err := lines.next()
		if err != nil {
			return nil, err
		}
		if err := limits.keep(&sheet, number, cells); err != nil {
			return nil, err
		}
	}
	book := &Book{Sheets: []Sheet{sheet}}
	return book, book.hasContent()
}

// decodeText finds the encoding: the mark at the start says it, UTF-8 proves itself, zeros betray UTF-16, and all the rest is Windows-1252.
func decodeText(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return decodeUTF16(data[2:], binary.LittleEndian), nil
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return decodeUTF16(data[2:], binary.BigEndian), nil
	}
	sample := data[:min(len(data), 1024)]
	switch zeros := bytes.Count(sample, []byte{0}); {
	case zeros == 0:
	case zeros >= len(sample)/3 && sample[0] == 0:
		return decodeUTF16(data, binary.BigEndian), nil
	case zeros >= len(sample)/3:
		return decodeUTF16(data, binary.LittleEndian), nil
	default:
		return "", issue("file_is_not_a_table")
	}
	if bytes.ContainsFunc(sample, func(r rune) bool { return r < ' ' && !unicode.IsSpace(r) && r != 0x1b }) {
		return "", issue("file_is_not_a_table")
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", issue("file_is_not_a_table")
	}
	return string(text), nil
}

func decodeUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

// separators are what stands between values, the one French Excel writes first.
const separators = ";\t,|"

// chooseSeparator returns what separates the values: what Excel's own first line says (sep=;), or what the first lines have most of outside
// quotes. A comma is also the sign of decimals, so it counts only where nothing else is found.
func chooseSeparator(text string) (rest string, separator byte) {
	first, after, _ := strings.Cut(text, "\n")
	if mark := strings.TrimSpace(first); len(mark) == 5 && strings.EqualFold(mark[:4], "sep=") {
		return after, mark[4]
	}
	counts := map[byte]int{}
	quoted, lines := false, 0
	for i := 0; i < len(text) && lines < 30; i++ {
		switch c := text[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			lines++
		case strings.IndexByte(separators, c) >= 0:
			counts[c]++
		}
	}
	if counts[';'] == 0 && counts['\t'] == 0 && counts['|'] == 0 {
		return text, ','
	}
	best := byte(';')
	for _, c := range []byte("\t|") {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return text, best
}

// textLines cuts a text into lines of values.
type textLines struct {
	rest      string
	separator byte
}

// next reads one line. A quote that is never closed is taken as it stands: a file cut short is still shown as far as it goes.
func (l *textLines) next() ([]Cell, error) {
	var cells []Cell
	for {
		value, more := l.value()
		if utf8.RuneCountInString(value) > mostText {
			return nil, issue("text_too_long")
		}
		if len(value) > 1 && value[0] == '\'' && strings.IndexByte(guardedStarts, value[1]) >= 0 {
			value = value[1:] // see [WriteText]
		}
		if cells = append(cells, TextCell(value)); len(cells) > 1<<14 {
			return nil, tooManyColumns("")
		}
		if !more {
			return cells, nil
		}
	}
}

// value reads one value and what ends it; more is true when another follows on the line.
func (l *textLines) value() (value string, more bool) {
	if strings.HasPrefix(l.rest, `"`) {
		if quoted, rest, closed := cutQuoted(l.rest[1:]); closed {
			tail, more := l.plain(rest)
			return quoted + strings.TrimSpace(tail), more
		}
	}
	return l.plain(l.rest)
}

func (l *textLines) plain(text string) (value string, more bool) {
	end := strings.IndexAny(text, "\r\n"+string(l.separator))
	if end < 0 {
		l.rest = ""
		return text, false
	}
	value, ended := text[:end], text[end]
	l.rest = text[end+1:]
	if ended == '\r' {
		l.rest = strings.TrimPrefix(l.rest, "\n")
	}
	return value, ended == l.separator
}

// cutQuoted reads to the closing quote; two quotes are one in the text.
func cutQuoted(text string) (value, rest string, closed bool) {
	var read strings.Builder
	for {
		before, after, found := strings.Cut(text, `"`)
		if !found {
			return "", "", false
		}
		read.WriteString(before)
		if !strings.HasPrefix(after, `"`) {
			return read.String(), after, true
		}
		read.WriteByte('"')
		text = after[1:]
	}
}
