package models

import (
	"cmp"
	"context"
	"slices"

	"github.com/uptrace/bun"
)

// checkPeriods gathers what is wrong with the child's modality periods.
func (ch *Child) checkPeriods(c *fieldChecks) {
	if !c.size("periods", len(ch.Periods)) {
		return
	}
	for i, period := range ch.Periods {
		at := indexed("periods", i)
		c.reference(at+".modality_code", period.ModalityCode)
		c.period(at+".from_date", &period.FromDate, at+".to_date", period.ToDate)
		c.within(at+".weekly_minutes", period.WeeklyMinutes, 0, weekMinutes)
		if slices.ContainsFunc(ch.Periods[:i], period.overlaps) {
			c.add(at+".from_date", "overlaps", nil)
		}
	}
}

// overlaps reports whether two periods accompany the child in the same modality on some day.
func (p *CareModalityPeriod) overlaps(other CareModalityPeriod) bool {
	return p.ModalityCode == other.ModalityCode &&
		(p.ToDate == nil || other.FromDate <= *p.ToDate) && (other.ToDate == nil || p.FromDate <= *other.ToDate)
}

// adoptPeriods gives periods their child and their ids: one of the same modality and first day as before is the same as before.
func adoptPeriods(old, row *Child) {
	row.Periods = slices.Clone(row.Periods)
	for i := range row.Periods {
		period := &row.Periods[i]
		period.ChildID, period.ID = row.ID, NewID()
		if old == nil {
			continue
		}
		for _, known := range old.Periods {
			if known.ModalityCode == period.ModalityCode && known.FromDate == period.FromDate {
				period.ID = known.ID
			}
		}
	}
	if row.Periods == nil {
		row.Periods = []CareModalityPeriod{}
	}
	slices.SortStableFunc(row.Periods, func(a, b CareModalityPeriod) int {
		return cmp.Or(cmp.Compare(a.FromDate, b.FromDate), cmp.Compare(a.ModalityCode, b.ModalityCode))
	})
}

func loadPeriods(ctx context.Context, tx bun.IDB, rows []*Child) error {
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	var periods []CareModalityPeriod
	err := tx.NewSelect().Model(&periods).Where("child_id IN (?)", bun.List(ids)).OrderExpr("child_id, from_date, modality_code, id").Scan(ctx)
	if err != nil {
		return err
	}
	byOwner(rows, periods, func(c *Child) string { return c.ID },
		func(p *CareModalityPeriod) string { return p.ChildID }, func(c *Child) *[]CareModalityPeriod { return &c.Periods })
	return nil
}

func savePeriods(ctx context.Context, r reach, _, row *Child) error {
	if _, err := r.tx.NewDelete().Model((*CareModalityPeriod)(nil)).Where("child_id = ?", row.ID).Exec(ctx); err != nil {
		return err
	}
	if len(row.Periods) == 0 {
		return nil
	}
	_, err := r.tx.NewInsert().Model(&row.Periods).Exec(ctx)
	return err
}
