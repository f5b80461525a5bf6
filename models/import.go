package models

import (
	"time"

	"github.com/uptrace/bun"
)

// ImportState says how far the import of a file has come.
type ImportState string

// The states.
const (
	ImportPreview ImportState = "preview" // nothing is written
	ImportDone    ImportState = "done"
	ImportUndone  ImportState = "undone"
)

// FileImport is a file somebody sent to be imported: it is kept while it is looked at and decided about, and a short time after, so that
// refused rows can be given back. It is as secret as the records it holds.
type FileImport struct {
	bun.BaseModel `bun:"table:file_import"`

	ID         string      `bun:"id,pk"`
	FacilityID string      `bun:"facility_id,notnull"`
	AccountID  string      `bun:"account_id,notnull"` // who sent it; empty: the system itself
	CreatedAt  time.Time   `bun:"created_at,notnull"`
	ExpiresAt  time.Time   `bun:"expires_at,notnull"` // after it the content is forgotten
	FileName   string      `bun:"file_name,notnull"`
	Content    []byte      `bun:"content,notnull"`
	Decisions  []byte      `bun:"decisions,notnull"` // JSON
	Preview    []byte      `bun:"preview,notnull"`   // JSON
	Version    int         `bun:"facility_version,notnull"`
	State      ImportState `bun:"state,notnull"`
	DoneAt     *time.Time  `bun:"done_at"`
}

// ImportMapping is what a house calls a sheet or a column: Sheet is empty where the header is the name of a sheet. Header is folded; an empty
// meaning leaves the column out.
type ImportMapping struct {
	bun.BaseModel `bun:"table:import_mapping"`

	FacilityID string `bun:"facility_id,pk"`
	Sheet      string `bun:"sheet,pk"`
	Header     string `bun:"header,pk"`
	Meaning    string `bun:"meaning,notnull"`
}

// keepImports is how long a file can be looked at and decided about.
const keepImports = time.Hour

// keepImportNotes is how long it is known that there was an import, so that it can be undone as long as the history of the records goes back.
const keepImportNotes = 30 * 24 * time.Hour
