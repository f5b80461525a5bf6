package handlers

import (
	"net/http"
	"testing"
)

// opened is the rota a week opens with for somebody; empty: none.
func (b *browser) opened(query string) string {
	b.t.Helper()
	opening := fetch[openingJSON](b, "/api/weeks/"+testWeek+"/opening"+query)
	if opening.Week.Week != testWeek {
		b.t.Errorf("the week is %q", opening.Week.Week)
	}
	if opening.Rota == nil {
		return ""
	}
	return opening.Rota.Summary.ID
}

// Who edits goes on with the newest draft, the others read what is published; a rota of the week that is asked for comes instead.
func TestAWeekOpensWithOneOfItsRotas(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief, reader := w.as("chief"), w.as("reader")
	if got := chief.opened(""); got != "" {
		t.Errorf("a week without a rota opens with %q", got)
	}
	first := chief.newDraft()
	if got := reader.opened(""); got != "" {
		t.Errorf("who reads what is published is shown %q", got)
	}
	chief.publish(first)
	second, third := chief.newDraft(), chief.newDraft()
	template := w.template()
	ordinary := send[rotaSummaryJSON](chief, http.MethodPost, "/api/templates/"+template.ID+"/drafts", templateDraftJSON{}, http.StatusCreated).ID
	for query, want := range map[string]string{
		"":                  third,
		"?rota=" + second:   second,
		"?rota=" + first:    first,
		"?rota=unknown":     third,
		"?rota=" + ordinary: third,
	} {
		if got := chief.opened(query); got != want {
			t.Errorf("%q opens %q, not %q", query, got, want)
		}
	}
	for _, query := range []string{"", "?rota=" + third} {
		if got := reader.opened(query); got != first {
			t.Errorf("for who reads what is published %q opens %q, not %q", query, got, first)
		}
	}
	if opens := fetch[templatesJSON](chief, "/api/templates").Templates[0].Opens; opens == nil || *opens != ordinary {
		t.Errorf("the template opens with %v", opens)
	}
	chief.publish(second)
	if got := chief.opened("?rota=" + first); got != first {
		t.Errorf("an old version opens %q", got)
	}
}
