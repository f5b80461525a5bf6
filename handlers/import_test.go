package handlers

import (
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
	w.wantProblem(admin.sendFile(strings.Repeat("\x00", sheets.MostBytes+1)), http.StatusUnprocessableEntity, "invalid")
	w.wantProblem(admin.ask(http.MethodGet, "/api/imports/nowhere", ""), http.StatusNotFound, "not_found")
}
