package exchange

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
)

// Column is what is known of a column of a sheet.
type Column struct {
	ID       string
	Title    string // as written in the workbook
	English  string
	Aliases  []string // other headers people write for it
	Note     string   // shown to whoever fills in the model
	Required bool
	Choices  []string // the words a list offers
	Refers   Kind     // what the cells name, if anything
	Path     string   // of the field of the record, as refusals name it; the ID when empty
	Width    float64
	ReadOnly bool // understood in files of others, never written: a first name apart from the last
}

// column is a column of the rows of one sheet: how a cell is written and read.
type column[R any] struct {
	Column
	get func(*writer, *R) sheets.Cell
	set func(*reader, sheets.Cell, *R) *sheets.Issue
}

func (c column[R]) required() column[R] {
	c.Required = true
	return c
}

func (c column[R]) as(aliases ...string) column[R] {
	c.Aliases = append(c.Aliases, aliases...)
	return c
}

func (c column[R]) noted(note string) column[R] {
	c.Note = note
	return c
}

func (c column[R]) at(path string) column[R] {
	c.Path = path
	return c
}

func (c column[R]) wide(width float64) column[R] {
	c.Width = width
	return c
}

// readOnly keeps a column out of what is written.
func (c column[R]) readOnly() column[R] {
	c.ReadOnly = true
	return c
}

func described(id, title, english string, width float64) Column {
	return Column{ID: id, Title: title, English: english, Width: width}
}

// text is a column of one line of text.
func text[R any](id, title, english string, of func(*R) *string) column[R] {
	return column[R]{
		Column: described(id, title, english, 18),
		get:    func(_ *writer, row *R) sheets.Cell { return sheets.TextCell(*of(row)) },
		set: func(_ *reader, cell sheets.Cell, row *R) (wrong *sheets.Issue) {
			*of(row), wrong = cell.Line()
			return wrong
		},
	}
}

// optionalText is a text that may be missing, which is not the same as empty.
func optionalText[R any](id, title, english string, of func(*R) **string) column[R] {
	return column[R]{
		Column: described(id, title, english, 14),
		get: func(_ *writer, row *R) sheets.Cell {
			if *of(row) == nil {
				return sheets.Cell{}
			}
			return sheets.TextCell(**of(row))
		},
		set: func(_ *reader, cell sheets.Cell, row *R) *sheets.Issue {
			line, wrong := cell.Line()
			*of(row) = nil
			if line != "" {
				*of(row) = &line
			}
			return wrong
		},
	}
}

// longText keeps its line ends.
func longText[R any](id, title, english string, of func(*R) *string) column[R] {
	c := text(id, title, english, of)
	c.set = func(_ *reader, cell sheets.Cell, row *R) *sheets.Issue {
		if _, wrong := cell.Line(); wrong != nil {
			return wrong
		}
		*of(row) = strings.ReplaceAll(cell.Trimmed(), "\r\n", "\n")
		return nil
	}
	return c.wide(40)
}

// whole is a whole number; blank is what an empty cell stands for.
func whole[R any](id, title, english string, blank int, of func(*R) *int) column[R] {
	return column[R]{
		Column: described(id, title, english, 10),
		get:    func(_ *writer, row *R) sheets.Cell { return sheets.NumberCell(sheets.Number, float64(*of(row))) },
		set: func(_ *reader, cell sheets.Cell, row *R) (wrong *sheets.Issue) {
			*of(row) = blank
			if cell.Kind != sheets.Empty {
				*of(row), wrong = cell.Integer()
			}
			return wrong
		},
	}
}

// optionalWhole is a whole number that may be missing.
func optionalWhole[R any](id, title, english string, of func(*R) **int) column[R] {
	return optional(described(id, title, english, 10), of, sheets.Cell.Integer, func(n int) sheets.Cell {
		return sheets.NumberCell(sheets.Number, float64(n))
	})
}

func optional[R any](about Column, of func(*R) **int, read func(sheets.Cell) (int, *sheets.Issue), write func(int) sheets.Cell) column[R] {
	return column[R]{
		Column: about,
		get: func(_ *writer, row *R) sheets.Cell {
			if *of(row) == nil {
				return sheets.Cell{}
			}
			return write(**of(row))
		},
		set: func(_ *reader, cell sheets.Cell, row *R) *sheets.Issue {
			*of(row) = nil
			if cell.Kind == sheets.Empty {
				return nil
			}
			value, wrong := read(cell)
			*of(row) = &value
			return wrong
		},
	}
}

// degrees is a coordinate.
func degrees[R any](id, title, english string, of func(*R) *float64) column[R] {
	return column[R]{
		Column: described(id, title, english, 11),
		get: func(_ *writer, row *R) sheets.Cell {
			if *of(row) == 0 {
				return sheets.Cell{}
			}
			return sheets.NumberCell(sheets.Number, *of(row))
		},
		set: func(_ *reader, cell sheets.Cell, row *R) (wrong *sheets.Issue) {
			*of(row) = 0
			if cell.Kind != sheets.Empty {
				*of(row), wrong = cell.Decimal()
			}
			return wrong
		},
	}
}

// minutes is a length where a number alone counts minutes.
func minutes[R any](id, title, english string, blank int, of func(*R) *int) column[R] {
	c := whole(id, title, english, blank, of)
	c.set = func(_ *reader, cell sheets.Cell, row *R) (wrong *sheets.Issue) {
		*of(row) = blank
		if cell.Kind != sheets.Empty {
			*of(row), wrong = cell.Minutes()
		}
		return wrong
	}
	return c
}

// hoursCell writes minutes as hours: a number of Excel where two decimals say it all, else as 17h20.
func hoursCell(minutes int) sheets.Cell {
	if minutes%3 == 0 {
		return sheets.NumberCell(sheets.Number, float64(minutes)/60)
	}
	return sheets.TextCell(sheets.FormatHours(minutes))
}

// hours is a length where a number alone counts hours, kept in minutes.
func hours[R any](id, title, english string, of func(*R) *int) column[R] {
	return column[R]{
		Column: described(id, title, english, 10),
		get:    func(_ *writer, row *R) sheets.Cell { return hoursCell(*of(row)) },
		set: func(_ *reader, cell sheets.Cell, row *R) (wrong *sheets.Issue) {
			*of(row) = 0
			if cell.Kind != sheets.Empty {
				*of(row), wrong = cell.Hours()
			}
			return wrong
		},
	}
}

// optionalHours is hours that may be missing.
func optionalHours[R any](id, title, english string, of func(*R) **int) column[R] {
	return optional(described(id, title, english, 10), of, sheets.Cell.Hours, hoursCell)
}

// clock is a time of day; blank is what an empty cell stands for, and is written as one.
func clock[R any](id, title, english string, blank int, of func(*R) *int) column[R] {
	return column[R]{
		Column: described(id, title, english, 9),
		get: func(_ *writer, row *R) sheets.Cell {
			if *of(row) == blank {
				return sheets.Cell{}
			}
			return clockCell(*of(row))
		},
		set: func(_ *reader, cell sheets.Cell, row *R) (wrong *sheets.Issue) {
			*of(row) = blank
			if cell.Kind != sheets.Empty {
				*of(row), wrong = cell.Clock()
			}
			return wrong
		},
	}
}

const minutesOfDay = 1440

func clockCell(minutes int) sheets.Cell {
	return sheets.NumberCell(sheets.Time, float64(minutes)/minutesOfDay)
}

// day is a date.
func day[R any](id, title, english string, of func(*R) *string) column[R] {
	return column[R]{
		Column: described(id, title, english, 12),
		get:    func(_ *writer, row *R) sheets.Cell { return dayCell(*of(row)) },
		set: func(_ *reader, cell sheets.Cell, row *R) (wrong *sheets.Issue) {
			*of(row) = ""
			if cell.Kind != sheets.Empty {
				*of(row), wrong = cell.Day()
			}
			return wrong
		},
	}
}

func dayCell(date string) sheets.Cell {
	if serial, ok := sheets.Serial(date); ok {
		return sheets.NumberCell(sheets.Date, serial)
	}
	return sheets.TextCell(date)
}

// optionalDay is a date that may be missing.
func optionalDay[R any](id, title, english string, of func(*R) **string) column[R] {
	return column[R]{
		Column: described(id, title, english, 12),
		get: func(_ *writer, row *R) sheets.Cell {
			if *of(row) == nil {
				return sheets.Cell{}
			}
			return dayCell(**of(row))
		},
		set: func(_ *reader, cell sheets.Cell, row *R) *sheets.Issue {
			*of(row) = nil
			if cell.Kind == sheets.Empty {
				return nil
			}
			date, wrong := cell.Day()
			*of(row) = &date
			return wrong
		},
	}
}

// yes is oui or non; blank is what an empty cell stands for.
func yes[R any](id, title, english string, blank bool, of func(*R) *bool) column[R] {
	c := column[R]{
		Column: described(id, title, english, 9),
		get: func(_ *writer, row *R) sheets.Cell {
			if *of(row) {
				return sheets.TextCell("oui")
			}
			return sheets.TextCell("non")
		},
		set: func(_ *reader, cell sheets.Cell, row *R) (wrong *sheets.Issue) {
			*of(row) = blank
			if cell.Kind != sheets.Empty {
				*of(row), wrong = cell.Yes()
			}
			return wrong
		},
	}
	c.Choices = []string{"oui", "non"}
	return c
}

// list is a list of short texts.
func list[R any](id, title, english string, of func(*R) *[]string) column[R] {
	return column[R]{
		Column: described(id, title, english, 20),
		get:    func(_ *writer, row *R) sheets.Cell { return sheets.TextCell(strings.Join(*of(row), ", ")) },
		set: func(_ *reader, cell sheets.Cell, row *R) (wrong *sheets.Issue) {
			*of(row), wrong = cell.List()
			*of(row) = once(*of(row))
			return wrong
		},
	}
}

// once leaves out what a list repeats.
func once(values []string) []string {
	kept := make([]string, 0, len(values))
	for _, value := range values {
		if !slices.Contains(kept, value) {
			kept = append(kept, value)
		}
	}
	return kept
}

// choice is one of a list of words; blank is what an empty cell stands for.
func choice[R any, E ~string](id, title, english string, words vocabulary, blank E, of func(*R) *E) column[R] {
	c := column[R]{
		Column: described(id, title, english, 18),
		get:    func(_ *writer, row *R) sheets.Cell { return sheets.TextCell(words.word(string(*of(row)))) },
		set: func(_ *reader, cell sheets.Cell, row *R) *sheets.Issue {
			*of(row) = blank
			if cell.Kind == sheets.Empty {
				return nil
			}
			code, wrong := words.read(cell)
			*of(row) = E(code)
			return wrong
		},
	}
	c.Choices = words.words()
	return c
}

// spans is hours of a week in one cell.
func spans[R any](id, title, english string, of func(*R) *[]models.DaySpan) column[R] {
	return column[R]{
		Column: described(id, title, english, 30),
		get: func(_ *writer, row *R) sheets.Cell {
			return sheets.TextCell(sheets.FormatSpans(each(*of(row), toSpan)))
		},
		set: func(_ *reader, cell sheets.Cell, row *R) *sheets.Issue {
			*of(row) = []models.DaySpan{}
			if cell.Kind == sheets.Empty {
				return nil
			}
			read, wrong := cell.Spans(-1)
			*of(row) = each(read, fromSpan)
			return wrong
		},
	}
}

func toSpan(span models.DaySpan) sheets.Span {
	return sheets.Span{Letter: string(span.Letter), Day: span.Day, From: span.From, To: span.To}
}

func fromSpan(span sheets.Span) models.DaySpan {
	return models.DaySpan{Letter: models.WeekLetter(span.Letter), Day: span.Day, From: span.From, To: span.To}
}

func each[A, B any](values []A, fn func(A) B) []B {
	made := make([]B, len(values))
	for i, value := range values {
		made[i] = fn(value)
	}
	return made
}

// refers is the name of another record.
func refers[R any](id, title, english string, kind Kind, of func(*R) *string) column[R] {
	c := column[R]{
		Column: described(id, title, english, 20),
		get:    func(w *writer, row *R) sheets.Cell { return sheets.TextCell(w.name(kind, *of(row))) },
		set: func(r *reader, cell sheets.Cell, row *R) *sheets.Issue {
			*of(row) = ""
			if cell.Kind == sheets.Empty {
				return nil
			}
			id, wrong := r.find(kind, cell)
			*of(row) = id
			return wrong
		},
	}
	c.Refers = kind
	return c
}

// mayRefer is the name of another record, or nothing.
func mayRefer[R any](id, title, english string, kind Kind, of func(*R) **string) column[R] {
	c := column[R]{
		Column: described(id, title, english, 20),
		get: func(w *writer, row *R) sheets.Cell {
			if *of(row) == nil {
				return sheets.Cell{}
			}
			return sheets.TextCell(w.name(kind, **of(row)))
		},
		set: func(r *reader, cell sheets.Cell, row *R) *sheets.Issue {
			*of(row) = nil
			if cell.Kind == sheets.Empty {
				return nil
			}
			id, wrong := r.find(kind, cell)
			*of(row) = &id
			return wrong
		},
	}
	c.Refers = kind
	return c
}

// refersToMany is the names of other records.
func refersToMany[R any](id, title, english string, kind Kind, of func(*R) *[]string) column[R] {
	c := column[R]{
		Column: described(id, title, english, 28),
		get: func(w *writer, row *R) sheets.Cell {
			return sheets.TextCell(strings.Join(w.names(kind, *of(row)), ", "))
		},
		set: func(r *reader, cell sheets.Cell, row *R) (wrong *sheets.Issue) {
			*of(row), wrong = r.findAll(kind, cell)
			return wrong
		},
	}
	c.Refers = kind
	return c
}

func intText(n int) string { return strconv.Itoa(n) }

// path is the field of a record this column stands for.
func (c *Column) path() string { return cmp.Or(c.Path, c.ID) }
