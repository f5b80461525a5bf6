package handlers

import (
	"slices"
	"strings"

	"github.com/maillage-dime/maillage/handlers/paper"
	"github.com/maillage-dime/maillage/models"
)

func (p *printer) end(row *models.RotaOccurrence) int { return row.Start + p.durations[row.ActivityID] }

// label is what the activity is called, or what kind of thing it is where the reader may not know.
func (p *printer) label(row *models.RotaOccurrence) string {
	info := p.infos[row.ActivityID]
	if info.Label != "" {
		return info.Label
	}
	return p.words.kinds[info.Kind]
}

// whom names the children of an occurrence, or their group; nobody when the reader may know none of them.
func (p *printer) whom(row *models.RotaOccurrence) string {
	names := p.childNames(row)
	if group := p.infos[row.ActivityID].Group; group != nil && names != "" {
		return *group
	}
	return names
}

// childNames names the children of an occurrence whom the reader may know.
func (p *printer) childNames(row *models.RotaOccurrence) string {
	var names []string
	for _, id := range p.infos[row.ActivityID].ChildIDs {
		if child := p.children[id]; child != nil {
			names = append(names, childName(child))
		}
	}
	return strings.Join(names, ", ")
}

// modality is the activity's own, else that of its children as far as the reader may know them.
func (p *printer) modality(row *models.RotaOccurrence) string {
	if own, known := p.own[row.ActivityID]; known {
		return own
	}
	for _, id := range p.infos[row.ActivityID].ChildIDs {
		if p.children[id] != nil {
			return p.modalities[id]
		}
	}
	return ""
}

// everybody are the people of an occurrence, on its seats and beside them.
func everybody(row *models.RotaOccurrence) []string { return slices.Concat(row.Staff, row.Attendees) }

// names of people other than one, in order of the seats.
func (p *printer) names(row *models.RotaOccurrence, but string, name func(*models.Professional) string) []string {
	var names []string
	for _, id := range everybody(row) {
		if person := p.staff[id]; person != nil && id != but {
			names = append(names, name(person))
		}
	}
	return names
}

func fullName(person *models.Professional) string {
	return person.FirstName + noBreakSpace + person.LastName
}

func firstName(person *models.Professional) string { return person.FirstName }

// where names the place and the room of an occurrence.
func (p *printer) where(row *models.RotaOccurrence) string {
	var names []string
	if place := p.placeOf(row); place != nil {
		names = append(names, place.Name)
	}
	if row.RoomID != nil && p.roomOf[*row.RoomID] != nil {
		names = append(names, p.roomOf[*row.RoomID].Name)
	}
	return strings.Join(names, ", ")
}

func (p *printer) placeOf(row *models.RotaOccurrence) *models.Place {
	if row.PlaceID == nil {
		return nil
	}
	return p.places[*row.PlaceID]
}

// gaps are when somebody is absent, with the word colleagues may know, and the half days that are not theirs.
func (p *printer) gaps(person string) []paper.Gap {
	var gaps []paper.Gap
	for _, away := range p.view.House.Away(person) {
		gaps = append(gaps, paper.Gap{From: away.From, To: away.To, Label: p.words.away[away.Kind]})
	}
	for i := range p.view.Problem.Professionals {
		known := &p.view.Problem.Professionals[i]
		if known.ID != person {
			continue
		}
		last := 0
		for _, span := range known.Available {
			gaps = append(gaps, paper.Gap{From: last, To: span.From})
			last = span.To
		}
		gaps = append(gaps, paper.Gap{From: last, To: p.edition.Days * minutesOfDay})
	}
	return gaps
}
