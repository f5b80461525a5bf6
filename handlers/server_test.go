package handlers

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/models"
)

// serve puts the interface on a real port and returns its address and what stops it.
func (w *world) serve() (address string, stop func()) {
	w.t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		w.t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- w.api.Serve(listener) }()
	return listener.Addr().String(), func() {
		ctx, cancel := context.WithTimeout(w.t.Context(), 20*time.Second)
		defer cancel()
		if err := w.api.Shutdown(ctx); err != nil {
			w.t.Errorf("shutting down: %v", err)
		}
		if err := <-served; err != nil {
			w.t.Errorf("serving: %v", err)
		}
	}
}

// What Go's client would not send arrives all the same. The size is refused by what a request says of itself, before a byte of it is read.
func TestRawRequestsAreRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	address, stop := w.serve()
	defer stop()
	for request, want := range map[string]int{
		fmt.Sprintf("PATCH /api/rotas/x HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n", 1<<20+1): http.StatusRequestEntityTooLarge,
		"GET /api/rotas/%zz HTTP/1.1\r\nHost: h\r\n\r\n": http.StatusBadRequest,
	} {
		connection, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		defer connection.Close()
		if _, err := connection.Write([]byte(request)); err != nil {
			t.Fatal(err)
		}
		response, err := http.ReadResponse(bufio.NewReader(connection), nil)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		if response.StatusCode != want || response.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%.40q is answered %d as %q", request, response.StatusCode, response.Header.Get("Content-Type"))
		}
	}
}

// A run is followed from its queue to its stop; then the server stops although a client is still listening to another.
func TestRunIsFollowedAndTheServerStops(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	address, stop := w.serve()
	run := send[runJSON](chief, http.MethodPost, "/api/rotas/"+chief.newDraft()+"/runs", proposeJSON{Scope: "all", Seconds: 5}, http.StatusAccepted)
	if run.State != "queued" || run.Wanted != 4 || run.Result != nil || w.woken != 1 {
		t.Errorf("the run is %+v, workers were woken %d times", run, w.woken)
	}
	events := chief.listen(address, "/api/runs/"+run.ID+"/events")
	waitFor(t, events, `"state":"queued"`)
	stopped := send[runJSON](chief, http.MethodPost, "/api/runs/"+run.ID+"/stop", nothing{}, http.StatusOK)
	if !stopped.StopRequested {
		t.Errorf("after the stop the run is %+v", stopped)
	}
	waitFor(t, events, `"stop_requested":true`)
	if head := chief.ask(http.MethodHead, "/api/runs/"+run.ID+"/events", ""); head.StatusCode != http.StatusOK || len(head.body) != 0 {
		t.Errorf("HEAD of the stream answers %d with %d octets", head.StatusCode, len(head.body))
	}
	w.wantProblem(chief.ask(http.MethodPost, "/api/rotas/"+run.Rota+"/runs", `{"scope":"all","seconds":5}`), http.StatusConflict, "conflict")
	stop()
}

// listen opens a stream of events on a running server; it is closed with the test.
func (b *browser) listen(address, path string) *bufio.Scanner {
	b.t.Helper()
	request, err := http.NewRequestWithContext(b.t.Context(), http.MethodGet, "http://"+address+path, http.NoBody)
	if err != nil {
		b.t.Fatal(err)
	}
	request.Header.Set("Cookie", b.cookie)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(func() { _ = response.Body.Close() })
	return bufio.NewScanner(response.Body)
}

// waitFor reads events until one holds a text.
func waitFor(t *testing.T, events *bufio.Scanner, text string) {
	t.Helper()
	for events.Scan() {
		if strings.HasPrefix(events.Text(), "data: ") && strings.Contains(events.Text(), text) {
			return
		}
	}
	t.Fatalf("the stream ended without %s: %v", text, events.Err())
}

// The stream of a run that is over is one event long.
func TestEventsEndWithTheRun(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	draft := chief.newDraft()
	run := send[runJSON](chief, http.MethodPost, "/api/rotas/"+draft+"/runs", proposeJSON{Scope: "gaps", Seconds: 5}, http.StatusAccepted)
	if err := w.failRun(run.ID); err != nil {
		t.Fatal(err)
	}
	answer := chief.ask(http.MethodGet, "/api/runs/"+run.ID+"/events", "")
	if got := string(answer.body); strings.Count(got, "event: run") != 1 || !strings.Contains(got, `"state":"failed"`) || !strings.Contains(got, `"error":"broken"`) {
		t.Errorf("the stream of a failed run is %s", got)
	}
	if again := fetch[runJSON](chief, "/api/runs/"+run.ID); again.State != "failed" || *again.Error != "broken" {
		t.Errorf("the run is %+v", again)
	}
}

// failRun takes the run's job as a worker would and gives it up.
func (w *world) failRun(id string) error {
	job, err := w.store.ClaimJob(w.t.Context(), "worker", []string{models.JobKindPlanRun}, time.Minute)
	if err != nil {
		return err
	}
	if _, err := w.store.LoadPlanRun(w.t.Context(), id, job.Attempt); err != nil {
		return err
	}
	return w.store.FailPlanRun(w.t.Context(), id, job.Attempt, "broken")
}

func TestHealth(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	for path, want := range map[string]string{"/healthz": "ok\n", "/readyz": "ready\n"} {
		if answer := w.ask(http.MethodGet, path, ""); answer.StatusCode != http.StatusOK || string(answer.body) != want {
			t.Errorf("%s answers %d %q", path, answer.StatusCode, answer.body)
		}
	}
	if err := w.store.Close(); err != nil {
		t.Fatal(err)
	}
	w.wantProblem(w.ask(http.MethodGet, "/readyz", ""), http.StatusServiceUnavailable, "database")
	if answer := w.ask(http.MethodGet, "/healthz", ""); answer.StatusCode != http.StatusOK {
		t.Errorf("without a database the process answers %d", answer.StatusCode)
	}
	w.wantProblem(w.ask(http.MethodPost, "/api/session", `{"email":"chief@example.org","password":"x"}`), http.StatusInternalServerError, "internal")
	if !strings.Contains(w.log.String(), "operation=signIn") {
		t.Error("the failure is not in the log")
	}
}

func TestMetricsAreForThisMachine(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	w.wantProblem(w.ask(http.MethodGet, "/metrics", ""), http.StatusNotFound, "not_found") // the test connection is no loopback
	address, stop := w.serve()
	defer stop()
	ask := func(headers ...string) (int, string) {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+address+"/metrics", http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(headers); i += 2 {
			request.Header.Set(headers[i], headers[i+1])
		}
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		var body strings.Builder
		if _, err := bufio.NewReader(response.Body).WriteTo(&body); err != nil {
			t.Fatal(err)
		}
		return response.StatusCode, body.String()
	}
	w.ask(http.MethodGet, "/calendars/"+strings.Repeat("a", tokenLength)+".ics", "")
	status, text := ask()
	if status != http.StatusOK || !strings.Contains(text, `maillage_http_request_duration_seconds_count{method="GET",route="/calendars/:token.ics",status="404"} 1`) || !strings.Contains(text, `maillage_build_info{version="test"} 1`) {
		t.Errorf("this machine is answered %d %s", status, text)
	}
	if strings.Contains(text, "aaaa") {
		t.Error("a path is a label")
	}
	if status, _ := ask("X-Forwarded-For", "192.0.2.1"); status != http.StatusNotFound {
		t.Errorf("somebody behind a proxy is answered %d", status)
	}
	open := newWorld(t, func(deps *Deps) { deps.OpenMetrics = true })
	if answer := open.ask(http.MethodGet, "/metrics", ""); answer.StatusCode != http.StatusOK {
		t.Errorf("opened to all it answers %d", answer.StatusCode)
	}
}
