package models

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"
)

// WeekTemplate is the ordinary week (semaine type) of weeks of a letter, or of every week, between two dates. What it plans stands in rotas of
// its own, drafted, edited and published like those of a week.
type WeekTemplate struct {
	bun.BaseModel `bun:"table:week_template"`
	Record

	Name     string     `bun:"name,notnull"`
	Letter   WeekLetter `bun:"letter,notnull"`
	FromDate string     `bun:"from_date,notnull"`
	ToDate   *string    `bun:"to_date"` // last day, included; nil: until another one takes its place
}

// NominalWeek is the week a template is compiled for: the first of its letter that lies whole after its first day. The records of that week
// are those it plans with.
func (t *WeekTemplate) NominalWeek() Week {
	first, err := time.Parse(time.DateOnly, t.FromDate)
	if err != nil {
		return Week{}
	}
	week := WeekOf(first)
	for week.Monday().Before(first) || t.Letter != EveryWeek && week.Letter() != t.Letter {
		week = week.Next()
	}
	return week
}

// appliesTo reports whether the template's dates and letter hold in a week, one of whose days is enough.
func (t *WeekTemplate) appliesTo(week Week) bool {
	return t.FromDate <= week.Day(wholeWeek-1) && (t.ToDate == nil || week.Day(0) <= *t.ToDate) && (t.Letter == EveryWeek || t.Letter == week.Letter())
}

// precedes orders templates by which one is in force where several apply: the one that began last, then one of the week's letter before one
// for every week, then the one made last.
func precedes(one, other *WeekTemplate) int {
	return cmp.Or(cmp.Compare(other.FromDate, one.FromDate), cmp.Compare(other.Letter, one.Letter), cmp.Compare(other.ID, one.ID))
}

// frame is what a rota plans: a week, or the ordinary week of a template.
type frame struct {
	facilityID string
	week       Week
	template   *WeekTemplate    // nil: a real week
	exceptions *[]WeekException // what the rota has more; nil: what is published has
}

// rotas narrows a query to the rotas of the frame. It is the one place that tells rotas of weeks and of templates apart.
func (f frame) rotas(query bun.QueryBuilder) bun.QueryBuilder {
	query = query.Where("facility_id = ?", f.facilityID)
	if f.template != nil {
		return query.Where("template_id = ?", f.template.ID)
	}
	return query.Where("template_id IS NULL").Where("week = ?", f.week.String())
}

// frame returns what the house's rotas plan.
func (h *House) frame() frame {
	return frame{facilityID: h.Facility.ID, week: h.Week, template: h.Template}
}

// frameOf returns what a rota plans.
func frameOf(ctx context.Context, tx bun.IDB, rota *Rota) (frame, error) {
	if rota.TemplateID != nil {
		return templateFrame(ctx, tx, rota.FacilityID, *rota.TemplateID)
	}
	week, err := ParseWeek(rota.Week)
	return frame{facilityID: rota.FacilityID, week: week}, err
}

// templateFrame returns the ordinary week of a template, archived or not.
func templateFrame(ctx context.Context, tx bun.IDB, facilityID, id string) (frame, error) {
	if !plainID(id) {
		return frame{}, NotFound(ResourceTemplate)
	}
	template := &WeekTemplate{}
	err := tx.NewSelect().Model(template).Where("id = ?", id).Where("facility_id = ?", facilityID).Scan(ctx)
	if err != nil {
		return frame{}, notFoundOr(ResourceTemplate, err)
	}
	return frame{facilityID: facilityID, week: template.NominalWeek(), template: template}, nil
}

// madeFrom returns the published rota of the template in force in a real week, nil when there is none. A template nothing was published of
// is not in force yet.
func madeFrom(ctx context.Context, tx bun.IDB, facilityID string, week Week) (*Rota, error) {
	var templates []WeekTemplate
	err := tx.NewSelect().Model(&templates).Where("facility_id = ?", facilityID).Where("archived_at IS NULL").
		Where("from_date <= ?", week.Day(wholeWeek-1)).Where("to_date IS NULL OR to_date >= ?", week.Day(0)).Scan(ctx)
	if err != nil {
		return nil, err
	}
	ids := []string{""} // never an empty list: IN () is not SQL
	for i := range templates {
		ids = append(ids, templates[i].ID)
	}
	var published []Rota
	err = tx.NewSelect().Model(&published).Where("template_id IN (?)", bun.List(ids)).Where("state = ?", RotaPublished).Scan(ctx)
	if err != nil {
		return nil, err
	}
	templates = slices.DeleteFunc(templates, func(t WeekTemplate) bool {
		return !slices.ContainsFunc(published, func(r Rota) bool { return *r.TemplateID == t.ID })
	})
	template := inForce(templates, week)
	if template == nil {
		return nil, nil
	}
	at := slices.IndexFunc(published, func(r Rota) bool { return *r.TemplateID == template.ID })
	return &published[at], nil
}

// inForce returns which of some templates, something of each of which is published, holds in a week; nil when none does.
func inForce(templates []WeekTemplate, week Week) (first *WeekTemplate) {
	for i := range templates {
		if t := &templates[i]; t.appliesTo(week) && (first == nil || precedes(t, first) < 0) {
			first = t
		}
	}
	return first
}
