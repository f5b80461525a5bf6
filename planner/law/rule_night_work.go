package law

// The night: from 21:00 to 6:00 (Code du travail, art. L.3122-20). Who works at least three hours of it on two days of a week is a night
// worker (art. L.3122-5).
const (
	nightStart   = 21 * 60
	nightEnd     = 6 * 60
	nightMinutes = 3 * 60
	nightsAWeek  = 2
)

// nightWork is the daily maximum of night workers.
var nightWork = Rule{
	Code: "night_work", Severity: Legal, check: checkNightWork,
	Limits: []Limit{
		{Value: 8 * 60, Unit: Minutes, Article: "Code du travail, art. L.3122-6", Source: codeDuTravail, From: act2016},
		{Value: 12 * 60, Unit: Minutes, Article: "Code du travail, art. L.3122-17", Source: codeDuTravail, Agreement: Night12, From: act2016},
	},
}

func checkNightWork(r *Rule, p *person) {
	for i := range p.shifts {
		s := &p.shifts[i]
		if p.nightOf(s) < nightMinutes || !p.nightWorker(s.day/daysInWeek) {
			continue
		}
		work := 0
		for _, span := range s.work {
			work += p.in.clock.elapsed(span.From, span.To)
		}
		if l := p.limit(r, s.day); l != nil && work > l.Value {
			p.find(r, l, s.day, s.day, work)
		}
	}
}

// nightOf returns the minutes of night of a day's work.
func (p *person) nightOf(s *shift) (minutes int) {
	for _, span := range s.work {
		for day := s.day; day*DayMinutes < span.To; day++ {
			start := day * DayMinutes
			minutes += p.in.overlap(span, start, start+nightEnd) + p.in.overlap(span, start+nightStart, start+DayMinutes)
		}
	}
	return minutes
}

// nightWorker reports whether somebody works at night in a week as often as a night worker.
func (p *person) nightWorker(week int) bool {
	nights := 0
	for i := range p.shifts {
		if s := &p.shifts[i]; s.day/daysInWeek == week && p.nightOf(s) >= nightMinutes {
			nights++
		}
	}
	return nights >= nightsAWeek
}
