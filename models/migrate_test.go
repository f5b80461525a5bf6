package models_test

import (
	"database/sql"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

// emptyDSNs are databases without any table.
func emptyDSNs(t *testing.T) map[string]string {
	return map[string]string{"sqlite": "sqlite:" + filepath.Join(t.TempDir(), "empty.db"), "postgres": storetest.EmptyPostgresDSN(t)}
}

// rawDB opens a database beside the store, to look at what the store does not show.
func rawDB(t *testing.T, dsn string) *sql.DB {
	t.Helper()
	driver := "pgx"
	if path, is := strings.CutPrefix(dsn, "sqlite:"); is {
		driver, dsn = "sqlite", path
	}
	db, err := sql.Open(driver, dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// texts returns the rows of a query, the columns of each joined by a space.
func texts(t *testing.T, db *sql.DB, query string) []string {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	names, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	found := []string{}
	for rows.Next() {
		values := make([]string, len(names))
		pointers := make([]any, len(names))
		for i := range values {
			pointers[i] = &values[i]
		}
		if err := rows.Scan(pointers...); err != nil {
			t.Fatal(err)
		}
		found = append(found, strings.Join(values, " "))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(found)
	return found
}

func TestMigrateManyAtOnce(t *testing.T) {
	t.Parallel()
	for name, dsn := range emptyDSNs(t) {
		t.Run(name, func(t *testing.T) {
			var group sync.WaitGroup
			for range 4 {
				store := storetest.Open(t, dsn, storetest.Options())
				group.Go(func() {
					if err := store.Migrate(t.Context()); err != nil {
						t.Error(err)
					}
				})
			}
			group.Wait()
			if steps := texts(t, rawDB(t, dsn), "SELECT name FROM bun_migrations"); len(steps) != len(slices.Compact(slices.Clone(steps))) || len(steps) == 0 {
				t.Errorf("steps noted: %v", steps)
			}
		})
	}
}

// TestMigrateTakesUpAfterCrash kills nothing: it puts a database into the state in which a process that died between two steps leaves it.
func TestMigrateTakesUpAfterCrash(t *testing.T) {
	t.Parallel()
	for name, dsn := range emptyDSNs(t) {
		t.Run(name, func(t *testing.T) {
			store := storetest.Open(t, dsn, storetest.Options())
			if err := models.MigrateSteps(t.Context(), store, 2, ""); err != nil {
				t.Fatal(err)
			}
			if err := models.MigrateSteps(t.Context(), store, 3, "CREATE TABLE half (id INTEGER); SELECT nonsense FROM nowhere;"); err == nil {
				t.Fatal("a broken step passed")
			}
			if err := store.Migrate(t.Context()); err != nil {
				t.Fatal(err)
			}
			if left := texts(t, rawDB(t, dsn), tablesQuery[name]+" AND name = 'half'"); len(left) > 0 {
				t.Error("half a step stayed")
			}
		})
	}
}

// TestOldSchemaToNew brings a database of each earlier state of the schema, with a row of then, up to date.
func TestOldSchemaToNew(t *testing.T) {
	t.Parallel()
	for name, dsn := range emptyDSNs(t) {
		t.Run(name, func(t *testing.T) {
			store := storetest.Open(t, dsn, storetest.Options())
			if err := models.MigrateSteps(t.Context(), store, 1, ""); err != nil {
				t.Fatal(err)
			}
			_, err := rawDB(t, dsn).ExecContext(t.Context(), `INSERT INTO facility (id, name, time_zone, school_zone, department, demo, version, created_at)
				VALUES ('f', 'Avant', 'Europe/Paris', 'A', '43', FALSE, 7, '2026-01-02 03:04:05.000006+00:00')`)
			if err != nil {
				t.Fatal(err)
			}
			if err := store.Migrate(t.Context()); err != nil {
				t.Fatal(err)
			}
			facility := kept(store.FacilityByID(t.Context(), models.SystemActor("f")))
			kept := facility.Revision == 7 && facility.CreatedAt.Format("2006-01-02T15:04:05.999999Z07:00") == "2026-01-02T03:04:05.000006Z"
			record := facility.Version == 1 && facility.FacilityID == "f" && facility.UpdatedAt.Equal(facility.CreatedAt)
			if !kept || !record {
				t.Errorf("after the migrations: %+v", facility)
			}
		})
	}
}

var tablesQuery = map[string]string{
	"sqlite":   "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'bun_%'",
	"postgres": "SELECT name FROM (SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public') AS t WHERE name NOT LIKE 'bun_%'",
}

// TestSchemasAgree compares the tables, columns, kinds of value, primary keys and indexes of both databases.
func TestSchemasAgree(t *testing.T) {
	t.Parallel()
	lite, server := rawDB(t, storetest.SQLiteDSN(t)), rawDB(t, storetest.PostgresDSN(t))
	tables := texts(t, lite, tablesQuery["sqlite"])
	if difference := cmp.Diff(tables, texts(t, server, tablesQuery["postgres"])); difference != "" {
		t.Fatalf("tables (-sqlite +postgres): %s", difference)
	}
	for _, table := range tables {
		columns := texts(t, lite, `SELECT name, CASE WHEN "notnull" OR pk THEN 'NO' ELSE 'YES' END FROM pragma_table_info('`+table+`')`)
		if difference := cmp.Diff(columns, texts(t, server, `SELECT column_name, is_nullable FROM information_schema.columns
			WHERE table_schema = 'public' AND table_name = '`+table+`'`)); difference != "" {
			t.Errorf("%s: columns (-sqlite +postgres): %s", table, difference)
		}
		indexes := texts(t, lite, `SELECT l.name, l."unique", l.partial, (SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_index_info(l.name) ORDER BY seqno))
			FROM pragma_index_list('`+table+`') AS l WHERE l.origin = 'c'`)
		if difference := cmp.Diff(indexes, texts(t, server, `SELECT c.relname, i.indisunique::int, (i.indpred IS NOT NULL)::int,
			(SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(i.indkey) WITH ORDINALITY AS k (attribute, n)
				JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attribute)
			FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = '`+table+`'::regclass
			AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = i.indexrelid AND contype IN ('p', 'u'))`)); difference != "" {
			t.Errorf("%s: indexes (-sqlite +postgres): %s", table, difference)
		}
		keys := texts(t, lite, `SELECT "from" || '>' || "table" FROM pragma_foreign_key_list('`+table+`')`)
		if difference := cmp.Diff(keys, texts(t, server, `SELECT a.attname || '>' || c.confrelid::regclass FROM pg_constraint c, unnest(c.conkey) AS k (attribute)
			JOIN pg_attribute a ON a.attnum = k.attribute WHERE c.contype = 'f' AND c.conrelid = '`+table+`'::regclass AND a.attrelid = c.conrelid`)); difference != "" {
			t.Errorf("%s: foreign keys (-sqlite +postgres): %s", table, difference)
		}
	}
}

// TestRowsFitTheirTables compares the columns of the row types with those of the tables, in both directions.
func TestRowsFitTheirTables(t *testing.T) {
	t.Parallel()
	db := rawDB(t, storetest.SQLiteDSN(t))
	rows := models.RowColumns()
	for table, columns := range rows {
		slices.Sort(columns)
		inTable := texts(t, db, `SELECT name || CASE WHEN "notnull" OR pk THEN ' not null' ELSE ' null' END FROM pragma_table_info('`+table+"')")
		if difference := cmp.Diff(columns, inTable); difference != "" {
			t.Errorf("%s: columns (-row type +table): %s", table, difference)
		}
	}
	if tables := texts(t, db, tablesQuery["sqlite"]); len(rows) != len(tables) {
		t.Errorf("%d row types for %d tables", len(rows), len(tables))
	}
}
