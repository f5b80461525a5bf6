package handlers

import (
	"context"
	"slices"

	"github.com/maillage-dime/maillage/handlers/httpapi"
	"github.com/maillage-dime/maillage/models"
)

func (a *API) readHouse(ctx context.Context, who caller, input *UnlessSame) (*httpapi.Conditional[houseJSON], error) {
	house, err := a.Store.ReadHouse(ctx, who.actor, models.PlanningWeek(a.Now(), who.zone))
	if err != nil {
		return nil, err
	}
	return cached(encodeHouse(house), input.IfNoneMatch)
}

func encodeHouse(house *models.House) houseJSON {
	return houseJSON{
		Modalities:    each(house.Modalities, func(m *models.CareModality) modalityJSON { return modalityJSON{Code: m.Code, Name: m.Name} }),
		Places:        each(sortedFrench(house.Places, func(p *models.Place) string { return p.Name }), encodePlace),
		Rooms:         each(sortedFrench(house.Rooms, func(r *models.Room) string { return r.Name }), encodeRoom),
		Teams:         each(house.Teams, encodeTeam),
		Professionals: encodeProfessionals(house),
		Children:      encodeChildren(house),
		Partners:      encodePartners(house),
	}
}

// sortedFrench returns the rows in the order of a French index; the house itself keeps the order of its ids.
func sortedFrench[Row any](rows []Row, name func(*Row) string) []Row {
	sorted := slices.Clone(rows)
	models.SortFrench(sorted, name)
	return sorted
}

// each encodes every row of a list.
func each[Row, JSON any](rows []Row, encode func(*Row) JSON) []JSON {
	encoded := make([]JSON, len(rows))
	for i := range rows {
		encoded[i] = encode(&rows[i])
	}
	return encoded
}

func encodePlace(place *models.Place) placeJSON {
	return placeJSON{ID: place.ID, Kind: string(place.Kind), Name: place.Name, Code: place.Code, Sector: place.Sector}
}

func encodeRoom(room *models.Room) roomJSON {
	return roomJSON{ID: room.ID, Place: room.PlaceID, Name: room.Name, Seats: room.Seats, Features: list(room.Features)}
}

func encodeTeam(team *models.Team) teamJSON {
	return teamJSON{
		ID: team.ID, Code: team.Code, Name: team.Name, Kind: string(team.Kind), Modalities: list(team.Modalities), Position: team.Position,
	}
}

func encodeProfessionals(house *models.House) []professionalJSON {
	teams, mainTeam := teamsOf(house)
	return each(staffInOrder(house), func(person *models.Professional) professionalJSON {
		encoded := professionalJSON{
			ID: person.ID, Name: person.FirstName + " " + person.LastName, FirstName: person.FirstName, LastName: person.LastName,
			Initials: initials(person.FirstName, person.LastName), JobTitle: person.JobTitle, Profession: person.Profession,
			Teams: list(teams[person.ID]), MainTeam: mainTeam[person.ID], Base: person.BasePlaceID,
		}
		if lunch := person.Lunch; lunch != nil {
			encoded.Lunch = &lunchJSON{From: lunch.From, To: lunch.To, Minutes: lunch.Minutes}
		}
		return encoded
	})
}

// teamsOf returns the teams of everybody by id, and the team their row stands under.
func teamsOf(house *models.House) (teams map[string][]string, mainTeam map[string]string) {
	teams, mainTeam = map[string][]string{}, map[string]string{}
	for _, membership := range house.Memberships {
		id := membership.ProfessionalID
		teams[id] = append(teams[id], membership.TeamID)
		if membership.Main || mainTeam[id] == "" {
			mainTeam[id] = membership.TeamID
		}
	}
	return teams, mainTeam
}

// staffInOrder returns the professionals as lists of people have them: by last name.
func staffInOrder(house *models.House) []models.Professional {
	return sortedFrench(house.Professionals, func(p *models.Professional) string { return p.LastName + " " + p.FirstName })
}

// childrenInOrder returns the children as lists have them: by first name.
func childrenInOrder(house *models.House) []models.Child {
	return sortedFrench(house.Children, func(c *models.Child) string { return c.FirstName + " " + c.LastName })
}

func encodeChildren(house *models.House) []childJSON {
	modalities := house.ChildModalities()
	return each(childrenInOrder(house), func(child *models.Child) childJSON {
		return childJSON{
			ID: child.ID, Name: childName(child), Initials: initials(child.FirstName, child.LastName), DiscreetName: discreetName(child),
			Modality: modalities[child.ID], Sector: child.Sector, KeyWorker: child.KeyWorkerID, School: child.SchoolPlaceID,
			Transport: string(child.Transport), Carrier: child.TransportPartnerID,
		}
	})
}

func encodePartners(house *models.House) []partnerJSON {
	contacts := map[string][]contactJSON{}
	for i := range house.Contacts {
		contact := &house.Contacts[i]
		contacts[contact.PartnerID] = append(contacts[contact.PartnerID], contactJSON{ID: contact.ID, Name: contact.Name, Role: contact.Role})
	}
	return each(sortedFrench(house.Partners, func(p *models.Partner) string { return p.Name }), func(partner *models.Partner) partnerJSON {
		return partnerJSON{ID: partner.ID, Kind: partner.Kind, Name: partner.Name, Place: partner.PlaceID, Contacts: list(contacts[partner.ID])}
	})
}
