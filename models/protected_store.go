package models

import "context"

// wholeContract is a whole contract in basis points.
const wholeContract = 10_000

// Validate returns everything that is wrong with the rule's values.
func (p *ProtectedTime) Validate() []FieldError {
	var c fieldChecks
	oneOf(&c, "kind", p.Kind, ProtectedKinds...)
	c.filled("label", p.Label, maxName)
	c.professions("professions", p.Professions)
	c.texts("professional_ids", p.ProfessionalIDs)
	if len(p.Professions)+len(p.ProfessionalIDs) == 0 {
		c.add("professions", "required", nil)
	}
	oneOf(&c, "convention", p.Convention, "", ConventionCCN66, ConventionCCN51, ConventionOther)
	if (p.BasisPoints == nil) == (p.Minutes == nil) {
		c.add("minutes", "share_or_minutes", nil)
	}
	c.optionalWithin("basis_points", p.BasisPoints, 1, wholeContract)
	c.optionalWithin("minutes", p.Minutes, shortestDuration, weekMinutes)
	c.within("smallest_piece", p.SmallestPiece, shortestDuration, dayMinutes)
	c.within("priority", p.Priority, 1, maxPriority)
	c.period("from_date", p.FromDate, "to_date", p.ToDate)
	return c.wrong
}

func (p *ProtectedTime) references() []reference {
	return referencesTo("professional", "professional_ids", p.ProfessionalIDs)
}

var protectedTimes = &keeper[ProtectedTime]{
	resource: ResourceProtectedTime,
	sort:     func(rows []ProtectedTime) { SortFrench(rows, func(p *ProtectedTime) string { return p.Label }) },
	// A rule for whole trades is the facility's; one for people named is that of their team.
	within: func(ctx context.Context, r reach, row *ProtectedTime) (bool, error) {
		if len(row.Professions) > 0 {
			return false, nil
		}
		return r.staff(ctx, row.ProfessionalIDs...)
	},
}
