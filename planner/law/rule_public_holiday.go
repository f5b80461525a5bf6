package law

// publicHoliday is work on a public holiday: under CCN66 they are off, and a worked one gives equal rest. Its value is the minutes worked.
var publicHoliday = Rule{
	Code: "public_holiday", Severity: Consent, check: checkPublicHoliday,
	Limits: []Limit{{Value: 0, Unit: Minutes, Article: "CCN66, art. 23", Source: textCCN66, Scope: under66}},
}

// mayDay is work on the first of May, which is off by law but where the work cannot stop (art. L.3133-6).
var mayDay = Rule{
	Code: "may_day", Severity: Consent, check: checkMayDay,
	Limits: []Limit{{Value: 0, Unit: Minutes, Article: "Code du travail, art. L.3133-4", Source: codeDuTravail, From: recodified}},
}

func checkPublicHoliday(r *Rule, p *person) {
	p.checkHolidays(r, func(date string) bool { return date[5:] != "05-01" })
}

func checkMayDay(r *Rule, p *person) {
	p.checkHolidays(r, func(date string) bool { return date[5:] == "05-01" })
}

func (p *person) checkHolidays(r *Rule, concerned func(date string) bool) {
	for day, holiday := range p.in.holidays {
		if !holiday || p.byDay[day] == 0 || !concerned(p.in.dates[day]) {
			continue
		}
		if l := p.limit(r, day); l != nil {
			p.find(r, l, day, day, p.byDay[day])
		}
	}
}
