package handlers

import "github.com/maillage-dime/maillage/models"

func (a *API) demandRecords() {
	registerRecords(a, recordKind[models.Need, NeedFields, needRecordJSON, needInputJSON]{
		"need", "Need", "Needs", a.Store.Needs(), encodeNeedFields, decodeNeedFields,
		func(head RecordHead, fields NeedFields) needRecordJSON { return needRecordJSON{head, fields} },
		func(input *needInputJSON) (int, *NeedFields) { return input.Version, &input.NeedFields },
	})
	registerRecords(a, recordKind[models.StandingDuty, DutyFields, dutyRecordJSON, dutyInputJSON]{
		"duty", "Duty", "Duties", a.Store.Duties(), encodeDutyFields, decodeDutyFields,
		func(head RecordHead, fields DutyFields) dutyRecordJSON { return dutyRecordJSON{head, fields} },
		func(input *dutyInputJSON) (int, *DutyFields) { return input.Version, &input.DutyFields },
	})
	registerRecords(a, recordKind[models.RecurringMeeting, RecurringMeetingFields, recurringMeetingRecordJSON, recurringMeetingInputJSON]{
		"recurring_meeting", "RecurringMeeting", "RecurringMeetings", a.Store.RecurringMeetings(), encodeRecurringMeetingFields, decodeRecurringMeetingFields,
		func(head RecordHead, fields RecurringMeetingFields) recurringMeetingRecordJSON {
			return recurringMeetingRecordJSON{head, fields}
		},
		func(input *recurringMeetingInputJSON) (int, *RecurringMeetingFields) {
			return input.Version, &input.RecurringMeetingFields
		},
	})
	registerRecords(a, recordKind[models.ProtectedTime, ProtectedTimeFields, protectedTimeRecordJSON, protectedTimeInputJSON]{
		"protected_time", "ProtectedTime", "ProtectedTimes", a.Store.ProtectedTimes(), encodeProtectedTimeFields, decodeProtectedTimeFields,
		func(head RecordHead, fields ProtectedTimeFields) protectedTimeRecordJSON {
			return protectedTimeRecordJSON{head, fields}
		},
		func(input *protectedTimeInputJSON) (int, *ProtectedTimeFields) {
			return input.Version, &input.ProtectedTimeFields
		},
	})
}

func encodeDemandFields(d *models.Demand) DemandFields {
	fields := DemandFields{
		Label: plainLine(d.Label), ShortLabel: plainLine(d.ShortLabel), Duration: d.Duration, Count: d.Count, Rhythm: string(d.Rhythm),
		Letter: string(d.Letter), MinGapDays: d.MinGapDays, ModalityCode: optionalWritten[plainLine](d.ModalityCode),
		Sector: optionalWritten[plainLine](d.Sector), Seats: each(d.Seats, encodeSeatRequest), OptionalIDs: written[identifier](d.OptionalIDs),
		PlaceIDs: written[identifier](d.PlaceIDs), Windows: each(d.Windows, encodeWishedSpan), WishedSpans: each(d.WishedSpans, encodeSpan),
		RefusedSpans: each(d.RefusedSpans, encodeSpan), RefusedIDs: written[identifier](d.RefusedIDs), Priority: d.Priority,
		PreferredIDs: written[identifier](d.PreferredIDs), FromDate: d.FromDate, ToDate: d.ToDate,
	}
	if d.Room != nil {
		fields.Room = &roomWishJSON{Features: written[plainLine](d.Room.Features), Seats: d.Room.Seats}
	}
	return fields
}

func decodeDemandFields(d *DemandFields) models.Demand {
	demand := models.Demand{
		Label: string(d.Label), ShortLabel: string(d.ShortLabel), Duration: d.Duration, Count: d.Count, Rhythm: models.Rhythm(d.Rhythm),
		Letter: models.WeekLetter(d.Letter), MinGapDays: d.MinGapDays, ModalityCode: optionalText(d.ModalityCode), Sector: optionalText(d.Sector),
		Seats: each(d.Seats, decodeSeatRequest), OptionalIDs: texts(d.OptionalIDs), PlaceIDs: texts(d.PlaceIDs),
		Windows: each(d.Windows, decodeWishedSpan), WishedSpans: each(d.WishedSpans, decodeSpan), RefusedSpans: each(d.RefusedSpans, decodeSpan),
		RefusedIDs: texts(d.RefusedIDs), Priority: d.Priority, PreferredIDs: texts(d.PreferredIDs), FromDate: d.FromDate, ToDate: d.ToDate,
	}
	if d.Room != nil {
		demand.Room = &models.RoomRequest{Features: texts(d.Room.Features), Seats: d.Room.Seats}
	}
	return demand
}

func encodeSeatRequest(s *models.SeatRequest) seatRequestJSON {
	return seatRequestJSON{Professions: written[profession](s.Professions), Skills: written[plainLine](s.Skills), OneOf: written[identifier](s.OneOf)}
}

func decodeSeatRequest(s *seatRequestJSON) models.SeatRequest {
	return models.SeatRequest{Professions: texts(s.Professions), Skills: texts(s.Skills), OneOf: texts(s.OneOf)}
}

func encodeWishedSpan(w *models.WishedSpan) wishedSpanJSON {
	return wishedSpanJSON{Letter: string(w.Letter), Day: w.Day, From: w.From, To: w.To, Cost: w.Cost}
}

func decodeWishedSpan(w *wishedSpanJSON) models.WishedSpan {
	span := models.DaySpan{Letter: models.WeekLetter(w.Letter), Day: w.Day, From: w.From, To: w.To}
	return models.WishedSpan{DaySpan: span, Cost: w.Cost}
}

func encodeNeedFields(n *models.Need) NeedFields {
	return NeedFields{
		DemandFields: encodeDemandFields(&n.Demand), Kind: n.Kind, ChildID: optionalWritten[identifier](n.ChildID),
		GroupID: optionalWritten[identifier](n.GroupID),
	}
}

func decodeNeedFields(n *NeedFields) models.Need {
	return models.Need{Demand: decodeDemandFields(&n.DemandFields), Kind: n.Kind, ChildID: optionalText(n.ChildID), GroupID: optionalText(n.GroupID)}
}

func encodeDutyFields(d *models.StandingDuty) DutyFields {
	return DutyFields{DemandFields: encodeDemandFields(&d.Demand), Kind: dutyKind(d.Kind)}
}

func decodeDutyFields(d *DutyFields) models.StandingDuty {
	return models.StandingDuty{Demand: decodeDemandFields(&d.DemandFields), Kind: string(d.Kind)}
}

func encodeRecurringMeetingFields(m *models.RecurringMeeting) RecurringMeetingFields {
	return RecurringMeetingFields{
		DemandFields: encodeDemandFields(&m.Demand), Kind: m.Kind, Purpose: meetingPurpose(m.Purpose), ChildID: optionalWritten[identifier](m.ChildID),
	}
}

func decodeRecurringMeetingFields(m *RecurringMeetingFields) models.RecurringMeeting {
	return models.RecurringMeeting{
		Demand: decodeDemandFields(&m.DemandFields), Kind: m.Kind, Purpose: string(m.Purpose), ChildID: optionalText(m.ChildID),
	}
}

func encodeProtectedTimeFields(p *models.ProtectedTime) ProtectedTimeFields {
	return ProtectedTimeFields{
		Kind: protectedKind(p.Kind), Label: plainLine(p.Label), Professions: written[profession](p.Professions),
		ProfessionalIDs: written[identifier](p.ProfessionalIDs), Convention: string(p.Convention), BasisPoints: p.BasisPoints, Minutes: p.Minutes,
		SmallestPiece: p.SmallestPiece, Priority: p.Priority, FromDate: p.FromDate, ToDate: p.ToDate,
	}
}

func decodeProtectedTimeFields(p *ProtectedTimeFields) models.ProtectedTime {
	return models.ProtectedTime{
		Kind: string(p.Kind), Label: string(p.Label), Professions: texts(p.Professions), ProfessionalIDs: texts(p.ProfessionalIDs),
		Convention: models.Convention(p.Convention), BasisPoints: p.BasisPoints, Minutes: p.Minutes, SmallestPiece: p.SmallestPiece,
		Priority: p.Priority, FromDate: p.FromDate, ToDate: p.ToDate,
	}
}
