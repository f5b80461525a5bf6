package jobs

import (
	"context"

	"github.com/maillage-dime/maillage/models"
)

// Housekeeping returns the handler that forgets what nobody needs any more; see [models.Store.Housekeep].
func Housekeeping(store *models.Store) Handler {
	return func(ctx context.Context, _ *models.Job) error { return store.Housekeep(ctx) }
}
