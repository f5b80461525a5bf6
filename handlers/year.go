package handlers

import (
	"context"

	"github.com/maillage-dime/maillage/handlers/httpapi"
	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/school"
)

// schoolHolidaysPath is where the ministry's file is sent to, as text of base64 in JSON: a third larger than it is.
const (
	schoolHolidaysPath = "/school-holidays"
	largestHolidays    = (school.LargestFile+2)/3*4 + 64<<10
)

func (a *API) readYear(ctx context.Context, who caller, input *readYearInput) (*httpapi.Conditional[yearJSON], error) {
	year, err := a.Store.ReadYear(ctx, who.actor, input.Year)
	if err != nil {
		return nil, err
	}
	return cached(encodeYear(year, who.actor), input.IfNoneMatch)
}

func (a *API) importSchoolHolidays(ctx context.Context, who caller, input *bodyOf[importHolidaysJSON]) (*answer[importedHolidaysJSON], error) {
	imported, err := a.Store.ImportSchoolHolidays(ctx, who.actor, string(input.Body.FileName), input.Body.Content, input.Body.Zone)
	if err != nil {
		return nil, err
	}
	return answerWith(importedHolidaysJSON{Years: list(imported.Years), Zones: list(imported.Zones), Holidays: imported.Holidays}), nil
}

func encodeYear(year *models.Year, actor models.Actor) yearJSON {
	first, _, _ := school.ParseYear(year.Name)
	return yearJSON{
		Year: year.Name, Zone: year.Zone, Known: year.Known, Days: each(year.Days, encodeYearDay), Closings: each(year.Closings, encodeClosing),
		Weeks: each(year.Weeks, func(week *models.YearWeek) yearWeekJSON {
			return yearWeekJSON{
				Week: week.Week.String(), Number: week.Week.Number, Letter: string(week.Letter), Published: week.Published, Drafts: week.Drafts,
				Template: week.Template,
			}
		}),
		CanChange:   actor.ReachesAll(models.ResourceClosedDay, models.ActionChange),
		CanImport:   models.Allowed(actor, models.ResourceSchoolCalendar, models.ActionChange) > models.ScopeNone,
		Previous:    school.YearOf(first.AddDate(-1, 0, 0)),
		Next:        school.YearOf(first.AddDate(1, 0, 0)),
		CurrentWeek: year.Current.String(),
	}
}

func encodeYearDay(day *models.YearDay) yearDayJSON {
	return yearDayJSON{
		Date: day.Date, Week: day.Week.String(), Closed: notEmpty(day.Closed), Label: day.Label, SchoolHoliday: notEmpty(day.Holiday),
		OpenFrom: day.OpenFrom, OpenTo: day.OpenTo, Closings: list(day.Closings),
	}
}

func encodeClosing(closing *models.ClosedDay) closingJSON {
	return closingJSON{
		ID: closing.ID, Version: closing.Version, Place: closing.PlaceID, Room: closing.RoomID, Date: closing.Date, ToDate: closing.ToDate,
		Kind: string(closing.Kind), FromMinute: closing.FromMinute, ToMinute: closing.ToMinute, Label: closing.Label,
	}
}
