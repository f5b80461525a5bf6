package handlers

import (
	"context"
	"errors"

	"github.com/maillage-dime/maillage/handlers/httpapi"
	"github.com/maillage-dime/maillage/models"
)

func (a *API) readFacility(ctx context.Context, who caller, input *UnlessSame) (*httpapi.Conditional[facilitySettingsJSON], error) {
	facility, err := a.Store.FacilityByID(ctx, who.actor)
	if err != nil {
		return nil, err
	}
	return cached(encodeFacility(&facility), input.IfNoneMatch)
}

func (a *API) updateFacility(ctx context.Context, who caller, input *bodyOf[facilityInputJSON]) (*answer[facilitySettingsJSON], error) {
	fields := &input.Body.FacilityFields
	if fields.WeeksAhead == nil {
		current, err := a.Store.FacilityByID(ctx, who.actor)
		if err != nil {
			return nil, err
		}
		fields.WeeksAhead = &current.WeeksAhead
	}
	facility, err := a.Store.UpdateFacility(ctx, who.actor, models.Facility{
		ID: who.actor.FacilityID, Version: input.Body.Version, Name: string(fields.Name), TimeZone: string(fields.TimeZone),
		SchoolZone: fields.SchoolZone, Department: string(fields.Department), Agreements: texts(fields.Agreements),
		RoadPercent: fields.RoadPercent, OSRMURL: string(fields.OSRMURL), WeeksAhead: *fields.WeeksAhead,
	})
	if stale, ok := errors.AsType[*models.Error](err); ok {
		if current, ok := stale.Current.(models.Facility); ok {
			shown := *stale
			shown.Current = shownRecord{encodeFacility(&current)}
			return nil, &shown
		}
	}
	if err != nil {
		return nil, err
	}
	return answerWith(encodeFacility(&facility)), nil
}

func encodeFacility(f *models.Facility) facilitySettingsJSON {
	return facilitySettingsJSON{ID: f.ID, Version: f.Version, FacilityFields: FacilityFields{
		Name: plainLine(f.Name), TimeZone: plainLine(f.TimeZone), SchoolZone: f.SchoolZone, Department: plainLine(f.Department),
		Agreements: written[agreement](f.Agreements), RoadPercent: f.RoadPercent, OSRMURL: plainLine(f.OSRMURL), WeeksAhead: &f.WeeksAhead,
	}}
}
