package law

// contractWeek is work beyond the contract's weekly hours: it informs, as hours may be made up for in another week.
var contractWeek = Rule{
	Code: "contract_week", Severity: House, check: checkContractWeek,
	Limits: []Limit{{Unit: Minutes, Article: "Code du travail, art. L.3121-27", Source: codeDuTravail, From: act2016}},
}

func checkContractWeek(r *Rule, p *person) {
	p.judgedWeeks(func(week int) {
		first, last := daysOfWeek(week)
		contract := p.contractOn(first)
		l := p.limit(r, first)
		if l == nil || contract.WeekMinutes == 0 || p.byWeek[week] <= contract.WeekMinutes {
			return
		}
		own := *l
		own.Value = contract.WeekMinutes
		p.find(r, &own, first, last, p.byWeek[week])
	})
}
