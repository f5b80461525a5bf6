package handlers

import "time"

// WeekPath is the ISO 8601 week of a path. The store refuses weeks that the calendar does not have.
type WeekPath struct {
	Week string `path:"week" minLength:"8" maxLength:"8" pattern:"^[0-9]{4}-W[0-9]{2}$" example:"2026-W48"`
}

type weekJSON struct {
	Week          string            `json:"week" example:"2026-W48"`
	Number        int               `json:"number"`
	FirstDay      string            `json:"first_day" format:"date"`
	Letter        string            `json:"letter" enum:"A,B"`
	Days          []dayJSON         `json:"days"`
	SchoolHoliday bool              `json:"school_holiday"`
	Published     *rotaSummaryJSON  `json:"published"`
	Drafts        []rotaSummaryJSON `json:"drafts"`
	Template      *templateNameJSON `json:"template" doc:"The week template in force; null without one and for those who read published rotas only."`
	Making        bool              `json:"making" doc:"There is no rota yet, and one is being made from the template: ask again in a moment."`
	Previous      string            `json:"previous"`
	Next          string            `json:"next"`
}

type dayJSON struct {
	Date          string  `json:"date" format:"date"`
	Closed        *string `json:"closed" enum:"public_holiday,closed" doc:"Why nothing happens that day."`
	Label         string  `json:"label" doc:"Name of the public holiday or of the closed day, else empty."`
	SchoolHoliday *string `json:"school_holiday" doc:"Name of the school holiday."`
	OpenFrom      int     `json:"open_from" doc:"Minutes after midnight between which the house is open; 0 and 1440 unless its hours are reduced."`
	OpenTo        int     `json:"open_to"`
}

// rotaSummaryJSON names a rota without what is in it.
type rotaSummaryJSON struct {
	ID          string            `json:"id"`
	Week        string            `json:"week"`
	State       string            `json:"state" enum:"draft,published,archived"`
	Number      int               `json:"number" doc:"Of the draft within its week, from 1."`
	Version     int               `json:"version" doc:"Version of the week it was published as; 0 for a draft."`
	BasedOn     *basedOnJSON      `json:"based_on"`
	Author      *string           `json:"author"`
	ChangedBy   *string           `json:"changed_by" doc:"Who made the last change."`
	Template    *templateNameJSON `json:"template" doc:"The template it plans, or that a week's rota was made from."`
	Ordinary    bool              `json:"ordinary" doc:"Whether it plans the ordinary week of a template."`
	Automatic   bool              `json:"automatic" doc:"Made by the program from the template."`
	Revision    int               `json:"revision"`
	CreatedAt   time.Time         `json:"created_at"`
	UpdatedAt   time.Time         `json:"updated_at"`
	PublishedAt *time.Time        `json:"published_at"`
}

type basedOnJSON struct {
	ID      string `json:"id"`
	Number  int    `json:"number"`
	Version int    `json:"version"`
}

type createDraftJSON struct {
	BasedOn *identifier `json:"based_on,omitempty" nullable:"true" doc:"The rota to copy; without it the published one of the week."`
}
