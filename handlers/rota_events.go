package handlers

import (
	"context"
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/maillage-dime/maillage/handlers/httpapi"
	"github.com/maillage-dime/maillage/models"
)

const (
	// followBeat is how often a stream of events looks whether what it follows changed.
	followBeat = 500 * time.Millisecond
	// followPulse is after how many beats a stream writes though nothing changed: a client that has gone is noticed by it.
	followPulse = 20
	// followLife is how long a stream lasts. The browser then opens another, which looks anew who is asking.
	followLife = 5 * time.Minute
)

// rotaEvents streams the revision of a rota, so that everybody who has it open can read what others change. What the caller may not read is
// refused before the stream begins.
func (a *API) rotaEvents(ctx context.Context, who caller, input *RotaPath) (*huma.StreamResponse, error) {
	return follow(ctx, a, "rota", func(ctx context.Context) (revisionJSON, error) {
		revision, err := a.Store.RotaRevision(ctx, who.actor, string(input.ID))
		return revisionJSON{Revision: revision}, err
	})
}

// weekStandingsJSON says where the rotas of a week stand.
type weekStandingsJSON struct {
	Rotas []rotaStandingJSON `json:"rotas" doc:"Those the caller may read."`
}

type rotaStandingJSON struct {
	ID       string `json:"id"`
	State    string `json:"state" enum:"draft,published"`
	Revision int    `json:"revision" doc:"Moves with every change."`
}

// weekEvents streams where the rotas of a week stand: who has a week open hears of a new draft and of a publication too.
func (a *API) weekEvents(ctx context.Context, who caller, input *WeekPath) (*huma.StreamResponse, error) {
	week, err := models.ParseWeek(input.Week)
	if err != nil {
		return nil, err
	}
	return follow(ctx, a, "week", func(ctx context.Context) (weekStandingsJSON, error) {
		standings, err := a.Store.WeekStandings(ctx, who.actor, week)
		found := weekStandingsJSON{Rotas: make([]rotaStandingJSON, len(standings))}
		for i, one := range standings {
			found.Rotas[i] = rotaStandingJSON{ID: one.ID, State: string(one.State), Revision: one.Revision}
		}
		return found, err
	})
}

// follow streams what look finds under a name: at once, whenever it changed, and now and then though it did not. What look refuses the first time
// is refused before the stream begins.
func follow[T any](ctx context.Context, a *API, name string, look func(context.Context) (T, error)) (*huma.StreamResponse, error) {
	if _, err := look(ctx); err != nil {
		return nil, err
	}
	return a.streams.Response(func(ctx context.Context, events httpapi.EventWriter) error {
		ctx, end := context.WithTimeout(ctx, followLife)
		defer end()
		beat := time.NewTicker(followBeat)
		defer beat.Stop()
		var told T
		for beats := 0; ; beats++ {
			found, err := look(ctx)
			if err != nil {
				return err
			}
			if beats%followPulse == 0 || !reflect.DeepEqual(found, told) {
				if err := events.Event(name, found); err != nil {
					return err
				}
				told = found
			}
			select {
			case <-beat.C:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}), nil
}
