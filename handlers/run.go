package handlers

import (
	"context"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/maillage-dime/maillage/handlers/httpapi"
	"github.com/maillage-dime/maillage/models"
)

// runBeat is how often a stream of events tells how a run is getting on. A client that has gone is noticed at the next one.
const runBeat = 250 * time.Millisecond

func (a *API) propose(ctx context.Context, who caller, input *rotaBody[proposeJSON]) (*proposeOutput, error) {
	run, err := a.Store.CreatePlanRun(ctx, who.actor, string(input.ID), models.RunRequest{
		Scope: models.RunScope(input.Body.Scope), Seconds: input.Body.Seconds, Goals: decodeGoals(input.Body.Goals),
		Teams: texts(input.Body.Teams), People: texts(input.Body.People), Days: input.Body.Days,
	})
	if err != nil {
		return nil, err
	}
	a.Wake()
	return &proposeOutput{Location: "/api/runs/" + run.ID, Body: a.encodeRun(&run)}, nil
}

func (a *API) readRun(ctx context.Context, who caller, input *runPath) (*answer[runJSON], error) {
	run, err := a.Store.ReadPlanRun(ctx, who.actor, string(input.ID))
	if err != nil {
		return nil, err
	}
	return answerWith(a.encodeRun(&run)), nil
}

func (a *API) readRunBest(ctx context.Context, who caller, input *runPath) (*answer[runBestJSON], error) {
	best, err := a.Store.ReadRunBest(ctx, who.actor, string(input.ID))
	if err != nil {
		return nil, err
	}
	return answerWith(runBestJSON{Planned: best.Planned, Occurrences: each(best.Occurrences, func(row *models.RotaOccurrence) plannedJSON {
		return *encodeRow(row)
	})}), nil
}

func (a *API) stopRun(ctx context.Context, who caller, input *runPath) (*answer[runJSON], error) {
	run, err := a.Store.RequestStop(ctx, who.actor, string(input.ID))
	if err != nil {
		return nil, err
	}
	return answerWith(a.encodeRun(&run)), nil
}

// runEvents streams a run until it has ended. What the caller may not read is refused before the stream begins.
func (a *API) runEvents(ctx context.Context, who caller, input *runPath) (*huma.StreamResponse, error) {
	id := string(input.ID)
	if _, err := a.Store.ReadPlanRun(ctx, who.actor, id); err != nil {
		return nil, err
	}
	return a.streams.Response(func(ctx context.Context, events httpapi.EventWriter) error {
		return a.followRun(ctx, who, id, events)
	}), nil
}

// followRun sends the run at each beat, changed or not, so that its clock goes on.
func (a *API) followRun(ctx context.Context, who caller, id string, events httpapi.EventWriter) error {
	beat := time.NewTicker(runBeat)
	defer beat.Stop()
	for {
		run, err := a.Store.ReadPlanRun(ctx, who.actor, id)
		if err != nil {
			return err
		}
		if err := events.Event("run", a.encodeRun(&run)); err != nil || run.FinishedAt != nil {
			return err
		}
		select {
		case <-beat.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (a *API) encodeRun(run *models.PlanRun) runJSON {
	return runJSON{
		ID: run.ID, Rota: run.RotaID, Scope: string(run.Scope), State: string(run.State), Planned: run.Planned, Wanted: run.Wanted,
		Seconds: run.Seconds, ElapsedMS: a.elapsed(run).Milliseconds(),
		Curve:         each(run.Curve, func(point *[2]int) []int { return point[:] }),
		StopRequested: run.StopRequested, Result: run.ResultRotaID, Error: notEmpty(run.ErrorCode),
	}
}

// elapsed is how long a run has been working, or did.
func (a *API) elapsed(run *models.PlanRun) time.Duration {
	if run.StartedAt == nil {
		return 0
	}
	end := a.Now()
	if run.FinishedAt != nil {
		end = *run.FinishedAt
	}
	return max(0, end.Sub(*run.StartedAt))
}
