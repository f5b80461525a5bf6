package search

// withinLimits reports whether the person's days keep rule 6.
func (s *state) withinLimits(person int32) bool {
	h, days := &s.people[person], s.facts[person*s.days:(person+1)*s.days]
	last, rested := int32(0), false
	for week := int32(0); week < s.days; week += 7 {
		var work, worked int64
		for day := week; day < min(week+7, s.days); day++ {
			f := &days[day]
			if !f.worked {
				continue
			}
			today, ok := h.work(day, f)
			if !ok || rested && int(f.first-last) < h.limits.Rest {
				return false
			}
			work, worked = work+today, worked+1
			last, rested = f.last, true
		}
		if work > int64(h.limits.WeekWork) || worked > int64(h.limits.WeekDays) {
			return false
		}
	}
	return true
}

// work returns the minutes of work of a day, and whether its span and its work are within the limits.
func (h *human) work(day int32, f *dayFacts) (int64, bool) {
	span := int64(f.last - f.first)
	work := span
	if h.hasLunch {
		from, to := day*dayMinutes+int32(h.lunch.From), day*dayMinutes+int32(h.lunch.To)
		if int(min(f.last, to)-max(f.first, from)) > h.lunch.Minutes {
			work -= int64(h.lunch.Minutes)
		}
	}
	return work, span <= int64(h.limits.DaySpan) && work <= int64(h.limits.DayWork)
}

// allows reports whether rule 6 would hold if the person's day came to f. The rest of their days are as they are.
func (s *state) allows(person, day int32, f dayFacts) bool {
	if !s.people[person].hasLimits {
		return true
	}
	at := person*s.days + day
	was := s.facts[at]
	s.facts[at] = f
	ok := s.withinLimits(person)
	s.facts[at] = was
	return ok
}
