package planner

import "slices"

// checkSeats is rule 2: seats are filled by different, eligible people; attendees are optional people, not also on a seat.
func (m *Model) checkSeats(b *booking, breaches []Breach) []Breach {
	seats := len(m.Eligible[b.activity])
	if len(b.staff) != seats || m.someoneTwice(b) {
		breach := b.breach(m, 2, CodeSeatsNotFilled)
		breach.Amount, breach.Limit = len(b.staff), seats
		breaches = append(breaches, breach)
	}
	for seat := range min(seats, len(b.staff)) {
		if m.CanSit(b.activity, int32(seat), b.staff[seat]) {
			continue
		}
		breach := b.breach(m, 2, m.Refusal(b.activity, int32(seat), b.staff[seat]))
		breach.Professional = m.Problem.Professionals[b.staff[seat]].ID
		breaches = append(breaches, breach)
	}
	for _, person := range b.attendees {
		if !slices.Contains(m.Optional[b.activity], person) {
			breach := b.breach(m, 2, CodeNotOptional)
			breach.Professional = m.Problem.Professionals[person].ID
			breaches = append(breaches, breach)
		}
	}
	return breaches
}

func (m *Model) someoneTwice(b *booking) bool {
	different := 0
	b.people(func(int32) { different++ })
	return different != len(b.staff)+len(b.attendees)
}
