package httpapi_test

import (
	"bufio"
	"context"
	"log/slog"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/maillage-dime/maillage/handlers/httpapi"
)

// streaming serves one stream on a real listener and returns its address.
func streaming(t *testing.T, streams *httpapi.Streams, send func(context.Context, httpapi.EventWriter) error) (address string, shutdown func()) {
	t.Helper()
	s := newServer(t)
	get(s, "/events", func(context.Context, *struct{}) (*huma.StreamResponse, error) { return streams.Response(send), nil })
	get(s, "/greeting", func(context.Context, *struct{}) (*greetingOutput, error) {
		return &greetingOutput{greeting{"hello"}}, nil
	})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- s.app.Listener(listener) }()
	return "http://" + listener.Addr().String(), func() {
		if err := streams.Close(t.Context()); err != nil {
			t.Error(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		if err := s.app.ShutdownWithContext(ctx); err != nil {
			t.Errorf("shutting down: %v", err)
		}
		if err := <-served; err != nil {
			t.Errorf("serving: %v", err)
		}
	}
}

func open(t *testing.T, url string) (head, *bufio.Reader) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { response.Body.Close() })
	return head{response.StatusCode, response.Header, response.ContentLength}, bufio.NewReader(response.Body)
}

func wantLines(t *testing.T, reader *bufio.Reader, lines ...string) {
	t.Helper()
	for _, want := range lines {
		if line, err := reader.ReadString('\n'); line != want+"\n" {
			t.Fatalf("read %q, %v; want %q", line, err, want)
		}
	}
}

// The second event is sent only after the first one was read: a stream held back to its end could never come to it.
func TestEventsArriveAsTheyAreSent(t *testing.T) {
	t.Parallel()
	read := make(chan struct{})
	address, shutdown := streaming(t, httpapi.NewStreams(slog.New(slog.DiscardHandler)), func(_ context.Context, w httpapi.EventWriter) error {
		if err := w.Event("greeting", greeting{"hello"}); err != nil {
			return err
		}
		<-read
		return w.Event("greeting", greeting{"again"})
	})
	response, reader := open(t, address+"/api/events")
	wantLines(t, reader, "event: greeting", `data: {"text":"hello"}`, "")
	close(read)
	wantLines(t, reader, "event: greeting", `data: {"text":"again"}`, "")
	if response.Header.Get("Content-Type") != "text/event-stream" {
		t.Errorf("the stream is %q", response.Header.Get("Content-Type"))
	}
	shutdown()
}

// A stream that nobody ends would hold the shutdown to its deadline.
func TestClosingStreamsLetsTheServerStop(t *testing.T) {
	t.Parallel()
	streams := httpapi.NewStreams(slog.New(slog.DiscardHandler))
	address, shutdown := streaming(t, streams, func(ctx context.Context, w httpapi.EventWriter) error {
		if err := w.Event("greeting", greeting{"hello"}); err != nil {
			return err
		}
		<-ctx.Done()
		return ctx.Err()
	})
	_, reader := open(t, address+"/api/events")
	wantLines(t, reader, "event: greeting", `data: {"text":"hello"}`, "")
	shutdown()
	if err := streams.Close(t.Context()); err != nil {
		t.Errorf("closing again: %v", err)
	}
}

func TestPanicInAStreamEndsTheStreamOnly(t *testing.T) {
	t.Parallel()
	address, shutdown := streaming(t, httpapi.NewStreams(slog.New(slog.DiscardHandler)), func(context.Context, httpapi.EventWriter) error { panic("in a stream") })
	_, reader := open(t, address+"/api/events")
	if line, err := reader.ReadString('\n'); err == nil {
		t.Errorf("read %q from a stream that panicked", line)
	}
	response, _ := open(t, address+"/api/greeting")
	if response.StatusCode != http.StatusOK {
		t.Errorf("the server answers %d after it", response.StatusCode)
	}
	shutdown()
}
