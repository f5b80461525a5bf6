package models

import (
	"database/sql"
	"errors"
	"strconv"
	"strings"

	"github.com/maillage-dime/maillage/planner"
)

// ErrorCode is the machine name of why a method of [Store] refused.
type ErrorCode string

// The codes.
const (
	CodeNotFound        ErrorCode = "not_found"       // there is no such thing, or it is not the actor's to know
	CodeForbidden       ErrorCode = "forbidden"       // the role does not do this at all
	CodeUnauthenticated ErrorCode = "unauthenticated" // nobody is signed in
	CodeConflict        ErrorCode = "conflict"        // something else already stands there
	CodeStale           ErrorCode = "stale"           // the thing changed since the caller read it; Current is how it stands now
	CodeInvalid         ErrorCode = "invalid"         // Fields says which values are wrong, all of them
	CodeRefused         ErrorCode = "refused"         // Breaches says which rules of planning it breaks
	CodeTooLarge        ErrorCode = "too_large"       // more than the program takes at once
	CodeTooMany         ErrorCode = "too_many"        // too many tries in a short time
)

// Error is what a method of [Store] answers when it refuses. Its text holds no name of anybody and no content of a record: it may be logged.
type Error struct {
	Code     ErrorCode
	Key      string           // what a screen says, e.g. child.not_found
	Args     map[string]any   // arguments of that sentence: counts, limits, ids
	Fields   []FieldError     // for CodeInvalid
	Breaches []planner.Breach // for CodeRefused
	Current  any              // for CodeStale: the row as it stands

	cause error
}

// FieldError is one wrong value. Path is the JSON path of the field, such as working_pattern[2].to.
type FieldError struct {
	Path string         `json:"path"`
	Key  string         `json:"key"`
	Args map[string]any `json:"args,omitempty"`
}

// Error returns the code and what it concerns, without any value of a record.
func (e *Error) Error() string {
	var text strings.Builder
	text.WriteString(string(e.Code))
	if e.Key != "" {
		text.WriteString(" (" + e.Key + ")")
	}
	for _, field := range e.Fields {
		text.WriteString("; " + field.Path + ": " + field.Key)
	}
	for _, breach := range e.Breaches {
		text.WriteString("; rule " + strconv.Itoa(breach.Rule) + ": " + string(breach.Code))
	}
	return text.String()
}

// Unwrap returns the error of the database behind a conflict, for logs.
func (e *Error) Unwrap() error { return e.cause }

// NotFound says that there is no such thing of a resource, or that it is not the actor's to know.
func NotFound(resource Resource) *Error {
	return &Error{Code: CodeNotFound, Key: string(resource) + ".not_found"}
}

// Forbidden says that the actor's role never does this.
func Forbidden() *Error { return &Error{Code: CodeForbidden, Key: "forbidden"} }

// Unauthenticated says that nobody is signed in.
func Unauthenticated() *Error { return &Error{Code: CodeUnauthenticated, Key: "unauthenticated"} }

// Conflict says that something else already stands there; key names the sentence.
func Conflict(key string, args map[string]any) *Error {
	return &Error{Code: CodeConflict, Key: key, Args: args}
}

// Stale says that the thing changed since the caller read it; current is the row as it stands.
func Stale(current any) *Error { return &Error{Code: CodeStale, Key: "stale", Current: current} }

// Invalid lists the values that are wrong.
func Invalid(fields ...FieldError) *Error {
	return &Error{Code: CodeInvalid, Key: "invalid", Fields: fields}
}

// Refused lists the rules of planning that a change would break.
func Refused(breaches ...planner.Breach) *Error {
	return &Error{Code: CodeRefused, Key: "refused", Breaches: breaches}
}

// TooLarge says that more was asked than the program takes at once.
func TooLarge(key string, limit int) *Error {
	return &Error{Code: CodeTooLarge, Key: key, Args: map[string]any{"limit": limit}}
}

// CodeOf returns the code of an error of this package, empty for every other error.
func CodeOf(err error) ErrorCode {
	if refusal, ok := errors.AsType[*Error](err); ok {
		return refusal.Code
	}
	return ""
}

// fromDriver turns what the database refuses into an [Error]: a value that must be unique, a reference to something that is not there.
// Everything else is a fault of the program or the machine and stays as it is. Only codes of the drivers are read, never their texts.
func fromDriver(err error) error {
	if err == nil || CodeOf(err) != "" {
		return err
	}
	switch {
	case isUnique(err):
		return &Error{Code: CodeConflict, Key: "already_exists", cause: err}
	case isForeignKey(err):
		return &Error{Code: CodeConflict, Key: "unknown_reference", cause: err}
	default:
		return err
	}
}

// notFoundOr turns the absence of a row into NotFound and leaves every other error alone.
func notFoundOr(resource Resource, err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return NotFound(resource)
	}
	return err
}
