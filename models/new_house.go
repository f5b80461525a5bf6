package models

import (
	"cmp"
	"context"
)

// A house begins with the ways of accompanying of the field (CASF L.312-7-1, R.314-119; the list of the DITEP) and with the time for
// coordination that CCN66 asks for: six percent of the contract of educators (annexe 3, article 5) and paramedics (annexe 4, article 4).
const coordinationBasisPoints = 600

// usualWeeksAhead is how many coming weeks a new house has made from its templates.
const usualWeeksAhead = 8

// newHouse returns what a house has before anybody has entered anything.
func newHouse(facility Facility) *HouseRecords {
	facility.ID, facility.WeeksAhead = NewID(), cmp.Or(facility.WeeksAhead, usualWeeksAhead)
	records := &HouseRecords{Facility: facility}
	for position, modality := range []struct{ code, name string }{
		{"MO", "Milieu ordinaire"},
		{"AJ", "Accueil de jour"},
		{"HE", "Hébergement"},
		{"AF", "Accueil familial"},
		{"AT", "Accueil temporaire ou séquentiel"},
		{"SE", "Scolarisation externalisée"},
		{"AR", "Appui-ressource"},
	} {
		records.Modalities = append(records.Modalities, CareModality{Record: Record{ID: NewID()}, Code: modality.code, Name: modality.name, Position: position})
	}
	records.ProtectedTimes = []ProtectedTime{{
		Record: Record{ID: NewID()}, Kind: ProtectedCoordination, Label: "Coordination et synthèses", Convention: ConventionCCN66,
		Professions: []string{
			"special_educator", "educator", "early_years_educator", "technical_educator", "psychologist", "neuropsychologist", "nurse",
			"psychomotor_therapist", "speech_therapist", "occupational_therapist", "physiotherapist",
		},
		BasisPoints: new(coordinationBasisPoints), SmallestPiece: 60, Priority: 20,
	}}
	return records
}

// StartHouse founds a facility for people to fill: without children and staff, with the lists every house begins with. It is for the program
// itself.
func (s *Store) StartHouse(ctx context.Context, actor Actor, facility Facility) (Facility, error) {
	if _, err := s.allow(actor, ResourceInstallation, ActionChange); err != nil {
		return Facility{}, err
	}
	facility.complete()
	if wrong := facility.Validate(); len(wrong) > 0 {
		return Facility{}, Invalid(wrong...)
	}
	records := newHouse(facility)
	if err := s.FoundHouse(ctx, actor, records); err != nil {
		return Facility{}, err
	}
	return records.Facility, nil
}
