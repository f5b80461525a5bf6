package planner

// checkTravel is rule 4: there is time for the way from each occurrence of the day to the next. The breach is about the later one; Amount is
// the time there is, Limit the time it takes.
func (m *Model) checkTravel(d *personDay, breaches []Breach) []Breach {
	for i := 1; i < len(d.bookings); i++ {
		gap := d.bookings[i].start - d.bookings[i-1].end
		if gap >= d.legs[i] {
			continue
		}
		breach := d.breach(m, i, 4, CodeTravel)
		blocking := d.bookings[i-1].ref(m)
		breach.Blocking, breach.Amount, breach.Limit = &blocking, gap, d.legs[i]
		breaches = append(breaches, breach)
	}
	return breaches
}

// checkBaseTravel is the rest of rule 4: whoever starts and ends the day at base has the way there and back between the start of the first
// and the end of the last of the intervals that start on that day. Amount is the time there is for the way that fails, Limit the time it takes.
func (m *Model) checkBaseTravel(d *personDay, breaches []Breach) []Breach {
	if !m.Problem.Professionals[d.professional].FromBase {
		return breaches
	}
	work, known := m.WorkSpan(d.professional, d.day)
	if !known {
		return breaches
	}
	last := len(d.bookings) - 1
	if before := d.bookings[0].start - work.From; before < d.legs[0] {
		breach := d.breach(m, 0, 4, CodeBaseTravel)
		breach.Amount, breach.Limit = before, d.legs[0]
		return append(breaches, breach)
	}
	if after := work.To - d.lastEnd; after < d.back {
		breach := d.breach(m, last, 4, CodeBaseTravel)
		breach.Amount, breach.Limit = after, d.back
		return append(breaches, breach)
	}
	return breaches
}
