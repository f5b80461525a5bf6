package planner

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strconv"
)

// fileEncoder writes the format: fields in the order of their structs, never null for an empty list, one line for each entry of the lists of
// the outermost object, so that two files can be compared line by line.
type fileEncoder struct{ bytes.Buffer }

func (e *fileEncoder) encode(v reflect.Value, outermost bool) error {
	switch special := v.Interface().(type) {
	case Span:
		e.WriteString("[" + strconv.Itoa(special.From) + "," + strconv.Itoa(special.To) + "]")
		return nil
	case Weights:
		return e.weights(special)
	}
	switch v.Kind() {
	case reflect.Struct:
		return e.object(v, outermost)
	case reflect.Slice:
		return e.list(v, false)
	case reflect.Map:
		return e.named(v)
	case reflect.Pointer:
		if v.IsNil() {
			e.WriteString("null")
			return nil
		}
		return e.encode(v.Elem(), false)
	case reflect.String:
		return e.text(v.String())
	case reflect.Bool:
		e.WriteString(strconv.FormatBool(v.Bool()))
	default:
		e.WriteString(strconv.FormatInt(v.Int(), 10))
	}
	return nil
}

func (e *fileEncoder) object(v reflect.Value, outermost bool) error {
	e.WriteByte('{')
	first := true
	for _, field := range jsonFields(v.Type()) {
		value := v.Field(field.position)
		if field.omitEmpty && (value.IsZero() || value.Kind() == reflect.Slice && value.Len() == 0) {
			continue
		}
		e.separate(&first, outermost)
		e.WriteString(`"` + field.name + `":`)
		if outermost && value.Kind() == reflect.Slice {
			if err := e.list(value, true); err != nil {
				return err
			}
		} else if err := e.encode(value, false); err != nil {
			return err
		}
	}
	if outermost {
		e.WriteByte('\n')
	}
	e.WriteByte('}')
	return nil
}

func (e *fileEncoder) list(v reflect.Value, lines bool) error {
	e.WriteByte('[')
	first := true
	for i := range v.Len() {
		e.separate(&first, lines)
		if err := e.encode(v.Index(i), false); err != nil {
			return err
		}
	}
	if lines && !first {
		e.WriteByte('\n')
	}
	e.WriteByte(']')
	return nil
}

// separate writes the comma before every entry but the first, and starts a new line where asked.
func (e *fileEncoder) separate(first *bool, newLine bool) {
	if !*first {
		e.WriteByte(',')
	}
	*first = false
	if newLine {
		e.WriteByte('\n')
	}
}

func (e *fileEncoder) named(v reflect.Value) error {
	numbers, ok := reflect.TypeAssert[map[string]int64](v)
	if !ok {
		return &json.UnsupportedTypeError{Type: v.Type()}
	}
	e.WriteByte('{')
	first := true
	for _, name := range slices.Sorted(maps.Keys(numbers)) {
		e.separate(&first, false)
		if err := e.text(name); err != nil {
			return err
		}
		e.WriteString(":" + strconv.FormatInt(numbers[name], 10))
	}
	e.WriteByte('}')
	return nil
}

func (e *fileEncoder) weights(weights Weights) error {
	named := make(map[string]int64, TermCount)
	for t := range TermCount {
		named[t.String()] = weights[t]
	}
	return e.named(reflect.ValueOf(named))
}

func (e *fileEncoder) text(s string) error {
	encoder := json.NewEncoder(&e.Buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(s); err != nil {
		return err
	}
	e.Truncate(e.Len() - 1) // the line break Encode adds
	return nil
}
