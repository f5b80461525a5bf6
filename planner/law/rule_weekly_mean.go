package law

// weeklyMean is the mean of weekly work over any twelve consecutive weeks.
var weeklyMean = Rule{
	Code: "weekly_mean", Severity: Legal, check: checkWeeklyMean,
	Limits: []Limit{
		{Value: 44 * 60, Unit: Minutes, Weeks: 12, Article: "Code du travail, art. L.3121-22", Source: codeDuTravail, From: act2016},
		{Value: 46 * 60, Unit: Minutes, Weeks: 12, Article: "Code du travail, art. L.3121-23", Source: codeDuTravail, Agreement: WeeklyMean46, From: act2016},
	},
}

func checkWeeklyMean(r *Rule, p *person) { p.checkMean(r, func(int) bool { return true }) }

// checkMean looks at every run of the limit's weeks that holds a judged one and reports the heaviest. Weeks nobody knows count as free, so
// that what is found is certain.
func (p *person) checkMean(r *Rule, concerned func(week int) bool) {
	p.judgedWeeks(func(week int) {
		first, last := daysOfWeek(week)
		l := p.weekLimit(r, week)
		if l == nil || !concerned(week) {
			return
		}
		heaviest := 0
		for end := week; end < min(week+l.Weeks, len(p.byWeek)); end++ {
			sum := 0
			for w := max(0, end-l.Weeks+1); w <= end; w++ {
				sum += p.byWeek[w]
			}
			heaviest = max(heaviest, sum)
		}
		if heaviest > l.Value*l.Weeks {
			p.find(r, l, first, last, (heaviest+l.Weeks-1)/l.Weeks)
		}
	})
}
