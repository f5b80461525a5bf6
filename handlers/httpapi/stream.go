package httpapi

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"
)

// Streams holds the event streams that are open, so that they can be closed before the server is: an open one would hold the shutdown up to
// its deadline.
type Streams struct {
	log    *slog.Logger
	ctx    context.Context //nolint:containedctx // it is the life of all streams, which no single call has
	cancel context.CancelFunc
	open   sync.WaitGroup
	mutex  sync.Mutex
	closed bool
}

// NewStreams returns an empty set that logs to log.
func NewStreams(log *slog.Logger) *Streams {
	ctx, cancel := context.WithCancel(context.Background())
	return &Streams{log: log, ctx: ctx, cancel: cancel}
}

// Close ends every stream, refuses new ones and waits until the last has left or ctx is done. It may be called again.
func (s *Streams) Close(ctx context.Context) error {
	s.mutex.Lock()
	s.closed = true
	s.mutex.Unlock()
	s.cancel()
	left := make(chan struct{})
	go func() { s.open.Wait(); close(left) }()
	select {
	case <-left:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("waiting for event streams: %w", ctx.Err())
	}
}

func (s *Streams) enter() bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.closed {
		return false
	}
	s.open.Add(1)
	return true
}

// EventWriter writes server-sent events. Each call sends at once; an error means that the client has gone.
type EventWriter struct{ writer *bufio.Writer }

// Event sends data as JSON under a name.
func (w EventWriter) Event(name string, data any) error {
	encoded, err := json.Marshal(data)
	if err != nil {
		return fmt.Errorf("encoding the event %q: %w", name, err)
	}
	fmt.Fprintf(w.writer, "event: %s\ndata: %s\n\n", name, encoded)
	if err := w.writer.Flush(); err != nil {
		return fmt.Errorf("sending an event: %w", err)
	}
	return nil
}

// Response answers with what send writes, while it writes. Fiber's own stream writer is used, because huma's is buffered to the end on this
// adapter. send runs after the request's context is gone: it gets one that ends with [Streams.Close], and a panic in it ends the stream only.
func (s *Streams) Response(send func(context.Context, EventWriter) error) *huma.StreamResponse {
	return &huma.StreamResponse{Body: func(c huma.Context) {
		c.SetHeader("Content-Type", "text/event-stream")
		c.SetHeader("X-Accel-Buffering", "no")
		humafiber.Unwrap(c).Context().SetBodyStreamWriter(func(writer *bufio.Writer) {
			if !s.enter() {
				return
			}
			defer s.open.Done()
			defer func() {
				if fault := recover(); fault != nil {
					s.log.Error("panic in an event stream", "panic", fault, "stack", string(debug.Stack()))
				}
			}()
			if err := send(s.ctx, EventWriter{writer}); err != nil {
				s.log.Debug("event stream ended", "error", err)
			}
		})
	}}
}
