package planner

// personDay is what one person does on one day, with the ways between. It is the ground of rules 4, 5 and 6.
type personDay struct {
	professional int32
	day          int
	bookings     []*booking
	places       []int32 // where the person is for each booking
	legs         []int   // minutes of the way to each booking; the first is from base, 0 for those who do not start there
	back         int     // minutes of the way back to base; 0 for those who do not end there
	lastEnd      Minute  // of the booking that ends last
}

// set fills the day anew from its bookings, of which there is at least one, and keeps what memory it has.
func (d *personDay) set(m *Model, professional int32, day int, bookings []*booking) {
	base, fromBase := m.Base[professional], m.Problem.Professionals[professional].FromBase
	d.professional, d.day, d.bookings = professional, day, bookings
	d.places, d.legs = d.places[:0], d.legs[:0]
	d.back, d.lastEnd = 0, bookings[0].end
	at := base
	for i, b := range bookings {
		place := b.place
		if place == Nowhere {
			place = at // takes part from where they are
		}
		leg := int(m.Travel(at, place))
		if i == 0 && !fromBase {
			leg = 0
		}
		d.places, d.legs = append(d.places, place), append(d.legs, leg)
		d.lastEnd = max(d.lastEnd, b.end)
		at = place
	}
	if fromBase {
		d.back = int(m.Travel(at, base))
	}
}

// span returns the first start and the last end, both widened by the way from and to base.
func (d *personDay) span() daySpan {
	return daySpan{day: d.day, Span: Span{From: d.bookings[0].start - d.legs[0], To: d.lastEnd + d.back}}
}

// travel returns all minutes on the way.
func (d *personDay) travel() int {
	total := d.back
	for _, leg := range d.legs {
		total += leg
	}
	return total
}

// breach starts a breach about the booking at position i of the day.
func (d *personDay) breach(m *Model, i, rule int, code Code) Breach {
	breach := d.bookings[i].breach(m, rule, code)
	breach.Professional = m.Problem.Professionals[d.professional].ID
	return breach
}
