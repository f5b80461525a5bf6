package law

import "slices"

// notice is how many days ahead a change of somebody's hours is announced. Its value is the notice given for the first day that changes.
var notice = Rule{
	Code: "notice", Severity: Consent, check: checkNotice,
	Limits: []Limit{
		{Value: 7, Unit: Days, Article: "Code du travail, art. L.3121-47", Source: codeDuTravail, From: act2016},
		{Value: 7, Unit: Days, Article: "CCN66, art. 20.8", Source: textCCN66, Scope: under66},
		{Value: 7, Unit: WorkingDays, Article: "Code du travail, art. L.3123-31", Source: codeDuTravail, Scope: partTime, From: act2016},
		{Value: 3, Unit: WorkingDays, Article: "Code du travail, art. L.3123-24", Source: codeDuTravail, Scope: partTime, Agreement: PartTimeNotice3, From: act2016},
	},
}

// checkNotice compares the judged days to come with what was announced: when work begins, is interrupted and ends. What is done in those
// hours may change freely.
func checkNotice(r *Rule, p *person) {
	if p.Announced == nil {
		return
	}
	announced, _ := p.in.split(p.Announced)
	before := hoursByDay(shiftsOf(announced))
	now := hoursByDay(p.shifts)
	first, last, given := -1, -1, 0
	var short *Limit
	for day := max(0, p.in.JudgedFrom, p.in.today); day < min(p.in.JudgedTo, p.in.days); day++ {
		if slices.Equal(before[day], now[day]) {
			continue
		}
		l := p.limit(r, day)
		if l == nil {
			continue
		}
		days := p.in.daysAhead(day, l.Unit)
		if days >= l.Value {
			break // all that follow are further ahead
		}
		if first < 0 {
			first, given, short = day, days, l
		}
		last = day
	}
	if first >= 0 {
		p.find(r, short, first, last, given)
	}
}

func hoursByDay(shifts []shift) map[int][]sequence {
	hours := make(map[int][]sequence, len(shifts))
	for i := range shifts {
		hours[shifts[i].day] = append(hours[shifts[i].day], shifts[i].sequences()...)
	}
	return hours
}

// daysAhead returns how many days lie between today and a day to come, the day itself counted.
func (f *frame) daysAhead(day int, unit Unit) (ahead int) {
	if unit != WorkingDays {
		return day - f.today
	}
	for d := f.today + 1; d <= day; d++ {
		weekend := (d%daysInWeek+daysInWeek)%daysInWeek >= 5
		if holiday := d >= 0 && d < f.days && f.holidays[d]; !weekend && !holiday {
			ahead++
		}
	}
	return ahead
}
