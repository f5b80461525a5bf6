package models

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/sqlitedialect"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// readConnections is how many readers SQLite serves at once.
const readConnections = 6

// pragmas are set by the DSN because a pragma set by a statement reaches one connection only.
var pragmas = []string{
	"_pragma=busy_timeout(10000)",      // first, for the ones below wait too
	"_pragma=journal_mode(WAL)",        // readers never wait for the writer
	"_pragma=synchronous(NORMAL)",      // a killed process loses nothing; a power cut at most the last commits
	"_pragma=foreign_keys(1)",          // off by default
	"_pragma=temp_store(2)",            // sort in memory: no content of a record in temporary files
	"_pragma=cache_size(-16000)",       // 16 MB
	"_pragma=wal_autocheckpoint(4000)", // checkpoints are what slow writes wait for
	"_timezone=UTC",
}

// openSQLite opens one connection that writes and a few that cannot.
func (s *Store) openSQLite(path string) error {
	path, _, _ = strings.Cut(strings.TrimPrefix(path, "//"), "?")
	if path == "" {
		return errors.New("database: sqlite: needs the name of a file, as in sqlite:maillage.db")
	}
	var err error
	// immediate: a transaction that reads before it writes would otherwise fail at once when another wrote in between.
	if s.writer, err = openSQLitePool(path, 1, append([]string{"_txlock=immediate"}, pragmas...)); err != nil {
		return err
	}
	s.reader, err = openSQLitePool(path, readConnections, append([]string{"_txlock=deferred", "_pragma=query_only(1)"}, pragmas...))
	if err != nil {
		return errors.Join(err, s.writer.Close())
	}
	return nil
}

func openSQLitePool(path string, connections int, options []string) (*bun.DB, error) {
	escaped := strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(path)
	pool, err := sql.Open("sqlite", "file:"+escaped+"?"+strings.Join(options, "&"))
	if err != nil {
		return nil, fmt.Errorf("database %s: %w", path, err)
	}
	pool.SetMaxOpenConns(connections)
	pool.SetMaxIdleConns(connections)
	return bun.NewDB(pool, sqlitedialect.New()), nil
}

// Backup writes a whole, consistent copy of the database to a new file while work goes on. Only SQLite has it: PostgreSQL has pg_dump.
func (s *Store) Backup(ctx context.Context, path string) error {
	if s.postgres() {
		return errors.New("backup: copy a PostgreSQL database with pg_dump")
	}
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("backup: %s is already there: name a new file", path)
	}
	if _, err := s.writer.ExecContext(ctx, "VACUUM INTO ?", path); err != nil {
		return fmt.Errorf("backup: %s: %w", path, err)
	}
	return nil
}

func isUnique(err error) bool {
	if failure, ok := errors.AsType[*sqlite.Error](err); ok {
		return failure.Code() == sqlite3.SQLITE_CONSTRAINT_UNIQUE || failure.Code() == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY
	}
	return postgresCode(err) == "23505"
}

func isForeignKey(err error) bool {
	if failure, ok := errors.AsType[*sqlite.Error](err); ok {
		return failure.Code() == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY
	}
	return postgresCode(err) == "23503"
}
