package demo

import "github.com/maillage-dime/maillage/models"

// The professions of the house, as codes; screens translate them.
const (
	specialEducator  = "special_educator"
	educator         = "educator"
	technicalTrainer = "technical_educator"
	careAssistant    = "care_assistant"
	psychologist     = "psychologist"
	psychiatrist     = "psychiatrist"
	nurse            = "nurse"
	psychomotor      = "psychomotor_therapist"
	speech           = "speech_therapist"
	occupational     = "occupational_therapist"
	socialWorker     = "social_worker"
	sportsTeacher    = "sports_teacher"
	teacher          = "specialised_teacher"
	coordinator      = "case_coordinator"
)

// person is a professional as the table below writes it. Days says on which days the person works, Monday first: « x » or « . ».
type person struct {
	first, last, profession, title string
	team                           string
	days                           string
	from, to, fridayTo             int // minutes after midnight
	contract                       int // minutes a week
	extra                          int // minutes of preparation a week
}

const (
	mainstream  = "MO"
	dayCare     = "AJ"
	boarding    = "HE"
	transversal = "TR"
	resource    = "AR"
)

var people = []person{
	{"Nora", "Elbaz", specialEducator, "éduc. spécialisée", mainstream, "xxxxx", 510, 1020, 975, 2100, 90},
	{"Julien", "Carpentier", specialEducator, "éduc. spécialisé", mainstream, "xxxxx", 510, 1020, 975, 2100, 90},
	{"Chloé", "Fontaine", psychomotor, "psychomotricienne", mainstream, "xx.xx", 510, 1020, 1020, 1680, 60},
	{"Samir", "Haddad", specialEducator, "éduc. spécialisé", mainstream, "xxxxx", 510, 1020, 975, 2100, 90},
	{"Aurélie", "Vidal", occupational, "ergothérapeute", mainstream, ".xx.x", 510, 1020, 1020, 1260, 45},
	{"Thomas", "Lenoir", educator, "moniteur-éducateur", mainstream, "xxxxx", 510, 1020, 975, 2100, 90},
	{"Maëlle", "Guéguen", speech, "orthophoniste", mainstream, "xxxx.", 510, 1020, 975, 1470, 45},
	{"Inès", "Caron", psychologist, "psychologue", mainstream, ".x.xx", 510, 1020, 1020, 1050, 45},
	{"Bastien", "Roy", sportsTeacher, "enseignant APA", mainstream, ".xxxx", 510, 1020, 1020, 1680, 45},
	{"Fatou", "Diarra", specialEducator, "éduc. spécialisée", mainstream, "xxxxx", 510, 1020, 975, 2100, 90},

	{"Karine", "Delmas", psychomotor, "psychomotricienne", dayCare, "xx.xx", 525, 1005, 1005, 1680, 60},
	{"Olivier", "Masson", specialEducator, "éduc. spécialisé", dayCare, "xxxxx", 525, 1005, 960, 2100, 45},
	{"Sandrine", "Picard", educator, "monitrice-éducatrice", dayCare, "xxxxx", 525, 1005, 960, 2100, 45},
	{"Yanis", "Benali", specialEducator, "éduc. spécialisé", dayCare, "xxxxx", 525, 1005, 960, 2100, 45},
	{"Élodie", "Marchand", technicalTrainer, "éduc. technique", dayCare, "xxxxx", 525, 1005, 960, 2100, 45},
	{"Gaël", "Tanguy", careAssistant, "AES", dayCare, "xxxxx", 510, 1005, 945, 2100, 0},
	{"Patricia", "Lopes", careAssistant, "AES", dayCare, "xxxx.", 510, 1005, 945, 1680, 0},
	{"Hugo", "Ferrand", educator, "moniteur-éducateur", dayCare, "xxxxx", 525, 1005, 960, 2100, 45},
	{"Mireille", "Costa", specialEducator, "éduc. spécialisée", dayCare, "xx.xx", 525, 1005, 1005, 1680, 45},
	{"Rachid", "Amrani", careAssistant, "AES", dayCare, "xxxxx", 510, 1005, 945, 2100, 0},
	{"Camille", "Perrot", teacher, "enseignante spéc.", dayCare, "xx.xx", 510, 960, 960, 1620, 90},
	{"Florent", "Jacquet", careAssistant, "AES", dayCare, "xxxxx", 510, 960, 915, 2100, 0},
	{"Lucie", "Hamon", specialEducator, "éduc. spécialisée", dayCare, "xxxxx", 510, 960, 915, 2100, 45},

	{"Nathalie", "Besson", careAssistant, "maîtresse de maison", boarding, "xxxxx", 600, 1290, 1020, 2100, 0},
	{"Kévin", "Da Silva", educator, "moniteur-éducateur", boarding, "xxxxx", 600, 1290, 1020, 2100, 45},
	{"Émilie", "Rousseau", specialEducator, "éduc. spécialisée", boarding, "xxxxx", 600, 1290, 1020, 2100, 90},
	{"Jean-Luc", "Morel", specialEducator, "éduc. spécialisé", boarding, "xxxxx", 600, 1290, 1020, 2100, 90},

	{"Alice", "Morand", speech, "orthophoniste", transversal, "..xx.", 540, 1050, 1050, 840, 45},
	{"Paul", "Sénéchal", psychologist, "psychologue", transversal, "xxxxx", 540, 1035, 990, 2100, 90},
	{"Léa", "Brunet", psychologist, "neuropsychologue", transversal, "x.x.x", 540, 1035, 1035, 1050, 45},
	{"Anne", "Keller", psychiatrist, "pédopsychiatre", transversal, ".x.x.", 540, 1050, 1050, 630, 0},
	{"Sophie", "Nguyen", nurse, "infirmière", transversal, "xxxxx", 540, 1035, 990, 2100, 45},
	{"Marc", "Aubry", socialWorker, "assistant social", transversal, "xx.xx", 540, 1035, 1035, 1680, 90},
	{"Pauline", "Girard", occupational, "ergothérapeute", transversal, "xxxx.", 540, 1035, 990, 1680, 60},
	{"Denis", "Rolland", psychomotor, "psychomotricien", transversal, ".x..x", 540, 1050, 1050, 840, 45},

	{"Hélène", "Garnier", coordinator, "coordinatrice", resource, "xxxxx", 510, 1035, 990, 2100, 90},
	{"Mathieu", "Colas", coordinator, "coordinateur", resource, "xxxxx", 510, 1035, 990, 2100, 90},
	{"Sabrina", "Toumi", specialEducator, "appui-ressource", resource, "xx.xx", 510, 1035, 1035, 1680, 90},
}

// base is the place where the people of a team start and end their day.
func base(team string) string {
	if team == boarding {
		return "CLO"
	}
	return "PEU"
}

// pattern turns the table's days into the working pattern of the record.
func (p *person) pattern() []models.DaySpan {
	var spans []models.DaySpan
	for day, mark := range p.days {
		if mark != 'x' {
			continue
		}
		to := p.to
		if day == 4 {
			to = p.fridayTo
		}
		spans = append(spans, models.DaySpan{Day: day, From: p.from, To: to})
	}
	return spans
}

// lunch is when the people of a team eat. Those who are there in the evening have their meal with the children, which is work.
func (p *person) lunch() *models.LunchBreak {
	switch p.team {
	case boarding:
		return nil
	case dayCare:
		return &models.LunchBreak{From: 720, To: 840, Minutes: 45}
	default:
		return &models.LunchBreak{From: 705, To: 840, Minutes: 45}
	}
}

// limits bound the evenings of the boarding team, whose hours the plan decides: 10 h of work and 13 h of span a day, 11 h of rest, 35 h a week.
func (p *person) limits() *models.WorkLimits {
	if p.team != boarding {
		return nil
	}
	return &models.WorkLimits{DaySpan: 660, DayWork: 600, Rest: 660, WeekWork: 2100, WeekDays: 5}
}

type teamRow struct {
	code, name string
	kind       models.TeamKind
	modalities []string
}

var teams = []teamRow{
	{mainstream, "Équipe milieu ordinaire", models.TeamDedicated, []string{mainstream}},
	{dayCare, "Équipe accueil de jour", models.TeamDedicated, []string{dayCare}},
	{boarding, "Équipe hébergement", models.TeamDedicated, []string{boarding}},
	{transversal, "Équipe transversale, soin et rééducation", models.TeamTransversal, []string{mainstream, dayCare, boarding}},
	{resource, "Coordination et appui-ressource", models.TeamResource, []string{resource}},
}

var modalities = []struct{ code, name string }{
	{mainstream, "Milieu ordinaire"},
	{dayCare, "Accueil de jour"},
	{boarding, "Hébergement"},
	{resource, "Appui-ressource"},
}
