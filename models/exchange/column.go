package exchange

import (
	"cmp"
	"math"
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

func (c column[R]) refersTo(kind Kind) column[R] {
	c.Refers = kind
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

// valued is a column that always has a value; blank is what an empty cell stands for.
func valued[R, V any](about Column, blank V, of func(*R) *V, read reading[V], write writing[V]) column[R] {
	return column[R]{
		Column: about,
		get:    func(w *writer, row *R) sheets.Cell { return write(w, *of(row)) },
		set: func(r *reader, cell sheets.Cell, row *R) (wrong *sheets.Issue) {
			*of(row) = blank
			if cell.Kind != sheets.Empty {
				*of(row), wrong = read(r, cell)
			}
			return wrong
		},
	}
}

// optional is a column whose value may be missing, which is not the same as empty.
func optional[R, V any](about Column, of func(*R) **V, read reading[V], write writing[V]) column[R] {
	return column[R]{
		Column: about,
		get: func(w *writer, row *R) sheets.Cell {
			if *of(row) == nil {
				return sheets.Cell{}
			}
			return write(w, **of(row))
		},
		set: func(r *reader, cell sheets.Cell, row *R) *sheets.Issue {
			*of(row) = nil
			if cell.Kind == sheets.Empty {
				return nil
			}
			value, wrong := read(r, cell)
			*of(row) = &value
			return wrong
		},
	}
}

// reading and writing are a value of a cell, read and written; what it names is looked up in the house.
type (
	reading[V any] func(*reader, sheets.Cell) (V, *sheets.Issue)
	writing[V any] func(*writer, V) sheets.Cell
)

// reads and writes are those of values that name nothing.
func reads[V any](read func(sheets.Cell) (V, *sheets.Issue)) reading[V] {
	return func(_ *reader, cell sheets.Cell) (V, *sheets.Issue) { return read(cell) }
}

func writes[V any](write func(V) sheets.Cell) writing[V] {
	return func(_ *writer, value V) sheets.Cell { return write(value) }
}

// text is a column of one line of text.
func text[R any](id, title, english string, of func(*R) *string) column[R] {
	return valued(described(id, title, english, 18), "", of, reads(sheets.Cell.Line), writes(sheets.TextCell))
}

// optionalText is a text that may be missing, which is not the same as empty.
func optionalText[R any](id, title, english string, of func(*R) **string) column[R] {
	return optional(described(id, title, english, 14), of, reads(sheets.Cell.Line), writes(sheets.TextCell))
}

// longText keeps its line ends.
func longText[R any](id, title, english string, of func(*R) *string) column[R] {
	read := func(cell sheets.Cell) (string, *sheets.Issue) {
		_, wrong := cell.Line()
		return strings.ReplaceAll(cell.Trimmed(), "\r\n", "\n"), wrong
	}
	return valued(described(id, title, english, 40), "", of, reads(read), writes(sheets.TextCell))
}

func wholeCell(n int) sheets.Cell { return sheets.NumberCell(sheets.Number, float64(n)) }

// whole is a whole number; blank is what an empty cell stands for.
func whole[R any](id, title, english string, blank int, of func(*R) *int) column[R] {
	return valued(described(id, title, english, 10), blank, of, reads(sheets.Cell.Integer), writes(wholeCell))
}

// optionalWhole is a whole number that may be missing.
func optionalWhole[R any](id, title, english string, of func(*R) **int) column[R] {
	return optional(described(id, title, english, 10), of, reads(sheets.Cell.Integer), writes(wholeCell))
}

// perDegree is how finely a coordinate is kept: seven decimals, about a centimetre.
const perDegree = 1e7

func rounded(degrees float64) float64 { return math.Round(degrees*perDegree) / perDegree }

// degrees is a coordinate.
func degrees[R any](id, title, english string, of func(*R) *float64) column[R] {
	read := func(cell sheets.Cell) (float64, *sheets.Issue) {
		degrees, wrong := cell.Decimal()
		return rounded(degrees), wrong
	}
	write := func(degrees float64) sheets.Cell {
		if degrees == 0 {
			return sheets.Cell{}
		}
		return sheets.NumberCell(sheets.Number, rounded(degrees))
	}
	return valued(described(id, title, english, 11), 0, of, reads(read), writes(write))
}

// minutes is a length where a number alone counts minutes.
func minutes[R any](id, title, english string, blank int, of func(*R) *int) column[R] {
	return valued(described(id, title, english, 10), blank, of, reads(sheets.Cell.Minutes), writes(wholeCell))
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
	return valued(described(id, title, english, 10), 0, of, reads(sheets.Cell.Hours), writes(hoursCell))
}

// optionalHours is hours that may be missing.
func optionalHours[R any](id, title, english string, of func(*R) **int) column[R] {
	return optional(described(id, title, english, 10), of, reads(sheets.Cell.Hours), writes(hoursCell))
}

// clock is a time of day; blank is what an empty cell stands for, and is written as one.
func clock[R any](id, title, english string, blank int, of func(*R) *int) column[R] {
	write := func(minutes int) sheets.Cell {
		if minutes == blank {
			return sheets.Cell{}
		}
		return clockCell(minutes)
	}
	return valued(described(id, title, english, 9), blank, of, reads(sheets.Cell.Clock), writes(write))
}

const minutesOfDay = 1440

func clockCell(minutes int) sheets.Cell {
	return sheets.NumberCell(sheets.Time, float64(minutes)/minutesOfDay)
}

// day is a date.
func day[R any](id, title, english string, of func(*R) *string) column[R] {
	return valued(described(id, title, english, 12), "", of, reads(sheets.Cell.Day), writes(dayCell))
}

// optionalDay is a date that may be missing.
func optionalDay[R any](id, title, english string, of func(*R) **string) column[R] {
	return optional(described(id, title, english, 12), of, reads(sheets.Cell.Day), writes(dayCell))
}

func dayCell(date string) sheets.Cell {
	if serial, ok := sheets.Serial(date); ok {
		return sheets.NumberCell(sheets.Date, serial)
	}
	return sheets.TextCell(date)
}

// yes is oui or non; blank is what an empty cell stands for.
func yes[R any](id, title, english string, blank bool, of func(*R) *bool) column[R] {
	write := func(yes bool) sheets.Cell {
		if yes {
			return sheets.TextCell("oui")
		}
		return sheets.TextCell("non")
	}
	c := valued(described(id, title, english, 9), blank, of, reads(sheets.Cell.Yes), writes(write))
	c.Choices = []string{"oui", "non"}
	return c
}

// list is a list of short texts.
func list[R any](id, title, english string, of func(*R) *[]string) column[R] {
	read := func(cell sheets.Cell) ([]string, *sheets.Issue) {
		values, wrong := cell.List()
		return once(values), wrong
	}
	write := func(values []string) sheets.Cell { return sheets.TextCell(sheets.JoinList(values)) }
	return valued(described(id, title, english, 20), []string{}, of, reads(read), writes(write))
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
	read := func(cell sheets.Cell) (E, *sheets.Issue) {
		code, wrong := words.read(cell)
		return E(code), wrong
	}
	write := func(code E) sheets.Cell { return sheets.TextCell(words.word(string(code))) }
	c := valued(described(id, title, english, 18), blank, of, reads(read), writes(write))
	c.Choices = words.words()
	return c
}

// spans is hours of a week in one cell.
func spans[R any](id, title, english string, of func(*R) *[]models.DaySpan) column[R] {
	read := func(cell sheets.Cell) ([]models.DaySpan, *sheets.Issue) {
		read, wrong := cell.Spans(-1)
		return each(read, fromSpan), wrong
	}
	write := func(spans []models.DaySpan) sheets.Cell {
		return sheets.TextCell(sheets.FormatSpans(each(spans, toSpan)))
	}
	return valued(described(id, title, english, 30), []models.DaySpan{}, of, reads(read), writes(write))
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
	return valued(described(id, title, english, 20), "", of, finds(kind), names(kind)).refersTo(kind)
}

// mayRefer is the name of another record, or nothing.
func mayRefer[R any](id, title, english string, kind Kind, of func(*R) **string) column[R] {
	return optional(described(id, title, english, 20), of, finds(kind), names(kind)).refersTo(kind)
}

// refersToMany is the names of other records.
func refersToMany[R any](id, title, english string, kind Kind, of func(*R) *[]string) column[R] {
	read := func(r *reader, cell sheets.Cell) ([]string, *sheets.Issue) { return r.findAll(kind, cell) }
	write := func(w *writer, ids []string) sheets.Cell {
		return sheets.TextCell(strings.Join(w.names(kind, ids), ", "))
	}
	return valued(described(id, title, english, 28), []string{}, of, read, write).refersTo(kind)
}

func finds(kind Kind) reading[string] {
	return func(r *reader, cell sheets.Cell) (string, *sheets.Issue) { return r.find(kind, cell) }
}

func names(kind Kind) writing[string] {
	return func(w *writer, id string) sheets.Cell { return sheets.TextCell(w.name(kind, id)) }
}

func intText(n int) string { return strconv.Itoa(n) }

// path is the field of a record this column stands for.
func (c *Column) path() string { return cmp.Or(c.Path, c.ID) }
