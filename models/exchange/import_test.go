package exchange_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/exchange"
	"github.com/maillage-dime/maillage/models/sheets"
	"github.com/maillage-dime/maillage/models/storetest"
)

// emptyHouse founds a house with its modalities and nothing else.
func emptyHouse(t testing.TB, s *models.Store) models.Actor {
	t.Helper()
	records := &models.HouseRecords{Facility: models.Facility{Record: models.Record{ID: "house"}, Name: "DIME des Tilleuls", TimeZone: "Europe/Paris", SchoolZone: "A", Department: "43"}}
	for i, m := range [][2]string{{"MO", "Milieu ordinaire"}, {"AJ", "Accueil de jour"}, {"HE", "Hébergement"}} {
		records.Modalities = append(records.Modalities, models.CareModality{Record: models.Record{ID: "modality-" + m[0]}, Code: m[0], Name: m[1], Position: i})
	}
	if err := s.FoundHouse(context.Background(), models.SystemActor(""), records); err != nil {
		t.Fatal(err)
	}
	return models.SystemActor("house")
}

func start(t testing.TB, s *models.Store, actor models.Actor, content []byte) *exchange.Import {
	t.Helper()
	started, err := exchange.Start(context.Background(), s, actor, "maison.xlsx", content)
	if err != nil {
		t.Fatal(err)
	}
	return started
}

func house(t testing.TB, s *models.Store, actor models.Actor) *exchange.House {
	t.Helper()
	read, err := exchange.ReadHouse(context.Background(), s, actor)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

func TestAHouseIsImportedExportedAndTakenBack(t *testing.T) {
	t.Parallel()
	content := kept(t, goodFile, maison)
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		actor := emptyHouse(t, s)
		first := start(t, s, actor, content)
		if counts := first.Preview.Counts(); counts.Left()+counts.Changed > 0 {
			t.Fatalf("%+v\n%s", counts, findings(&first.Preview))
		}
		left := []exchange.UnreadSheet{{Name: "Notes de Sylvie", Why: exchange.UnreadUnknown, Headers: []string{"À faire avant la rentrée"}, Rows: 1, Likely: []string{}}}
		if diff := cmp.Diff(left, first.Preview.Unread); diff != "" {
			t.Error(diff)
		}
		if h := house(t, s, actor); len(h.Children) > 0 {
			t.Error("the preview has written something")
		}
		if _, err := exchange.Commit(t.Context(), s, actor, first.ID); err != nil {
			t.Fatal(err)
		}
		h := house(t, s, actor)
		if len(h.Children) != 45 || len(h.Professionals) != 30 || len(h.Needs) != 103 || len(h.Children[0].Periods) != 1 || len(h.Professionals[0].WorkingPattern) == 0 {
			t.Errorf("%d children, %d professionals, %d needs", len(h.Children), len(h.Professionals), len(h.Needs))
		}
		if _, err := exchange.Commit(t.Context(), s, actor, first.ID); models.CodeOf(err) != models.CodeConflict {
			t.Errorf("the same import again: %v", err)
		}
		checkNothingNew(t, start(t, s, actor, content))
		exported, err := exchange.Export(t.Context(), s, actor)
		if err != nil {
			t.Fatal(err)
		}
		checkNothingNew(t, start(t, s, actor, exported))
		if err := s.UndoImport(t.Context(), actor, first.ID); err != nil {
			t.Fatal(err)
		}
		if h := house(t, s, actor); len(h.Children)+len(h.Places)+len(h.Needs)+len(h.Partners)+len(h.Travel) > 0 {
			t.Error("something is left of an import that was taken back")
		}
		if err := s.UndoImport(t.Context(), actor, first.ID); models.CodeOf(err) != models.CodeConflict {
			t.Errorf("taken back twice: %v", err)
		}
		// What was archived holds none of its numbers, codes, names and pairs any more.
		second := start(t, s, actor, content)
		if _, err := exchange.Commit(t.Context(), s, actor, second.ID); err != nil {
			t.Fatalf("imported again after it was taken back: %v", err)
		}
		if counts := second.Preview.Counts(); counts != first.Preview.Counts() {
			t.Errorf("imported again as %+v", counts)
		}
	})
}

func checkNothingNew(t *testing.T, again *exchange.Import) {
	t.Helper()
	if counts := again.Preview.Counts(); counts.Accepted()+counts.Left() > 0 {
		t.Errorf("imported again: %+v\n%s", counts, findings(&again.Preview))
	}
}

func TestStaleImportsAreRefused(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		actor := emptyHouse(t, s)
		started := start(t, s, actor, []byte("Équipe;Code\nSoins;SOI\n"))
		if _, err := s.CreateTeam(t.Context(), actor, models.Team{Code: "X", Name: "Autre", Kind: models.TeamDedicated}); err != nil {
			t.Fatal(err)
		}
		if _, err := exchange.Commit(t.Context(), s, actor, started.ID); models.CodeOf(err) != models.CodeStale {
			t.Fatalf("the house moved on: %v", err)
		}
		again, err := exchange.Decide(t.Context(), s, actor, started.ID, exchange.Decisions{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := exchange.Commit(t.Context(), s, actor, again.ID); err != nil {
			t.Fatal(err)
		}
		team := house(t, s, actor).Teams[1]
		team.Name = "Soins et rééducation"
		if _, err := s.UpdateTeam(t.Context(), actor, team); err != nil {
			t.Fatal(err)
		}
		if err := s.UndoImport(t.Context(), actor, started.ID); models.CodeOf(err) != models.CodeConflict {
			t.Errorf("undone although a record was changed since: %v", err)
		}
	})
}

func TestMistakesAreRefusedWithTheirReasons(t *testing.T) {
	t.Parallel()
	s := storetest.SQLite(t)
	actor := emptyHouse(t, s)
	started := start(t, s, actor, kept(t, wrongFile, withMistakes))
	said := findings(&started.Preview)
	for _, want := range []string{
		"H/sem\u00a0: «\u00a017,75,\u00a0» n’est pas une durée.", "Équipe «\u00a0Internat\u00a0» inconnue. Vouliez-vous Hébergement\u202f?", "Prénom\u00a0: à remplir.",
		"C’est la même chose qu’à la ligne 5.", "«\u00a0né en mars\u00a0» n’est pas un nombre", "«\u00a0rééducateur\u00a0» n’est ni un métier ni une personne connue.",
		"«\u00a0matin\u00a0» n’est pas compris", "la fin vient avant le début",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("nothing says %q in\n%s", want, said)
		}
	}
	// What is given back can be mended and sent again: its columns are known, and the one of the reasons is left out.
	back, err := started.RefusedFile(exchange.French)
	if err != nil {
		t.Fatal(err)
	}
	if again := start(t, s, actor, back); again.Preview.Counts().Left() == 0 || len(again.Preview.Unread) > 0 {
		t.Errorf("given back and read again: %+v, unread %v", again.Preview.Counts(), again.Preview.Unread)
	}
	decisions := exchange.Decisions{Names: []exchange.NameDecision{{Kind: exchange.KindTeam, Name: "Internat", Is: "Hébergement"}}}
	decided, err := exchange.Decide(t.Context(), s, actor, started.ID, decisions)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(findings(&decided.Preview), "«\u00a0Internat") {
		t.Error("the decision about « Internat » is not heard")
	}
	decisions.Names[0] = exchange.NameDecision{Kind: exchange.KindTeam, Name: "Internat", Create: true}
	if decided, err = exchange.Decide(t.Context(), s, actor, started.ID, decisions); err != nil || strings.Contains(findings(&decided.Preview), "«\u00a0Internat") {
		t.Errorf("the team is not made: %v", err)
	}
	if _, err := exchange.Commit(t.Context(), s, actor, started.ID); err != nil {
		t.Fatal(err)
	}
	if teams := house(t, s, actor).Teams; len(teams) != 5 {
		t.Errorf("%d teams", len(teams))
	}
}

func TestNearlyTheSameIsAsked(t *testing.T) {
	t.Parallel()
	s := storetest.SQLite(t)
	actor := emptyHouse(t, s)
	file := "Nom;Prénom;Année de naissance\nGuéguen;Maëlle;2014\n"
	first := start(t, s, actor, []byte(file))
	if _, err := exchange.Commit(t.Context(), s, actor, first.ID); err != nil {
		t.Fatal(err)
	}
	for _, other := range []string{"GUEGUEN;Maelle;2014", "Maëlle;Guéguen;2014", "Guegen;Maëlle;2014"} {
		asked := start(t, s, actor, []byte("Nom;Prénom;Année de naissance\n"+other+"\n"))
		row := asked.Preview.Sheets[0].Rows[0]
		if row.State != exchange.Asked || len(row.Candidates) != 1 {
			t.Fatalf("%s is %s", other, row.State)
		}
		decide := func(choice string) exchange.State {
			decided, err := exchange.Decide(t.Context(), s, actor, asked.ID, exchange.Decisions{Rows: []exchange.RowDecision{{Row: 2, Choice: choice, Same: row.Candidates[0].ID}}})
			if err != nil {
				t.Fatal(err)
			}
			return decided.Preview.Sheets[0].Rows[0].State
		}
		for choice, want := range map[string]exchange.State{exchange.ChooseSame: exchange.Changed, exchange.ChooseNew: exchange.Created, exchange.ChooseSkip: exchange.Skipped} {
			if got := decide(choice); got != want {
				t.Errorf("%s, decided %s, is %s", other, choice, got)
			}
		}
	}
}

func TestDecisionsAboutColumnsAreRemembered(t *testing.T) {
	t.Parallel()
	s := storetest.SQLite(t)
	actor := emptyHouse(t, s)
	file := []byte("Patronyme;Prénom;Année de naissance\nDurand;Zoé;2014\n")
	started := start(t, s, actor, file)
	if state := started.Preview.Sheets[0].Rows[0].State; state != exchange.Refused {
		t.Fatalf("without a last name the row is %s", state)
	}
	decided, err := exchange.Decide(t.Context(), s, actor, started.ID, exchange.Decisions{Columns: map[string]map[string]string{"": {"Patronyme": "last_name"}}})
	if err != nil || decided.Preview.Sheets[0].Rows[0].State != exchange.Created {
		t.Fatalf("decided: %v, %+v", err, decided)
	}
	if _, err := exchange.Commit(t.Context(), s, actor, started.ID); err != nil {
		t.Fatal(err)
	}
	if again := start(t, s, actor, file); again.Preview.Sheets[0].Rows[0].State != exchange.Unchanged {
		t.Errorf("the next file with that header: %s", findings(&again.Preview))
	}
}

// A sheet with nothing but headers that any list may have is not taken for what it looks like most: somebody says what it is.
func TestCommonHeadersAreAskedAbout(t *testing.T) {
	t.Parallel()
	s := storetest.SQLite(t)
	actor := emptyHouse(t, s)
	for file, likely := range map[string]string{
		"Nom;Adresse\nPasteur;1 rue du Bourg\n": "places", "Nom;Type;Code\nPasteur;école;PAS\n": "places", "Nom;Prénom\nDurand;Zoé\n": "children",
	} {
		started := start(t, s, actor, []byte(file))
		if len(started.Preview.Sheets) > 0 || len(started.Preview.Unread) != 1 {
			t.Errorf("%q is taken for %+v", file, started.Preview.Sheets)
			continue
		}
		asked := started.Preview.Unread[0]
		if asked.Why != exchange.UnreadUnsure || asked.Rows != 1 || !slices.Contains(asked.Likely, likely) {
			t.Errorf("%q is asked about as %+v", file, asked)
		}
		for sheet, want := range map[string]int{"places": 1, "partners": 1, "": 0} {
			decided, err := exchange.Decide(t.Context(), s, actor, started.ID, exchange.Decisions{Sheets: map[string]string{"": sheet}})
			if err != nil {
				t.Fatal(err)
			}
			if read := decided.Preview.Sheets; len(read) != want || want == 1 && read[0].Sheet != sheet {
				t.Errorf("%q, said to be %q, is read as %+v", file, sheet, read)
			}
		}
	}
}

// Where no header at all is known, somebody says what the sheet is and then what its columns are; both are remembered.
func TestUnknownHeadersCanBeSaid(t *testing.T) {
	t.Parallel()
	s := storetest.SQLite(t)
	actor := emptyHouse(t, s)
	file := workbookOf(t, []page{{name: "Export", title: "Extraction du 3 mai", head: []string{"Bidule", "Machin"}, rows: [][]any{{"Soins", "SOI"}}}})
	started := start(t, s, actor, file)
	if unread := started.Preview.Unread; len(unread) != 1 || unread[0].Why != exchange.UnreadUnknown || len(unread[0].Headers) != 2 {
		t.Fatalf("unread is %+v", unread)
	}
	decided, err := exchange.Decide(t.Context(), s, actor, started.ID, exchange.Decisions{
		Sheets: map[string]string{"Export": "teams"}, Columns: map[string]map[string]string{"Export": {"Bidule": "name", "Machin": "code"}},
	})
	if err != nil || decided.Preview.Counts() != (exchange.Counts{Created: 1}) {
		t.Fatalf("decided: %v, %+v", err, decided.Preview.Counts())
	}
	if _, err := exchange.Commit(t.Context(), s, actor, started.ID); err != nil {
		t.Fatal(err)
	}
	if again := start(t, s, actor, file); again.Preview.Counts() != (exchange.Counts{Unchanged: 1}) {
		t.Errorf("the next file of that kind: %+v, unread %+v", again.Preview.Counts(), again.Preview.Unread)
	}
}

// The same list as a workbook and as text in several encodings gives the same rows.
func TestFiveEncodingsGiveTheSameRows(t *testing.T) {
	t.Parallel()
	text := "Nom;Prénom;Métier;Site;H/sem\r\nGuéguen;Maëlle;éducatrice spécialisée;Les Tilleuls;17,75\r\nL’Hôte;Zoé;ergothérapeute;Les Tilleuls;24h30\r\n"
	windows, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	workbook := workbookOf(t, []page{{name: "Personnel", head: []string{"Nom", "Prénom", "Métier", "Site", "H/sem"}, rows: [][]any{
		{"Guéguen", "Maëlle", "éducatrice spécialisée", "Les Tilleuls", 17.75}, {"L’Hôte", "Zoé", "ergothérapeute", "Les Tilleuls", "24h30"},
	}}})
	var want []exchange.Row
	for name, content := range map[string]string{
		"UTF-8": text, "UTF-8 with its mark": "\uFEFF" + text, "Windows-1252": windows, "tabs": strings.ReplaceAll(text, ";", "\t"),
		"commas": strings.ReplaceAll(strings.ReplaceAll(text, "17,75", `"17,75"`), ";", ","), "Excel": string(workbook),
	} {
		book, err := sheets.Read([]byte(content))
		if err != nil {
			t.Fatal(name, err)
		}
		preview, err := exchange.Look(&exchange.House{Places: []models.Place{{Record: models.Record{ID: "p"}, Name: "Les Tilleuls", Kind: models.PlaceSite}}}, book, exchange.Mappings{}, nil)
		if err != nil {
			t.Fatal(name, err)
		}
		rows := preview.Sheets[0].Rows
		if want == nil {
			want = rows
		}
		if diff := cmp.Diff(want, rows); diff != "" || rows[0].State != exchange.Created {
			t.Errorf("%s: %s\n%s", name, diff, findings(preview))
		}
		if after := exchange.HouseAfter(preview).Professionals; len(after) != 2 || after[0].Contracts[0].Minutes != 1065 || after[1].Contracts[0].Minutes != 1470 {
			t.Errorf("%s: %+v", name, after)
		}
	}
}

// TestEveryColumnIsWhole: sheets are described, and headers mean one column only.
func TestEveryColumnIsWhole(t *testing.T) {
	t.Parallel()
	for _, sheet := range exchange.Sheets() {
		if sheet.Title == "" || sheet.English == "" || sheet.Help == "" {
			t.Errorf("sheet %s is not described", sheet.ID)
		}
		titles := map[string]string{}
		for _, column := range exchange.ColumnsOf(sheet.ID) {
			if column.Title == "" || column.English == "" || column.ReadOnly {
				continue
			}
			if other := titles[sheets.Fold(column.Title)]; other != "" {
				t.Errorf("%s: %s and %s have one title", sheet.ID, other, column.ID)
			}
			titles[sheets.Fold(column.Title)] = column.ID
		}
	}
}

// bigHouse is a file of 300 children, 220 professionals and 3,000 needs.
func bigHouse() []page {
	pages := []page{
		{name: "Lieux", head: []string{"Nom", "Type"}, rows: [][]any{{"Les Tilleuls", "site"}}},
		{name: "Professionnels", head: []string{"Nom", "Prénom", "Métier", "Site", "Heures par semaine"}},
		{name: "Enfants", head: []string{"N° interne", "Nom", "Prénom", "Année de naissance", "Référent", "Modalité", "Depuis le", "Heures par semaine"}},
		{name: "Besoins", head: []string{"Enfant", "Libellé", "Durée", "Fois", "Avec qui", "Lieux", "Créneaux possibles", "Créneaux souhaités", "Priorité", "À partir du"}},
	}
	for i := range 220 {
		pages[1].rows = append(pages[1].rows, []any{fmt.Sprintf("%s %d", lastNames[i%30], i), firstNames[i%29], jobs[i%10], "Les Tilleuls", 35})
	}
	for i := range 300 {
		pages[2].rows = append(pages[2].rows, []any{fmt.Sprintf("N%d", i), fmt.Sprintf("%s %d", lastNames[i%30], i), firstNames[i%29], 2014, fmt.Sprintf("%s %d %s", lastNames[i%22], i%220/22*22+i%22, ""), "Accueil de jour", date(2025, 9, 1), 12})
		pages[2].rows[i][4] = fmt.Sprintf("%v %v", pages[1].rows[i%220][0], pages[1].rows[i%220][1])
		for n := range 10 {
			pages[3].rows = append(pages[3].rows, []any{fmt.Sprintf("N%d", i), fmt.Sprintf("besoin %d", n), "45 min", 1, "éducateur spécialisé ou moniteur-éducateur", "Les Tilleuls", "lun-ven 9h-12h, 13h30-16h30", "mar 9h-12h", 50, date(2026, 9, 1)})
		}
	}
	return pages
}

// BenchmarkPreview looks at the large file: into an empty house, and into one that already has all of it.
func BenchmarkPreview(b *testing.B) {
	content := workbookOf(b, bigHouse())
	s := storetest.SQLite(b)
	actor := emptyHouse(b, s)
	b.Run("empty house", func(b *testing.B) {
		for b.Loop() {
			if counts := start(b, s, actor, content).Preview.Counts(); counts.Left() > 0 {
				b.Fatalf("%+v", counts)
			}
		}
	})
	first := start(b, s, actor, content)
	b.Run("commit", func(b *testing.B) {
		for range min(b.N, 1) {
			if _, err := exchange.Commit(context.Background(), s, actor, first.ID); err != nil && models.CodeOf(err) != models.CodeConflict {
				b.Fatal(err)
			}
		}
	})
	b.Run("full house", func(b *testing.B) {
		for b.Loop() {
			if counts := start(b, s, actor, content).Preview.Counts(); counts.Unchanged != 3521 {
				b.Fatalf("%+v", counts)
			}
		}
	})
}
