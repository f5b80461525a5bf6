package exchange

import (
	"cmp"
	"slices"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
)

// Preview is what importing a file would do. It has written nothing.
type Preview struct {
	Version int            `json:"version"` // of the facility it was made from
	Sheets  []SheetPreview `json:"sheets"`
	Unread  []UnreadSheet  `json:"unread"`

	changes *reader
}

// SheetPreview is what becomes of one sheet of the file.
type SheetPreview struct {
	Sheet  string  `json:"sheet"` // ID
	Name   string  `json:"name"`  // in the file
	Header int     `json:"header"`
	Fields []Field `json:"fields"`
	Counts Counts  `json:"counts"`
	Rows   []Row   `json:"rows"` // in the order of the file
}

// Counts says how many rows are in which state.
type Counts struct {
	Created   int `json:"created"`
	Changed   int `json:"changed"`
	Unchanged int `json:"unchanged"`
	Refused   int `json:"refused"`
	Asked     int `json:"asked"`
	Skipped   int `json:"skipped"`
}

// Accepted is how many rows an import would write.
func (c Counts) Accepted() int { return c.Created + c.Changed }

// Left is how many rows of the file would not be there after an import.
func (c Counts) Left() int { return c.Refused + c.Asked }

func (c *Counts) add(state State) {
	switch state {
	case Created:
		c.Created++
	case Changed:
		c.Changed++
	case Unchanged:
		c.Unchanged++
	case Refused:
		c.Refused++
	case Asked:
		c.Asked++
	case Skipped:
		c.Skipped++
	}
}

// Counts returns those of all sheets together.
func (p *Preview) Counts() Counts {
	var all Counts
	for _, s := range p.Sheets {
		for _, row := range s.Rows {
			all.add(row.State)
		}
	}
	return all
}

// Look says what a file would do to a house. The error, if any, is an [*sheets.Issue]: the file cannot be read, or nothing in it looks like a table.
func Look(house *House, book *sheets.Book, mappings Mappings, decisions *Decisions) (*Preview, error) {
	known := &remembered{decisions: decisions, mappings: mappings}
	p := &Preview{Version: house.Version, Unread: []UnreadSheet{}, Sheets: []SheetPreview{}, changes: newReader(house, decisions)}
	type found struct {
		table sheetTable
		in    *intake
		at    int
	}
	var read []found
	ask := false
	for i := range book.Sheets {
		sheet := &book.Sheets[i]
		if len(sheet.Rows) == 0 || sheet.Name == instructionsTitle {
			continue
		}
		is := known.recognise(sheet)
		if is.table == nil {
			p.Unread = append(p.Unread, is.unread)
			ask = ask || is.unread.canBeAskedAbout()
			continue
		}
		in := known.understand(is.table, sheet, is.position)
		read = append(read, found{is.table, in, len(p.Sheets)})
		p.Sheets = append(p.Sheets, SheetPreview{Sheet: is.table.about().ID, Name: sheet.Name, Header: sheet.Rows[is.position].Number, Fields: in.fields})
	}
	if len(p.Sheets) == 0 && !ask {
		return nil, &sheets.Issue{Key: "nothing_recognised"}
	}
	p.createNamed(decisions)
	slices.SortStableFunc(read, func(a, b found) int {
		return cmp.Compare(slices.Index(readingOrder, a.table), slices.Index(readingOrder, b.table))
	})
	for _, f := range read {
		p.changes.sheet = f.table.about().ID
		p.Sheets[f.at].Rows = f.table.read(p.changes, f.in)
	}
	for i := range p.Sheets {
		for _, row := range p.Sheets[i].Rows {
			p.Sheets[i].Counts.add(row.State)
		}
	}
	return p, nil
}

// createNamed makes the teams that somebody decided to make because rows name them.
func (p *Preview) createNamed(decisions *Decisions) {
	if decisions == nil {
		return
	}
	r := p.changes
	var made SheetPreview
	for _, decision := range decisions.Names {
		if !decision.Create || decision.Kind != KindTeam || len(r.known[KindTeam].find(decision.Name)) > 0 {
			continue
		}
		team := teamTable.fresh()
		team.ID, team.Name, team.Code = models.NewID(), decision.Name, r.freeTeamCode(decision.Name)
		if len(team.Validate()) > 0 {
			continue
		}
		r.teams.put(team)
		r.known[KindTeam].add(team.ID, nameTeam(&team))
		made.Rows = append(made.Rows, Row{State: Created, Cells: []RowCell{{Text: team.Name}, {Text: team.Code}}})
		made.Counts.Created++
	}
	if len(made.Rows) > 0 {
		made.Sheet = teamTable.ID
		made.Fields = []Field{{Header: "Nom", Column: "name"}, {At: 1, Header: "Code", Column: "code"}}
		p.Sheets = append(p.Sheets, made)
	}
}

// shortestCode is how many letters a code made from a name has at least, as far as the name goes.
const shortestCode = 3

// freeTeamCode makes a code from a name that no team has yet: its initials, then more of its letters, then a number.
func (r *reader) freeTeamCode(name string) string {
	letters := []rune{}
	for word := range wordsOf(name) {
		letters = append(letters, []rune(word)[0])
	}
	if whole := []rune(sheets.Fold(name)); len(letters) < shortestCode {
		letters = whole[:min(len(whole), shortestCode)]
	}
	base := upper(letters)
	taken := func(code string) bool {
		return len(r.known[KindTeam].called[sheets.Words(code)]) > 0 || base == ""
	}
	code := base
	for n := 2; taken(code) && base != ""; n++ {
		code = base + intText(n)
	}
	return code
}

// urgency is the order in which rows are shown: those that need somebody first.
var urgency = []State{Refused, Asked, Changed, Created, Unchanged, Skipped}

// Urgent returns the rows, those that need somebody first, each state in the order of the file.
func (s *SheetPreview) Urgent() []*Row {
	rows := make([]*Row, len(s.Rows))
	for i := range s.Rows {
		rows[i] = &s.Rows[i]
	}
	slices.SortStableFunc(rows, func(a, b *Row) int {
		return cmp.Compare(slices.Index(urgency, a.State), slices.Index(urgency, b.State))
	})
	return rows
}
