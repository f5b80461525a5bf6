package law

// Half-days end and begin at one o'clock: who stops for lunch has the afternoon off.
const middleOfDay = 13 * 60

// restDays is the weekly rest of CCN66: two days, of which a day and a half in one piece. Its value counts half-days, as does the figure
// beside it: those that follow each other.
var restDays = Rule{
	Code: "rest_days", Severity: Consent, check: checkRestDays,
	Limits: []Limit{{Value: 4, Unit: HalfDays, Beside: 3, Article: "CCN66, art. 21", Source: textCCN66, Scope: under66}},
}

// checkRestDays counts the half-days off. When there are enough but too few of them follow each other, the value is those that do.
func checkRestDays(r *Rule, p *person) {
	p.judgedWeeks(func(week int) {
		first, last := daysOfWeek(week)
		l := p.weekLimit(r, week)
		if l == nil || p.byWeek[week] == 0 {
			return
		}
		off, run, longest := 0, p.halfDaysOffBefore(first, l.Beside), 0
		for half := 2 * first; half <= 2*last+1; half++ {
			if p.worksHalfDay(half) {
				run = 0
				continue
			}
			off++
			run++
			longest = max(longest, run)
		}
		for half := 2*last + 2; run > 0 && run < l.Beside && half < 2*p.in.days && !p.worksHalfDay(half); half++ {
			run++
			longest = max(longest, run)
		}
		if off < l.Value || longest < l.Beside {
			p.find(r, l, first, last, min(off, longest))
		}
	})
}

// halfDaysOffBefore returns the free half-days right before a day, as far as they matter where some are asked for in a row.
func (p *person) halfDaysOffBefore(day, asked int) (run int) {
	for half := 2*day - 1; half >= 0 && run < asked-1 && !p.worksHalfDay(half); half-- {
		run++
	}
	return run
}

// worksHalfDay reports whether the person works in a half-day, counted from the first morning.
func (p *person) worksHalfDay(half int) bool {
	from, to := half/2*DayMinutes, half/2*DayMinutes+middleOfDay
	if half%2 == 1 {
		from, to = to, (half/2+1)*DayMinutes
	}
	if p.byDay[half/2] == 0 {
		return false
	}
	for i := range p.work {
		if p.work[i].From >= to {
			return false
		}
		if p.work[i].To > from {
			return true
		}
	}
	return false
}
