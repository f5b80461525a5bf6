package handlers

import "github.com/danielgtaylor/huma/v2"

// identifier is the id of a row as requests may name it. What has not this form cannot be an id, so it is refused before any look-up.
type identifier string

// Schema declares the form of identifiers.
func (identifier) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeString, MinLength: new(1), MaxLength: new(64), Pattern: `^[0-9A-Za-z._:-]+$`}
}

// plainLine is one line of text that a person typed. Control characters are refused: no screen shows them and a database may not keep them.
type plainLine string

// Schema declares the form of lines; lengths are declared by each field.
func (plainLine) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeString, Pattern: `^[^\x00-\x1f\x7f]*$`}
}

// texts returns identifiers or lines as strings; nil stays nil, because it means « keep ».
func texts[T ~string](values []T) []string {
	if values == nil {
		return nil
	}
	converted := make([]string, len(values))
	for i, value := range values {
		converted[i] = string(value)
	}
	return converted
}

// written returns texts as identifiers or lines; nil becomes an empty list.
func written[T ~string](values []string) []T {
	converted := make([]T, len(values))
	for i, value := range values {
		converted[i] = T(value)
	}
	return converted
}

// optionalWritten returns an optional text as an identifier.
func optionalWritten[T ~string](value *string) *T {
	if value == nil {
		return nil
	}
	return new(T(*value))
}

// optionalText returns an optional identifier as a string.
func optionalText[T ~string](value *T) *string {
	if value == nil {
		return nil
	}
	return new(string(*value))
}

// list returns values, or an empty list for nil: no list is null on the wire.
func list[T any](values []T) []T {
	if values == nil {
		return []T{}
	}
	return values
}
