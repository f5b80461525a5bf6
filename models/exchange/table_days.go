package exchange

import (
	"github.com/maillage-dime/maillage/models"
)

var absenceTable = &table[models.Absence]{
	Sheet: Sheet{
		ID: "absences", Title: "Absences", English: "Absences", Aliases: []string{"Absence", "Congés", "Absences et congés"}, Resource: models.ResourceAbsence,
		Help: "Les absences connues des professionnels et des enfants. Sans heure, la journée entière.",
	},
	fields: []column[models.Absence]{
		mayRefer("professional", "Professionnel", "Professional", KindProfessional, func(a *models.Absence) **string { return &a.ProfessionalID }).as("salarié", "agent", "nom", "personne").at("professional_id").wide(24),
		mayRefer("child", "Enfant", "Child", KindChild, func(a *models.Absence) **string { return &a.ChildID }).as("jeune", "usager").at("child_id").wide(24),
		day("from_date", "Du", "From", func(a *models.Absence) *string { return &a.FromDate }).required().as("date de début", "début", "à partir du", "date", "le"),
		clock("from_minute", "À partir de", "From time", 0, func(a *models.Absence) *int { return &a.FromMinute }).as("heure de début", "de"),
		day("to_date", "Au", "To", func(a *models.Absence) *string { return &a.ToDate }).as("date de fin", "fin", "jusqu’au"),
		clock("to_minute", "Jusqu’à", "To time", minutesOfDay, func(a *models.Absence) *int { return &a.ToMinute }).as("heure de fin", "à"),
		choice("reason", "Motif", "Reason", absenceReasons, models.AbsenceOther, func(a *models.Absence) *models.AbsenceReason { return &a.Reason }).as("raison", "type", "nature", "code"),
		choice("repeats", "Revient", "Comes back", absenceRepeats, models.RepeatNever, func(a *models.Absence) *models.AbsenceRepeat { return &a.Repeats }).as("récurrence", "répétition"),
		optionalDay("repeat_until", "Revient jusqu’au", "Comes back until", func(a *models.Absence) **string { return &a.RepeatUntil }).as("fin de la récurrence"),
		choice("state", "État", "State", absenceStates, models.StateAccepted, func(a *models.Absence) *models.RequestState { return &a.State }).as("statut", "validation"),
	},
	ledger: func(r *reader) *ledger[models.Absence] { return &r.absences },
	fresh: func() models.Absence {
		return models.Absence{ToMinute: minutesOfDay, Reason: models.AbsenceOther, State: models.StateAccepted}
	},
	keys: func(a *models.Absence) []string {
		who := idOf(a.ProfessionalID) + "|" + idOf(a.ChildID) + "|"
		return []string{who + a.FromDate + "|" + intText(a.FromMinute), who + a.FromDate}
	},
	validate: (*models.Absence).Validate,
	finish: func(_ *reader, a *models.Absence) {
		if a.ToDate == "" { // one day
			a.ToDate = a.FromDate
		}
	},
}

func closedKey(d *models.ClosedDay) string {
	return d.Date + "|" + idOf(d.PlaceID) + "|" + idOf(d.RoomID)
}

var closedDayTable = &table[models.ClosedDay]{
	Sheet: Sheet{
		ID: "closed_days", Title: "Fermetures", English: "Closed days", Aliases: []string{"Fermeture", "Jours de fermeture", "Jours fermés"}, Resource: models.ResourceClosedDay,
		Help: "Vos jours de fermeture, en plus des jours fériés, que Maillage connaît.",
	},
	fields: []column[models.ClosedDay]{
		day("date", "Date", "Date", func(d *models.ClosedDay) *string { return &d.Date }).required().as("jour", "le", "du", "début"),
		optionalDay("to_date", "Jusqu’au", "Until", func(d *models.ClosedDay) **string { return &d.ToDate }).as("au", "fin", "dernier jour").noted("Vide : un seul jour."),
		text("label", "Libellé", "Label", func(d *models.ClosedDay) *string { return &d.Label }).required().as("motif", "intitulé", "raison").wide(30),
		choice("kind", "Type", "Kind", closedKinds, models.KindClosed, func(d *models.ClosedDay) *models.ClosedKind { return &d.Kind }).as("nature"),
		clock("from_minute", "À partir de", "From time", 0, func(d *models.ClosedDay) *int { return &d.FromMinute }).as("de", "heure de début"),
		clock("to_minute", "Jusqu’à", "To time", minutesOfDay, func(d *models.ClosedDay) *int { return &d.ToMinute }).as("à", "heure de fin"),
		mayRefer("place", "Lieu", "Place", KindPlace, func(d *models.ClosedDay) **string { return &d.PlaceID }).as("site").at("place_id").noted("Vide : toute la maison."),
		mayRefer("room", "Salle", "Room", KindRoom, func(d *models.ClosedDay) **string { return &d.RoomID }).at("room_id").noted("Une salle seule ; le lieu reste alors vide."),
	},
	ledger:   func(r *reader) *ledger[models.ClosedDay] { return &r.closedDays },
	fresh:    func() models.ClosedDay { return models.ClosedDay{Kind: models.KindClosed, ToMinute: minutesOfDay} },
	keys:     func(d *models.ClosedDay) []string { return []string{closedKey(d)} },
	once:     func(d *models.ClosedDay) []string { return []string{closedKey(d)} },
	validate: (*models.ClosedDay).Validate,
}

var travelTable = &table[models.TravelOverride]{
	Sheet: Sheet{
		ID: "travel", Title: "Trajets", English: "Travel times", Aliases: []string{"Trajet", "Temps de trajet", "Temps de déplacement"}, Resource: models.ResourceTravel,
		Help: "Seulement les trajets que vous connaissez mieux que l’estimation par les coordonnées ; une ligne par sens.",
	},
	fields: []column[models.TravelOverride]{
		refers("from", "De", "From", KindPlace, func(t *models.TravelOverride) *string { return &t.FromPlaceID }).required().as("départ", "origine", "depuis").at("from_place_id").wide(28),
		refers("to", "Vers", "To", KindPlace, func(t *models.TravelOverride) *string { return &t.ToPlaceID }).required().as("arrivée", "destination", "à").at("to_place_id").wide(28),
		minutes("minutes", "Minutes", "Minutes", 0, func(t *models.TravelOverride) *int { return &t.Minutes }).required().as("durée", "temps", "durée (min)"),
		choice("source", "Source", "Source", travelSources, models.TravelImported, func(t *models.TravelOverride) *string { return &t.Source }),
	},
	ledger:   func(r *reader) *ledger[models.TravelOverride] { return &r.travel },
	fresh:    func() models.TravelOverride { return models.TravelOverride{Source: models.TravelImported} },
	keys:     func(t *models.TravelOverride) []string { return []string{t.FromPlaceID + "|" + t.ToPlaceID} },
	once:     func(t *models.TravelOverride) []string { return []string{t.FromPlaceID + "|" + t.ToPlaceID} },
	validate: (*models.TravelOverride).Validate,
}
