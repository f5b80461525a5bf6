package handlers

type proposeJSON struct {
	Scope   string `json:"scope" enum:"gaps,improve,all"`
	Seconds int    `json:"seconds" minimum:"5" maximum:"300"`
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
