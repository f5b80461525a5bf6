package models

import "strings"

// finessLength is how many characters a number of the FINESS register has.
const finessLength = 9

// Validate returns everything that is wrong with the unit's values.
func (u *ServiceUnit) Validate() []FieldError {
	var c fieldChecks
	c.filled("name", u.Name, maxName)
	oneOf(&c, "kind", u.Kind, UnitKinds...)
	// The second character of a number in Corsica is a letter.
	if u.FINESS != "" && (len(u.FINESS) != finessLength || strings.Trim(u.FINESS, "0123456789AB") != "") {
		c.add("finess", "not_a_finess_number", nil)
	}
	return c.wrong
}

func (u *ServiceUnit) references() []reference { return nil }

var units = &keeper[ServiceUnit]{
	resource: ResourceUnit,
	sort:     func(rows []ServiceUnit) { SortFrench(rows, func(u *ServiceUnit) string { return u.Name }) },
	usage:    []usage{{table: "team", column: "unit_id"}},
}
