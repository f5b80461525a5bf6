package planner

// checkAvailable is the first half of rule 3: the occurrence lies inside one of the person's intervals.
func (m *Model) checkAvailable(professional int32, b *booking, breaches []Breach) []Breach {
	person := &m.Problem.Professionals[professional]
	for _, span := range person.Available {
		if span.Contains(b.start, b.end) {
			return breaches
		}
	}
	breach := b.breach(m, 3, CodeNotAvailable)
	breach.Professional = person.ID
	return append(breaches, breach)
}
