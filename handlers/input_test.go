package handlers

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"slices"
	"strings"
	"testing"
)

// What no form of ours could send is refused in the 400s and changes nothing.
func TestBadInputIsRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	draft := "/api/rotas/" + chief.newDraft()
	operation := `{"kind":"set","activity":"speech","occurrence":0,"start":600}`
	tests := map[string]struct {
		method, path, body string
		status             int
		code               string
	}{
		"ten thousand operations":   {"PATCH", draft, `{"revision":1,"operations":[` + strings.Repeat(operation+",", 9_999) + operation + `]}`, 422, "invalid"},
		"no operation":              {"PATCH", draft, `{"revision":1,"operations":[]}`, 422, "invalid"},
		"broken UTF-8":              {"PATCH", draft, "{\"revision\":1,\"operations\":[{\"kind\":\"set\",\"activity\":\"\xff\xfe\",\"occurrence\":0}]}", 400, "malformed"},
		"broken JSON":               {"PATCH", draft, `{"revision":1,`, 400, "malformed"},
		"two values":                {"PATCH", draft, `{"revision":1,"operations":[` + operation + `]}{}`, 400, "malformed"},
		"a list instead":            {"PATCH", draft, `[]`, 422, "invalid"},
		"null":                      {"PATCH", draft, `null`, 422, "invalid"},
		"NUL in an id":              {"PATCH", draft, `{"revision":1,"operations":[{"kind":"set","activity":"a\u0000b","occurrence":0}]}`, 422, "invalid"},
		"NUL in a list of ids":      {"PATCH", draft, `{"revision":1,"operations":[{"kind":"set","activity":"speech","occurrence":0,"staff":["\u0000"]}]}`, 422, "invalid"},
		"NUL in a title":            {"POST", "/api/meetings", strings.Replace(bodies["createMeeting"], "Rencontre", `R\u0000`, 1), 422, "invalid"},
		"NUL in an address":         {"POST", "/api/session", `{"email":"a\u0000@example.org","password":"x"}`, 422, "invalid"},
		"a start after the week":    {"PATCH", draft, `{"revision":1,"operations":[{"kind":"set","activity":"speech","occurrence":0,"start":99999}]}`, 422, "invalid"},
		"a start that is no number": {"PATCH", draft, `{"revision":1,"operations":[{"kind":"set","activity":"speech","occurrence":0,"start":"ten"}]}`, 422, "invalid"},
		"a huge number":             {"PATCH", draft, `{"revision":1e400,"operations":[` + operation + `]}`, 400, "malformed"},
		"an unknown activity":       {"PATCH", draft, `{"revision":0,"operations":[{"kind":"set","activity":"nothing","occurrence":0,"start":600}]}`, 422, "invalid"},
		"week 9999-W99":             {"GET", "/api/weeks/9999-W99", "", 422, "invalid"},
		"week 2026-W54":             {"GET", "/api/weeks/2026-W54", "", 422, "invalid"},
		"my week 0000-W00":          {"GET", "/api/my/weeks/0000-W00", "", 422, "invalid"},
		"a week that is none":       {"GET", "/api/weeks/next", "", 422, "invalid"},
		"an id with a slash":        {"GET", "/api/rotas/a%2Fb", "", 422, "invalid"},
		"an id with NUL":            {"GET", "/api/rotas/%00", "", 400, "malformed"},
		"an id of broken UTF-8":     {"GET", "/api/rotas/%ff", "", 400, "malformed"},
		"an unknown id":             {"GET", "/api/rotas/unknown", "", 404, "not_found"},
		"an unknown question":       {"GET", "/api/house?colour=blue", "", 422, "invalid"},
		"an unknown path":           {"GET", "/api/nothing", "", 404, "not_found"},
		"a wrong method":            {"PATCH", "/api/house", "{}", 405, "method_not_allowed"},
		"a trailing slash":          {"GET", "/api/house/", "", 404, "not_found"},
		"a wrong case":              {"GET", "/api/House", "", 404, "not_found"},
		"dates that are none":       {"GET", "/api/meetings?from=2026-02-30&to=2026-03-01", "", 422, "invalid"},
		"no dates":                  {"GET", "/api/meetings", "", 422, "invalid"},
		"seconds out of range":      {"POST", draft + "/runs", `{"scope":"all","seconds":301}`, 422, "invalid"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			answer := chief.ask(test.method, test.path, test.body)
			w.wantProblem(answer, test.status, test.code)
			if strings.Contains(string(answer.body), "xxxx") || len(answer.body) > 20_000 {
				t.Errorf("the answer repeats what was sent or is long: %d octets", len(answer.body))
			}
		})
	}
	if after := fetch[rotaJSON](chief, draft); after.Counters.Planned != 0 || after.Summary.Revision != 0 {
		t.Errorf("afterwards the draft stands at revision %d with %+v", after.Summary.Revision, after.Counters)
	}
}

func TestEveryInvalidFieldIsNamed(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	answer := chief.ask(http.MethodPost, "/api/meetings", `{"title":"","child":"a b","professionals":[{"id":"zoe","need":"perhaps"}],"duration":20,"place":null,"date":"24/11/2026","start":1500,"colour":"blue"}`)
	paths := []string{}
	for _, field := range w.wantProblem(answer, http.StatusUnprocessableEntity, "invalid").Fields {
		paths = append(paths, field.Path+" "+field.Key)
	}
	want := []string{
		"child wrong_form", "colour unknown_field", "contacts required", "date not_a_date", "duration not_a_multiple",
		"professionals[0].need not_one_of", "start too_large", "title too_short",
	}
	if !slices.Equal(paths, want) {
		t.Errorf("fields are\n%q, want\n%q", paths, want)
	}
}

// A small packed body unpacks to any size.
func TestPackedBodiesAreRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	var packed bytes.Buffer
	writer := gzip.NewWriter(&packed)
	if _, err := writer.Write([]byte(`{"key":"manager"}`)); err != nil {
		t.Fatal(err)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	answer := w.ask(http.MethodPost, "/api/session/demo", packed.String(), "Content-Encoding", "gzip")
	w.wantProblem(answer, http.StatusUnsupportedMediaType, "unsupported_media_type")
}

func FuzzChangeRota(f *testing.F) {
	w := newWorld(f, nil)
	chief := w.as("chief")
	draft := "/api/rotas/" + chief.newDraft()
	f.Add(bodies["changeRota"])
	f.Add(`{"revision":0,"operations":[{"kind":"set","activity":"speech","occurrence":0,"start":600,"staff":["zoe"],"attendees":[],"place":"tilleuls","room":"blue"},{"kind":"lock","activity":"motor","occurrence":0}]}`)
	f.Add(`{"revision":-1,"operations":[{"kind":"set","activity":"speech","occurrence":10000,"start":10080,"staff":null}]}`)
	f.Fuzz(func(t *testing.T, body string) {
		w.t = t
		answer := chief.ask(http.MethodPatch, draft, body)
		if answer.StatusCode >= http.StatusInternalServerError {
			t.Errorf("%q answers %d %s", body, answer.StatusCode, answer.body)
		}
		if answer.StatusCode != http.StatusOK {
			w.wantProblem(answer, answer.StatusCode, decodedCode(t, answer))
		}
	})
}
