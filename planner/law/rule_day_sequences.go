package law

// daySequences is how many sequences of work a split day may have.
var daySequences = Rule{
	Code: "day_sequences", Severity: Consent, check: checkDaySequences,
	Limits: []Limit{{Value: 3, Unit: Count, Article: "CCN66, art. 20.5", Source: textCCN66, Scope: under66}},
}

func checkDaySequences(r *Rule, p *person) {
	for i := range p.shifts {
		s := &p.shifts[i]
		if l := p.limit(r, s.day); l != nil {
			if sequences := len(s.sequences()); sequences > l.Value {
				p.find(r, l, s.day, s.day, sequences)
			}
		}
	}
}
