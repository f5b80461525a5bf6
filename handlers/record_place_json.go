package handlers

// UnitFields are the values of a service unit.
type UnitFields struct {
	Name   plainLine `json:"name"`
	Kind   unitKind  `json:"kind"`
	FINESS plainLine `json:"finess" doc:"Nine characters, or empty."`
}

type unitRecordJSON struct {
	RecordHead
	UnitFields
}

type unitInputJSON struct {
	RecordVersion
	UnitFields
}

// ModalityFields are the values of a way of accompanying.
type ModalityFields struct {
	Code       plainLine      `json:"code" doc:"Two capital letters, fixed once chosen."`
	Name       plainLine      `json:"name"`
	Position   int            `json:"position"`
	Capacities []capacityJSON `json:"capacities" doc:"Licensed places from each date on, in order."`
}

type capacityJSON struct {
	FromDate string `json:"from_date" format:"date"`
	Places   int    `json:"places"`
}

type modalityRecordJSON struct {
	RecordHead
	ModalityFields
}

type modalityInputJSON struct {
	RecordVersion
	ModalityFields
}

// PlaceFields are the values of a place.
type PlaceFields struct {
	Kind      string        `json:"kind" enum:"site,school,home,partner"`
	Name      plainLine     `json:"name"`
	Code      plainLine     `json:"code" doc:"Three capital letters shown in the grid."`
	Address   plainLine     `json:"address"`
	Sector    plainLine     `json:"sector"`
	Latitude  *float64      `json:"latitude" doc:"Degrees; null with longitude when it is not known where the place is."`
	Longitude *float64      `json:"longitude"`
	Hours     []daySpanJSON `json:"hours" doc:"When it is open; of a school, its school hours. Empty: always."`
}

type placeRecordJSON struct {
	RecordHead
	PlaceFields
}

type placeInputJSON struct {
	RecordVersion
	PlaceFields
}

// RoomFields are the values of a room.
type RoomFields struct {
	PlaceID    identifier    `json:"place_id"`
	Name       plainLine     `json:"name"`
	Seats      int           `json:"seats"`
	Features   []plainLine   `json:"features"`
	Wheelchair bool          `json:"wheelchair"`
	Closed     []daySpanJSON `json:"closed" doc:"When it cannot be used, week after week."`
}

type roomRecordJSON struct {
	RecordHead
	RoomFields
}

type roomInputJSON struct {
	RecordVersion
	RoomFields
}

// ClosedDayFields are the values of a day on which a site or the facility is closed.
type ClosedDayFields struct {
	PlaceID    *identifier `json:"place_id" nullable:"true" doc:"Null with room_id: the whole facility."`
	RoomID     *identifier `json:"room_id" nullable:"true" doc:"Only a room."`
	Date       string      `json:"date" format:"date"`
	ToDate     *string     `json:"to_date" format:"date" doc:"Last day, included; null: that day only."`
	Kind       string      `json:"kind" enum:"closed,reduced" doc:"Closed between the minutes, or open only between them."`
	FromMinute int         `json:"from_minute"`
	ToMinute   int         `json:"to_minute"`
	Label      plainLine   `json:"label"`
}

type closedDayRecordJSON struct {
	RecordHead
	ClosedDayFields
}

type closedDayInputJSON struct {
	RecordVersion
	ClosedDayFields
}

// TravelFields are the values of a corrected travel time.
type TravelFields struct {
	FromPlaceID identifier `json:"from_place_id"`
	ToPlaceID   identifier `json:"to_place_id"`
	Minutes     int        `json:"minutes"`
	Source      string     `json:"source" enum:"override,matrix"`
}

type travelRecordJSON struct {
	RecordHead
	TravelFields
}

type travelInputJSON struct {
	RecordVersion
	TravelFields
}
