package exchange

import "github.com/maillage-dime/maillage/models/sheets"

// State is what becomes of a row of a file.
type State string

// The states.
const (
	Created   State = "created"
	Changed   State = "changed"
	Unchanged State = "unchanged"
	Refused   State = "refused" // Findings say why
	Asked     State = "asked"   // it may be one of Candidates: somebody has to say
	Skipped   State = "skipped" // somebody said to leave it out
)

// Row is a row of a file and what becomes of it.
type Row struct {
	Number     int         `json:"number"` // as Excel counts; 0 for a record that a decision makes
	State      State       `json:"state"`
	Cells      []RowCell   `json:"cells"` // one for each field of the sheet
	Findings   []Finding   `json:"findings,omitempty"`
	Candidates []Candidate `json:"candidates,omitempty"`
}

// RowCell is a value as it would be, and as it is.
type RowCell struct {
	Text    string `json:"text"`
	Old     string `json:"old,omitempty"`
	Changed bool   `json:"changed,omitempty"`
	Wrong   bool   `json:"wrong,omitempty"`
}

// Finding is something to say about a row: why it is refused or, as a note, what else it does.
type Finding struct {
	Field int               `json:"field"` // of the sheet; -1: the whole row
	Key   string            `json:"key"`
	Args  map[string]string `json:"args,omitempty"`
	Note  bool              `json:"note,omitempty"`
}

// Candidate is a record a row may be meant for.
type Candidate struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// intake is one sheet of a file with its header understood.
type intake struct {
	name   string // of the sheet in the file
	rows   []sheets.Row
	where  []int // for each column of the table: the column of the file, -1 when it has none
	fields []Field
	field  []int // for each column of the table: its field, -1 when it has none
}

// shown returns the texts of a row as the file has them, one for each field.
func (in *intake) shown(row sheets.Row) []RowCell {
	cells := make([]RowCell, len(in.fields))
	for i, field := range in.fields {
		cells[i].Text = row.At(field.At).Trimmed()
	}
	return cells
}

// refuse marks a field of a row as wrong; -1 is the whole row.
func (row *Row) refuse(field int, key string, args map[string]string) {
	row.State = Refused
	row.Findings = append(row.Findings, Finding{Field: field, Key: key, Args: args})
	if field >= 0 {
		row.Cells[field].Wrong = true
	}
}

func (row *Row) note(key string, args map[string]string) {
	row.Findings = append(row.Findings, Finding{Field: -1, Key: key, Args: args, Note: true})
}
