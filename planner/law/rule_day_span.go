package law

// daySpan is the span of a day (amplitude): what the daily rest leaves of 24 hours.
var daySpan = Rule{
	Code: "day_span", Severity: Legal, check: checkDaySpan,
	Limits: []Limit{
		{Value: 13 * 60, Unit: Minutes, Article: "Code du travail, art. L.3131-1", Source: codeDuTravail, From: recodified},
		{Value: 15 * 60, Unit: Minutes, Article: "CCN66, art. 20.7", Source: textCCN66, Scope: under66, Agreement: Rest9},
		{Value: 12 * 60, Unit: Minutes, Article: "Code du travail, art. L.3164-1", Source: codeDuTravail, Scope: minors, From: recodified},
	},
}

func checkDaySpan(r *Rule, p *person) {
	for i := range p.shifts {
		s := &p.shifts[i]
		span := p.in.clock.elapsed(s.from, s.to)
		if l := p.limit(r, s.day); l != nil && span > l.Value {
			p.find(r, l, s.day, s.day, span)
		}
	}
}
