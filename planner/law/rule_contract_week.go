package law

// contractWeek is work beyond the contract's weekly hours: it informs, as hours may be made up for in another week.
var contractWeek = Rule{
	Code: "contract_week", Severity: House, check: checkContractWeek,
	Limits: []Limit{{Unit: Minutes, Article: "Code du travail, art. L.3121-27", Source: codeDuTravail, From: act2016}},
}

func checkContractWeek(r *Rule, p *person) {
	p.judgedWeeks(func(week int) {
		first, last := daysOfWeek(week)
		minutes := p.contractMinutes(week)
		l := p.weekLimit(r, week)
		if l == nil || minutes == 0 || p.byWeek[week] <= minutes {
			return
		}
		own := *l
		own.Value = minutes
		p.find(r, &own, first, last, p.byWeek[week])
	})
}
