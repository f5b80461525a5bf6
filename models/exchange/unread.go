package exchange

import "github.com/maillage-dime/maillage/models/sheets"

// UnreadReason says why a sheet of a file is not read.
type UnreadReason string

// The reasons.
const (
	UnreadUnknown UnreadReason = "unknown"  // nothing in it is known
	UnreadUnsure  UnreadReason = "unsure"   // it may be several things: somebody has to say which
	UnreadLeft    UnreadReason = "left_out" // somebody said to leave it out
)

// UnreadSheet is a sheet of the file that is not read, and what somebody needs to see of it to say what it is.
type UnreadSheet struct {
	Name    string       `json:"name"` // in the file
	Why     UnreadReason `json:"why"`
	Headers []string     `json:"headers"`
	Rows    int          `json:"rows"`             // below the headers
	Likely  []string     `json:"likely,omitempty"` // IDs of what it may be, the likeliest first
}

// commonHeaders are what lists of anything begin with. A sheet that has no other header known here is not taken for what it looks like most:
// « Nom » and « Adresse » may be places, partners or families.
var commonHeaders = func() map[string]bool {
	common := map[string]bool{}
	for _, header := range []string{
		"Nom", "Nom de famille", "Prénom", "Libellé", "Désignation", "Intitulé", "Type", "Nature", "Catégorie", "Code", "Sigle", "Abréviation", "Numéro", "N°",
		"Adresse", "Adresse postale", "Rue", "Commune", "Ville", "Secteur", "Territoire", "Zone", "Date", "Du", "Au", "Début", "Fin", "Motif", "Horaires",
		"Name", "Last name", "First name", "Label", "Kind", "Number", "Address", "Sector", "From", "To", "Until",
	} {
		common[sheets.Fold(header)] = true
	}
	return common
}()

// unreadSheet describes a sheet that is not read.
func unreadSheet(sheet *sheets.Sheet, why UnreadReason, likely []sheetTable) UnreadSheet {
	unread := UnreadSheet{Name: sheet.Name, Why: why, Headers: []string{}, Likely: each(likely, func(t sheetTable) string { return t.about().ID })}
	position := fullestRow(sheet)
	for _, cell := range sheet.Rows[position].Cells {
		if header := cell.Trimmed(); header != "" {
			unread.Headers = append(unread.Headers, header)
		}
	}
	unread.Rows = len(sheet.Rows) - position - 1
	return unread
}

// canBeAskedAbout reports whether a sheet looks like a table: only then is it worth asking what it is.
func (u *UnreadSheet) canBeAskedAbout() bool { return len(u.Headers) > 1 && u.Rows > 0 }

// fullestRow returns which of the first rows of a sheet has most cells: the likeliest header where no header is known.
func fullestRow(sheet *sheets.Sheet) int {
	position, most := 0, 0
	for i, row := range sheet.Rows[:min(len(sheet.Rows), deepestHeader)] {
		filled := 0
		for _, cell := range row.Cells {
			if cell.Kind != sheets.Empty {
				filled++
			}
		}
		if filled > most {
			position, most = i, filled
		}
	}
	return position
}
