package demo

import "github.com/maillage-dime/maillage/models"

// What is worth how much when not everything fits.
const (
	priorityCare     = 60
	priorityDuty     = 80
	priorityMeeting  = 70
	prioritySupport  = 40
	priorityPrepared = 20
)

// care is what one child's plan asks for each week, as the tables below write it.
type care struct {
	label       string
	professions []string
	minutes     int
	count       int
	feature     string // of the room at the house's own sites; empty: no room asked
}

var (
	accompaniment = care{"accompagnement", []string{specialEducator, educator}, 60, 2, ""}
	speechCare    = care{"orthophonie", []string{speech}, 45, 1, "soin"}
	psychomotCare = care{"psychomotricité", []string{psychomotor}, 45, 1, "soin"}
	occupatCare   = care{"ergothérapie", []string{occupational}, 45, 1, "soin"}
	sportsCare    = care{"sport adapté", []string{sportsTeacher}, 60, 1, ""}
	psychoCare    = care{"entretien psychologue", []string{psychologist}, 45, 1, "soin"}
	nurseCare     = care{"suivi infirmier", []string{nurse}, 30, 1, "soin"}
	doctorCare    = care{"consultation", []string{psychiatrist}, 30, 1, "soin"}
	familyCare    = care{"entretien familial", []string{socialWorker}, 45, 1, ""}
	eveningCare   = care{"entretien éducatif", []string{specialEducator, educator}, 60, 1, ""}
)

// mainstreamPlan says what the n-th mainstream child needs: everyone an educator two or three times a week, and one or two kinds of care.
func mainstreamPlan(n int) []care {
	educational := accompaniment
	if n%5 != 4 {
		educational.count = 3
	}
	twice := speechCare
	twice.count = 2
	plan := [][]care{
		{twice},
		{psychomotCare, speechCare},
		{occupatCare, psychomotCare},
		{sportsCare, psychoCare},
		{speechCare, psychoCare},
	}[n%5]
	plan = append([]care{educational}, plan...)
	if n%6 == 5 {
		plan = append(plan, familyCare)
	}
	return plan
}

// dayCarePlan says what the n-th day-care child needs beside the groups.
func dayCarePlan(n int) []care {
	var plan []care
	if n < 26 {
		plan = append(plan, psychomotCare)
	}
	if n >= 8 && n < 20 {
		plan = append(plan, occupatCare)
	}
	if n >= 22 && n < 32 {
		plan = append(plan, speechCare)
	}
	if n >= 24 {
		plan = append(plan, psychoCare)
	}
	if n%3 == 0 {
		plan = append(plan, nurseCare)
	}
	if n%7 == 3 {
		plan = append(plan, doctorCare)
	}
	if n%4 == 1 {
		once := accompaniment
		once.count = 1
		plan = append(plan, once)
	}
	if n%6 == 2 {
		plan = append(plan, familyCare)
	}
	return plan
}

// boardingPlan says what the n-th boarding child needs beside the evenings.
func boardingPlan(n int) []care {
	plan := []care{eveningCare, psychoCare}
	if n%3 == 0 {
		plan = append(plan, nurseCare)
	}
	if n%5 == 1 {
		plan = append(plan, doctorCare)
	}
	return plan
}

// demand makes the common part of a record; every list is there, empty or not.
func demand(label, short string, duration, count, priority int) models.Demand {
	return models.Demand{
		Label: label, ShortLabel: short, Duration: duration, Count: count, Priority: priority,
		Seats: []models.SeatRequest{}, OptionalIDs: []string{}, PlaceIDs: []string{}, Windows: []models.WishedSpan{}, PreferredIDs: []string{},
	}
}

// everyDay returns one window a day on the days marked « x ».
func everyDay(days string, from, to int) []models.WishedSpan {
	var windows []models.WishedSpan
	for day, mark := range days {
		if mark == 'x' {
			windows = append(windows, models.WishedSpan{DaySpan: models.DaySpan{Day: day, From: from, To: to}})
		}
	}
	return windows
}

func (b *builder) addCare(child int, asked care, placeCodes []string) {
	need := demand(asked.label, "", asked.minutes, asked.count, priorityCare)
	need.MinGapDays = 1
	need.Seats = []models.SeatRequest{{Professions: asked.professions}}
	need.PlaceIDs = b.placeIDs(placeCodes...)
	if asked.feature != "" {
		need.PlaceIDs = b.sitesAmong(placeCodes)
		need.Room = &models.RoomRequest{Features: []string{asked.feature}, Seats: 2}
	}
	if asked.label == accompaniment.label {
		need.PreferredIDs = []string{*b.records.Children[child].KeyWorkerID}
	}
	id := b.records.Children[child].ID
	b.records.Needs = append(b.records.Needs, models.Need{
		Record: b.record("need", id, asked.label), Demand: need, Kind: "session", ChildID: &id,
	})
}

// addGroups writes the groups of the day care with their workshops, the class held at a school, and the small groups of the mainstream team.
func (b *builder) addGroups() {
	for g, row := range groups {
		code := dayCare
		group := models.ChildGroup{Record: b.record("group", row.name), Name: row.name, ModalityCode: &code, ChildIDs: b.childIDs(dayCare, row.first, row.last)}
		b.records.Groups = append(b.records.Groups, group)
		count := 4
		if row.name == schoolClass.children {
			count = 2
		}
		for k := range count {
			w := workshops[(g+2*k)%len(workshops)]
			b.addWorkshop(&group, w, g)
		}
	}
	for g := range 4 {
		code := mainstream
		name := "Copains " + string(rune('A'+g))
		group := models.ChildGroup{Record: b.record("group", name), Name: name, ModalityCode: &code, ChildIDs: b.childIDs(mainstream, 4*g, 4*g+4)}
		b.records.Groups = append(b.records.Groups, group)
		need := demand("habiletés sociales", "Copains", 75, 1, priorityCare)
		need.Seats = []models.SeatRequest{{Professions: []string{specialEducator, educator}}, {Professions: []string{specialEducator, educator, sportsTeacher}}}
		need.PlaceIDs = b.placeIDs("PEU")
		need.Room = &models.RoomRequest{Features: []string{"groupe"}, Seats: 6}
		need.Windows = everyDay("..x..", 540, 990)
		b.records.Needs = append(b.records.Needs, models.Need{
			Record: b.record("need", group.ID, need.Label), Demand: need, Kind: "session", GroupID: &group.ID,
		})
	}
}

func (b *builder) addWorkshop(group *models.ChildGroup, w workshop, g int) {
	need := demand(w.label, w.short, 90, 2, priorityCare)
	need.MinGapDays = 1
	adults := []string{specialEducator, educator, technicalTrainer}
	need.Seats = []models.SeatRequest{{Professions: adults}, {Professions: append([]string{careAssistant}, adults...)}}
	need.PlaceIDs = b.placeIDs(w.place)
	if w.room != "" {
		need.Room = &models.RoomRequest{Features: []string{w.room}, Seats: len(group.ChildIDs) + 2}
	}
	need.Windows = append(everyDay("xxxxx", 555, 720), everyDay("xx.x.", 810, 945)...)
	need.PreferredIDs = b.usualAdults(g)
	b.records.Needs = append(b.records.Needs, models.Need{
		Record: b.record("need", group.ID, w.label), Demand: need, Kind: "session", GroupID: &group.ID,
	})
}

// schoolClass is the class that one of the groups has at a school.
var schoolClass = struct{ name, children string }{"Classe Jean-Moulin", "Hérissons"}

// addSchoolClass writes the class that some day-care children have at a school with their specialised teacher.
func (b *builder) addSchoolClass() {
	code := dayCare
	group := models.ChildGroup{Record: b.record("group", schoolClass.name), Name: schoolClass.name, ModalityCode: &code, ChildIDs: b.childIDs(dayCare, 14, 21)}
	b.records.Groups = append(b.records.Groups, group)
	need := demand("classe externalisée", "Classe", 105, 4, priorityCare)
	need.MinGapDays = 1
	need.Seats = []models.SeatRequest{{Professions: []string{teacher}}, {Professions: []string{careAssistant, specialEducator}}}
	need.PlaceIDs = b.placeIDs("JMO")
	need.Room = &models.RoomRequest{Features: []string{"groupe"}, Seats: 9}
	need.Windows = everyDay("xx.xx", 540, 690)
	need.PreferredIDs = b.staffIDs("Perrot", "Jacquet", "Hamon")
	b.records.Needs = append(b.records.Needs, models.Need{
		Record: b.record("need", group.ID, need.Label), Demand: need, Kind: "session", GroupID: &group.ID,
	})
}

// addDuties writes who has to be there: arrivals, meals and departures of the day care, evenings of the boarding house.
func (b *builder) addDuties() {
	add := func(kind, label, short, modality, place string, minutes, count, adults int, professions []string, windows []models.WishedSpan) {
		duty := demand(label, short, minutes, count, priorityDuty)
		duty.MinGapDays = 1
		duty.ModalityCode = &modality
		for range adults {
			duty.Seats = append(duty.Seats, models.SeatRequest{Professions: professions})
		}
		duty.PlaceIDs = b.placeIDs(place)
		duty.Windows = windows
		b.records.Duties = append(b.records.Duties, models.StandingDuty{Record: b.record("duty", label), Demand: duty, Kind: kind})
	}
	adults := []string{specialEducator, educator, technicalTrainer, careAssistant}
	add("arrival", "Accueil du matin", "Accueil", dayCare, "PEU", 30, 5, 3, adults, everyDay("xxxxx", 525, 555))
	add("meal", "Repas avec les enfants", "Repas", dayCare, "PEU", 45, 5, 3, adults, everyDay("xxxxx", 735, 780))
	add("escort", "Départ des taxis", "Départs", dayCare, "PEU", 30, 5, 3, adults, append(everyDay("xx.x.", 945, 975), everyDay("..x.x", 900, 930)...))
	add("evening", "Soirée à l’internat", "Soirée", boarding, "CLO", 285, 4, 2, []string{specialEducator, educator, careAssistant}, everyDay("xxxx.", 990, 1275))
}

// addEvenings writes the workshops of the boarding house's evenings.
func (b *builder) addEvenings() {
	for g, name := range []string{"Hirondelles", "Martinets"} {
		code := boarding
		group := models.ChildGroup{Record: b.record("group", name), Name: name, ModalityCode: &code, ChildIDs: b.childIDs(boarding, 7*g, 7*g+7)}
		b.records.Groups = append(b.records.Groups, group)
		need := demand("atelier du soir", "Atelier", 60, 2, priorityCare)
		need.MinGapDays = 1
		need.Seats = []models.SeatRequest{{Professions: []string{specialEducator, educator, careAssistant}}}
		need.PlaceIDs = b.placeIDs("CLO")
		need.Windows = everyDay("xxxx.", 1020, 1170)
		b.records.Needs = append(b.records.Needs, models.Need{
			Record: b.record("need", group.ID, need.Label), Demand: need, Kind: "session", GroupID: &group.ID,
		})
	}
}

// addSupport writes the hours the resource team gives to schools.
func (b *builder) addSupport() {
	code := resource
	for _, s := range sites {
		if s.kind != models.PlaceSchool {
			continue
		}
		need := demand("appui à l’école", "Appui", 60, 1, prioritySupport)
		need.ModalityCode = &code
		need.Seats = []models.SeatRequest{{Professions: []string{specialEducator, coordinator}}}
		need.PlaceIDs = b.placeIDs(s.code)
		need.Windows = append(everyDay("xx.xx", 540, 705), everyDay("xx.xx", 810, 975)...)
		b.records.Needs = append(b.records.Needs, models.Need{Record: b.record("need", s.code, "support"), Demand: need, Kind: "support"})
	}
}
