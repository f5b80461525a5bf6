package handlers

import (
	"context"

	"github.com/maillage-dime/maillage/models"
)

// weekRecords registers the records that weeks are made of beside the house's own: absences and week templates.
func (a *API) weekRecords() {
	absences := recordKind[models.Absence, AbsenceFields, absenceRecordJSON, absenceInputJSON]{
		"absence", "Absence", "Absences", a.Store.Absences(), encodeAbsenceFields, decodeAbsenceFields,
		func(head RecordHead, fields AbsenceFields) absenceRecordJSON { return absenceRecordJSON{head, fields} },
		func(input *absenceInputJSON) (int, *AbsenceFields) {
			return input.Version, &AbsenceFields{AbsenceValues: input.AbsenceValues}
		},
	}
	registerRecords(a, absences)
	decide := func(ctx context.Context, who caller, input *recordBody[absenceDecisionJSON]) (*answer[any], error) {
		return absences.changed(a.Store.DecideAbsence(ctx, who.actor, string(input.ID), input.Body.Version, input.Body.Accept))
	}
	operation := post("/records/absence/{id}/decision", "decideAbsence", "Accept or refuse an absence that was asked for")
	signedIn(a, absences.answering(a, operation), decide)
	registerRecords(a, recordKind[models.WeekTemplate, TemplateFields, templateRecordJSON, templateInputJSON]{
		"week_template", "WeekTemplate", "WeekTemplates", a.Store.WeekTemplates(), encodeTemplateFields, decodeTemplateFields,
		func(head RecordHead, fields TemplateFields) templateRecordJSON {
			return templateRecordJSON{head, fields}
		},
		func(input *templateInputJSON) (int, *TemplateFields) { return input.Version, &input.TemplateFields },
	})
}

func encodeAbsenceFields(a *models.Absence) AbsenceFields {
	return AbsenceFields{
		AbsenceValues: AbsenceValues{
			ProfessionalID: optionalWritten[identifier](a.ProfessionalID), ChildID: optionalWritten[identifier](a.ChildID),
			FromDate: a.FromDate, FromMinute: a.FromMinute, ToDate: a.ToDate, ToMinute: a.ToMinute,
			Repeats: string(a.Repeats), RepeatUntil: a.RepeatUntil, Reason: absenceReason(a.Reason),
		},
		State: string(a.State), RequestedAt: inUTC(a.RequestedAt), DecidedAt: inUTC(a.DecidedAt), DecidedBy: notEmpty(a.Decider),
	}
}

func decodeAbsenceFields(f *AbsenceFields) models.Absence {
	return models.Absence{
		ProfessionalID: optionalText(f.ProfessionalID), ChildID: optionalText(f.ChildID),
		FromDate: f.FromDate, FromMinute: f.FromMinute, ToDate: f.ToDate, ToMinute: f.ToMinute,
		Repeats: models.AbsenceRepeat(f.Repeats), RepeatUntil: f.RepeatUntil, Reason: models.AbsenceReason(f.Reason),
	}
}

func encodeTemplateFields(t *models.WeekTemplate) TemplateFields {
	return TemplateFields{Name: plainLine(t.Name), Letter: string(t.Letter), FromDate: t.FromDate, ToDate: t.ToDate}
}
