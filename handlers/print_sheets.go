package handlers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/maillage-dime/maillage/handlers/paper"
	"github.com/maillage-dime/maillage/models"
)

// teams draws the week of teams in cards, everybody under their main team.
func (p *printer) teams(of string) ([]byte, error) {
	teams := slices.Clone(p.view.House.Teams)
	slices.SortStableFunc(teams, func(one, other models.Team) int { return cmp.Compare(one.Position, other.Position) })
	wanted, err := chosen(teams, of, models.ResourceTeam, func(t *models.Team) string { return t.ID })
	if err != nil {
		return nil, err
	}
	_, mainTeam := teamsOf(p.view.House)
	staff := staffInOrder(p.view.House)
	var weeks []paper.TeamWeek
	for i := range wanted {
		week := paper.TeamWeek{Name: wanted[i].Name}
		if len(wanted[i].Modalities) == 1 {
			week.Own = wanted[i].Modalities[0]
		}
		for j := range staff {
			if mainTeam[staff[j].ID] == wanted[i].ID {
				week.People = append(week.People, p.row(&staff[j]))
			}
		}
		if len(week.People) == 0 && of == "" {
			continue
		}
		p.explain(&week)
		weeks = append(weeks, week)
	}
	return paper.Teams(p.edition, weeks)
}

// row is the week of a person among those of a team.
func (p *printer) row(person *models.Professional) paper.PersonWeek {
	week := paper.PersonWeek{Name: fullName(person), JobTitle: person.JobTitle, Gaps: p.gaps(person.ID)}
	for i := range p.rows {
		row := &p.rows[i]
		if !slices.Contains(everybody(row), person.ID) {
			continue
		}
		kind := p.infos[row.ActivityID].Kind
		card := paper.Card{
			Start: row.Start, End: p.end(row), Title: p.whom(row), Modality: p.modality(row),
			Meeting: kind == "meeting", Quiet: kind == models.MeetingProtected,
		}
		if card.Title == "" {
			card.Title = p.label(row)
		}
		if place := p.placeOf(row); place != nil && place.ID != person.BasePlaceID {
			card.Place = place.Code
		}
		week.Cards = append(week.Cards, card)
	}
	return week
}

// explain fills in the legend: the modalities and places that stand on the sheet.
func (p *printer) explain(week *paper.TeamWeek) {
	modalities, places := map[string]bool{week.Own: true}, map[string]bool{}
	for i := range week.People {
		for _, card := range week.People[i].Cards {
			modalities[card.Modality], places[card.Place] = true, true
		}
	}
	for _, modality := range p.view.House.Modalities {
		if modalities[modality.Code] {
			week.Modalities = append(week.Modalities, paper.Code{Code: modality.Code, Name: modality.Name})
		}
	}
	for _, place := range p.view.House.Places {
		if place.Code != "" && places[place.Code] {
			week.Places = append(week.Places, paper.Code{Code: place.Code, Name: place.Name})
		}
	}
	slices.SortFunc(week.Places, func(one, other paper.Code) int { return cmp.Compare(one.Code, other.Code) })
}

// people draws the week of each professional.
func (p *printer) people(of string) ([]byte, error) {
	wanted, err := chosen(staffInOrder(p.view.House), of, models.ResourceProfessional, func(s *models.Professional) string { return s.ID })
	if err != nil {
		return nil, err
	}
	return paper.People(p.edition, each(wanted, func(person *models.Professional) paper.Agenda {
		week := paper.Agenda{Title: fullName(person), Subtitle: person.JobTitle}
		for _, gap := range p.gaps(person.ID) {
			if gap.Label != "" {
				week.Gaps = append(week.Gaps, gap)
			}
		}
		for i := range p.rows {
			row := &p.rows[i]
			if !slices.Contains(everybody(row), person.ID) {
				continue
			}
			what := p.label(row)
			if whom := p.whom(row); whom != "" {
				what = whom + ", " + what
			}
			week.Entries = append(week.Entries, paper.Entry{
				Start: row.Start, End: p.end(row), What: what, Modality: p.modality(row), Where: p.where(row),
				With: p.company(row, person.ID),
			})
		}
		return week
	}))
}

// namedCompany is how many others are named beside somebody: a meeting of the whole house has no room for all of them.
const namedCompany = 4

// company names who else takes part, or counts them.
func (p *printer) company(row *models.RotaOccurrence, but string) string {
	names := p.names(row, but, fullName)
	if len(names) > namedCompany {
		return fmt.Sprintf(p.words.colleagues, len(names))
	}
	return strings.Join(names, ", ")
}

// rooms draws the week of each room. A door is read by everybody who passes: it tells who is there and when, and names no child.
func (p *printer) rooms(of string) ([]byte, error) {
	rooms := sortedFrench(p.view.House.Rooms, func(r *models.Room) string { return p.placeName(r.PlaceID) + " " + r.Name })
	if of == "" {
		rooms = slices.DeleteFunc(rooms, func(r models.Room) bool {
			return !p.anywhere(func(row *models.RotaOccurrence) bool { return equal(row.RoomID, r.ID) })
		})
	}
	wanted, err := chosen(rooms, of, models.ResourceRoom, func(r *models.Room) string { return r.ID })
	if err != nil {
		return nil, err
	}
	return paper.Rooms(p.edition, each(wanted, func(room *models.Room) paper.Agenda {
		week := paper.Agenda{Title: room.Name, Subtitle: p.placeName(room.PlaceID)}
		for i := range p.rows {
			if row := &p.rows[i]; equal(row.RoomID, room.ID) {
				week.Entries = append(week.Entries, paper.Entry{
					Start: row.Start, End: p.end(row), What: strings.Join(p.names(row, "", fullName), ", "), Where: p.words.kinds[p.infos[row.ActivityID].Kind],
				})
			}
		}
		return week
	}))
}

// anywhere reports whether something of the week is as asked.
func (p *printer) anywhere(is func(*models.RotaOccurrence) bool) bool {
	return slices.ContainsFunc(p.rows, func(row models.RotaOccurrence) bool { return is(&row) })
}

// equal reports whether a reference is there and names id.
func equal(reference *string, id string) bool { return reference != nil && *reference == id }

func (p *printer) placeName(id string) string {
	if place := p.places[id]; place != nil {
		return place.Name
	}
	return ""
}

// schools draws the list of our staff in each school in which somebody works this week.
func (p *printer) schools(of string) ([]byte, error) {
	schools := slices.DeleteFunc(sortedFrench(p.view.House.Places, func(l *models.Place) string { return l.Name }), func(l models.Place) bool {
		return l.Kind != models.PlaceSchool || of == "" && !p.anywhere(func(row *models.RotaOccurrence) bool { return equal(row.PlaceID, l.ID) })
	})
	wanted, err := chosen(schools, of, models.ResourcePlace, func(l *models.Place) string { return l.ID })
	if err != nil {
		return nil, err
	}
	return paper.Staff(p.edition, each(wanted, func(school *models.Place) paper.StaffList {
		list := paper.StaffList{Place: school.Name, Address: school.Address}
		for _, person := range staffInOrder(p.view.House) {
			if presences := p.presences(school.ID, person.ID); len(presences) > 0 {
				list.People = append(list.People, paper.StaffLine{
					Name: fullName(&person), Trade: person.JobTitle, Status: p.status(&person), Presences: presences,
				})
			}
		}
		return list
	}))
}

// presences are when somebody is at a place, what follows without a break as one.
func (p *printer) presences(place, person string) []paper.Gap {
	var spans []paper.Gap
	for i := range p.rows {
		row := &p.rows[i]
		if !equal(row.PlaceID, place) || !slices.Contains(everybody(row), person) {
			continue
		}
		if last := len(spans) - 1; last >= 0 && row.Start <= spans[last].To {
			spans[last].To = max(spans[last].To, p.end(row))
		} else {
			spans = append(spans, paper.Gap{From: row.Start, To: p.end(row)})
		}
	}
	return spans
}

// status is the kind of the contract in force; nothing for a reader who may not know contracts.
func (p *printer) status(person *models.Professional) string {
	contract := person.ContractOn(p.view.House.Week.Day(0))
	if contract == nil {
		return ""
	}
	return p.words.contracts[contract.Kind]
}
