package law

// weekDays is on how many days of a civil week somebody may work.
var weekDays = Rule{
	Code: "week_days", Severity: Legal, check: checkWeekDays,
	Limits: []Limit{{Value: 6, Unit: Days, Article: "Code du travail, art. L.3132-1", Source: codeDuTravail, From: recodified}},
}

func checkWeekDays(r *Rule, p *person) {
	p.judgedWeeks(func(week int) {
		first, last := daysOfWeek(week)
		worked := 0
		for day := first; day <= last; day++ {
			if p.byDay[day] > 0 {
				worked++
			}
		}
		if l := p.weekLimit(r, week); l != nil && worked > l.Value {
			p.find(r, l, first, last, worked)
		}
	})
}
