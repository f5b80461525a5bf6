package handlers

import "time"

type meetingPath struct {
	ID identifier `path:"id"`
}

type invitedJSON struct {
	ID   identifier `json:"id"`
	Need string     `json:"need" enum:"required,useful"`
}

type findSlotsJSON struct {
	Professionals []invitedJSON `json:"professionals" minItems:"1" maxItems:"30"`
	Contacts      []identifier  `json:"contacts" maxItems:"30"`
	Duration      int           `json:"duration" minimum:"15" maximum:"480" multipleOf:"15"`
	Place         *identifier   `json:"place" nullable:"true" doc:"Null: remote."`
	RoomFeatures  []plainLine   `json:"room_features,omitempty" nullable:"true" maxItems:"20" doc:"Null: no room of ours is needed."`
	From          string        `json:"from" format:"date"`
	To            string        `json:"to" format:"date" doc:"Last day, at most six weeks after from."`
}

type slotsJSON struct {
	Needed    int           `json:"needed" doc:"How many people have to be there."`
	Days      []slotDayJSON `json:"days"`
	Slots     []slotJSON    `json:"slots"`
	Proposals []int         `json:"proposals" doc:"Indexes into slots of the ones to show first."`
}

type slotDayJSON struct {
	Date   string  `json:"date" format:"date"`
	Week   string  `json:"week"`
	Closed *string `json:"closed" enum:"public_holiday,closed"`
	From   int     `json:"from" doc:"Minutes after midnight."`
	To     int     `json:"to" doc:"Minutes after midnight."`
	Free   []int   `json:"free" doc:"By quarter hour from from: how many of the needed people can come to the best meeting that covers it, travel counted."`
}

type slotJSON struct {
	Date  string   `json:"date" format:"date"`
	Start int      `json:"start" doc:"Minutes after midnight."`
	End   int      `json:"end"`
	Room  *string  `json:"room"`
	Free  []string `json:"free" doc:"Everybody asked who can come."`
	Busy  []string `json:"busy" doc:"Useful people who cannot."`
}

type createMeetingJSON struct {
	Title         plainLine     `json:"title" minLength:"1" maxLength:"200"`
	Child         *identifier   `json:"child,omitempty" nullable:"true"`
	Professionals []invitedJSON `json:"professionals" minItems:"1" maxItems:"30"`
	Contacts      []identifier  `json:"contacts" maxItems:"30"`
	Duration      int           `json:"duration" minimum:"15" maximum:"480" multipleOf:"15"`
	Place         *identifier   `json:"place" nullable:"true" doc:"Null: remote."`
	Room          *identifier   `json:"room,omitempty" nullable:"true"`
	Date          string        `json:"date" format:"date"`
	Start         int           `json:"start" minimum:"0" maximum:"1439" doc:"Minutes after midnight."`
}

type meetingsJSON struct {
	Meetings []meetingJSON `json:"meetings"`
}

type meetingJSON struct {
	ID            string        `json:"id"`
	Title         string        `json:"title"`
	Child         *string       `json:"child"`
	Professionals []invitedJSON `json:"professionals"`
	Contacts      []string      `json:"contacts"`
	Duration      int           `json:"duration"`
	Place         *string       `json:"place"`
	Room          *string       `json:"room"`
	Date          string        `json:"date" format:"date"`
	Week          string        `json:"week"`
	Start         int           `json:"start"`
	CreatedAt     time.Time     `json:"created_at"`
}
