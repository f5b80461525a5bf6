package models

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// rotaState is a rota in memory with the week it plans. Occurrences are those the week still asks for, partner meetings not among them, in
// order; rows of activities that were archived stay in the table until publication and are nobody's concern.
type rotaState struct {
	store       *Store
	rota        Rota
	week        *compiledWeek
	occurrences []RotaOccurrence
	exceptions  []WeekException // what it has more, in order
	written     []WeekException // the same as the database has it
}

// loadRota reads a rota the actor may read. A draft does not exist for those who may read published rotas only.
func (s *Store) loadRota(ctx context.Context, tx bun.IDB, actor Actor, id string) (*rotaState, error) {
	rota, err := findRota(ctx, tx, actor, id)
	if err != nil {
		return nil, err
	}
	state := &rotaState{store: s, rota: rota}
	planned, err := frameOf(ctx, tx, &state.rota)
	if err != nil {
		return nil, err
	}
	if state.written, err = exceptionsOf(ctx, tx, id); err != nil {
		return nil, err
	}
	state.exceptions, planned.exceptions = state.written, &state.written
	if state.week, err = s.compiledFrame(ctx, tx, planned); err != nil {
		return nil, err
	}
	if err := occurrencesOf(tx, &state.occurrences, id).Scan(ctx); err != nil {
		return nil, err
	}
	state.occurrences = state.week.stillAsked(state.occurrences)
	return state, nil
}

// findRota reads the row of a rota the actor may read.
func findRota(ctx context.Context, tx bun.IDB, actor Actor, id string) (Rota, error) {
	rota := Rota{ID: id}
	if !plainID(id) {
		return rota, NotFound(ResourceRota)
	}
	if err := tx.NewSelect().Model(&rota).WherePK().Where("facility_id = ?", actor.FacilityID).Scan(ctx); err != nil {
		return rota, notFoundOr(ResourceRota, err)
	}
	hidden := rota.State == RotaDraft && Allowed(actor, ResourceDraft, ActionRead) == ScopeNone ||
		rota.TemplateID != nil && Allowed(actor, ResourceTemplate, ActionRead) == ScopeNone
	if hidden {
		return rota, NotFound(ResourceRota)
	}
	return rota, nil
}

// RotaRevision returns the revision a rota stands at, which moves with every change of it. It costs one row and is what those who follow a rota
// ask for again and again.
func (s *Store) RotaRevision(ctx context.Context, actor Actor, id string) (int, error) {
	if _, err := s.allow(actor, ResourceRota, ActionRead); err != nil {
		return 0, err
	}
	var rota Rota
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) (err error) {
		rota, err = findRota(ctx, tx, actor, id)
		return err
	})
	return rota.Revision, err
}

// asks reports whether the week asks for an occurrence.
func (w *compiledWeek) asks(ref planner.Ref) bool {
	activity, known := w.model.ActivityIndex(ref.Activity)
	return known && ref.Occurrence < w.problem.Activities[activity].Count && w.instead[ref] == ""
}

// askedFor returns the occurrences whose activity the week still asks for that often, under the names it has for them, meetings without those who
// are away.
func (w *compiledWeek) askedFor(occurrences []RotaOccurrence) []RotaOccurrence {
	return w.stillAsked(w.here(occurrences))
}

// stillAsked returns those of a rota's own occurrences that the week asks for, meetings without those who are away.
func (w *compiledWeek) stillAsked(occurrences []RotaOccurrence) []RotaOccurrence {
	for i := range occurrences {
		w.leaveOutAway(&occurrences[i])
	}
	return slices.DeleteFunc(occurrences, func(o RotaOccurrence) bool { return !w.asks(o.ref()) })
}

// fixed returns the partner meetings of the week as locked occurrences: they stand in every rota and in no rota's rows.
func (w *compiledWeek) fixed(rotaID string) []RotaOccurrence {
	fixed := make([]RotaOccurrence, len(w.problem.Pinned))
	for i, pinned := range w.problem.Pinned {
		fixed[i] = rowOf(rotaID, pinned)
		fixed[i].Locked = true
	}
	return fixed
}

// isFixed reports whether an activity is a partner meeting, which no rota moves.
func (w *compiledWeek) isFixed(activityID string) bool {
	return slices.ContainsFunc(w.house.PartnerMeetings, func(m PartnerMeeting) bool { return m.ID == activityID })
}

// withFixed returns the occurrences of a rota and the partner meetings of its week, in order.
func (w *compiledWeek) withFixed(rotaID string, occurrences []RotaOccurrence) []RotaOccurrence {
	everything := slices.Concat(occurrences, w.fixed(rotaID))
	slices.SortFunc(everything, compareOccurrences)
	return everything
}

// plan returns occurrences and the partner meetings of the week as a plan.
func (w *compiledWeek) plan(occurrences []RotaOccurrence) *planner.Plan {
	plan := &planner.Plan{
		Format: planner.PlanFormat, Problem: w.problem.Name,
		Occurrences: make([]planner.Occurrence, 0, len(occurrences)+len(w.problem.Pinned)), Unplanned: []planner.Unplanned{},
	}
	for i := range occurrences {
		plan.Occurrences = append(plan.Occurrences, planned(&occurrences[i]))
	}
	plan.Occurrences = append(plan.Occurrences, w.problem.Pinned...)
	return plan
}

// breaches returns every hard rule that occurrences break in the week as it is now known.
func (w *compiledWeek) breaches(occurrences []RotaOccurrence) []planner.Breach {
	return planner.Evaluate(w.model, w.plan(occurrences)).Breaches
}

// rowOf returns the row of a planned occurrence.
func rowOf(rotaID string, o planner.Occurrence) RotaOccurrence {
	return RotaOccurrence{
		RotaID: rotaID, ActivityID: o.Activity, Occurrence: o.Occurrence, Start: o.Start,
		Staff: listOf(o.Staff), Attendees: listOf(o.Attendees), PlaceID: o.Place, RoomID: o.Room,
	}
}

// ref names the occurrence as the planner does.
func (o *RotaOccurrence) ref() planner.Ref {
	return planner.Ref{Activity: o.ActivityID, Occurrence: o.Occurrence}
}

// same reports whether two occurrences are alike in everything people see, and in their lock.
func (o *RotaOccurrence) same(other *RotaOccurrence) bool {
	return o.sameTimeAndPlace(other) && slices.Equal(o.Staff, other.Staff) && slices.Equal(o.Attendees, other.Attendees) && o.Locked == other.Locked
}

func (o *RotaOccurrence) sameTimeAndPlace(other *RotaOccurrence) bool {
	return o.Start == other.Start && equalReferences(o.PlaceID, other.PlaceID) && equalReferences(o.RoomID, other.RoomID)
}

func equalReferences(one, other *string) bool {
	return (one == nil) == (other == nil) && (one == nil || *one == *other)
}

func compareOccurrences(one, other RotaOccurrence) int {
	return cmp.Or(cmp.Compare(one.ActivityID, other.ActivityID), cmp.Compare(one.Occurrence, other.Occurrence))
}

// byRef returns occurrences by name.
func byRef(occurrences []RotaOccurrence) map[planner.Ref]*RotaOccurrence {
	named := make(map[planner.Ref]*RotaOccurrence, len(occurrences))
	for i := range occurrences {
		named[occurrences[i].ref()] = &occurrences[i]
	}
	return named
}
