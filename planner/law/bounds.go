package law

// Bounds are the limits a plan of a week can be kept within from the start, by the same rules that [Check] applies.
type Bounds struct {
	DaySpan  int // minutes from the first start to the last end of a day
	DayWork  int // minutes of work of a day
	Rest     int // minutes between two days
	WeekWork int // minutes of work of a week
	WeekDays int
}

// BoundsOf returns the bounds of somebody's contracts in the civil week of a Monday: where they change within it, the tightest.
func BoundsOf(contracts []Contract, monday string, agreements []Agreement) Bounds {
	bounds := Bounds{DaySpan: DayMinutes, DayWork: DayMinutes, WeekWork: daysInWeek * DayMinutes, WeekDays: daysInWeek}
	for _, c := range ofWeek(contracts, monday) {
		value := func(r *Rule, otherwise int) int {
			if l := r.limit(c, monday, agreements); l != nil {
				return l.Value
			}
			return otherwise
		}
		bounds = Bounds{
			DaySpan:  min(bounds.DaySpan, value(&daySpan, bounds.DaySpan)),
			DayWork:  min(bounds.DayWork, value(&dailyWork, bounds.DayWork)),
			Rest:     max(bounds.Rest, value(&dailyRest, bounds.Rest)),
			WeekWork: min(bounds.WeekWork, value(&weeklyWork, bounds.WeekWork), value(&cycleWeek, bounds.WeekWork)),
			WeekDays: min(bounds.WeekDays, value(&weekDays, bounds.WeekDays)),
		}
	}
	return bounds
}

// Break is a span of the day in which a pause of Minutes in one piece keeps every stretch of work within the law.
type Break struct{ From, To, Minutes int }

// BreakOf returns when a pause has to lie on a day worked between two minutes of the day at most, whatever is planned in it, and whether one
// is asked at all and can be said so: of very long days no single pause does. Where contracts change within the civil week of the Monday, the
// one that asks for a break soonest decides.
func BreakOf(contracts []Contract, monday string, agreements []Agreement, from, to int) (Break, bool) {
	var l *Limit
	for _, c := range ofWeek(contracts, monday) {
		if own := workBreak.limit(c, monday, agreements); own != nil && (l == nil || own.Value < l.Value) {
			l = own
		}
	}
	if l == nil || to-from <= l.Value {
		return Break{}, false
	}
	asked := Break{From: max(from, to-l.Value-l.Beside), To: min(to, from+l.Value+l.Beside), Minutes: l.Beside}
	return asked, asked.To-asked.From >= l.Beside
}
