package models

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"github.com/uptrace/bun"
)

// JobKindPlanRun is the kind of job that works on a [PlanRun]; its arguments are [PlanRunArguments].
const JobKindPlanRun = "plan_run"

// How often a job is tried, and what is kept of its last error.
const (
	mostAttempts    = 5
	firstRetry      = 5 * time.Second // doubles with each attempt
	longestJobError = 500
)

// EnqueueJob puts work in line for runAt. With a slot key it is put in once, whoever else asks for the same slot. Arguments become JSON; nil
// is an empty object.
func (s *Store) EnqueueJob(ctx context.Context, kind string, arguments any, slotKey *string, runAt time.Time) error {
	return s.writeAside(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		return enqueue(ctx, tx, now, kind, arguments, slotKey, runAt)
	})
}

// enqueue is EnqueueJob within the transaction of what asks for the work.
func enqueue(ctx context.Context, tx bun.IDB, now time.Time, kind string, arguments any, slotKey *string, runAt time.Time) error {
	encoded := []byte("{}")
	if arguments != nil {
		var err error
		if encoded, err = json.Marshal(arguments); err != nil {
			return err
		}
	}
	job := Job{
		ID: NewID(), Kind: kind, Arguments: encoded, SlotKey: slotKey, State: JobReady,
		RunAt: runAt.UTC().Truncate(time.Microsecond), CreatedAt: now,
	}
	_, err := tx.NewInsert().Model(&job).On("CONFLICT (slot_key) DO NOTHING").Exec(ctx)
	return err
}

// ClaimJob gives the oldest job that is due, or whose worker gave no sign of life for its lease, to a worker for the length of lease. It
// returns nil when there is none. Jobs whose worker died on every attempt are given up.
func (s *Store) ClaimJob(ctx context.Context, worker string, kinds []string, lease time.Duration) (*Job, error) {
	var claimed []Job
	err := s.writeAside(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		if err := giveUp(ctx, tx, now); err != nil {
			return err
		}
		due := tx.NewSelect().Table("job").Column("id").Where("kind IN (?)", bun.List(kinds)).
			Where("(state = ? AND run_at <= ?) OR (state = ? AND lease_until < ?)", JobReady, now, JobRunning, now).OrderExpr("run_at, id").Limit(1)
		if s.postgres() {
			due = due.For("UPDATE SKIP LOCKED")
		}
		return tx.NewUpdate().Model(&claimed).Set("state = ?", JobRunning).Set("worker = ?", worker).Set("attempt = attempt + 1").
			Set("lease_until = ?", now.Add(lease)).Where("id IN (?)", due).Returning("*").Scan(ctx, &claimed)
	})
	if err != nil || len(claimed) == 0 {
		return nil, err
	}
	return &claimed[0], nil
}

// giveUp ends the jobs whose last worker died, and the plan runs they were for: nothing may wait for ever.
func giveUp(ctx context.Context, tx bun.IDB, now time.Time) error {
	var ended []Job
	err := tx.NewUpdate().Model(&ended).Set("state = ?", JobFailed).Set("finished_at = ?", now).Set("last_error = ?", "every worker died").
		Where("state = ?", JobRunning).Where("lease_until < ?", now).Where("attempt >= ?", mostAttempts).Returning("*").Scan(ctx, &ended)
	if err != nil {
		return err
	}
	for i := range ended {
		if err := abandonRun(ctx, tx, now, &ended[i]); err != nil {
			return err
		}
	}
	return nil
}

// HeartbeatJob renews a worker's lease and reports whether the job is still the worker's.
func (s *Store) HeartbeatJob(ctx context.Context, job *Job, lease time.Duration) (bool, error) {
	return s.changeJob(ctx, job, func(query *bun.UpdateQuery, now time.Time) *bun.UpdateQuery {
		return query.Set("lease_until = ?", now.Add(lease))
	})
}

// FinishJob writes down that a job is done. It is a conflict when the job is no longer the worker's.
func (s *Store) FinishJob(ctx context.Context, job *Job) error {
	return leaseHeld(s.changeJob(ctx, job, func(query *bun.UpdateQuery, now time.Time) *bun.UpdateQuery {
		return query.Set("state = ?", JobDone).Set("finished_at = ?", now).Set("lease_until = NULL")
	}))
}

// ReleaseJob gives a job back undone, to be taken up by whoever comes next: its worker stops working. It is a conflict when the job is no
// longer the worker's.
func (s *Store) ReleaseJob(ctx context.Context, job *Job) error {
	return leaseHeld(s.changeJob(ctx, job, func(query *bun.UpdateQuery, _ time.Time) *bun.UpdateQuery {
		return query.Set("state = ?", JobReady).Set("lease_until = NULL")
	}))
}

// FailJob writes down that an attempt failed: the job is tried again later, and given up after a few attempts, with the run it was for. It is
// a conflict when the job is no longer the worker's.
func (s *Store) FailJob(ctx context.Context, job *Job, reason string) error {
	reason = strings.ToValidUTF8(strings.ReplaceAll(reason, "\x00", ""), "")
	reason = strings.ToValidUTF8(reason[:min(len(reason), longestJobError)], "")
	return s.writeAside(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		last := job.Attempt >= mostAttempts
		query := tx.NewUpdate().Set("last_error = ?", reason).Set("lease_until = NULL")
		if last {
			query = query.Set("state = ?", JobFailed).Set("finished_at = ?", now)
		} else {
			query = query.Set("state = ?", JobReady).Set("run_at = ?", now.Add(firstRetry<<(job.Attempt-1)))
		}
		if err := leaseHeld(changeHeld(ctx, query, job)); err != nil || !last {
			return err
		}
		return abandonRun(ctx, tx, now, job)
	})
}

// changeJob changes a job that is still the worker's, and reports whether it is.
func (s *Store) changeJob(ctx context.Context, job *Job, change func(*bun.UpdateQuery, time.Time) *bun.UpdateQuery) (held bool, err error) {
	err = s.writeAside(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		held, err = changeHeld(ctx, change(tx.NewUpdate(), now), job)
		return err
	})
	return held, err
}

// changeHeld applies a change to a job that is still the worker's, and reports whether it is.
func changeHeld(ctx context.Context, change *bun.UpdateQuery, job *Job) (held bool, err error) {
	result, err := change.Model((*Job)(nil)).Where("id = ?", job.ID).Where("worker = ?", job.Worker).
		Where("attempt = ?", job.Attempt).Where("state = ?", JobRunning).Exec(ctx)
	if err != nil {
		return false, err
	}
	changed, err := result.RowsAffected()
	return changed > 0, err
}

func leaseHeld(held bool, err error) error {
	if err == nil && !held {
		return Conflict("job.lease_lost", nil)
	}
	return err
}
