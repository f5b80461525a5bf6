package planner

import "slices"

// booking is one occurrence of a plan with everything in the model's indices.
type booking struct {
	activity   int32
	number     int
	start, end Minute
	staff      []int32
	attendees  []int32
	place      int32 // [Nowhere] for none
	room       int32 // [Nowhere] for none
}

// id returns the number of the occurrence among all occurrences of the model.
func (b *booking) id(m *Model) int32 { return m.FirstOccurrence[b.activity] + int32(b.number) }

func (b *booking) ref(m *Model) Ref {
	return Ref{Activity: m.Problem.Activities[b.activity].ID, Occurrence: b.number}
}

func (b *booking) day() int { return dayOf(b.start) }

func (b *booking) overlaps(other *booking) bool { return b.start < other.end && other.start < b.end }

func (b *booking) hasStaff(professional int32) bool { return slices.Contains(b.staff, professional) }

// people calls visit once for each person of the occurrence, those on its seats first.
func (b *booking) people(visit func(professional int32)) {
	for i, person := range b.staff {
		if !slices.Contains(b.staff[:i], person) {
			visit(person)
		}
	}
	for i, person := range b.attendees {
		if !b.hasStaff(person) && !slices.Contains(b.attendees[:i], person) {
			visit(person)
		}
	}
}

// breach starts a breach about the booking.
func (b *booking) breach(m *Model, rule int, code Code) Breach {
	return Breach{Rule: rule, Code: code, Activity: m.Problem.Activities[b.activity].ID, Occurrence: b.number, Day: b.day()}
}

// resolve turns an occurrence into a booking. Where an id does not exist it returns the breach of rule 1 and no booking.
func (m *Model) resolve(o *Occurrence) (*booking, *Breach) {
	unknown := Breach{Rule: 1, Code: CodeUnknownID, Activity: o.Activity, Occurrence: o.Occurrence, Day: dayOf(o.Start)}
	activity, ok := m.activities[o.Activity]
	if !ok || o.Occurrence < 0 || o.Occurrence >= m.Problem.Activities[activity].Count {
		return nil, &unknown
	}
	b := &booking{
		activity: activity, number: o.Occurrence, start: o.Start, end: o.Start + m.Problem.Activities[activity].Duration,
		place: Nowhere, room: Nowhere,
	}
	everybody := make([]int32, 0, len(o.Staff)+len(o.Attendees))
	for _, list := range [][]string{o.Staff, o.Attendees} {
		for _, id := range list {
			person, ok := m.professionals[id]
			if !ok {
				unknown.Professional = id
				return nil, &unknown
			}
			everybody = append(everybody, person)
		}
	}
	b.staff, b.attendees = everybody[:len(o.Staff):len(o.Staff)], everybody[len(o.Staff):]
	if o.Place != nil {
		if b.place, ok = m.places[*o.Place]; !ok {
			unknown.Place = *o.Place
			return nil, &unknown
		}
	}
	if o.Room != nil {
		if b.room, ok = m.rooms[*o.Room]; !ok {
			unknown.Room = *o.Room
			return nil, &unknown
		}
	}
	return b, nil
}
