package exchange_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

var update = flag.Bool("update", false, "write the files of testdata anew")

// The invented house of testdata: 45 children and 30 staff, as its secretary keeps them. maison-45-enfants.xlsx is right from end to end;
// maison-45-fautes.xlsx has the mistakes people make.
const (
	goodFile  = "testdata/maison-45-enfants.xlsx"
	wrongFile = "testdata/maison-45-fautes.xlsx"
)

// page is a sheet as somebody types it: lines above the header, the header, rows.
type page struct {
	name  string
	title string
	head  []string
	rows  [][]any
}

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

var (
	lastNames = []string{
		"Abadie", "Bonnefoy", "Charpentier", "Delorme", "Escoffier", "Faucher", "Gauthier", "Hernandez", "Imbert", "Jourdain", "Kowalski", "Lefèvre", "Marchand",
		"Nogueira", "Ollivier", "Pasquier", "Quintin", "Roussel", "Sauvage", "Tessier", "Ursule", "Valette", "Wagner", "Xavier", "Yildiz", "Zimmermann", "Benali",
		"Cissé", "Diallo", "El Amrani",
	}
	firstNames = []string{
		"Léa", "Hugo", "Inès", "Nathan", "Chloé", "Yanis", "Manon", "Enzo", "Jade", "Lucas", "Louise", "Adam", "Emma", "Gabriel", "Zoé", "Raphaël", "Alice", "Noah",
		"Camille", "Ethan", "Juliette", "Sacha", "Margaux", "Tiago", "Anaïs", "Maël", "Nora", "Basile", "Élise", "Oumar",
	}
	staffNames  = []string{"Arnaud", "Berthier", "Cazeneuve", "Dubreuil", "Estève", "Fontanel", "Granger", "Hamelin", "Isnard", "Jacquet"}
	staffFirsts = []string{"Sylvie", "Patrick", "Nathalie"}
	jobs        = []string{
		"Éducatrice spécialisée", "Moniteur-éducateur", "AES", "Psychologue", "Orthophoniste", "Psychomotricienne", "Ergothérapeute", "Infirmière",
		"Éducateur spécialisé", "ME",
	}
	schools = []string{"École Pasteur", "École du Bourg", "École Jean-Zay", "Collège Camus", "Collège des Tilleuls", "Lycée Jean-Moulin"}
)

// atTheMeals are who eats with the children: their own break is later.
var atTheMeals = []int{1, 2, 11, 12}

func staff(i int) (last, first string) { return staffNames[i%10], staffFirsts[i/10] }

func staffName(i int) string {
	last, first := staff(i)
	return last + " " + first
}

func kid(i int) (last, first string) { return lastNames[i%30], firstNames[(i*7+i/30)%30] }

func kidName(i int) string {
	last, first := kid(i)
	return last + " " + first
}

func maison() []page {
	places := page{name: "Lieux", title: "DIME des Tilleuls : nos lieux", head: []string{"Nom du lieu", "Type", "Code", "Adresse", "Commune", "Lat", "Long"}, rows: [][]any{
		{"Les Tilleuls", "Site", "TIL", "3, rue des Écoles, 43000 Le Puy-en-Velay", "Ville", 45.0433, 3.8852},
		{"La Grange", "site", "GRA", "Route de Brioude, 43230 Paulhaguet", "Campagne", 45.2089, 3.5139},
	}}
	for i, school := range schools {
		places.rows = append(places.rows, []any{school, strings.Fields(school)[0], fmt.Sprintf("EC%d", i+1), "", []string{"Ville", "Campagne"}[i%2], 45.02 + float64(i)/50, 3.6 + float64(i)/20})
	}
	rooms := page{name: "Salles", head: []string{"Site", "Salle", "Capacité", "Équipement", "PMR"}, rows: [][]any{
		{"Les Tilleuls", "Salle bleue", 12, "écran", "x"},
		{"Les Tilleuls", "Salle de psychomotricité", 6, "tapis / espaliers", "oui"},
		{"Les Tilleuls", "Bureau 1", 3, "", ""},
		{"La Grange", "Grande salle", "20", "", "x"},
	}}
	teams := page{name: "Equipes", head: []string{"Équipe", "Sigle", "Type", "Modalités"}, rows: [][]any{
		{"Milieu ordinaire", "MO", "dédiée", "Milieu ordinaire"},
		{"Accueil de jour", "AJ", "Dédiée", "Accueil de jour"},
		{"Hébergement", "HEB", "dédiée", "Hébergement"},
		{"Transversale", "TRA", "Transversale", ""},
	}}
	people := page{name: "Personnel", title: "Liste du personnel au 01/09/2026", head: []string{"Nom", "Prénom", "Fonction", "Équipe", "Site", "H/sem", "Convention collective", "CDI/CDD"}}
	work := page{name: "Horaires", head: []string{"Nom", "Prénom", "Semaine", "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi"}}
	for i := range 30 {
		last, first := staff(i)
		job := i % len(jobs)
		team := []string{"Milieu ordinaire", "Accueil de jour", "Hébergement"}[i%3]
		if job >= 3 && job <= 7 {
			team = "Transversale"
		}
		weekly := any(35)
		if i%4 == 3 {
			weekly = []any{"17,5", "24h30", 28.0, "17:30"}[(i/4)%4]
		}
		people.rows = append(people.rows, []any{strings.ToUpper(last[:1]) + last[1:], first, jobs[job], team, []string{"Les Tilleuls", "La Grange"}[i/20], weekly, "CCN66", "CDI"})
		morning, afternoon := "8h30-12h30", "13h30-16h30"
		if i%5 == 4 {
			work.rows = append(work.rows, []any{last, first, "A", morning + " " + afternoon, morning + " / " + afternoon, "", morning, "9h à 12h"},
				[]any{last, first, "B", "", morning, morning + " " + afternoon, morning + "\n" + afternoon, "repos"})
			continue
		}
		day := morning + ", " + afternoon
		if slices.Contains(atTheMeals, i) {
			work.rows = append(work.rows, []any{last, first, "", "9h-13h30 / 14h-16h30", "9h-13h30, 14h-16h30", "9h-13h30", "9h - 13h30, 14h - 16h30", "9h-13h30, 14h-16h30"})
			continue
		}
		work.rows = append(work.rows, []any{last, first, "", day, day, "8h30 - 12h30", day, day})
	}
	return append([]page{places, rooms, teams, people, work}, maisonChildren()...)
}

func maisonChildren() []page {
	children := page{name: "Enfants", title: "File active", head: []string{"N°", "Nom", "Prénom", "Date de naissance", "Secteur", "École", "Référent", "Modalité", "Date d'entrée", "H/sem", "Remarque de la secrétaire"}}
	presence := page{name: "Disponibilités", head: []string{"Enfant", "Lieu", "Semaine", "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi"}}
	needs := page{name: "Besoins", head: []string{"Enfant", "Besoin", "Durée", "Fois par semaine", "Métier", "Lieu"}}
	for i := range 45 {
		last, first := kid(i)
		modality := []string{"Milieu ordinaire", "Accueil de jour", "Hébergement"}[i%3]
		school := schools[i%len(schools)]
		children.rows = append(children.rows, []any{
			fmt.Sprintf("%03d", i+1), last, first, date(2010+i%9, time.Month(1+i%12), 1+i%28), []string{"Ville", "Campagne"}[i%2], school, staffName([]int{0, 1, 2, 8, 9, 10, 11, 12}[i%8]),
			modality, date(2025, time.September, 1), []any{4, "12h", 30.0}[i%3], []any{"", "vu avec la famille"}[i%2],
		})
		day := "9h-12h, 13h30-16h"
		if i%3 == 0 {
			presence.rows = append(presence.rows, []any{kidName(i), school, "", day, day, "", day, day}, []any{kidName(i), "Les Tilleuls", "", "", "", "9h-12h, 13h30-16h30", "", ""})
		} else {
			presence.rows = append(presence.rows, []any{kidName(i), "Les Tilleuls", "", day, day, "9h-12h", day, day})
		}
		needs.rows = append(needs.rows,
			[]any{kidName(i), "orthophonie", []any{45, "45 min", "0h45"}[i%3], 1, "orthophoniste", ""},
			[]any{kidName(i), "accompagnement éducatif", "1h", []any{2, "2"}[i%2], "éducateur spécialisé ou moniteur-éducateur", ""})
		if i%4 == 0 {
			needs.rows = append(needs.rows, []any{kidName(i), "psychomotricité", "1 h", 1, "psychomotricien", "Les Tilleuls"})
		}
	}
	groups := page{name: "Groupes", head: []string{"Groupe", "Enfants"}, rows: [][]any{
		{"Groupe contes", kidName(1) + ", " + kidName(4) + ", " + kidName(7)}, {"Groupe piscine", kidName(2) + "\n" + kidName(5) + "\n" + kidName(8)},
	}}
	needs.head = append(needs.head, "Groupe")
	needs.rows = append(needs.rows, []any{"", "contes", "1h", 1, "psychologue", "Les Tilleuls", "Groupe contes"})
	return []page{
		children, presence, needs, groups,
		{name: "Réunions", head: []string{"Intitulé", "Durée", "Participants", "Créneaux"}, rows: [][]any{
			{"Réunion d’équipe milieu ordinaire", "1h30", staffName(0) + " ; " + staffName(3) + " ; " + staffName(4), "jeu 9h-12h"},
			{"Analyse de la pratique", "2h", "2 éducateur spécialisé ; psychologue", "mar A 14h-16h30"},
		}},
		{name: "Permanences", head: []string{"Libellé", "Type", "Durée", "Fois", "Qui", "Lieu", "Créneaux", "Écart"}, rows: [][]any{
			{"Repas de midi", "repas", "1h", 5, "2 éducateur spécialisé ou moniteur-éducateur ou AES", "Les Tilleuls", "lun-ven 12h-13h30", 1},
		}},
		{name: "Absences", head: []string{"Professionnel", "Du", "Au", "Motif"}, rows: [][]any{
			{staffName(5), date(2026, time.November, 23), date(2026, time.November, 27), "CP"}, {staffName(13), "24/11/2026", "24/11/2026", "formation"},
		}},
		{name: "Partenaires", head: []string{"Organisme", "Type", "Contact", "Fonction", "Mail", "Tél"}, rows: [][]any{
			{"École Pasteur", "école", "Mme Roche", "directrice", "ecole.pasteur@example.org", "04 71 00 00 01"},
			{"École Pasteur", "école", "M. Vidal", "enseignant référent", "", "04 71 00 00 02"},
			{"MDPH 43", "MDPH", "", "", "", ""},
		}},
		{name: "Fermetures", head: []string{"Date", "Motif"}, rows: [][]any{{date(2027, time.May, 7), "Pont de l’Ascension"}}},
		{name: "Trajets", head: []string{"De", "Vers", "Durée"}, rows: [][]any{{"Les Tilleuls", "La Grange", 35}, {"La Grange", "Les Tilleuls", "35 min"}}},
		{name: "Notes de Sylvie", head: []string{"À faire avant la rentrée"}, rows: [][]any{{"Commander du café"}}},
	}
}

// withMistakes returns the pages as they come when nobody has read them again.
func withMistakes() []page {
	pages := maison()
	at := func(name string) *page {
		return &pages[slices.IndexFunc(pages, func(p page) bool { return p.name == name })]
	}
	people := at("Personnel")
	people.rows[3][5] = "17,75,"
	people.rows[6][3] = "Internat"
	people.rows[9][1] = ""
	people.rows = append(people.rows, []any{"BERTHIER", "Sylvie", "ME", "Accueil de jour", "Les Tilleuls", 35, "CCN66", "CDI"})
	at("Enfants").rows[4][3] = "né en mars"
	at("Besoins").rows[2][4] = "rééducateur"
	at("Horaires").rows[1][3] = "le matin"
	at("Absences").rows[0][2] = "22/11/2026"
	return pages
}

func workbookOf(t testing.TB, pages []page) []byte {
	t.Helper()
	file := excelize.NewFile()
	defer file.Close()
	day := "dd/mm/yyyy"
	dayStyle, err := file.NewStyle(&excelize.Style{CustomNumFmt: &day})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		if _, err := file.NewSheet(p.name); err != nil {
			t.Fatal(err)
		}
		line := 1
		write := func(row []any) {
			for i, value := range row {
				cell, _ := excelize.CoordinatesToCellName(i+1, line)
				if err := file.SetCellValue(p.name, cell, value); err != nil {
					t.Fatal(err)
				}
				if _, isDay := value.(time.Time); isDay {
					if err := file.SetCellStyle(p.name, cell, cell, dayStyle); err != nil {
						t.Fatal(err)
					}
				}
			}
			line++
		}
		if p.title != "" {
			write([]any{p.title})
			if err := file.MergeCell(p.name, "A1", "E1"); err != nil {
				t.Fatal(err)
			}
			line++
		}
		head := make([]any, len(p.head))
		for i := range p.head {
			head[i] = p.head[i]
		}
		write(head)
		for _, row := range p.rows {
			write(row)
		}
	}
	if err := file.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	var content bytes.Buffer
	if err := file.Write(&content); err != nil {
		t.Fatal(err)
	}
	return content.Bytes()
}

// kept returns a file of testdata, written anew with -update.
func kept(t testing.TB, path string, pages func() []page) []byte {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, workbookOf(t, pages()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
