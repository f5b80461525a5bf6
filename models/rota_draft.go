package models

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// CreateDraft makes a draft of a week from the named rota, which may be of another week, else from what is published, else empty. What cannot
// stand any more (absences, closed days, things archived) is left out and so is not planned: a fresh draft has no conflicts but those that were
// kept on purpose in the rota it is made from, of the same week.
func (s *Store) CreateDraft(ctx context.Context, actor Actor, week Week, basedOn *string) (Rota, error) {
	if _, err := s.allow(actor, ResourceDraft, ActionChange); err != nil {
		return Rota{}, err
	}
	var rota Rota
	err := s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		var err error
		rota, err = s.draft(ctx, tx, now, actor, frame{facilityID: actor.FacilityID, week: week}, basedOn)
		return err
	})
	return rota, err
}

// draft makes a draft of what a frame names: see [Store.CreateDraft].
func (s *Store) draft(ctx context.Context, tx bun.IDB, now time.Time, actor Actor, planned frame, basedOn *string) (Rota, error) {
	var base *rotaState
	if basedOn != nil {
		var err error
		if base, err = s.loadRota(ctx, tx, actor, *basedOn); err != nil {
			return Rota{}, err
		}
		planned.exceptions = &[]WeekException{}
		if base.plans(planned) {
			planned.exceptions = &base.exceptions
		}
	}
	compiled, err := s.compiledFrame(ctx, tx, planned)
	if err != nil {
		return Rota{}, err
	}
	fresh := Rota{BasedOnID: basedOn}
	var occurrences []RotaOccurrence
	var kept []KeptConflict
	sameWeek := basedOn == nil
	if base != nil {
		occurrences, err = compiled.copied(ctx, tx, &base.rota)
		if err != nil {
			return Rota{}, err
		}
		if sameWeek = base.plans(planned); sameWeek {
			kept, err = keptIn(ctx, tx, base.rota.ID)
		}
		if fresh.MadeFromID = base.rota.MadeFromID; base.rota.TemplateID != nil && base.rota.State != RotaDraft {
			fresh.MadeFromID = basedOn
		}
		if err != nil {
			return Rota{}, err
		}
	} else if published := compiled.house.Published; published != nil {
		fresh.BasedOnID, fresh.MadeFromID = &published.ID, published.MadeFromID
		occurrences = compiled.askedFor(slices.Clone(compiled.house.PublishedOccurrences))
		if kept, err = keptIn(ctx, tx, published.ID); err != nil {
			return Rota{}, err
		}
	}
	kept = compiled.stillAgreed(occurrences, kept)
	occurrences = compiled.lawful(occurrences, kept...)
	rota, err := insertDraft(ctx, tx, now, actor, planned, fresh, occurrences)
	if err == nil {
		err = writeExceptions(ctx, tx, rota.ID, compiled.house.Exceptions)
	}
	if err != nil || !sameWeek || fresh.BasedOnID == nil {
		return rota, err
	}
	if err := cancelAgain(ctx, tx, rota.ID, *fresh.BasedOnID, occurrences); err != nil || len(kept) == 0 {
		return rota, err
	}
	return rota, keepAgain(ctx, tx, rota.ID, compiled.breaches(occurrences), kept)
}

// plans reports whether a rota is of the real week that a frame names.
func (r *rotaState) plans(planned frame) bool {
	return r.rota.Week == planned.week.String() && r.rota.TemplateID == nil && planned.template == nil
}

// copied returns those occurrences of a rota, which may be of another week or a template, that this week asks for.
func (w *compiledWeek) copied(ctx context.Context, tx bun.IDB, base *Rota) ([]RotaOccurrence, error) {
	var occurrences []RotaOccurrence
	err := occurrencesOf(tx, &occurrences, base.ID).Scan(ctx)
	return w.askedFor(occurrences), err
}

// insertDraft writes the next draft of what a frame names. Fresh says where it comes from.
func insertDraft(ctx context.Context, tx bun.IDB, now time.Time, actor Actor, planned frame, fresh Rota, occurrences []RotaOccurrence) (Rota, error) {
	rota := fresh
	rota.ID, rota.FacilityID, rota.Week, rota.State, rota.CreatedAt, rota.UpdatedAt = NewID(), planned.facilityID, planned.week.String(), RotaDraft, now, now
	if planned.template != nil {
		rota.TemplateID, rota.MadeFromID = &planned.template.ID, nil
	}
	if actor.AccountID != "" {
		rota.CreatedBy = &actor.AccountID
	}
	err := tx.NewSelect().Model((*Rota)(nil)).ColumnExpr("COALESCE(MAX(number), 0) + 1").ApplyQueryBuilder(planned.rotas).Scan(ctx, &rota.Number)
	if err != nil {
		return Rota{}, err
	}
	if _, err := tx.NewInsert().Model(&rota).Exec(ctx); err != nil {
		return Rota{}, err
	}
	if err := insertOccurrences(ctx, tx, rota.ID, occurrences); err != nil {
		return Rota{}, err
	}
	return rota, record(ctx, tx, now, actor, AuditCreate, ResourceDraft, rota.ID, strconv.Itoa(len(occurrences))+" occurrences")
}

// DeleteDraft removes a draft with its history. What was published stays for good.
func (s *Store) DeleteDraft(ctx context.Context, actor Actor, rotaID string) error {
	if _, err := s.allow(actor, ResourceDraft, ActionChange); err != nil {
		return err
	}
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		rota := Rota{ID: rotaID}
		if !plainID(rotaID) {
			return NotFound(ResourceRota)
		}
		if err := tx.NewSelect().Model(&rota).WherePK().Where("facility_id = ?", actor.FacilityID).Scan(ctx); err != nil {
			return notFoundOr(ResourceRota, err)
		}
		if rota.State != RotaDraft {
			return Conflict("rota.not_a_draft", nil)
		}
		if _, err := tx.NewDelete().Model(&rota).WherePK().Exec(ctx); err != nil {
			return err
		}
		return record(ctx, tx, now, actor, AuditDelete, ResourceDraft, rotaID, "")
	})
}

// lawful returns the occurrences that can stand together in the week, as many as a simple order of leaving out keeps: first attendees who
// cannot come stay away, then all that breaks a rule by itself is left out, then one at a time the one with a part in most conflicts; of equal
// ones the one that is worth least. What was kept on purpose stays.
func (w *compiledWeek) lawful(occurrences []RotaOccurrence, kept ...KeptConflict) []RotaOccurrence {
	judge := func() []planner.Breach { return without(w.breaches(occurrences), kept) }
	breaches := judge()
	if excuse(occurrences, breaches) {
		breaches = judge()
	}
	byThemselves := map[planner.Ref]bool{}
	for i := range breaches {
		if b := &breaches[i]; b.Blocking == nil && b.Activity != "" && aloneAtFault(b.Code) {
			byThemselves[planner.Ref{Activity: b.Activity, Occurrence: b.Occurrence}] = true
		}
	}
	occurrences = slices.DeleteFunc(occurrences, func(o RotaOccurrence) bool { return byThemselves[o.ref()] })
	if len(byThemselves) > 0 {
		breaches = judge()
	}
	for len(breaches) > 0 {
		worst := w.worst(occurrences, breaches)
		if worst < 0 {
			return occurrences // partner meetings disagree among themselves: no draft can mend that
		}
		occurrences = slices.Delete(occurrences, worst, worst+1)
		breaches = judge()
	}
	return occurrences
}

// excuse takes people off the attendees of occurrences they are in conflict with, and reports whether there were any.
func excuse(occurrences []RotaOccurrence, breaches []planner.Breach) (excused bool) {
	named := byRef(occurrences)
	for i := range breaches {
		b := &breaches[i]
		o := named[planner.Ref{Activity: b.Activity, Occurrence: b.Occurrence}]
		if o == nil || b.Professional == "" || !slices.Contains(o.Attendees, b.Professional) {
			continue
		}
		o.Attendees = slices.DeleteFunc(slices.Clone(o.Attendees), func(person string) bool { return person == b.Professional })
		excused = true
	}
	return excused
}

// aloneAtFault reports whether a breach of that kind stays however little else is planned.
func aloneAtFault(code planner.Code) bool {
	switch code {
	case planner.CodeUnknownID, planner.CodeOffGrid, planner.CodeOutsideHorizon, planner.CodeSeatsNotFilled, planner.CodeNotEligible,
		planner.CodeTeamRule, planner.CodeNotOptional, planner.CodeNotAvailable, planner.CodeChildNotAvailable, planner.CodeRoomUnsuitable,
		planner.CodeRoomClosed, planner.CodeOutsideWindows, planner.CodePlaceNotAllowed:
		return true
	default:
		return false
	}
}

// worst returns the position of the occurrence to leave out first, or -1 when no breach concerns any. What a breach does not name it may still
// come from: what else the person does, that day above all, counts as a smaller part.
func (w *compiledWeek) worst(occurrences []RotaOccurrence, breaches []planner.Breach) int {
	worst, most, worth := -1, 0, int64(0)
	for i := range occurrences {
		o := &occurrences[i]
		parts := 0
		for b := range breaches {
			parts += partIn(o, &breaches[b])
		}
		if parts == 0 {
			continue
		}
		activity, _ := w.model.ActivityIndex(o.ActivityID)
		value := w.model.LeftOutCost[activity]
		if worst < 0 || cmp.Or(cmp.Compare(parts, most), cmp.Compare(worth, value)) > 0 {
			worst, most, worth = i, parts, value
		}
	}
	return worst
}

// partIn returns how much an occurrence has to do with a breach; 0: nothing.
func partIn(o *RotaOccurrence, b *planner.Breach) int {
	switch {
	case concerns(b, o.ref()):
		return 100
	case b.Professional == "" || !o.involves(b.Professional):
		return 0
	case o.Start/dayMinutes == b.Day:
		return 2
	default:
		return 1
	}
}
