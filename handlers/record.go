package handlers

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"reflect"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"github.com/maillage-dime/maillage/handlers/httpapi"
	"github.com/maillage-dime/maillage/models"
)

// recordKind is what the interface knows of one kind of record: how it is called and how its rows become JSON and back. The operations are
// the same for every kind. Fields are the values people edit; Wire is a whole record, Input what a change sends.
type recordKind[Row, Fields, Wire, Input any] struct {
	word         string // in paths: child
	name, plural string // in the names of operations: Child, Children
	records      models.Records[Row]
	encode       func(*Row) Fields
	decode       func(*Fields) Row
	wire         func(RecordHead, Fields) Wire
	input        func(*Input) (version int, fields *Fields)
}

// baseOf returns what every record has.
func baseOf[Row any](row *Row) *models.Record {
	return any(row).(interface{ Base() *models.Record }).Base()
}

// registerRecords registers the operations of one kind of record.
func registerRecords[Row, Fields, Wire, Input any](a *API, k recordKind[Row, Fields, Wire, Input]) {
	registerKept(a, k)
	all, one := k.paths()
	record := func(op huma.Operation) huma.Operation { return k.answering(a, op) }
	signedIn(a, record(answering(http.StatusCreated, post(all, "create"+k.name, "Keep a new record"))), k.create)
	signedIn(a, record(post(one+"/archive", "archive"+k.name, "Take a record out of use")), k.archive)
	signedIn(a, record(post(one+"/restore", "restore"+k.name, "Put a record back into use")), k.restore)
}

// registerKept registers the operations of records that are there: people change them, but neither make them nor take them out of use.
func registerKept[Row, Fields, Wire, Input any](a *API, k recordKind[Row, Fields, Wire, Input]) {
	all, one := k.paths()
	list := func(op huma.Operation) huma.Operation {
		return a.answeringWith(reflect.TypeFor[recordList[Wire]](), op)
	}
	record := func(op huma.Operation) huma.Operation { return k.answering(a, op) }
	signedIn(a, list(get(all, "list"+k.plural, "Records: "+k.plural)), k.list)
	signedIn(a, record(get(one, "read"+k.name, "One record")), k.read)
	signedIn(a, record(put(one, "update"+k.name, "Replace a record")), k.update)
	signedIn(a, record(post(one+"/undo", "undo"+k.name, "Undo the last change of a record")), k.undo)
	signedIn(a, get(one+"/history", "history"+k.name, "The changes of a record"), k.history)
}

// paths returns where all records of the kind are and where one is.
func (k recordKind[Row, Fields, Wire, Input]) paths() (all, one string) {
	return "/records/" + k.word, "/records/" + k.word + "/{id}"
}

// answering says that an operation answers with a record.
func (k recordKind[Row, Fields, Wire, Input]) answering(a *API, operation huma.Operation) huma.Operation {
	return a.answeringWith(reflect.TypeFor[Wire](), operation)
}

func (k recordKind[Row, Fields, Wire, Input]) list(
	ctx context.Context, who caller, input *listRecordsInput,
) (*httpapi.Conditional[any], error) {
	shown, err := k.records.List(ctx, who.actor, input.Archived)
	if err != nil {
		return nil, err
	}
	records := each(shown, func(s *models.Shown[Row]) Wire { return k.encodeRecord(&s.Record, s.CanChange) })
	return cached[any](recordList[Wire]{Records: records, Total: len(records)}, input.IfNoneMatch)
}

func (k recordKind[Row, Fields, Wire, Input]) read(ctx context.Context, who caller, input *readRecordInput) (*httpapi.Conditional[any], error) {
	shown, err := k.records.Read(ctx, who.actor, string(input.ID))
	if err != nil {
		return nil, err
	}
	return cached[any](k.encodeRecord(&shown.Record, shown.CanChange), input.IfNoneMatch)
}

func (k recordKind[Row, Fields, Wire, Input]) create(ctx context.Context, who caller, input *bodyOf[Input]) (*answer[any], error) {
	_, fields := k.input(&input.Body)
	row, err := k.records.Create(ctx, who.actor, k.decode(fields))
	return k.changed(row, err)
}

func (k recordKind[Row, Fields, Wire, Input]) update(ctx context.Context, who caller, input *recordBody[Input]) (*answer[any], error) {
	version, fields := k.input(&input.Body)
	row := k.decode(fields)
	baseOf(&row).ID, baseOf(&row).Version = string(input.ID), version
	row, err := k.records.Update(ctx, who.actor, row)
	return k.changed(row, err)
}

func (k recordKind[Row, Fields, Wire, Input]) archive(ctx context.Context, who caller, input *recordBody[recordVersionJSON]) (*answer[any], error) {
	row, err := k.records.Archive(ctx, who.actor, string(input.ID), input.Body.Version)
	return k.changed(row, err)
}

func (k recordKind[Row, Fields, Wire, Input]) restore(ctx context.Context, who caller, input *recordBody[recordVersionJSON]) (*answer[any], error) {
	row, err := k.records.Restore(ctx, who.actor, string(input.ID), input.Body.Version)
	return k.changed(row, err)
}

func (k recordKind[Row, Fields, Wire, Input]) undo(ctx context.Context, who caller, input *recordBody[recordVersionJSON]) (*answer[any], error) {
	row, err := k.records.Undo(ctx, who.actor, string(input.ID), input.Body.Version)
	return k.changed(row, err)
}

// changed answers with the record as it stands after a change; who changed it may change it. A refusal because it moved meanwhile carries it as
// it stands now.
func (k recordKind[Row, Fields, Wire, Input]) changed(row Row, err error) (*answer[any], error) {
	if stale, ok := errors.AsType[*models.Error](err); ok {
		if current, ok := stale.Current.(Row); ok {
			shown := *stale
			shown.Current = shownRecord{k.encodeRecord(&current, true)}
			return nil, &shown
		}
	}
	if err != nil {
		return nil, err
	}
	return answerWith[any](k.encodeRecord(&row, true)), nil
}

// shownRecord is a record as it may leave the server in a refusal.
type shownRecord struct{ wire any }

func (k recordKind[Row, Fields, Wire, Input]) encodeRecord(row *Row, canChange bool) Wire {
	base := baseOf(row)
	return k.wire(RecordHead{
		ID: base.ID, Version: base.Version, CreatedAt: base.CreatedAt.UTC(), UpdatedAt: base.UpdatedAt.UTC(), ArchivedAt: inUTC(base.ArchivedAt),
		Can: rightsJSON{Change: canChange},
	}, k.encode(row))
}

func (k recordKind[Row, Fields, Wire, Input]) history(ctx context.Context, who caller, input *recordBodyless) (*answer[recordHistoryJSON], error) {
	changes, err := k.records.History(ctx, who.actor, string(input.ID))
	if err != nil {
		return nil, err
	}
	entries := make([]recordChangeJSON, len(changes))
	for i := range changes {
		if entries[i], err = k.encodeChange(&changes[i]); err != nil {
			return nil, err
		}
	}
	return answerWith(recordHistoryJSON{Entries: entries}), nil
}

// recordBodyless is a question about one record.
type recordBodyless struct{ RecordPath }

func (k recordKind[Row, Fields, Wire, Input]) encodeChange(change *models.Change[Row]) (recordChangeJSON, error) {
	encoded := recordChangeJSON{
		ID: change.ID, At: change.At.UTC(), Author: notEmpty(change.Author), Action: string(change.Action), Version: change.Version,
		Fields: []string{}, CanUndo: change.CanUndo,
	}
	before, err := k.values(change.Old)
	if err != nil {
		return encoded, err
	}
	after, err := k.values(change.New)
	if err != nil {
		return encoded, err
	}
	for name, value := range after {
		if before == nil || !reflect.DeepEqual(before[name], value) {
			encoded.Fields = append(encoded.Fields, name)
		}
	}
	slices.Sort(encoded.Fields)
	encoded.Before, encoded.After = only(before, encoded.Fields), only(after, encoded.Fields)
	return encoded, nil
}

// values returns the fields of a record by name, as they are written; nil for none.
func (k recordKind[Row, Fields, Wire, Input]) values(row *Row) (map[string]any, error) {
	if row == nil {
		return nil, nil
	}
	encoded, err := json.Marshal(k.encode(row))
	if err != nil {
		return nil, err
	}
	values := map[string]any{}
	return values, json.Unmarshal(encoded, &values)
}

// only returns the values of some names.
func only(values map[string]any, names []string) map[string]any {
	if values == nil {
		return nil
	}
	some := make(map[string]any, len(names))
	for _, name := range names {
		some[name] = values[name]
	}
	return some
}
