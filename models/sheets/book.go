package sheets

import "strings"

// Book is what a file holds: the sheets of a workbook, or the one table of a CSV file.
type Book struct{ Sheets []Sheet }

// Sheet is one table. Rows without any content are left out; the others keep the number Excel shows beside them.
type Sheet struct {
	Name string // empty for a CSV file
	Rows []Row
}

// Row is a line of a sheet. Cells end with the last one that has content.
type Row struct {
	Number int // counted from 1
	Cells  []Cell
}

// Kind is what a cell holds.
type Kind uint8

// The kinds of cell.
const (
	Empty   Kind = iota
	Text         // as it stands in Cell.Text
	Number       // Cell.Number
	Date         // Cell.Number counts days since the end of 1899, as Excel shows it as a date
	Time         // Cell.Number is a part of a day, as Excel shows it as hours and minutes
	Bool         // Cell.Number is 0 or 1
	Fault        // what Excel writes when a formula fails, such as #N/A, in Cell.Text
	Formula      // a formula whose result was never saved, in Cell.Text
)

// Cell is one value. Text is always how a person would write it, so that a wrong one can be shown and given back.
type Cell struct {
	Kind   Kind
	Text   string
	Number float64
}

// TextCell returns a cell with a text, empty when the text is blank.
func TextCell(text string) Cell {
	if strings.TrimSpace(text) == "" {
		return Cell{}
	}
	return Cell{Kind: Text, Text: text}
}

// At returns the cell of a column counted from 0; there is an empty one wherever nothing was written.
func (r Row) At(column int) Cell {
	if column < 0 || column >= len(r.Cells) {
		return Cell{}
	}
	return r.Cells[column]
}

// Trimmed is the text of a cell without blanks around it, no-break ones included.
func (c Cell) Trimmed() string { return strings.TrimSpace(c.Text) }

// ColumnName returns the letters Excel gives a column counted from 0: A, B, …, Z, AA.
func ColumnName(column int) string {
	var name []byte
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = append([]byte{byte('A' + (n-1)%26)}, name...)
	}
	return string(name)
}

// Issue says why a file or a value cannot be read: a key that names the sentence, and what the sentence mentions.
type Issue struct {
	Key  string
	Args map[string]string
}

// Error returns the key alone: arguments hold what people wrote, which belongs in no log.
func (i *Issue) Error() string { return "sheets: " + i.Key }

func issue(key string, pairs ...string) *Issue {
	found := &Issue{Key: key}
	for i := 0; i+1 < len(pairs); i += 2 {
		if found.Args == nil {
			found.Args = map[string]string{}
		}
		found.Args[pairs[i]] = pairs[i+1]
	}
	return found
}
