package handlers

import "github.com/maillage-dime/maillage/planner"

// TemplatePath names a week template.
type TemplatePath struct {
	ID identifier `path:"id"`
}

type templateBody[T any] struct {
	TemplatePath
	Body T
}

type templatesJSON struct {
	Templates []templateOverviewJSON `json:"templates" doc:"Those in use, the ones that begin last first."`
}

type templateOverviewJSON struct {
	Template   templateJSON      `json:"template"`
	SchoolYear string            `json:"school_year" example:"2026-2027" doc:"Of the first week it can hold in: of the week in which September begins, the new one."`
	State      string            `json:"state" enum:"draft,published,in_force" doc:"Draft: nothing of it is published, so it is never in force."`
	Nominal    string            `json:"nominal_week" example:"2026-W36" doc:"The week whose records it is planned with."`
	Published  *rotaSummaryJSON  `json:"published"`
	Drafts     []rotaSummaryJSON `json:"drafts"`
	Opens      *string           `json:"opens" doc:"The rota it opens with: the newest draft for those who edit rotas, what is published for the others."`
	Weeks      int               `json:"weeks" doc:"Coming weeks with a rota made from what is published."`
	Uneven     unevenJSON        `json:"uneven" doc:"Of a template for every week: whose hours differ between weeks A and B. What both have in common is planned."`
	CanChange  bool              `json:"can_change"`
}

type unevenJSON struct {
	Professionals []string `json:"professionals"`
	Children      []string `json:"children"`
}

type templateJSON struct {
	ID       string  `json:"id"`
	Version  int     `json:"version"`
	Name     string  `json:"name"`
	Letter   string  `json:"letter" enum:",A,B" doc:"Empty: every week."`
	FromDate string  `json:"from_date" format:"date"`
	ToDate   *string `json:"to_date" format:"date" doc:"Last day, included; null: until another takes its place."`
}

// TemplateFields are the values of a week template.
type TemplateFields struct {
	Name     plainLine `json:"name"`
	Letter   string    `json:"letter" enum:",A,B"`
	FromDate string    `json:"from_date" format:"date"`
	ToDate   *string   `json:"to_date" format:"date" nullable:"true"`
}

type templateDraftJSON struct {
	BasedOn *identifier `json:"based_on,omitempty" nullable:"true" doc:"The rota to copy, of a week or of a template; without it the published one of the template."`
}

// templateNameJSON names the template a rota plans or was made from.
type templateNameJSON struct {
	ID       string  `json:"id"`
	Name     string  `json:"name"`
	Letter   string  `json:"letter" enum:",A,B"`
	FromDate string  `json:"from_date" format:"date"`
	ToDate   *string `json:"to_date" format:"date"`
	Version  *int    `json:"version" doc:"The published version a week's rota was made from."`
}

type templateChangesJSON struct {
	Template templateNameJSON     `json:"template"`
	Rota     string               `json:"rota" doc:"The rota of the template it is compared with."`
	Changes  []templateChangeJSON `json:"changes" doc:"In order of the new or old hour."`
}

type templateChangeJSON struct {
	Activity   string           `json:"activity"`
	Occurrence int              `json:"occurrence"`
	Kind       string           `json:"kind" enum:"added,removed,moved,restaffed"`
	Label      string           `json:"label"`
	Children   []string         `json:"children"`
	Old        *oldJSON         `json:"old" doc:"In the template."`
	New        *oldJSON         `json:"new" doc:"In this week."`
	Asked      bool             `json:"asked" doc:"False: this week does not ask for it."`
	Breaches   []planner.Breach `json:"breaches" doc:"What stands against what the template has and this week has not."`
}

type madeWeekJSON struct {
	Making  string          `json:"making" enum:"made,renewed"`
	Rota    rotaSummaryJSON `json:"rota"`
	LeftOut int             `json:"left_out" doc:"Occurrences of the template that cannot stand this week."`
	Run     *string         `json:"run" doc:"The run that plans what is missing."`
}

type makeWeeksJSON struct {
	From string `json:"from" minLength:"8" maxLength:"8" example:"2026-W48"`
	To   string `json:"to" minLength:"8" maxLength:"8" example:"2027-W26"`
}
