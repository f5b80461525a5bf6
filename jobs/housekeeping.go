package jobs

import (
	"context"

	"github.com/maillage-dime/maillage/models"
)

// Housekeeping returns the handler that forgets what nobody needs any more: expired sessions, finished jobs, old sign-in attempts.
func Housekeeping(store *models.Store) Handler {
	return func(ctx context.Context, _ *models.Job) error { return store.Housekeep(ctx) }
}
