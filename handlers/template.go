package handlers

import (
	"context"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/school"
)

func (a *API) listTemplateOverviews(ctx context.Context, who caller, _ *nothing) (*answer[templatesJSON], error) {
	templates, err := a.Store.Templates(ctx, who.actor)
	if err != nil {
		return nil, err
	}
	encoded := templatesJSON{Templates: []templateOverviewJSON{}}
	for i := range templates {
		overview, err := a.encodeTemplateOverview(ctx, who, &templates[i])
		if err != nil {
			return nil, err
		}
		encoded.Templates = append(encoded.Templates, overview)
	}
	return answerWith(encoded), nil
}

func (a *API) encodeTemplateOverview(ctx context.Context, who caller, template *models.TemplateOverview) (templateOverviewJSON, error) {
	encoded := templateOverviewJSON{
		Template: encodeTemplate(&template.WeekTemplate), SchoolYear: school.YearOf(template.NominalWeek().Sunday()), State: "draft", Nominal: template.NominalWeek().String(),
		Drafts: []rotaSummaryJSON{}, Weeks: template.Weeks,
		Uneven:    unevenJSON{Professionals: list(template.Uneven.Professionals), Children: list(template.Uneven.Children)},
		CanChange: models.Allowed(who.actor, models.ResourceTemplate, models.ActionChange) > models.ScopeNone,
	}
	rotas := template.Drafts
	if template.Published != nil {
		encoded.State = "published"
		rotas = append([]models.Rota{*template.Published}, rotas...)
	}
	if opens := opensWith(who.actor, template.Drafts, template.Published); opens != nil {
		encoded.Opens = &opens.ID
	}
	if template.InForce {
		encoded.State = "in_force"
	}
	summaries, err := a.Store.Summaries(ctx, who.actor, rotas...)
	for i := range summaries {
		if summary := encodeSummary(&summaries[i]); summaries[i].State == models.RotaPublished {
			encoded.Published = &summary
		} else {
			encoded.Drafts = append(encoded.Drafts, summary)
		}
	}
	return encoded, err
}

func (a *API) copyTemplate(ctx context.Context, who caller, input *templateBody[TemplateFields]) (*answer[templateJSON], error) {
	template, err := a.Store.CopyTemplate(ctx, who.actor, string(input.ID), decodeTemplateFields(&input.Body))
	if err != nil {
		return nil, err
	}
	return answerWith(encodeTemplate(&template)), nil
}

func (a *API) createTemplateDraft(ctx context.Context, who caller, input *templateBody[templateDraftJSON]) (*answer[rotaSummaryJSON], error) {
	draft, err := a.Store.CreateTemplateDraft(ctx, who.actor, string(input.ID), optionalText(input.Body.BasedOn))
	return a.drafted(ctx, who, draft, err)
}

func (a *API) compareWithTemplate(ctx context.Context, who caller, input *RotaPath) (*answer[templateChangesJSON], error) {
	comparison, err := a.Store.CompareWithTemplate(ctx, who.actor, string(input.ID))
	if err != nil {
		return nil, err
	}
	encoded := templateChangesJSON{Template: *encodeTemplateName(&comparison.Template, &comparison.MadeFrom), Rota: comparison.MadeFrom.ID}
	encoded.Changes = each(comparison.Changes, func(change *models.TemplateChange) templateChangeJSON {
		return templateChangeJSON{
			Activity: change.Activity, Occurrence: change.Occurrence, Kind: string(change.Kind), Label: change.Label, Children: list(change.ChildIDs),
			Old: encodeOldRow(change.Old), New: encodeOldRow(change.New), Asked: change.Asked, Breaches: list(change.Breaches),
		}
	})
	return answerWith(encoded), nil
}

func (a *API) makeWeek(ctx context.Context, who caller, input *WeekPath) (*answer[madeWeekJSON], error) {
	week, err := models.ParseWeek(input.Week)
	if err != nil {
		return nil, err
	}
	made, err := a.Store.MakeWeek(ctx, who.actor, week)
	if err != nil {
		return nil, err
	}
	if made.RunID != nil {
		a.Wake()
	}
	summary, err := a.summary(ctx, who, made.Rota)
	if err != nil {
		return nil, err
	}
	return answerWith(madeWeekJSON{Making: string(made.Making), Rota: summary, LeftOut: made.LeftOut, Run: made.RunID}), nil
}

func (a *API) makeWeeks(ctx context.Context, who caller, input *bodyOf[makeWeeksJSON]) (*nothing, error) {
	from, err := models.ParseWeek(input.Body.From)
	if err != nil {
		return nil, err
	}
	to, err := models.ParseWeek(input.Body.To)
	if err != nil {
		return nil, err
	}
	if err := a.Store.RequestWeeks(ctx, who.actor, from, to); err != nil {
		return nil, err
	}
	a.Wake()
	return nil, nil
}

func encodeTemplate(template *models.WeekTemplate) templateJSON {
	return templateJSON{
		ID: template.ID, Version: template.Version, Name: template.Name, Letter: string(template.Letter), FromDate: template.FromDate, ToDate: template.ToDate,
	}
}

func decodeTemplateFields(fields *TemplateFields) models.WeekTemplate {
	return models.WeekTemplate{
		Name: string(fields.Name), Letter: models.WeekLetter(fields.Letter), FromDate: fields.FromDate, ToDate: fields.ToDate,
	}
}

// encodeTemplateName names a template, and which version of it when a rota of it is given; nothing without a template.
func encodeTemplateName(template *models.WeekTemplate, madeFrom *models.Rota) *templateNameJSON {
	if template == nil {
		return nil
	}
	named := &templateNameJSON{
		ID: template.ID, Name: template.Name, Letter: string(template.Letter), FromDate: template.FromDate, ToDate: template.ToDate,
	}
	if madeFrom != nil {
		named.Version = &madeFrom.PublishedAs
	}
	return named
}
