package planner

import "slices"

// client is what the team rule is asked for once: a modality and a sector. Without a sector only teams that serve all sectors do.
type client struct {
	modality string
	sector   *string
}

// Refusal says why a professional cannot sit on a seat: [CodeNotEligible] for profession, skills or OneOf, [CodeTeamRule] where none of
// their teams serves one of the children (or the activity itself). It is empty when they can.
func (m *Model) Refusal(activity, seat, professional int32) Code {
	return m.refusal(&m.Problem.Activities[activity].Seats[seat], m.clients(activity), professional)
}

func (m *Model) refusal(seat *Seat, clients []client, professional int32) Code {
	switch {
	case !m.qualifies(seat, professional):
		return CodeNotEligible
	case len(seat.OneOf) == 0 && !m.servesAll(professional, clients, false):
		return CodeTeamRule
	default:
		return ""
	}
}

// qualifies reports whether the seat names the professional or, where it names nobody, asks for their profession and skills.
func (m *Model) qualifies(seat *Seat, professional int32) bool {
	person := &m.Problem.Professionals[professional]
	if len(seat.OneOf) > 0 {
		return slices.Contains(seat.OneOf, person.ID)
	}
	return slices.Contains(seat.Professions, person.Profession) &&
		!slices.ContainsFunc(seat.Skills, func(skill string) bool { return !slices.Contains(person.Skills, skill) })
}

// service remembers who serves a client while a model is compiled: activities ask for the same few again and again.
type service struct {
	model *Model
	known map[serviceKey]bitset
}

type serviceKey struct {
	modality, sector         string
	hasSector, dedicatedOnly bool
}

// everybody returns the professionals who serve all the clients.
func (s *service) everybody(clients []client, dedicatedOnly bool) bitset {
	people := newBitset(len(s.model.Problem.Professionals))
	for word := range people {
		people[word] = ^uint64(0)
	}
	for _, asked := range clients {
		key := serviceKey{modality: asked.modality, hasSector: asked.sector != nil, dedicatedOnly: dedicatedOnly}
		if asked.sector != nil {
			key.sector = *asked.sector
		}
		serving, known := s.known[key]
		if !known {
			serving = newBitset(len(s.model.Problem.Professionals))
			for person := range int32(len(s.model.Problem.Professionals)) {
				if s.model.servesAll(person, []client{asked}, dedicatedOnly) {
					serving.add(person)
				}
			}
			s.known[key] = serving
		}
		for word := range people {
			people[word] &= serving[word]
		}
	}
	return people
}

// clients returns what the team rule asks of a person for the activity; none when the rule does not apply.
func (m *Model) clients(activity int32) []client {
	a := &m.Problem.Activities[activity]
	if len(a.Children) == 0 {
		if a.Modality == nil {
			return nil
		}
		return []client{{*a.Modality, a.Sector}}
	}
	clients := make([]client, 0, len(a.Children))
	for _, c := range m.Children[activity] {
		child := &m.Problem.Children[c]
		asked := client{child.Modality, &child.Sector}
		if a.Modality != nil {
			asked.modality = *a.Modality
		}
		if a.Sector != nil {
			asked.sector = a.Sector
		}
		clients = append(clients, asked)
	}
	return clients
}

// Serves reports whether one of the professional's teams, dedicated or transversal, serves each child of the activity, or the activity itself: the
// team rule, whether the seat asks for it or names people.
func (m *Model) Serves(activity, professional int32) bool {
	return m.servesAll(professional, m.clients(activity), false)
}

// servesAll reports whether every client is served by one of the professional's teams, or of their dedicated teams only.
func (m *Model) servesAll(professional int32, clients []client, dedicatedOnly bool) bool {
	for _, asked := range clients {
		if !slices.ContainsFunc(m.Problem.Professionals[professional].Teams, func(id string) bool {
			team := &m.Problem.Teams[m.teams[id]]
			return (team.Kind == Dedicated || !dedicatedOnly) && team.serves(asked)
		}) {
			return false
		}
	}
	return true
}

// serves reports whether the team serves the client: each of its lists is empty or holds what is asked.
func (t *Team) serves(asked client) bool {
	return (len(t.Modalities) == 0 || slices.Contains(t.Modalities, asked.modality)) &&
		(len(t.Sectors) == 0 || asked.sector != nil && slices.Contains(t.Sectors, *asked.sector))
}
