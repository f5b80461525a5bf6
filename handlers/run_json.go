package handlers

type proposeJSON struct {
	Scope   string       `json:"scope" enum:"gaps,improve,all"`
	Seconds int          `json:"seconds" minimum:"5" maximum:"300"`
	Goals   *goalsJSON   `json:"goals,omitempty" doc:"What to care for more or less than usual."`
	Teams   []identifier `json:"teams,omitempty" maxItems:"100" doc:"Only what these teams do may change; with people, or them. Without both, everything."`
	People  []identifier `json:"people,omitempty" maxItems:"500"`
	Days    []int        `json:"days,omitempty" maxItems:"7" doc:"Only these days are planned anew, 0 for Monday; without them, all."`
}

type runBestJSON struct {
	Planned     int           `json:"planned"`
	Occurrences []plannedJSON `json:"occurrences" doc:"Empty before the first and after the end."`
}

type runPath struct {
	ID identifier `path:"id"`
}

type runJSON struct {
	ID            string  `json:"id"`
	Rota          string  `json:"rota"`
	Scope         string  `json:"scope" enum:"gaps,improve,all"`
	State         string  `json:"state" enum:"queued,running,done,failed,stale"`
	Planned       int     `json:"planned"`
	Wanted        int     `json:"wanted"`
	Seconds       int     `json:"seconds" doc:"The longest it may take."`
	ElapsedMS     int64   `json:"elapsed_ms"`
	Curve         [][]int `json:"curve" doc:"[milliseconds, planned] each time more was planned."`
	StopRequested bool    `json:"stop_requested"`
	Result        *string `json:"result" doc:"The new draft."`
	Error         *string `json:"error" doc:"Code of what made it fail."`
}
