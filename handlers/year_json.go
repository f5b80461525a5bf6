package handlers

// YearPath names a school year.
type YearPath struct {
	Year string `path:"year" minLength:"9" maxLength:"9" pattern:"^[0-9]{4}-[0-9]{4}$" example:"2026-2027"`
}

type readYearInput struct {
	YearPath
	UnlessSame
}

type yearJSON struct {
	Year        string         `json:"year" example:"2026-2027"`
	Zone        string         `json:"zone" doc:"Whose school holidays are shown: A, B, C or a territory; empty: none."`
	Known       bool           `json:"known" doc:"Whether the school holidays of the year are known."`
	Days        []yearDayJSON  `json:"days" doc:"From 1 September to 31 August."`
	Weeks       []yearWeekJSON `json:"weeks"`
	Closings    []closingJSON  `json:"closings" doc:"Of the facility, of single sites and of rooms."`
	CanChange   bool           `json:"can_change" doc:"Whether the caller may close and open days."`
	CanImport   bool           `json:"can_import" doc:"Whether the caller may import school holidays."`
	Previous    string         `json:"previous"`
	Next        string         `json:"next"`
	CurrentWeek string         `json:"current_week" example:"2026-W48"`
}

type yearDayJSON struct {
	Date          string   `json:"date" format:"date"`
	Week          string   `json:"week" example:"2026-W48"`
	Closed        *string  `json:"closed" enum:"public_holiday,closed" doc:"Why nothing happens that day."`
	Label         string   `json:"label" doc:"Name of the public holiday, of the closing or of the reduced hours, else empty."`
	SchoolHoliday *string  `json:"school_holiday" doc:"Name of the school holiday."`
	OpenFrom      int      `json:"open_from" doc:"Minutes after midnight between which the facility is open; 0 and 1440 unless its hours are reduced."`
	OpenTo        int      `json:"open_to"`
	Closings      []string `json:"closings" doc:"Ids of the closings that concern it."`
}

type yearWeekJSON struct {
	Week      string  `json:"week" example:"2026-W48"`
	Number    int     `json:"number"`
	Letter    string  `json:"letter" enum:"A,B"`
	Published bool    `json:"published"`
	Drafts    int     `json:"drafts"`
	Template  *string `json:"template" doc:"Id of the week template in force."`
}

type closingJSON struct {
	ID         string  `json:"id"`
	Version    int     `json:"version"`
	Place      *string `json:"place" doc:"The site that is closed."`
	Room       *string `json:"room" doc:"The room that is closed; neither: the whole facility."`
	Date       string  `json:"date" format:"date"`
	ToDate     *string `json:"to_date" format:"date" doc:"Last day, included."`
	Kind       string  `json:"kind" enum:"closed,reduced"`
	FromMinute int     `json:"from_minute" doc:"Closed from, or with reduced hours open from."`
	ToMinute   int     `json:"to_minute"`
	Label      string  `json:"label"`
}

type importHolidaysJSON struct {
	FileName plainLine `json:"file_name" maxLength:"120"`
	Content  []byte    `json:"content" doc:"The file, as it is: the CSV of fr-en-calendrier-scolaire or an iCalendar."`
	Zone     string    `json:"zone,omitempty" maxLength:"40" doc:"Of an iCalendar that names no zone."`
}

type importedHolidaysJSON struct {
	Years    []string `json:"years"`
	Zones    []string `json:"zones"`
	Holidays int      `json:"holidays"`
}
