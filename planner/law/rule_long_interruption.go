package law

// longInterruption is how long an interruption of a part-timer's day may be where neither CCN66 nor a branch agreement allows more.
var longInterruption = Rule{
	Code: "part_time_interruption", Severity: Legal, check: checkLongInterruption,
	Limits: []Limit{
		{
			Value: twoHours, Unit: Minutes, Article: "Code du travail, art. L.3123-30", Source: codeDuTravail, From: act2016,
			Scope: Scope{PartTime: true, Conventions: []Convention{CCN51, Other}},
		},
		{Value: DayMinutes, Unit: Minutes, Article: "Code du travail, art. L.3123-23", Source: codeDuTravail, Scope: partTime, Agreement: PartTimeBreaks2, From: act2016},
	},
}

func checkLongInterruption(r *Rule, p *person) {
	for i := range p.shifts {
		s := &p.shifts[i]
		if l := p.limit(r, s.day); l != nil {
			if longest := p.longestInterruption(s); longest > l.Value {
				p.find(r, l, s.day, s.day, longest)
			}
		}
	}
}

// longestInterruption returns the longest time between two sequences of a day, 0 without any.
func (p *person) longestInterruption(s *shift) (longest int) {
	sequences := s.sequences()
	for i := 1; i < len(sequences); i++ {
		longest = max(longest, p.in.clock.elapsed(sequences[i-1].to, sequences[i].from))
	}
	return longest
}
