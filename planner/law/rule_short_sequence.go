package law

// shortSequence is how short a sequence of a split day may be. Its value is the shortest of the day.
var shortSequence = Rule{
	Code: "short_sequence", Severity: Consent, check: checkShortSequence,
	Limits: []Limit{{Value: twoHours, Unit: Minutes, Article: "CCN66, art. 20.5", Source: textCCN66, Scope: under66}},
}

func checkShortSequence(r *Rule, p *person) {
	for i := range p.shifts {
		s := &p.shifts[i]
		l := p.limit(r, s.day)
		if l == nil {
			continue
		}
		sequences := s.sequences()
		if len(sequences) == 1 {
			continue
		}
		shortest := DayMinutes
		for _, sequence := range sequences {
			shortest = min(shortest, p.in.clock.elapsed(sequence.from, sequence.to))
		}
		if shortest < l.Value {
			p.find(r, l, s.day, s.day, shortest)
		}
	}
}
