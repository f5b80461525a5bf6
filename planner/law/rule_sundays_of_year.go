package law

// yearWeeks is over how many weeks Sundays of a year are counted.
const yearWeeks = 52

// sundaysOfYear is how many Sundays of a year are off under CCN51.
var sundaysOfYear = Rule{
	Code: "sundays_of_year", Severity: Consent, check: checkSundaysOfYear,
	Limits: []Limit{{Value: 15, Unit: Days, Article: "CCN51, art. 05.05.2", Source: textCCN51, Scope: under51}},
}

// checkSundaysOfYear looks at the 52 weeks that end with a judged one. Weeks nobody knows count as off.
func checkSundaysOfYear(r *Rule, p *person) {
	p.judgedWeeks(func(week int) {
		_, last := daysOfWeek(week)
		l := p.limit(r, last)
		if l == nil || p.byDay[last] == 0 {
			return
		}
		off := yearWeeks
		for w := max(0, week-yearWeeks+1); w <= week; w++ {
			if _, sunday := daysOfWeek(w); p.byDay[sunday] > 0 {
				off--
			}
		}
		if off < l.Value {
			p.find(r, l, last, last, off).Weeks = yearWeeks
		}
	})
}
