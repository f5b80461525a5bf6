package handlers

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/handlers/paper"
	"github.com/maillage-dime/maillage/handlers/paper/papertest"
	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
)

// sheet takes a sheet of the published week and returns its text.
func (b *browser) sheet(path string) string {
	b.t.Helper()
	return strings.Join(papertest.Pages(b.t, b.paperOf(path, pdfType)), "\n")
}

func (b *browser) paperOf(path, contentType string) []byte {
	b.t.Helper()
	answer := b.ask(http.MethodGet, path, "")
	if answer.StatusCode != http.StatusOK || answer.Header.Get("Content-Type") != contentType || answer.Header.Get("Cache-Control") != "no-store" {
		b.t.Fatalf("%s answers %d %v %s", path, answer.StatusCode, answer.Header, answer.body)
	}
	if named := answer.Header.Get("Content-Disposition"); !strings.HasPrefix(named, `attachment; filename="planning-`+testWeek) {
		b.t.Errorf("the file is named %s", named)
	}
	return answer.body
}

func publishedRota(b *browser) string {
	return "/api/rotas/" + fetch[weekJSON](b, "/api/weeks/"+testWeek).Published.ID
}

// Paper shows nobody more than the screen: a sheet holds the names its reader may see.
func TestSheetsNameWhomTheirReaderMaySee(t *testing.T) {
	t.Parallel()
	w, _ := published(t)
	for name, sees := range map[string]bool{"chief": true, "coordinator": true, "zoe": true, "eric": false, "reader": false} {
		reader := w.as(name)
		path := publishedRota(reader) + "/sheets/"
		for _, sheet := range []string{"team", "person", "child"} {
			text := reader.sheet(path + sheet)
			if strings.Contains(text, "Lina") != sees {
				t.Errorf("the sheet %q of %s names Lina: %v, want %v\n%s", sheet, name, !sees, sees, text)
			}
		}
		if told := strings.Contains(reader.sheet(path+"school"), "salarié"); told != sees { // of the contract of Zoé, who is told of her own
			t.Errorf("%s is told of contracts: %v, want %v", name, told, sees)
		}
		if !sees {
			w.wantProblem(reader.ask(http.MethodGet, path+"child?of=lina", ""), http.StatusNotFound, "not_found")
		}
	}
}

func TestADoorNamesNoChildAndAChildsSheetNoFamilyName(t *testing.T) {
	t.Parallel()
	w, _ := published(t)
	chief := w.as("chief")
	path := publishedRota(chief) + "/sheets/"
	view, err := w.store.ReadRota(t.Context(), models.SystemActor("here"), fetch[weekJSON](chief, "/api/weeks/"+testWeek).Published.ID)
	if err != nil {
		t.Fatal(err)
	}
	for i := range view.Occurrences {
		view.Occurrences[i].RoomID = new("blue")
	}
	content, err := w.api.printer(caller{zone: time.UTC}, view, paper.French).rooms("")
	if err != nil {
		t.Fatal(err)
	}
	door := strings.Join(papertest.Pages(t, content), "\n")
	if !strings.Contains(door, "Salle bleue") || !strings.Contains(door, "10 h – 10 h 45") || !strings.Contains(door, "Zoé Durand") || !strings.Contains(door, "Les Tilleuls") || strings.Contains(door, "Lina") || strings.Contains(door, "Omar") {
		t.Errorf("on the door stands\n%s", door)
	}
	child := chief.sheet(path + "child?of=lina")
	if !strings.Contains(child, "Lina") || strings.Contains(child, "Martin") || strings.Contains(child, "Durand") || !strings.Contains(child, "Zoé") {
		t.Errorf("the child reads\n%s", child)
	}
	if english := chief.sheet(path + "child?of=lina&language=en"); !strings.Contains(english, "My week") || !strings.Contains(english, "Monday") {
		t.Errorf("in English it reads\n%s", english)
	}
	for _, sheet := range []string{"team", "person", "child", "room", "school"} {
		w.wantProblem(chief.ask(http.MethodGet, path+sheet+"?of=nobody", ""), http.StatusNotFound, "not_found")
	}
	w.wantProblem(chief.ask(http.MethodGet, path+"poster", ""), http.StatusUnprocessableEntity, "invalid")
}

func TestSchoolsGetTheListOfOurStaff(t *testing.T) {
	t.Parallel()
	w, _ := published(t)
	list := w.as("chief").sheet(publishedRota(w.as("chief")) + "/sheets/school")
	for _, text := range []string{"Nos intervenants : École Jean-Moulin", "Zoé Durand", "salarié, CDI", "D.312-58", "45 min"} {
		if !strings.Contains(list, text) {
			t.Errorf("%q is not on the list\n%s", text, list)
		}
	}
	if strings.Contains(list, "Omar") {
		t.Errorf("a school's list names a child\n%s", list)
	}
}

func TestWhoeverTakesPaperAwayIsInTheTrail(t *testing.T) {
	t.Parallel()
	w, _ := published(t)
	zoe := w.as("zoe")
	id := fetch[weekJSON](zoe, "/api/weeks/"+testWeek).Published.ID
	mine := zoe.sheet("/api/my/weeks/" + testWeek + "/sheet")
	if !strings.Contains(mine, "Zoé Durand") || strings.Contains(mine, "Éric Petit\n") {
		t.Errorf("her own week is\n%s", mine)
	}
	zoe.paperOf("/api/rotas/"+id+"/workbook", workbookType)
	trail, err := w.store.AuditTrail(t.Context(), models.Actor{AccountID: "account-admin", FacilityID: "here", Role: models.RoleAdministrator}, models.ResourceRota, id)
	if err != nil {
		t.Fatal(err)
	}
	var taken []string
	for _, entry := range trail {
		if entry.Action == string(models.AuditPrint) {
			taken = append(taken, entry.AccountID+" "+entry.Detail)
		}
	}
	if !slices.Equal(taken, []string{"account-zoe workbook", "account-zoe person"}) {
		t.Errorf("the trail tells of %q", taken)
	}
	w.wantProblem(w.as("reader").ask(http.MethodGet, "/api/my/weeks/"+testWeek+"/sheet", ""), http.StatusForbidden, "forbidden")
	w.wantProblem(zoe.ask(http.MethodGet, "/api/my/weeks/2026-W40/sheet", ""), http.StatusNotFound, "not_found")
}

func TestTheWorkbookHoldsWhatTheScreenShows(t *testing.T) {
	t.Parallel()
	w, _ := published(t)
	chief := w.as("chief")
	book, err := sheets.Read(chief.paperOf(publishedRota(chief)+"/workbook?team=team", workbookType))
	if err != nil {
		t.Fatal(err)
	}
	rota := fetch[rotaJSON](chief, publishedRota(chief))
	if len(book.Sheets) != 3 || book.Sheets[0].Name != "Rendez-vous" || len(book.Sheets[0].Rows) != len(rota.Occurrences)+1 {
		t.Fatalf("the workbook is %+v", book)
	}
	first := book.Sheets[0].Rows[1]
	day, _ := first.At(0).Day()
	earliest := slices.MinFunc(rota.Occurrences, func(one, other occurrenceJSON) int { return one.Start - other.Start }).Start
	if from, _ := first.At(1).Clock(); day != "2026-11-23" || from != earliest%minutesOfDay || first.At(8).Text != "Zoé\u00a0Durand" {
		t.Errorf("its first line is %+v", first)
	}
	if people := book.Sheets[1].Rows; len(people) != 3 || !strings.Contains(people[1].At(1).Text+people[2].At(1).Text, "Lina\u00a0M.") {
		t.Errorf("its week is %+v", people)
	}
	if waiting := book.Sheets[2].Rows; len(waiting) < 2 {
		t.Errorf("what is to plan is %+v, with %d unplanned on the screen", waiting, len(rota.Unplanned))
	}
	w.wantProblem(chief.ask(http.MethodGet, publishedRota(chief)+"/workbook?team=nobody", ""), http.StatusNotFound, "not_found")
}
