package law

// twoHours is how long an interruption of a part-timer's day may be where no agreement says otherwise (Code du travail, art. L.3123-30), and
// how short a sequence of a split day may be (CCN66, art. 20.5).
const twoHours = 2 * 60

// partTimeInterruptions is how often a part-timer's day may be interrupted.
var partTimeInterruptions = Rule{
	Code: "part_time_interruptions", Severity: Legal, check: checkPartTimeInterruptions,
	Limits: []Limit{
		{Value: 1, Unit: Count, Article: "Code du travail, art. L.3123-30", Source: codeDuTravail, Scope: partTime, From: act2016},
		{Value: 2, Unit: Count, Article: "Code du travail, art. L.3123-23", Source: codeDuTravail, Scope: partTime, Agreement: PartTimeBreaks2, From: act2016},
		{Value: 2, Unit: Count, Article: "CCN66, art. 20.5", Source: textCCN66, Scope: partTime66},
	},
}

func checkPartTimeInterruptions(r *Rule, p *person) {
	for i := range p.shifts {
		s := &p.shifts[i]
		if l := p.limit(r, s.day); l != nil {
			if interruptions := len(s.sequences()) - 1; interruptions > l.Value {
				p.find(r, l, s.day, s.day, interruptions)
			}
		}
	}
}
