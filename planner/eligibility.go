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
	person := &m.Problem.Professionals[professional]
	if len(seat.OneOf) > 0 {
		if slices.Contains(seat.OneOf, person.ID) {
			return ""
		}
		return CodeNotEligible
	}
	if !slices.Contains(seat.Professions, person.Profession) {
		return CodeNotEligible
	}
	for _, skill := range seat.Skills {
		if !slices.Contains(person.Skills, skill) {
			return CodeNotEligible
		}
	}
	if !m.servesAll(professional, clients, false) {
		return CodeTeamRule
	}
	return ""
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
