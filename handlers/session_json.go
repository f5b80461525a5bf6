package handlers

// signInInfoJSON is what the sign-in page shows before anybody is known.
type signInInfoJSON struct {
	FacilityName *string            `json:"facility_name" doc:"Name of the facility when the server holds one."`
	Demo         *[]demoAccountJSON `json:"demo" doc:"The demo accounts; null when the server holds no demo house." nullable:"true"`
	Version      string             `json:"version"`
}

type demoAccountJSON struct {
	Key  string `json:"key" enum:"manager,professional,coordinator"`
	Name string `json:"name"`
	Role string `json:"role" enum:"administrator,manager,coordinator,professional,reader"`
}

type signInJSON struct {
	Email    plainLine `json:"email" minLength:"3" maxLength:"254"`
	Password string    `json:"password" minLength:"1" maxLength:"256"`
}

type signInDemoJSON struct {
	Key string `json:"key" enum:"manager,professional,coordinator"`
}

type sessionJSON struct {
	Account      accountJSON    `json:"account"`
	Facility     facilityJSON   `json:"facility"`
	PlanningWeek string         `json:"planning_week" doc:"The week to plan: this one, from Saturday on the coming one." example:"2026-W48"`
	Now          string         `json:"now" doc:"The time of day at the facility." example:"2026-11-22T07:24"`
	Lasts        int            `json:"lasts_minutes" doc:"How long the session lasts when it is not used from now on."`
	Can          capabilityJSON `json:"can"`
}

type accountJSON struct {
	ID             string  `json:"id"`
	Name           string  `json:"name"`
	Email          string  `json:"email"`
	Role           string  `json:"role" enum:"administrator,manager,coordinator,professional,reader"`
	ProfessionalID *string `json:"professional_id"`
	Initials       string  `json:"initials"`
}

type facilityJSON struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	TimeZone   string `json:"time_zone" doc:"IANA name."`
	SchoolZone string `json:"school_zone" doc:"A, B, C, a territory or empty."`
	Demo       bool   `json:"demo"`
}

// capabilityJSON says what the screens may offer. The store decides anew on every call.
type capabilityJSON struct {
	EditRota      bool `json:"edit_rota"`
	PublishRota   bool `json:"publish_rota"`
	Propose       bool `json:"propose"`
	CreateMeeting bool `json:"create_meeting"`
	ReadTeam      bool `json:"read_team"`
	OwnWeek       bool `json:"own_week"`
	// Records says it of each kind of record, by the word its address has.
	Records map[string]recordRightsJSON `json:"records"`
}

// recordRightsJSON is how far somebody reaches among the records of one kind. Whether one record can be changed is said with the record.
type recordRightsJSON struct {
	Read   string `json:"read" enum:"none,own,team,facility"`
	Create bool   `json:"create"`
}
