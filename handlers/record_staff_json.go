package handlers

// TeamFields are the values of a team.
type TeamFields struct {
	Code       plainLine   `json:"code"`
	Name       plainLine   `json:"name"`
	Kind       string      `json:"kind" enum:"dedicated,transversal,territorial,resource"`
	Modalities []plainLine `json:"modalities" doc:"Modality codes; empty means all."`
	Sectors    []plainLine `json:"sectors" doc:"Empty means all."`
	Position   int         `json:"position"`
	UnitID     *identifier `json:"unit_id" nullable:"true"`
}

type teamRecordJSON struct {
	RecordHead
	TeamFields
}

type teamInputJSON struct {
	RecordVersion
	TeamFields
}

// ProfessionalFields are the values of somebody of the staff.
type ProfessionalFields struct {
	FirstName          plainLine        `json:"first_name"`
	LastName           plainLine        `json:"last_name"`
	Profession         profession       `json:"profession"`
	JobTitle           plainLine        `json:"job_title"`
	Skills             []plainLine      `json:"skills"`
	Contracts          []contractJSON   `json:"contracts" doc:"One after the other; days without one are not worked here."`
	Minor              bool             `json:"minor" doc:"Under 18, an apprentice for example. No date of birth is kept."`
	WorkingPattern     []daySpanJSON    `json:"working_pattern" doc:"The hours of work; with limits, the hours between which the person may work."`
	BasePlaceID        identifier       `json:"base_place_id"`
	FromBase           bool             `json:"from_base" doc:"Whether the day starts and ends at the base."`
	Lunch              *lunchJSON       `json:"lunch"`
	Limits             *workLimitsJSON  `json:"limits" doc:"There when the hours are flexible: the plan decides them within these limits."`
	DirectTarget       *int             `json:"direct_target" doc:"Minutes of sessions and duties a week."`
	CoordinationTarget *int             `json:"coordination_target" doc:"Minutes of meetings and coordination a week."`
	PreparationTarget  *int             `json:"preparation_target" doc:"Minutes of preparation and writing a week."`
	KeyWorkerLoad      *int             `json:"key_worker_load" doc:"For how many children the person can be key worker."`
	Memberships        []membershipJSON `json:"memberships"`
}

type workLimitsJSON struct {
	DaySpan  int `json:"day_span" doc:"Minutes from the first to the last of a day."`
	DayWork  int `json:"day_work" doc:"Minutes of work a day."`
	Rest     int `json:"rest" doc:"Minutes between two days."`
	WeekWork int `json:"week_work" doc:"Minutes of work a week."`
	WeekDays int `json:"week_days" doc:"Days of work a week."`
}

type contractJSON struct {
	FromDate   *string     `json:"from_date" format:"date" doc:"First day, included; null: open."`
	ToDate     *string     `json:"to_date" format:"date" doc:"Last day, included; null: open."`
	Minutes    int         `json:"minutes" doc:"A week; 0: not known."`
	Convention string      `json:"convention" enum:"ccn66,ccn51,other"`
	Kind       string      `json:"kind" enum:"permanent,fixed_term,other"`
	Agreements []agreement `json:"agreements" doc:"Derogations agreed to in it, beside those of the house."`
}

type membershipJSON struct {
	TeamID identifier `json:"team_id"`
	Share  int        `json:"share" doc:"Percent of the contract."`
	Main   bool       `json:"main" doc:"The team under which the person's row stands; exactly one is."`
}

type professionalRecordJSON struct {
	RecordHead
	ProfessionalFields
}

type professionalInputJSON struct {
	RecordVersion
	ProfessionalFields
}
