package handlers

import (
	"fmt"
	"net/http"
	"slices"
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

// minute is an hour of a day of the tests' week.
func minute(day, hour, minutes int) int { return day*planner.DayMinutes + hour*60 + minutes }

// setting is an operation that plans an occurrence.
func setting(activity string, occurrence, start int) operationJSON {
	return operationJSON{Kind: "set", Activity: identifier(activity), Occurrence: occurrence, Start: &start}
}

// newDraft starts a draft of the tests' week.
func (b *browser) newDraft() string {
	b.t.Helper()
	return send[rotaSummaryJSON](b, http.MethodPost, "/api/weeks/"+testWeek+"/drafts", createDraftJSON{}, http.StatusCreated).ID
}

// change makes operations on a draft as it stands.
func (b *browser) change(draft string, operations ...operationJSON) rotaJSON {
	b.t.Helper()
	revision := fetch[rotaJSON](b, "/api/rotas/"+draft).Summary.Revision
	return send[rotaJSON](b, http.MethodPatch, "/api/rotas/"+draft, changeRotaJSON{Revision: revision, Operations: operations}, http.StatusOK)
}

// publish makes a draft what everybody sees.
func (b *browser) publish(draft string) publishedJSON {
	b.t.Helper()
	revision := fetch[rotaJSON](b, "/api/rotas/"+draft).Summary.Revision
	return send[publishedJSON](b, http.MethodPost, "/api/rotas/"+draft+"/publication", revisionJSON{Revision: revision}, http.StatusOK)
}

func occurrenceOfRota(rota rotaJSON, activity string, number int) *occurrenceJSON {
	for i := range rota.Occurrences {
		if rota.Occurrences[i].Activity == activity && rota.Occurrences[i].Occurrence == number {
			return &rota.Occurrences[i]
		}
	}
	return nil
}

func TestADraftIsChangedUndoneAndPublished(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	draft := chief.newDraft()
	empty := fetch[rotaJSON](chief, "/api/rotas/"+draft)
	if empty.Counters != (countersJSON{Wanted: 4, Unplanned: 4}) || !empty.Can.Edit || !empty.Can.Publish || empty.Undo != nil || len(empty.People) != 2 {
		t.Errorf("the empty draft is %+v", empty)
	}
	rota := chief.change(draft, setting("speech", 0, minute(0, 10, 0)), setting("school", 0, minute(0, 14, 30)))
	planned := occurrenceOfRota(rota, "speech", 0)
	if planned == nil || planned.Start != minute(0, 10, 0) || !slices.Equal(planned.Staff, []string{"zoe"}) || *planned.Place != "tilleuls" {
		t.Fatalf("planned is %+v", planned)
	}
	if travel := occurrenceOfRota(rota, "school", 0).Travel; len(travel) != 1 || travel[0].Professional != "zoe" || travel[0].Minutes == 0 {
		t.Errorf("the way to school is %+v", travel)
	}
	if rota.Counters.Planned != 2 || rota.Undo == nil || rota.People[slices.IndexFunc(rota.People, func(p personWeekJSON) bool { return p.Professional == "zoe" })].PlannedMinutes != 90 {
		t.Errorf("after planning: %+v, people %+v", rota.Counters, rota.People)
	}
	undone := send[rotaJSON](chief, http.MethodPost, "/api/rotas/"+draft+"/undo", undoJSON{Revision: rota.Summary.Revision}, http.StatusOK)
	if undone.Counters.Planned != 0 || undone.Redo == nil {
		t.Errorf("undone: %+v", undone.Counters)
	}
	redone := send[rotaJSON](chief, http.MethodPost, "/api/rotas/"+draft+"/redo", revisionJSON{undone.Summary.Revision}, http.StatusOK)
	if redone.Counters.Planned != 2 {
		t.Errorf("redone: %+v", redone.Counters)
	}
	preview := fetch[publicationJSON](chief, "/api/rotas/"+draft+"/publication")
	if preview.Version != 1 || preview.Replaces != nil || len(preview.Concerned) != 1 || preview.Concerned[0].Professional != "zoe" || preview.Untouched != 1 {
		t.Errorf("publishing would be %+v", preview)
	}
	published := chief.publish(draft)
	if published.Version != 1 || published.Concerned != 1 || published.Rota.Summary.State != "published" || published.Rota.Can.Edit {
		t.Errorf("published is %+v", published)
	}
	overview := fetch[weekJSON](w.as("zoe"), "/api/weeks/"+testWeek)
	if overview.Published == nil || overview.Published.ID != draft || overview.Published.Author == nil || *overview.Published.Author != "Chief Dupuis" || len(overview.Drafts) != 0 {
		t.Errorf("the week shows %+v", overview)
	}
}

func TestChangesAreComparedWithWhatIsPublished(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	first := chief.newDraft()
	chief.change(first, setting("speech", 0, minute(0, 10, 0)), setting("motor", 0, minute(1, 10, 0)))
	chief.publish(first)
	second := chief.newDraft()
	rota := chief.change(second, setting("speech", 0, minute(2, 9, 30)), setting("speech", 1, minute(3, 9, 30)),
		operationJSON{Kind: "unplan", Activity: "motor"})
	moved, added := occurrenceOfRota(rota, "speech", 0), occurrenceOfRota(rota, "speech", 1)
	if moved.Change == nil || moved.Change.Kind != "moved" || moved.Change.Old.Start != minute(0, 10, 0) {
		t.Errorf("the moved one has %+v", moved.Change)
	}
	if added.Change == nil || added.Change.Kind != "added" || added.Change.Old != nil {
		t.Errorf("the added one has %+v", added.Change)
	}
	if len(rota.Removed) != 1 || rota.Removed[0].Activity != "motor" || rota.Removed[0].Old.Start != minute(1, 10, 0) || rota.Counters.Changes != 3 {
		t.Errorf("removed are %+v, %d changes", rota.Removed, rota.Counters.Changes)
	}
	if rota.Summary.BasedOn == nil || rota.Summary.BasedOn.ID != first || rota.Summary.BasedOn.Version != 1 {
		t.Errorf("it is based on %+v", rota.Summary.BasedOn)
	}
	zoe := w.as("zoe")
	if seen := fetch[myWeekJSON](zoe, "/api/my/weeks/"+testWeek); seen.Since != nil {
		t.Errorf("before she looked: %+v", seen.Since)
	}
	if answer := zoe.ask(http.MethodPut, "/api/my/weeks/"+testWeek+"/look", `{"version":1}`); answer.StatusCode != http.StatusNoContent {
		t.Errorf("looking answers %d %s", answer.StatusCode, answer.body)
	}
	chief.publish(second)
	mine := fetch[myWeekJSON](zoe, "/api/my/weeks/"+testWeek)
	if since := mine.Since; since == nil || since.First || len(since.Changes) != 2 || *since.Changes[0].OldStart != minute(0, 10, 0) || since.Changes[0].Children[0].DiscreetName != "Li.\u00a0M." {
		t.Errorf("since she looked: %+v", since)
	}
	if len(mine.Items) != 2 || mine.Items[0].Change == nil || *mine.Items[0].Change.OldStart != minute(0, 10, 0) || mine.Items[0].Children[0].DiscreetName != "Li.\u00a0M." || *mine.Version != 2 {
		t.Errorf("her week is %+v", mine)
	}
	if lost := fetch[myWeekJSON](w.as("eric"), "/api/my/weeks/"+testWeek); len(lost.Items) != 0 || len(lost.Removed) != 1 || lost.Removed[0].Start != minute(1, 10, 0) {
		t.Errorf("his week is %+v", lost)
	}
}

func TestAStaleChangeIsRefusedWithWhatStands(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	draft := chief.newDraft()
	rota := chief.change(draft, setting("speech", 0, minute(0, 10, 0)))
	body := fmt.Sprintf(`{"revision":%d,"operations":[{"kind":"unplan","activity":"speech","occurrence":0}]}`, rota.Summary.Revision-1)
	problem := w.wantProblem(chief.ask(http.MethodPatch, "/api/rotas/"+draft, body), http.StatusConflict, "stale")
	current, _ := problem.Current.(map[string]any)
	if current["revision"] != float64(rota.Summary.Revision) || len(current) != 1 {
		t.Errorf("what stands is %v, want revision %d", problem.Current, rota.Summary.Revision)
	}
	if after := fetch[rotaJSON](chief, "/api/rotas/"+draft); after.Counters.Planned != 1 {
		t.Errorf("a stale change left %+v", after.Counters)
	}
}

func TestAChangeThatBreaksARuleIsRefusedWhole(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	draft := chief.newDraft()
	rota := chief.change(draft, setting("speech", 0, minute(0, 10, 0)))
	body := fmt.Sprintf(`{"revision":%d,"operations":[{"kind":"set","activity":"motor","occurrence":0,"start":%d},{"kind":"set","activity":"speech","occurrence":1,"start":%d}]}`,
		rota.Summary.Revision, minute(1, 10, 0), minute(0, 10, 15))
	problem := w.wantProblem(chief.ask(http.MethodPatch, "/api/rotas/"+draft, body), http.StatusUnprocessableEntity, "refused")
	if !slices.ContainsFunc(problem.Breaches, func(b planner.Breach) bool {
		return b.Code == planner.CodeProfessionalBusy && b.Professional == "zoe" && b.Blocking != nil && b.Blocking.Activity == "speech"
	}) {
		t.Errorf("it is refused for %+v", problem.Breaches)
	}
	if after := fetch[rotaJSON](chief, "/api/rotas/"+draft); after.Counters.Planned != 1 || after.Summary.Revision != rota.Summary.Revision {
		t.Errorf("a refused change left %+v", after.Counters)
	}
}

func TestMovesAreCheckedAndOptionsShown(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	draft := chief.newDraft()
	chief.change(draft, setting("speech", 0, minute(0, 10, 0)))
	good := send[checkedMoveJSON](chief, http.MethodPost, "/api/rotas/"+draft+"/check", checkMoveJSON{setting("school", 0, minute(0, 14, 30))}, http.StatusOK)
	if len(good.Breaches) != 0 || len(good.Travel) != 1 || good.Occurrence.Staff[0] != "zoe" || *good.Occurrence.Place != "moulin" {
		t.Errorf("an allowed move is %+v", good)
	}
	bad := send[checkedMoveJSON](chief, http.MethodPost, "/api/rotas/"+draft+"/check", checkMoveJSON{setting("school", 0, minute(0, 10, 45))}, http.StatusOK)
	if !slices.ContainsFunc(bad.Breaches, func(b planner.Breach) bool { return b.Code == planner.CodeTravel }) {
		t.Errorf("a move without time to drive is %+v", bad)
	}
	options := send[optionsJSON](chief, http.MethodPost, "/api/rotas/"+draft+"/options", askOptionsJSON{Activity: "speech", Occurrence: 1}, http.StatusOK)
	if len(options.Rows) != 2 {
		t.Fatalf("options are %+v", options)
	}
	for _, row := range options.Rows {
		if able := row.Professional == "zoe"; able != (len(row.Starts) > 0) || able != (row.Reason == nil) {
			t.Errorf("the options of %s are %v, %+v", row.Professional, row.Starts, row.Reason)
		}
	}
	left := fetch[unplannedListJSON](chief, "/api/rotas/"+draft+"/unplanned")
	if len(left.Unplanned) != 3 || len(left.Unplanned[0].Reasons) == 0 {
		t.Errorf("unplanned are %+v", left)
	}
	if answer := chief.ask(http.MethodDelete, "/api/rotas/"+draft, ""); answer.StatusCode != http.StatusNoContent {
		t.Errorf("throwing the draft away answers %d %s", answer.StatusCode, answer.body)
	}
	w.wantProblem(chief.ask(http.MethodGet, "/api/rotas/"+draft, ""), http.StatusNotFound, "not_found")
}

func TestAnUnchangedRotaIsNotSentAgain(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	draft := chief.newDraft()
	for _, path := range []string{"/api/rotas/" + draft, "/api/house", "/api/weeks/" + testWeek, "/api/weeks/" + testWeek + "/opening"} {
		first := chief.ask(http.MethodGet, path, "")
		again := chief.ask(http.MethodGet, path, "", "If-None-Match", `"other", W/`+first.Header.Get("ETag"))
		if again.StatusCode != http.StatusNotModified || len(again.body) != 0 || again.Header.Get("ETag") != first.Header.Get("ETag") {
			t.Errorf("%s again answers %d, %d octets, tag %q", path, again.StatusCode, len(again.body), again.Header.Get("ETag"))
		}
	}
	tag := chief.ask(http.MethodGet, "/api/rotas/"+draft, "").Header.Get("ETag")
	chief.change(draft, setting("speech", 0, minute(0, 10, 0)))
	if answer := chief.ask(http.MethodGet, "/api/rotas/"+draft, "", "If-None-Match", tag); answer.StatusCode != http.StatusOK {
		t.Errorf("a changed rota answers %d", answer.StatusCode)
	}
}

// A rota that is open elsewhere is followed by its revision; of who changed what the stream says nothing.
func TestARotaIsFollowed(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	draft := chief.newDraft()
	address, stop := w.serve()
	events := chief.listen(address, "/api/rotas/"+draft+"/events")
	waitFor(t, events, `{"revision":0}`)
	chief.change(draft, setting("speech", 0, minute(0, 10, 0)))
	waitFor(t, events, `{"revision":1}`)
	if summary := fetch[rotaJSON](chief, "/api/rotas/"+draft).Summary; summary.ChangedBy == nil || *summary.ChangedBy != "Chief Dupuis" {
		t.Errorf("changed by %v", summary.ChangedBy)
	}
	chief.ask(http.MethodDelete, "/api/rotas/"+draft, "")
	for events.Scan() { // a draft that is gone ends its stream
	}
	stop()
}

// Who follows a week hears of a draft that comes, of its changes and of its publication; who reads what is published hears of that alone.
func TestAWeekIsFollowed(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief, reader := w.as("chief"), w.as("reader")
	address, stop := w.serve()
	path := "/api/weeks/" + testWeek + "/events"
	events, read := chief.listen(address, path), reader.listen(address, path)
	waitFor(t, events, `{"rotas":[]}`)
	waitFor(t, read, `{"rotas":[]}`)
	draft := chief.newDraft()
	waitFor(t, events, `"`+draft+`","state":"draft","revision":0}`)
	chief.change(draft, setting("speech", 0, minute(0, 10, 0)))
	waitFor(t, events, `"`+draft+`","state":"draft","revision":1}`)
	chief.publish(draft)
	waitFor(t, events, `"`+draft+`","state":"published"`)
	waitFor(t, read, `{"rotas":[{"id":"`+draft+`","state":"published"`)
	if answer := chief.ask(http.MethodGet, "/api/weeks/2026-W60/events", ""); answer.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("a week there is none of answers %d", answer.StatusCode)
	}
	stop()
}

func TestRestorePointsOfADraft(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	draft := chief.newDraft()
	chief.change(draft, setting("speech", 0, minute(0, 10, 0)))
	if kept := chief.ask(http.MethodPost, "/api/rotas/"+draft+"/points", `{"name":"Avant"}`); kept.StatusCode != http.StatusNoContent {
		t.Fatalf("keeping answers %d: %s", kept.StatusCode, kept.body)
	}
	moved := chief.change(draft, setting("speech", 0, minute(0, 11, 0)))
	points := fetch[restorePointsJSON](chief, "/api/rotas/"+draft+"/points").Points
	if len(points) != 1 || points[0].Name != "Avant" || points[0].Changes != 1 || *points[0].Author != "Chief Dupuis" {
		t.Fatalf("the points are %+v", points)
	}
	path := "/api/rotas/" + draft + "/points/" + points[0].ID
	back := send[rotaJSON](chief, http.MethodPost, path+"/return", revisionJSON{moved.Summary.Revision}, http.StatusOK)
	if occurrenceOfRota(back, "speech", 0).Start != minute(0, 10, 0) || back.Undo.Kind != "restore" {
		t.Errorf("returned to %+v, undo %+v", back.Occurrences, back.Undo)
	}
	if gone := chief.ask(http.MethodDelete, path, ""); gone.StatusCode != http.StatusNoContent {
		t.Errorf("forgetting answers %d: %s", gone.StatusCode, gone.body)
	}
}
