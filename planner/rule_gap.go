package planner

// checkGap is the first part of rule 9: two occurrences of one activity are at least so many calendar days apart. Amount is how far they
// are, Limit what is asked.
func (m *Model) checkGap(about, other *booking, breaches []Breach) []Breach {
	apart := max(about.day()-other.day(), other.day()-about.day())
	asked := m.Problem.Activities[about.activity].MinGapDays
	if apart >= asked {
		return breaches
	}
	breach, blocking := about.breach(m, 9, CodeMinGapDays), other.ref(m)
	breach.Blocking, breach.Amount, breach.Limit = &blocking, apart, asked
	return append(breaches, breach)
}
