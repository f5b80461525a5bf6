package handlers

import (
	"encoding/json"
	"maps"
	"net/http"
	"strings"
	"testing"
)

// wireRecord is any record as the wire has it.
type wireRecord map[string]any

func (r wireRecord) version() int { return int(r["version"].(float64)) }

// withoutHead returns the values of a record with the version they were read at, ready to be sent back.
func (r wireRecord) withoutHead() wireRecord {
	sent := maps.Clone(r)
	for _, name := range []string{"id", "created_at", "updated_at", "archived_at", "can"} {
		delete(sent, name)
	}
	return sent
}

func demandSent(more wireRecord) wireRecord {
	sent := wireRecord{
		"label": "Entretien", "short_label": "", "duration": 45, "count": 1, "rhythm": "fortnight", "letter": "", "min_gap_days": 0,
		"modality_code": nil, "sector": nil, "seats": []any{wireRecord{"professions": []any{"nurse"}, "skills": []any{}, "one_of": []any{}}},
		"optional_ids": []any{}, "place_ids": []any{"tilleuls"}, "room": wireRecord{"features": []any{}, "seats": 2},
		"windows":      []any{wireRecord{"letter": "", "day": 1, "from": 540, "to": 720, "cost": 3}},
		"wished_spans": []any{wireRecord{"letter": "A", "day": 1, "from": 540, "to": 600}}, "refused_spans": []any{},
		"refused_ids": []any{"eric"}, "priority": 50, "preferred_ids": []any{"zoe"}, "from_date": "2026-09-01", "to_date": nil,
	}
	maps.Copy(sent, more)
	return sent
}

// recordsSent is a new record of every kind, and a field of it with another value.
var recordsSent = map[string]struct {
	sent  wireRecord
	field string
	value any
}{
	"unit":     {wireRecord{"name": "SESSAD", "kind": "sessad", "finess": "430001234"}, "kind", "itep"},
	"modality": {wireRecord{"code": "MO", "name": "Milieu ordinaire", "position": 2, "capacities": []any{wireRecord{"from_date": "2026-01-01", "places": 40}}}, "name", "Milieu"},
	"place": {wireRecord{
		"kind": "school", "name": "École", "code": "ECO", "address": "1 rue", "sector": "vallée", "latitude": 45.5, "longitude": 3.5,
		"hours": []any{wireRecord{"letter": "", "day": 0, "from": 510, "to": 990}},
	}, "latitude", 45.25},
	"room": {wireRecord{
		"place_id": "tilleuls", "name": "Verte", "seats": 4, "features": []any{"quiet"}, "wheelchair": true,
		"closed": []any{wireRecord{"letter": "B", "day": 2, "from": 0, "to": 720}},
	}, "seats", 5},
	"closed_day": {wireRecord{
		"place_id": nil, "room_id": nil, "date": "2026-12-24", "to_date": "2026-12-26", "kind": "reduced", "from_minute": 540, "to_minute": 720, "label": "Pont",
	}, "place_id", "tilleuls"},
	"travel": {wireRecord{"from_place_id": "tilleuls", "to_place_id": "moulin", "minutes": 14, "source": "override"}, "minutes", 15},
	"team":   {wireRecord{"code": "T2", "name": "Équipe deux", "kind": "resource", "modalities": []any{"AJ"}, "sectors": []any{}, "position": 2, "unit_id": nil}, "sectors", []any{"vallée"}},
	"professional": {wireRecord{
		"first_name": "Nora", "last_name": "Elbaz", "profession": "nurse", "job_title": "infirmière", "skills": []any{},
		"contracts": []any{
			wireRecord{"from_date": nil, "to_date": "2026-08-31", "minutes": 2100, "convention": "ccn66", "kind": "fixed_term", "agreements": []any{"day_12h"}},
			wireRecord{"from_date": "2026-09-01", "to_date": nil, "minutes": 1680, "convention": "ccn66", "kind": "permanent", "agreements": []any{}},
		}, "minor": false, "working_pattern": []any{}, "base_place_id": "tilleuls", "from_base": true,
		"lunch": nil, "limits": wireRecord{"day_span": 660, "day_work": 600, "rest": 660, "week_work": 2100, "week_days": 5},
		"direct_target": 1400, "coordination_target": nil, "preparation_target": 120, "key_worker_load": 8,
		"memberships": []any{wireRecord{"team_id": "team", "share": 80, "main": true}},
	}, "memberships", []any{}},
	"child": {wireRecord{
		"first_name": "Inès", "last_name": "Caron", "birth_year": 2017, "internal_number": "AJ-7", "sector": "vallée", "home_place_id": nil,
		"school_place_id": "moulin", "schedule": []any{wireRecord{"letter": "", "day": 0, "from": 540, "to": 720, "places": []any{"moulin"}}},
		"key_worker_id": "zoe", "case_coordinator_id": nil, "professionals_target": 4, "sessions_per_day_target": 2, "wishes": "Dessiner.\nJouer dehors.",
		"transport": "family", "transport_partner_id": nil,
		"periods": []any{wireRecord{"modality_code": "AJ", "from_date": "2026-09-01", "to_date": nil, "weekly_minutes": 300}},
	}, "periods", []any{}},
	"group":             {wireRecord{"name": "Colibris", "modality_code": "AJ", "child_ids": []any{"lina"}}, "child_ids", []any{"lina", "omar"}},
	"need":              {demandSent(wireRecord{"kind": "session", "child_id": "lina", "group_id": nil}), "count", 3.0},
	"duty":              {demandSent(wireRecord{"kind": "meal"}), "kind", "evening"},
	"recurring_meeting": {demandSent(wireRecord{"kind": "meeting", "purpose": "synthesis", "child_id": "omar"}), "purpose", "team"},
	"protected_time": {wireRecord{
		"kind": "coordination", "label": "Coordination", "professions": []any{"nurse"}, "professional_ids": []any{}, "convention": "ccn66",
		"basis_points": 600, "minutes": nil, "smallest_piece": 60, "priority": 30, "from_date": nil, "to_date": nil,
	}, "basis_points", 700},
	"partner":       {wireRecord{"kind": "mdph", "name": "MDPH 43", "place_id": nil}, "place_id", "moulin"},
	"goal_profile":  {wireRecord{"name": "Peu de route", "goals": map[string]any{"same_faces": 0, "few_trips": 2, "balanced_days": 0, "wished_hours": 0, "few_changes": -1}}, "name", "Moins de route"},
	"week_template": {wireRecord{"name": "Semaine type A", "letter": "A", "from_date": "2026-09-01", "to_date": nil}, "to_date", "2027-07-02"},
	"contact":       {wireRecord{"partner_id": "school-partner", "name": "M. Blanc", "role": "CPE", "email": "", "phone": "", "hours": []any{}}, "email", "blanc@example.org"},
}

// TestRecordsLiveOverHTTP walks a record of every kind through its life as a screen does.
func TestRecordsLiveOverHTTP(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	admin := w.as("admin")
	for kind, test := range recordsSent {
		all := "/api/records/" + kind
		before := fetch[recordList[wireRecord]](admin, all).Total
		made := send[wireRecord](admin, http.MethodPost, all, test.sent, http.StatusCreated)
		one := all + "/" + made["id"].(string)
		if same := made.withoutHead(); mustJSON(t, same) != mustJSON(t, withVersion(test.sent, 1)) {
			t.Errorf("%s is kept as %s, sent %s", kind, mustJSON(t, same), mustJSON(t, test.sent))
		}
		if read := fetch[wireRecord](admin, one); mustJSON(t, read) != mustJSON(t, made) {
			t.Errorf("%s reads %s, made %s", kind, mustJSON(t, read), mustJSON(t, made))
		}
		changing := made.withoutHead()
		changing[test.field] = test.value
		changed := send[wireRecord](admin, http.MethodPut, one, changing, http.StatusOK)
		if changed.version() != 2 || mustJSON(t, changed[test.field]) != mustJSON(t, test.value) {
			t.Errorf("%s changed is %s", kind, mustJSON(t, changed))
		}
		stale := w.wantProblem(admin.ask(http.MethodPut, one, mustJSON(t, changing)), http.StatusConflict, "stale")
		if current, ok := stale.Current.(map[string]any); !ok || mustJSON(t, current) != mustJSON(t, changed) {
			t.Errorf("%s: a stale change is answered with %v", kind, stale.Current)
		}
		undone := send[wireRecord](admin, http.MethodPost, one+"/undo", recordVersionJSON{2}, http.StatusOK)
		if mustJSON(t, undone.withoutHead()) != mustJSON(t, withVersion(test.sent, 3)) {
			t.Errorf("%s undone is %s", kind, mustJSON(t, undone))
		}
		archived := send[wireRecord](admin, http.MethodPost, one+"/archive", recordVersionJSON{3}, http.StatusOK)
		if total := fetch[recordList[wireRecord]](admin, all).Total; archived["archived_at"] == nil || total != before {
			t.Errorf("%s: %d records when archived, %d before", kind, total, before)
		}
		if total := fetch[recordList[wireRecord]](admin, all+"?archived=true").Total; total != before+1 {
			t.Errorf("%s: %d records with those archived, %d before", kind, total, before)
		}
		restored := send[wireRecord](admin, http.MethodPost, one+"/restore", recordVersionJSON{4}, http.StatusOK)
		w.wantProblem(admin.ask(http.MethodPost, one+"/restore", `{"version":5}`), http.StatusConflict, "conflict")
		if restored["archived_at"] != nil || restored.version() != 5 {
			t.Errorf("%s restored is %s", kind, mustJSON(t, restored))
		}
		wantHistory(t, admin, one, kind, test.field, test.value)
	}
}

func withVersion(record wireRecord, version int) wireRecord {
	copied := maps.Clone(record)
	copied["version"] = version
	return copied
}

func wantHistory(t *testing.T, admin *browser, one, kind, field string, value any) {
	t.Helper()
	history := fetch[recordHistoryJSON](admin, one+"/history")
	actions := []string{}
	for i, entry := range history.Entries {
		actions = append(actions, entry.Action)
		if entry.CanUndo != (i == 0) || entry.Author == nil || *entry.Author != "Admin Dupuis" || entry.Version != 5-i {
			t.Errorf("%s: entry %d of the history is %+v", kind, i, entry)
		}
	}
	if got := strings.Join(actions, " "); got != "restore archive undo update create" {
		t.Fatalf("%s: the history is %s", kind, got)
	}
	update, creation := history.Entries[3], history.Entries[4]
	if len(update.Fields) != 1 || update.Fields[0] != field || mustJSON(t, update.After[field]) != mustJSON(t, value) || len(update.Before) != 1 {
		t.Errorf("%s: the change reads %+v", kind, update)
	}
	if creation.Before != nil || len(creation.Fields) == 0 {
		t.Errorf("%s: the creation reads %+v", kind, creation)
	}
}

// TestListsOfRecordsAreCached reads a list twice.
func TestListsOfRecordsAreCached(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	first := chief.ask(http.MethodGet, "/api/records/child", "")
	tag := first.Header.Get("ETag")
	if again := chief.ask(http.MethodGet, "/api/records/child", "", "If-None-Match", tag); again.StatusCode != http.StatusNotModified || len(again.body) > 0 {
		t.Errorf("the same list answers %d", again.StatusCode)
	}
	child := fetch[wireRecord](chief, "/api/records/child/lina")
	sent := child.withoutHead()
	sent["wishes"] = "Nager"
	send[wireRecord](chief, http.MethodPut, "/api/records/child/lina", sent, http.StatusOK)
	if moved := chief.ask(http.MethodGet, "/api/records/child", "", "If-None-Match", tag); moved.StatusCode != http.StatusOK {
		t.Errorf("the changed list answers %d", moved.StatusCode)
	}
}

// TestFacilitySettings changes the house itself.
func TestFacilitySettings(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	admin := w.as("admin")
	const at = "/api/records/facility/here"
	before := fetch[wireRecord](admin, at)
	if before["road_percent"] != 135.0 || before["can"].(map[string]any)["change"] != true {
		t.Errorf("the settings are %s", mustJSON(t, before))
	}
	settings := before.withoutHead()
	settings["weeks_ahead"], settings["department"], settings["agreements"], settings["osrm_url"] = 12, "67", []any{"rest_9h"}, "http://osrm.example:5000"
	changed := send[wireRecord](admin, http.MethodPut, at, settings, http.StatusOK)
	if changed["department"] != "67" || changed.version() != settings.version()+1 {
		t.Errorf("the settings are now %s", mustJSON(t, changed))
	}
	stale := w.wantProblem(admin.ask(http.MethodPut, at, mustJSON(t, settings)), http.StatusConflict, "stale")
	if stale.Current == nil {
		t.Error("a stale change does not say how things stand")
	}
	settings["version"], settings["osrm_url"] = changed.version(), "ftp://user:secret@osrm.example?x"
	w.wantProblem(admin.ask(http.MethodPut, at, mustJSON(t, settings)), http.StatusUnprocessableEntity, "invalid")
	w.wantProblem(w.as("chief").ask(http.MethodPut, at, mustJSON(t, settings)), http.StatusForbidden, "forbidden")
	w.wantProblem(admin.ask(http.MethodPut, "/api/records/facility/there", mustJSON(t, settings)), http.StatusNotFound, "not_found")
	history := fetch[recordHistoryJSON](w.as("chief"), at+"/history")
	if len(history.Entries) != 1 || history.Entries[0].Before["department"] != "43" || history.Entries[0].CanUndo {
		t.Errorf("a manager reads the changes %s", mustJSON(t, history))
	}
	undone := send[wireRecord](admin, http.MethodPost, at+"/undo", wireRecord{"version": changed.version()}, http.StatusOK)
	if undone["department"] != "43" || undone["osrm_url"] != "" || undone.version() != changed.version()+1 {
		t.Errorf("undone, the settings are %s", mustJSON(t, undone))
	}
}

// TestHostileRecords sends what no screen sends.
func TestHostileRecords(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	admin, stranger := w.as("admin"), w.as("stranger")
	child := recordsSent["child"].sent
	with := func(field string, value any) string {
		sent := maps.Clone(child)
		sent[field] = value
		return mustJSON(t, sent)
	}
	many := make([]any, 10_000)
	for i := range many {
		many[i] = wireRecord{"modality_code": "AJ", "from_date": "2026-09-01", "to_date": nil, "weekly_minutes": 1}
	}
	skills := make([]any, 10_000)
	for i := range skills {
		skills[i] = "x"
	}
	person := maps.Clone(recordsSent["professional"].sent)
	person["skills"] = skills
	for name, test := range map[string]struct{ path, body string }{
		"a list of ten thousand periods": {"/api/records/child", with("periods", many)},
		"a list of ten thousand skills":  {"/api/records/professional", mustJSON(t, person)},
		"a huge text":                    {"/api/records/child", with("wishes", strings.Repeat("é", 200_000))},
		"an unknown field":               {"/api/records/child", with("diagnosis", "x")},
		"a missing field":                {"/api/records/child", `{"first_name":"Inès"}`},
		"a control character":            {"/api/records/child", with("first_name", "I\x07")},
		"a control character in a text":  {"/api/records/child", with("wishes", "I\x07")},
		"a place of nowhere":             {"/api/records/child", with("home_place_id", "nowhere")},
		"a wrong word":                   {"/api/records/unit", `{"name":"x","kind":"castle","finess":""}`},
		"a number out of its bounds":     {"/api/records/child", with("birth_year", 3)},
	} {
		if problem := w.wantProblem(admin.ask(http.MethodPost, test.path, test.body), http.StatusUnprocessableEntity, "invalid"); len(problem.Fields) == 0 {
			t.Errorf("%s: no field is named", name)
		}
	}
	w.wantProblem(admin.ask(http.MethodPost, "/api/records/child", "{\"first_name\":\"\xff\"}"), http.StatusBadRequest, "malformed")
	for _, ask := range []struct{ method, path, body string }{
		{http.MethodGet, "/api/records/child/lina", ""},
		{http.MethodGet, "/api/records/child/lina/history", ""},
		{http.MethodPost, "/api/records/child/lina/archive", `{"version":1}`},
		{http.MethodPost, "/api/records/child/lina/undo", `{"version":1}`},
		{http.MethodPut, "/api/records/unit/lina", `{"version":1,"name":"x","kind":"ime","finess":""}`},
	} {
		answer := stranger.ask(ask.method, ask.path, ask.body)
		if answer.StatusCode != http.StatusNotFound && answer.StatusCode != http.StatusForbidden {
			t.Errorf("%s %s by a stranger answers %d %s", ask.method, ask.path, answer.StatusCode, answer.body)
		}
	}
	foreign := maps.Clone(recordsSent["room"].sent)
	var problem struct {
		Fields []struct{ Path, Key string }
	}
	answer := stranger.ask(http.MethodPost, "/api/records/room", mustJSON(t, foreign))
	if err := json.Unmarshal(answer.body, &problem); err != nil || answer.StatusCode != http.StatusUnprocessableEntity || len(problem.Fields) != 1 || problem.Fields[0].Key != "unknown_id" {
		t.Errorf("a room at a foreign place answers %d %s", answer.StatusCode, answer.body)
	}
}
