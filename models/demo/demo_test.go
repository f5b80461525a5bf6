package demo_test

import (
	"context"
	"testing"
	"time"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/demo"
	"github.com/maillage-dime/maillage/models/storetest"
	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/search"
)

// aSunday is when the pictures of the house were taken: the planning week is the one that follows.
var aSunday = time.Date(2026, time.November, 22, 7, 0, 0, 0, time.UTC)

func options(now time.Time) demo.Options {
	return demo.Options{
		Now: func() time.Time { return now }, PasswordHash: "hash",
		Plan: func(ctx context.Context, p *planner.Problem) (*planner.Plan, error) {
			m, err := planner.Compile(p)
			if err != nil {
				return nil, err
			}
			plan, _ := search.Solve(ctx, m, search.Options{Seed: 1, Steps: 4000, Threads: 1})
			return plan, nil
		},
	}
}

// The demo house is the one its page promises, published for the week before and the week to plan, with a draft that has something to do.
func TestFill(t *testing.T) {
	t.Parallel()
	store := storetest.SQLite(t)
	ctx := t.Context()
	if err := demo.Fill(ctx, store, options(aSunday)); err != nil {
		t.Fatal(err)
	}
	facilities, err := store.Facilities(ctx, models.SystemActor(""))
	if err != nil || len(facilities) != 1 {
		t.Fatalf("facilities: %v, %v", facilities, err)
	}
	actor := models.SystemActor(facilities[0].ID)
	week, err := models.ParseWeek("2026-W48")
	if err != nil {
		t.Fatal(err)
	}
	house, err := store.ReadHouse(ctx, actor, week)
	if err != nil {
		t.Fatal(err)
	}
	if len(house.Children) != 80 || len(house.Professionals) != 38 {
		t.Errorf("%d children and %d professionals, want 80 and 38", len(house.Children), len(house.Professionals))
	}
	modalities := map[string]int{}
	for _, period := range house.ModalityPeriods {
		modalities[period.ModalityCode]++
	}
	if modalities["MO"] != 30 || modalities["AJ"] != 36 || modalities["HE"] != 14 {
		t.Errorf("children by modality: %v", modalities)
	}
	professions := map[string]bool{}
	for i := range house.Professionals {
		professions[house.Professionals[i].Profession] = true
	}
	if len(professions) != 14 {
		t.Errorf("%d professions, want 14", len(professions))
	}
	overview, err := store.WeekView(ctx, actor, week)
	if err != nil {
		t.Fatal(err)
	}
	if overview.Published == nil || overview.Published.PublishedAs != 2 || len(overview.Drafts) != 1 {
		t.Fatalf("published %v, %d drafts; want version 2 and one draft", overview.Published, len(overview.Drafts))
	}
	draft, err := store.ReadRota(ctx, actor, overview.Drafts[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(draft.Breaches) != 0 {
		t.Errorf("the open draft breaks %d rules, the first %+v", len(draft.Breaches), draft.Breaches[0])
	}
	wanted := 0
	for _, activity := range draft.Problem.Activities {
		wanted += activity.Count
	}
	if left := wanted - len(draft.Occurrences); wanted < 410 || left < 5 || left > 60 {
		t.Errorf("%d occurrences wanted, %d not planned", wanted, left)
	}
	previous, err := store.WeekView(ctx, actor, week.Previous())
	if err != nil || previous.Published == nil {
		t.Errorf("the week before is not published: %v, %v", previous.Published, err)
	}
	if err := demo.Fill(ctx, store, options(aSunday)); err != nil {
		t.Errorf("filling a database that has a house: %v", err)
	}
}

// Whatever the day, holidays and public holidays included, the house can be filled.
func TestFillAllYear(t *testing.T) {
	t.Parallel()
	for _, day := range []time.Time{
		time.Date(2026, time.October, 25, 1, 30, 0, 0, time.UTC),  // the hour that comes twice
		time.Date(2026, time.November, 9, 12, 0, 0, 0, time.UTC),  // 11 November
		time.Date(2026, time.December, 23, 12, 0, 0, 0, time.UTC), // Christmas, school holidays
		time.Date(2027, time.January, 1, 12, 0, 0, 0, time.UTC),   // week 53
		time.Date(2027, time.July, 14, 12, 0, 0, 0, time.UTC),
	} {
		t.Run(day.Format(time.DateOnly), func(t *testing.T) {
			t.Parallel()
			if err := demo.Fill(t.Context(), storetest.SQLite(t), options(day)); err != nil {
				t.Error(err)
			}
		})
	}
}
