package law

// sundays is how many Sundays are off in the weeks that the convention counts over: two in four, or one in three.
var sundays = Rule{
	Code: "sundays", Severity: Consent, check: checkSundays,
	Limits: []Limit{
		{Value: 2, Unit: Days, Weeks: 4, Article: "CCN66, art. 21", Source: textCCN66, Scope: under66},
		{Value: 1, Unit: Days, Weeks: 3, Article: "CCN51, art. 05.05.2", Source: textCCN51, Scope: under51},
	},
}

// checkSundays serves every rule that counts the Sundays off in the weeks that end with a judged one. Weeks nobody knows count as off.
func checkSundays(r *Rule, p *person) {
	p.judgedWeeks(func(week int) {
		_, last := daysOfWeek(week)
		l := p.limit(r, last)
		if l == nil || p.byDay[last] == 0 {
			return
		}
		off := l.Weeks
		for w := max(0, week-l.Weeks+1); w <= week; w++ {
			if _, sunday := daysOfWeek(w); p.byDay[sunday] > 0 {
				off--
			}
		}
		if off < l.Value {
			p.find(r, l, last, last, off)
		}
	})
}
