package planner

// checkLunch is rule 5: on a day on which the person does anything, some stretch free of activity and travel inside the lunch span is long
// enough. Amount is the longest there is, Limit what is asked.
func (m *Model) checkLunch(d *personDay, breaches []Breach) []Breach {
	lunch := m.Problem.Professionals[d.professional].Lunch
	if lunch == nil {
		return breaches
	}
	longest := d.longestBreak(lunch)
	if longest >= lunch.Minutes {
		return breaches
	}
	breach := d.breach(m, 0, 5, CodeLunch)
	breach.Amount, breach.Limit = max(0, longest), lunch.Minutes
	return append(breaches, breach)
}

// longestBreak returns the length of the longest free stretch inside the lunch span; negative when there is none. The way between two
// occurrences is done at once or at the last moment, whichever leaves the longer stretch.
func (d *personDay) longestBreak(lunch *Lunch) int {
	from, to := d.day*DayMinutes+lunch.From, d.day*DayMinutes+lunch.To
	last := len(d.bookings) - 1
	inside := func(start, end Minute) int { return min(end, to) - max(start, from) }
	longest := max(inside(from, d.bookings[0].start-d.legs[0]), inside(d.bookings[last].end+d.back, to))
	for i := 1; i <= last; i++ {
		start, end, leg := d.bookings[i-1].end, d.bookings[i].start, d.legs[i]
		longest = max(longest, inside(start+leg, end), inside(start, end-leg))
	}
	return longest
}
