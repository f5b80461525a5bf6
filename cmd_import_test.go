package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/maillage-dime/maillage/models/exchange"
	"github.com/maillage-dime/maillage/models/sheets"
)

// The invented house whose secretary keeps these workbooks, right and with mistakes: see the tests of models/exchange.
const (
	houseFile      = "models/exchange/testdata/maison-45-enfants.xlsx"
	wrongHouseFile = "models/exchange/testdata/maison-45-fautes.xlsx"
)

// newHouse founds a house with nothing in it and returns the flag that names its database.
func newHouse(t *testing.T) string {
	t.Helper()
	db := "--db=sqlite:" + filepath.Join(t.TempDir(), "new.db")
	maillage(t, "facility", "add", db, "DIME des Tilleuls", "--department=43", "--school-zone=A").succeed(t)
	return db
}

// wantNo fails the test unless a command answered no, and with these words.
func (a answered) wantNo(t *testing.T, words ...string) answered {
	t.Helper()
	if a.code != exitNo || a.stderr != "" {
		t.Errorf("exit code %d, standard error %.300q", a.code, a.stderr)
	}
	for _, word := range words {
		if !strings.Contains(a.stdout, word) {
			t.Errorf("the report does not say %q:\n%s", word, a.stdout)
		}
	}
	return a
}

func TestImportSaysWhatItWouldDoAndDoesIt(t *testing.T) {
	t.Parallel()
	db := newHouse(t)
	file := written(t, "equipes.csv", "Équipe;Sigle\nSoins;SOI\nNuit;NUI\n")
	for _, want := range []struct {
		said  string
		flags []string
	}{
		{": 2 à créer, 0 à modifier, 0 inchangée, 0 refusée ; rien n'est enregistré.", []string{"--dry-run"}},
		{": 2 créées, 0 modifiée, 0 inchangée, 0 refusée ; importé.", nil},
		{": 0 à créer, 0 à modifier, 2 inchangées, 0 refusée ; rien n'est enregistré.", nil},
	} {
		said := maillage(t, append([]string{"import", file, db}, want.flags...)...).succeed(t).stdout
		if !strings.Contains(said, want.said) {
			t.Errorf("%v: the report does not say %q:\n%s", want.flags, want.said, said)
		}
	}
	one := written(t, "equipe.csv", "Équipe;Sigle\nSoins et éveil;SOI\nJour;JOU\nÉcole;JOU\n")
	maillage(t, "import", one, db).wantNo(t, ": 1 créée, 1 modifiée, 0 inchangée, 1 refusée ; importé.", "  ligne 4 : C’est la même chose qu’à la ligne 3.")
	maillage(t, "import", written(t, "equipe.csv", "Équipe;Sigle\nSOINS ET EVEIL;\n"), db).wantNo(t, "1 à vérifier", "Est-ce «\u00a0Soins et éveil\u00a0»")
}

func TestImportReportsAsJSONAndGivesRefusedRowsBack(t *testing.T) {
	t.Parallel()
	db := newHouse(t)
	back := filepath.Join(t.TempDir(), "refus.xlsx")
	answer := maillage(t, "import", wrongHouseFile, db, "--json", "--refused", back)
	report := decoded[importReport](t, answer.wantNo(t))
	if !report.Imported || report.Counts.Created == 0 || report.Counts.Refused == 0 || len(report.Unread) != 1 || report.Unread[0].Why != exchange.UnreadUnknown {
		t.Errorf("%+v", report)
	}
	reasons := 0
	for _, sheet := range report.Sheets {
		reasons += len(sheet.Refused)
	}
	if reasons != report.Counts.Left() {
		t.Errorf("%d rows are refused with %d reasons", report.Counts.Left(), reasons)
	}
	content, err := os.ReadFile(back)
	if err != nil {
		t.Fatal(err)
	}
	book, err := sheets.Read(content)
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, sheet := range book.Sheets {
		rows += len(sheet.Rows) - 1
	}
	if rows != reasons {
		t.Errorf("%d of %d refused rows are given back", rows, reasons)
	}
}

func TestImportRefusesWhatItCannotRead(t *testing.T) {
	t.Parallel()
	db := newHouse(t)
	whole, err := os.ReadFile(houseFile)
	if err != nil {
		t.Fatal(err)
	}
	for content, sentence := range map[string]string{
		"%PDF-1.7": "est un PDF", "": "est vide", string(whole[:len(whole)/2]): "est incomplet", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1": "ancien format d’Excel",
		"Chère collègue,\nvoici la liste.\n": "Aucune colonne",
	} {
		maillage(t, "import", written(t, "liste.xlsx", content), db).refuse(t, "liste.xlsx", sentence)
	}
	maillage(t, "import", filepath.Join(t.TempDir(), "nowhere.xlsx"), db).refuse(t, "nowhere.xlsx")
}

// A file whose headers do not say what it holds is not guessed at: --sheet says it.
func TestImportAsksWhatAFileHolds(t *testing.T) {
	t.Parallel()
	db := newHouse(t)
	file := written(t, "liste.csv", "Nom;Adresse\nÉcole Pasteur;1 rue du Bourg\n")
	maillage(t, "import", file, db).refuse(t, "--sheet", "--sheet=Lieux")
	maillage(t, "import", file, db, "--sheet=Lyeux").refuse(t, "Lyeux", "Lieux, Salles")
	maillage(t, "import", houseFile, db, "--sheet=Lieux").refuse(t, "--sheet", "16 sheets")
	if said := maillage(t, "import", file, db, "--sheet=lieux").succeed(t).stdout; !strings.Contains(said, "1 créée, 0 modifiée") {
		t.Errorf("%s", said)
	}
}

// The house goes out as a workbook, the model and CSV files, and what comes back changes nothing.
func TestExportsComeBack(t *testing.T) {
	t.Parallel()
	db, folder := newHouse(t), t.TempDir()
	maillage(t, "import", houseFile, db).succeed(t)
	at := func(name string) string { return filepath.Join(folder, name) }
	maillage(t, "export", "workbook", at("tout.xlsx"), db).succeed(t)
	maillage(t, "export", "model", at("modele.xlsx"), db).succeed(t)
	files := []string{at("tout.xlsx"), at("modele.xlsx")}
	for _, sheet := range exchange.Sheets() {
		files = append(files, at(sheet.ID+".csv"))
		maillage(t, "export", "csv", sheet.Title, at(sheet.ID+".csv"), db).succeed(t)
	}
	maillage(t, "export", "csv", "Nuages", at("x.csv"), db).refuse(t, "Nuages", "Lieux")
	for _, file := range files {
		report := decoded[importReport](t, maillage(t, "import", file, db, "--json").succeed(t))
		if report.Imported || report.Counts.Accepted() > 0 || file != at("modele.xlsx") && report.Counts.Unchanged == 0 {
			t.Errorf("%s comes back as %+v", filepath.Base(file), report.Counts)
		}
	}
}

// leastPlanned is the part of the guide's house that one proposal plans, in percent.
const leastPlanned = 99

// The guide's house can be planned as its secretary wrote it, meals at noon included.
func TestTheHouseOfTheGuideIsPlanned(t *testing.T) {
	t.Parallel()
	db := newHouse(t)
	maillage(t, "import", houseFile, db).succeed(t)
	for _, week := range []string{"2026-W42", "2026-W45"} { // an A and a B week without holidays or absences
		problem := written(t, "problem.json", maillage(t, "export", "problem", db, "--week="+week).succeed(t).stdout)
		plan := planOf(t, maillage(t, "solve", problem, "--steps=2000").succeed(t).stdout)
		planned, left := len(plan.Occurrences), len(plan.Unplanned)
		if planned < 190 || planned*100 < leastPlanned*(planned+left) {
			t.Errorf("%s: %d planned, %d left", week, planned, left)
		}
	}
}
