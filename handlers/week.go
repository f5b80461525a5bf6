package handlers

import (
	"context"
	"slices"

	"github.com/maillage-dime/maillage/handlers/httpapi"
	"github.com/maillage-dime/maillage/models"
)

func (a *API) readWeek(ctx context.Context, who caller, input *readWeekInput) (*httpapi.Conditional[weekJSON], error) {
	_, encoded, err := a.week(ctx, who, input.Week)
	if err != nil {
		return nil, err
	}
	return cached(encoded, input.IfNoneMatch)
}

// week reads the rotas of a week, and how an answer names them.
func (a *API) week(ctx context.Context, who caller, name string) (*models.WeekOverview, weekJSON, error) {
	week, err := models.ParseWeek(name)
	if err != nil {
		return nil, weekJSON{}, err
	}
	overview, err := a.Store.WeekView(ctx, who.actor, week)
	if err != nil {
		return nil, weekJSON{}, err
	}
	rotas := overview.Drafts
	if overview.Published != nil {
		rotas = append(slices.Clone(rotas), *overview.Published)
	}
	summaries, err := a.Store.Summaries(ctx, who.actor, rotas...)
	if err != nil {
		return nil, weekJSON{}, err
	}
	return overview, encodeWeek(overview, summaries), nil
}

func (a *API) createDraft(ctx context.Context, who caller, input *weekBody[createDraftJSON]) (*answer[rotaSummaryJSON], error) {
	week, err := models.ParseWeek(input.Week)
	if err != nil {
		return nil, err
	}
	draft, err := a.Store.CreateDraft(ctx, who.actor, week, optionalText(input.Body.BasedOn))
	return a.drafted(ctx, who, draft, err)
}

// drafted answers with the summary of a new draft.
func (a *API) drafted(ctx context.Context, who caller, draft models.Rota, err error) (*answer[rotaSummaryJSON], error) {
	if err != nil {
		return nil, err
	}
	summary, err := a.summary(ctx, who, draft)
	if err != nil {
		return nil, err
	}
	return answerWith(summary), nil
}

// summary names one rota.
func (a *API) summary(ctx context.Context, who caller, rota models.Rota) (rotaSummaryJSON, error) {
	summaries, err := a.Store.Summaries(ctx, who.actor, rota)
	if err != nil {
		return rotaSummaryJSON{}, err
	}
	return encodeSummary(&summaries[0]), nil
}

func encodeWeek(overview *models.WeekOverview, summaries []models.RotaSummary) weekJSON {
	week := overview.Week
	encoded := weekJSON{
		Week: week.String(), Number: week.Number, FirstDay: week.Day(0), Letter: string(overview.Letter),
		Days: each(overview.Days, encodeDay), SchoolHoliday: overview.SchoolHoliday, Drafts: []rotaSummaryJSON{},
		Making: overview.Making, Previous: week.Previous().String(), Next: week.Next().String(),
	}
	encoded.Template = encodeTemplateName(overview.Template, overview.TemplateRota)
	for i := range summaries {
		if summary := encodeSummary(&summaries[i]); summaries[i].State == models.RotaPublished {
			encoded.Published = &summary
		} else {
			encoded.Drafts = append(encoded.Drafts, summary)
		}
	}
	return encoded
}

func encodeDay(day *models.Day) dayJSON {
	return dayJSON{
		Date: day.Date, Closed: notEmpty(day.Closed), Label: day.Label, SchoolHoliday: notEmpty(day.Holiday), OpenFrom: day.OpenFrom, OpenTo: day.OpenTo,
	}
}

func encodeSummary(summary *models.RotaSummary) rotaSummaryJSON {
	encoded := rotaSummaryJSON{
		ID: summary.ID, Week: summary.Week, State: string(summary.State), Number: summary.Number, Version: summary.PublishedAs,
		Author: summary.Author, ChangedBy: summary.Changer, Revision: summary.Revision,
		Template: encodeTemplateName(summary.Template, summary.MadeFrom), Ordinary: summary.TemplateID != nil, Automatic: summary.Automatic,
		CreatedAt: summary.CreatedAt.UTC(), UpdatedAt: summary.UpdatedAt.UTC(), PublishedAt: inUTC(summary.PublishedAt),
	}
	if base := summary.BasedOn; base != nil {
		encoded.BasedOn = &basedOnJSON{ID: base.ID, Number: base.Number, Version: base.PublishedAs}
	}
	return encoded
}
