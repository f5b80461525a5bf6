package law

// partTimeSpan is the span of a part-timer's day that has an interruption longer than the law's own two hours.
var partTimeSpan = Rule{
	Code: "part_time_span", Severity: Consent, check: checkPartTimeSpan,
	Limits: []Limit{{Value: 11 * 60, Unit: Minutes, Article: "CCN66, art. 20.5", Source: textCCN66, Scope: partTime66}},
}

func checkPartTimeSpan(r *Rule, p *person) {
	for i := range p.shifts {
		s := &p.shifts[i]
		l := p.limit(r, s.day)
		if l == nil || p.in.clock.elapsed(s.from, s.to) <= l.Value {
			continue
		}
		if p.longestInterruption(s) > twoHours {
			p.find(r, l, s.day, s.day, p.in.clock.elapsed(s.from, s.to))
		}
	}
}
