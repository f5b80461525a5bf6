package handlers

import (
	"context"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/maillage-dime/maillage/handlers/httpapi"
)

const (
	// rotaBeat is how often a stream of events looks whether its rota changed.
	rotaBeat = 500 * time.Millisecond
	// rotaPulse is after how many beats a stream writes though nothing changed: a client that has gone is noticed by it.
	rotaPulse = 20
	// rotaStreamLife is how long a stream lasts. The browser then opens another, which looks anew who is asking.
	rotaStreamLife = 5 * time.Minute
)

// rotaEvents streams the revision of a rota, so that everybody who has it open can read what others change. What the caller may not read is
// refused before the stream begins.
func (a *API) rotaEvents(ctx context.Context, who caller, input *RotaPath) (*huma.StreamResponse, error) {
	id := string(input.ID)
	if _, err := a.Store.RotaRevision(ctx, who.actor, id); err != nil {
		return nil, err
	}
	return a.streams.Response(func(ctx context.Context, events httpapi.EventWriter) error {
		ctx, end := context.WithTimeout(ctx, rotaStreamLife)
		defer end()
		return a.followRota(ctx, who, id, events)
	}), nil
}

// followRota sends the revision whenever it moved, and now and then though it did not.
func (a *API) followRota(ctx context.Context, who caller, id string, events httpapi.EventWriter) error {
	beat := time.NewTicker(rotaBeat)
	defer beat.Stop()
	told := -1
	for beats := 0; ; beats++ {
		revision, err := a.Store.RotaRevision(ctx, who.actor, id)
		if err != nil {
			return err
		}
		if revision != told || beats%rotaPulse == 0 {
			if err := events.Event("rota", revisionJSON{Revision: revision}); err != nil {
				return err
			}
			told = revision
		}
		select {
		case <-beat.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
