package models

import "github.com/maillage-dime/maillage/planner"

// AwaySpan is a part of the week in which somebody is absent, as colleagues may know it. Kind is away, training or leave.
type AwaySpan struct {
	planner.Span
	Kind string
}

// Away returns the absences of a professional that touch the week, cut to it.
func (h *House) Away(professionalID string) []AwaySpan {
	spans := []AwaySpan{}
	for i := range h.Absences {
		absence := &h.Absences[i]
		if !equal(absence.ProfessionalID, professionalID) {
			continue
		}
		span, ok := h.Week.absenceSpan(absence)
		span.From, span.To = max(span.From, 0), min(span.To, 7*dayMinutes)
		if ok && span.From < span.To {
			spans = append(spans, AwaySpan{Span: span, Kind: absence.Reason.Shown()})
		}
	}
	return spans
}

// ChildModalities returns the modality of every child accompanied in the week, by the child's id.
func (h *House) ChildModalities() map[string]string {
	c := compiler{house: h, calendar: h.Days()}
	return c.modalities()
}
