package handlers

type professionalStateJSON struct {
	Week               string            `json:"week"`
	Rota               *string           `json:"rota" doc:"The rota it was counted in: what is published or, before anything is, the newest draft."`
	Published          bool              `json:"published"`
	ContractMinutes    int               `json:"contract_minutes"`
	PlannedMinutes     int               `json:"planned_minutes" doc:"Activities and travel."`
	TravelMinutes      int               `json:"travel_minutes"`
	DoneMinutes        int               `json:"done_minutes" doc:"Hours really done on the days of which they are known, in place of what was planned of them."`
	Kinds              []kindMinutesJSON `json:"kinds"`
	DirectTarget       *int              `json:"direct_target"`
	CoordinationTarget *int              `json:"coordination_target"`
	PreparationTarget  *int              `json:"preparation_target"`
	KeyWorkerOf        []string          `json:"key_worker_of" doc:"Children."`
	KeyWorkerLoad      *int              `json:"key_worker_load"`
	Away               []stateAwayJSON   `json:"away"`
	Weeks              []weekMinutesJSON `json:"weeks" doc:"The last weeks up to this one as published, without travel, beside the contract; the oldest first."`
}

type kindMinutesJSON struct {
	Kind    string `json:"kind" enum:"session,duty,meeting,protected,support"`
	Minutes int    `json:"minutes"`
}

type stateAwayJSON struct {
	From int    `json:"from" doc:"Minutes after Monday 00:00."`
	To   int    `json:"to"`
	Kind string `json:"kind" enum:"away,training,leave"`
}

type childStateJSON struct {
	Week           string            `json:"week"`
	Rota           *string           `json:"rota" doc:"The rota it was counted in: what is published or, before anything is, the newest draft."`
	Published      bool              `json:"published"`
	WantedMinutes  int               `json:"wanted_minutes"`
	PlannedMinutes int               `json:"planned_minutes"`
	Needs          []needStateJSON   `json:"needs"`
	Faces          int               `json:"faces" doc:"Professionals met."`
	Places         int               `json:"places"`
	Trips          int               `json:"trips" doc:"Changes of place within the days."`
	TripMinutes    int               `json:"trip_minutes"`
	Weeks          []weekMinutesJSON `json:"weeks" doc:"The last weeks up to this one as published, the oldest first."`
	Windows        []childWindowJSON `json:"windows" doc:"When and where the child can be met in the week, without closed days and absences."`
}

type childWindowJSON struct {
	From   int      `json:"from" doc:"Minutes from Monday 00:00."`
	To     int      `json:"to"`
	Places []string `json:"places"`
}

type needStateJSON struct {
	Need           string   `json:"need"`
	Label          string   `json:"label"`
	Modality       *string  `json:"modality"`
	Group          *string  `json:"group"`
	Duration       int      `json:"duration"`
	WantedCount    int      `json:"wanted_count"`
	PlannedCount   int      `json:"planned_count"`
	WantedMinutes  int      `json:"wanted_minutes"`
	PlannedMinutes int      `json:"planned_minutes"`
	Professionals  []string `json:"professionals"`
	MissedWeeks    int      `json:"missed_weeks" doc:"Of the last eight published weeks before, those without any of it though it was asked for."`
}

type weekMinutesJSON struct {
	Week           string `json:"week"`
	WantedMinutes  int    `json:"wanted_minutes"`
	PlannedMinutes *int   `json:"planned_minutes" doc:"Null: no rota was published."`
}

type stateInput struct {
	RecordPath
	Week string     `query:"week" required:"true" example:"2026-W48"`
	Rota identifier `query:"rota" doc:"The rota to count in, of whichever week; without it what is published of the week or the newest draft."`
}
