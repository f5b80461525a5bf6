package handlers

type facilityRecordJSON struct {
	RecordHead
	FacilityFields
}

type facilityInputJSON struct {
	RecordVersion
	FacilityFields
}

// FacilityFields are the settings of the house.
type FacilityFields struct {
	Name        plainLine   `json:"name"`
	TimeZone    plainLine   `json:"time_zone" doc:"IANA name."`
	SchoolZone  schoolZone  `json:"school_zone" doc:"A, B, C, a territory with a calendar of its own, or empty."`
	Department  plainLine   `json:"department" doc:"INSEE code of the département: decides the regional public holidays."`
	Agreements  []agreement `json:"agreements" doc:"Derogations of working time in force."`
	RoadPercent int         `json:"road_percent" doc:"The road against the straight line, in percent."`
	OSRMURL     plainLine   `json:"osrm_url" doc:"Address of the routing server of the house; empty: none."`
	WeeksAhead  int         `json:"weeks_ahead" doc:"How many coming weeks are made from the week template each night; 0: none."`
}
