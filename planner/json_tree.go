package planner

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

const (
	maxFileBytes = 256 << 20
	maxDepth     = 16 // the format needs six
)

// jsonKind is what a JSON value is, by its first character; numbers are all 0.
type jsonKind byte

const (
	jsonObject jsonKind = '{'
	jsonList   jsonKind = '['
	jsonString jsonKind = '"'
	jsonTrue   jsonKind = 't'
	jsonFalse  jsonKind = 'f'
	jsonNull   jsonKind = 'n'
	jsonNumber jsonKind = '0'
)

// jsonValue is one JSON value as it stands in the file: raw is its text, items its values if it has any, keys the names in an object.
type jsonValue struct {
	kind  jsonKind
	raw   []byte
	keys  []string
	items []jsonValue
}

// readJSON reads one whole JSON value. The issue, if any, says why there is none.
func readJSON(r io.Reader) (jsonValue, *Issue) {
	file, err := io.ReadAll(io.LimitReader(r, maxFileBytes+1))
	if err != nil {
		return jsonValue{}, &Issue{Path: "$", Code: IssueSyntax, Message: "cannot be read: " + err.Error()}
	}
	if len(file) > maxFileBytes {
		return jsonValue{}, &Issue{Path: "$", Code: IssueTooLarge, Message: fmt.Sprintf("a file has at most %d bytes", maxFileBytes)}
	}
	if issue := checkText(file); issue != nil {
		return jsonValue{}, issue
	}
	tree := jsonTree{file: file}
	return tree.value(), nil
}

// checkText reports text that is not exactly one JSON value in UTF-8 of limited depth. What passes can be cut up without looking for errors.
func checkText(file []byte) *Issue {
	if !utf8.Valid(file) {
		valid := 0
		for valid < len(file) {
			r, size := utf8.DecodeRune(file[valid:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			valid += size
		}
		return &Issue{Path: "$", Code: IssueSyntax, Message: fmt.Sprintf("broken UTF-8 at byte %d", valid)}
	}
	if depth := depthOf(file); depth > maxDepth {
		return &Issue{Path: "$", Code: IssueTooLarge, Message: fmt.Sprintf("more than %d lists and objects inside each other", maxDepth)}
	}
	var whole json.RawMessage
	err := json.Unmarshal(file, &whole)
	if err == nil {
		return nil
	}
	decoder := json.NewDecoder(bytes.NewReader(file))
	if decoder.Decode(&whole) == nil {
		return &Issue{Path: "$", Code: IssueTrailingData, Message: fmt.Sprintf("something follows the value at byte %d", decoder.InputOffset())}
	}
	message := "not JSON: " + err.Error()
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		message += fmt.Sprintf(" at byte %d", syntax.Offset)
	}
	return &Issue{Path: "$", Code: IssueSyntax, Message: message}
}

// depthOf returns how many lists and objects are open at once, at most.
func depthOf(file []byte) (deepest int) {
	depth, inString, escaped := 0, false, false
	for _, c := range file {
		switch {
		case escaped:
			escaped = false
		case inString:
			escaped, inString = c == '\\', c != '"'
		case c == '"':
			inString = true
		case c == '[' || c == '{':
			depth++
			deepest = max(deepest, depth)
		case c == ']' || c == '}':
			depth--
		}
	}
	return deepest
}

// jsonTree cuts up text that is known to be one JSON value.
type jsonTree struct {
	file []byte
	at   int
}

func (t *jsonTree) next() byte {
	for strings.IndexByte(" \t\r\n,:", t.file[t.at]) >= 0 {
		t.at++
	}
	return t.file[t.at]
}

func (t *jsonTree) value() jsonValue {
	v := jsonValue{kind: jsonKind(t.next())}
	start := t.at
	switch v.kind {
	case jsonObject:
		t.at++
		for t.next() != '}' {
			v.keys = append(v.keys, unquote(t.text()))
			v.items = append(v.items, t.value())
		}
		t.at++
	case jsonList:
		t.at++
		for t.next() != ']' {
			v.items = append(v.items, t.value())
		}
		t.at++
	case jsonString:
		t.text()
	case jsonTrue, jsonFalse, jsonNull:
		t.word()
	default:
		v.kind = jsonNumber
		t.word()
	}
	v.raw = t.file[start:t.at]
	return v
}

// text passes over a string and returns it with its quotes.
func (t *jsonTree) text() []byte {
	t.next()
	start := t.at
	for t.at++; t.file[t.at] != '"'; t.at++ {
		if t.file[t.at] == '\\' {
			t.at++
		}
	}
	t.at++
	return t.file[start:t.at]
}

// word passes over a number, true, false or null.
func (t *jsonTree) word() {
	for t.at < len(t.file) && strings.IndexByte(" \t\r\n,:]}", t.file[t.at]) < 0 {
		t.at++
	}
}

// unquote returns what a JSON string says.
func unquote(text []byte) string {
	if bytes.IndexByte(text, '\\') < 0 {
		return string(text[1 : len(text)-1])
	}
	var said string
	if err := json.Unmarshal(text, &said); err != nil {
		return string(text) // cannot be: the whole file was valid
	}
	return said
}
