package demo

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"github.com/maillage-dime/maillage/models"
)

// house is the space in which the names of the tables become ids, always the same ones.
var house = uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://maillage-dime.example/demo"))

// builder makes the records of the demo house from the tables.
type builder struct {
	records      models.HouseRecords
	place        map[string]string // code → id
	professional map[string]string // last name → id
	ranges       map[string][2]int // modality → first child, last child not included
}

func build() *models.HouseRecords {
	b := &builder{place: map[string]string{}, professional: map[string]string{}, ranges: map[string][2]int{}}
	b.records.Facility = models.Facility{
		Record: models.Record{ID: b.id("facility")}, Name: "DIME de l’Ambelle", TimeZone: "Europe/Paris", SchoolZone: "A", Department: "43", WeeksAhead: 8, Demo: true,
	}
	b.addPlaces()
	b.addPeople()
	b.addChildren()
	b.addGroups()
	b.addSchoolClass()
	b.addDuties()
	b.addEvenings()
	b.addSupport()
	b.addTeamMeetings()
	b.addPreparation()
	b.addPartners()
	return &b.records
}

func (b *builder) id(parts ...string) string {
	return uuid.NewSHA1(house, []byte(strings.Join(parts, "/"))).String()
}

func (b *builder) record(parts ...string) models.Record { return models.Record{ID: b.id(parts...)} }

func (b *builder) addPlaces() {
	for i, m := range modalities {
		b.records.Modalities = append(b.records.Modalities, models.CareModality{Record: b.record("modality", m.code), Code: m.code, Name: m.name, Position: i})
	}
	add := func(s site) {
		place := models.Place{
			Record: b.record("place", s.code, s.name), Kind: s.kind, Name: s.name, Code: s.code, Sector: s.sector,
			Latitude: s.latitude, Longitude: s.longitude,
		}
		if s.kind == models.PlaceHome {
			place.Code = "DOM"
		}
		b.place[s.code] = place.ID
		b.records.Places = append(b.records.Places, place)
	}
	for _, s := range sites {
		add(s)
	}
	for n := range homeCount {
		sector, latitude, longitude := home(n)
		add(site{homeCode(n), "Domicile", sector, models.PlaceHome, latitude, longitude})
	}
	for _, c := range chambers {
		b.records.Rooms = append(b.records.Rooms, models.Room{
			Record: b.record("room", c.place, c.name), PlaceID: b.place[c.place], Name: c.name, Seats: c.seats,
			Features: c.features, Wheelchair: c.wheelchair,
		})
	}
}

// homeCode names a home inside the tables.
func homeCode(n int) string { return fmt.Sprintf("home-%02d", n) }

func (b *builder) addPeople() {
	for i, t := range teams {
		b.records.Teams = append(b.records.Teams, models.Team{
			Record: b.record("team", t.code), Code: t.code, Name: t.name, Kind: t.kind, Modalities: t.modalities, Sectors: []string{}, Position: i,
		})
	}
	for i := range people {
		p := &people[i]
		id := b.id("professional", p.first, p.last)
		b.professional[p.last] = id
		b.records.Professionals = append(b.records.Professionals, models.Professional{
			Record: models.Record{ID: id}, FirstName: p.first, LastName: p.last, Profession: p.profession, JobTitle: p.title, Skills: []string{},
			Contracts: []models.Contract{{Minutes: p.contract, Convention: models.ConventionCCN66, Kind: models.ContractPermanent}}, WorkingPattern: p.pattern(), BasePlaceID: b.place[base(p.team)], FromBase: true,
			Lunch: p.lunch(), Limits: p.limits(), DirectTarget: new(p.contract * 70 / 100),
		})
		b.records.Memberships = append(b.records.Memberships, models.Membership{TeamID: b.id("team", p.team), ProfessionalID: id, Share: 100, Main: true})
	}
}

func (b *builder) placeIDs(codes ...string) []string {
	ids := make([]string, len(codes))
	for i, code := range codes {
		ids[i] = b.place[code]
	}
	return ids
}

// sitesAmong keeps the house's own sites, where the rooms are.
func (b *builder) sitesAmong(codes []string) []string {
	var ids []string
	for _, code := range codes {
		if code == "PEU" || code == "BEL" || code == "CLO" {
			ids = append(ids, b.place[code])
		}
	}
	return ids
}

func (b *builder) staffIDs(lastNames ...string) []string {
	ids := make([]string, len(lastNames))
	for i, name := range lastNames {
		ids[i] = b.professional[name]
	}
	return ids
}

// childIDs lists children of a modality by their position in its table.
func (b *builder) childIDs(modality string, first, last int) []string {
	start := b.ranges[modality][0]
	var ids []string
	for _, child := range b.records.Children[start+first : start+last] {
		ids = append(ids, child.ID)
	}
	return ids
}

// usualAdults are the three people a day-care group knows best.
func (b *builder) usualAdults(group int) []string {
	trios := [][]string{
		{"Masson", "Picard", "Tanguy"},
		{"Benali", "Lopes", "Ferrand"},
		{"Hamon", "Jacquet", "Marchand"},
		{"Marchand", "Costa", "Amrani"},
		{"Ferrand", "Costa", "Tanguy"},
	}
	return b.staffIDs(trios[group]...)
}
