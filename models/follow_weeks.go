package models

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"
)

// weeksJob is a job of [JobKindMakeWeeks] that is due or under way.
type weeksJob struct {
	id        string
	state     JobState
	arguments MakeWeeksArguments
}

// weeksJobs returns the jobs that make weeks now or as soon as a worker is free, those of all facilities among them.
func weeksJobs(ctx context.Context, tx bun.IDB, now time.Time) ([]weeksJob, error) {
	var rows []Job
	err := tx.NewSelect().Model(&rows).Column("id", "state", "arguments").Where("kind = ?", JobKindMakeWeeks).
		Where("(state = ? AND run_at <= ?) OR state = ?", JobReady, now, JobRunning).OrderExpr("run_at, id").Scan(ctx)
	if err != nil {
		return nil, err
	}
	jobs := make([]weeksJob, len(rows))
	for i := range rows {
		jobs[i].id, jobs[i].state = rows[i].ID, rows[i].State
		if err := json.Unmarshal(rows[i].Arguments, &jobs[i].arguments); err != nil {
			return nil, fmt.Errorf("arguments of job %s: %w", rows[i].ID, err)
		}
	}
	return jobs, nil
}

// Narrow returns those of the weeks a facility keeps that the arguments ask for, or all weeks they name where they are not about kept ones.
func (a *MakeWeeksArguments) Narrow(kept []Week) ([]Week, error) {
	if a.From == "" {
		return kept, nil
	}
	first, err := ParseWeek(a.From)
	if err != nil {
		return nil, err
	}
	last, err := ParseWeek(a.To)
	if err != nil {
		return nil, err
	}
	if a.KeptOnly {
		return slices.DeleteFunc(slices.Clone(kept), func(w Week) bool { return w.before(first) || last.before(w) }), nil
	}
	var weeks []Week
	for week := first; !last.before(week); week = week.Next() {
		weeks = append(weeks, week)
	}
	return weeks, nil
}

// weeksFollow has the coming weeks that touch a span of dates follow what has just changed, those made from a template that nobody has
// touched: in the background, and once for all changes that wait. Dates may be in either order; without them it is all weeks.
func weeksFollow(ctx context.Context, r reach, dates ...string) error {
	made, err := r.tx.NewSelect().Model((*Rota)(nil)).Where("facility_id = ?", r.actor.FacilityID).Where("template_id IS NULL").
		Where("state = ?", RotaDraft).Where("automatic = ?", true).Exists(ctx)
	if err != nil || !made {
		return err
	}
	arguments := MakeWeeksArguments{FacilityID: r.actor.FacilityID}
	if _, part := batchOf(ctx); len(dates) > 0 && !part {
		first, err := time.Parse(time.DateOnly, slices.Min(dates))
		if err != nil {
			return err
		}
		last, err := time.Parse(time.DateOnly, slices.Max(dates))
		if err != nil {
			return err
		}
		arguments.From, arguments.To, arguments.KeptOnly = WeekOf(first).String(), WeekOf(last).String(), true
	}
	waiting, err := weeksJobs(ctx, r.tx, r.now)
	if err != nil {
		return err
	}
	for _, job := range waiting {
		if job.state != JobReady || job.arguments != arguments {
			continue
		}
		// Taking the row keeps the job from beginning before this change is written; it may have begun since it was read.
		taken, err := r.tx.NewUpdate().Model((*Job)(nil)).Set("run_at = run_at").Where("id = ?", job.id).Where("state = ?", JobReady).Exec(ctx)
		if err != nil {
			return err
		}
		if rows, err := taken.RowsAffected(); err != nil || rows > 0 {
			return err
		}
	}
	return enqueue(ctx, r.tx, r.now, JobKindMakeWeeks, arguments, nil, r.now)
}

// beingMade reports whether a week without any rota is among those being made now.
func beingMade(ctx context.Context, tx bun.IDB, now time.Time, facility *Facility, week Week) (bool, error) {
	jobs, err := weeksJobs(ctx, tx, now)
	if err != nil || len(jobs) == 0 {
		return false, err
	}
	current, err := facility.weekAt(now)
	if err != nil {
		return false, err
	}
	ahead := current.weeksAhead(facility.WeeksAhead)
	for i := range jobs {
		if asked := &jobs[i].arguments; asked.FacilityID == "" || asked.FacilityID == facility.ID {
			weeks, err := asked.Narrow(ahead)
			if err != nil || current.before(week) && slices.Contains(weeks, week) {
				return err == nil, err
			}
		}
	}
	return false, nil
}
