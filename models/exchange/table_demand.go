package exchange

import (
	"slices"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
)

// usualPriority is that of a demand nobody gave one: the middle.
const usualPriority = 50

func freshDemand() models.Demand {
	return models.Demand{
		Count: 1, Rhythm: models.EachWeek, Priority: usualPriority, Seats: []models.SeatRequest{}, OptionalIDs: []string{}, PlaceIDs: []string{},
		Windows: []models.WishedSpan{}, WishedSpans: []models.DaySpan{}, RefusedSpans: []models.DaySpan{}, RefusedIDs: []string{}, PreferredIDs: []string{},
	}
}

// demandColumns are what needs, meetings and duties have in common.
func demandColumns[R any](of func(*R) *models.Demand) (first, rest []column[R]) {
	first = []column[R]{
		text("label", "Libellé", "Label", func(r *R) *string { return &of(r).Label }).required().as("intitulé", "objet", "besoin", "activité", "prestation", "nom").wide(26),
		minutes("duration", "Durée (min)", "Length (min)", 0, func(r *R) *int { return &of(r).Duration }).required().as("durée", "durée séance", "temps", "longueur"),
		whole("count", "Fois", "Times", 1, func(r *R) *int { return &of(r).Count }).as("nombre", "nb", "fréquence", "fois par semaine", "nombre de séances", "nb séances"),
		choice("rhythm", "Par", "Per", rhythms, models.EachWeek, func(r *R) *models.Rhythm { return &of(r).Rhythm }).as("rythme", "périodicité"),
		seatsColumn("seats", "Avec qui", "With whom", func(r *R) *[]models.SeatRequest { return &of(r).Seats }).
			as("métier", "profession", "intervenant", "intervenants", "professionnel", "participants", "qui", "avec"),
	}
	rest = []column[R]{
		demandLetter(of),
		refersToMany("places", "Lieux", "Places", KindPlace, func(r *R) *[]string { return &of(r).PlaceIDs }).as("lieu", "où", "site").at("place_ids"),
		roomFeatures(of),
		roomSeats(of),
		windowsColumn(func(r *R) *[]models.WishedSpan { return &of(r).Windows }),
		spans("wished", "Créneaux souhaités", "Wished hours", func(r *R) *[]models.DaySpan { return &of(r).WishedSpans }).as("souhaits", "de préférence").at("wished_spans"),
		spans("refused", "Créneaux refusés", "Refused hours", func(r *R) *[]models.DaySpan { return &of(r).RefusedSpans }).as("jamais", "refus").at("refused_spans"),
		refersToMany("refused_people", "Personnes refusées", "Refused people", KindProfessional, func(r *R) *[]string { return &of(r).RefusedIDs }).as("sauf", "pas avec").at("refused_ids"),
		refersToMany("preferred", "De préférence avec", "Rather with", KindProfessional, func(r *R) *[]string { return &of(r).PreferredIDs }).as("préférence", "plutôt avec").at("preferred_ids"),
		refersToMany("optional", "Facultatifs", "Optional people", KindProfessional, func(r *R) *[]string { return &of(r).OptionalIDs }).as("invités", "si possible").at("optional_ids"),
		whole("gap", "Jours d’écart", "Days apart", 0, func(r *R) *int { return &of(r).MinGapDays }).as("écart", "espacement").at("min_gap_days"),
		whole("priority", "Priorité", "Priority", usualPriority, func(r *R) *int { return &of(r).Priority }).as("importance").noted("De 1 à 100 ; vide : 50."),
		mayRefer("modality", "Modalité", "Modality", KindModality, func(r *R) **string { return &of(r).ModalityCode }).as("modalité d’accompagnement").at("modality_code"),
		optionalText("sector", "Secteur", "Sector", func(r *R) **string { return &of(r).Sector }).as("territoire"),
		text("short_label", "Abrégé", "Short label", func(r *R) *string { return &of(r).ShortLabel }).as("abréviation", "sigle"),
		optionalDay("from_date", "À partir du", "From", func(r *R) **string { return &of(r).FromDate }).as("début", "du", "depuis le", "date de début"),
		optionalDay("to_date", "Jusqu’au", "Until", func(r *R) **string { return &of(r).ToDate }).as("fin", "au", "date de fin"),
	}
	return first, rest
}

func demandLetter[R any](of func(*R) *models.Demand) column[R] {
	c := choice("letter", "Semaine", "Week", letters, models.EveryWeek, func(r *R) *models.WeekLetter { return &of(r).Letter }).as("semaine A/B", "A/B")
	write := c.get
	c.get = func(w *writer, row *R) sheets.Cell {
		if of(row).Letter == models.EveryWeek {
			return sheets.Cell{}
		}
		return write(w, row)
	}
	return c.noted("A, B, ou rien pour toutes les semaines.")
}

// roomFeatures and roomSeats are the two values of a request for a room, which is there as soon as one of them is.
func roomFeatures[R any](of func(*R) *models.Demand) column[R] {
	return column[R]{
		Column: Column{
			ID: "room_features", Title: "Équipements de la salle", English: "Room features", Aliases: []string{"équipement", "salle", "matériel", "équipements"}, Path: "room.features", Width: 20,
			Note: "Ce que la salle doit avoir ; il faut alors dire le lieu.",
		},
		get: func(_ *writer, row *R) sheets.Cell {
			if of(row).Room == nil {
				return sheets.Cell{}
			}
			return sheets.TextCell(sheets.JoinList(of(row).Room.Features))
		},
		set: func(_ *reader, cell sheets.Cell, row *R) *sheets.Issue {
			features, wrong := cell.List()
			of(row).Room = nil
			if len(features) > 0 {
				of(row).Room = &models.RoomRequest{Features: once(features)}
			}
			return wrong
		},
	}
}

func roomSeats[R any](of func(*R) *models.Demand) column[R] {
	return column[R]{
		Column: Column{
			ID: "room_seats", Title: "Places dans la salle", English: "Room seats", Aliases: []string{"places salle"}, Path: "room", Width: 9,
			Note: "0 : n’importe quelle salle du lieu. Vide, sans équipement : pas de salle.",
		},
		get: func(_ *writer, row *R) sheets.Cell {
			if of(row).Room == nil {
				return sheets.Cell{}
			}
			return sheets.NumberCell(sheets.Number, float64(of(row).Room.Seats))
		},
		set: func(_ *reader, cell sheets.Cell, row *R) *sheets.Issue {
			room := models.RoomRequest{}
			if of(row).Room != nil {
				room = *of(row).Room
			}
			room.Seats = 0
			if cell.Kind == sheets.Empty {
				of(row).Room = nil
				if len(room.Features) > 0 {
					of(row).Room = &room
				}
				return nil
			}
			seats, wrong := cell.Integer()
			room.Seats = seats
			of(row).Room = &room
			return wrong
		},
	}
}

func labelKey(label string) string { return sheets.Words(label) }

func idOf(id *string) string {
	if id == nil {
		return ""
	}
	return *id
}

var needTable = func() *table[models.Need] {
	first, rest := demandColumns(func(n *models.Need) *models.Demand { return &n.Demand })
	who := []column[models.Need]{
		mayRefer("child", "Enfant", "Child", KindChild, func(n *models.Need) **string { return &n.ChildID }).as("jeune", "usager", "nom de l’enfant").at("child_id").wide(24),
		mayRefer("group", "Groupe", "Group", KindGroup, func(n *models.Need) **string { return &n.GroupID }).at("group_id"),
	}
	kind := choice("kind", "Type", "Kind", needKinds, models.NeedSession, func(n *models.Need) *string { return &n.Kind }).as("nature")
	return &table[models.Need]{
		Sheet: Sheet{
			ID: "needs", Title: "Besoins", English: "Needs", Aliases: []string{"Besoin", "Prises en charge", "Séances", "Accompagnements", "PPA", "Prestations"}, Resource: models.ResourceNeed,
			Help: "Ce que le projet de chaque enfant ou groupe demande chaque semaine : quoi, combien de temps, combien de fois, avec qui.",
		},
		fields: slices.Concat(who, first, []column[models.Need]{kind}, rest),
		ledger: func(r *reader) *ledger[models.Need] { return &r.needs },
		fresh:  func() models.Need { return models.Need{Demand: freshDemand(), Kind: models.NeedSession} },
		keys: func(n *models.Need) []string {
			return []string{idOf(n.ChildID) + "|" + idOf(n.GroupID) + "|" + labelKey(n.Label)}
		},
		validate: (*models.Need).Validate,
	}
}()

var meetingTable = func() *table[models.RecurringMeeting] {
	first, rest := demandColumns(func(m *models.RecurringMeeting) *models.Demand { return &m.Demand })
	own := []column[models.RecurringMeeting]{
		choice("kind", "Type", "Kind", meetingKinds, models.MeetingTogether, func(m *models.RecurringMeeting) *string { return &m.Kind }).as("nature"),
		choice("purpose", "Objet", "Purpose", meetingPurposes, models.PurposeOther, func(m *models.RecurringMeeting) *string { return &m.Purpose }).as("thème"),
		mayRefer("child", "Enfant concerné", "About child", KindChild, func(m *models.RecurringMeeting) **string { return &m.ChildID }).as("enfant", "jeune").at("child_id"),
	}
	first[0].Aliases = slices.DeleteFunc(first[0].Aliases, func(alias string) bool { return alias == "objet" })
	return &table[models.RecurringMeeting]{
		Sheet: Sheet{
			ID: "meetings", Title: "Réunions", English: "Meetings", Aliases: []string{"Réunion", "Réunions d’équipe", "Réunions récurrentes"}, Resource: models.ResourceRecurringMeeting,
			Help: "Les réunions qui reviennent, et le temps gardé pour préparer et écrire.",
		},
		fields: slices.Concat(first, own, rest),
		ledger: func(r *reader) *ledger[models.RecurringMeeting] { return &r.meetings },
		fresh: func() models.RecurringMeeting {
			return models.RecurringMeeting{Demand: freshDemand(), Kind: models.MeetingTogether, Purpose: models.PurposeOther}
		},
		keys: func(m *models.RecurringMeeting) []string {
			return []string{m.Kind + "|" + idOf(m.ChildID) + "|" + labelKey(m.Label)}
		},
		validate: (*models.RecurringMeeting).Validate,
	}
}()

var dutyTable = func() *table[models.StandingDuty] {
	first, rest := demandColumns(func(d *models.StandingDuty) *models.Demand { return &d.Demand })
	kind := choice("kind", "Type", "Kind", dutyKinds, models.DutyOther, func(d *models.StandingDuty) *string { return &d.Kind }).as("nature")
	return &table[models.StandingDuty]{
		Sheet: Sheet{
			ID: "duties", Title: "Permanences", English: "Duties", Aliases: []string{"Permanence", "Surveillances", "Temps collectifs", "Astreintes"}, Resource: models.ResourceDuty,
			Help: "Les présences à assurer : accueil, repas, soirées, nuits, transports.",
		},
		fields: slices.Concat(first, []column[models.StandingDuty]{kind}, rest),
		ledger: func(r *reader) *ledger[models.StandingDuty] { return &r.duties },
		fresh:  func() models.StandingDuty { return models.StandingDuty{Demand: freshDemand(), Kind: models.DutyOther} },
		keys: func(d *models.StandingDuty) []string {
			return []string{d.Kind + "|" + labelKey(d.Label), labelKey(d.Label)}
		},
		validate: (*models.StandingDuty).Validate,
	}
}()

var groupTable = &table[models.ChildGroup]{
	Sheet: Sheet{
		ID: "groups", Title: "Groupes", English: "Groups", Aliases: []string{"Groupe", "Groupes d’enfants"}, Resource: models.ResourceGroup, Names: KindGroup,
		Help: "Les enfants que l’on rencontre ensemble.",
	},
	fields: []column[models.ChildGroup]{
		text("name", "Nom", "Name", func(g *models.ChildGroup) *string { return &g.Name }).required().as("groupe", "nom du groupe").wide(24),
		mayRefer("modality", "Modalité", "Modality", KindModality, func(g *models.ChildGroup) **string { return &g.ModalityCode }).at("modality_code"),
		refersToMany("children", "Enfants", "Children", KindChild, func(g *models.ChildGroup) *[]string { return &g.ChildIDs }).as("enfant", "jeunes", "participants", "membres").at("child_ids").wide(50),
	},
	ledger:   func(r *reader) *ledger[models.ChildGroup] { return &r.groups },
	fresh:    func() models.ChildGroup { return models.ChildGroup{ChildIDs: []string{}} },
	keys:     func(g *models.ChildGroup) []string { return []string{g.Name} },
	once:     func(g *models.ChildGroup) []string { return []string{sheets.Words(g.Name)} },
	naming:   nameGroup,
	validate: (*models.ChildGroup).Validate,
}
