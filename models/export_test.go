package models

import (
	"context"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"testing/fstest"
	"time"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/sqlitedialect"
	"github.com/uptrace/bun/migrate"
	"github.com/uptrace/bun/schema"
)

// RightsLine is a line of the table of rights without its scopes.
type RightsLine struct {
	Resource Resource
	Action   Action
}

// RightsLines returns what the table of rights has lines for.
func RightsLines() []RightsLine {
	lines := make([]RightsLine, len(rights))
	for i, line := range rights {
		lines[i] = RightsLine{line.resource, line.action}
	}
	return lines
}

// MigrateSteps applies the first steps only, followed by one more with the statements given, if any.
func MigrateSteps(ctx context.Context, s *Store, count int, extra string) error {
	steps := migrate.NewMigrations()
	names, err := fs.Glob(migrationFiles, "migrations/*.sql")
	if err != nil {
		return err
	}
	some := fstest.MapFS{}
	for _, name := range names[:count] {
		content, err := migrationFiles.ReadFile(name)
		if err != nil {
			return err
		}
		some[path.Base(name)] = &fstest.MapFile{Data: content}
	}
	if extra != "" {
		some["29991231235959_extra.tx.up.sql"] = &fstest.MapFile{Data: []byte(extra)}
	}
	if err := steps.Discover(some); err != nil {
		return err
	}
	return s.migrate(ctx, steps)
}

// MigrateBefore applies all steps before one.
func MigrateBefore(ctx context.Context, s *Store, step string) error {
	names, err := fs.Glob(migrationFiles, "migrations/*.sql")
	if err != nil {
		return err
	}
	count, _ := slices.BinarySearch(names, "migrations/"+step)
	return MigrateSteps(ctx, s, count, "")
}

// RowColumns returns the columns of every row type by table, and whether they may be null.
func RowColumns() map[string][]string {
	rows := []any{
		Facility{},
		ServiceUnit{},
		ProtectedTime{},
		RoutedTravel{},
		RecordChange{},
		CareModality{},
		Place{},
		Room{},
		ClosedDay{},
		TravelOverride{},
		Team{},
		Professional{},
		Membership{},
		Child{},
		CareModalityPeriod{},
		ChildGroup{},
		Absence{},
		WorkedDay{},
		Need{},
		StandingDuty{},
		RecurringMeeting{},
		Partner{},
		PartnerContact{},
		Account{},
		AccountSession{},
		SignInAttempt{},
		AuditEntry{},
		Rota{},
		RotaOccurrence{},
		RotaOperation{},
		RestorePoint{},
		WeekLook{},
		KeptConflict{},
		CancelledOccurrence{},
		WeekException{},
		SignedFinding{},
		GoalProfile{},
		RunBest{},
		PartnerMeeting{},
		CalendarSubscription{},
		CalendarEvent{},
		Job{},
		PlanRun{},
		SchoolHoliday{},
		WeekTemplate{},
		FileImport{},
		ImportMapping{},
	}
	known := schema.NewTables(sqlitedialect.New())
	columns := map[string][]string{}
	for _, row := range rows {
		table := known.Get(reflect.TypeOf(row))
		for _, field := range table.Fields {
			null := " null"
			if field.NotNull || field.IsPK {
				null = " not null"
			}
			columns[table.Name] = append(columns[table.Name], field.Name+null)
		}
	}
	return columns
}

// WriteThenFail changes several things in one write transaction, which then ends with the error, or a panic without one.
func WriteThenFail(ctx context.Context, s *Store, actor Actor, failure error) error {
	return s.write(ctx, func(ctx context.Context, tx bun.Tx, now time.Time) error {
		if err := moveFacility(ctx, tx, actor.FacilityID); err != nil {
			return err
		}
		if err := record(ctx, tx, now, actor, AuditUpdate, ResourceFacility, actor.FacilityID, ""); err != nil {
			return err
		}
		if failure == nil {
			panic("in the middle of a transaction")
		}
		return failure
	})
}

// Concerned is how a publication finds whose week changes.
var Concerned = concerned
