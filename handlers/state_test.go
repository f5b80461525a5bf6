package handlers

import (
	"net/http"
	"testing"
)

// TestStatesOfAWeek counts what a draft and then a published week hold.
func TestStatesOfAWeek(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	nothing := fetch[professionalStateJSON](chief, "/api/professionals/zoe/state?week="+testWeek)
	if nothing.Rota != nil || nothing.PlannedMinutes != 0 || nothing.ContractMinutes != 2100 || len(nothing.Kinds) != 5 {
		t.Errorf("before anything is planned: %+v", nothing)
	}
	draft := chief.newDraft()
	chief.change(draft, setting("speech", 0, minute(0, 10, 0)), setting("school", 0, minute(0, 14, 30)))
	drafted := fetch[professionalStateJSON](chief, "/api/professionals/zoe/state?week="+testWeek)
	if drafted.Rota == nil || *drafted.Rota != draft || drafted.Published || drafted.Kinds[0].Minutes != 90 || drafted.TravelMinutes == 0 ||
		drafted.PlannedMinutes != 90+drafted.TravelMinutes {
		t.Errorf("in a draft: %+v", drafted)
	}
	if own := fetch[professionalStateJSON](w.as("zoe"), "/api/professionals/zoe/state?week="+testWeek); own.Rota != nil {
		t.Errorf("a professional sees what is not published: %+v", own)
	}
	other := chief.newDraft()
	if empty := fetch[professionalStateJSON](chief, "/api/professionals/zoe/state?week="+testWeek+"&rota="+other); *empty.Rota != other || empty.PlannedMinutes != 0 {
		t.Errorf("in the draft asked for: %+v", empty)
	}
	w.wantProblem(w.as("zoe").ask(http.MethodGet, "/api/professionals/zoe/state?week="+testWeek+"&rota="+draft, ""), http.StatusNotFound, "not_found")
	chief.publish(draft)
	child := fetch[childStateJSON](chief, "/api/children/lina/state?week="+testWeek)
	if !child.Published || child.WantedMinutes != 90 || child.PlannedMinutes != 45 || child.Faces != 1 || child.Places != 1 || child.Trips != 0 || len(child.Needs) != 1 {
		t.Errorf("the child's week: %+v", child)
	}
	if need := child.Needs[0]; need.Need != "speech" || need.WantedCount != 2 || need.PlannedCount != 1 || len(need.Professionals) != 1 || need.Professionals[0] != "zoe" {
		t.Errorf("the need: %+v", need)
	}
	if len(child.Windows) == 0 {
		t.Error("it is not said when the child can be met")
	}
	for _, window := range child.Windows {
		if window.From >= window.To || window.From/1440 != (window.To-1)/1440 || len(window.Places) == 0 {
			t.Errorf("the child can be met %+v", window)
		}
	}
	last := child.Weeks[len(child.Weeks)-1]
	if len(child.Weeks) != 12 || last.Week != testWeek || last.PlannedMinutes == nil || *last.PlannedMinutes != 45 || last.WantedMinutes != 90 {
		t.Errorf("the last weeks: %+v", child.Weeks)
	}
	if child.Weeks[0].PlannedMinutes != nil {
		t.Error("a week without a rota is told from one in which nothing was planned")
	}
	idle := fetch[professionalStateJSON](chief, "/api/professionals/eric/state?week="+testWeek).Weeks
	if minutes := idle[len(idle)-1].PlannedMinutes; minutes == nil || *minutes != 0 {
		t.Error("of somebody without a session in a published week 0 is planned")
	}
	weeks := fetch[professionalStateJSON](chief, "/api/professionals/zoe/state?week="+testWeek).Weeks
	if now := weeks[len(weeks)-1]; len(weeks) != 12 || now.PlannedMinutes == nil || *now.PlannedMinutes != 90 || now.WantedMinutes != 2100 || weeks[0].PlannedMinutes != nil {
		t.Errorf("the last weeks of a professional: %+v", weeks)
	}
	w.wantProblem(w.as("stranger").ask(http.MethodGet, "/api/children/lina/state?week="+testWeek, ""), http.StatusNotFound, "not_found")
	w.wantProblem(w.as("eric").ask(http.MethodGet, "/api/children/lina/state?week="+testWeek, ""), http.StatusNotFound, "not_found")
	w.wantProblem(chief.ask(http.MethodGet, "/api/children/lina/state?week=2026-W99", ""), http.StatusUnprocessableEntity, "invalid")
}

// TestTravelOverHTTP reads the ways and asks for better ones.
func TestTravelOverHTTP(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	admin := w.as("admin")
	travel := fetch[travelJSON](admin, "/api/travel")
	if len(travel.Pairs) != 2 || travel.Pairs[0].Source != "coordinates" || travel.Missing+travel.Stale != 0 {
		t.Errorf("the ways are %+v", travel)
	}
	w.wantProblem(admin.ask(http.MethodPost, "/api/travel/refresh", ""), http.StatusConflict, "conflict")
	settings := fetch[wireRecord](admin, "/api/records/facility/here").withoutHead()
	settings["osrm_url"] = "http://127.0.0.1:1"
	send[wireRecord](admin, http.MethodPut, "/api/records/facility/here", settings, http.StatusOK)
	woken := w.woken
	if answer := admin.ask(http.MethodPost, "/api/travel/refresh", ""); answer.StatusCode != http.StatusAccepted || w.woken != woken+1 {
		t.Errorf("asking answers %d %s", answer.StatusCode, answer.body)
	}
	w.wantProblem(w.as("reader").ask(http.MethodGet, "/api/travel", ""), http.StatusForbidden, "forbidden")
}
