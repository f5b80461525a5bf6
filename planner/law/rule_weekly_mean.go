package law

// meanWeeks is over how many consecutive weeks the mean of weekly work is taken.
const meanWeeks = 12

// weeklyMean is the mean of weekly work over any twelve consecutive weeks.
var weeklyMean = Rule{
	Code: "weekly_mean", Severity: Legal, check: checkWeeklyMean,
	Limits: []Limit{
		{Value: 44 * 60, Unit: Minutes, Article: "Code du travail, art. L.3121-22", Source: codeDuTravail, From: act2016},
		{Value: 46 * 60, Unit: Minutes, Article: "Code du travail, art. L.3121-23", Source: codeDuTravail, Agreement: WeeklyMean46, From: act2016},
	},
}

func checkWeeklyMean(r *Rule, p *person) { p.checkMean(r, func(int) bool { return true }) }

// checkMean looks at every twelve weeks that hold a judged one and reports the heaviest. Weeks nobody knows count as free, so that what is
// found is certain.
func (p *person) checkMean(r *Rule, concerned func(week int) bool) {
	p.judgedWeeks(func(week int) {
		first, last := daysOfWeek(week)
		l := p.limit(r, first)
		if l == nil || !concerned(week) {
			return
		}
		heaviest := 0
		for end := week; end < min(week+meanWeeks, len(p.byWeek)); end++ {
			sum := 0
			for w := max(0, end-meanWeeks+1); w <= end; w++ {
				sum += p.byWeek[w]
			}
			heaviest = max(heaviest, sum)
		}
		if heaviest > l.Value*meanWeeks {
			p.find(r, l, first, last, (heaviest+meanWeeks-1)/meanWeeks).Weeks = meanWeeks
		}
	})
}
