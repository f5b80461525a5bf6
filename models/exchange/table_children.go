package exchange

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
)

// What a child's file does not say: how many faces and how many sessions a day are good for most.
const (
	usualProfessionals  = 5
	usualSessionsPerDay = 2
)

var childTable = &table[models.Child]{
	Sheet: Sheet{
		ID: "children", Title: "Enfants", English: "Children", Resource: models.ResourceChild, Names: KindChild,
		Aliases: []string{"Jeunes", "Usagers", "Bénéficiaires", "Liste des enfants", "Liste des jeunes", "File active"},
		Help:    "Une ligne par enfant. N’écrivez aucun diagnostic : il n’y a pas de place pour cela, et il n’en faut pas.",
	},
	fields: []column[models.Child]{
		text("internal_number", "N° interne", "Number", func(c *models.Child) *string { return &c.InternalNumber }).as("numéro", "n°", "numéro interne", "matricule", "n° dossier", "numéro de dossier", "n° usager"),
		text("last_name", "Nom", "Last name", func(c *models.Child) *string { return &c.LastName }).required().as("nom de famille"),
		text("first_name", "Prénom", "First name", func(c *models.Child) *string { return &c.FirstName }).required(),
		birthYear(),
		text("sector", "Secteur", "Sector", func(c *models.Child) *string { return &c.Sector }).as("territoire", "zone"),
		mayRefer("home", "Domicile", "Home", KindPlace, func(c *models.Child) **string { return &c.HomePlaceID }).as("lieu de vie", "maison").at("home_place_id"),
		mayRefer("school", "École", "School", KindPlace, func(c *models.Child) **string { return &c.SchoolPlaceID }).as("établissement scolaire", "scolarité", "lieu de scolarisation").at("school_place_id"),
		mayRefer("key_worker", "Référent", "Key worker", KindProfessional, func(c *models.Child) **string { return &c.KeyWorkerID }).as("référente", "éducateur référent", "référent éducatif").at("key_worker_id"),
		mayRefer("coordinator", "Coordinateur", "Coordinator", KindProfessional, func(c *models.Child) **string { return &c.CaseCoordinatorID }).
			as("coordinatrice", "coordinateur de parcours", "coordonnateur").at("case_coordinator_id"),
		choice("transport", "Transport", "Transport", transports, models.TransportUnknown, func(c *models.Child) *models.Transport { return &c.Transport }).as("conduit par", "trajet", "mode de transport"),
		mayRefer("transport_partner", "Transporteur", "Transport firm", KindPartner, func(c *models.Child) **string { return &c.TransportPartnerID }).as("taxi", "société de taxi", "ambulance").at("transport_partner_id"),
		firstModality(), firstFrom(), firstTo(), firstHours(), otherModalities(),
		whole("professionals_target", "Intervenants au plus", "Most professionals", usualProfessionals, func(c *models.Child) *int { return &c.ProfessionalsTarget }).as("nombre d’intervenants"),
		whole("sessions_per_day_target", "Séances par jour au plus", "Most sessions a day", usualSessionsPerDay, func(c *models.Child) *int { return &c.SessionsPerDayTarget }).as("séances par jour"),
		longText("wishes", "Souhaits", "Wishes", func(c *models.Child) *string { return &c.Wishes }).as("souhaits de l’enfant", "ses souhaits", "envies"),
	},
	ledger: func(r *reader) *ledger[models.Child] { return &r.children },
	fresh: func() models.Child {
		return models.Child{
			Schedule: []models.ScheduleWindow{}, Periods: []models.CareModalityPeriod{},
			ProfessionalsTarget: usualProfessionals, SessionsPerDayTarget: usualSessionsPerDay,
		}
	},
	keys: func(c *models.Child) []string { return []string{c.InternalNumber, personKey(c.LastName, c.FirstName)} },
	once: func(c *models.Child) []string {
		return []string{c.InternalNumber, sheets.Unordered(personKey(c.LastName, c.FirstName))}
	},
	naming:   nameChild,
	validate: (*models.Child).Validate,
}

// birthYear takes a whole date too, and keeps the year only.
func birthYear() column[models.Child] {
	c := whole("birth_year", "Année de naissance", "Birth year", 0, func(c *models.Child) *int { return &c.BirthYear }).required().
		as("naissance", "né en", "née en", "date de naissance", "né(e) le", "DDN")
	number := c.set
	c.set = func(r *reader, cell sheets.Cell, child *models.Child) *sheets.Issue {
		if date, wrong := cell.Day(); wrong == nil && (cell.Kind != sheets.Number || cell.Number > 9999) {
			year, wrong := sheets.TextCell(date[:4]).Integer()
			child.BirthYear = year
			return wrong
		}
		return number(r, cell, child)
	}
	return c.noted("L’année suffit : la date n’est pas gardée.")
}

// first returns the period that stands in columns of its own; the others are written in one cell.
func first(c *models.Child) *models.CareModalityPeriod {
	if len(c.Periods) == 0 {
		return nil
	}
	return &c.Periods[0]
}

// periodColumn is a value of the first period. A value makes the period where there is none yet.
func periodColumn(about Column, get func(*writer, *models.CareModalityPeriod) sheets.Cell, set func(*reader, sheets.Cell, *models.CareModalityPeriod) *sheets.Issue) column[models.Child] {
	return column[models.Child]{
		Column: about,
		get: func(w *writer, c *models.Child) sheets.Cell {
			if first(c) == nil {
				return sheets.Cell{}
			}
			return get(w, first(c))
		},
		set: func(r *reader, cell sheets.Cell, c *models.Child) *sheets.Issue {
			if first(c) == nil {
				if cell.Kind == sheets.Empty {
					return nil
				}
				c.Periods = []models.CareModalityPeriod{{}}
			}
			c.Periods = slices.Clone(c.Periods)
			return set(r, cell, first(c))
		},
	}
}

func firstModality() column[models.Child] {
	about := Column{ID: "modality", Title: "Modalité", English: "Modality", Aliases: []string{"modalité d’accompagnement", "accompagnement", "prise en charge"}, Refers: KindModality, Path: "periods", Width: 18}
	c := periodColumn(about, func(w *writer, p *models.CareModalityPeriod) sheets.Cell {
		return sheets.TextCell(w.name(KindModality, p.ModalityCode))
	}, func(r *reader, cell sheets.Cell, p *models.CareModalityPeriod) (wrong *sheets.Issue) {
		p.ModalityCode, wrong = r.find(KindModality, cell)
		return wrong
	})
	set := c.set
	c.set = func(r *reader, cell sheets.Cell, child *models.Child) *sheets.Issue {
		if cell.Kind == sheets.Empty { // without a modality there is no first period
			if len(child.Periods) > 0 {
				child.Periods = slices.Clone(child.Periods[1:])
			}
			return nil
		}
		return set(r, cell, child)
	}
	return c
}

func firstFrom() column[models.Child] {
	about := Column{ID: "modality_from", Title: "Depuis le", English: "Since", Aliases: []string{"date d’entrée", "depuis", "entrée", "date de début", "du"}, Path: "periods", Width: 12}
	return periodColumn(about, func(_ *writer, p *models.CareModalityPeriod) sheets.Cell { return dayCell(p.FromDate) },
		func(_ *reader, cell sheets.Cell, p *models.CareModalityPeriod) (wrong *sheets.Issue) {
			if cell.Kind == sheets.Empty {
				return &sheets.Issue{Key: "modality_without_date"}
			}
			p.FromDate, wrong = cell.Day()
			return wrong
		})
}

func firstTo() column[models.Child] {
	about := Column{ID: "modality_to", Title: "Jusqu’au", English: "Until", Aliases: []string{"date de sortie", "sortie", "date de fin", "fin", "au"}, Path: "periods", Width: 12}
	return periodColumn(about, func(_ *writer, p *models.CareModalityPeriod) sheets.Cell {
		if p.ToDate == nil {
			return sheets.Cell{}
		}
		return dayCell(*p.ToDate)
	}, func(_ *reader, cell sheets.Cell, p *models.CareModalityPeriod) *sheets.Issue {
		p.ToDate = nil
		if cell.Kind == sheets.Empty {
			return nil
		}
		date, wrong := cell.Day()
		p.ToDate = &date
		return wrong
	})
}

func firstHours() column[models.Child] {
	about := Column{ID: "modality_hours", Title: "Heures par semaine", English: "Weekly hours", Aliases: []string{"H/sem", "heures", "intensité"}, Path: "periods", Width: 10}
	return periodColumn(about, func(_ *writer, p *models.CareModalityPeriod) sheets.Cell { return hoursCell(p.WeeklyMinutes) },
		func(_ *reader, cell sheets.Cell, p *models.CareModalityPeriod) (wrong *sheets.Issue) {
			p.WeeklyMinutes = 0
			if cell.Kind != sheets.Empty {
				p.WeeklyMinutes, wrong = cell.Hours()
			}
			return wrong
		})
}

// periodText is « Accueil de jour du 01/09/2026 au 31/07/2027 12h ».
var periodText = regexp.MustCompile(`(?i)^(.+?)\s+(?:du|depuis|dès)\s+(?:le\s+)?([0-9/.\-]+)(?:\s+(?:au|jusqu.au)\s+([0-9/.\-]+))?(?:\s+([0-9][0-9hH:,.\s]*))?$`)

func otherModalities() column[models.Child] {
	return column[models.Child]{
		Column: Column{
			ID: "other_modalities", Title: "Autres modalités", English: "Other modalities", Aliases: []string{"modalité 2", "autre modalité"}, Refers: KindModality, Path: "periods", Width: 36,
			Note: "Par exemple : Accueil de jour du 01/09/2026 au 31/07/2027 12h ; Milieu ordinaire du 01/09/2026 3h30.",
		},
		get: func(w *writer, c *models.Child) sheets.Cell {
			var entries []string
			for i, p := range c.Periods {
				if i > 0 {
					entries = append(entries, formatPeriod(w, &p))
				}
			}
			return sheets.TextCell(strings.Join(entries, " ; "))
		},
		set: func(r *reader, cell sheets.Cell, c *models.Child) *sheets.Issue {
			if len(c.Periods) > 1 {
				c.Periods = slices.Clone(c.Periods[:1])
			}
			for entry := range strings.FieldsFuncSeq(cell.Text, func(sign rune) bool { return strings.ContainsRune(";\r\n", sign) }) {
				if entry = strings.TrimSpace(entry); entry == "" {
					continue
				}
				period, wrong := readPeriod(r, entry)
				if wrong != nil {
					return wrong
				}
				c.Periods = append(c.Periods, period)
			}
			return nil
		},
	}
}

func formatPeriod(w *writer, p *models.CareModalityPeriod) string {
	text := fmt.Sprintf("%s du %s", w.name(KindModality, p.ModalityCode), sheets.FormatDay(p.FromDate))
	if p.ToDate != nil {
		text += " au " + sheets.FormatDay(*p.ToDate)
	}
	return text + " " + sheets.FormatClock(p.WeeklyMinutes)
}

func readPeriod(r *reader, entry string) (period models.CareModalityPeriod, wrong *sheets.Issue) {
	parts := periodText.FindStringSubmatch(entry)
	if parts == nil {
		return period, &sheets.Issue{Key: "not_a_period", Args: map[string]string{"value": entry}}
	}
	if period.ModalityCode, wrong = r.named(KindModality, parts[1]); wrong != nil {
		return period, wrong
	}
	if period.FromDate, wrong = sheets.TextCell(parts[2]).Day(); wrong != nil {
		return period, wrong
	}
	if parts[3] != "" {
		last, wrong := sheets.TextCell(parts[3]).Day()
		if wrong != nil {
			return period, wrong
		}
		period.ToDate = &last
	}
	if parts[4] != "" {
		period.WeeklyMinutes, wrong = sheets.TextCell(parts[4]).Hours()
	}
	return period, wrong
}
