package models

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// ImpactWeek is what an absence hits in one rota of a week. Of a week with a published rota it is that one and each draft.
type ImpactWeek struct {
	Week Week
	Rota Rota
	Hits []ImpactHit
}

// ImpactHit is a planned occurrence that the absence takes somebody from.
type ImpactHit struct {
	RotaOccurrence
	ActivityInfo
	End int
}

// weeksOfImpact bounds how far ahead the occurrences of an absence that comes back are looked for.
const weeksOfImpact = 26

// AbsenceImpact returns the occurrences in published rotas and drafts that an absence hits, whether it is accepted or still asked for: first by
// week, then the published rota, then drafts, the newest first.
func (s *Store) AbsenceImpact(ctx context.Context, actor Actor, id string) ([]ImpactWeek, error) {
	scope, err := s.allow(actor, ResourceAbsence, ActionRead)
	if err != nil {
		return nil, err
	}
	impact := []ImpactWeek{}
	err = s.read(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		absence, err := readable(ctx, tx, now, actor, scope, id)
		if err != nil {
			return err
		}
		first, _ := time.Parse(time.DateOnly, absence.FromDate)
		last, _ := time.Parse(time.DateOnly, absence.ToDate)
		if absence.RepeatUntil != nil {
			last, _ = time.Parse(time.DateOnly, *absence.RepeatUntil)
		}
		if end := now.AddDate(0, 0, 7*weeksOfImpact); last.After(end) && first.Before(end) {
			last = end
		}
		rotas, err := rotasBetween(ctx, tx, actor, WeekOf(first), WeekOf(last))
		if err != nil {
			return err
		}
		for i := range rotas {
			hits, err := s.hits(ctx, tx, actor, &rotas[i], absence)
			if err != nil {
				return err
			}
			if len(hits) > 0 {
				week, _ := ParseWeek(rotas[i].Week)
				impact = append(impact, ImpactWeek{Week: week, Rota: rotas[i], Hits: hits})
			}
		}
		return nil
	})
	return impact, err
}

// readable returns an absence the actor may read.
func readable(ctx context.Context, tx bun.Tx, now time.Time, actor Actor, scope Scope, id string) (*Absence, error) {
	absence := &Absence{}
	if !plainID(id) {
		return nil, NotFound(ResourceAbsence)
	}
	query := tx.NewSelect().Model(absence).Where("id = ?", id).Where("facility_id = ?", actor.FacilityID).Where("archived_at IS NULL")
	if !actor.wholeFacility(scope) && scope < ScopeTeam {
		var err error
		if query, err = absences.visible(ctx, reach{tx: tx, actor: actor, scope: scope, now: now}, query); err != nil {
			return nil, err
		}
	}
	return absence, notFoundOr(ResourceAbsence, query.Scan(ctx))
}

// rotasBetween returns the rotas of real weeks the actor may read, by week, the published one of each first.
func rotasBetween(ctx context.Context, tx bun.IDB, actor Actor, first, last Week) ([]Rota, error) {
	states := []RotaState{RotaPublished}
	if Allowed(actor, ResourceDraft, ActionRead) > ScopeNone {
		states = append(states, RotaDraft)
	}
	var rotas []Rota
	err := tx.NewSelect().Model(&rotas).Where("facility_id = ?", actor.FacilityID).Where("template_id IS NULL").
		Where("week BETWEEN ? AND ?", first.String(), last.String()).Where("state IN (?)", bun.List(states)).
		OrderExpr("week, CASE WHEN state = ? THEN 0 ELSE 1 END, number DESC", RotaPublished).Scan(ctx)
	return rotas, err
}

// hits returns the occurrences of a rota that an absence takes its person from.
func (s *Store) hits(ctx context.Context, tx bun.IDB, actor Actor, rota *Rota, absence *Absence) ([]ImpactHit, error) {
	week, err := ParseWeek(rota.Week)
	if err != nil {
		return nil, err
	}
	var spans []planner.Span
	for _, again := range absence.inWeek(week) {
		if span, ok := week.absenceSpan(&again); ok {
			spans = append(spans, span)
		}
	}
	if len(spans) == 0 {
		return nil, nil
	}
	state, err := s.loadRota(ctx, tx, actor, rota.ID)
	if err != nil {
		return nil, err
	}
	seen := state.week.house.visibleTo(actor)
	infos, hits, visible := seen.Activities(), []ImpactHit{}, map[string]bool{}
	for i := range seen.Children {
		visible[seen.Children[i].ID] = true
	}
	for _, o := range state.week.withFixed(rota.ID, state.occurrences) {
		activity, known := state.week.model.ActivityIndex(o.ActivityID)
		if !known {
			continue
		}
		compiled := &state.week.problem.Activities[activity]
		end := o.Start + compiled.Duration
		concerned := absence.ProfessionalID != nil && o.involves(*absence.ProfessionalID) ||
			absence.ChildID != nil && slices.Contains(compiled.Children, *absence.ChildID)
		if concerned && slices.ContainsFunc(spans, func(span planner.Span) bool { return span.Overlaps(o.Start, end) }) {
			info := infos[o.ActivityID]
			info.ChildIDs = slices.DeleteFunc(slices.Clone(info.ChildIDs), func(child string) bool { return !visible[child] })
			hits = append(hits, ImpactHit{RotaOccurrence: o, ActivityInfo: info, End: end})
		}
	}
	slices.SortStableFunc(hits, func(one, other ImpactHit) int {
		if one.Start != other.Start {
			return one.Start - other.Start
		}
		return strings.Compare(one.ActivityID, other.ActivityID)
	})
	return hits, nil
}
