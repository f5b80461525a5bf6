package jobs_test

import (
	"context"
	"database/sql"
	"strings"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/jobs"
	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/demo"
	"github.com/maillage-dime/maillage/models/storetest"
	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/law"
	"github.com/maillage-dime/maillage/planner/search"
)

// weekHandlers do what the making of weeks asks for.
func weekHandlers(store *models.Store) map[string]jobs.Handler {
	handlers := planRuns(store)
	handlers[jobs.KindMakeWeeks] = jobs.MakeWeeks(store, func() {}, nil)
	return handlers
}

// asTemplate publishes a rota's plan as the ordinary week of every week from now on. Everybody agrees to what the conventions tie to agreement.
func asTemplate(ctx context.Context, store *models.Store, actor models.Actor, rotaID string, first models.Week) (models.Rota, error) {
	template, err := store.CreateTemplate(ctx, actor, models.WeekTemplate{Name: "Semaine type", FromDate: first.Day(0)})
	if err != nil {
		return models.Rota{}, err
	}
	draft, err := store.CreateTemplateDraft(ctx, actor, template.ID, &rotaID)
	if err != nil {
		return models.Rota{}, err
	}
	preview, err := store.PreviewPublication(ctx, actor, draft.ID)
	if err != nil {
		return draft, err
	}
	var reasons []models.SignedReason
	for _, finding := range preview.Findings {
		if finding.Severity == law.Consent {
			reasons = append(reasons, models.SignedReason{Rule: string(finding.Rule), ProfessionalID: finding.Person, From: finding.From, Reason: "Accord"})
		}
	}
	_, err = store.Publish(ctx, actor, draft.ID, draft.Revision, reasons...)
	return draft, err
}

// Publishing a template makes the coming weeks in the background, each with what was missing planned; doing it again changes nothing.
func TestWeeksAreMadeInTheBackground(t *testing.T) {
	t.Parallel()
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		h, queue := newHouse(t, openStore(t, dsn)), queueOf(t, dsn)
		facility, err := h.store.FacilityByID(t.Context(), h.actor)
		if err != nil {
			t.Fatal(err)
		}
		facility.WeeksAhead = 3
		if _, err := h.store.UpdateFacility(t.Context(), h.actor, facility); err != nil {
			t.Fatal(err)
		}
		start(t, h.store, weekHandlers(h.store), jobs.Options{})
		planned := h.awaitState(t, h.propose(t, models.ScopeAll, 1), models.RunDone)
		if err := h.store.DeleteDraft(t.Context(), h.actor, h.draft.ID); err != nil {
			t.Fatal(err)
		}
		template, err := asTemplate(t.Context(), h.store, h.actor, *planned.ResultRotaID, h.week)
		if err != nil {
			t.Fatal(err)
		}
		week := h.week.Next()
		weekly := func() *models.RotaView { return h.only(t, week) }
		until(t, func() bool {
			overview, err := h.store.WeekView(t.Context(), h.actor, week)
			return err == nil && len(overview.Drafts) == 1 && waiting(t, queue) == 0
		})
		view := weekly()
		if !view.Rota.Automatic || view.Rota.MadeFromID == nil || *view.Rota.MadeFromID != template.ID || len(view.Breaches) > 0 {
			t.Errorf("the week was made as %+v", view.Rota)
		}
		days := 0
		for _, day := range view.House.Days()[:5] {
			if day.Closed == "" {
				days++
			}
		}
		if days == 5 && len(view.Occurrences) != wanted-1 {
			t.Errorf("%d occurrences of %d in a week without holidays", len(view.Occurrences), wanted-1)
		}
		if err := h.store.RequestWeeks(t.Context(), h.actor, week, week.Next()); err != nil {
			t.Fatal(err)
		}
		until(t, func() bool { return waiting(t, queue) == 0 })
		if again := weekly(); again.Rota.Revision != view.Rota.Revision || len(again.Occurrences) != len(view.Occurrences) {
			t.Error("making the week again changed it")
		}
	})
}

// only returns the one draft of a week.
func (h *house) only(t *testing.T, week models.Week) *models.RotaView {
	t.Helper()
	overview, err := h.store.WeekView(t.Context(), h.actor, week)
	if err != nil || len(overview.Drafts) != 1 {
		t.Fatalf("%d drafts, %v", len(overview.Drafts), err)
	}
	view, err := h.store.ReadRota(t.Context(), h.actor, overview.Drafts[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return view
}

// queueOf opens the database of a test beside its store.
func queueOf(t testing.TB, dsn string) *sql.DB {
	t.Helper()
	driver := "pgx"
	if path, is := strings.CutPrefix(dsn, "sqlite:"); is {
		driver, dsn = "sqlite", path
	}
	db, err := sql.Open(driver, dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// waiting returns how many jobs wait or are under way.
func waiting(t testing.TB, queue *sql.DB) (count int) {
	t.Helper()
	if err := queue.QueryRowContext(t.Context(), "SELECT count(*) FROM job WHERE state IN ('ready', 'running')").Scan(&count); err != nil {
		t.Fatal(err)
	}
	return count
}

// BenchmarkAYearOfWeeks makes the weeks of a school year of the demo house (80 children, 38 professionals) from a template, with the runs that
// plan what is missing, and tells how long one takes.
func BenchmarkAYearOfWeeks(b *testing.B) {
	ctx := b.Context()
	for b.Loop() {
		b.StopTimer()
		now := func() time.Time { return storetest.Start }
		dsn := storetest.SQLiteDSN(b)
		store := storetest.Open(b, dsn, models.Options{Now: now})
		plan := func(ctx context.Context, p *planner.Problem) (*planner.Plan, error) {
			model, err := planner.Compile(p)
			if err != nil {
				return nil, err
			}
			plan, _ := search.Solve(ctx, model, search.Options{Seed: 1, Steps: 6_000, Threads: 2})
			return plan, nil
		}
		if err := demo.Fill(ctx, store, demo.Options{Now: now, Plan: plan}); err != nil {
			b.Fatal(err)
		}
		facilities, err := store.Facilities(ctx, models.SystemActor(""))
		if err != nil {
			b.Fatal(err)
		}
		actor, week := models.SystemActor(facilities[0].ID), models.WeekOf(now())
		overview, err := store.WeekView(ctx, actor, week)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := asTemplate(ctx, store, actor, overview.Published.ID, week); err != nil {
			b.Fatal(err)
		}
		runner := jobs.NewRunner(store, map[string]jobs.Handler{
			jobs.KindPlanRun:   jobs.PlanRun(store, jobs.PlanRunOptions{Now: time.Now, Threads: 2}),
			jobs.KindMakeWeeks: jobs.MakeWeeks(store, func() {}, nil),
		}, jobs.Options{Worker: "bench", Threads: 2, Poll: 10 * time.Millisecond})
		last := week
		for range 52 {
			last = last.Next()
		}
		if err := store.RequestWeeks(ctx, actor, week.Next(), last); err != nil {
			b.Fatal(err)
		}
		queue := queueOf(b, dsn)
		b.StartTimer()
		runner.Start(ctx)
		for waiting(b, queue) > 0 {
			time.Sleep(20 * time.Millisecond)
		}
		b.StopTimer()
		if err := runner.Stop(ctx); err != nil {
			b.Fatal(err)
		}
		report(b, store, actor, week)
		b.StartTimer()
	}
}

// report tells how many weeks were made and how much of them is planned.
func report(b *testing.B, store *models.Store, actor models.Actor, week models.Week) {
	b.Helper()
	made, planned := 0, 0
	for range 52 {
		week = week.Next()
		overview, err := store.WeekView(b.Context(), actor, week)
		if err != nil || len(overview.Drafts) == 0 {
			continue
		}
		view, err := store.ReadRota(b.Context(), actor, overview.Drafts[0].ID)
		if err != nil {
			b.Fatal(err)
		}
		made, planned = made+1, planned+len(view.Occurrences)
	}
	b.ReportMetric(float64(made), "weeks")
	b.ReportMetric(float64(planned), "occurrences")
}
