package handlers

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

func asking(from, to string) findSlotsJSON {
	return findSlotsJSON{
		Professionals: []invitedJSON{{ID: "zoe", Need: "required"}, {ID: "eric", Need: "useful"}}, Contacts: []identifier{"head"},
		Duration: 60, Place: new(identifier("moulin")), From: from, To: to,
	}
}

// A meeting is found, fixed, stands in the week and in the calendar, and is given back.
func TestAMeetingIsFoundFixedAndCancelled(t *testing.T) {
	t.Parallel()
	w, _ := published(t)
	coordinator, zoe := w.as("coordinator"), w.as("zoe")
	feed := zoe.subscribe("work")
	found := send[slotsJSON](coordinator, http.MethodPost, "/api/meetings/slots", asking("2026-11-23", "2026-11-29"), http.StatusOK)
	if found.Needed != 2 || len(found.Days) != 5 || len(found.Slots) == 0 || len(found.Proposals) == 0 || found.Days[0].Week != testWeek {
		t.Fatalf("found are %d days, %d slots, %d proposals for %d", len(found.Days), len(found.Slots), len(found.Proposals), found.Needed)
	}
	if slices.ContainsFunc(found.Slots, func(s slotJSON) bool { return s.Date == "2026-11-23" && s.Start > 9*60 && s.Start < 11*60 }) {
		t.Error("she is asked to the school while she is with Lina")
	}
	slot := found.Slots[found.Proposals[0]]
	wish := createMeetingJSON{
		Title: "Équipe de suivi", Child: new(identifier("omar")), Professionals: asking("", "").Professionals, Contacts: []identifier{"head"},
		Duration: 60, Place: new(identifier("moulin")), Date: slot.Date, Start: slot.Start,
	}
	meeting := send[meetingJSON](coordinator, http.MethodPost, "/api/meetings", wish, http.StatusCreated)
	if meeting.Week != testWeek || meeting.Start != slot.Start || len(meeting.Professionals) != 2 || meeting.Professionals[1].Need != "useful" {
		t.Errorf("the meeting is %+v", meeting)
	}
	mine := fetch[myWeekJSON](zoe, "/api/my/weeks/"+testWeek)
	if !slices.ContainsFunc(mine.Items, func(item myItemJSON) bool { return item.Activity == meeting.ID && item.Fixed && item.Kind == "meeting" }) {
		t.Errorf("her week is %+v", mine.Items)
	}
	if events := w.events(feed); len(events) != 3 {
		t.Errorf("her calendar has %d events", len(events))
	}
	draft := fetch[rotaJSON](w.as("chief"), "/api/rotas/"+w.as("chief").newDraft())
	if fixed := occurrenceOfRota(draft, meeting.ID, 0); fixed == nil || !fixed.Locked || !fixed.Fixed {
		t.Errorf("in a draft it is %+v", fixed)
	}
	taken := coordinator.ask(http.MethodPost, "/api/meetings", mustJSON(t, wish))
	problem := w.wantProblem(taken, http.StatusUnprocessableEntity, "refused")
	if !slices.ContainsFunc(problem.Breaches, func(b planner.Breach) bool { return b.Code == planner.CodeProfessionalBusy }) {
		t.Errorf("a second one is refused for %+v", problem.Breaches)
	}
	between := "/api/meetings?from=2026-11-23&to=2026-11-29"
	if listed := fetch[meetingsJSON](zoe, between); len(listed.Meetings) != 1 {
		t.Errorf("she finds %+v", listed)
	}
	if answer := coordinator.ask(http.MethodDelete, "/api/meetings/"+meeting.ID, ""); answer.StatusCode != http.StatusNoContent {
		t.Errorf("the cancellation answers %d %s", answer.StatusCode, answer.body)
	}
	if listed := fetch[meetingsJSON](zoe, between); len(listed.Meetings) != 0 {
		t.Errorf("after the cancellation she finds %+v", listed)
	}
	if text := string(w.ask(http.MethodGet, feed, "").body); !strings.Contains(text, "SUMMARY:Annulé\u00a0: Réunion d’équipe") {
		t.Errorf("after the cancellation her calendar is\n%s", text)
	}
}
