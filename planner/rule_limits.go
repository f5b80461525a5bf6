package planner

// daysInWeek is the length of the blocks, counted from day 0, over which work and worked days are limited.
const daysInWeek = 7

// daySpan is a worked day from leaving base, or the first start, to being back, or the last end.
type daySpan struct {
	Span
	day int
}

// work returns the minutes of the day that count as work: its span, less lunch where the day covers more of the lunch span than lunch takes.
func (s daySpan) work(lunch *Lunch) int {
	work := s.To - s.From
	if lunch == nil {
		return work
	}
	covered := min(s.To, s.day*DayMinutes+lunch.To) - max(s.From, s.day*DayMinutes+lunch.From)
	if covered > lunch.Minutes {
		work -= lunch.Minutes
	}
	return work
}

// limitBreach is a breach of rule 6: found is what there is, limit what is allowed.
func (m *Model) limitBreach(professional int32, day int, code Code, found, limit int) Breach {
	return Breach{Rule: 6, Code: code, Professional: m.Problem.Professionals[professional].ID, Day: day, Amount: found, Limit: limit}
}

// checkLimits is rule 6 over worked days in their order. Blocks of seven days are judged by the days given, so callers give whole blocks.
// Breaches of a block have its first day, the others the day itself.
func (m *Model) checkLimits(professional int32, worked []daySpan, breaches []Breach) []Breach {
	person := &m.Problem.Professionals[professional]
	limits := person.Limits
	if limits == nil {
		return breaches
	}
	var weekWork, weekDays int
	for i, s := range worked {
		if span := s.To - s.From; span > limits.DaySpan {
			breaches = append(breaches, m.limitBreach(professional, s.day, CodeDaySpan, span, limits.DaySpan))
		}
		work := s.work(person.Lunch)
		if work > limits.DayWork {
			breaches = append(breaches, m.limitBreach(professional, s.day, CodeDayWork, work, limits.DayWork))
		}
		if i > 0 {
			if rest := s.From - worked[i-1].To; rest < limits.Rest {
				breaches = append(breaches, m.limitBreach(professional, s.day, CodeRest, rest, limits.Rest))
			}
		}
		weekWork, weekDays = weekWork+work, weekDays+1
		if i+1 < len(worked) && weekOf(worked[i+1].day) == weekOf(s.day) {
			continue
		}
		first := weekOf(s.day) * daysInWeek
		if weekWork > limits.WeekWork {
			breaches = append(breaches, m.limitBreach(professional, first, CodeWeekWork, weekWork, limits.WeekWork))
		}
		if weekDays > limits.WeekDays {
			breaches = append(breaches, m.limitBreach(professional, first, CodeWeekDays, weekDays, limits.WeekDays))
		}
		weekWork, weekDays = 0, 0
	}
	return breaches
}

// weekOf returns the block of seven days a day lies in; negative days, which only broken plans have, lie in negative blocks.
func weekOf(day int) int {
	if day < 0 {
		return -((-day + daysInWeek - 1) / daysInWeek)
	}
	return day / daysInWeek
}
