package planner

import (
	"reflect"
	"strings"
)

// jsonField is one field of a struct as files name it.
type jsonField struct {
	name      string
	position  int
	optional  bool // may be missing or null
	omitEmpty bool // not written when empty
}

// jsonFields returns the fields of a struct type in their order. The tag `optional:"true"`, and omitempty, make a field optional.
func jsonFields(structure reflect.Type) []jsonField {
	fields := make([]jsonField, 0, structure.NumField())
	for i := range structure.NumField() {
		field := structure.Field(i)
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		omitEmpty := options == "omitempty"
		fields = append(fields, jsonField{
			name: name, position: i, omitEmpty: omitEmpty,
			optional: omitEmpty || field.Tag.Get("optional") == "true",
		})
	}
	return fields
}
