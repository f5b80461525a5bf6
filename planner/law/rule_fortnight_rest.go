package law

// fortnightRest is the rest of CCN51: four days in two weeks, of which two follow each other: the figure beside.
var fortnightRest = Rule{
	Code: "fortnight_rest", Severity: Consent, check: checkFortnightRest,
	Limits: []Limit{{Value: 4, Unit: Days, Beside: 2, Weeks: 2, Article: "CCN51, art. 05.05.2", Source: textCCN51, Scope: under51}},
}

// checkFortnightRest looks at each judged week with the one before. When there are enough days but no two follow each other, the value is 1.
func checkFortnightRest(r *Rule, p *person) {
	p.judgedWeeks(func(week int) {
		first, last := daysOfWeek(week)
		l := p.weekLimit(r, week)
		if l == nil || week == 0 || p.byWeek[week] == 0 {
			return
		}
		off, run, longest := 0, 0, 0
		for day := first - daysInWeek; day <= last; day++ {
			if p.byDay[day] > 0 {
				run = 0
				continue
			}
			off++
			run++
			longest = max(longest, run)
		}
		switch {
		case off < l.Value:
			p.find(r, l, first-daysInWeek, last, off)
		case longest < l.Beside:
			p.find(r, l, first-daysInWeek, last, longest)
		}
	})
}
