package models

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect"
)

// Options are what a [Store] takes from the program.
type Options struct {
	Now func() time.Time // the clock; read once for each transaction
	Log *slog.Logger     // nil: nothing is logged
}

// Store keeps everything. Its methods are safe for use by several goroutines.
//
// Write transactions happen one after the other on both databases (SQLite has one writer, PostgreSQL takes an advisory lock), so what a
// transaction checked still holds when it commits. Every method takes one instant as now for all it does.
type Store struct {
	writer *bun.DB
	reader *bun.DB
	now    func() time.Time
	log    *slog.Logger
	weeks  weekCache
	around surroundingsCache
	kinds  kinds
}

// Open connects to the database a DSN names: sqlite:FILE, or postgres://…. It does not migrate it: see [Store.Migrate].
func Open(ctx context.Context, dsn string, o Options) (*Store, error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	store := &Store{now: o.Now, log: o.Log}
	store.kinds = newKinds(store)
	var err error
	switch scheme, rest, _ := strings.Cut(dsn, ":"); scheme {
	case "sqlite":
		err = store.openSQLite(rest)
	case "postgres", "postgresql":
		err = store.openPostgres(dsn)
	default:
		return nil, fmt.Errorf("database %q: write sqlite:FILE or postgres://USER@HOST/NAME", scheme+":…")
	}
	if err != nil {
		return nil, err
	}
	if err := store.Ping(ctx); err != nil {
		return nil, fmt.Errorf("database does not answer: %w", errors.Join(err, store.Close()))
	}
	return store, nil
}

// Close ends all connections. Transactions under way are rolled back.
func (s *Store) Close() error {
	if s.reader != s.writer {
		if err := s.reader.Close(); err != nil {
			return err
		}
	}
	return s.writer.Close()
}

// Ping asks the database for a sign of life.
func (s *Store) Ping(ctx context.Context) error {
	if err := s.reader.PingContext(ctx); err != nil {
		return err
	}
	return s.writer.PingContext(ctx)
}

// postgres reports whether the store stands on PostgreSQL.
func (s *Store) postgres() bool { return s.writer.Dialect().Name() == dialect.PG }

// instant returns the clock's time as both databases keep it: UTC, whole microseconds.
func (s *Store) instant() time.Time { return s.now().UTC().Truncate(time.Microsecond) }

// write runs fn in the one write transaction of the moment and commits when fn returns nil; otherwise, and on a panic, nothing of it stays.
// Inside, use tx only: the store's own connections wait for this transaction to end.
func (s *Store) write(ctx context.Context, fn func(ctx context.Context, tx bun.Tx, now time.Time) error) error {
	return s.transact(ctx, s.writer, nil, func(ctx context.Context, tx bun.Tx) error {
		if err := s.waitForTurn(ctx, tx); err != nil {
			return err
		}
		return fn(ctx, tx, s.instant())
	})
}

// writeAside is write without waiting for its turn on PostgreSQL, for changes of one row that guard themselves (WHERE, SKIP LOCKED,
// ON CONFLICT), such as claiming a job.
func (s *Store) writeAside(ctx context.Context, fn func(ctx context.Context, tx bun.Tx, now time.Time) error) error {
	return s.transact(ctx, s.writer, nil, func(ctx context.Context, tx bun.Tx) error { return fn(ctx, tx, s.instant()) })
}

// read runs fn on one unchanging picture of the database.
func (s *Store) read(ctx context.Context, fn func(ctx context.Context, tx bun.Tx, now time.Time) error) error {
	return s.transact(ctx, s.reader, s.readOptions(), func(ctx context.Context, tx bun.Tx) error { return fn(ctx, tx, s.instant()) })
}

func (s *Store) transact(ctx context.Context, db *bun.DB, o *sql.TxOptions, fn func(context.Context, bun.Tx) error) error {
	return fromDriver(db.RunInTx(ctx, o, fn))
}
