package models

import "slices"

// What is said about values of rotas and meetings, beside what is said about records.
const (
	keyUnknownID = "unknown_id" // it names nothing of the house
	keyOffGrid   = "off_grid"   // not a multiple of Args["step"] minutes
)

// distinct checks that a list names everybody once.
func (c *fieldChecks) distinct(path string, ids []string) {
	if sorted := slices.Sorted(slices.Values(ids)); len(slices.Compact(sorted)) < len(ids) {
		c.add(path, "repeated", nil)
	}
}

// error returns everything gathered as one refusal, nil when all is well.
func (c *fieldChecks) error() error {
	if len(c.wrong) > 0 {
		return Invalid(c.wrong...)
	}
	return nil
}
