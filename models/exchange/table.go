package exchange

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
)

// table is a sheet each row of which is one record.
type table[T any] struct {
	Sheet
	fields []column[T]
	ledger func(*reader) *ledger[T]
	fresh  func() T // a record with what empty cells stand for
	// keys are by what a record is known again, the surest first; a key that is empty does not count.
	keys func(*T) []string
	// once is what only one row of a file may have, folded as far as differences are no matter; nil: several rows may be alike.
	once func(*T) []string
	// naming is what others call the record; nil where nobody names it.
	naming func(*T) naming
	// apart keeps records of different values from being taken for one another by their names: rooms of two places; nil: names are enough.
	apart    func(*T) string
	validate func(*T) []models.FieldError
	// finish fills in what follows from the rest once a new record's cells are read; nil: nothing does.
	finish func(*reader, *T)
	// notes says what else whoever imports should know of a row; nil: nothing.
	notes func(*reader, *Row, *T)
}

func (t *table[T]) about() *Sheet { return &t.Sheet }

func (t *table[T]) columns() []Column {
	return each(t.fields, func(c column[T]) Column { return c.Column })
}

func (t *table[T]) write(w *writer) [][]sheets.Cell {
	r := newReader(w.house, nil)
	rows := t.ledger(r).there
	cells := make([][]sheets.Cell, len(rows))
	for i := range rows {
		cells[i] = writeRow(w, t.fields, &rows[i])
	}
	return cells
}

func writeRow[R any](w *writer, columns []column[R], row *R) []sheets.Cell {
	var cells []sheets.Cell
	for i := range columns {
		if !columns[i].ReadOnly {
			cells = append(cells, columns[i].get(w, row))
		}
	}
	return cells
}

// draft is a row while it is read.
type draft[T any] struct {
	source sheets.Row
	out    Row
	record T      // from the cells alone
	same   string // id of the record it is, empty for a new one
	choice string // what somebody decided
}

func (t *table[T]) read(r *reader, in *intake) []Row {
	drafts := make([]draft[T], len(in.rows))
	for i, source := range in.rows {
		drafts[i] = t.draft(r, in, source)
	}
	m := newMatcher(t, r, in)
	m.matchAll(drafts)
	rows := make([]Row, len(drafts))
	for i := range drafts {
		t.settle(r, in, &drafts[i])
		rows[i] = drafts[i].out
	}
	return rows
}

// draft reads the cells of a row into a record of its own.
func (t *table[T]) draft(r *reader, in *intake, source sheets.Row) draft[T] {
	d := draft[T]{source: source, record: t.fresh(), out: Row{Number: source.Number, Cells: in.shown(source)}}
	t.fill(r, in, source, &d.record, &d.out)
	if decision := r.decisions.about(in.name, source.Number); decision != nil {
		d.choice = decision.Choice
		if decision.Choice == ChooseSame {
			d.same = decision.Same
		}
		if decision.Choice == ChooseSkip {
			d.out.State = Skipped
		}
	}
	return d
}

// fill puts the cells of a row into a record, and what follows from them. With out, what is wrong is said there.
func (t *table[T]) fill(r *reader, in *intake, source sheets.Row, record *T, out *Row) {
	readCells(r, in, t.fields, source, record, out)
	if t.finish != nil {
		t.finish(r, record)
	}
}

// readCells puts the cells of a row into a record. With out, what is wrong with them is said there.
func readCells[R any](r *reader, in *intake, columns []column[R], source sheets.Row, record *R, out *Row) {
	for i := range columns {
		c := &columns[i]
		if in.where[i] < 0 {
			if c.Required && out != nil {
				out.refuse(-1, "column_missing", map[string]string{"column": c.Title})
			}
			continue
		}
		cell := source.At(in.where[i])
		wrong := c.set(r, cell, record)
		switch {
		case out == nil:
		case wrong != nil:
			out.refuse(in.field[i], wrong.Key, wrong.Args)
		case c.Required && cell.Kind == sheets.Empty:
			out.refuse(in.field[i], "required", map[string]string{"column": c.Title})
		}
	}
}

// settle decides what becomes of a row that has been matched, and takes note of its record.
func (t *table[T]) settle(r *reader, in *intake, d *draft[T]) {
	out := &d.out
	ledger := t.ledger(r)
	if out.State == "" {
		t.become(r, in, d, ledger)
	}
	switch out.State {
	case Created, Changed, Unchanged:
		if t.notes != nil {
			t.notes(r, out, &d.record)
		}
	default:
		if t.naming != nil {
			for _, name := range t.naming(&d.record).names {
				r.known[t.Names].refused[sheets.Words(name)] = out.Number
			}
		}
	}
}

// become makes the record of a row: a new one, or the one that is there with the cells of the row.
func (t *table[T]) become(r *reader, in *intake, d *draft[T], ledger *ledger[T]) {
	out := &d.out
	row := d.record
	var before []sheets.Cell
	if d.same != "" {
		known, there := ledger.state(d.same)
		if !there {
			out.refuse(-1, "gone", nil)
			return
		}
		before = writeAll(&r.writer, t.fields, &known)
		row = known
		t.fill(r, in, d.source, &row, nil)
	} else {
		ledger.record(&row).ID = models.NewID()
	}
	d.record = row
	state := Created
	if d.same != "" {
		if state = compare(&r.writer, in, t.fields, before, &row, out); state == Unchanged {
			out.State = Unchanged
			return
		}
	}
	if fieldErrors := t.validate(&row); len(fieldErrors) > 0 {
		refuseFields(out, in, t.fields, fieldErrors)
		return
	}
	out.State = state
	ledger.put(row)
	if t.naming != nil {
		r.known[t.Names].add(ledger.record(&row).ID, t.naming(&row))
	}
}

func writeAll[R any](w *writer, columns []column[R], row *R) []sheets.Cell {
	cells := make([]sheets.Cell, len(columns))
	for i := range columns {
		if !columns[i].ReadOnly {
			cells[i] = columns[i].get(w, row)
		}
	}
	return cells
}

// sameValue reports whether two cells say the same: blanks a file does not keep, such as no-break ones, are no change.
func sameValue(one, other sheets.Cell) bool {
	return one == other || one.Kind == sheets.Text && other.Kind == sheets.Text && plainLines(one.Text) == plainLines(other.Text)
}

func plainLines(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(each(lines, plainLine), "\n")
}

// plainLine writes a line with single blanks only.
func plainLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// compare shows where a record differs from what its columns were before.
func compare[R any](w *writer, in *intake, columns []column[R], before []sheets.Cell, row *R, out *Row) State {
	state := Unchanged
	for i, after := range writeAll(w, columns, row) {
		if sameValue(after, before[i]) {
			continue
		}
		state = Changed
		if field := in.field[i]; field >= 0 {
			out.Cells[field] = RowCell{Text: after.Trimmed(), Old: before[i].Trimmed(), Changed: true}
		}
	}
	return state
}

// otherFields stands for what is wrong in a part of a record that the sheet does not have.
const otherFields = "Le reste de la fiche"

// entryNumber is the number of an entry of a list in the path of a field, which no column knows.
var entryNumber = regexp.MustCompile(`\[\d+\]`)

// refuseFields says what the rules of the record have against it, each at the column it comes from.
func refuseFields[R any](out *Row, in *intake, columns []column[R], wrong []models.FieldError) {
	for _, fieldError := range wrong {
		field, title, at := -1, otherFields, entryNumber.ReplaceAllString(fieldError.Path, "")
		for i := range columns {
			if path := columns[i].path(); at == path || strings.HasPrefix(at, path+".") {
				field, title = in.field[i], columns[i].Title
				break
			}
		}
		args := map[string]string{"column": title}
		for name, value := range fieldError.Args {
			args[name] = fmt.Sprint(value)
		}
		if field >= 0 {
			args["value"] = out.Cells[field].Text
		}
		out.refuse(field, fieldError.Key, args)
	}
}
