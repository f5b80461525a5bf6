package law

// sundays is how many Sundays are off in the weeks that the convention counts over: two in four, or one in three.
var sundays = Rule{
	Code: "sundays", Severity: Consent, check: checkSundays,
	Limits: []Limit{
		{Value: 2, Unit: Days, Article: "CCN66, art. 21", Source: textCCN66, Scope: under66},
		{Value: 1, Unit: Days, Article: "CCN51, art. 05.05.2", Source: textCCN51, Scope: under51},
	},
}

// sundayWeeks is over how many weeks each convention counts Sundays.
var sundayWeeks = map[Convention]int{CCN66: 4, CCN51: 3}

// checkSundays looks at the weeks that end with a judged one. Weeks nobody knows count as off.
func checkSundays(r *Rule, p *person) {
	p.judgedWeeks(func(week int) {
		_, last := daysOfWeek(week)
		l := p.limit(r, last)
		if l == nil || p.byDay[last] == 0 {
			return
		}
		weeks := sundayWeeks[p.contractOn(last).Convention]
		off := weeks
		for w := max(0, week-weeks+1); w <= week; w++ {
			if _, sunday := daysOfWeek(w); p.byDay[sunday] > 0 {
				off--
			}
		}
		if off < l.Value {
			p.find(r, l, last, last, off).Weeks = weeks
		}
	})
}
