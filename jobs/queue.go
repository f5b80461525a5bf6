package jobs

import "context"

// Queue does the jobs that stand in the store, whatever engine drives it. Work is put in with the store's own transaction
// (models.Store.EnqueueJob and the methods that call it), so a job exists exactly when the change that asked for it does.
//
// [Runner] is the engine of leased rows and serves SQLite and PostgreSQL alike. See docs/adr/0005-leased-jobs.md.
type Queue interface {
	// Start begins to take jobs and returns at once; starting twice is safe.
	Start(ctx context.Context)
	// Stop ends the jobs under way and waits for them, at most until ctx ends; stopping twice, or before Start, is safe.
	Stop(ctx context.Context) error
	// Wake says that there may be work now. It never blocks.
	Wake()
}

var _ Queue = (*Runner)(nil)
