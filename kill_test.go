package main

import (
	"database/sql"
	"net/http"
	"os"
	"os/exec"
	"sync"
	"syscall"
	"testing"
)

// process is the program, running on its own.
type process struct {
	*exec.Cmd
	browser *browser
}

func startProcess(t *testing.T, file string) *process {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var stdout, stderr liveText
	t.Cleanup(func() {
		if t.Failed() {
			t.Log(stderr.String())
		}
	})
	command := exec.CommandContext(t.Context(), program, "serve", "--demo", "--addr=127.0.0.1:0", "--db=sqlite:"+file)
	command.Env, command.Stdout, command.Stderr = append(os.Environ(), asProgram+"=1"), &stdout, &stderr
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	return &process{command, newBrowser(t, addressIn(t, &stdout))}
}

// acknowledged is what a server acknowledged before it was killed.
type acknowledged struct {
	mu       sync.Mutex
	drafts   []string
	revision int // of the draft that is changed again and again
}

func (a *acknowledged) counts() (drafts, revision int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return len(a.drafts), a.revision
}

type rotaAnswer struct {
	Summary     struct{ Revision int }
	Occurrences []struct {
		Activity   string
		Occurrence int
		Fixed      bool
	}
	Counters struct{ Planned int }
}

type draftAnswer struct{ ID string }

// addDrafts makes drafts until the server is gone.
func (a *acknowledged) addDrafts(b *browser, week string) {
	for {
		var draft draftAnswer
		status, err := b.try(http.MethodPost, "/api/weeks/"+week+"/drafts", map[string]any{}, &draft)
		if err != nil {
			return
		}
		if status != http.StatusCreated {
			b.t.Errorf("a draft was refused: %d", status)
			return
		}
		a.mu.Lock()
		a.drafts = append(a.drafts, draft.ID)
		a.mu.Unlock()
	}
}

// changeDraft locks and unlocks one occurrence of a draft until the server is gone.
func (a *acknowledged) changeDraft(b *browser, id string, rota *rotaAnswer) {
	at := 0
	for rota.Occurrences[at].Fixed {
		at++
	}
	wish := map[string]any{"kind": "lock", "activity": rota.Occurrences[at].Activity, "occurrence": rota.Occurrences[at].Occurrence}
	revision := rota.Summary.Revision
	for {
		var changed rotaAnswer
		status, err := b.try(http.MethodPatch, "/api/rotas/"+id, map[string]any{"revision": revision, "operations": []any{wish}}, &changed)
		if err != nil {
			return
		}
		if status != http.StatusOK {
			b.t.Errorf("a change was refused: %d", status)
			return
		}
		revision = changed.Summary.Revision
		a.mu.Lock()
		a.revision = revision
		a.mu.Unlock()
		if wish["kind"] == "lock" {
			wish["kind"] = "unlock"
		} else {
			wish["kind"] = "lock"
		}
	}
}

// A process that is killed while several people write loses nothing that it acknowledged, and leaves no half rota.
func TestKilledServerLosesNothingAcknowledged(t *testing.T) {
	t.Parallel()
	file := demoFile(t)
	first := startProcess(t, file)
	b := first.browser
	week := b.signIn("manager").PlanningWeek
	var changed draftAnswer
	var before rotaAnswer
	b.do(http.MethodPost, "/api/weeks/"+week+"/drafts", map[string]any{}, &changed)
	b.do(http.MethodGet, "/api/rotas/"+changed.ID, nil, &before)

	var done acknowledged
	var writers sync.WaitGroup
	for range 3 {
		writers.Go(func() { done.addDrafts(b, week) })
	}
	writers.Go(func() { done.changeDraft(b, changed.ID, &before) })
	until(t, func() bool {
		drafts, revision := done.counts()
		return drafts >= 12 && revision >= before.Summary.Revision+6
	})
	if err := first.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = first.Wait() // it was killed
	writers.Wait()

	second := startProcess(t, file)
	jar := b.client.Jar
	b = second.browser
	b.client.Jar = jar
	b.do(http.MethodGet, "/readyz", nil, nil)
	b.signIn("manager")
	var list struct{ Drafts []draftAnswer }
	b.do(http.MethodGet, "/api/weeks/"+week, nil, &list)
	kept := map[string]bool{}
	for _, draft := range list.Drafts {
		kept[draft.ID] = true
	}
	for _, id := range done.drafts {
		var rota rotaAnswer
		if !kept[id] {
			t.Errorf("draft %s is lost", id)
			continue
		}
		if b.do(http.MethodGet, "/api/rotas/"+id, nil, &rota); rota.Counters != before.Counters {
			t.Errorf("draft %s holds %d occurrences instead of %d", id, rota.Counters.Planned, before.Counters.Planned)
		}
	}
	if unsaid := len(list.Drafts) - len(done.drafts); unsaid > 3+2 { // one of each writer, and those there were before
		t.Errorf("%d drafts more than acknowledged", unsaid)
	}
	var after rotaAnswer
	b.do(http.MethodGet, "/api/rotas/"+changed.ID, nil, &after)
	if lost := done.revision - after.Summary.Revision; lost > 0 || lost < -1 {
		t.Errorf("revision %d was acknowledged, %d is kept", done.revision, after.Summary.Revision)
	}
	if err := second.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := second.Wait(); err != nil {
		t.Errorf("a server told to end: %v", err)
	}
	checkIntegrity(t, file)
}

func checkIntegrity(t *testing.T, file string) {
	t.Helper()
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	var verdict string
	if err := db.QueryRowContext(t.Context(), "PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Errorf("the database is damaged: %s, %v", verdict, err)
	}
	var orphans int
	if err := db.QueryRowContext(t.Context(), "SELECT count(*) FROM pragma_foreign_key_check").Scan(&orphans); err != nil || orphans > 0 {
		t.Errorf("%d rows point to nothing, %v", orphans, err)
	}
}
