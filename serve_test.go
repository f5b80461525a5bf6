package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/models/demo"
	"github.com/maillage-dime/maillage/models/storetest"
)

// demoDatabase is the file of the demo house, filled once for all tests.
var demoDatabase = sync.OnceValues(func() (content []byte, err error) {
	directory, err := os.MkdirTemp("", "maillage-demo-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(directory)) }()
	path := filepath.Join(directory, "demo.db")
	a, err := openApp(context.Background(), testConfig("sqlite:"+path, true), time.Now, slog.New(slog.DiscardHandler))
	if err != nil {
		return nil, err
	}
	if err := a.close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path) // closing the last connection has moved the log into the file
})

func testConfig(dsn string, demo bool) serverConfig {
	return serverConfig{databaseFlag: databaseFlag{DB: dsn}, Addr: "127.0.0.1:0", Demo: demo}
}

// demoFile returns a fresh database file with the demo house.
func demoFile(t testing.TB) string {
	t.Helper()
	content, err := demoDatabase()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "demo.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// browser is somebody's client of a server.
type browser struct {
	t      *testing.T
	base   string
	client *http.Client
}

func newBrowser(t *testing.T, base string) *browser {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	return &browser{t: t, base: base, client: &http.Client{Transport: transport, Jar: jar}}
}

// try sends a request and decodes the answer into into, unless it is nil. It returns the status, or an error when the server does not answer.
func (b *browser) try(method, path string, body, into any) (int, error) {
	var content io.Reader
	if body != nil {
		encoded, err := json.Marshal(body)
		if err != nil {
			return 0, err
		}
		content = bytes.NewReader(encoded)
	}
	request, err := http.NewRequestWithContext(b.t.Context(), method, b.base+path, content)
	if err != nil {
		return 0, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := b.client.Do(request)
	if err != nil {
		return 0, err
	}
	defer func() { _ = response.Body.Close() }()
	answer, err := io.ReadAll(response.Body)
	if err != nil || into == nil || response.StatusCode >= http.StatusBadRequest {
		return response.StatusCode, err
	}
	return response.StatusCode, json.Unmarshal(answer, into)
}

// do sends a request that has to succeed.
func (b *browser) do(method, path string, body, into any) {
	b.t.Helper()
	if status, err := b.try(method, path, body, into); err != nil || status >= http.StatusBadRequest {
		b.t.Fatalf("%s %s: %d, %v", method, path, status, err)
	}
}

// session is what the tests read of who is signed in.
type session struct {
	PlanningWeek string `json:"planning_week"`
}

func (b *browser) signIn(key string) session {
	b.t.Helper()
	var s session
	b.do(http.MethodPost, "/api/session/demo", map[string]string{"key": key}, &s)
	return s
}

var addressLine = regexp.MustCompile(`Maillage est prêt : (http://\S+)`)

// addressIn waits for the line in which a server says its address.
func addressIn(t *testing.T, stdout *liveText) string {
	t.Helper()
	until(t, func() bool { return addressLine.MatchString(stdout.String()) })
	return addressLine.FindStringSubmatch(stdout.String())[1]
}

func TestServeTheDemoHouse(t *testing.T) {
	t.Parallel()
	ctx, terminate := context.WithCancel(t.Context())
	var stdout, stderr liveText
	code := make(chan int)
	go func() {
		args := []string{"serve", "--demo", "--addr=127.0.0.1:0", "--db=sqlite:" + demoFile(t)}
		code <- run(ctx, args, strings.NewReader(""), &stdout, &stderr, time.Now)
	}()
	b := newBrowser(t, addressIn(t, &stdout))
	for _, path := range []string{"/healthz", "/readyz", "/metrics"} {
		b.do(http.MethodGet, path, nil, nil)
	}
	for _, account := range demo.Accounts {
		if !strings.Contains(stdout.String(), account.Email) {
			t.Errorf("%s is not among the accounts shown", account.Email)
		}
		b.signIn(account.Key)
	}
	terminate()
	if got := <-code; got != exitFine {
		t.Errorf("exit code %d: %s", got, stderr.String())
	}
	for line := range strings.Lines(stderr.String()) {
		if !json.Valid([]byte(line)) {
			t.Errorf("the log is not JSON: %q", line)
		}
	}
	if _, err := b.try(http.MethodGet, "/healthz", nil, nil); err == nil {
		t.Error("the server still answers")
	}
}

// A server that stops while a plan is sought, and somebody watches, ends at once; the next one finishes the plan.
func TestStoppedServerLeavesItsRunToTheNext(t *testing.T) {
	t.Parallel()
	t.Run("sqlite", func(t *testing.T) { t.Parallel(); leaveRun(t, "sqlite:"+demoFile(t)) })
	t.Run("postgres", func(t *testing.T) { t.Parallel(); leaveRun(t, storetest.EmptyPostgresDSN(t)) })
}

func leaveRun(t *testing.T, dsn string) {
	t.Helper()
	ctx, terminate := context.WithCancel(t.Context())
	first, b := serving(t, ctx, dsn)
	week := b.signIn("manager").PlanningWeek
	var rota struct{ ID string }
	b.do(http.MethodPost, "/api/weeks/"+week+"/drafts", map[string]any{}, &rota)
	var run struct{ ID, State string }
	b.do(http.MethodPost, "/api/rotas/"+rota.ID+"/runs", map[string]any{"scope": "improve", "seconds": 300}, &run)
	until(t, func() bool { b.do(http.MethodGet, "/api/runs/"+run.ID, nil, &run); return run.State == "running" })
	var watching sync.WaitGroup
	watching.Go(func() { _, _ = b.try(http.MethodGet, "/api/runs/"+run.ID+"/events", nil, nil) })
	terminate()
	if err := <-first; err != nil {
		t.Errorf("stopping: %v", err)
	}
	watching.Wait()

	ctx, terminate = context.WithCancel(t.Context())
	second, next := serving(t, ctx, dsn)
	next.signIn("manager")
	next.do(http.MethodPost, "/api/runs/"+run.ID+"/stop", map[string]any{}, nil)
	until(t, func() bool { next.do(http.MethodGet, "/api/runs/"+run.ID, nil, &run); return run.State == "done" })
	terminate()
	if err := <-second; err != nil {
		t.Errorf("stopping: %v", err)
	}
}

// serving serves a database in this process until ctx ends.
func serving(t *testing.T, ctx context.Context, dsn string) (<-chan error, *browser) { //nolint:revive // the test's helper comes first
	t.Helper()
	a, err := openApp(ctx, testConfig(dsn, true), time.Now, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- a.serve(ctx) }()
	return ended, newBrowser(t, a.address())
}

func TestServeRefusesATakenAddress(t *testing.T) {
	t.Parallel()
	ctx, terminate := context.WithCancel(t.Context())
	ended, b := serving(t, ctx, "sqlite:"+demoFile(t))
	taken := strings.TrimPrefix(b.base, "http://")
	maillage(t, "serve", "--addr="+taken, "--db=sqlite:"+filepath.Join(t.TempDir(), "other.db")).refuse(t, taken)
	terminate()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// BenchmarkStart opens an existing database of the demo house until the server listens.
func BenchmarkStart(b *testing.B) {
	file := demoFile(b)
	for b.Loop() {
		a, err := openApp(b.Context(), testConfig("sqlite:"+file, true), time.Now, slog.New(slog.DiscardHandler))
		if err != nil {
			b.Fatal(err)
		}
		if err := a.close(); err != nil {
			b.Fatal(err)
		}
	}
}
