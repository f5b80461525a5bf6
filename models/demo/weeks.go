package demo

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/law"
)

// filler puts the demo house's weeks into the store through the same doors people use.
type filler struct {
	store   *models.Store
	actor   models.Actor
	options Options
}

func (f *filler) fill(ctx context.Context, week models.Week) error {
	if err := f.publishPlanned(ctx, week.Previous()); err != nil {
		return err
	}
	if err := f.addReview(ctx, week); err != nil {
		return err
	}
	if err := f.publishPlanned(ctx, week); err != nil {
		return err
	}
	if err := f.publishMoved(ctx, week); err != nil {
		return err
	}
	if err := f.addAbsences(ctx, week); err != nil {
		return err
	}
	_, err := f.store.CreateDraft(ctx, f.actor, week, nil)
	return err
}

// publishPlanned has a week planned and publishes it.
func (f *filler) publishPlanned(ctx context.Context, week models.Week) error {
	draft, err := f.store.CreateDraft(ctx, f.actor, week, nil)
	if err != nil {
		return err
	}
	house, err := f.store.ReadHouse(ctx, f.actor, week)
	if err != nil {
		return err
	}
	problem, err := models.Compile(house, nil)
	if err != nil {
		return err
	}
	plan, err := f.options.Plan(ctx, problem)
	if err != nil {
		return fmt.Errorf("planning %s: %w", week, err)
	}
	fixed := map[string]bool{}
	for _, pinned := range problem.Pinned {
		fixed[pinned.Activity] = true
	}
	var operations []models.Operation
	for _, o := range plan.Occurrences {
		if !fixed[o.Activity] {
			operations = append(operations, set(&o))
		}
	}
	view, err := f.store.ApplyOperations(ctx, f.actor, draft.ID, draft.Revision, operations)
	if err != nil {
		return fmt.Errorf("writing the plan of %s: %w", week, err)
	}
	return f.publish(ctx, draft.ID, view.Rota.Revision)
}

// publish publishes a draft. What the conventions tie to agreement, the demo house agreed upon.
func (f *filler) publish(ctx context.Context, rotaID string, revision int) error {
	preview, err := f.store.PreviewPublication(ctx, f.actor, rotaID)
	if err != nil {
		return err
	}
	var reasons []models.SignedReason
	for _, finding := range preview.Findings {
		if finding.Severity == law.Consent {
			reasons = append(reasons, models.SignedReason{
				Rule: string(finding.Rule), ProfessionalID: finding.Person, From: finding.From, Reason: "Accord de la personne, donné en réunion d’équipe",
			})
		}
	}
	_, err = f.store.Publish(ctx, f.actor, rotaID, revision, reasons...)
	return err
}

func set(o *planner.Occurrence) models.Operation {
	return models.Operation{
		Kind: models.OperationSet, Activity: o.Activity, Occurrence: o.Occurrence, Start: &o.Start, Staff: o.Staff, Attendees: o.Attendees,
		Place: o.Place, Room: o.Room,
	}
}

// movedSessions is how many sessions change their hour between the first and the second version of the demo week.
const movedSessions = 7

// publishMoved publishes a second version of the week in which a few sessions of the speech therapist and of others have another hour.
func (f *filler) publishMoved(ctx context.Context, week models.Week) error {
	draft, err := f.store.CreateDraft(ctx, f.actor, week, nil)
	if err != nil {
		return err
	}
	view, err := f.store.ReadRota(ctx, f.actor, draft.ID)
	if err != nil {
		return err
	}
	first := (&builder{}).id("professional", "Maëlle", "Guéguen")
	occurrences := slices.Clone(view.Occurrences)
	slices.SortStableFunc(occurrences, func(a, b models.RotaOccurrence) int {
		return rank(first, &a) - rank(first, &b)
	})
	revision, moved := view.Rota.Revision, 0
	for i := range occurrences {
		if moved == movedSessions {
			break
		}
		if i%3 != 0 || len(occurrences[i].Staff) != 1 {
			continue
		}
		start, ok, err := f.otherHour(ctx, draft.ID, &occurrences[i])
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		o := &occurrences[i]
		view, err := f.store.ApplyOperations(ctx, f.actor, draft.ID, revision, []models.Operation{{
			Kind: models.OperationSet, Activity: o.ActivityID, Occurrence: o.Occurrence, Start: &start,
		}})
		if err != nil {
			return err
		}
		revision, moved = view.Rota.Revision, moved+1
	}
	return f.publish(ctx, draft.ID, revision)
}

// rank puts the sessions of one person first.
func rank(person string, o *models.RotaOccurrence) int {
	if slices.Contains(o.Staff, person) {
		return 0
	}
	return 1
}

// otherHour finds another hour of the same day with the same person, between half an hour and three hours away.
func (f *filler) otherHour(ctx context.Context, rotaID string, o *models.RotaOccurrence) (start int, found bool, err error) {
	rows, err := f.store.Options(ctx, f.actor, rotaID, planner.Ref{Activity: o.ActivityID, Occurrence: o.Occurrence}, 0)
	if err != nil {
		return 0, false, err
	}
	for _, row := range rows {
		if row.Professional != o.Staff[0] {
			continue
		}
		for _, start := range row.Starts {
			apart := max(start-o.Start, o.Start-start)
			if start/planner.DayMinutes == o.Start/planner.DayMinutes && apart >= 30 && apart <= 180 {
				return start, true, nil
			}
		}
	}
	return 0, false, nil
}

// addReview fixes the school review meeting (ESS) about a child at the school, when the day is a school day.
func (f *filler) addReview(ctx context.Context, week models.Week) error {
	const thursday = 3
	b := builder{}
	child := b.id("child", "Omar", "Belkacem")
	school := b.id("place", "MAR", "École des Marronniers")
	_, err := f.store.CreatePartnerMeeting(ctx, f.actor, models.NewPartnerMeeting{
		Title: "ESS Omar B.", Child: &child,
		Required: []string{b.id("professional", "Julien", "Carpentier"), b.id("professional", "Inès", "Caron")},
		Contacts: []string{b.id("contact", "Mme Leblanc"), b.id("contact", "M. Belkacem")},
		Place:    &school, Date: week.Day(thursday), Start: 14 * 60, Duration: 60,
	})
	var refused *models.Error
	if errors.As(err, &refused) && refused.Code == models.CodeRefused {
		return nil // a public holiday: nobody is there
	}
	return err
}

// addAbsences takes two people away after the week was published.
func (f *filler) addAbsences(ctx context.Context, week models.Week) error {
	b := builder{}
	for _, absence := range []models.Absence{
		{ProfessionalID: new(b.id("professional", "Rachid", "Amrani")), FromDate: week.Day(0), ToDate: week.Day(4), Reason: models.AbsenceIllness},
		{ProfessionalID: new(b.id("professional", "Hugo", "Ferrand")), FromDate: week.Day(3), ToDate: week.Day(4), Reason: models.AbsenceTraining},
	} {
		absence.ToMinute = planner.DayMinutes
		if _, err := f.store.CreateAbsence(ctx, f.actor, absence); err != nil {
			return err
		}
	}
	return nil
}
