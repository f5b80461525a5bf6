package handlers

import "github.com/maillage-dime/maillage/models"

func (a *API) childRecords() {
	registerRecords(a, recordKind[models.Child, ChildFields, childRecordJSON, childInputJSON]{
		"child", "Child", "Children", a.Store.Children(), encodeChildFields, decodeChildFields,
		func(head RecordHead, fields ChildFields) childRecordJSON { return childRecordJSON{head, fields} },
		func(input *childInputJSON) (int, *ChildFields) { return input.Version, &input.ChildFields },
	})
	registerRecords(a, recordKind[models.ChildGroup, GroupFields, groupRecordJSON, groupInputJSON]{
		"group", "Group", "Groups", a.Store.Groups(), encodeGroupFields, decodeGroupFields,
		func(head RecordHead, fields GroupFields) groupRecordJSON { return groupRecordJSON{head, fields} },
		func(input *groupInputJSON) (int, *GroupFields) { return input.Version, &input.GroupFields },
	})
}

func encodeChildFields(c *models.Child) ChildFields {
	return ChildFields{
		FirstName: plainLine(c.FirstName), LastName: plainLine(c.LastName), BirthYear: c.BirthYear, InternalNumber: plainLine(c.InternalNumber),
		Sector: plainLine(c.Sector), HomePlaceID: optionalWritten[identifier](c.HomePlaceID), SchoolPlaceID: optionalWritten[identifier](c.SchoolPlaceID),
		Schedule: each(c.Schedule, func(w *models.ScheduleWindow) scheduleWindowJSON {
			return scheduleWindowJSON{Letter: string(w.Letter), Day: w.Day, From: w.From, To: w.To, Places: written[identifier](w.Places)}
		}),
		KeyWorkerID: optionalWritten[identifier](c.KeyWorkerID), CaseCoordinatorID: optionalWritten[identifier](c.CaseCoordinatorID),
		ProfessionalsTarget: c.ProfessionalsTarget, SessionsPerDayTarget: c.SessionsPerDayTarget, Wishes: c.Wishes,
		Transport: string(c.Transport), TransportPartnerID: optionalWritten[identifier](c.TransportPartnerID),
		Periods: each(c.Periods, func(p *models.CareModalityPeriod) modalityPeriodJSON {
			return modalityPeriodJSON{ModalityCode: plainLine(p.ModalityCode), FromDate: p.FromDate, ToDate: p.ToDate, WeeklyMinutes: p.WeeklyMinutes}
		}),
	}
}

func decodeChildFields(c *ChildFields) models.Child {
	return models.Child{
		FirstName: string(c.FirstName), LastName: string(c.LastName), BirthYear: c.BirthYear, InternalNumber: string(c.InternalNumber),
		Sector: string(c.Sector), HomePlaceID: optionalText(c.HomePlaceID), SchoolPlaceID: optionalText(c.SchoolPlaceID),
		Schedule: each(c.Schedule, func(w *scheduleWindowJSON) models.ScheduleWindow {
			span := models.DaySpan{Letter: models.WeekLetter(w.Letter), Day: w.Day, From: w.From, To: w.To}
			return models.ScheduleWindow{DaySpan: span, Places: texts(w.Places)}
		}),
		KeyWorkerID: optionalText(c.KeyWorkerID), CaseCoordinatorID: optionalText(c.CaseCoordinatorID),
		ProfessionalsTarget: c.ProfessionalsTarget, SessionsPerDayTarget: c.SessionsPerDayTarget, Wishes: c.Wishes,
		Transport: models.Transport(c.Transport), TransportPartnerID: optionalText(c.TransportPartnerID),
		Periods: each(c.Periods, func(p *modalityPeriodJSON) models.CareModalityPeriod {
			return models.CareModalityPeriod{ModalityCode: string(p.ModalityCode), FromDate: p.FromDate, ToDate: p.ToDate, WeeklyMinutes: p.WeeklyMinutes}
		}),
	}
}

func encodeGroupFields(g *models.ChildGroup) GroupFields {
	return GroupFields{Name: plainLine(g.Name), ModalityCode: optionalWritten[plainLine](g.ModalityCode), ChildIDs: written[identifier](g.ChildIDs)}
}

func decodeGroupFields(g *GroupFields) models.ChildGroup {
	return models.ChildGroup{Name: string(g.Name), ModalityCode: optionalText(g.ModalityCode), ChildIDs: texts(g.ChildIDs)}
}
