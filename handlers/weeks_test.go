package handlers

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
)

// A year on one page, and the holidays of another one imported by an administrator.
func TestTheYear(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	year := fetch[yearJSON](w.as("zoe"), "/api/years/2026-2027")
	if len(year.Days) != 365 || year.Previous != "2025-2026" || year.Next != "2027-2028" || year.CanChange || year.CanImport || year.CurrentWeek != "2026-W47" {
		t.Errorf("the year: %d days, %s, %s, %+v", len(year.Days), year.Previous, year.Next, year.CurrentWeek)
	}
	if !fetch[yearJSON](w.as("chief"), "/api/years/2026-2027").CanChange {
		t.Error("the chief may not close a day")
	}
	for _, path := range []string{"/api/years/2026-2028", "/api/years/1999-2000"} {
		w.wantProblem(w.as("chief").ask(http.MethodGet, path, ""), http.StatusUnprocessableEntity, "invalid")
	}
	const file = "description;start_date;end_date;zones\nNoël;2027-12-18;2028-01-03;Zone A\n"
	body := mustJSON(t, importHolidaysJSON{FileName: "2027.csv", Content: []byte(file)})
	w.wantProblem(w.as("chief").ask(http.MethodPost, "/api/school-holidays", body), http.StatusForbidden, "forbidden")
}

// template publishes what the week's published rota plans as its ordinary week.
func (w *world) template() models.WeekTemplate {
	w.t.Helper()
	actor := models.SystemActor(w.facility())
	template, err := w.store.CreateTemplate(w.t.Context(), actor, models.WeekTemplate{Name: "Semaine type", FromDate: "2026-11-02"})
	if err != nil {
		w.t.Fatal(err)
	}
	return template
}

// facility is the id of the house the people of the tests work in.
func (w *world) facility() string { return houseHere().Facility.ID }

// A template is drafted and published with the operations of any rota; a week is then made from it.
func TestAWeekFromItsTemplate(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	template := w.template()
	w.wantProblem(chief.ask(http.MethodPost, "/api/weeks/"+testWeek+"/make", "{}"), http.StatusConflict, "conflict")
	draft := send[rotaSummaryJSON](chief, http.MethodPost, "/api/templates/"+template.ID+"/drafts", templateDraftJSON{}, http.StatusCreated)
	if !draft.Ordinary || draft.Template == nil || draft.Template.Name != "Semaine type" {
		t.Fatalf("the draft is %+v", draft)
	}
	rota := fetch[rotaJSON](chief, "/api/rotas/"+draft.ID)
	if len(rota.Activities) == 0 || !rota.Summary.Ordinary {
		t.Errorf("the ordinary week asks for %d activities", len(rota.Activities))
	}
	send[publishedJSON](chief, http.MethodPost, "/api/rotas/"+draft.ID+"/publication", revisionJSON{Revision: draft.Revision}, http.StatusOK)
	made := send[madeWeekJSON](chief, http.MethodPost, "/api/weeks/"+testWeek+"/make", nil, http.StatusOK)
	if made.Making != "made" || !made.Rota.Automatic || made.Run == nil || w.woken == 0 || made.Rota.Template == nil || *made.Rota.Template.Version != 1 {
		t.Errorf("made %+v", made)
	}
	if again := send[madeWeekJSON](chief, http.MethodPost, "/api/weeks/"+testWeek+"/make", nil, http.StatusOK); again.Making != "renewed" || again.Rota.ID != made.Rota.ID {
		t.Errorf("made again: %+v", again)
	}
	if changes := fetch[templateChangesJSON](chief, "/api/rotas/"+made.Rota.ID+"/template"); changes.Template.Name != "Semaine type" {
		t.Errorf("compared with %+v", changes.Template)
	}
	overview := fetch[templatesJSON](chief, "/api/templates").Templates
	if len(overview) != 1 || overview[0].State != "in_force" || overview[0].SchoolYear != "2026-2027" || overview[0].Published == nil || overview[0].Weeks != 1 {
		t.Errorf("the templates are %+v", overview)
	}
	if week := fetch[weekJSON](chief, "/api/weeks/"+testWeek); week.Template == nil || week.Template.ID != template.ID || len(week.Days[0].Date) != len(time.DateOnly) {
		t.Errorf("the week comes from %+v", week.Template)
	}
	if answer := chief.ask(http.MethodPost, "/api/weeks/make", `{"from":"2026-W48","to":"2027-W05"}`); answer.StatusCode != http.StatusAccepted {
		t.Errorf("many weeks: %d %s", answer.StatusCode, answer.body)
	}
	w.wantProblem(chief.ask(http.MethodPost, "/api/weeks/make", `{"from":"2026-W48","to":"2029-W05"}`), http.StatusRequestEntityTooLarge, "too_large")
	copied := send[templateJSON](chief, http.MethodPost, "/api/templates/"+template.ID+"/copy", TemplateFields{Name: "2027-2028", FromDate: "2027-08-30"}, http.StatusCreated)
	if copied.ID == template.ID || copied.FromDate != "2027-08-30" {
		t.Errorf("copied as %+v", copied)
	}
	if latest := fetch[templatesJSON](chief, "/api/templates").Templates[0]; latest.SchoolYear != "2027-2028" || len(latest.Uneven.Professionals) > 0 {
		t.Errorf("the copy is of %s, hours differ for %v", latest.SchoolYear, latest.Uneven)
	}
	w.wantProblem(w.as("stranger").ask(http.MethodPost, "/api/templates/"+template.ID+"/drafts", "{}"), http.StatusNotFound, "not_found")
}

// What a week does with a session is done in the other weeks too: said before, then published with the template, which its calendar follows.
func TestASeries(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	template := w.template()
	draft := send[rotaSummaryJSON](chief, http.MethodPost, "/api/templates/"+template.ID+"/drafts", templateDraftJSON{}, http.StatusCreated)
	send[publishedJSON](chief, http.MethodPost, "/api/rotas/"+draft.ID+"/publication", revisionJSON{Revision: draft.Revision}, http.StatusOK)
	made := send[madeWeekJSON](chief, http.MethodPost, "/api/weeks/"+testWeek+"/make", nil, http.StatusOK)
	ref := w.planSomething(made.Rota.ID)
	rota := fetch[rotaJSON](chief, "/api/rotas/"+made.Rota.ID)
	if len(rota.OffTemplate) != 1 || rota.OffTemplate[0] != ref {
		t.Errorf("off the template: %v", rota.OffTemplate)
	}
	about := fmt.Sprintf("/api/rotas/%s/series?activity=%s&occurrence=%d", made.Rota.ID, ref.Activity, ref.Occurrence)
	preview := fetch[seriesPreviewJSON](chief, about)
	if preview.Same || preview.Old != nil || preview.New == nil || len(preview.Ways) != 1 || preview.Ways[0].Scope != "from" || !preview.Ways[0].Published {
		t.Fatalf("previewed %+v", preview)
	}
	woken := w.woken
	change := changeSeriesJSON{Activity: identifier(ref.Activity), Occurrence: ref.Occurrence, Scope: "from"}
	outcome := send[seriesJSON](chief, http.MethodPost, "/api/rotas/"+made.Rota.ID+"/series", change, http.StatusOK)
	if outcome.Rota.State != "published" || outcome.Rota.Version != 2 || outcome.Replaced == nil || w.woken == woken {
		t.Errorf("came to %+v", outcome)
	}
	if after := fetch[rotaJSON](chief, "/api/rotas/"+made.Rota.ID); len(after.OffTemplate) > 0 {
		t.Errorf("still off the template: %v", after.OffTemplate)
	}
	w.wantProblem(w.as("zoe").ask(http.MethodGet, about, ""), http.StatusForbidden, "forbidden")
	w.wantProblem(w.as("stranger").ask(http.MethodGet, about, ""), http.StatusNotFound, "not_found")
}

// planSomething plans the first occurrence a draft has a way for and returns which.
func (w *world) planSomething(rotaID string) planner.Ref {
	w.t.Helper()
	chief := w.as("chief")
	rota := fetch[rotaJSON](chief, "/api/rotas/"+rotaID)
	for _, ref := range rota.Unplanned {
		asked := askOptionsJSON{Activity: identifier(ref.Activity), Occurrence: ref.Occurrence}
		for _, row := range send[optionsJSON](chief, http.MethodPost, "/api/rotas/"+rotaID+"/options", asked, http.StatusOK).Rows {
			if len(row.Starts) == 0 {
				continue
			}
			operation := operationJSON{
				Kind: "set", Activity: identifier(ref.Activity), Occurrence: ref.Occurrence, Start: &row.Starts[0], Staff: []identifier{identifier(row.Professional)},
			}
			send[rotaJSON](chief, http.MethodPatch, "/api/rotas/"+rotaID, changeRotaJSON{Revision: rota.Summary.Revision, Operations: []operationJSON{operation}}, http.StatusOK)
			return ref
		}
	}
	w.t.Fatal("nothing can be planned")
	return planner.Ref{}
}

// What an absence hits is shown with the names its reader may know.
func TestTheImpactOfAnAbsence(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	absence, err := w.store.CreateAbsence(t.Context(), models.SystemActor(w.facility()), models.Absence{
		ProfessionalID: new("zoe"), FromDate: "2026-11-23", ToDate: "2026-11-27", ToMinute: 1440, Reason: models.AbsenceIllness,
	})
	if err != nil {
		t.Fatal(err)
	}
	impact := fetch[absenceImpactJSON](w.as("zoe"), "/api/absences/"+absence.ID+"/impact")
	if impact.Weeks == nil || impact.Hits < 0 {
		t.Errorf("the impact is %+v", impact)
	}
	w.wantProblem(w.as("stranger").ask(http.MethodGet, "/api/absences/"+absence.ID+"/impact", ""), http.StatusNotFound, "not_found")
	w.wantProblem(w.as("reader").ask(http.MethodGet, "/api/absences/"+absence.ID+"/impact", ""), http.StatusForbidden, "forbidden")
}

// A professional asks to be away, her manager decides; her reason stays between them.
func TestAnAbsenceIsAskedForAndDecided(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	zoe, chief := w.as("zoe"), w.as("chief")
	values := AbsenceValues{ProfessionalID: new(identifier("zoe")), FromDate: "2026-11-24", ToDate: "2026-11-24", FromMinute: 720, ToMinute: 1440, Reason: "medical"}
	asked := send[absenceRecordJSON](zoe, http.MethodPost, "/api/records/absence", absenceInputJSON{AbsenceValues: values}, http.StatusCreated)
	if asked.State != "requested" || asked.RequestedAt == nil || !asked.Can.Change {
		t.Fatalf("asked for as %+v", asked)
	}
	one := "/api/records/absence/" + asked.ID
	w.wantProblem(zoe.ask(http.MethodPost, one+"/decision", `{"version":1,"accept":true}`), http.StatusForbidden, "forbidden")
	if seen := fetch[recordList[absenceRecordJSON]](w.as("coordinator"), "/api/records/absence").Records; len(seen) != 1 || seen[0].Reason != "other" || seen[0].Can.Change {
		t.Errorf("the coordinator sees %+v", seen)
	}
	accepted := send[absenceRecordJSON](chief, http.MethodPost, one+"/decision", decisionJSON{Version: 1, Accept: true}, http.StatusOK)
	if accepted.State != "accepted" || accepted.DecidedAt == nil || accepted.Reason != "medical" || accepted.Version != 2 {
		t.Errorf("accepted as %+v", accepted)
	}
	history := fetch[recordHistoryJSON](chief, one+"/history")
	if len(history.Entries) != 2 || history.Entries[0].Action != "accept" || history.Entries[0].Author == nil || history.Entries[1].Author == nil {
		t.Errorf("the history is %+v", history.Entries)
	}
	again := send[absenceRecordJSON](chief, http.MethodPost, one+"/undo", recordVersionJSON{2}, http.StatusOK)
	if again.State != "requested" || again.DecidedAt != nil {
		t.Errorf("a decision undone leaves %+v", again)
	}
	w.wantProblem(zoe.ask(http.MethodPost, "/api/records/absence", mustJSON(t, absenceInputJSON{AbsenceValues: AbsenceValues{
		ProfessionalID: new(identifier("eric")), FromDate: "2026-11-24", ToDate: "2026-11-24", ToMinute: 1440, Reason: "leave",
	}})), http.StatusForbidden, "forbidden")
}

// A professional declares the hours she did, her manager accepts them; then they stand beside her contract.
func TestHoursDoneAreDeclaredAndAccepted(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	zoe, chief := w.as("zoe"), w.as("chief")
	values := WorkedDayValues{ProfessionalID: "zoe", Date: "2026-11-16", FromMinute: 540, ToMinute: 1020, BreakMinutes: 45, Note: "sortie prolongée"}
	declared := send[workedDayRecordJSON](zoe, http.MethodPost, "/api/records/worked_day", workedDayInputJSON{WorkedDayValues: values}, http.StatusCreated)
	if declared.State != "requested" || declared.WorkedDayValues != values || !declared.Can.Change {
		t.Fatalf("declared as %+v", declared)
	}
	one := "/api/records/worked_day/" + declared.ID
	w.wantProblem(zoe.ask(http.MethodPost, one+"/decision", `{"version":1,"accept":true}`), http.StatusForbidden, "forbidden")
	accepted := send[workedDayRecordJSON](chief, http.MethodPost, one+"/decision", decisionJSON{Version: 1, Accept: true}, http.StatusOK)
	if accepted.State != "accepted" || accepted.DecidedBy == nil {
		t.Errorf("accepted as %+v", accepted)
	}
	state := fetch[professionalStateJSON](chief, "/api/professionals/zoe/state?week=2026-W47")
	if state.DoneMinutes != 435 || state.PlannedMinutes != 435 {
		t.Errorf("beside the contract: %+v", state)
	}
	if seen := fetch[recordList[workedDayRecordJSON]](w.as("eric"), "/api/records/worked_day").Records; len(seen) > 0 {
		t.Errorf("a colleague sees %+v", seen)
	}
	values.ToMinute = 1080
	w.wantProblem(zoe.ask(http.MethodPut, one, mustJSON(t, workedDayInputJSON{RecordVersion{2}, values})), http.StatusConflict, "conflict")
}

// A house overseas chooses its zone, sees that its holidays are missing, and imports the ministry's file, which is larger than other requests
// may be.
func TestAHouseOverseasImportsItsHolidays(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	administrator := w.as("admin")
	settings := fetch[wireRecord](administrator, "/api/records/facility/here").withoutHead()
	settings["school_zone"] = "Réunion"
	send[wireRecord](administrator, http.MethodPut, "/api/records/facility/here", settings, http.StatusOK)
	year := fetch[yearJSON](administrator, "/api/years/2028-2029")
	if year.Zone != "Réunion" || year.Known {
		t.Fatalf("before the import zone %q, known %v", year.Zone, year.Known)
	}
	file, err := os.ReadFile("../models/school/testdata/territoires.csv")
	if err != nil {
		t.Fatal(err)
	}
	remark := []byte("# " + strings.Repeat("x", 1<<10) + "\n")
	for len(file) < 2<<20 {
		file = append(file, remark...)
	}
	imported := send[importedHolidaysJSON](administrator, http.MethodPost, "/api/school-holidays", importHolidaysJSON{FileName: "national.csv", Content: file}, http.StatusOK)
	if !slices.Contains(imported.Zones, "Réunion") || !slices.Equal(imported.Years, []string{"2028-2029"}) {
		t.Errorf("imported %+v", imported)
	}
	year = fetch[yearJSON](administrator, "/api/years/2028-2029")
	holiday := func(date string) bool {
		return slices.ContainsFunc(year.Days, func(d yearDayJSON) bool { return d.Date == date && d.SchoolHoliday != nil })
	}
	if !year.Known || !holiday("2029-01-28") || holiday("2029-01-29") {
		t.Errorf("known %v, 28 January %v, 29 January %v", year.Known, holiday("2029-01-28"), holiday("2029-01-29"))
	}
	if year = fetch[yearJSON](w.as("zoe"), "/api/years/2028-2029"); year.CanImport {
		t.Error("a professional may import")
	}
}

// Only where files are sent may a body be larger than a mebibyte, and only as large as a file is.
func TestHolidaysMayBeLargerThanOtherRequests(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	address, stop := w.serve()
	defer stop()
	for _, test := range []struct {
		path  string
		bytes int
		want  int
	}{
		{"/api/school-holidays", largestHolidays, http.StatusUnauthorized},
		{"/api/school-holidays", largestHolidays + 1<<20, http.StatusRequestEntityTooLarge},
		{"/api/records/absence", largestBody + 1<<10, http.StatusRequestEntityTooLarge},
	} {
		connection, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		// Too large a body is refused by what its head says of it.
		fmt.Fprintf(connection, "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n", test.path, address, test.bytes)
		if test.want != http.StatusRequestEntityTooLarge {
			fmt.Fprintf(connection, "%q", strings.Repeat("x", test.bytes-2))
		}
		response, err := http.ReadResponse(bufio.NewReader(connection), nil)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		connection.Close()
		if response.StatusCode != test.want {
			t.Errorf("%d bytes to %s: %d", test.bytes, test.path, response.StatusCode)
		}
	}
}
