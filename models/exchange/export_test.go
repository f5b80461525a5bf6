package exchange

import "github.com/maillage-dime/maillage/models/sheets"

// HouseAfter returns a house as it would stand once everything of a preview is written.
func HouseAfter(p *Preview) *House {
	r := p.changes
	return &House{
		Places: after(&r.places), Rooms: after(&r.rooms), Teams: after(&r.teams), Professionals: after(&r.professionals), Children: after(&r.children),
		Groups: after(&r.groups), Needs: after(&r.needs), Meetings: after(&r.meetings), Duties: after(&r.duties), Absences: after(&r.absences),
		Partners: after(&r.partners), Contacts: after(&r.contacts), ClosedDays: after(&r.closedDays), Travel: after(&r.travel),
	}
}

func after[T any](l *ledger[T]) []T {
	var rows []T
	for i := range l.there {
		row, _ := l.state(l.record(&l.there[i]).ID)
		rows = append(rows, row)
	}
	for _, id := range l.order {
		if c := l.changed[id]; c.old == nil {
			rows = append(rows, c.row)
		}
	}
	return rows
}

// BookOf returns the sheets of the workbook of a house as they are read from its file.
func BookOf(h *House) *sheets.Book {
	book := &sheets.Book{}
	w := newWriter(h)
	for _, t := range tables {
		sheet := sheets.Sheet{Name: t.about().Title}
		header := sheets.Row{Number: 1}
		for _, column := range pageColumns(t, h) {
			header.Cells = append(header.Cells, sheets.TextCell(column.Title))
		}
		sheet.Rows = append(sheet.Rows, header)
		for i, cells := range t.write(w) {
			sheet.Rows = append(sheet.Rows, sheets.Row{Number: i + 2, Cells: cells})
		}
		book.Sheets = append(book.Sheets, sheet)
	}
	return book
}
