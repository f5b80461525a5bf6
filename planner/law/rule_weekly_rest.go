package law

// weeklyRest is the longest rest of a civil week: 24 hours to which the 11 hours of the daily rest add.
var weeklyRest = Rule{
	Code: "weekly_rest", Severity: Legal, check: checkWeeklyRest,
	Limits: []Limit{
		{Value: 35 * 60, Unit: Minutes, Article: "Code du travail, art. L.3132-2", Source: codeDuTravail, From: recodified},
		{Value: 48 * 60, Unit: Minutes, Article: "Code du travail, art. L.3164-2", Source: codeDuTravail, Scope: minors, From: recodified},
	},
}

// checkWeeklyRest counts a rest for the week in which it begins, whole, and for the week in which it ends from Monday on. The rest after the
// last work that is known has no end. The week before the judged ones is looked at too, when its last rest ends in them.
func checkWeeklyRest(r *Rule, p *person) {
	for week := range p.byWeek {
		if p.byWeek[week] == 0 {
			continue
		}
		first, last := daysOfWeek(week)
		longest, ended := p.longestRest(first*DayMinutes, (last+1)*DayMinutes)
		if l := p.weekLimit(r, week); l != nil && longest < l.Value {
			p.find(r, l, first, max(last, ended/DayMinutes), longest)
		}
	}
}

// longestRest returns the longest rest of the week between two minutes, and when its last rest ends.
func (p *person) longestRest(monday, sunday Minute) (longest int, ended Minute) {
	end := monday
	for i := range p.shifts {
		s := &p.shifts[i]
		if s.to <= monday {
			continue
		}
		if end >= sunday {
			break // the next week's own
		}
		if s.from > end {
			longest = max(longest, p.in.clock.elapsed(end, s.from))
		}
		ended, end = s.from, s.to
	}
	if end < sunday && (len(p.shifts) == 0 || p.shifts[len(p.shifts)-1].to == end) {
		return DayMinutes * daysInWeek, sunday - 1
	}
	return longest, ended
}
