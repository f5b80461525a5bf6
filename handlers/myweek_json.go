package handlers

import "time"

type myWeekJSON struct {
	Week        string          `json:"week"`
	Number      int             `json:"number"`
	FirstDay    string          `json:"first_day" format:"date"`
	Previous    string          `json:"previous"`
	Next        string          `json:"next"`
	Version     *int            `json:"version" doc:"Null while nothing is published."`
	PublishedAt *time.Time      `json:"published_at"`
	Note        string          `json:"note" doc:"What whoever published it tells."`
	Days        []myDayJSON     `json:"days"`
	Items       []myItemJSON    `json:"items"`
	Removed     []myRemovedJSON `json:"removed"`
	Since       *sinceJSON      `json:"since" doc:"What became of it since the caller looked at it; null where they never did."`
}

type myDayJSON struct {
	Date   string  `json:"date" format:"date"`
	Closed *string `json:"closed" enum:"public_holiday,closed"`
	Label  string  `json:"label"`
	Absent *string `json:"absent" enum:"away,training,leave"`
}

type myItemJSON struct {
	Activity     string        `json:"activity"`
	Occurrence   int           `json:"occurrence"`
	Kind         string        `json:"kind" enum:"session,duty,meeting,protected,support"`
	Label        string        `json:"label"`
	Modality     *string       `json:"modality"`
	Start        int           `json:"start" doc:"Minutes after Monday 00:00, local."`
	End          int           `json:"end"`
	Children     []myChildJSON `json:"children"`
	Place        *string       `json:"place"`
	Room         *string       `json:"room"`
	TravelBefore int           `json:"travel_before" doc:"Minutes of travel that lead to it."`
	With         []string      `json:"with" doc:"The other professionals."`
	Fixed        bool          `json:"fixed"`
	Change       *myChangeJSON `json:"change" doc:"What moved since the version before."`
}

type myChildJSON struct {
	ID           string `json:"id"`
	DiscreetName string `json:"discreet_name"`
	Modality     string `json:"modality"`
}

type myChangeJSON struct {
	Kind     string  `json:"kind" enum:"added,moved,restaffed"`
	OldStart *int    `json:"old_start"`
	OldPlace *string `json:"old_place"`
}

type myRemovedJSON struct {
	Label    string        `json:"label"`
	Start    int           `json:"start"`
	End      int           `json:"end"`
	Children []myChildJSON `json:"children"`
}

type sinceJSON struct {
	LookedAt time.Time    `json:"looked_at"`
	First    bool         `json:"first" doc:"Nothing was published then, and now there is."`
	Changes  []myNewsJSON `json:"changes" doc:"In order of start."`
}

type myNewsJSON struct {
	Kind         string        `json:"kind" enum:"added,moved,restaffed,removed"`
	ActivityKind string        `json:"activity_kind" enum:"session,duty,meeting,protected,support"`
	Label        string        `json:"label"`
	Start        int           `json:"start" doc:"Minutes after Monday 00:00, local; of what was removed, when it was."`
	End          int           `json:"end"`
	Children     []myChildJSON `json:"children"`
	OldStart     *int          `json:"old_start"`
	OldPlace     *string       `json:"old_place"`
}

type lookJSON struct {
	Version int `json:"version" minimum:"0" doc:"The version that was seen; 0 while nothing is published."`
}
