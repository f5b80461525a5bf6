package models

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// keepJobs is how long finished jobs can still be looked at.
const keepJobs = 30 * 24 * time.Hour

// keepChanges is how long the values of a record before and after a change are kept: the school year they are of, and time to look back on it.
const keepChanges = 400 * 24 * time.Hour

// Housekeep forgets what nobody needs any more, of all facilities: sessions that have ended, tries to sign in that no longer count, jobs that
// were finished a month ago, looks at weeks that are long over, values of records from before the last school year. It works for the program
// itself and takes no actor.
func (s *Store) Housekeep(ctx context.Context) error {
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		for _, old := range []*bun.DeleteQuery{
			tx.NewDelete().Model((*AccountSession)(nil)).Where("expires_at <= ?", now),
			tx.NewDelete().Model((*SignInAttempt)(nil)).Where("at <= ?", now.Add(-SignInWindow)),
			tx.NewDelete().Model((*WeekLook)(nil)).Where("looked_at <= ?", now.Add(-keepLooks)),
			tx.NewDelete().Model((*RecordChange)(nil)).Where("at <= ?", now.Add(-keepChanges)),
			tx.NewDelete().Model((*Job)(nil)).Where("finished_at <= ?", now.Add(-keepJobs)),
		} {
			if _, err := old.Exec(ctx); err != nil {
				return err
			}
		}
		return forgetImports(ctx, tx, now)
	})
}
