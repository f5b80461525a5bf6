package law

// coordinationShare is the coordination of a week against the share of the contract that educators and paramedics have for coordination and
// synthesis under CCN66: the figure beside, in percent. A week may have less when others have more: it informs.
var coordinationShare = Rule{
	Code: "coordination_share", Severity: House, check: checkCoordinationShare,
	Limits: []Limit{{
		Unit: Minutes, Beside: 6, Article: "CCN66, art. 20.9", Source: textCCN66,
		Scope: Scope{Conventions: []Convention{CCN66}, Families: []Family{Educators, Paramedics}},
	}},
}

// checkCoordinationShare looks at weeks in which at least half of the contract is worked: who is on leave coordinates less.
func checkCoordinationShare(r *Rule, p *person) {
	p.judgedWeeks(func(week int) {
		first, last := daysOfWeek(week)
		minutes := p.contractMinutes(week)
		l := p.weekLimit(r, week)
		if l == nil || minutes == 0 || p.byWeek[week]*2 < minutes {
			return
		}
		wanted := *l
		wanted.Value = (minutes*l.Beside + 99) / 100
		done := 0
		for _, span := range p.work {
			if span.Kind == Coordination {
				done += p.in.overlap(span, first*DayMinutes, (last+1)*DayMinutes)
			}
		}
		if done < wanted.Value {
			p.find(r, &wanted, first, last, done)
		}
	})
}
