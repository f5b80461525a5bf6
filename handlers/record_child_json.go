package handlers

// ChildFields are the values of a child. There is no field for a diagnosis.
type ChildFields struct {
	FirstName            plainLine            `json:"first_name"`
	LastName             plainLine            `json:"last_name"`
	BirthYear            int                  `json:"birth_year"`
	InternalNumber       plainLine            `json:"internal_number"`
	Sector               plainLine            `json:"sector"`
	HomePlaceID          *identifier          `json:"home_place_id" nullable:"true"`
	SchoolPlaceID        *identifier          `json:"school_place_id" nullable:"true"`
	Schedule             []scheduleWindowJSON `json:"schedule" doc:"When and where the child can be met."`
	KeyWorkerID          *identifier          `json:"key_worker_id" nullable:"true"`
	CaseCoordinatorID    *identifier          `json:"case_coordinator_id" nullable:"true"`
	ProfessionalsTarget  int                  `json:"professionals_target" doc:"Faces a week that are few enough."`
	SessionsPerDayTarget int                  `json:"sessions_per_day_target"`
	Wishes               string               `json:"wishes" doc:"In the child's own words."`
	Transport            string               `json:"transport" enum:",firm,family,house" doc:"Who drives the child; empty where nobody said so."`
	TransportPartnerID   *identifier          `json:"transport_partner_id" nullable:"true" doc:"The firm that drives the child."`
	Periods              []modalityPeriodJSON `json:"periods" doc:"The modalities the child is accompanied in; several may run at once."`
}

type scheduleWindowJSON struct {
	Letter string       `json:"letter" enum:",A,B"`
	Day    int          `json:"day" doc:"0 for Monday."`
	From   int          `json:"from"`
	To     int          `json:"to"`
	Places []identifier `json:"places"`
}

type modalityPeriodJSON struct {
	ModalityCode  plainLine `json:"modality_code"`
	FromDate      string    `json:"from_date" format:"date"`
	ToDate        *string   `json:"to_date" format:"date" doc:"Last day, included; null: open."`
	WeeklyMinutes int       `json:"weekly_minutes"`
}

type childRecordJSON struct {
	RecordHead
	ChildFields
}

type childInputJSON struct {
	RecordVersion
	ChildFields
}

// GroupFields are the values of a group of children.
type GroupFields struct {
	Name         plainLine    `json:"name"`
	ModalityCode *plainLine   `json:"modality_code" nullable:"true"`
	ChildIDs     []identifier `json:"child_ids"`
}

type groupRecordJSON struct {
	RecordHead
	GroupFields
}

type groupInputJSON struct {
	RecordVersion
	GroupFields
}
