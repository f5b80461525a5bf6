package handlers

import (
	"strings"

	"github.com/maillage-dime/maillage/models"
)

// houseHere is a house with one site, one school, two professionals and two children, who need speech therapy, psychomotricity and a group.
func houseHere() *models.HouseRecords {
	record := func(id string) models.Record { return models.Record{ID: id} }
	days := func(from, to int) (spans []models.DaySpan) {
		for day := range 5 {
			spans = append(spans, models.DaySpan{Day: day, From: from, To: to})
		}
		return spans
	}
	professional := func(id, first, last, profession string) models.Professional {
		return models.Professional{
			Record: record(id), FirstName: first, LastName: last, Profession: profession, JobTitle: profession, Skills: []string{},
			Contracts: []models.Contract{{Minutes: 2100, Convention: models.ConventionOther, Kind: models.ContractPermanent}}, WorkingPattern: days(540, 1020), BasePlaceID: "tilleuls", Lunch: &models.LunchBreak{From: 690, To: 840, Minutes: 45},
		}
	}
	child := func(id, first, last string) models.Child {
		schedule := []models.ScheduleWindow{}
		for _, span := range days(540, 960) {
			schedule = append(schedule, models.ScheduleWindow{DaySpan: span, Places: []string{"tilleuls", "moulin"}})
		}
		return models.Child{
			Record: record(id), FirstName: first, LastName: last, BirthYear: 2016, Sector: "vallée", SchoolPlaceID: new("moulin"), Schedule: schedule,
			ProfessionalsTarget: 4, SessionsPerDayTarget: 2,
		}
	}
	need := func(id, label, child, professional, place string, count int) models.Need {
		return models.Need{Record: record(id), Kind: models.NeedSession, ChildID: &child, Demand: models.Demand{
			Label: label, Duration: 45, Count: count, Seats: []models.SeatRequest{{OneOf: []string{professional}}}, OptionalIDs: []string{},
			PlaceIDs: []string{place}, Windows: []models.WishedSpan{}, Priority: 50, PreferredIDs: []string{},
		}}
	}
	return &models.HouseRecords{
		Facility:   models.Facility{Record: models.Record{ID: "here"}, Name: "DIME d’ici", TimeZone: "Europe/Paris", SchoolZone: "A", Department: "43", Demo: true},
		Modalities: []models.CareModality{{Record: record("aj"), Code: "AJ", Name: "Accueil de jour", Position: 1}},
		Places: []models.Place{
			{Record: record("tilleuls"), Kind: models.PlaceSite, Name: "Les Tilleuls", Code: "TIL", Latitude: 45.10, Longitude: 3.40},
			{Record: record("moulin"), Kind: models.PlaceSchool, Name: "École Jean-Moulin", Code: "JMO", Latitude: 45.15, Longitude: 3.45},
		},
		Rooms: []models.Room{{Record: record("blue"), PlaceID: "tilleuls", Name: "Salle bleue", Seats: 6, Features: []string{}}},
		Teams: []models.Team{{Record: record("team"), Code: "T1", Name: "Équipe une", Kind: models.TeamDedicated, Modalities: []string{"AJ"}, Sectors: []string{}, Position: 1}},
		Memberships: []models.Membership{
			{TeamID: "team", ProfessionalID: "zoe", Share: 100, Main: true}, {TeamID: "team", ProfessionalID: "eric", Share: 100, Main: true},
		},
		Professionals: []models.Professional{
			professional("zoe", "Zoé", "Durand", "speech_therapist"), professional("eric", "Éric", "Petit", "psychomotor_therapist"),
		},
		Children: []models.Child{child("lina", "Lina", "Martin"), child("omar", "Omar", "Benali")},
		ModalityPeriods: []models.CareModalityPeriod{
			{ID: "lina-aj", ChildID: "lina", ModalityCode: "AJ", FromDate: "2026-09-01", WeeklyMinutes: 600},
			{ID: "omar-aj", ChildID: "omar", ModalityCode: "AJ", FromDate: "2026-09-01", WeeklyMinutes: 600},
		},
		Needs: []models.Need{
			need("speech", "Orthophonie", "lina", "zoe", "tilleuls", 2),
			need("school", "Orthophonie à l’école", "omar", "zoe", "moulin", 1),
			need("motor", "Psychomotricité", "omar", "eric", "tilleuls", 1),
		},
		Partners: []models.Partner{{Record: record("school-partner"), Kind: "school", Name: "École Jean-Moulin", PlaceID: new("moulin")}},
		Contacts: []models.PartnerContact{{Record: record("head"), PartnerID: "school-partner", Name: "Mme Roux", Role: "directrice", Hours: []models.DaySpan{}}},
		Accounts: []models.Account{
			account("admin", models.RoleAdministrator, "", ""), account("chief", models.RoleManager, "", "manager"), account("zoe", models.RoleProfessional, "zoe", "professional"),
			account("eric", models.RoleProfessional, "eric", ""), account("coordinator", models.RoleCoordinator, "", "coordinator"),
			account("reader", models.RoleReader, "", ""),
		},
	}
}

// houseThere is another facility of the same installation.
func houseThere() *models.HouseRecords {
	return &models.HouseRecords{
		Facility: models.Facility{Record: models.Record{ID: "there"}, Name: "DIME de là-bas", TimeZone: "Europe/Paris", SchoolZone: "A", Department: "43"},
		Accounts: []models.Account{account("stranger", models.RoleManager, "", "")},
	}
}

func account(name string, role models.Role, professional, demoKey string) models.Account {
	made := models.Account{
		Record: models.Record{ID: "account-" + name}, Email: name + "@example.org", Name: strings.ToUpper(name[:1]) + name[1:] + " Dupuis",
		PasswordHash: passwordHash(), Role: role, TeamIDs: []string{}, DemoKey: demoKey,
	}
	if professional != "" {
		made.ProfessionalID = &professional
	}
	return made
}
