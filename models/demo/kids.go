package demo

import (
	"fmt"

	"github.com/maillage-dime/maillage/models"
)

// addChildren writes the three tables of children with their modality, schedule, key worker, coordinator and needs.
func (b *builder) addChildren() {
	for n, row := range mainstreamChildren {
		sector := valley
		if n%5 >= 3 {
			sector = highlands
		}
		school := schoolsOf[sector][n%len(schoolsOf[sector])]
		home := homeCode(n % homeCount / 5 * 5)
		if sector == highlands {
			home = homeCode(n%homeCount/5*5 + 3)
		}
		b.addChild(n, row, mainstream, sector, home, &school, mainstreamSchedule(n, school, home, sector))
		keyWorkers := b.staffIDs("Elbaz", "Carpentier", "Haddad", "Lenoir", "Diarra")
		b.follow(keyWorkers[n%len(keyWorkers)], n, 5, 2)
		for _, asked := range mainstreamPlan(n) {
			places := []string{school, home, "PEU"}
			if sector == highlands {
				places = []string{school, home, "BEL", "PEU"}
			}
			if n%3 != 0 { // care goes to the school; only some children come to the therapy rooms on Wednesdays
				asked.feature = ""
			}
			b.addCare(len(b.records.Children)-1, asked, places)
		}
	}
	for n, row := range dayCareChildren {
		schedule := []place{{"xxxxx", 525, 735, []string{"PEU", "CNA", "GYM", "JMO"}}, {"xx.x.", 795, 975, []string{"PEU", "CNA", "GYM"}}, {"..x.x", 795, 900, []string{"PEU", "GYM"}}}
		b.addChild(n, row, dayCare, valley, homeCode(n%homeCount), nil, schedule)
		keyWorkers := b.staffIDs("Masson", "Benali", "Hamon", "Marchand", "Costa")
		b.follow(keyWorkers[n/7%len(keyWorkers)], n, 8, 4)
		for _, asked := range dayCarePlan(n) {
			b.addCare(len(b.records.Children)-1, asked, []string{"PEU"})
		}
	}
	for n, row := range boardingChildren {
		schedule := []place{{"xxxxx", 540, 735, []string{"PEU"}}, {"xx.x.", 795, 960, []string{"PEU"}}, {"xxxx.", 975, 1260, []string{"CLO"}}, {"..x..", 795, 960, []string{"CLO"}}}
		b.addChild(n, row, boarding, valley, homeCode((n*3+1)%homeCount), nil, schedule)
		keyWorkers := b.staffIDs("Rousseau", "Morel", "Da Silva")
		b.follow(keyWorkers[n%len(keyWorkers)], n, 5, 3)
		for _, asked := range boardingPlan(n) {
			b.addCare(len(b.records.Children)-1, asked, []string{"PEU", "CLO"})
		}
	}
}

// place is a span of the day on the marked days, and where the child is then.
type place struct {
	days     string
	from, to int
	codes    []string
}

// mainstreamSchedule is what was agreed with a school: four half-days, the end of two afternoons at home, and Wednesdays.
func mainstreamSchedule(n int, school, home, sector string) []place {
	site := "PEU"
	if sector == highlands {
		site = "BEL"
	}
	mornings, afternoons := "x..x.", ".x..x"
	switch n % 3 {
	case 1:
		mornings, afternoons = ".x..x", "x..x."
	case 2:
		mornings, afternoons = "xx...", "...xx"
	}
	return []place{
		{mornings, 525, 705, []string{school}},
		{afternoons, 810, 975, []string{school}},
		{mornings, 975, 1035, []string{home, "PEU"}},
		{"..x..", 540, 720, []string{home, site, "PEU"}},
		{"..x..", 810, 1005, []string{home, site, "PEU"}},
	}
}

func (b *builder) addChild(n int, row childRow, modality, sector, home string, school *string, schedule []place) {
	if n == 0 {
		b.ranges[modality] = [2]int{len(b.records.Children), 0}
	}
	child := models.Child{
		Record: b.record("child", row.first, row.last), FirstName: row.first, LastName: row.last,
		BirthYear: 2010 + (n*7)%9, InternalNumber: fmt.Sprintf("%s-%03d", modality, n+1), Sector: sector,
		HomePlaceID: new(b.place[home]),
	}
	if school != nil {
		child.SchoolPlaceID = new(b.place[*school])
	}
	switch {
	case modality == boarding:
		child.Transport = models.TransportHouse
	case modality == dayCare && n%5 == 1:
		child.Transport, child.TransportPartnerID = models.TransportFirm, new(b.id("partner", taxiFirm))
	}
	for _, window := range schedule {
		for day, mark := range window.days {
			if mark == 'x' {
				child.Schedule = append(child.Schedule, models.ScheduleWindow{
					DaySpan: models.DaySpan{Day: day, From: window.from, To: window.to}, Places: b.placeIDs(window.codes...),
				})
			}
		}
	}
	b.records.Children = append(b.records.Children, child)
	b.records.ModalityPeriods = append(b.records.ModalityPeriods, models.CareModalityPeriod{
		ID: b.id("period", child.ID), ChildID: child.ID, ModalityCode: modality, FromDate: "2025-09-01", WeeklyMinutes: 300,
	})
}

// follow gives the child added last a key worker and a coordinator, and says how many faces and sessions a day are few enough.
func (b *builder) follow(keyWorker string, n, faces, sessions int) {
	child := &b.records.Children[len(b.records.Children)-1]
	child.KeyWorkerID = &keyWorker
	child.CaseCoordinatorID = new(b.staffIDs([]string{"Garnier", "Colas"}[n%2])[0])
	child.ProfessionalsTarget, child.SessionsPerDayTarget = faces, sessions
}
