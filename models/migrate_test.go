package models_test

import (
	"testing"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

func TestMigrateTwice(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		if err := s.Migrate(t.Context()); err != nil {
			t.Fatal(err)
		}
	})
}
