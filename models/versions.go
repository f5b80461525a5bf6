package models

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// mostVersions is how many versions of a week are listed, the latest of them.
const mostVersions = 50

// Version is a rota of a week that is or was published, with what it changed.
type Version struct {
	Rota      Rota
	Publisher string // name of the account; empty when it is gone
	Changes   int    // occurrences that differ from the version before; of the first, all of them
	Concerned int    // people whose week it changed
	Findings  []SignedFinding
	Conflicts []ShownKept // that it was signed for
}

// Versions returns the versions of a week, the latest first.
func (s *Store) Versions(ctx context.Context, actor Actor, week Week) ([]Version, error) {
	if _, err := s.allow(actor, ResourceDraft, ActionRead); err != nil {
		return nil, err
	}
	if !week.valid() {
		return nil, Invalid(FieldError{Path: "week", Key: "week_format"})
	}
	versions := []Version{}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		var rotas []Rota
		err := tx.NewSelect().Model(&rotas).ApplyQueryBuilder(frame{facilityID: actor.FacilityID, week: week}.rotas).
			Where("published_version > 0").OrderExpr("published_version DESC").Limit(mostVersions + 1).Scan(ctx)
		if err != nil || len(rotas) == 0 {
			return err
		}
		planned, err := occurrencesByRota(ctx, tx, rotas)
		if err != nil {
			return err
		}
		names, err := accountNames(ctx, tx, publishers(rotas))
		if err != nil {
			return err
		}
		findings, conflicts, err := signaturesOf(ctx, tx, rotas)
		for i := range rotas[:min(len(rotas), mostVersions)] {
			var before []RotaOccurrence
			if i+1 < len(rotas) {
				before = asKnown(planned[rotas[i+1].ID])
			}
			after := asKnown(planned[rotas[i].ID])
			version := Version{
				Rota: rotas[i], Changes: len(planner.Diff(planOf(before), planOf(after))), Concerned: len(concerned(before, after)),
				Findings: findings[rotas[i].ID], Conflicts: conflicts[rotas[i].ID],
			}
			if by := rotas[i].PublishedBy; by != nil {
				version.Publisher = names[*by]
			}
			versions = append(versions, version)
		}
		return err
	})
	return versions, err
}

// occurrencesByRota reads what several rotas plan.
func occurrencesByRota(ctx context.Context, tx bun.IDB, rotas []Rota) (map[string][]RotaOccurrence, error) {
	ids := make([]string, len(rotas))
	for i := range rotas {
		ids[i] = rotas[i].ID
	}
	var rows []RotaOccurrence
	err := tx.NewSelect().Model(&rows).Where("rota_id IN (?)", bun.List(ids)).OrderExpr("rota_id, activity_id, occurrence").Scan(ctx)
	planned := make(map[string][]RotaOccurrence, len(rotas))
	for i := range rows {
		planned[rows[i].RotaID] = append(planned[rows[i].RotaID], rows[i])
	}
	return planned, err
}

// publishers returns the accounts that published rotas.
func publishers(rotas []Rota) []string {
	var ids []string
	for i := range rotas {
		if by := rotas[i].PublishedBy; by != nil {
			ids = append(ids, *by)
		}
	}
	return ids
}

// signaturesOf reads what rotas were published with, by rota.
func signaturesOf(ctx context.Context, tx bun.IDB, rotas []Rota) (findings map[string][]SignedFinding, conflicts map[string][]ShownKept, err error) {
	ids := make([]string, len(rotas))
	for i := range rotas {
		ids[i] = rotas[i].ID
	}
	signed, err := signedIn(ctx, tx, ids...)
	if err != nil {
		return nil, nil, err
	}
	findings, conflicts = map[string][]SignedFinding{}, map[string][]ShownKept{}
	for i := range signed {
		findings[signed[i].RotaID] = append(findings[signed[i].RotaID], signed[i])
	}
	kept, err := keptIn(ctx, tx, ids...)
	if err != nil {
		return nil, nil, err
	}
	shown, err := nameKeepers(ctx, tx, kept)
	for i := range shown {
		if shown[i].SignedAt != nil {
			conflicts[shown[i].RotaID] = append(conflicts[shown[i].RotaID], shown[i])
		}
	}
	return findings, conflicts, err
}
