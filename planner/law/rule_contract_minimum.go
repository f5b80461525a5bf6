package law

// contractMinimum is the least a contract of the branch may hold a week. It is the contract's matter and not the week's: it informs.
var contractMinimum = Rule{
	Code: "contract_minimum", Severity: House, check: checkContractMinimum,
	Limits: []Limit{
		{Value: 14 * 60, Unit: Minutes, Article: "Accord de branche du 22 novembre 2013", Source: agreementBASS, Scope: partTime, From: bass2013},
		{
			Value: 2 * 60, Unit: Minutes, Article: "Accord de branche du 22 novembre 2013", Source: agreementBASS, From: bass2013,
			Scope: Scope{PartTime: true, Families: []Family{Doctors, Paramedics, Psychologist, Teachers}},
		},
	},
}

func checkContractMinimum(r *Rule, p *person) {
	p.judgedWeeks(func(week int) {
		first, last := daysOfWeek(week)
		contract := p.contractOn(p.contractDay(week))
		l := p.weekLimit(r, week)
		if l == nil || p.byWeek[week] == 0 || contract.WeekMinutes == 0 {
			return
		}
		if contract.WeekMinutes < l.Value {
			p.find(r, l, first, last, contract.WeekMinutes)
		}
	})
}
