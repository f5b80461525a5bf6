package exchange

import (
	"cmp"
	"slices"
	"sync"

	"github.com/maillage-dime/maillage/models/sheets"
)

// Field is a column of a file as it was understood.
type Field struct {
	At     int    `json:"at"` // counted from 0
	Letter string `json:"letter"`
	Header string `json:"header"`
	Column string `json:"column"` // ID; empty: nobody knows what it is, and it is left out
}

// deepestHeader is how many rows of title may stand above a header.
const deepestHeader = 25

// remembered is what earlier imports of the house said of headers and names of sheets, which a decision about this file overrules.
type remembered struct {
	decisions *Decisions
	mappings  Mappings
}

// Mappings are what a house calls the sheets and columns.
type Mappings struct {
	Sheets  map[string]string            // folded name → sheet ID
	Columns map[string]map[string]string // sheet ID → folded header → column ID, empty for one to leave out
}

// sheetSaid returns what somebody said a sheet is, of this file or of an earlier one.
func (k *remembered) sheetSaid(name string) sheetTable {
	if k.decisions != nil {
		if id, decided := k.decisions.Sheets[name]; decided {
			return tableOf(id)
		}
	}
	return tableOf(k.mappings.Sheets[sheets.Fold(name)])
}

// leftOut reports whether somebody said to leave a sheet of the file out.
func (k *remembered) leftOut(name string) bool {
	if k.decisions == nil {
		return false
	}
	id, decided := k.decisions.Sheets[name]
	return decided && id == ""
}

// columnNamed returns the ID of the column a header stands for, empty when it is to be left out or nobody knows.
func (k *remembered) columnNamed(t sheetTable, sheet, header string) string {
	if k.decisions != nil {
		if id, decided := k.decisions.Columns[sheet][header]; decided {
			return id
		}
	}
	folded := sheets.Fold(header)
	if folded == "" {
		return ""
	}
	if id, said := k.mappings.Columns[t.about().ID][folded]; said {
		return id
	}
	return headersOf(t)[folded]
}

// headers are the columns of each table by their folded names: titles count before other names for them.
var headers = sync.OnceValue(func() map[string]map[string]string {
	all := map[string]map[string]string{}
	for _, t := range tables {
		named := map[string]string{}
		add := func(id, name string) {
			if folded := sheets.Fold(name); folded != "" && named[folded] == "" {
				named[folded] = id
			}
		}
		for _, c := range t.columns() {
			add(c.ID, c.Title)
		}
		for _, c := range t.columns() {
			add(c.ID, c.English)
		}
		for _, c := range t.columns() {
			for _, alias := range c.Aliases {
				add(c.ID, alias)
			}
		}
		all[t.about().ID] = named
	}
	return all
})

func headersOf(t sheetTable) map[string]string { return headers()[t.about().ID] }

// header finds the header of a sheet among its first rows: the row that has most columns of the table. It returns its position, -1 for none,
// and how many columns were recognised.
func (k *remembered) header(t sheetTable, sheet *sheets.Sheet) (position, recognised int) {
	position = -1
	for i, row := range sheet.Rows[:min(len(sheet.Rows), deepestHeader)] {
		found := map[string]bool{}
		for _, cell := range row.Cells {
			if id := k.columnNamed(t, sheet.Name, cell.Trimmed()); id != "" {
				found[id] = true
			}
		}
		if len(found) > recognised {
			position, recognised = i, len(found)
		}
	}
	return position, recognised
}

// recognised is what a sheet of a file was found to be: a table, and the position of its header. Without a table, unread says why.
type recognised struct {
	table    sheetTable
	position int
	unread   UnreadSheet
}

// recognise finds out what a sheet is: by what was said of it, by its name, then by its headers.
func (k *remembered) recognise(sheet *sheets.Sheet) recognised {
	if k.leftOut(sheet.Name) {
		return recognised{unread: unreadSheet(sheet, UnreadLeft, nil)}
	}
	if t := k.sheetSaid(sheet.Name); t != nil {
		position, columns := k.header(t, sheet)
		if columns == 0 {
			position = fullestRow(sheet)
		}
		return recognised{table: t, position: position}
	}
	if t := sheetNamed(sheet.Name); t != nil {
		if position, _ := k.header(t, sheet); position >= 0 {
			return recognised{table: t, position: position}
		}
		return recognised{unread: unreadSheet(sheet, UnreadUnknown, []sheetTable{t})}
	}
	likely, sure := k.likely(sheet)
	switch {
	case len(likely) == 0:
		return recognised{unread: unreadSheet(sheet, UnreadUnknown, nil)}
	case !sure:
		return recognised{unread: unreadSheet(sheet, UnreadUnsure, likely)}
	default:
		position, _ := k.header(likely[0], sheet)
		return recognised{table: likely[0], position: position}
	}
}

// likely returns the tables a sheet without a telling name may be, the one most of whose columns it has first, and whether it is surely that one:
// Maillage wrote it, or no other table has as many, and one of its headers says more than that there is a list.
func (k *remembered) likely(sheet *sheets.Sheet) (tables []sheetTable, sure bool) {
	weights := map[sheetTable]int{}
	for _, t := range readingOrder {
		if slices.Equal(writtenTitles(t), textsOf(&sheet.Rows[0])) {
			return []sheetTable{t}, true
		}
		position, columns := k.header(t, sheet)
		if columns > 1 {
			weights[t] = 10*columns + k.requiredIn(t, sheet, position)
			tables = append(tables, t)
		}
	}
	slices.SortStableFunc(tables, func(a, b sheetTable) int { return cmp.Compare(weights[b], weights[a]) })
	if len(tables) == 0 {
		return nil, false
	}
	position, _ := k.header(tables[0], sheet)
	for _, cell := range sheet.Rows[position].Cells {
		sure = sure || k.columnNamed(tables[0], sheet.Name, cell.Trimmed()) != "" && !commonHeaders[sheets.Fold(cell.Text)]
	}
	return tables, sure && (len(tables) == 1 || weights[tables[0]] > weights[tables[1]])
}

func textsOf(row *sheets.Row) []string { return each(row.Cells, sheets.Cell.Trimmed) }

// requiredIn weighs how many of the columns a table needs a header has.
func (k *remembered) requiredIn(t sheetTable, sheet *sheets.Sheet, position int) int {
	found := map[string]bool{}
	for _, cell := range sheet.Rows[position].Cells {
		id := k.columnNamed(t, sheet.Name, cell.Trimmed())
		found[id] = true
	}
	weight := 0
	for _, c := range t.columns() {
		switch {
		case c.Required && found[c.ID]:
			weight += 8
		case c.Required:
			weight -= 12
		}
	}
	return weight
}

// understand reads the header of a sheet. The second column of a file that means the same is left out.
func (k *remembered) understand(t sheetTable, sheet *sheets.Sheet, position int) *intake {
	columns := t.columns()
	in := &intake{name: sheet.Name, where: make([]int, len(columns)), field: make([]int, len(columns))}
	for i := range columns {
		in.where[i], in.field[i] = -1, -1
	}
	for at, cell := range sheet.Rows[position].Cells {
		field := Field{At: at, Letter: sheets.ColumnName(at), Header: cell.Trimmed()}
		if field.Header == "" {
			continue
		}
		id := k.columnNamed(t, sheet.Name, field.Header)
		for i := range columns {
			if columns[i].ID == id && in.where[i] < 0 {
				in.where[i], in.field[i] = at, len(in.fields)
				field.Column = id
			}
		}
		in.fields = append(in.fields, field)
	}
	in.rows = withContent(sheet.Rows[position+1:], in.fields)
	return in
}

// withContent leaves out rows with nothing in the columns that have a header.
func withContent(rows []sheets.Row, fields []Field) []sheets.Row {
	kept := make([]sheets.Row, 0, len(rows))
	for _, row := range rows {
		for _, field := range fields {
			if row.At(field.At).Trimmed() != "" {
				kept = append(kept, row)
				break
			}
		}
	}
	return kept
}
