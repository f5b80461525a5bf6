package models

// RightsLine is a line of the table of rights without its scopes.
type RightsLine struct {
	Resource Resource
	Action   Action
}

// RightsLines returns what the table of rights has lines for.
func RightsLines() []RightsLine {
	lines := make([]RightsLine, len(rights))
	for i, line := range rights {
		lines[i] = RightsLine{line.resource, line.action}
	}
	return lines
}
