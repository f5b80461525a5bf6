package handlers

import "github.com/maillage-dime/maillage/models"

func (a *API) facilityRecords() {
	registerKept(a, recordKind[models.Facility, FacilityFields, facilityRecordJSON, facilityInputJSON]{
		"facility", "Facility", "Facilities", a.Store.Settings(), encodeFacilityFields, decodeFacilityFields,
		func(head RecordHead, fields FacilityFields) facilityRecordJSON {
			return facilityRecordJSON{head, fields}
		},
		func(input *facilityInputJSON) (int, *FacilityFields) { return input.Version, &input.FacilityFields },
	})
}

func encodeFacilityFields(f *models.Facility) FacilityFields {
	return FacilityFields{
		Name: plainLine(f.Name), TimeZone: plainLine(f.TimeZone), SchoolZone: schoolZone(f.SchoolZone), Department: plainLine(f.Department),
		Agreements: written[agreement](f.Agreements), RoadPercent: f.RoadPercent, OSRMURL: plainLine(f.OSRMURL), WeeksAhead: f.WeeksAhead,
	}
}

func decodeFacilityFields(f *FacilityFields) models.Facility {
	return models.Facility{
		Name: string(f.Name), TimeZone: string(f.TimeZone), SchoolZone: string(f.SchoolZone), Department: string(f.Department),
		Agreements: texts(f.Agreements), RoadPercent: f.RoadPercent, OSRMURL: string(f.OSRMURL), WeeksAhead: f.WeeksAhead,
	}
}
