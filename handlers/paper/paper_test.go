package paper_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/handlers/paper"
	"github.com/maillage-dime/maillage/handlers/paper/papertest"
)

func edition(language paper.Language) paper.Edition {
	return paper.Edition{
		Language: language, House: "DIME d’ici", WeekNumber: 48, Monday: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), Days: 5, Letter: "A",
		Version: 4, PublishedAt: time.Date(2026, 11, 22, 18, 40, 0, 0, time.UTC), PrintedAt: time.Date(2026, 11, 23, 7, 5, 0, 0, time.UTC),
	}
}

func wantTexts(t *testing.T, page string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(page, text) {
			t.Errorf("%q is not on the page:\n%s", text, page)
		}
	}
}

func team(people, cardsEachHalf int) paper.TeamWeek {
	week := paper.TeamWeek{
		Name: "Équipe du lycée Saint-Œuf", Own: "MO", Modalities: []paper.Code{{Code: "AF", Name: "accueil familial"}, {Code: "MO", Name: "milieu ordinaire"}},
		Places: []paper.Code{{Code: "JMO", Name: "École Jean-Moulin"}},
	}
	for i := range people {
		person := paper.PersonWeek{Name: fmt.Sprintf("Zoé Lefèvre-%d", i), JobTitle: "éduc. spécialisée", Gaps: []paper.Gap{{From: 2 * 1440, To: 3 * 1440, Label: "Absent"}}}
		for card := range cardsEachHalf {
			person.Cards = append(person.Cards,
				paper.Card{Start: 480 + 5*card, End: 500 + 5*card, Title: fmt.Sprintf("Noé-%d-%d", i, card), Modality: "AF", Place: "JMO"},
				paper.Card{Start: 1440 + 840, End: 1440 + 900, Title: "Réunion d’équipe", Meeting: true})
		}
		week.People = append(week.People, person)
	}
	return week
}

func TestTeamsAreDrawnWholeOnAsManyPagesAsTheyNeed(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ people, cards, pages int }{{0, 0, 1}, {1, 1, 1}, {12, 2, 1}, {60, 2, 4}, {1, 100, 3}} {
		content, err := paper.Teams(edition(paper.French), []paper.TeamWeek{team(test.people, test.cards)})
		if err != nil {
			t.Fatal(err)
		}
		pages := papertest.Pages(t, content)
		if len(pages) != test.pages {
			t.Errorf("%d people with %d cards take %d pages instead of %d", test.people, test.cards, len(pages), test.pages)
		}
		all := strings.Join(pages, "\n")
		for i := range test.people {
			wantTexts(t, all, fmt.Sprintf("Zoé Lefèvre-%d", i))
			for card := range test.cards {
				wantTexts(t, all, fmt.Sprintf("Noé-%d-%d", i, card))
			}
		}
		for number, page := range pages {
			wantTexts(t, page, "Équipe du lycée Saint-Œuf", "Version 4", "publiée le 22 novembre 2026 à 18 h 40", "imprimé le 23 novembre 2026 à 7 h 05",
				"Semaine 48, du lundi 23 novembre au vendredi 27 novembre 2026 (semaine A)", fmt.Sprintf("page %d sur %d", number+1, test.pages),
				"JMO École Jean-Moulin", "AF accueil familial", "ne pas afficher dans un lieu ouvert au public")
		}
	}
}

func TestNothingToPrintSaysSoOnOnePage(t *testing.T) {
	t.Parallel()
	for name, draw := range map[string]func(paper.Edition) ([]byte, error){
		"teams":    func(e paper.Edition) ([]byte, error) { return paper.Teams(e, nil) },
		"people":   func(e paper.Edition) ([]byte, error) { return paper.People(e, nil) },
		"rooms":    func(e paper.Edition) ([]byte, error) { return paper.Rooms(e, nil) },
		"children": func(e paper.Edition) ([]byte, error) { return paper.Children(e, nil) },
		"staff":    func(e paper.Edition) ([]byte, error) { return paper.Staff(e, nil) },
	} {
		content, err := draw(edition(paper.French))
		if err != nil {
			t.Fatal(err)
		}
		if pages := papertest.Pages(t, content); len(pages) != 1 || !strings.Contains(pages[0], "Il n’y a rien à imprimer pour ce choix.") {
			t.Errorf("no %s: %q", name, pages)
		}
	}
}

func TestAPersonsWeekIsReadDayByDay(t *testing.T) {
	t.Parallel()
	week := paper.Agenda{
		Title: "Zoé Lefèvre", Subtitle: "orthophoniste",
		Entries: []paper.Entry{{Start: 570, End: 615, What: "Lina M., Orthophonie", Modality: "AJ", Where: "Les Tilleuls, Salle bleue", With: "Éric Petit"}},
		Gaps:    []paper.Gap{{From: 1440, To: 2 * 1440, Label: "Formation"}},
	}
	weeks := make([]paper.Agenda, 60)
	for i := range weeks {
		weeks[i] = week
	}
	content, err := paper.People(edition(paper.French), weeks)
	if err != nil {
		t.Fatal(err)
	}
	pages := papertest.Pages(t, content)
	if len(pages) != 60 {
		t.Fatalf("60 people take %d pages", len(pages))
	}
	wantTexts(t, pages[59], "Zoé Lefèvre", "orthophoniste", "lundi 23 novembre", "9 h 30 – 10 h 15", "AJ", "Lina M., Orthophonie", "Salle bleue", "Éric Petit", "Formation",
		"Rien de planifié", "page 60 sur 60")
}

func TestALongDayGoesOnOnTheNextPage(t *testing.T) {
	t.Parallel()
	week := paper.Agenda{Title: "Salle bleue"}
	child := paper.ChildWeek{FirstName: "Lina"}
	for i := range 80 {
		week.Entries = append(week.Entries, paper.Entry{Start: 480 + 5*i, End: 485 + 5*i, What: fmt.Sprintf("Personne-%d.", i)})
		child.Moments = append(child.Moments, paper.Moment{Start: 480 + 5*i, End: 485 + 5*i, What: fmt.Sprintf("Moment-%d.", i), Drawing: paper.Talk})
	}
	rooms, err := paper.Rooms(edition(paper.French), []paper.Agenda{week})
	if err != nil {
		t.Fatal(err)
	}
	children, err := paper.Children(edition(paper.French), []paper.ChildWeek{child})
	if err != nil {
		t.Fatal(err)
	}
	for word, content := range map[string][]byte{"Personne": rooms, "Moment": children} {
		pages := papertest.Pages(t, content)
		if len(pages) < 2 {
			t.Errorf("80 lines stand on %d page", len(pages))
		}
		for i := range 80 {
			wantTexts(t, strings.Join(pages, "\n"), fmt.Sprintf("%s-%d.", word, i))
		}
		wantTexts(t, pages[1], "lundi 23 novembre")
	}
}

func TestAListOfStaffAddsTheHoursUp(t *testing.T) {
	t.Parallel()
	content, err := paper.Staff(edition(paper.English), []paper.StaffList{{Place: "École Jean-Moulin", Address: "1 rue du Pont", People: []paper.StaffLine{{
		Name: "Zoé Lefèvre", Trade: "orthophoniste", Status: "employee, permanent", Presences: []paper.Gap{{From: 570, To: 615}, {From: 600 + 1440, To: 690 + 1440}},
	}}}})
	if err != nil {
		t.Fatal(err)
	}
	wantTexts(t, papertest.Pages(t, content)[0], "Our staff: École Jean-Moulin", "1 rue du Pont", "Zoé", "orthophoniste", "employee,", "Monday 9:30 – 10:15", "Tuesday 10:00 – 11:30",
		"2 h 15", "D.312-58", "Week 48, from Monday 23 November to Friday 27 November 2026")
}

// A drawing that is missing would leave a child without the only word it reads.
func TestEveryPictogramIsDrawn(t *testing.T) {
	t.Parallel()
	blank := 0
	for _, drawing := range append([]paper.Pictogram{"none"}, paper.Pictograms...) {
		content, err := paper.Children(edition(paper.French), []paper.ChildWeek{{FirstName: "Lina", Moments: []paper.Moment{{Start: 600, What: "Jeu", Drawing: drawing}}}})
		if err != nil {
			t.Fatal(err)
		}
		if drawing == "none" {
			blank = len(content)
		} else if len(content) <= blank {
			t.Errorf("%s draws nothing", drawing)
		}
	}
}

func TestAnOrdinaryWeekHasNoDatesAndADraftSaysSo(t *testing.T) {
	t.Parallel()
	ordinary := edition(paper.French)
	ordinary.Template, ordinary.Version, ordinary.Draft = "Année scolaire", 0, 3
	content, err := paper.People(ordinary, []paper.Agenda{{Title: "Zoé Lefèvre"}})
	if err != nil {
		t.Fatal(err)
	}
	page := papertest.Pages(t, content)[0]
	wantTexts(t, page, "Semaine type « Année scolaire »", "Brouillon 3, non publié", "mardi")
	if strings.Contains(page, "23") && strings.Count(page, "23") > 1 || strings.Contains(page, "24") {
		t.Errorf("an ordinary week has dates:\n%s", page)
	}
}
