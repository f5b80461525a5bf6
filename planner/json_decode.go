package planner

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// strictDecoder puts JSON values into Go values and notes everything that does not fit exactly.
type strictDecoder struct {
	issues Issues
	fields map[reflect.Type][]jsonField
}

func (d *strictDecoder) add(code IssueCode, path string, from jsonValue, message string) {
	d.issues.add(Issue{Path: path, Code: code, Value: shorten(string(from.raw)), Message: message})
}

// decode fills into from a JSON value; path is where the value stands.
func (d *strictDecoder) decode(path string, from jsonValue, into reflect.Value) {
	switch special := into.Addr().Interface().(type) {
	case *Span:
		d.span(path, from, special)
		return
	case *Weights:
		d.weights(path, from, special)
		return
	}
	switch into.Kind() {
	case reflect.Struct:
		d.object(path, from, into)
	case reflect.Slice:
		d.list(path, from, into)
	case reflect.Map:
		d.named(path, from, into)
	case reflect.Pointer:
		if from.kind != jsonNull {
			into.Set(reflect.New(into.Type().Elem()))
			d.decode(path, from, into.Elem())
		}
	case reflect.String:
		d.text(path, from, into)
	case reflect.Bool:
		if d.is(path, from, "true or false", jsonTrue, jsonFalse) {
			into.SetBool(from.kind == jsonTrue)
		}
	default:
		d.integer(path, from, into)
	}
}

// is reports a value of another kind than expected.
func (d *strictDecoder) is(path string, from jsonValue, what string, kinds ...jsonKind) bool {
	if slices.Contains(kinds, from.kind) {
		return true
	}
	d.add(IssueWrongType, path, from, "must be "+what)
	return false
}

func (d *strictDecoder) object(path string, from jsonValue, into reflect.Value) {
	if !d.is(path, from, "an object", jsonObject) {
		return
	}
	fields, known := d.fields[into.Type()]
	if !known {
		fields = jsonFields(into.Type())
		d.fields[into.Type()] = fields
	}
	found := make([]bool, len(fields))
	for i, key := range from.keys {
		at := path + "." + key
		position := slices.IndexFunc(fields, func(f jsonField) bool { return f.name == key })
		switch {
		case position < 0:
			d.add(IssueUnknownField, path+"."+shorten(key), from.items[i], "the format has no such field")
		case found[position]:
			d.add(IssueRepeatedKey, at, from.items[i], "this field is already there")
		default:
			found[position] = true
			if fields[position].optional && from.items[i].kind == jsonNull {
				continue
			}
			d.decode(at, from.items[i], into.Field(fields[position].position))
		}
	}
	for i, field := range fields {
		if !found[i] && !field.optional {
			d.issues.add(Issue{Path: path + "." + field.name, Code: IssueMissingField, Message: "this field is missing"})
		}
	}
}

func (d *strictDecoder) list(path string, from jsonValue, into reflect.Value) {
	if !d.is(path, from, "a list", jsonList) {
		return
	}
	if len(from.items) > maxItems {
		d.issues.add(Issue{
			Path: path, Code: IssueTooLarge, Value: strconv.Itoa(len(from.items)), Message: fmt.Sprintf("at most %d entries", maxItems),
		})
		return
	}
	into.Set(reflect.MakeSlice(into.Type(), len(from.items), len(from.items)))
	plain := into.Type().Elem().Kind() == reflect.Int
	for i, item := range from.items {
		if plain && d.smallInteger(item, into.Index(i)) {
			continue // a travel matrix has so many that a path for each would show
		}
		d.decode(path+"["+strconv.Itoa(i)+"]", item, into.Index(i))
	}
}

// named reads an object of numbers with free names.
func (d *strictDecoder) named(path string, from jsonValue, into reflect.Value) {
	if !d.is(path, from, "an object", jsonObject) {
		return
	}
	into.Set(reflect.MakeMap(into.Type()))
	for i, key := range from.keys {
		at := path + "." + shorten(key)
		if into.MapIndex(reflect.ValueOf(key)).IsValid() {
			d.add(IssueRepeatedKey, at, from.items[i], "this name is already there")
			continue
		}
		number := reflect.New(into.Type().Elem()).Elem()
		d.decode(at, from.items[i], number)
		into.SetMapIndex(reflect.ValueOf(key), number)
	}
}

func (d *strictDecoder) text(path string, from jsonValue, into reflect.Value) {
	if !d.is(path, from, "a text", jsonString) {
		return
	}
	said := unquote(from.raw)
	if strings.ContainsRune(said, '\uFFFD') && !bytes.ContainsRune(from.raw, '\uFFFD') && !bytes.Contains(bytes.ToLower(from.raw), []byte(`\ufffd`)) {
		d.add(IssueSyntax, path, from, "half a character: broken UTF-16 in an escape")
	}
	into.SetString(said)
}

func (d *strictDecoder) integer(path string, from jsonValue, into reflect.Value) {
	if !d.is(path, from, "a whole number", jsonNumber) || d.smallInteger(from, into) {
		return
	}
	if bytes.ContainsAny(from.raw, ".eE") {
		d.add(IssueNotInteger, path, from, "must be a whole number written without point or exponent")
		return
	}
	number, err := strconv.ParseInt(string(from.raw), 10, 64)
	if err != nil {
		d.add(IssueOutOfRange, path, from, "does not fit in 64 bits")
		return
	}
	into.SetInt(number)
}

// smallInteger reads a whole number of few digits; false for everything else.
func (*strictDecoder) smallInteger(from jsonValue, into reflect.Value) bool {
	if from.kind != jsonNumber || len(from.raw) > 9 {
		return false
	}
	number, digits := int64(0), from.raw
	if digits[0] == '-' {
		digits = digits[1:]
	}
	for _, c := range digits {
		if c < '0' || c > '9' {
			return false
		}
		number = 10*number + int64(c-'0')
	}
	if from.raw[0] == '-' {
		number = -number
	}
	into.SetInt(number)
	return true
}

func (d *strictDecoder) span(path string, from jsonValue, into *Span) {
	if !d.is(path, from, "a list of two whole numbers", jsonList) {
		return
	}
	if len(from.items) != 2 {
		d.add(IssueWrongType, path, from, "must be a list of two whole numbers")
		return
	}
	d.decode(path+"[0]", from.items[0], reflect.ValueOf(&into.From).Elem())
	d.decode(path+"[1]", from.items[1], reflect.ValueOf(&into.To).Elem())
}

func (d *strictDecoder) weights(path string, from jsonValue, into *Weights) {
	named := map[string]int64{}
	d.named(path, from, reflect.ValueOf(&named).Elem())
	*into = DefaultWeights()
	for i, name := range from.keys {
		t, known := TermNamed(name)
		if !known {
			d.add(IssueUnknownField, path+"."+shorten(name), from.items[i], "the model has no such term")
			continue
		}
		into[t] = named[name]
	}
}
