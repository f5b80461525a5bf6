package models

import (
	"context"
	"slices"

	"github.com/uptrace/bun"
)

// countWeeks counts the weeks that the program keeps in which the changed template will be in force, but for the one the change comes from.
func (c *seriesChange) countWeeks(ctx context.Context, tx bun.IDB) (SeriesWeeks, error) {
	var counted SeriesWeeks
	templates := c.inUse
	if c.way.Template.ID != c.template.ID {
		templates = append(slices.Clip(templates), c.way.Template)
	}
	weeks, err := keptWeeks(ctx, tx, c.facility, c.current)
	if err != nil {
		return counted, err
	}
	for _, week := range weeks {
		if week == c.week && c.source.rota.TemplateID == nil || !rules(templates, week, &c.way.Template) {
			continue
		}
		if err := counted.add(ctx, tx, frame{facilityID: c.actor.FacilityID, week: week}); err != nil {
			return counted, err
		}
	}
	return counted, nil
}

// add counts one week by what becomes of it.
func (w *SeriesWeeks) add(ctx context.Context, tx bun.IDB, planned frame) error {
	var rotas []Rota
	err := tx.NewSelect().Model(&rotas).ApplyQueryBuilder(planned.rotas).Where("state <> ?", RotaArchived).Scan(ctx)
	if err != nil {
		return err
	}
	untouched := false
	for i := range rotas {
		if rotas[i].State == RotaPublished {
			w.Published++
			return nil
		}
		fresh, err := neverTouched(ctx, tx, &rotas[i])
		if err != nil {
			return err
		}
		untouched = untouched || fresh
	}
	if untouched || len(rotas) == 0 {
		w.Follow++
	} else {
		w.Proposed++
	}
	if w.First == nil {
		w.First = new(planned.week.Day(0))
	}
	w.Last = new(planned.week.Day(workingDays - 1))
	return nil
}
