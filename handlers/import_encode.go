package handlers

import (
	"strings"

	"github.com/maillage-dime/maillage/models/exchange"
)

func encodeImport(i *exchange.Import) importJSON {
	sent := importJSON{
		ID: i.ID, FileName: i.FileName, State: string(i.State), CreatedAt: i.File.CreatedAt.UTC(), Counts: encodeCounts(i.Preview.Counts()),
		Sheets: []importSheetJSON{}, Unread: []unreadSheetJSON{}, Known: []knownSheetJSON{}, Decisions: encodeDecisions(&i.Decisions),
	}
	for _, sheet := range i.Preview.Sheets {
		encoded := importSheetJSON{
			Sheet: sheet.Sheet, Name: sheet.Name, Header: sheet.Header, Counts: encodeCounts(sheet.Counts), Fields: []importFieldJSON{}, Columns: []knownColumnJSON{},
		}
		for _, field := range sheet.Fields {
			encoded.Fields = append(encoded.Fields, importFieldJSON{Letter: field.Letter, Header: field.Header, Column: field.Column})
		}
		for _, column := range exchange.ColumnsOf(sheet.Sheet) {
			encoded.Columns = append(encoded.Columns, knownColumnJSON{ID: column.ID, Title: column.Title, Required: column.Required})
		}
		sent.Sheets = append(sent.Sheets, encoded)
	}
	for _, unread := range i.Preview.Unread {
		sent.Unread = append(sent.Unread, unreadSheetJSON{
			Name: unread.Name, Why: string(unread.Why), Headers: list(unread.Headers), Rows: unread.Rows, Likely: list(unread.Likely),
		})
	}
	for _, known := range exchange.Sheets() {
		sent.Known = append(sent.Known, knownSheetJSON{ID: known.ID, Title: known.Title})
	}
	return sent
}

func encodeCounts(c exchange.Counts) importCountsJSON {
	return importCountsJSON{
		Read: c.Created + c.Changed + c.Unchanged + c.Refused + c.Asked + c.Skipped, Created: c.Created, Changed: c.Changed, Unchanged: c.Unchanged,
		Refused: c.Refused, Asked: c.Asked, Skipped: c.Skipped,
	}
}

func encodeImportRow(sheet *exchange.SheetPreview, row *exchange.Row, language exchange.Language) importRowJSON {
	sent := importRowJSON{Number: row.Number, State: string(row.State), Cells: []importCellJSON{}, Findings: []importFindingJSON{}, Candidates: []candidateJSON{}}
	for _, cell := range row.Cells {
		sent.Cells = append(sent.Cells, importCellJSON(cell))
	}
	for _, finding := range row.Findings {
		encoded := importFindingJSON{
			Field: finding.Field, Key: finding.Key, Text: sheet.Sentence(language, &finding), Note: finding.Note,
			Suggestions: list(exchange.Suggestions(finding.Args)),
		}
		if strings.HasPrefix(finding.Key, "unknown_") {
			encoded.Kind, encoded.Name = finding.Args["kind"], finding.Args["value"]
		}
		sent.Findings = append(sent.Findings, encoded)
	}
	for _, candidate := range row.Candidates {
		sent.Candidates = append(sent.Candidates, candidateJSON(candidate))
	}
	return sent
}
