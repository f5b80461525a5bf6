package exchange

import (
	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
)

// Sheet is what is known of one sheet of the workbook.
type Sheet struct {
	ID       string
	Title    string // as the workbook names it
	English  string
	Aliases  []string // other names people give it
	Resource models.Resource
	Names    Kind   // the kind of record its rows make known, if others name them
	Help     string // a line of the instructions
}

// sheetTable is a sheet and how its rows are read and written.
type sheetTable interface {
	about() *Sheet
	columns() []Column
	// read says what each row of a file would do and takes note of it.
	read(r *reader, in *intake) []Row
	// write returns the rows of the house, in the order of the columns that are written.
	write(w *writer) [][]sheets.Cell
}

// tables are the sheets in the order of the workbook, which is one in which what is named stands before what names it, but for groups, which
// needs name, and partners, who drive children.
var tables = []sheetTable{
	placeTable, roomTable, teamTable, professionalTable, workTable, childTable, presenceTable, needTable, groupTable, meetingTable, dutyTable,
	absenceTable, partnerTable, closedDayTable, travelTable,
}

// readingOrder is the order in which sheets are read, wherever they stand in the file.
var readingOrder = []sheetTable{
	placeTable, roomTable, teamTable, professionalTable, workTable, partnerTable, childTable, presenceTable, groupTable, needTable, meetingTable, dutyTable,
	absenceTable, closedDayTable, travelTable,
}

// Sheets returns the sheets of the workbook in order.
func Sheets() []Sheet {
	all := make([]Sheet, len(tables))
	for i, t := range tables {
		all[i] = *t.about()
	}
	return all
}

// ColumnsOf returns the columns of a sheet, nil for a sheet there is not.
func ColumnsOf(sheet string) []Column {
	if t := tableOf(sheet); t != nil {
		return t.columns()
	}
	return nil
}

// SheetNamed returns the ID of the sheet that people call so, in either language and whatever its accents and capitals; its ID counts as a name
// too. It is empty when there is none.
func SheetNamed(name string) string {
	if t := sheetNamed(name); t != nil {
		return t.about().ID
	}
	return ""
}

func sheetNamed(name string) sheetTable {
	folded := sheets.Fold(name)
	for _, t := range tables {
		about := t.about()
		for _, called := range append([]string{about.Title, about.English, about.ID}, about.Aliases...) {
			if folded == sheets.Fold(called) {
				return t
			}
		}
	}
	return nil
}

func tableOf(id string) sheetTable {
	for _, t := range tables {
		if t.about().ID == id {
			return t
		}
	}
	return nil
}
