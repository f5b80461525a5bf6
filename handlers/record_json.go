package handlers

import "time"

// RecordHead is what every record has on the wire.
type RecordHead struct {
	ID         string     `json:"id"`
	Version    int        `json:"version" doc:"Counts the changes; a change names the version it was made from."`
	CreatedAt  time.Time  `json:"created_at"`
	UpdatedAt  time.Time  `json:"updated_at"`
	ArchivedAt *time.Time `json:"archived_at"`
	Can        rightsJSON `json:"can"`
}

type rightsJSON struct {
	Change bool `json:"change" doc:"Whether the caller may change this record."`
}

// RecordVersion names the state a change was made from.
type RecordVersion struct {
	Version int `json:"version,omitempty" doc:"The version that is replaced. Left out for a new record."`
}

type recordList[Record any] struct {
	Records []Record `json:"records"`
	Total   int      `json:"total"`
}

type recordVersionJSON struct {
	Version int `json:"version"`
}

type recordHistoryJSON struct {
	Entries []recordChangeJSON `json:"entries" doc:"The latest first."`
}

type recordChangeJSON struct {
	ID      string         `json:"id"`
	At      time.Time      `json:"at"`
	Author  *string        `json:"author" doc:"Null: the program itself."`
	Action  string         `json:"action" enum:"create,update,archive,restore,undo,accept,refuse"`
	Version int            `json:"version" doc:"Of the record after the change."`
	Fields  []string       `json:"fields" doc:"The fields whose values differ, of a new record all."`
	Before  map[string]any `json:"before" nullable:"true" doc:"Old values of those fields; null for a new record."`
	After   map[string]any `json:"after" nullable:"true"`
	CanUndo bool           `json:"can_undo"`
}

// RecordPath names one record.
type RecordPath struct {
	ID identifier `path:"id"`
}

type listRecordsInput struct {
	UnlessSame
	Archived bool `query:"archived" doc:"Also those that were archived."`
}

type readRecordInput struct {
	RecordPath
	UnlessSame
}

type recordBody[T any] struct {
	RecordPath
	Body T
}
