package handlers

import (
	"context"
	"time"

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
	registerDecision(a, absences, a.Store.DecideAbsence)
	workedDays := recordKind[models.WorkedDay, WorkedDayFields, workedDayRecordJSON, workedDayInputJSON]{
		"worked_day", "WorkedDay", "WorkedDays", a.Store.WorkedDays(), encodeWorkedDayFields, decodeWorkedDayFields,
		func(head RecordHead, fields WorkedDayFields) workedDayRecordJSON {
			return workedDayRecordJSON{head, fields}
		},
		func(input *workedDayInputJSON) (int, *WorkedDayFields) {
			return input.Version, &WorkedDayFields{WorkedDayValues: input.WorkedDayValues}
		},
	}
	registerRecords(a, workedDays)
	registerDecision(a, workedDays, a.Store.DecideWorkedDay)
	registerRecords(a, recordKind[models.WeekTemplate, TemplateFields, templateRecordJSON, templateInputJSON]{
		"week_template", "WeekTemplate", "WeekTemplates", a.Store.WeekTemplates(), encodeTemplateFields, decodeTemplateFields,
		func(head RecordHead, fields TemplateFields) templateRecordJSON {
			return templateRecordJSON{head, fields}
		},
		func(input *templateInputJSON) (int, *TemplateFields) { return input.Version, &input.TemplateFields },
	})
}

// registerDecision registers how a kind of record is decided of that people ask for.
func registerDecision[Row, Fields, Wire, Input any](
	a *API, k recordKind[Row, Fields, Wire, Input],
	decide func(ctx context.Context, actor models.Actor, id string, version int, accept bool) (Row, error),
) {
	operation := post("/records/"+k.word+"/{id}/decision", "decide"+k.name, "Accept or refuse what was asked for")
	signedIn(a, k.answering(a, operation), func(ctx context.Context, who caller, input *recordBody[decisionJSON]) (*answer[any], error) {
		return k.changed(decide(ctx, who.actor, string(input.ID), input.Body.Version, input.Body.Accept))
	})
}

func encodeRequest(state models.RequestState, requested, decided *time.Time, decider string) RequestFields {
	return RequestFields{State: string(state), RequestedAt: inUTC(requested), DecidedAt: inUTC(decided), DecidedBy: notEmpty(decider)}
}

func encodeWorkedDayFields(d *models.WorkedDay) WorkedDayFields {
	return WorkedDayFields{
		WorkedDayValues: WorkedDayValues{
			ProfessionalID: identifier(d.ProfessionalID), Date: d.Date, FromMinute: d.FromMinute, ToMinute: d.ToMinute,
			BreakMinutes: d.BreakMinutes, Note: plainLine(d.Note),
		},
		RequestFields: encodeRequest(d.State, d.RequestedAt, d.DecidedAt, d.Decider),
	}
}

func decodeWorkedDayFields(f *WorkedDayFields) models.WorkedDay {
	return models.WorkedDay{
		ProfessionalID: string(f.ProfessionalID), Date: f.Date, FromMinute: f.FromMinute, ToMinute: f.ToMinute,
		BreakMinutes: f.BreakMinutes, Note: string(f.Note),
	}
}

func encodeAbsenceFields(a *models.Absence) AbsenceFields {
	return AbsenceFields{
		AbsenceValues: AbsenceValues{
			ProfessionalID: optionalWritten[identifier](a.ProfessionalID), ChildID: optionalWritten[identifier](a.ChildID),
			FromDate: a.FromDate, FromMinute: a.FromMinute, ToDate: a.ToDate, ToMinute: a.ToMinute,
			Repeats: string(a.Repeats), RepeatUntil: a.RepeatUntil, Reason: absenceReason(a.Reason),
		},
		RequestFields: encodeRequest(a.State, a.RequestedAt, a.DecidedAt, a.Decider),
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
