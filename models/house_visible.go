package models

import (
	"slices"
)

// visibleTo returns the part of the house that the table of rights lets an actor read; the house itself stays as it is.
func (h *House) visibleTo(actor Actor) *House {
	seen := *h
	reaches := func(resource Resource) Scope { return Allowed(actor, resource, ActionRead) }
	if reaches(ResourceChild) < ScopeTeam {
		met := map[string]bool{}
		if reaches(ResourceChild) == ScopeOwn {
			met = h.childrenMetBy(actor.ProfessionalID)
		}
		seen.limitToChildren(met)
	}
	if reaches(ResourceProfessional) < ScopeTeam {
		seen.Professionals = slices.Clone(h.Professionals)
		for i := range seen.Professionals {
			if person := &seen.Professionals[i]; person.ID != actor.ProfessionalID {
				person.Contracts, person.WorkingPattern, person.Limits, person.DirectTarget = []Contract{}, []DaySpan{}, nil, nil
			}
		}
	}
	if reaches(ResourceAbsence) < ScopeTeam {
		seen.Absences = slices.DeleteFunc(slices.Clone(h.Absences), func(a Absence) bool {
			return a.ProfessionalID == nil || *a.ProfessionalID != actor.ProfessionalID
		})
	}
	if !seesReasons(actor) {
		seen.Absences = slices.Clone(seen.Absences)
		for i := range seen.Absences {
			if own := seen.Absences[i].ProfessionalID; own == nil || *own != actor.ProfessionalID {
				seen.Absences[i].Reason = seen.Absences[i].Reason.concealed()
			}
		}
	}
	if reaches(ResourcePartnerMeeting) < ScopeTeam {
		seen.PartnerMeetings = slices.Clone(h.PartnerMeetings)
		for i := range seen.PartnerMeetings {
			seen.PartnerMeetings[i].concealFrom(actor)
		}
	}
	if reaches(ResourcePartner) == ScopeNone {
		seen.Partners = nil
	}
	if reaches(ResourceContact) == ScopeNone {
		seen.Contacts = nil
	}
	return &seen
}

// concealFrom leaves of a meeting somebody does not take part in no more than its hour: titles name children and partners.
func (m *PartnerMeeting) concealFrom(actor Actor) {
	if actor.ProfessionalID == "" || !slices.Contains(m.RequiredIDs, actor.ProfessionalID) && !slices.Contains(m.UsefulIDs, actor.ProfessionalID) {
		m.Title, m.ChildID, m.ContactIDs = "", nil, []string{}
	}
}

// seesReasons reports whether the actor may know why others are away: who changes absences beyond their own.
func seesReasons(actor Actor) bool { return Allowed(actor, ResourceAbsence, ActionChange) >= ScopeTeam }

// childrenMetBy returns the children somebody meets in the published rota, is key worker of or coordinates.
func (h *House) childrenMetBy(professionalID string) map[string]bool {
	met := map[string]bool{}
	if professionalID == "" {
		return met
	}
	activities := h.Activities()
	for i := range h.PublishedOccurrences {
		if o := &h.PublishedOccurrences[i]; o.involves(professionalID) {
			for _, child := range activities[o.ActivityID].ChildIDs {
				met[child] = true
			}
		}
	}
	for i := range h.PartnerMeetings {
		if m := &h.PartnerMeetings[i]; m.ChildID != nil && (slices.Contains(m.RequiredIDs, professionalID) || slices.Contains(m.UsefulIDs, professionalID)) {
			met[*m.ChildID] = true
		}
	}
	for i := range h.Children {
		child := &h.Children[i]
		if equal(child.KeyWorkerID, professionalID) || equal(child.CaseCoordinatorID, professionalID) {
			met[child.ID] = true
		}
	}
	return met
}

func (h *House) limitToChildren(met map[string]bool) {
	h.Children = slices.DeleteFunc(slices.Clone(h.Children), func(c Child) bool { return !met[c.ID] })
	h.ModalityPeriods = slices.DeleteFunc(slices.Clone(h.ModalityPeriods), func(p CareModalityPeriod) bool { return !met[p.ChildID] })
}

// involves reports whether somebody sits on a seat of the occurrence or attends.
func (o *RotaOccurrence) involves(professionalID string) bool {
	return slices.Contains(o.Staff, professionalID) || slices.Contains(o.Attendees, professionalID)
}

// equal reports whether a reference is there and names id.
func equal(reference *string, id string) bool { return reference != nil && *reference == id }
