package models

import (
	"encoding/json"
	"time"

	"github.com/uptrace/bun"

	"github.com/maillage-dime/maillage/planner"
)

// JobState is where a job stands.
type JobState string

// The states of a job.
const (
	JobReady   JobState = "ready"
	JobRunning JobState = "running"
	JobDone    JobState = "done"
	JobFailed  JobState = "failed"
)

// Job is a piece of background work under a lease: whoever holds (Worker, Attempt) and renews LeaseUntil owns it.
type Job struct {
	bun.BaseModel `bun:"table:job"`

	ID         string          `bun:"id,pk"`
	Kind       string          `bun:"kind,notnull"`
	Arguments  json.RawMessage `bun:"arguments,notnull"`
	SlotKey    *string         `bun:"slot_key"` // unique: a scheduled slot is inserted once, whoever ticks
	State      JobState        `bun:"state,notnull"`
	RunAt      time.Time       `bun:"run_at,notnull"`
	Worker     string          `bun:"worker,notnull"`
	Attempt    int             `bun:"attempt,notnull"`
	LeaseUntil *time.Time      `bun:"lease_until"`
	LastError  string          `bun:"last_error,notnull"`
	CreatedAt  time.Time       `bun:"created_at,notnull"`
	FinishedAt *time.Time      `bun:"finished_at"`
}

// PlanRunState is where a plan run stands.
type PlanRunState string

// The states of a plan run. A stale run is one whose rota or records moved while it ran: nothing was written.
const (
	RunQueued  PlanRunState = "queued"
	RunRunning PlanRunState = "running"
	RunDone    PlanRunState = "done"
	RunFailed  PlanRunState = "failed"
	RunStale   PlanRunState = "stale"
)

// RunScope is what a plan run may change.
type RunScope string

// The scopes: only what is not planned yet, everything that is not locked starting from the draft, or everything not locked from nothing.
const (
	ScopeGaps    RunScope = "gaps"
	ScopeImprove RunScope = "improve"
	ScopeAll     RunScope = "all"
)

// PlanRun is one press of « Proposer »; its result is a new draft. A run in place plans what is missing in a draft that was made from a
// template, and its result is that draft.
type PlanRun struct {
	bun.BaseModel `bun:"table:plan_run"`

	ID            string        `bun:"id,pk"`
	FacilityID    string        `bun:"facility_id,notnull"`
	RotaID        string        `bun:"rota_id,notnull"` // the draft it starts from
	RotaRevision  int           `bun:"rota_revision,notnull"`
	InputRevision int           `bun:"input_revision,notnull"` // the facility's Version at the start
	Scope         RunScope      `bun:"scope,notnull"`
	Seconds       int           `bun:"seconds,notnull"`
	InPlace       bool          `bun:"in_place,notnull"`
	Goals         planner.Goals `bun:"goals,notnull"`
	Teams         []string      `bun:"teams,notnull"` // with People, whose sessions may change; both empty: everybody's
	People        []string      `bun:"people,notnull"`
	Days          []int         `bun:"days,notnull"` // on which anything may change, 0 for Monday; empty: all
	State         PlanRunState  `bun:"state,notnull"`
	Planned       int           `bun:"planned,notnull"`
	Wanted        int           `bun:"wanted,notnull"`
	Unmet         int64         `bun:"unmet,notnull"`
	Soft          int64         `bun:"soft,notnull"`
	Curve         [][2]int      `bun:"curve,notnull"` // [elapsed milliseconds, planned]
	StopRequested bool          `bun:"stop_requested,notnull"`
	ResultRotaID  *string       `bun:"result_rota_id"`
	ErrorCode     string        `bun:"error_code,notnull"`
	Attempt       int           `bun:"attempt,notnull"` // of its job: only the latest may write
	CreatedBy     string        `bun:"created_by,notnull"`
	CreatedAt     time.Time     `bun:"created_at,notnull"`
	StartedAt     *time.Time    `bun:"started_at"`
	FinishedAt    *time.Time    `bun:"finished_at"`
}
