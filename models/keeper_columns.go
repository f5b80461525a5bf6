package models

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/schema"
)

// columns returns what bun knows of the columns of a row type.
func columns[T any](tx bun.IDB) []*schema.Field {
	return tx.Dialect().Tables().Get(reflect.TypeFor[T]()).Fields
}

// fillLists makes empty lists of those that are missing, as the columns never hold null.
func fillLists[T any](tx bun.IDB, row *T) {
	for _, column := range columns[T](tx) {
		if value := column.Value(reflect.ValueOf(row).Elem()); value.Kind() == reflect.Slice && value.IsNil() {
			value.Set(reflect.MakeSlice(value.Type(), 0, 0))
		}
	}
}

// changedColumns returns the names of the columns in which two states of a row differ.
func changedColumns[T any](tx bun.IDB, old, row *T) []string {
	var changed []string
	for _, column := range columns[T](tx) {
		was, is := column.Value(reflect.ValueOf(old).Elem()), column.Value(reflect.ValueOf(row).Elem())
		if !reflect.DeepEqual(was.Interface(), is.Interface()) {
			changed = append(changed, column.Name)
		}
	}
	return changed
}

// reference is another record that a record names at a path of its fields: by its id, a modality by its code.
type reference struct{ path, table, value string }

const modalityTable = "care_modality"

// referencesTo names all entries of a list at one path.
func referencesTo(table, path string, ids []string) []reference {
	references := make([]reference, len(ids))
	for i, id := range ids {
		references[i] = reference{path: indexed(path, i), table: table, value: id}
	}
	return references
}

// optionalReferenceTo names what is there, if anything is.
func optionalReferenceTo(table, path string, id *string) []reference {
	if id == nil {
		return nil
	}
	return []reference{{path: path, table: table, value: *id}}
}

// checkReferences says at which paths something is named that the facility does not have.
func checkReferences(ctx context.Context, tx bun.IDB, facilityID string, references []reference) error {
	wanted := map[string][]string{}
	for _, r := range references {
		wanted[r.table] = append(wanted[r.table], r.value)
	}
	known := map[reference]bool{}
	for table, values := range wanted {
		column := "id"
		if table == modalityTable {
			column = "code"
		}
		var found []string
		err := tx.NewSelect().Table(table).Column(column).Where("facility_id = ?", facilityID).
			Where("? IN (?)", bun.Ident(column), bun.List(values)).Scan(ctx, &found)
		if err != nil {
			return err
		}
		for _, value := range found {
			known[reference{table: table, value: value}] = true
		}
	}
	var wrong []FieldError
	for _, r := range references {
		if !known[reference{table: r.table, value: r.value}] {
			wrong = append(wrong, FieldError{Path: r.path, Key: "unknown_id"})
		}
	}
	if len(wrong) > 0 {
		return Invalid(wrong...)
	}
	return nil
}

// usage is a column of another table that may still name a record about to be archived: directly, or somewhere in a JSON column. By says
// which column of the record is named, id when empty.
type usage struct {
	table, column string
	json          bool
	by            string
}

func usedValue[T any](u usage, tx bun.IDB, row *T) string {
	by := u.by
	if by == "" {
		by = "id"
	}
	all := columns[T](tx)
	column := all[slices.IndexFunc(all, func(c *schema.Field) bool { return c.Name == by })]
	return column.Value(reflect.ValueOf(row).Elem()).String()
}

// refuse returns a conflict when something in use still names the value.
func (u usage) refuse(ctx context.Context, tx bun.IDB, facilityID, value string) error {
	query := tx.NewSelect().Table(u.table).Where("facility_id = ?", facilityID).Where("archived_at IS NULL")
	used, err := named(query, u.column, u.json, value).Exists(ctx)
	if err == nil && used {
		err = stillUsed(u.table)
	}
	return err
}

func stillUsed(table string) *Error { return Conflict("in_use", map[string]any{"by": table}) }

// named narrows a query to the rows whose column is the value, or, for JSON, has it as a text somewhere.
func named(query *bun.SelectQuery, column string, json bool, value string) *bun.SelectQuery {
	if !json {
		return query.Where("? = ?", bun.Ident(column), value)
	}
	return query.Where(`CAST(? AS TEXT) LIKE ? ESCAPE '\'`, bun.Ident(column), quotedPattern(value))
}

// quotedPattern matches a JSON text with the value as one of its strings. Ids and codes need no escape in JSON.
func quotedPattern(value string) string {
	return `%"` + strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(value) + `"%`
}
