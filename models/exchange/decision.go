package exchange

import "github.com/maillage-dime/maillage/models/sheets"

// Decisions are what whoever imports a file has said about it.
type Decisions struct {
	Sheets  map[string]string            `json:"sheets,omitempty"`  // name in the file → ID, or empty to leave it out
	Columns map[string]map[string]string `json:"columns,omitempty"` // name of the sheet in the file → header → column ID, or empty
	Names   []NameDecision               `json:"names,omitempty"`
	Rows    []RowDecision                `json:"rows,omitempty"`
}

// NameDecision says which record a name that is unknown stands for, or that one is to be made.
type NameDecision struct {
	Kind   Kind   `json:"kind"`
	Name   string `json:"name"`
	Is     string `json:"is,omitempty"` // the name of the record it stands for
	Create bool   `json:"create,omitempty"`
}

// The choices about one row.
const (
	ChooseSkip = "skip" // leave the row out
	ChooseNew  = "new"  // it is somebody or something else than what is there
	ChooseSame = "same" // it is the record Same
)

// RowDecision is what to do with one row of the file.
type RowDecision struct {
	Sheet  string `json:"sheet"` // its name in the file
	Row    int    `json:"row"`
	Choice string `json:"choice"`
	Same   string `json:"same,omitempty"` // id
}

// instead returns the name that was chosen for another one.
func (d *Decisions) instead(kind Kind, name string) string {
	if d == nil {
		return name
	}
	for _, decision := range d.Names {
		if decision.Kind == kind && decision.Is != "" && sheets.Words(decision.Name) == sheets.Words(name) {
			return decision.Is
		}
	}
	return name
}

// about returns what was said of a row; nil: nothing.
func (d *Decisions) about(sheet string, row int) *RowDecision {
	if d == nil {
		return nil
	}
	for i := range d.Rows {
		if d.Rows[i].Row == row && d.Rows[i].Sheet == sheet {
			return &d.Rows[i]
		}
	}
	return nil
}
