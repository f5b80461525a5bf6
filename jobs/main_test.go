package jobs_test

import (
	"os"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

// TestMain is also the program of the child processes that tests kill: see workUntilKilled.
func TestMain(m *testing.M) {
	if dsn := os.Getenv(childDSN); dsn != "" {
		workUntilKilled(dsn)
	}
	goleak.VerifyTestMain(suite{m})
}

// suite is the tests with the PostgreSQL they start.
type suite struct{ tests *testing.M }

// Run runs the tests, then stops the PostgreSQL.
func (s suite) Run() int { return storetest.Main(s.tests) }

// openStore opens a store with the machine's clock on a database of a test.
func openStore(t *testing.T, dsn string) *models.Store {
	t.Helper()
	return storetest.Open(t, dsn, models.Options{Now: time.Now})
}

// newStore opens a store with the machine's clock on a fresh SQLite file.
func newStore(t *testing.T) *models.Store {
	t.Helper()
	return openStore(t, storetest.SQLiteDSN(t))
}

// await waits for a signal, as long as the test may take.
func await[T any](t *testing.T, signal <-chan T) (value T) {
	t.Helper()
	select {
	case value = <-signal:
	case <-t.Context().Done():
		t.Fatal("the test ended before the signal came")
	case <-time.After(patience):
		t.Fatal("the signal did not come")
	}
	return value
}

// until asks again and again, until the answer is yes.
func until(t *testing.T, yes func() bool) {
	t.Helper()
	again := time.NewTicker(5 * time.Millisecond)
	defer again.Stop()
	for end := time.Now().Add(patience); !yes(); <-again.C {
		if time.Now().After(end) {
			t.Fatal("waited in vain")
		}
	}
}

// patience is when a test that waits has failed; nothing takes as long.
const patience = time.Minute
