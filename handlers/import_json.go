package handlers

import (
	"time"

	"github.com/maillage-dime/maillage/models/exchange"
)

// importJSON is a file that was sent and what importing it would do.
type importJSON struct {
	ID        string            `json:"id"`
	FileName  string            `json:"file_name"`
	State     string            `json:"state" enum:"preview,done,undone"`
	CreatedAt time.Time         `json:"created_at"`
	Counts    importCountsJSON  `json:"counts"`
	Sheets    []importSheetJSON `json:"sheets"`
	Unread    []unreadSheetJSON `json:"unread" doc:"Sheets of the file that are not read."`
	Known     []knownSheetJSON  `json:"known" doc:"What a sheet can be."`
	Decisions decisionsJSON     `json:"decisions"`
}

// unreadSheetJSON is a sheet that is not read, and what somebody needs to see of it to say what it is.
type unreadSheetJSON struct {
	Name    string   `json:"name" doc:"Its name in the file; empty for a text file."`
	Why     string   `json:"why" enum:"unknown,unsure,left_out"`
	Headers []string `json:"headers"`
	Rows    int      `json:"rows"`
	Likely  []string `json:"likely" doc:"What it may be, the likeliest first; names entries of known."`
}

type importCountsJSON struct {
	Read      int `json:"read"`
	Created   int `json:"created"`
	Changed   int `json:"changed"`
	Unchanged int `json:"unchanged"`
	Refused   int `json:"refused"`
	Asked     int `json:"asked"`
	Skipped   int `json:"skipped"`
}

type importSheetJSON struct {
	Sheet   string            `json:"sheet" doc:"What it is; names an entry of known."`
	Name    string            `json:"name" doc:"Its name in the file; empty for a text file."`
	Header  int               `json:"header" doc:"Number of the row the headers stand in."`
	Counts  importCountsJSON  `json:"counts"`
	Fields  []importFieldJSON `json:"fields"`
	Columns []knownColumnJSON `json:"columns" doc:"What a field can be."`
}

type importFieldJSON struct {
	Letter string `json:"letter"`
	Header string `json:"header"`
	Column string `json:"column" doc:"Names an entry of columns; empty: left out."`
}

type knownSheetJSON struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

type knownColumnJSON struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Required bool   `json:"required"`
}

// importRowsJSON is a part of the rows of a sheet, those that need somebody first.
type importRowsJSON struct {
	Total int             `json:"total"`
	Rows  []importRowJSON `json:"rows"`
}

type importRowJSON struct {
	Number     int                 `json:"number"`
	State      string              `json:"state" enum:"created,changed,unchanged,refused,asked,skipped"`
	Cells      []importCellJSON    `json:"cells"`
	Findings   []importFindingJSON `json:"findings"`
	Candidates []candidateJSON     `json:"candidates"`
}

type importCellJSON struct {
	Text    string `json:"text"`
	Old     string `json:"old"`
	Changed bool   `json:"changed"`
	Wrong   bool   `json:"wrong"`
}

type importFindingJSON struct {
	Field       int      `json:"field" doc:"-1: the whole row."`
	Key         string   `json:"key"`
	Text        string   `json:"text" doc:"The sentence, in the language asked for."`
	Note        bool     `json:"note" doc:"True when the row is not refused for it."`
	Kind        string   `json:"kind" doc:"What kind of record a name that is unknown should name; empty: it is no such finding."`
	Name        string   `json:"name"`
	Suggestions []string `json:"suggestions"`
}

type candidateJSON struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// decisionsJSON is what somebody said about a file.
type decisionsJSON struct {
	Sheets  []sheetDecisionJSON  `json:"sheets" maxItems:"60"`
	Columns []columnDecisionJSON `json:"columns" maxItems:"2000"`
	Names   []nameDecisionJSON   `json:"names" maxItems:"2000"`
	Rows    []rowDecisionJSON    `json:"rows" maxItems:"20000"`
}

type sheetDecisionJSON struct {
	Name  string `json:"name" maxLength:"300"`
	Sheet string `json:"sheet" maxLength:"64" doc:"Empty: leave it out."`
}

type columnDecisionJSON struct {
	Name   string `json:"name" maxLength:"300" doc:"Of the sheet in the file."`
	Header string `json:"header" maxLength:"1000"`
	Column string `json:"column" maxLength:"64" doc:"Empty: leave it out."`
}

type nameDecisionJSON struct {
	Kind   string `json:"kind" maxLength:"64"`
	Name   string `json:"name" maxLength:"1000"`
	Is     string `json:"is" maxLength:"300" doc:"The name of the record it stands for; empty with create."`
	Create bool   `json:"create"`
}

type rowDecisionJSON struct {
	Name   string `json:"name" maxLength:"300" doc:"Of the sheet in the file."`
	Row    int    `json:"row" minimum:"1"`
	Choice string `json:"choice" enum:"skip,new,same"`
	Same   string `json:"same" maxLength:"64"`
}

func decodeDecisions(sent decisionsJSON) exchange.Decisions {
	decisions := exchange.Decisions{Sheets: map[string]string{}, Columns: map[string]map[string]string{}}
	for _, d := range sent.Sheets {
		decisions.Sheets[d.Name] = d.Sheet
	}
	for _, d := range sent.Columns {
		if decisions.Columns[d.Name] == nil {
			decisions.Columns[d.Name] = map[string]string{}
		}
		decisions.Columns[d.Name][d.Header] = d.Column
	}
	for _, d := range sent.Names {
		decisions.Names = append(decisions.Names, exchange.NameDecision{Kind: exchange.Kind(d.Kind), Name: d.Name, Is: d.Is, Create: d.Create})
	}
	for _, d := range sent.Rows {
		decisions.Rows = append(decisions.Rows, exchange.RowDecision{Sheet: d.Name, Row: d.Row, Choice: d.Choice, Same: d.Same})
	}
	return decisions
}

func encodeDecisions(kept *exchange.Decisions) decisionsJSON {
	sent := decisionsJSON{Sheets: []sheetDecisionJSON{}, Columns: []columnDecisionJSON{}, Names: []nameDecisionJSON{}, Rows: []rowDecisionJSON{}}
	for name, sheet := range kept.Sheets {
		sent.Sheets = append(sent.Sheets, sheetDecisionJSON{Name: name, Sheet: sheet})
	}
	for name, columns := range kept.Columns {
		for header, column := range columns {
			sent.Columns = append(sent.Columns, columnDecisionJSON{Name: name, Header: header, Column: column})
		}
	}
	for _, d := range kept.Names {
		sent.Names = append(sent.Names, nameDecisionJSON{Kind: string(d.Kind), Name: d.Name, Is: d.Is, Create: d.Create})
	}
	for _, d := range kept.Rows {
		sent.Rows = append(sent.Rows, rowDecisionJSON{Name: d.Sheet, Row: d.Row, Choice: d.Choice, Same: d.Same})
	}
	return sent
}
