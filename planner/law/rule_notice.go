package law

import "slices"

// notice is how many days ahead a change of somebody's hours is announced. Its value is the notice given for the first of the days found.
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
// hours may change freely. Every day announced late is found; days that follow each other under the same limit are found together.
func checkNotice(r *Rule, p *person) {
	if p.Announced == nil {
		return
	}
	announced, _ := p.in.split(p.Announced)
	before, now := hoursByDay(shiftsOf(announced)), hoursByDay(p.shifts)
	var late *Limit
	first, given := 0, 0
	end := min(p.in.JudgedTo, p.in.days)
	for day := max(0, p.in.JudgedFrom, p.in.today); day <= end; day++ {
		var l *Limit
		if day < end && !slices.Equal(before[day], now[day]) {
			if l = p.limit(r, day); l != nil && p.in.daysAhead(day, l.Unit) >= l.Value {
				l = nil
			}
		}
		if l == late {
			continue
		}
		if late != nil {
			p.find(r, late, first, day-1, given)
		}
		if late = l; l != nil {
			first, given = day, p.in.daysAhead(day, l.Unit)
		}
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
