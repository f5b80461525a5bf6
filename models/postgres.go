package models

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"
)

// The advisory locks of PostgreSQL, any numbers that differ.
const (
	lockWriter  = 0x4d61696c01
	lockMigrate = 0x4d61696c02
)

// postgresConnections bounds what one process takes of the server's connections.
const postgresConnections = 16

func (s *Store) openPostgres(dsn string) error {
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		return errors.New("database: the postgres:// address cannot be read") // the driver's text may repeat the password
	}
	// bun writes values into its statements: prepared statements would never be met again.
	config.DefaultQueryExecMode = pgx.QueryExecModeSimpleProtocol
	config.RuntimeParams["timezone"] = "UTC"
	config.RuntimeParams["application_name"] = "maillage"
	// A writer that hangs would hold back all others.
	config.RuntimeParams["idle_in_transaction_session_timeout"] = "60000"
	pool := stdlib.OpenDB(*config, stdlib.OptionAfterConnect(scanInUTC))
	pool.SetMaxOpenConns(postgresConnections)
	pool.SetMaxIdleConns(postgresConnections)
	pool.SetConnMaxIdleTime(5 * time.Minute)
	s.writer = bun.NewDB(pool, pgdialect.New())
	s.reader = s.writer
	return nil
}

func scanInUTC(_ context.Context, conn *pgx.Conn) error {
	conn.TypeMap().RegisterType(&pgtype.Type{
		Name: "timestamptz", OID: pgtype.TimestamptzOID, Codec: &pgtype.TimestamptzCodec{ScanLocation: time.UTC},
	})
	return nil
}

// waitForTurn makes write transactions of PostgreSQL happen one after the other, as those of SQLite do. The lock is the transaction's first
// statement and ends with it.
func (s *Store) waitForTurn(ctx context.Context, tx bun.Tx) error {
	if !s.postgres() {
		return nil
	}
	if _, err := tx.ExecContext(ctx, "SELECT pg_advisory_xact_lock(?)", int64(lockWriter)); err != nil {
		return fmt.Errorf("waiting for the other writers: %w", err)
	}
	return nil
}

// readOptions makes all reads of a transaction see the same picture. SQLite does so by itself.
func (s *Store) readOptions() *sql.TxOptions {
	if !s.postgres() {
		return nil
	}
	return &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}
}

func postgresCode(err error) string {
	if failure, ok := errors.AsType[*pgconn.PgError](err); ok {
		return failure.Code
	}
	return ""
}
