package handlers

import "github.com/maillage-dime/maillage/planner"

type compareInput struct {
	RotaPath
	With identifier `query:"with" required:"true" doc:"Another rota of the same week; of a template, any other."`
}

type comparisonJSON struct {
	Base        comparedJSON     `json:"base"`
	Other       comparedJSON     `json:"other"`
	Differences []differenceJSON `json:"differences" doc:"In order of the other's or the base's hour."`
}

type comparedJSON struct {
	Summary    rotaSummaryJSON `json:"summary"`
	Indicators indicatorsJSON  `json:"indicators"`
}

type indicatorsJSON struct {
	Planned   int   `json:"planned"`
	Wanted    int   `json:"wanted"`
	Complete  int   `json:"complete" doc:"Children for whom all is planned."`
	Children  int   `json:"children" doc:"Children for whom something is wanted."`
	Conflicts int   `json:"conflicts"`
	Faces     int64 `json:"faces" doc:"People whom children meet beyond what is aimed at."`
	Travel    int64 `json:"travel" doc:"Minutes on the road."`
	Crowded   int64 `json:"crowded" doc:"Sessions beyond what is aimed at for a child's day."`
	Overload  int64 `json:"overload" doc:"Minutes with children beyond what is aimed at for professionals."`
	Wishes    int   `json:"wishes" doc:"Wishes not met: people asked for who do not come, hours not wished for."`
	Findings  int   `json:"findings" doc:"Of the working-time law, those that prevent publication or ask for a reason."`
	Changes   *int  `json:"changes" doc:"Occurrences that differ from what is published; null when nothing is."`
}

type differenceJSON struct {
	Activity   string       `json:"activity"`
	Occurrence int          `json:"occurrence"`
	Kind       string       `json:"kind" enum:"added,removed,moved,restaffed" doc:"What taking it does to the base."`
	Base       *plannedJSON `json:"base"`
	Other      *plannedJSON `json:"other"`
	Asked      bool         `json:"asked" doc:"Both ask for it; else nothing is taken."`
}

// occurrenceNameJSON names an occurrence in a request.
type occurrenceNameJSON struct {
	Activity   identifier `json:"activity"`
	Occurrence int        `json:"occurrence" minimum:"0" maximum:"10000"`
}

type takeJSON struct {
	Revision    int                  `json:"revision" minimum:"0" maximum:"2147483647" doc:"The revision of the draft seen by the person who asks."`
	From        identifier           `json:"from" doc:"The rota to take from."`
	Differences []occurrenceNameJSON `json:"differences" minItems:"1" maxItems:"500"`
}

type takenJSON struct {
	Rota  rotaJSON         `json:"rota"`
	Taken int              `json:"taken"`
	Left  []leftBehindJSON `json:"left" doc:"What could not be taken."`
}

type leftBehindJSON struct {
	Activity   string           `json:"activity"`
	Occurrence int              `json:"occurrence"`
	Breaches   []planner.Breach `json:"breaches" doc:"What stands against it."`
}
