package exchange

import (
	"cmp"
	"slices"
	"strings"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
)

// weekRow is the hours of somebody's week, one column a day: what a person writes who has the whole house on one page.
type weekRow struct {
	Person string // id
	First  string // a first name in a column of its own
	Letter models.WeekLetter
	Places []string
	Days   [7][]sheets.Span
}

// key is by what a row is known among those of its person.
func (w *weekRow) key() string { return string(w.Letter) + "|" + strings.Join(w.Places, "|") }

// weekTable is a sheet whose rows are hours that belong to a record of another sheet: all rows of a person together are that person's hours.
type weekTable[T any] struct {
	Sheet
	fields   []column[weekRow]
	owner    Kind
	ledger   func(*reader) *ledger[T]
	rows     func(*T) []weekRow
	keep     func(*T, []weekRow)
	path     string // of the hours in the record
	validate func(*T) []models.FieldError
}

func (t *weekTable[T]) about() *Sheet { return &t.Sheet }

func (t *weekTable[T]) columns() []Column {
	return each(t.fields, func(c column[weekRow]) Column { return c.Column })
}

func (t *weekTable[T]) write(w *writer) [][]sheets.Cell {
	var cells [][]sheets.Cell
	records := t.ledger(newReader(w.house, nil))
	for i := range records.there {
		for _, row := range t.rows(&records.there[i]) {
			row.Person = records.record(&records.there[i]).ID
			cells = append(cells, writeRow(w, t.fields, &row))
		}
	}
	return cells
}

func (t *weekTable[T]) read(r *reader, in *intake) []Row {
	rows := make([]Row, len(in.rows))
	read := make([]weekRow, len(in.rows))
	owners := map[string][]int{} // id → its rows
	var order []string
	for i, source := range in.rows {
		rows[i] = Row{Number: source.Number, Cells: in.shown(source)}
		readCells(r, in, t.fields, source, &read[i], &rows[i])
		if decision := r.decisions.about(in.name, source.Number); decision != nil && decision.Choice == ChooseSkip {
			rows[i].State = Skipped
		}
		if rows[i].State == "" {
			if owners[read[i].Person] == nil {
				order = append(order, read[i].Person)
			}
			owners[read[i].Person] = append(owners[read[i].Person], i)
		}
	}
	for _, id := range order {
		t.settle(r, in, id, owners[id], read, rows)
	}
	return rows
}

// settle gives one person the hours of all their rows. When one of the rows is wrong, the others stay out too: hours half read would be wrong.
func (t *weekTable[T]) settle(r *reader, in *intake, id string, mine []int, read []weekRow, rows []Row) {
	ledger := t.ledger(r)
	record, _ := ledger.state(id)
	before := t.rows(&record)
	week := make([]weekRow, len(mine))
	for i, at := range mine {
		week[i] = read[at]
	}
	t.keep(&record, week)
	wrong := slices.DeleteFunc(t.validate(&record), func(e models.FieldError) bool { return !strings.HasPrefix(e.Path, t.path) })
	if len(wrong) > 0 {
		for _, at := range mine {
			refuseFields(&rows[at], in, t.fields, wrong)
		}
		return
	}
	changed := len(before) != len(mine)
	for _, at := range mine {
		rows[at].State = Created
		if was := slices.IndexFunc(before, func(w weekRow) bool { return w.key() == read[at].key() }); was >= 0 {
			old := before[was]
			old.Person = id
			rows[at].State = compare(&r.writer, in, t.fields, writeAll(&r.writer, t.fields, &old), &read[at], &rows[at])
		}
		changed = changed || rows[at].State != Unchanged
	}
	if !changed {
		return
	}
	if dropped := len(before) - len(mine); dropped > 0 {
		rows[mine[0]].State = Changed
		rows[mine[0]].note("hours_replaced", map[string]string{"count": intText(dropped)})
	}
	ledger.put(record)
}

// sevenDays are the columns of the days.
func sevenDays() []column[weekRow] {
	titles := []string{"Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"}
	english := []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	columns := make([]column[weekRow], len(titles))
	for d := range titles {
		columns[d] = column[weekRow]{
			Column: Column{
				ID: strings.ToLower(english[d]), Title: titles[d], English: english[d], Aliases: []string{titles[d][:3]}, Width: 18,
				Note: "Par exemple : 9h-12h30, 13h30-17h.",
			},
			get: func(_ *writer, row *weekRow) sheets.Cell { return sheets.TextCell(sheets.FormatDaySpans(row.Days[d])) },
			set: func(_ *reader, cell sheets.Cell, row *weekRow) *sheets.Issue {
				if cell.Kind == sheets.Empty || restDay(cell) {
					row.Days[d] = nil
					return nil
				}
				read, wrong := cell.Spans(d)
				row.Days[d] = read
				for _, span := range read {
					if span.Day != d || span.Letter != "" {
						return &sheets.Issue{Key: "hours_of_another_day", Args: map[string]string{"value": cell.Trimmed()}}
					}
				}
				return wrong
			},
		}
	}
	return columns
}

// restDay reports whether a cell says that there is nothing on that day.
func restDay(cell sheets.Cell) bool {
	switch sheets.Fold(cell.Text) {
	case "", "repos", "non", "off", "libre", "absent", "rh":
		return true
	default:
		return false
	}
}

// person is whose hours a row has; the first name may stand in a column of its own, which must be read before.
func weekPerson(title, english string, kind Kind, aliases ...string) []column[weekRow] {
	firstName := text("first_name", "Prénom", "First name", func(w *weekRow) *string { return &w.First }).readOnly()
	who := refers("person", title, english, kind, func(w *weekRow) *string { return &w.Person }).required().as(aliases...).as("nom", "nom prénom", "nom et prénom").wide(26)
	find := who.set
	who.set = func(r *reader, cell sheets.Cell, row *weekRow) *sheets.Issue {
		if row.First != "" && cell.Kind == sheets.Text {
			cell = sheets.TextCell(cell.Trimmed() + " " + row.First)
		}
		return find(r, cell, row)
	}
	return []column[weekRow]{firstName, who}
}

func weekLetter() column[weekRow] {
	c := choice("letter", "Semaine", "Week", letters, models.EveryWeek, func(w *weekRow) *models.WeekLetter { return &w.Letter }).as("semaine A/B", "sem", "A/B")
	write := c.get
	c.get = func(w *writer, row *weekRow) sheets.Cell {
		if row.Letter == models.EveryWeek {
			return sheets.Cell{}
		}
		return write(w, row)
	}
	return c.noted("A, B, ou rien pour toutes les semaines.")
}

var workTable = &weekTable[models.Professional]{
	Sheet: Sheet{
		ID: "work", Title: "Horaires", English: "Working hours", Aliases: []string{"Horaires de travail", "Emploi du temps", "Horaires du personnel"}, Resource: models.ResourceProfessional,
		Help: "Les heures de travail de chacun. Une ligne par personne, ou deux si les semaines A et B diffèrent.",
	},
	fields: slices.Concat(weekPerson("Professionnel", "Professional", KindProfessional, "salarié", "agent", "personne"), []column[weekRow]{weekLetter()}, sevenDays()),
	owner:  KindProfessional,
	ledger: func(r *reader) *ledger[models.Professional] { return &r.professionals },
	path:   "working_pattern",
	rows: func(p *models.Professional) []weekRow {
		return weekRows(p.WorkingPattern, func(s models.DaySpan) (models.DaySpan, []string) { return s, nil })
	},
	keep: func(p *models.Professional, rows []weekRow) {
		p.WorkingPattern = []models.DaySpan{}
		eachSpan(rows, func(span models.DaySpan, _ []string) { p.WorkingPattern = append(p.WorkingPattern, span) })
	},
	validate: (*models.Professional).Validate,
}

var presenceTable = &weekTable[models.Child]{
	Sheet: Sheet{
		ID: "presence", Title: "Disponibilités", English: "Availability", Aliases: []string{"Présences", "Disponibilité", "Emploi du temps des enfants", "Emplois du temps"}, Resource: models.ResourceChild,
		Help: "Quand et où chaque enfant peut être rencontré. Une ligne par enfant et par lieu, ou deux si les semaines A et B diffèrent.",
	},
	fields: slices.Concat(weekPerson("Enfant", "Child", KindChild, "jeune", "usager"), []column[weekRow]{
		refersToMany("places", "Lieux", "Places", KindPlace, func(w *weekRow) *[]string { return &w.Places }).required().as("lieu", "où", "site"), weekLetter(),
	}, sevenDays()),
	owner:  KindChild,
	ledger: func(r *reader) *ledger[models.Child] { return &r.children },
	path:   "schedule",
	rows: func(c *models.Child) []weekRow {
		return weekRows(c.Schedule, func(w models.ScheduleWindow) (models.DaySpan, []string) { return w.DaySpan, w.Places })
	},
	keep: func(c *models.Child, rows []weekRow) {
		c.Schedule = []models.ScheduleWindow{}
		eachSpan(rows, func(span models.DaySpan, places []string) {
			c.Schedule = append(c.Schedule, models.ScheduleWindow{DaySpan: span, Places: places})
		})
	},
	validate: (*models.Child).Validate,
}

// weekRows puts spans together by the weeks and places they hold for.
func weekRows[S any](spans []S, of func(S) (models.DaySpan, []string)) []weekRow {
	var rows []weekRow
	for _, span := range spans {
		s, places := of(span)
		row := weekRow{Letter: s.Letter, Places: places}
		at := slices.IndexFunc(rows, func(w weekRow) bool { return w.key() == row.key() })
		if at < 0 {
			at = len(rows)
			rows = append(rows, row)
		}
		rows[at].Days[s.Day] = append(rows[at].Days[s.Day], sheets.Span{Day: s.Day, From: s.From, To: s.To})
	}
	slices.SortStableFunc(rows, func(a, b weekRow) int { return cmp.Compare(a.Letter, b.Letter) })
	for i := range rows {
		for d := range rows[i].Days {
			slices.SortFunc(rows[i].Days[d], func(a, b sheets.Span) int { return cmp.Compare(a.From, b.From) })
		}
	}
	return rows
}

// eachSpan calls fn with all spans of some rows, day by day.
func eachSpan(rows []weekRow, fn func(models.DaySpan, []string)) {
	for _, row := range rows {
		for d, spans := range row.Days {
			for _, span := range spans {
				fn(models.DaySpan{Letter: row.Letter, Day: d, From: span.From, To: span.To}, row.Places)
			}
		}
	}
}
