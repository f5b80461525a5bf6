package handlers

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/maillage-dime/maillage/models/sheets"
)

const teamsFile = "Équipe;Sigle;Type\nSoins;SOI;transversale\nNuit;NUI;lunaire\n"

func (b *browser) sendFile(content string, headers ...string) reply {
	b.t.Helper()
	return b.ask(http.MethodPost, "/api/imports", content, append(headers, "Content-Type", "application/octet-stream", "X-File-Name", "%C3%A9quipes.csv")...)
}

func TestAFileIsReadImportedAndTakenBack(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	admin := w.as("admin")
	read := decoded[importJSON](admin, admin.sendFile(teamsFile), http.StatusCreated)
	if read.FileName != "équipes.csv" || read.Counts.Created != 1 || read.Counts.Refused != 1 {
		t.Fatalf("read as %+v", read)
	}
	at := "/api/imports/" + read.ID
	rows := decoded[importRowsJSON](admin, admin.ask(http.MethodGet, at+"/rows?limit=1", "", "Accept-Language", "en"), http.StatusOK)
	if rows.Total != 2 || len(rows.Rows) != 1 || rows.Rows[0].Number != 3 || !strings.Contains(rows.Rows[0].Findings[0].Text, "“lunaire” is not known") {
		t.Errorf("the first row is %+v", rows)
	}
	if refused := admin.ask(http.MethodGet, at+"/refused.xlsx", ""); refused.Header.Get("Content-Type") != workbookType {
		t.Errorf("the refused rows come as %s", refused.Header.Get("Content-Type"))
	} else if book, err := sheets.Read(refused.body); err != nil || len(book.Sheets[0].Rows) != 2 {
		t.Errorf("the refused rows are %v, %v", book, err)
	}
	done := send[importJSON](admin, http.MethodPost, at+"/commit", nothing{}, http.StatusOK)
	if done.State != "done" {
		t.Errorf("after the import it is %s", done.State)
	}
	if list := admin.ask(http.MethodGet, "/api/records/team.csv", ""); !strings.Contains(string(list.body), "Soins;SOI;transversale") {
		t.Errorf("the list of teams is %s", list.body)
	}
	if answer := admin.ask(http.MethodPost, at+"/undo", "{}"); answer.StatusCode != http.StatusNoContent {
		t.Errorf("undoing answers %d %s", answer.StatusCode, answer.body)
	}
	w.wantProblem(admin.ask(http.MethodPost, at+"/commit", "{}"), http.StatusConflict, "conflict")
}

func TestFilesThatAreRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	admin := w.as("admin")
	problem := w.wantProblem(admin.sendFile("%PDF-1.7"), http.StatusUnprocessableEntity, "invalid")
	if problem.Key != "file_unreadable" || !strings.Contains(problem.Args["fr"].(string), "PDF") {
		t.Errorf("a PDF is refused as %+v", problem)
	}
	problem = w.wantProblem(admin.sendFile(""), http.StatusUnprocessableEntity, "invalid")
	if problem.Key != "file_unreadable" || !strings.Contains(problem.Args["fr"].(string), "vide") {
		t.Errorf("an empty file is refused as %+v", problem)
	}
	w.wantProblem(admin.sendFile(strings.Repeat("\x00", sheets.MostBytes+1)), http.StatusUnprocessableEntity, "invalid")
	w.wantProblem(admin.ask(http.MethodGet, "/api/imports/nowhere", ""), http.StatusNotFound, "not_found")
}

// A file whose headers do not say what it holds is asked about, and every one of its rows can be reached.
func TestAFileIsAskedAboutAndReadPageByPage(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	admin := w.as("admin")
	const rows = 1_201
	var file strings.Builder
	file.WriteString("Nom;Adresse\n")
	for i := range rows {
		fmt.Fprintf(&file, "École %d;%d, rue du Bourg\n", i, i)
	}
	read := decoded[importJSON](admin, admin.sendFile(file.String()), http.StatusCreated)
	if len(read.Sheets) > 0 || len(read.Unread) != 1 || read.Unread[0].Why != "unsure" || read.Unread[0].Rows != rows || len(read.Unread[0].Headers) != 2 {
		t.Fatalf("read as %+v", read)
	}
	at := "/api/imports/" + read.ID
	said := decisionsJSON{Sheets: []sheetDecisionJSON{{Sheet: "places"}}, Columns: []columnDecisionJSON{}, Names: []nameDecisionJSON{}, Rows: []rowDecisionJSON{}}
	if read = send[importJSON](admin, http.MethodPut, at+"/decisions", said, http.StatusOK); read.Counts.Created != rows || len(read.Unread) > 0 {
		t.Fatalf("said to be places, read as %+v", read.Counts)
	}
	seen := map[int]bool{}
	for len(seen) < rows {
		page := decoded[importRowsJSON](admin, admin.ask(http.MethodGet, fmt.Sprintf("%s/rows?limit=500&offset=%d&state=created", at, len(seen)), ""), http.StatusOK)
		if page.Total != rows || len(page.Rows) == 0 {
			t.Fatalf("after %d rows a page of %d of %d", len(seen), len(page.Rows), page.Total)
		}
		for _, row := range page.Rows {
			seen[row.Number] = true
		}
	}
	if !seen[rows+1] {
		t.Error("the last row cannot be reached")
	}
}
