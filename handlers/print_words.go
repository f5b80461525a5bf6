package handlers

import (
	"github.com/maillage-dime/maillage/handlers/paper"
	"github.com/maillage-dime/maillage/models"
)

// printWords are what sheets say of the rota's own things, in one language.
type printWords struct {
	kinds      map[string]string // of activities without a label, and of those whose label a door does not tell
	away       map[string]string
	contracts  map[models.ContractKind]string
	home       string // a place that a child lives at
	and        string
	colleagues string // how many others, where there are too many to name
	columns    workbookWords
}

// workbookWords are the headers of the workbook.
type workbookWords struct {
	list, week, waiting                                                                           string
	day, from, to, minutes, activity, children, group, modality, staff, place, room, locked, left string
	person, yes                                                                                   string
}

var printWordsByLanguage = map[paper.Language]*printWords{
	paper.French: {
		kinds: textKinds,
		away:  map[string]string{"away": "Absent", "training": "Formation", "leave": "Congé"},
		contracts: map[models.ContractKind]string{
			models.ContractPermanent: "salarié, CDI", models.ContractFixedTerm: "salarié, CDD", models.ContractOther: "autre contrat",
		},
		home: "à la maison", and: " et ", colleagues: "%d" + noBreakSpace + "collègues",
		columns: workbookWords{
			list: "Rendez-vous", week: "Semaine", waiting: "À planifier",
			day: "Jour", from: "Début", to: "Fin", minutes: "Minutes", activity: "Activité", children: "Enfants", group: "Groupe", modality: "Modalité",
			staff: "Professionnels", place: "Lieu", room: "Salle", locked: "Verrouillé", left: "Fois à planifier", person: "Professionnel", yes: "oui",
		},
	},
	paper.English: {
		kinds: map[string]string{"session": "Session", "duty": "Group duty", "meeting": "Team meeting", "protected": "Preparation time", "support": "Resource support"},
		away:  map[string]string{"away": "Away", "training": "Training", "leave": "Leave"},
		contracts: map[models.ContractKind]string{
			models.ContractPermanent: "employee, permanent", models.ContractFixedTerm: "employee, fixed term", models.ContractOther: "other contract",
		},
		home: "at home", and: " and ", colleagues: "%d" + noBreakSpace + "colleagues",
		columns: workbookWords{
			list: "Appointments", week: "Week", waiting: "To plan",
			day: "Day", from: "From", to: "To", minutes: "Minutes", activity: "Activity", children: "Children", group: "Group", modality: "Modality",
			staff: "Professionals", place: "Place", room: "Room", locked: "Locked", left: "Times to plan", person: "Professional", yes: "yes",
		},
	},
}

func printWordsIn(language paper.Language) *printWords {
	if words, known := printWordsByLanguage[language]; known {
		return words
	}
	return printWordsByLanguage[paper.French]
}
