package handlers

import "github.com/maillage-dime/maillage/planner"

type changeSeriesJSON struct {
	Activity   identifier `json:"activity"`
	Occurrence int        `json:"occurrence" minimum:"0" maximum:"10000"`
	Scope      string     `json:"scope" enum:"from,all" doc:"From: from this week on; all: from the coming week on. Of a rota of a template, either changes that template."`
}

// seriesPreviewJSON says what doing the same in other weeks would do.
type seriesPreviewJSON struct {
	Template templateNameJSON `json:"template" doc:"In force in the week."`
	Old      *oldJSON         `json:"old" doc:"In the template; null: it does not plan it."`
	New      *oldJSON         `json:"new" doc:"In the week; null: it is not planned."`
	Same     bool             `json:"same" doc:"The template plans it so already."`
	Ways     []seriesWayJSON  `json:"ways" doc:"From this week on; and from the coming week on, where that is something else."`
}

type seriesWayJSON struct {
	Scope     string           `json:"scope" enum:"from,all"`
	Template  templateNameJSON `json:"template" doc:"That is changed."`
	Created   bool             `json:"created" doc:"It is a new one, in force from the Monday of the week on."`
	Draft     *int             `json:"draft" doc:"Number of the draft under way into which it goes; null: one is made."`
	Breaches  []planner.Breach `json:"breaches" doc:"What it breaks in the ordinary week."`
	Possible  bool             `json:"possible" doc:"False: not even a draft can have it."`
	Published bool             `json:"published" doc:"It is published at once; else it stands in the draft."`
	Weeks     seriesWeeksJSON  `json:"weeks"`
}

// seriesWeeksJSON counts the other weeks the changed template is in force in, of those that are made already or soon.
type seriesWeeksJSON struct {
	Follow    int     `json:"follow" doc:"Nobody has touched them."`
	Proposed  int     `json:"proposed" doc:"Somebody has worked on them: a draft is proposed beside."`
	Published int     `json:"published" doc:"They stay as they are."`
	First     *string `json:"first" format:"date" doc:"First day of the first week that follows or is proposed."`
	Last      *string `json:"last" format:"date"`
}

type seriesJSON struct {
	Way      seriesWayJSON   `json:"way"`
	Rota     rotaSummaryJSON `json:"rota" doc:"Of the template: published, or the draft it stands in."`
	Version  int             `json:"template_version" doc:"Of the template's record."`
	Replaced *string         `json:"replaced" doc:"The rota that was published of the template before."`
	NewDraft bool            `json:"new_draft" doc:"The draft was made for it."`
}
