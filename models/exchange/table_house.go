package exchange

import (
	"strings"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
)

var placeTable = &table[models.Place]{
	Sheet: Sheet{
		ID: "places", Title: "Lieux", English: "Places", Aliases: []string{"Sites", "Lieux et écoles", "Adresses"}, Resource: models.ResourcePlace, Names: KindPlace,
		Help: "Vos sites, les écoles, les domiciles et les partenaires où l’on se rend. Sans coordonnées, les trajets ne peuvent pas être estimés.",
	},
	fields: []column[models.Place]{
		text("name", "Nom", "Name", func(p *models.Place) *string { return &p.Name }).required().as("lieu", "site", "libellé", "nom du lieu", "désignation").wide(30),
		choice("kind", "Type", "Kind", placeKinds, models.PlaceSite, func(p *models.Place) *models.PlaceKind { return &p.Kind }).as("nature", "type de lieu"),
		text("code", "Code", "Code", func(p *models.Place) *string { return &p.Code }).as("sigle", "abréviation", "trigramme").noted("Trois lettres montrées dans le planning, par exemple PEU."),
		text("address", "Adresse", "Address", func(p *models.Place) *string { return &p.Address }).as("adresse postale", "rue").wide(40),
		text("sector", "Secteur", "Sector", func(p *models.Place) *string { return &p.Sector }).as("territoire", "zone", "commune"),
		degrees("latitude", "Latitude", "Latitude", func(p *models.Place) *float64 { return &p.Latitude }).as("lat"),
		degrees("longitude", "Longitude", "Longitude", func(p *models.Place) *float64 { return &p.Longitude }).as("long", "lon", "lng"),
		spans("hours", "Horaires", "Opening hours", func(p *models.Place) *[]models.DaySpan { return &p.Hours }).as("ouverture", "horaires d’ouverture", "horaires scolaires").
			noted("Par exemple : lun-ven 8h30-16h30. Vide : toujours ouvert. Pour une école, ses heures de classe."),
	},
	ledger: func(r *reader) *ledger[models.Place] { return &r.places },
	fresh:  func() models.Place { return models.Place{Kind: models.PlaceSite, Hours: []models.DaySpan{}} },
	keys: func(p *models.Place) []string {
		if p.Kind == models.PlaceHome {
			return []string{"", "home|" + p.Name}
		}
		return []string{strings.ToUpper(p.Code), p.Name}
	},
	once: func(p *models.Place) []string {
		if p.Kind == models.PlaceHome { // many homes are called nothing but that
			return nil
		}
		return []string{sheets.Words(p.Code), sheets.Words(p.Name)}
	},
	naming:   namePlace,
	validate: (*models.Place).Validate,
}

var roomTable = &table[models.Room]{
	Sheet: Sheet{
		ID: "rooms", Title: "Salles", English: "Rooms", Aliases: []string{"Pièces", "Bureaux"}, Resource: models.ResourceRoom, Names: KindRoom,
		Help: "Les salles de vos sites que l’on réserve pour une séance ou une réunion.",
	},
	fields: []column[models.Room]{
		refers("place", "Lieu", "Place", KindPlace, func(r *models.Room) *string { return &r.PlaceID }).required().as("site", "établissement").at("place_id"),
		text("name", "Nom", "Name", func(r *models.Room) *string { return &r.Name }).required().as("salle", "pièce", "bureau"),
		whole("seats", "Places", "Seats", 0, func(r *models.Room) *int { return &r.Seats }).as("capacité", "nombre de places", "nb places"),
		list("features", "Équipements", "Features", func(r *models.Room) *[]string { return &r.Features }).as("équipement", "matériel"),
		yes("wheelchair", "Accessible en fauteuil", "Wheelchair", false, func(r *models.Room) *bool { return &r.Wheelchair }).as("PMR", "accessible", "fauteuil", "accès PMR"),
		spans("closed", "Indisponible", "Closed", func(r *models.Room) *[]models.DaySpan { return &r.Closed }).as("fermée", "occupée", "indisponibilités"),
	},
	ledger: func(r *reader) *ledger[models.Room] { return &r.rooms },
	fresh: func() models.Room {
		return models.Room{Features: []string{}, Closed: []models.DaySpan{}}
	},
	keys:     func(r *models.Room) []string { return []string{r.PlaceID + "|" + r.Name} },
	once:     func(r *models.Room) []string { return []string{r.PlaceID + "|" + sheets.Words(r.Name)} },
	naming:   nameRoom,
	apart:    func(r *models.Room) string { return r.PlaceID },
	validate: (*models.Room).Validate,
}

var teamTable = &table[models.Team]{
	Sheet: Sheet{
		ID: "teams", Title: "Équipes", English: "Teams", Aliases: []string{"Équipe", "Services", "Pôles"}, Resource: models.ResourceTeam, Names: KindTeam,
		Help: "Une équipe dédiée suit une ou plusieurs modalités ; une équipe transversale intervient partout.",
	},
	fields: []column[models.Team]{
		text("name", "Nom", "Name", func(t *models.Team) *string { return &t.Name }).required().as("équipe", "nom de l’équipe", "service", "libellé").wide(26),
		text("code", "Code", "Code", func(t *models.Team) *string { return &t.Code }).as("sigle", "abréviation"),
		choice("kind", "Type", "Kind", teamKinds, models.TeamDedicated, func(t *models.Team) *models.TeamKind { return &t.Kind }).as("nature"),
		refersToMany("modalities", "Modalités", "Modalities", KindModality, func(t *models.Team) *[]string { return &t.Modalities }).as("modalité", "modalités d’accompagnement"),
		list("sectors", "Secteurs", "Sectors", func(t *models.Team) *[]string { return &t.Sectors }).as("secteur", "territoires"),
		mayRefer("unit", "Unité", "Unit", KindUnit, func(t *models.Team) **string { return &t.UnitID }).as("établissement", "ESMS").at("unit_id"),
		whole("position", "Ordre", "Order", 0, func(t *models.Team) *int { return &t.Position }).as("rang"),
	},
	ledger: func(r *reader) *ledger[models.Team] { return &r.teams },
	fresh: func() models.Team {
		return models.Team{Kind: models.TeamDedicated, Modalities: []string{}, Sectors: []string{}}
	},
	keys:     func(t *models.Team) []string { return []string{strings.ToUpper(t.Code), t.Name} },
	once:     func(t *models.Team) []string { return []string{sheets.Words(t.Code), sheets.Words(t.Name)} },
	naming:   nameTeam,
	validate: (*models.Team).Validate,
	finish: func(r *reader, t *models.Team) {
		if t.Code == "" {
			t.Code = r.freeTeamCode(t.Name)
		}
	},
}
