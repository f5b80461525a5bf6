package models

import (
	"time"

	"github.com/uptrace/bun"
)

// RotaState is where a rota stands.
type RotaState string

// The states: a draft is edited, one rota of a week is published, the ones before it are archived.
const (
	RotaDraft     RotaState = "draft"
	RotaPublished RotaState = "published"
	RotaArchived  RotaState = "archived"
)

// Rota is a plan of one facility and week, or of the ordinary week of a template. Week is then the one the template was compiled for when the
// rota was made.
type Rota struct {
	bun.BaseModel `bun:"table:rota"`

	ID          string     `bun:"id,pk"`
	FacilityID  string     `bun:"facility_id,notnull"`
	Week        string     `bun:"week,notnull"` // ISO 8601, 2026-W48
	State       RotaState  `bun:"state,notnull"`
	Number      int        `bun:"number,notnull"`            // of the draft within its week, from 1
	PublishedAs int        `bun:"published_version,notnull"` // version of the week it was published as; 0 for a draft
	BasedOnID   *string    `bun:"based_on_id"`               // the rota it was copied from
	TemplateID  *string    `bun:"template_id"`               // the template it plans; nil: a real week
	MadeFromID  *string    `bun:"made_from_id"`              // the published rota of a template that a real week was made from
	Automatic   bool       `bun:"automatic,notnull"`         // made from the template, not copied by somebody: see Store.MakeWeek
	MadeAt      int        `bun:"made_at_version,notnull"`   // of an automatic rota: the facility's revision then
	Revision    int        `bun:"revision,notnull"`          // moves with every change of this rota
	CreatedBy   *string    `bun:"created_by"`                // account
	ChangedBy   *string    `bun:"changed_by"`                // account that made its last change; nil: nobody did, or the program
	CreatedAt   time.Time  `bun:"created_at,notnull"`
	UpdatedAt   time.Time  `bun:"updated_at,notnull"`
	PublishedAt *time.Time `bun:"published_at"`
	PublishedBy *string    `bun:"published_by"`           // account
	Note        string     `bun:"published_note,notnull"` // what whoever published it tells those concerned
}

// RotaOccurrence is one planned occurrence of a rota. ActivityID is the id of the need, duty or meeting it comes from.
type RotaOccurrence struct {
	bun.BaseModel `bun:"table:rota_occurrence"`

	RotaID     string   `bun:"rota_id,pk"`
	ActivityID string   `bun:"activity_id,pk"`
	Occurrence int      `bun:"occurrence,pk"`
	Start      int      `bun:"start,notnull"` // minutes after Monday 00:00
	Staff      []string `bun:"staff,notnull"` // aligned with the activity's seats
	Attendees  []string `bun:"attendees,notnull"`
	PlaceID    *string  `bun:"place_id"`
	RoomID     *string  `bun:"room_id"`
	Locked     bool     `bun:"locked,notnull"`
}

// RotaOperation is one step that somebody made on a rota: what some occurrences were before and after it. One user action is one step. Each person
// undoes their own steps, the newest first: see [Store.Undo].
type RotaOperation struct {
	bun.BaseModel `bun:"table:rota_operation"`

	RotaID    string           `bun:"rota_id,pk"`
	Position  int              `bun:"position,pk"` // from 1
	AccountID string           `bun:"account_id,notnull"`
	Kind      string           `bun:"kind,notnull"`
	Before    []RotaOccurrence `bun:"before,notnull"` // JSON: the occurrences touched, as they were; absent ones were not planned
	After     []RotaOccurrence `bun:"after,notnull"`
	// ExceptionsBefore and ExceptionsAfter are what the rota had and has more, where the step changed that.
	ExceptionsBefore []WeekException `bun:"exceptions_before,notnull"`
	ExceptionsAfter  []WeekException `bun:"exceptions_after,notnull"`
	Undone           bool            `bun:"undone,notnull"`
	CreatedAt        time.Time       `bun:"created_at,notnull"`
}
