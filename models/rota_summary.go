package models

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// RotaSummary is a rota as it is named in lists: by whom it was made and from which other.
type RotaSummary struct {
	Rota
	Author   *string       // name of the account; nil when the program made it
	Changer  *string       // name of the account that made the last change
	BasedOn  *Rota         // nil also when it was deleted since
	Template *WeekTemplate // what it plans, or of a week's rota what it was made from; nil for those who may not read templates
	MadeFrom *Rota         // the version of the template a week's rota was made from
}

// Summaries returns rotas, which a method of Store returned to the same actor, as they are named in lists.
func (s *Store) Summaries(ctx context.Context, actor Actor, rotas ...Rota) ([]RotaSummary, error) {
	if _, err := s.allow(actor, ResourceRota, ActionRead); err != nil {
		return nil, err
	}
	summaries := make([]RotaSummary, len(rotas))
	accounts, bases := []string{""}, []string{""} // never an empty list: IN () is not SQL
	for i := range rotas {
		summaries[i].Rota = rotas[i]
		if rotas[i].CreatedBy != nil {
			accounts = append(accounts, *rotas[i].CreatedBy)
		}
		if rotas[i].ChangedBy != nil {
			accounts = append(accounts, *rotas[i].ChangedBy)
		}
		if rotas[i].BasedOnID != nil {
			bases = append(bases, *rotas[i].BasedOnID)
		}
		if rotas[i].MadeFromID != nil {
			bases = append(bases, *rotas[i].MadeFromID)
		}
	}
	err := s.read(ctx, func(ctx context.Context, tx bun.Tx, _ time.Time) error {
		var authors []Account
		err := tx.NewSelect().Model(&authors).Column("id", "name").Where("facility_id = ?", actor.FacilityID).Where("id IN (?)", bun.List(accounts)).Scan(ctx)
		if err != nil {
			return err
		}
		var origins []Rota
		err = tx.NewSelect().Model(&origins).Where("facility_id = ?", actor.FacilityID).Where("id IN (?)", bun.List(bases)).Scan(ctx)
		if err != nil {
			return err
		}
		for i := range summaries {
			summaries[i].describe(authors, origins)
		}
		if Allowed(actor, ResourceTemplate, ActionRead) == ScopeNone {
			return nil
		}
		var templates []WeekTemplate
		err = tx.NewSelect().Model(&templates).Where("facility_id = ?", actor.FacilityID).Scan(ctx)
		for i := range summaries {
			summaries[i].nameTemplate(templates, origins)
		}
		return err
	})
	return summaries, err
}

func (r *RotaSummary) describe(authors []Account, origins []Rota) {
	for i := range authors {
		if equal(r.CreatedBy, authors[i].ID) {
			r.Author = &authors[i].Name
		}
		if equal(r.ChangedBy, authors[i].ID) {
			r.Changer = &authors[i].Name
		}
	}
	for i := range origins {
		if equal(r.BasedOnID, origins[i].ID) {
			r.BasedOn = &origins[i]
		}
	}
}

// nameTemplate fills in which template the rota plans or was made from.
func (r *RotaSummary) nameTemplate(templates []WeekTemplate, origins []Rota) {
	id := r.TemplateID
	for i := range origins {
		if equal(r.MadeFromID, origins[i].ID) {
			r.MadeFrom, id = &origins[i], origins[i].TemplateID
		}
	}
	for i := range templates {
		if equal(id, templates[i].ID) {
			r.Template = &templates[i]
		}
	}
}
