package planner

import (
	"encoding/json"
	"fmt"
)

// Span is the half-open interval [From, To); its JSON form is [from, to].
type Span struct {
	From, To Minute
}

// Contains reports whether [from, to) lies inside s.
func (s Span) Contains(from, to Minute) bool { return s.From <= from && to <= s.To }

// Overlaps reports whether [from, to) and s share a minute.
func (s Span) Overlaps(from, to Minute) bool { return from < s.To && s.From < to }

// MarshalJSON writes [from,to].
func (s Span) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, "[%d,%d]", s.From, s.To), nil }

// UnmarshalJSON reads [from,to]; anything else is an error.
func (s *Span) UnmarshalJSON(b []byte) error {
	var pair []Minute
	if err := json.Unmarshal(b, &pair); err != nil {
		return err
	}
	if len(pair) != 2 {
		return fmt.Errorf("a span has two numbers, found %d", len(pair))
	}
	s.From, s.To = pair[0], pair[1]
	return nil
}
