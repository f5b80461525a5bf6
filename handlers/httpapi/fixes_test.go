package httpapi_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gofiber/fiber/v2"

	"github.com/maillage-dime/maillage/handlers/httpapi"
)

// server is a small API over the real adapter, with what it logged.
type server struct {
	app *fiber.App
	api huma.API
	log *bytes.Buffer
}

func newServer(t *testing.T) *server {
	t.Helper()
	s := &server{log: &bytes.Buffer{}}
	log := slog.New(slog.NewTextHandler(s.log, nil))
	s.app = fiber.New(fiber.Config{Immutable: true, ErrorHandler: httpapi.ErrorHandler(log)})
	s.app.Use(httpapi.Recover)
	s.api = httpapi.New(s.app, httpapi.Options{Title: "Test", Version: "1", Prefix: "/api"})
	return s
}

// head is an answer without its body.
type head struct {
	StatusCode    int
	Header        http.Header
	ContentLength int64
}

func (s *server) answer(t *testing.T, method, path, body string, headers ...string) (head, string) {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), method, path, strings.NewReader(body))
	for pair := range slices.Chunk(headers, 2) {
		request.Header.Set(pair[0], pair[1])
	}
	response, err := s.app.Test(request, -1)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	read, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return head{response.StatusCode, response.Header, response.ContentLength}, string(read)
}

func get[O any](s *server, path string, handler func(context.Context, *struct{}) (*O, error)) {
	huma.Register(s.api, huma.Operation{Method: http.MethodGet, Path: path, OperationID: path}, handler)
}

type greeting struct {
	Text string `json:"text"`
}

type greetingOutput struct{ Body greeting }

func TestTwoCookiesAreTwoHeaders(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	type output struct {
		SetCookie []string `header:"Set-Cookie"`
	}
	get(s, "/cookies", func(context.Context, *struct{}) (*output, error) {
		return &output{SetCookie: []string{"one=1; Path=/", "two=2; Path=/"}}, nil
	})
	response, _ := s.answer(t, http.MethodGet, "/api/cookies", "")
	if cookies := response.Header["Set-Cookie"]; !slices.Equal(cookies, []string{"one=1; Path=/", "two=2; Path=/"}) {
		t.Errorf("Set-Cookie headers are %q", cookies)
	}
}

func TestPanicIsABareProblemAndTheProcessLives(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	get(s, "/panic", func(context.Context, *struct{}) (*greetingOutput, error) { panic("a secret") })
	for range 2 {
		response, body := s.answer(t, http.MethodGet, "/api/panic", "")
		wantProblem(t, response, body, http.StatusInternalServerError, httpapi.CodeInternal)
		if strings.Contains(body, "secret") {
			t.Errorf("the client was told %s", body)
		}
	}
	if !strings.Contains(s.log.String(), "a secret") || !strings.Contains(s.log.String(), "fixes_test.go") {
		t.Error("the panic and its stack are not in the log")
	}
}

func TestPlainErrorsDoNotLeak(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	get(s, "/error", func(context.Context, *struct{}) (*greetingOutput, error) { return nil, errors.New("secret dsn") })
	response, body := s.answer(t, http.MethodGet, "/api/error", "")
	wantProblem(t, response, body, http.StatusInternalServerError, httpapi.CodeInternal)
	if strings.Contains(body, "secret") {
		t.Errorf("the client was told %s", body)
	}
}

func TestHeadIsAnsweredWhereGetIs(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	get(s, "/greeting", func(context.Context, *struct{}) (*greetingOutput, error) {
		return &greetingOutput{greeting{"hello"}}, nil
	})
	_, whole := s.answer(t, http.MethodGet, "/api/greeting", "")
	response, body := s.answer(t, http.MethodHead, "/api/greeting", "")
	if response.StatusCode != http.StatusOK || body != "" || response.ContentLength != int64(len(whole)) {
		t.Errorf("HEAD answers %d with %d octets and length %d, GET has %d", response.StatusCode, len(body), response.ContentLength, len(whole))
	}
}

func TestUnchangedAnswerIs304WithItsTag(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	type input struct {
		IfNoneMatch string `header:"If-None-Match"`
	}
	text := "hello"
	same := func(header, tag string) bool { return header == tag }
	huma.Register(s.api, huma.Operation{Method: http.MethodGet, Path: "/tagged", OperationID: "tagged"},
		func(_ context.Context, in *input) (*httpapi.Conditional[greeting], error) {
			return httpapi.NewConditional(greeting{text}, in.IfNoneMatch, same)
		})
	first, body := s.answer(t, http.MethodGet, "/api/tagged", "")
	tag := first.Header.Get("ETag")
	if first.StatusCode != http.StatusOK || body != `{"text":"hello"}`+"\n" || tag == "" {
		t.Fatalf("the first answer is %d %q with tag %q", first.StatusCode, body, tag)
	}
	second, body := s.answer(t, http.MethodGet, "/api/tagged", "", "If-None-Match", tag)
	if second.StatusCode != http.StatusNotModified || body != "" || second.Header.Get("ETag") != tag || strings.Contains(second.Header.Get("Content-Type"), "problem") {
		t.Errorf("the second answer is %d %q with %v", second.StatusCode, body, second.Header)
	}
	text = "good evening"
	third, _ := s.answer(t, http.MethodGet, "/api/tagged", "", "If-None-Match", tag)
	if third.StatusCode != http.StatusOK || third.Header.Get("ETag") == tag {
		t.Errorf("after a change the answer is %d with tag %q", third.StatusCode, third.Header.Get("ETag"))
	}
	document, err := httpapi.Document(s.api)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(document, []byte(`"#/components/schemas/Greeting"`)) {
		t.Error("the document does not say what a tagged answer holds")
	}
}

func wantProblem(t *testing.T, response head, body string, status int, code string) httpapi.Problem {
	t.Helper()
	var problem httpapi.Problem
	if err := json.Unmarshal([]byte(body), &problem); err != nil {
		t.Fatalf("%d %q is not a problem: %v", response.StatusCode, body, err)
	}
	if response.StatusCode != status || problem.Status != status || problem.Code != code || response.Header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("answered %d %s as %s, want %d %s", response.StatusCode, body, response.Header.Get("Content-Type"), status, code)
	}
	if problem.Fields == nil || problem.Breaches == nil {
		t.Errorf("a list is null in %s", body)
	}
	return problem
}
