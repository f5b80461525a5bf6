package handlers

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/handlers/httpapi"
	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

// testWeek is the one the house of the tests plans: its clock starts on the Sunday before.
const testWeek = "2026-W48"

const password = "un mot de passe assez long"

// passwordHash is made once: a hash takes its time on purpose.
var passwordHash = sync.OnceValue(func() string {
	hash, err := HashPassword(password)
	if err != nil {
		panic(err)
	}
	return hash
})

// world is the interface over a small house on a SQLite file, beside a foreign house in the same file.
type world struct {
	t     testing.TB
	api   *API
	store *models.Store
	log   *bytes.Buffer
	mutex sync.Mutex
	now   time.Time
	woken int
}

// newWorld opens the interface as change makes it; nil changes nothing.
func newWorld(t testing.TB, change func(*Deps)) *world {
	t.Helper()
	w := &world{t: t, log: &bytes.Buffer{}, now: storetest.Start}
	w.store = storetest.Open(t, storetest.SQLiteDSN(t), models.Options{Now: w.clock})
	for _, records := range []*models.HouseRecords{houseHere(), houseThere()} {
		if err := w.store.FoundHouse(t.Context(), models.SystemActor(""), records); err != nil {
			t.Fatal(err)
		}
	}
	deps := Deps{
		Store: w.store, Now: w.clock, Wake: func() { w.woken++ }, Log: slog.New(slog.NewTextHandler(w.log, &slog.HandlerOptions{Level: slog.LevelDebug})),
		Demo: true, PublicURL: "https://planning.example", Version: "test",
	}
	if change != nil {
		change(&deps)
	}
	api, err := New(deps)
	if err != nil {
		t.Fatal(err)
	}
	w.api = api
	return w
}

func (w *world) clock() time.Time {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return w.now
}

// pass lets time go by.
func (w *world) pass(duration time.Duration) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.now = w.now.Add(duration)
}

// reply is an answer with its whole body.
type reply struct {
	*http.Response
	body []byte
}

// ask sends one request; headers come in pairs.
func (w *world) ask(method, path, body string, headers ...string) reply {
	w.t.Helper()
	request := httptest.NewRequestWithContext(w.t.Context(), method, path, strings.NewReader(body))
	for pair := range slices.Chunk(headers, 2) {
		request.Header.Set(pair[0], pair[1])
	}
	response, err := w.api.Do(request)
	if err != nil {
		w.t.Fatal(err)
	}
	defer response.Body.Close()
	read, err := io.ReadAll(response.Body)
	if err != nil {
		w.t.Fatal(err)
	}
	response.Request = request
	answer := reply{response, read}
	if response.StatusCode < http.StatusMultipleChoices && strings.HasPrefix(path, "/api/") && path != "/api/openapi.json" {
		w.wantDescribed(method, answer)
	}
	return answer
}

// browser is somebody signed in.
type browser struct {
	*world
	cookie string
}

// as signs in an account of the houses by the name before its @.
func (w *world) as(name string) *browser {
	w.t.Helper()
	body, err := json.Marshal(signInJSON{Email: plainLine(name + "@example.org"), Password: password})
	if err != nil {
		w.t.Fatal(err)
	}
	answer := w.ask(http.MethodPost, "/api/session", string(body))
	if answer.StatusCode != http.StatusOK {
		w.t.Fatalf("signing in as %s answers %d %s", name, answer.StatusCode, answer.body)
	}
	cookie, _, _ := strings.Cut(answer.Header.Get("Set-Cookie"), ";")
	return &browser{world: w, cookie: cookie}
}

func (b *browser) ask(method, path, body string, headers ...string) reply {
	b.t.Helper()
	return b.world.ask(method, path, body, append(headers, "Cookie", b.cookie)...)
}

// fetch reads a resource that has to be there.
func fetch[T any](b *browser, path string) T {
	b.t.Helper()
	return decoded[T](b, b.ask(http.MethodGet, path, ""), http.StatusOK)
}

// send posts a body that has to be accepted.
func send[T any](b *browser, method, path string, body any, status int) T {
	b.t.Helper()
	encoded, err := json.Marshal(body)
	if err != nil {
		b.t.Fatal(err)
	}
	return decoded[T](b, b.ask(method, path, string(encoded)), status)
}

func decoded[T any](b *browser, answer reply, status int) T {
	b.t.Helper()
	var value T
	if answer.StatusCode != status {
		b.t.Fatalf("%s answers %d %s, want %d", answer.Request.URL.Path, answer.StatusCode, answer.body, status)
	}
	if err := json.Unmarshal(answer.body, &value); err != nil {
		b.t.Fatalf("%s answers %s: %v", answer.Request.URL.Path, answer.body, err)
	}
	return value
}

// wantProblem checks that an answer is a refusal and returns it.
func (w *world) wantProblem(answer reply, status int, code string) httpapi.Problem {
	w.t.Helper()
	var problem httpapi.Problem
	if err := json.Unmarshal(answer.body, &problem); err != nil {
		w.t.Fatalf("answered %d %q: %v", answer.StatusCode, answer.body, err)
	}
	if answer.StatusCode != status || problem.Status != status || problem.Code != code || answer.Header.Get("Content-Type") != "application/problem+json" {
		w.t.Errorf("answered %d %s as %q, want %d %s", answer.StatusCode, answer.body, answer.Header.Get("Content-Type"), status, code)
	}
	if problem.Fields == nil || problem.Breaches == nil {
		w.t.Errorf("a list is null in %s", answer.body)
	}
	return problem
}

// decodedCode is the code of a refusal.
func decodedCode(t testing.TB, answer reply) string {
	t.Helper()
	var problem httpapi.Problem
	if err := json.Unmarshal(answer.body, &problem); err != nil {
		t.Fatalf("answered %d %q: %v", answer.StatusCode, answer.body, err)
	}
	return problem.Code
}

func mustJSON(t testing.TB, value any) string {
	t.Helper()
	encoded, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(encoded)
}
