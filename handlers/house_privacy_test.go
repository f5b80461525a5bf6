package handlers

import (
	"net/http"
	"slices"
	"strings"
	"testing"
)

// A professional is shown the children she meets and no others, no contacts of families, and of colleagues no hours.
func TestAHouseIsShownAsFarAsItConcernsTheReader(t *testing.T) {
	t.Parallel()
	w, _ := published(t)
	whole := fetch[houseJSON](w.as("chief"), "/api/house")
	want := childJSON{
		ID: "lina", Name: "Lina\u00a0M.", Initials: "LM", DiscreetName: "Li.\u00a0M.", Modality: "AJ", Sector: "vallée", School: new("moulin"),
	}
	lina := whole.Children[slices.IndexFunc(whole.Children, func(c childJSON) bool { return c.ID == "lina" })]
	if lina.School == nil || *lina.School != *want.School {
		t.Errorf("her school is %v", lina.School)
	}
	if lina.School, want.School = nil, nil; lina != want {
		t.Errorf("Lina is %+v, want %+v", lina, want)
	}
	zoe := whole.Professionals[slices.IndexFunc(whole.Professionals, func(p professionalJSON) bool { return p.ID == "zoe" })]
	if zoe.Name != "Zoé Durand" || zoe.Initials != "ZD" || zoe.MainTeam != "team" || *zoe.Lunch != (lunchJSON{690, 840, 45}) {
		t.Errorf("Zoé is %+v", zoe)
	}
	if len(whole.Children) != 2 || len(whole.Partners) != 1 || len(whole.Partners[0].Contacts) != 1 || len(whole.Places) != 2 || len(whole.Rooms) != 1 {
		t.Errorf("the house is %+v", whole)
	}
	hers := fetch[houseJSON](w.as("zoe"), "/api/house")
	if len(hers.Children) != 2 || len(hers.Partners) != 0 {
		t.Errorf("she sees %d children, %d partners", len(hers.Children), len(hers.Partners))
	}
	answer := w.as("eric").ask(http.MethodGet, "/api/house", "")
	for _, secret := range []string{"Lina", "Omar", "Roux", "Martin", "Benali"} {
		if strings.Contains(string(answer.body), secret) {
			t.Errorf("he meets nobody and sees %q", secret)
		}
	}
	rota := w.as("eric").ask(http.MethodGet, "/api/rotas/"+fetch[weekJSON](w.as("eric"), "/api/weeks/"+testWeek).Published.ID, "")
	for _, secret := range []string{"lina", "omar"} {
		if strings.Contains(string(rota.body), secret) {
			t.Errorf("the published rota tells him of %q in\n%s", secret, rota.body)
		}
	}
}

// Everybody sees that people are in a meeting; what it is about concerns those who take part and those who plan.
func TestTitlesOfMeetingsAreForThoseWhoTakePart(t *testing.T) {
	t.Parallel()
	w, _ := published(t)
	send[meetingJSON](w.as("coordinator"), http.MethodPost, "/api/meetings", createMeetingJSON{
		Title: "Suivi d’Omar", Child: new(identifier("omar")), Professionals: []invitedJSON{{ID: "zoe", Need: "required"}}, Contacts: []identifier{"head"},
		Duration: 60, Date: "2026-11-24", Start: 10 * 60,
	}, http.StatusCreated)
	for name, told := range map[string]bool{"chief": true, "coordinator": true, "zoe": true, "eric": false, "reader": false} {
		reader := w.as(name)
		rota := reader.ask(http.MethodGet, "/api/rotas/"+fetch[weekJSON](reader, "/api/weeks/"+testWeek).Published.ID, "")
		if strings.Contains(string(rota.body), "Suivi") != told {
			t.Errorf("%s is told of the title: %v, want %v", name, !told, told)
		}
	}
}

func TestInitials(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"Élodie Blanc": "ÉB", "Jean de La Tour": "JT", "Zoé": "Z", "": ""} {
		if got := initialsOf(name); got != want {
			t.Errorf("initials of %q are %q, want %q", name, got, want)
		}
	}
}
