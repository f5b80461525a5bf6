// Package storetest opens real databases for tests: a SQLite file and a PostgreSQL server of the test binary's own.
//
// A package whose tests use PostgreSQL calls [Main] from its TestMain, which stops the server at the end. Without a server binary the tests
// fail and say what to install; they never pass unseen.
package storetest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver that makes and drops the databases

	"github.com/maillage-dime/maillage/models"
)

// Start is what the clock of [Options] shows: Sunday of week 47, so that the week being planned is 2026-W48.
var Start = time.Date(2026, time.November, 22, 7, 24, 0, 0, time.UTC)

// Options are those the stores of this package are opened with: a clock that stands still at [Start], and no log.
func Options() models.Options {
	return models.Options{Now: func() time.Time { return Start }}
}

// Each runs a test on a fresh, migrated store of each database, both in parallel.
func Each(t *testing.T, test func(t *testing.T, s *models.Store)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		test(t, SQLite(t))
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		test(t, Postgres(t))
	})
}

// EachDSN is Each for tests that open the migrated database themselves.
func EachDSN(t *testing.T, test func(t *testing.T, dsn string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		test(t, SQLiteDSN(t))
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		test(t, PostgresDSN(t))
	})
}

// SQLite returns a fresh, migrated store on a file that goes away with the test.
func SQLite(t testing.TB) *models.Store {
	t.Helper()
	return open(t, SQLiteDSN(t), Options())
}

// Postgres returns a fresh, migrated store on a database of the test binary's PostgreSQL that goes away with the test.
func Postgres(t testing.TB) *models.Store {
	t.Helper()
	return open(t, PostgresDSN(t), Options())
}

// Open opens a store that is closed with the test.
func Open(t testing.TB, dsn string, o models.Options) *models.Store {
	t.Helper()
	return open(t, dsn, o)
}

func open(t testing.TB, dsn string, o models.Options) *models.Store {
	t.Helper()
	store, err := models.Open(context.Background(), dsn, o)
	if err != nil {
		t.Fatalf("opening the store: %v", err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Errorf("closing the store: %v", err)
		}
	})
	return store
}

var (
	sqliteTemplate   = sync.OnceValues(makeSQLiteTemplate)
	postgresTemplate = sync.OnceValues(makePostgresTemplate)
	databases        atomic.Int64
)

// template is the name of the migrated database that all others are copied from.
const template = "maillage_template"

// SQLiteDSN returns the DSN of a fresh, migrated file in the test's directory.
func SQLiteDSN(t testing.TB) string {
	t.Helper()
	content, err := sqliteTemplate()
	if err != nil {
		t.Fatalf("migrating a SQLite file: %v", err)
	}
	path := filepath.Join(t.TempDir(), "maillage.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return "sqlite:" + path
}

// makeSQLiteTemplate migrates one file and returns its bytes.
func makeSQLiteTemplate() (content []byte, err error) {
	directory, err := os.MkdirTemp("", "maillage-sqlite-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(directory)) }()
	path := filepath.Join(directory, "template.db")
	if err := migrate("sqlite:" + path); err != nil {
		return nil, err
	}
	return os.ReadFile(path) // closing the last connection has moved the log into the file
}

// PostgresDSN returns the DSN of a fresh, migrated database of the test binary's PostgreSQL.
func PostgresDSN(t testing.TB) string {
	t.Helper()
	return postgresDatabase(t, template)
}

// EmptyPostgresDSN returns the DSN of a fresh database without any table.
func EmptyPostgresDSN(t testing.TB) string {
	t.Helper()
	return postgresDatabase(t, "template0")
}

func postgresDatabase(t testing.TB, from string) string {
	t.Helper()
	server, err := postgresTemplate()
	if err != nil {
		t.Fatalf("starting a PostgreSQL for the tests: %v", err)
	}
	name := fmt.Sprintf("test_%d", databases.Add(1))
	if err := server.admin("CREATE DATABASE " + name + " TEMPLATE " + from + " STRATEGY file_copy"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.admin("DROP DATABASE " + name + " WITH (FORCE)"); err != nil {
			t.Error(err)
		}
	})
	return server.dsn(name)
}

var running atomic.Pointer[cluster]

func makePostgresTemplate() (*cluster, error) {
	server, err := startCluster(context.Background())
	if err != nil {
		return nil, err
	}
	running.Store(server)
	if err := server.admin("CREATE DATABASE " + template); err != nil {
		return nil, err
	}
	return server, migrate(server.dsn(template))
}

// admin runs one statement outside of every test's database, one at a time: a template cannot be copied twice at once.
func (c *cluster) admin(statement string) (err error) {
	adminTurn.Lock()
	defer adminTurn.Unlock()
	db, err := sql.Open("pgx", c.dsn("postgres"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	_, err = db.ExecContext(context.Background(), statement)
	return err
}

var adminTurn sync.Mutex

func migrate(dsn string) (err error) {
	store, err := models.Open(context.Background(), dsn, Options())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	return store.Migrate(context.Background())
}

// Main runs the tests of a package, then stops the PostgreSQL they started, if any. Call it from TestMain and exit with what it returns.
func Main(m *testing.M) int {
	status := m.Run()
	if server := running.Load(); server != nil {
		if err := server.stop(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
	return status
}
