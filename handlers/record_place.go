package handlers

import "github.com/maillage-dime/maillage/models"

func (a *API) placeRecords() {
	registerRecords(a, recordKind[models.ServiceUnit, UnitFields, unitRecordJSON, unitInputJSON]{
		"unit", "Unit", "Units", a.Store.Units(), encodeUnitFields, decodeUnitFields,
		func(head RecordHead, fields UnitFields) unitRecordJSON { return unitRecordJSON{head, fields} },
		func(input *unitInputJSON) (int, *UnitFields) { return input.Version, &input.UnitFields },
	})
	registerRecords(a, recordKind[models.CareModality, ModalityFields, modalityRecordJSON, modalityInputJSON]{
		"modality", "Modality", "Modalities", a.Store.Modalities(), encodeModalityFields, decodeModalityFields,
		func(head RecordHead, fields ModalityFields) modalityRecordJSON {
			return modalityRecordJSON{head, fields}
		},
		func(input *modalityInputJSON) (int, *ModalityFields) { return input.Version, &input.ModalityFields },
	})
	registerRecords(a, recordKind[models.Place, PlaceFields, placeRecordJSON, placeInputJSON]{
		"place", "Place", "Places", a.Store.Places(), encodePlaceFields, decodePlaceFields,
		func(head RecordHead, fields PlaceFields) placeRecordJSON { return placeRecordJSON{head, fields} },
		func(input *placeInputJSON) (int, *PlaceFields) { return input.Version, &input.PlaceFields },
	})
	registerRecords(a, recordKind[models.Room, RoomFields, roomRecordJSON, roomInputJSON]{
		"room", "Room", "Rooms", a.Store.Rooms(), encodeRoomFields, decodeRoomFields,
		func(head RecordHead, fields RoomFields) roomRecordJSON { return roomRecordJSON{head, fields} },
		func(input *roomInputJSON) (int, *RoomFields) { return input.Version, &input.RoomFields },
	})
	registerRecords(a, recordKind[models.ClosedDay, ClosedDayFields, closedDayRecordJSON, closedDayInputJSON]{
		"closed_day", "ClosedDay", "ClosedDays", a.Store.ClosedDays(), encodeClosedDayFields, decodeClosedDayFields,
		func(head RecordHead, fields ClosedDayFields) closedDayRecordJSON {
			return closedDayRecordJSON{head, fields}
		},
		func(input *closedDayInputJSON) (int, *ClosedDayFields) { return input.Version, &input.ClosedDayFields },
	})
	registerRecords(a, recordKind[models.TravelOverride, TravelFields, travelRecordJSON, travelInputJSON]{
		"travel", "TravelOverride", "TravelOverrides", a.Store.TravelOverrides(), encodeTravelFields, decodeTravelFields,
		func(head RecordHead, fields TravelFields) travelRecordJSON { return travelRecordJSON{head, fields} },
		func(input *travelInputJSON) (int, *TravelFields) { return input.Version, &input.TravelFields },
	})
}

func encodeUnitFields(u *models.ServiceUnit) UnitFields {
	return UnitFields{Name: plainLine(u.Name), Kind: unitKind(u.Kind), FINESS: plainLine(u.FINESS)}
}

func decodeUnitFields(u *UnitFields) models.ServiceUnit {
	return models.ServiceUnit{Name: string(u.Name), Kind: string(u.Kind), FINESS: string(u.FINESS)}
}

func encodeModalityFields(m *models.CareModality) ModalityFields {
	return ModalityFields{
		Code: plainLine(m.Code), Name: plainLine(m.Name), Position: m.Position,
		Capacities: each(m.Capacities, func(c *models.Capacity) capacityJSON { return capacityJSON(*c) }),
	}
}

func decodeModalityFields(m *ModalityFields) models.CareModality {
	return models.CareModality{
		Code: string(m.Code), Name: string(m.Name), Position: m.Position,
		Capacities: each(m.Capacities, func(c *capacityJSON) models.Capacity { return models.Capacity(*c) }),
	}
}

func encodePlaceFields(p *models.Place) PlaceFields {
	fields := PlaceFields{
		Kind: string(p.Kind), Name: plainLine(p.Name), Code: plainLine(p.Code), Address: plainLine(p.Address), Sector: plainLine(p.Sector),
		Hours: each(p.Hours, encodeSpan),
	}
	if p.Located() {
		fields.Latitude, fields.Longitude = &p.Latitude, &p.Longitude
	}
	return fields
}

func decodePlaceFields(p *PlaceFields) models.Place {
	place := models.Place{
		Kind: models.PlaceKind(p.Kind), Name: string(p.Name), Code: string(p.Code), Address: string(p.Address), Sector: string(p.Sector),
		Hours: each(p.Hours, decodeSpan),
	}
	if p.Latitude != nil && p.Longitude != nil {
		place.Latitude, place.Longitude = *p.Latitude, *p.Longitude
	}
	return place
}

func encodeRoomFields(r *models.Room) RoomFields {
	return RoomFields{
		PlaceID: identifier(r.PlaceID), Name: plainLine(r.Name), Seats: r.Seats, Features: written[plainLine](r.Features), Wheelchair: r.Wheelchair,
		Closed: each(r.Closed, encodeSpan),
	}
}

func decodeRoomFields(r *RoomFields) models.Room {
	return models.Room{
		PlaceID: string(r.PlaceID), Name: string(r.Name), Seats: r.Seats, Features: texts(r.Features), Wheelchair: r.Wheelchair,
		Closed: each(r.Closed, decodeSpan),
	}
}

func encodeClosedDayFields(d *models.ClosedDay) ClosedDayFields {
	return ClosedDayFields{
		PlaceID: optionalWritten[identifier](d.PlaceID), RoomID: optionalWritten[identifier](d.RoomID), Date: d.Date, ToDate: d.ToDate,
		Kind: string(d.Kind), FromMinute: d.FromMinute, ToMinute: d.ToMinute, Label: plainLine(d.Label),
	}
}

func decodeClosedDayFields(d *ClosedDayFields) models.ClosedDay {
	return models.ClosedDay{
		PlaceID: optionalText(d.PlaceID), RoomID: optionalText(d.RoomID), Date: d.Date, ToDate: d.ToDate, Kind: models.ClosedKind(d.Kind),
		FromMinute: d.FromMinute, ToMinute: d.ToMinute, Label: string(d.Label),
	}
}

func encodeTravelFields(o *models.TravelOverride) TravelFields {
	return TravelFields{FromPlaceID: identifier(o.FromPlaceID), ToPlaceID: identifier(o.ToPlaceID), Minutes: o.Minutes, Source: o.Source}
}

func decodeTravelFields(o *TravelFields) models.TravelOverride {
	return models.TravelOverride{FromPlaceID: string(o.FromPlaceID), ToPlaceID: string(o.ToPlaceID), Minutes: o.Minutes, Source: o.Source}
}
