package law

// Bounds are the limits a plan of a week can be kept within from the start, by the same rules that [Check] applies.
type Bounds struct {
	DaySpan  int // minutes from the first start to the last end of a day
	DayWork  int // minutes of work of a day
	Rest     int // minutes between two days
	WeekWork int // minutes of work of a week
	WeekDays int
}

// BoundsOf returns the bounds of a contract on a civil date.
func BoundsOf(c *Contract, date string, agreements []Agreement) Bounds {
	value := func(r *Rule, otherwise int) int {
		if l := r.limit(c, date, agreements); l != nil {
			return l.Value
		}
		return otherwise
	}
	return Bounds{
		DaySpan:  value(&daySpan, DayMinutes),
		DayWork:  value(&dailyWork, DayMinutes),
		Rest:     value(&dailyRest, 0),
		WeekWork: min(value(&weeklyWork, daysInWeek*DayMinutes), value(&cycleWeek, daysInWeek*DayMinutes)),
		WeekDays: value(&weekDays, daysInWeek),
	}
}

// Break is a span of the day in which a pause of Minutes in one piece keeps every stretch of work within the law.
type Break struct{ From, To, Minutes int }

// BreakOf returns when a pause has to lie on a day worked between two minutes of the day at most, whatever is planned in it, and whether one
// is asked at all and can be said so: of very long days no single pause does.
func BreakOf(c *Contract, date string, agreements []Agreement, from, to int) (Break, bool) {
	l := workBreak.limit(c, date, agreements)
	if l == nil || to-from <= l.Value {
		return Break{}, false
	}
	asked := Break{From: max(from, to-l.Value-l.Beside), To: min(to, from+l.Value+l.Beside), Minutes: l.Beside}
	return asked, asked.To-asked.From >= l.Beside
}
