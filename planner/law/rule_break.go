package law

// workBreak is the work that may be done without a break: its value is the longest stretch, the figure beside it how long a break has to be
// in one piece.
var workBreak = Rule{
	Code: "break", Severity: Legal, check: checkBreak,
	Limits: []Limit{
		{Value: 6 * 60, Unit: Minutes, Beside: 20, Article: "Code du travail, art. L.3121-16", Source: codeDuTravail, From: act2016},
		{Value: 6 * 60, Unit: Minutes, Beside: 20, Article: "CCN66, art. 20.6", Source: textCCN66, Scope: under66},
		{Value: 4*60 + 30, Unit: Minutes, Beside: 30, Article: "Code du travail, art. L.3162-3", Source: codeDuTravail, Scope: minors, From: recodified},
	},
}

func checkBreak(r *Rule, p *person) {
	for i := range p.shifts {
		s := &p.shifts[i]
		l := p.limit(r, s.day)
		if l == nil || p.in.clock.elapsed(s.from, s.to) <= l.Value {
			continue
		}
		if longest := p.longestStretch(s, l.Beside); longest > l.Value {
			p.find(r, l, s.day, s.day, longest)
		}
	}
}

// longestStretch returns the longest work without a pause of that length, which can be a gap or a time of presence.
func (p *person) longestStretch(s *shift, pause int) (longest int) {
	from, to := s.from, s.from
	for _, span := range s.work {
		if span.From-to >= pause {
			longest, from = max(longest, p.in.clock.elapsed(from, to)), span.From
		}
		if to = span.To; span.Kind == Presence && span.To-span.From >= pause {
			longest, from = max(longest, p.in.clock.elapsed(from, span.From)), span.To
		}
	}
	return max(longest, p.in.clock.elapsed(from, to))
}
