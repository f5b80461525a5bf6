package law

// nightMinor is night work of those under 18, which is forbidden. Its value is the minutes of night, from 22:00 to 6:00.
var nightMinor = Rule{
	Code: "night_minor", Severity: Legal, check: checkNightMinor,
	Limits: []Limit{{Value: 0, Unit: Minutes, Article: "Code du travail, art. L.3163-2", Source: codeDuTravail, Scope: minors, From: recodified}},
}

// youthNightStart is when the night of those between 16 and 18 begins (Code du travail, art. L.3163-1).
const youthNightStart = 22 * 60

func checkNightMinor(r *Rule, p *person) {
	for day, night := range p.byNight {
		if night == 0 {
			continue
		}
		l := p.limit(r, day)
		if l == nil {
			continue
		}
		minutes, start := 0, day*DayMinutes
		for _, span := range p.work {
			minutes += p.in.overlap(span, start, start+nightEnd) + p.in.overlap(span, start+youthNightStart, start+DayMinutes)
		}
		if minutes > l.Value {
			p.find(r, l, day, day, minutes)
		}
	}
}
