package law

// dailyRest is the rest between two days of work, in hours that really go by.
var dailyRest = Rule{
	Code: "daily_rest", Severity: Legal, check: checkDailyRest,
	Limits: []Limit{
		{Value: 11 * 60, Unit: Minutes, Article: "Code du travail, art. L.3131-1", Source: codeDuTravail, From: recodified},
		{Value: 9 * 60, Unit: Minutes, Article: "CCN66, art. 20.7", Source: textCCN66, Scope: under66, Agreement: Rest9},
		{Value: 12 * 60, Unit: Minutes, Article: "Code du travail, art. L.3164-1", Source: codeDuTravail, Scope: minors, From: recodified},
	},
}

func checkDailyRest(r *Rule, p *person) {
	for i := 1; i < len(p.shifts); i++ {
		before, after := &p.shifts[i-1], &p.shifts[i]
		rest := p.in.clock.elapsed(before.to, after.from)
		if rest >= 12*60 {
			continue // nobody is asked for more
		}
		if l := p.limit(r, after.day); l != nil && rest < l.Value {
			p.find(r, l, before.day, after.day, rest)
		}
	}
}
