package exchange

import (
	"strings"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
)

// word is a code of the program as people write it, and other ways they write it.
type word struct {
	code, word string
	also       []string
}

// vocabulary is the words of one column.
type vocabulary struct {
	all    []word
	byWord map[string]string // folded word → code
}

func vocabularyOf(all ...word) vocabulary {
	v := vocabulary{all: all, byWord: map[string]string{}}
	for _, w := range all {
		for _, text := range append([]string{w.word}, w.also...) {
			v.byWord[sheets.Fold(text)] = w.code
		}
	}
	return v
}

func (v vocabulary) word(code string) string {
	for _, w := range v.all {
		if w.code == code {
			return w.word
		}
	}
	return code
}

func (v vocabulary) words() []string { return each(v.all, func(w word) string { return w.word }) }

// code finds the code of a word, whatever its accents, capitals and signs.
func (v vocabulary) code(text string) (string, bool) {
	code, known := v.byWord[sheets.Fold(text)]
	return code, known
}

func (v vocabulary) read(cell sheets.Cell) (string, *sheets.Issue) {
	line, wrong := cell.Line()
	if wrong != nil {
		return "", wrong
	}
	if code, known := v.code(line); known {
		return code, nil
	}
	return "", &sheets.Issue{Key: "unknown_word", Args: map[string]string{"value": line, "words": strings.Join(v.words(), ", ")}}
}

var placeKinds = vocabularyOf(
	word{string(models.PlaceSite), "site", []string{"établissement", "antenne", "locaux", "site de l’établissement"}},
	word{string(models.PlaceSchool), "école", []string{"collège", "lycée", "établissement scolaire", "maternelle", "élémentaire", "scolaire", "ULIS"}},
	word{string(models.PlaceHome), "domicile", []string{"maison", "famille", "famille d’accueil"}},
	word{string(models.PlacePartner), "partenaire", []string{"extérieur", "hôpital", "cabinet", "centre", "piscine", "médiathèque", "association"}},
)

var teamKinds = vocabularyOf(
	word{string(models.TeamDedicated), "dédiée", []string{"modalité", "dédié", "équipe dédiée"}},
	word{string(models.TeamTransversal), "transversale", []string{"transverse", "transversal", "pluridisciplinaire"}},
	word{string(models.TeamTerritorial), "territoriale", []string{"territoire", "secteur"}},
	word{string(models.TeamResource), "ressource", []string{"appui-ressource", "appui", "ressources", "mobile"}},
)

var conventions = vocabularyOf(
	word{string(models.ConventionCCN66), "CCN66", []string{"66", "CC66", "convention 66", "CCNT66", "IDCC 413"}},
	word{string(models.ConventionCCN51), "CCN51", []string{"51", "CC51", "convention 51", "CCNT51", "FEHAP", "IDCC 29"}},
	word{string(models.ConventionOther), "autre", []string{"autres", "fonction publique", "FPH", "Éducation nationale"}},
)

var contractKinds = vocabularyOf(
	word{string(models.ContractPermanent), "CDI", []string{"durée indéterminée", "titulaire"}},
	word{string(models.ContractFixedTerm), "CDD", []string{"durée déterminée", "remplaçant", "remplacement"}},
	word{string(models.ContractOther), "autre", []string{"mise à disposition", "intérim", "apprentissage", "libéral", "vacataire", "stage"}},
)

var letters = vocabularyOf(
	word{string(models.EveryWeek), "toutes", []string{"A et B", "A/B", "AB", "chaque semaine", "toutes les semaines", "A+B"}},
	word{string(models.WeekA), "A", []string{"semaine A", "sem A", "paire"}},
	word{string(models.WeekB), "B", []string{"semaine B", "sem B", "impaire"}},
)

var rhythms = vocabularyOf(
	word{string(models.EachWeek), "semaine", []string{"par semaine", "hebdomadaire", "hebdo", "chaque semaine"}},
	word{string(models.EachFortnight), "quinzaine", []string{"par quinzaine", "quinze jours", "15 jours", "tous les 15 jours", "une semaine sur deux", "1 semaine sur 2"}},
)

var needKinds = vocabularyOf(
	word{models.NeedSession, "séance", []string{"accompagnement", "prise en charge", "intervention", "suivi"}},
	word{models.NeedSupport, "appui-ressource", []string{"appui", "ressource", "appui école"}},
)

var meetingKinds = vocabularyOf(
	word{models.MeetingTogether, "réunion", []string{"rencontre"}},
	word{models.MeetingProtected, "temps protégé", []string{"protégé", "préparation", "écrits", "temps indirect"}},
)

var meetingPurposes = vocabularyOf(
	word{"team", "équipe", []string{"réunion d’équipe", "coordination"}},
	word{"synthesis", "synthèse", []string{"réunion de synthèse", "projet"}},
	word{"practice_review", "analyse de la pratique", []string{"analyse des pratiques", "APP", "GAP"}},
	word{"supervision", "supervision", nil},
	word{models.PurposeOther, "autre", nil},
)

var dutyKinds = vocabularyOf(
	word{"arrival", "accueil", []string{"arrivées", "arrivée", "départs"}},
	word{"meal", "repas", []string{"midi", "déjeuner", "cantine", "goûter"}},
	word{"evening", "soirée", []string{"soir", "lever", "coucher"}},
	word{"night", "nuit", []string{"veille", "veille de nuit"}},
	word{"escort", "transport", []string{"accompagnement transport", "trajet", "taxi"}},
	word{models.DutyOther, "autre", nil},
)

var transports = vocabularyOf(
	word{string(models.TransportFirm), "taxi", []string{"transporteur", "ambulance", "VSL", "société de transport", "taxis"}},
	word{string(models.TransportFamily), "famille", []string{"parents", "parent", "familial"}},
	word{string(models.TransportHouse), "minibus", []string{"établissement", "véhicule de la maison", "maison", "transport interne"}},
)

var partnerKinds = vocabularyOf(
	word{"school", "école", []string{"établissement scolaire", "collège", "lycée"}},
	word{"mdph", "MDPH", []string{"maison départementale"}},
	word{"ase", "ASE", []string{"aide sociale à l’enfance", "protection de l’enfance"}},
	word{"health", "santé", []string{"hôpital", "CMP", "cabinet", "libéral", "médecin", "CMPP", "CAMSP"}},
	word{"family", "famille", []string{"parents", "parent"}},
	word{"other", "autre", []string{"association", "commune", "mairie", "club"}},
)

var absenceReasons = vocabularyOf(
	word{string(models.AbsenceIllness), "maladie", []string{"arrêt", "arrêt maladie", "malade", "AM", "enfant malade"}},
	word{string(models.AbsenceMedical), "rendez-vous médical", []string{"médical", "RDV médical", "consultation", "rendez-vous"}},
	word{string(models.AbsenceAccident), "accident du travail", []string{"AT", "accident", "accident de trajet"}},
	word{string(models.AbsenceParental), "congé parental", []string{"maternité", "paternité", "congé maternité", "congé paternité", "parental"}},
	word{string(models.AbsenceFamily), "événement familial", []string{"famille", "familial", "congé familial", "évènement familial"}},
	word{string(models.AbsenceLeave), "congé", []string{"congés", "CP", "congés payés", "congé payé", "congé trimestriel", "CT", "vacances", "congé annuel", "CA"}},
	word{string(models.AbsenceRecovery), "récupération", []string{"récup", "RTT", "RC", "repos compensateur"}},
	word{string(models.AbsenceTraining), "formation", []string{"stage", "colloque"}},
	word{string(models.AbsenceUnion), "délégation", []string{"syndicat", "CSE", "heures de délégation"}},
	word{string(models.AbsenceOuting), "sortie", []string{"séjour", "sortie scolaire", "voyage", "transfert"}},
	word{string(models.AbsenceOther), "autre", []string{"absence", "absent", "autres"}},
)

var absenceStates = vocabularyOf(
	word{string(models.StateAccepted), "acceptée", []string{"accepté", "validée", "validé", "oui"}},
	word{string(models.StateRequested), "demandée", []string{"demandé", "en attente", "à valider"}},
	word{string(models.StateRefused), "refusée", []string{"refusé", "non"}},
)

var absenceRepeats = vocabularyOf(
	word{string(models.RepeatNever), "non", []string{"jamais", "une fois"}},
	word{string(models.RepeatWeekly), "chaque semaine", []string{"toutes les semaines", "hebdomadaire", "oui"}},
	word{string(models.RepeatLetter), "une semaine sur deux", []string{"tous les 15 jours", "quinzaine", "même lettre"}},
)

var closedKinds = vocabularyOf(
	word{string(models.KindClosed), "fermé", []string{"fermeture", "fermée", "clos"}},
	word{string(models.KindReduced), "horaires réduits", []string{"réduit", "réduits", "ouverture réduite", "demi-journée"}},
)

var travelSources = vocabularyOf(
	word{models.TravelCorrected, "corrigé", []string{"correction", "manuel"}},
	word{models.TravelImported, "matrice", []string{"importé", "calculé"}},
)

// professions are the trades as staff lists name them, in the order of [models.Professions].
var professions = vocabularyOf(
	word{"director", "directeur", []string{"directrice", "direction", "directeur adjoint", "directrice adjointe"}},
	word{"head_of_service", "chef de service", []string{"cheffe de service", "CDS", "chef de service éducatif", "cadre intermédiaire", "responsable de service"}},
	word{"case_coordinator", "coordinateur de parcours", []string{"coordinatrice de parcours", "coordinateur", "coordinatrice", "coordonnateur", "coordonnatrice", "référent de parcours"}},
	word{"special_educator", "éducateur spécialisé", []string{"éducatrice spécialisée", "éduc. spécialisé", "éduc. spécialisée", "éduc spé", "ES", "éducateur", "éducatrice"}},
	word{"educator", "moniteur-éducateur", []string{"monitrice-éducatrice", "ME", "moniteur", "monitrice"}},
	word{"early_years_educator", "éducateur de jeunes enfants", []string{"éducatrice de jeunes enfants", "EJE"}},
	word{"technical_educator", "éducateur technique spécialisé", []string{"éducatrice technique spécialisée", "ETS", "éducateur technique", "éducatrice technique"}},
	word{"care_assistant", "accompagnant éducatif et social", []string{"accompagnante éducative et sociale", "AES", "AMP", "aide médico-psychologique", "aide-soignant", "aide-soignante", "AS"}},
	word{"house_parent", "maître de maison", []string{"maîtresse de maison", "MM"}},
	word{"night_watch", "surveillant de nuit", []string{"surveillante de nuit", "veilleur de nuit", "veilleuse de nuit"}},
	word{"psychologist", "psychologue", []string{"psy", "psychologue clinicien", "psychologue clinicienne"}},
	word{"neuropsychologist", "neuropsychologue", []string{"neuropsy"}},
	word{"psychiatrist", "psychiatre", []string{"pédopsychiatre", "médecin psychiatre"}},
	word{"physician", "médecin", []string{"pédiatre", "médecin généraliste", "médecin rééducateur", "neuropédiatre"}},
	word{"nurse", "infirmier", []string{"infirmière", "IDE", "puéricultrice"}},
	word{"psychomotor_therapist", "psychomotricien", []string{"psychomotricienne", "psychomot", "psychomotricité"}},
	word{"speech_therapist", "orthophoniste", []string{"ortho", "orthophonie"}},
	word{"occupational_therapist", "ergothérapeute", []string{"ergo", "ergothérapie"}},
	word{"physiotherapist", "kinésithérapeute", []string{"kiné", "masseur-kinésithérapeute", "masseuse-kinésithérapeute"}},
	word{"social_worker", "assistant de service social", []string{"assistante de service social", "assistante sociale", "assistant social", "ASS", "CESF"}},
	word{"specialised_teacher", "enseignant spécialisé", []string{"enseignante spécialisée", "enseignant", "enseignante", "enseignante spéc.", "professeur des écoles", "PE"}},
	word{"sports_teacher", "enseignant en activité physique adaptée", []string{"enseignante APA", "enseignant APA", "APA", "éducateur sportif", "éducatrice sportive", "professeur de sport"}},
	word{"driver", "chauffeur", []string{"conducteur", "conductrice", "chauffeuse"}},
	word{"secretary", "secrétaire", []string{"secrétaire de direction", "assistante de direction", "assistant administratif", "assistante administrative", "secrétariat"}},
	word{"maintenance", "agent d’entretien", []string{"agent technique", "ouvrier d’entretien", "services généraux", "ASI", "agent de service"}},
)
