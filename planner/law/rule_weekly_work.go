package law

// weeklyWork is the weekly maximum: effective work from Monday 00:00 to Sunday 24:00.
var weeklyWork = Rule{
	Code: "weekly_work", Severity: Legal, check: checkWeeklyWork,
	Limits: []Limit{
		{Value: 48 * 60, Unit: Minutes, Article: "Code du travail, art. L.3121-20", Source: codeDuTravail, From: act2016},
		{Value: 35 * 60, Unit: Minutes, Article: "Code du travail, art. L.3162-1", Source: codeDuTravail, Scope: minors, From: recodified},
	},
}

// checkWeeklyWork serves every rule that bounds the work of a week.
func checkWeeklyWork(r *Rule, p *person) {
	p.judgedWeeks(func(week int) {
		first, last := daysOfWeek(week)
		if l := p.weekLimit(r, week); l != nil && p.byWeek[week] > l.Value {
			p.find(r, l, first, last, p.byWeek[week])
		}
	})
}
