package models

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"
)

// Validate returns everything that is wrong with the template's values.
func (t *WeekTemplate) Validate() []FieldError {
	var c fieldChecks
	c.filled("name", t.Name, maxName)
	oneOf(&c, "letter", t.Letter, EveryWeek, WeekA, WeekB)
	before := len(c.wrong)
	c.period("from_date", &t.FromDate, "to_date", t.ToDate)
	if len(c.wrong) == before && !t.NominalWeek().valid() {
		c.add("from_date", "not_a_date", nil)
	}
	return c.wrong
}

func (t *WeekTemplate) references() []reference { return nil }

var weekTemplates = &keeper[WeekTemplate]{
	resource: ResourceTemplate,
	sort: func(rows []WeekTemplate) {
		slices.SortStableFunc(rows, func(a, b WeekTemplate) int { return precedes(&a, &b) })
	},
	// The weeks it holds in are others now: those that nobody has touched follow.
	before: func(ctx context.Context, r reach, old, _ *WeekTemplate) error {
		if old == nil {
			return nil
		}
		return enqueue(ctx, r.tx, r.now, JobKindMakeWeeks, MakeWeeksArguments{FacilityID: r.actor.FacilityID}, nil, r.now)
	},
}

// ListTemplates returns the week templates the actor may read, those that begin last first.
func (s *Store) ListTemplates(ctx context.Context, actor Actor) ([]WeekTemplate, error) {
	return list(ctx, s, actor, weekTemplates)
}

// CreateTemplate keeps a new week template and returns it with its id. It plans nothing until a draft of it is published.
func (s *Store) CreateTemplate(ctx context.Context, actor Actor, row WeekTemplate) (WeekTemplate, error) {
	return create(ctx, s, actor, weekTemplates, row)
}

// UpdateTemplate replaces a week template that still stands at row.Version. The weeks it is in force in follow as after a publication.
func (s *Store) UpdateTemplate(ctx context.Context, actor Actor, row WeekTemplate) (WeekTemplate, error) {
	return update(ctx, s, actor, weekTemplates, row)
}

// ArchiveTemplate takes a week template that still stands at version out of use. Weeks that were made from it stay.
func (s *Store) ArchiveTemplate(ctx context.Context, actor Actor, id string, version int) error {
	return archive[WeekTemplate](ctx, s, actor, weekTemplates, id, version)
}

// TemplateOverview is a template with its rotas.
type TemplateOverview struct {
	WeekTemplate
	Published *Rota
	Drafts    []Rota // newest first
	InForce   bool   // today
	Weeks     int    // coming weeks with a rota that was made from what is published
	Uneven    Uneven // of a template for every week
}

// Uneven are those whose hours are other ones in weeks A than in weeks B. A template for every week plans them in the hours both have in common.
type Uneven struct {
	Professionals []string
	Children      []string
}

// Templates returns the templates in use with their rotas, those that begin last first.
func (s *Store) Templates(ctx context.Context, actor Actor) ([]TemplateOverview, error) {
	templates, err := s.ListTemplates(ctx, actor)
	if err != nil {
		return nil, err
	}
	overviews := make([]TemplateOverview, len(templates))
	err = s.read(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		var rotas []Rota
		err := tx.NewSelect().Model(&rotas).Where("facility_id = ?", actor.FacilityID).Where("template_id IS NOT NULL").
			Where("state <> ?", RotaArchived).OrderExpr("number DESC").Scan(ctx)
		if err != nil {
			return err
		}
		current, err := s.currentWeek(ctx, tx, actor.FacilityID, now)
		if err != nil {
			return err
		}
		inForce, err := madeFrom(ctx, tx, actor.FacilityID, current)
		if err != nil {
			return err
		}
		uneven, err := readUneven(ctx, tx, actor.FacilityID)
		if err != nil {
			return err
		}
		for i := range overviews {
			overviews[i] = TemplateOverview{WeekTemplate: templates[i], Drafts: []Rota{}}
			if templates[i].Letter == EveryWeek {
				overviews[i].Uneven = uneven
			}
			overviews[i].add(rotas)
			if published := overviews[i].Published; published != nil {
				overviews[i].InForce = inForce != nil && inForce.ID == published.ID
				var weeks []string
				err := tx.NewSelect().Model((*Rota)(nil)).Column("week").Distinct().Where("made_from_id = ?", published.ID).
					Where("template_id IS NULL").Where("week > ?", current.String()).Scan(ctx, &weeks)
				if err != nil {
					return err
				}
				overviews[i].Weeks = len(weeks)
			}
		}
		return nil
	})
	return overviews, err
}

// readUneven returns whose hours depend on the letter of the week.
func readUneven(ctx context.Context, tx bun.IDB, facilityID string) (Uneven, error) {
	uneven := Uneven{Professionals: []string{}, Children: []string{}}
	var people []Professional
	var children []Child
	for _, query := range []*bun.SelectQuery{
		tx.NewSelect().Model(&people).Column("id", "working_pattern"), tx.NewSelect().Model(&children).Column("id", "schedule"),
	} {
		if err := query.Where("facility_id = ?", facilityID).Where("archived_at IS NULL").OrderExpr("id").Scan(ctx); err != nil {
			return uneven, err
		}
	}
	for i := range people {
		if differs(people[i].WorkingPattern) {
			uneven.Professionals = append(uneven.Professionals, people[i].ID)
		}
	}
	for i := range children {
		if scheduleDiffers(children[i].Schedule) {
			uneven.Children = append(uneven.Children, children[i].ID)
		}
	}
	return uneven, nil
}

func (o *TemplateOverview) add(rotas []Rota) {
	for i := range rotas {
		switch {
		case *rotas[i].TemplateID != o.ID:
		case rotas[i].State == RotaPublished:
			o.Published = &rotas[i]
		default:
			o.Drafts = append(o.Drafts, rotas[i])
		}
	}
}

// CreateTemplateDraft makes a draft of a template from the named rota, which may be of a week or of another template, else from what is
// published of the template, else empty. What the ordinary week does not ask for is left out.
func (s *Store) CreateTemplateDraft(ctx context.Context, actor Actor, templateID string, basedOn *string) (Rota, error) {
	if _, err := s.allow(actor, ResourceTemplate, ActionChange); err != nil {
		return Rota{}, err
	}
	var rota Rota
	err := s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		planned, err := templateFrame(ctx, tx, actor.FacilityID, templateID)
		if err != nil {
			return err
		}
		if planned.template.ArchivedAt != nil {
			return NotFound(ResourceTemplate)
		}
		rota, err = s.draft(ctx, tx, now, actor, planned, basedOn)
		return err
	})
	return rota, err
}

// CopyTemplate keeps a new template with a draft that plans what the other one does: what is published of it, else its newest draft. It is
// how the next school year is prepared beside the present one.
func (s *Store) CopyTemplate(ctx context.Context, actor Actor, id string, row WeekTemplate) (WeekTemplate, error) {
	created, err := s.CreateTemplate(ctx, actor, row)
	if err != nil {
		return WeekTemplate{}, err
	}
	err = s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		source, err := templateFrame(ctx, tx, actor.FacilityID, id)
		if err != nil {
			return err
		}
		var rotas []Rota
		err = tx.NewSelect().Model(&rotas).ApplyQueryBuilder(source.rotas).Where("state <> ?", RotaArchived).
			OrderExpr("CASE WHEN state = ? THEN 0 ELSE 1 END, number DESC", RotaPublished).Limit(1).Scan(ctx)
		if err != nil {
			return err
		}
		var basedOn *string
		if len(rotas) > 0 {
			basedOn = &rotas[0].ID
		}
		_, err = s.draft(ctx, tx, now, actor, frame{facilityID: actor.FacilityID, week: created.NominalWeek(), template: &created}, basedOn)
		return err
	})
	return created, err
}
