package models

import (
	"context"
	"embed"
	"errors"
	"fmt"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/migrate"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// errOvertaken says that another process applied the step while this one was about to.
var errOvertaken = errors.New("another process migrates this database")

// Migrate brings the schema up to date. Several processes may call it at once. Each step and the note that it was done are one transaction,
// and what keeps the others out is a lock of the database itself: nothing is left behind by a process that dies.
func (s *Store) Migrate(ctx context.Context) error {
	steps := migrate.NewMigrations()
	if err := steps.Discover(migrationFiles); err != nil {
		return fmt.Errorf("migrations: %w", err)
	}
	return s.migrate(ctx, steps)
}

func (s *Store) migrate(ctx context.Context, steps *migrate.Migrations) error {
	release, err := s.lockMigrations(ctx)
	if err != nil {
		return fmt.Errorf("migrations: waiting for the lock: %w", err)
	}
	defer release()
	migrator := migrate.NewMigrator(s.writer, steps,
		migrate.WithTemplateData(schemaDialect{postgres: s.postgres()}),
		migrate.WithMarkAppliedOnSuccess(true),
		migrate.WithUpsert(true), // the note of AfterMigration is met again by the migrator's own
		migrate.BeforeMigration(s.refuseApplied),
		migrate.AfterMigration(s.markApplied),
	)
	if err := migrator.Init(ctx); err != nil {
		return fmt.Errorf("migrations: %w", err)
	}
	for {
		group, err := migrator.Migrate(ctx)
		if errors.Is(err, errOvertaken) {
			continue // the other's step is done: read again what is left
		}
		if err != nil {
			return fmt.Errorf("migration %w", err)
		}
		if !group.IsZero() {
			s.log.InfoContext(ctx, "database migrated", "steps", len(group.Migrations))
		}
		return nil
	}
}

// lockMigrations keeps other processes out on PostgreSQL, by a lock of its own connection. On SQLite each step's transaction is exclusive
// and looks first whether the step is still to be done.
func (s *Store) lockMigrations(ctx context.Context) (release func(), err error) {
	if !s.postgres() {
		return func() {}, nil
	}
	conn, err := s.writer.Conn(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := conn.ExecContext(ctx, "SELECT pg_advisory_lock(?)", int64(lockMigrate)); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return func() {
		_, err := conn.ExecContext(context.WithoutCancel(ctx), "SELECT pg_advisory_unlock(?)", int64(lockMigrate))
		if err := errors.Join(err, conn.Close()); err != nil {
			s.log.WarnContext(ctx, "releasing the lock of the migrations", "error", err)
		}
	}, nil
}

func (s *Store) refuseApplied(ctx context.Context, tx bun.IConn, step *migrate.Migration) error {
	done, err := s.writer.NewSelect().Conn(tx).Table("bun_migrations").Where("name = ?", step.Name).Exists(ctx)
	if err == nil && done {
		err = errOvertaken
	}
	return err
}

// markApplied notes in the step's own transaction that it was done, so that a process killed between the two is no matter.
func (s *Store) markApplied(ctx context.Context, tx bun.IConn, step *migrate.Migration) error {
	note := migrate.Migration{Name: step.Name, GroupID: step.GroupID, MigratedAt: s.instant()}
	_, err := s.writer.NewInsert().Conn(tx).Model(&note).ModelTableExpr("bun_migrations").Exec(ctx)
	return err
}

// schemaDialect is what the templates of the migrations say differently for each database.
type schemaDialect struct{ postgres bool }

func (d schemaDialect) choose(sqlite, postgres string) string {
	if d.postgres {
		return postgres
	}
	return sqlite
}

// Text is the type of texts and ids, compared byte by byte on both.
func (d schemaDialect) Text() string { return d.choose("TEXT", `TEXT COLLATE "C"`) }

// ID is the type of identifiers.
func (d schemaDialect) ID() string { return d.Text() }

// Time is the type of instants.
func (d schemaDialect) Time() string { return d.choose("TIMESTAMP", "TIMESTAMPTZ") }

// Bytes is the type of what is kept as it is.
func (d schemaDialect) Bytes() string { return d.choose("BLOB", "BYTEA") }

// Real is the type of coordinates.
func (d schemaDialect) Real() string { return d.choose("REAL", "DOUBLE PRECISION") }

// Int is the type of whole numbers of 64 bits.
func (d schemaDialect) Int() string { return d.choose("INTEGER", "BIGINT") }

// JSON is the type of structured values.
func (d schemaDialect) JSON() string { return d.choose("TEXT", "JSONB") }

// List declares a column that holds a JSON list, never null.
func (d schemaDialect) List(column string) string {
	return column + " " + d.JSON() + " NOT NULL CHECK (" + d.choose("json_type", "jsonb_typeof") + "(" + column + ") = 'array')"
}

// AddedList declares a column that holds a JSON list and is added to a table with rows in it, for which it is empty.
func (d schemaDialect) AddedList(column string) string {
	return column + " " + d.JSON() + " NOT NULL DEFAULT '[]' CHECK (" + d.choose("json_type", "jsonb_typeof") + "(" + column + ") = 'array')"
}

// JSONObject is the function that makes a JSON object of names and values.
func (d schemaDialect) JSONObject() string { return d.choose("json_object", "jsonb_build_object") }

// JSONArray is the function that makes a JSON list of values.
func (d schemaDialect) JSONArray() string { return d.choose("json_array", "jsonb_build_array") }

// RandomID is an expression for the identifier of a row that a migration makes.
func (d schemaDialect) RandomID() string {
	return d.choose("lower(hex(randomblob(16)))", "gen_random_uuid()::text")
}

// DemandTables are the tables with the columns of [schemaDialect.Demand].
func (d schemaDialect) DemandTables() []string {
	return []string{"need", "standing_duty", "recurring_meeting"}
}

// Object declares a column that holds a JSON object or NULL.
func (d schemaDialect) Object(column string) string {
	return column + " " + d.JSON() + " CHECK (" + d.choose("json_type", "jsonb_typeof") + "(" + column + ") = 'object')"
}

// Record declares the columns of a kept thing of a facility.
func (d schemaDialect) Record() string {
	return "id " + d.ID() + ` PRIMARY KEY,
  facility_id ` + d.ID() + ` NOT NULL REFERENCES facility (id) ON DELETE CASCADE,
  version ` + d.Int() + ` NOT NULL CHECK (version >= 1),
  created_at ` + d.Time() + ` NOT NULL,
  updated_at ` + d.Time() + ` NOT NULL,
  archived_at ` + d.Time()
}

// ByFacility declares the index by which the things of a facility are listed. References name
// both columns, so that they can only point to something of the same facility.
func (d schemaDialect) ByFacility(table string) string {
	return "CREATE UNIQUE INDEX " + table + "_facility ON " + table + " (facility_id, id);"
}

// Demand declares the columns that needs, duties and recurring meetings share.
func (d schemaDialect) Demand() string {
	text, number := d.Text()+" NOT NULL", d.Int()+" NOT NULL"
	return "label " + text + ", short_label " + text +
		", duration " + number + " CHECK (duration BETWEEN 1 AND 1440), count " + number + " CHECK (count BETWEEN 1 AND 50)" +
		", letter " + text + " CHECK (letter IN ('', 'A', 'B')), min_gap_days " + number + " CHECK (min_gap_days >= 0)" +
		", modality_code " + d.Text() + ", sector " + d.Text() +
		", " + d.List("seats") + ", " + d.List("optional_ids") + ", " + d.List("place_ids") + ", " + d.Object("room") +
		", " + d.List("windows") + ", priority " + number + " CHECK (priority BETWEEN 1 AND 100), " + d.List("preferred_ids") +
		", from_date " + d.Text() + ", to_date " + d.Text() + " CHECK (to_date >= from_date)"
}
