package handlers

import "time"

type calendarPath struct {
	ID identifier `path:"id"`
}

type calendarsJSON struct {
	Calendars []CalendarJSON `json:"calendars"`
}

// CalendarJSON is a calendar address without the address.
type CalendarJSON struct {
	ID         string     `json:"id"`
	Name       string     `json:"name"`
	Detail     string     `json:"detail" enum:"busy,work,full"`
	CreatedAt  time.Time  `json:"created_at"`
	LastUsedAt *time.Time `json:"last_used_at"`
}

type createCalendarJSON struct {
	Name   plainLine `json:"name" minLength:"1" maxLength:"80"`
	Detail string    `json:"detail" enum:"busy,work,full"`
}

// createdCalendarJSON carries the address, which is never shown again.
type createdCalendarJSON struct {
	CalendarJSON
	Address string `json:"address" doc:"The secret address, shown this once."`
	Webcal  string `json:"webcal" doc:"The same for programs that open webcal links."`
}
