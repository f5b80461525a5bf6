package law

// dailyWork is the daily maximum: effective work of a civil day.
var dailyWork = Rule{
	Code: "daily_work", Severity: Legal, check: checkDailyWork,
	Limits: []Limit{
		{Value: 10 * 60, Unit: Minutes, Article: "Code du travail, art. L.3121-18", Source: codeDuTravail, From: act2016},
		{Value: 12 * 60, Unit: Minutes, Article: "Code du travail, art. L.3121-19", Source: codeDuTravail, Agreement: DailyWork12, From: act2016},
		{Value: 10 * 60, Unit: Minutes, Article: "CCN66, art. 20.5", Source: textCCN66, Scope: under66},
		{Value: 12 * 60, Unit: Minutes, Article: "CCN66, art. 20.5", Source: textCCN66, Scope: under66, Agreement: DailyWork12},
		{Value: 8 * 60, Unit: Minutes, Article: "Code du travail, art. L.3162-1", Source: codeDuTravail, Scope: minors, From: recodified},
	},
}

func checkDailyWork(r *Rule, p *person) {
	for day, work := range p.byDay {
		if work == 0 {
			continue
		}
		if l := p.limit(r, day); l != nil && work > l.Value {
			p.find(r, l, day, day, work)
		}
	}
}
