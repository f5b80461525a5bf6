package handlers

import "time"

// inUTC returns an optional instant in UTC, as all instants leave the server.
func inUTC(instant *time.Time) *time.Time {
	if instant == nil {
		return nil
	}
	return new(instant.UTC())
}

// notEmpty returns a text, or nothing for an empty one.
func notEmpty(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
