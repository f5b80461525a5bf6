package handlers

import (
	"net/http"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"
)

// operationsOf walks every operation of the document with a path that could be.
func operationsOf(t *testing.T, w *world, visit func(operation *huma.Operation, method, path string)) {
	t.Helper()
	named := strings.NewReplacer("{week}", testWeek, "{id}", "unknown", "{point}", "unknown", "{sheet}", "team")
	for path, item := range w.api.huma.OpenAPI().Paths {
		for method, operation := range map[string]*huma.Operation{
			http.MethodGet: item.Get, http.MethodPost: item.Post, http.MethodPut: item.Put, http.MethodPatch: item.Patch, http.MethodDelete: item.Delete,
		} {
			if operation != nil {
				visit(operation, method, "/api"+named.Replace(path)+queries[operation.OperationID])
			}
		}
	}
}

// Whoever is not signed in learns nothing, not even whether the request was well formed.
func TestEveryOperationButSigningInNeedsASession(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	guarded := 0
	operationsOf(t, w, func(operation *huma.Operation, method, path string) {
		if len(operation.Security) == 0 {
			switch operation.OperationID {
			case "signInInfo", "signIn", "signInDemo":
			default:
				t.Errorf("%s is open to everybody", operation.OperationID)
			}
			return
		}
		guarded++
		for _, cookie := range []string{"", "maillage_session=", w.api.cookieName() + "=" + strings.Repeat("a", tokenLength)} {
			w.wantProblem(w.ask(method, path, "{", "Cookie", cookie), http.StatusUnauthorized, "unauthenticated")
		}
	})
	if guarded < 20 {
		t.Errorf("only %d operations were asked", guarded)
	}
}

// bodies are requests that are well formed, by operation.
var bodies = map[string]string{
	"createDraft":          `{}`,
	"makeWeeks":            `{"from":"2026-W48","to":"2026-W49"}`,
	"copyTemplate":         `{"name":"Semaine type","letter":"","from_date":"2026-09-01","to_date":null}`,
	"createTemplateDraft":  `{}`,
	"importSchoolHolidays": `{"file_name":"a.csv","content":"YQ=="}`,
	"changeRota":           `{"revision":1,"operations":[{"kind":"unplan","activity":"speech","occurrence":0}]}`,
	"checkMove":            `{"operation":{"kind":"set","activity":"speech","occurrence":0,"start":600}}`,
	"readOptions":          `{"activity":"speech","occurrence":0,"seat":0}`,
	"undoRota":             `{"revision":1}`,
	"redoRota":             `{"revision":1}`,
	"takeDifferences":      `{"revision":1,"from":"missing","differences":[{"activity":"speech","occurrence":0}]}`,
	"changeSeries":         `{"activity":"speech","occurrence":0,"scope":"from"}`,
	"publishRota":          `{"revision":1}`,
	"keepRestorePoint":     `{"name":"avant"}`,
	"returnToRestorePoint": `{"revision":1}`,
	"lookAtMyWeek":         `{"version":0}`,
	"propose":              `{"scope":"gaps","seconds":5}`,
	"createCalendar":       `{"name":"Mon planning","detail":"busy"}`,
	"findSlots":            `{"professionals":[{"id":"zoe","need":"required"}],"contacts":[],"duration":60,"place":null,"from":"2026-11-23","to":"2026-11-27"}`,
	"createMeeting":        `{"title":"Rencontre","professionals":[{"id":"zoe","need":"required"}],"contacts":[],"duration":60,"place":null,"date":"2026-11-24","start":600}`,
}

// queries are what operations that ask for something in their address are asked with.
var queries = map[string]string{
	"compareRotas":      "?with=missing",
	"explainOccurrence": "?activity=speech&occurrence=0",
	"recommendWays":     "?activity=speech&occurrence=0",
	"unblockOccurrence": "?activity=speech&occurrence=0",
	"previewSeries":     "?activity=speech&occurrence=0",
}

// What a role never does is forbidden, whatever the id; what it may do on its own things only is not found elsewhere.
func TestRolesAreHeldBack(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	forbidden := map[string][]string{
		"zoe":         {"listTemplateOverviews", "makeWeek", "makeWeeks", "compareWithTemplate", "importSchoolHolidays", "createDraft", "changeRota", "checkMove", "readOptions", "explainOccurrence", "recommendWays", "unblockOccurrence", "previewSeries", "changeSeries", "precheckRota", "undoRota", "redoRota", "listRestorePoints", "keepRestorePoint", "returnToRestorePoint", "dropRestorePoint", "compareRotas", "takeDifferences", "listVersions", "previewPublication", "publishRota", "deleteDraft", "propose", "readRun", "runEvents", "stopRun", "findSlots", "createMeeting", "cancelMeeting"},
		"coordinator": {"createDraft", "makeWeek", "makeWeeks", "copyTemplate", "createTemplateDraft", "previewSeries", "changeSeries", "importSchoolHolidays", "changeRota", "undoRota", "redoRota", "keepRestorePoint", "returnToRestorePoint", "dropRestorePoint", "takeDifferences", "publishRota", "deleteDraft", "propose", "readRun", "runEvents", "stopRun"},
		"reader":      {"listTemplateOverviews", "makeWeek", "absenceImpact", "compareWithTemplate", "createDraft", "changeRota", "publishRota", "propose", "readMyWeek", "lookAtMyWeek", "listCalendars", "createCalendar", "revokeCalendar", "findSlots", "createMeeting"},
	}
	operations := map[string]func(*browser) reply{}
	operationsOf(t, w, func(operation *huma.Operation, method, path string) {
		operations[operation.OperationID] = func(b *browser) reply { return b.ask(method, path, bodies[operation.OperationID]) }
	})
	for name, ids := range forbidden {
		person := w.as(name)
		for _, id := range ids {
			answer := operations[id](person)
			if answer.StatusCode != http.StatusForbidden {
				t.Errorf("%s may %s: %d %s", name, id, answer.StatusCode, answer.body)
			}
		}
	}
}

// Another facility's rota, and one that never was, are the same 404.
func TestThingsOfOthersDoNotExist(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	draft := send[rotaSummaryJSON](w.as("chief"), http.MethodPost, "/api/weeks/"+testWeek+"/drafts", createDraftJSON{}, http.StatusCreated)
	stranger := w.as("stranger")
	asked := 0
	operationsOf(t, w, func(operation *huma.Operation, method, path string) {
		if !strings.HasPrefix(path, "/api/rotas/unknown") {
			return
		}
		asked++
		body := bodies[operation.OperationID]
		known := stranger.ask(method, strings.Replace(path, "unknown", draft.ID, 1), body)
		unknown := stranger.ask(method, path, body)
		w.wantProblem(known, http.StatusNotFound, "not_found")
		if string(known.body) != string(unknown.body) {
			t.Errorf("%s tells a foreign rota %s from an unknown one %s", operation.OperationID, known.body, unknown.body)
		}
	})
	if asked < 10 {
		t.Errorf("only %d operations on rotas were asked", asked)
	}
	for _, path := range []string{"/api/runs/unknown", "/api/runs/unknown/events"} {
		w.wantProblem(stranger.ask(http.MethodGet, path, ""), http.StatusNotFound, "not_found")
	}
	w.wantProblem(stranger.ask(http.MethodDelete, "/api/meetings/unknown", ""), http.StatusNotFound, "not_found")
	w.wantProblem(stranger.ask(http.MethodDelete, "/api/calendars/unknown", ""), http.StatusNotFound, "not_found")
	w.wantProblem(w.as("zoe").ask(http.MethodGet, "/api/rotas/"+draft.ID, ""), http.StatusNotFound, "not_found")
}
