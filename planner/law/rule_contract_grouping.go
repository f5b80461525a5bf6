package law

// smallContract is below what a contract's hours are grouped (Code du travail, art. L.3123-27).
const smallContract = 24 * 60

// contractGrouping is what the branch gives small contracts in return: regular hours, grouped in half-days or full days. Its value is the
// interruptions of a day other than the one at midday.
var contractGrouping = Rule{
	Code: "contract_grouping", Severity: Consent, check: checkContractGrouping,
	Limits: []Limit{{Value: 0, Unit: Count, Article: "Accord de branche du 22 novembre 2013", Source: agreementBASS, Scope: partTime, From: bass2013}},
}

func checkContractGrouping(r *Rule, p *person) {
	for i := range p.shifts {
		s := &p.shifts[i]
		contract := p.contractOn(s.day)
		l := p.limit(r, s.day)
		if l == nil || contract.WeekMinutes == 0 || contract.WeekMinutes >= smallContract {
			continue
		}
		apart, sequences := 0, s.sequences()
		for n := 1; n < len(sequences); n++ {
			midday := sequences[n-1].to >= s.day*DayMinutes+mealFrom && sequences[n].from <= s.day*DayMinutes+mealTo
			if !midday {
				apart++
			}
		}
		if apart > l.Value {
			p.find(r, l, s.day, s.day, apart)
		}
	}
}
