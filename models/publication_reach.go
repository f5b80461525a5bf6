package models

import (
	"context"
	"maps"
	"slices"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// maxNote is how long the note of a publication may be.
const maxNote = 1000

// reached fills in by what each of the people concerned hears of a publication.
func reached(ctx context.Context, tx bun.IDB, facilityID string, people []ConcernedPerson) error {
	var withAccount, withCalendar []string
	err := tx.NewSelect().Model((*Account)(nil)).Column("professional_id").Where("facility_id = ?", facilityID).
		Where("professional_id IS NOT NULL").Where("archived_at IS NULL").Scan(ctx, &withAccount)
	if err != nil {
		return err
	}
	err = tx.NewSelect().Model((*CalendarSubscription)(nil)).Column("subject_id").Where("facility_id = ?", facilityID).
		Where("subject = ?", "professional").Where("revoked_at IS NULL").Scan(ctx, &withCalendar)
	for i := range people {
		people[i].Account = slices.Contains(withAccount, people[i].ProfessionalID)
		people[i].Calendar = slices.Contains(withCalendar, people[i].ProfessionalID)
	}
	return err
}

// childrenConcerned returns the children whose hours or people the draft changes, in order of id. Of a group that others join or leave it is
// they alone.
func (r *rotaState) childrenConcerned() []string {
	children := map[string]bool{}
	concern := func(ids []string) {
		for _, child := range ids {
			children[child] = true
		}
	}
	published := r.week.here(r.week.house.PublishedOccurrences)
	for _, change := range planner.Diff(planOf(published), planOf(r.occurrences)) {
		if activity, known := r.week.model.ActivityIndex(change.Ref().Activity); known {
			concern(r.week.problem.Activities[activity].Children)
		}
	}
	before, now := byRef(published), byRef(r.occurrences)
	for ref := range r.week.reshaped() {
		if before[ref] != nil || now[ref] != nil {
			concern(r.week.concernedByShape(ref))
		}
	}
	return slices.Sorted(maps.Keys(children))
}
