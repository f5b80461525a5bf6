package sheets

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Page is a sheet to be written: a header, rows below it, and for each column what helps whoever fills it in.
type Page struct {
	Name    string
	Notes   []string // lines of text instead of a table: instructions
	Columns []PageColumn
	Rows    [][]Cell
}

// PageColumn is a column of a [Page].
type PageColumn struct {
	Title    string
	Required bool
	Width    float64
	Note     string   // shown when the cell under the header is chosen
	Choices  []string // what a list below each cell offers; other values stay possible
	ListOf   string   // offers what stands in a column of another page instead, such as Lieux!$B
}

// listedRows is how far down a page its lists and formats reach.
const listedRows = 2000

// Write returns an Excel workbook with the pages.
func Write(pages []Page) ([]byte, error) {
	file := excelize.NewFile()
	defer file.Close()
	w := &writer{file: file}
	if err := w.styles(); err != nil {
		return nil, err
	}
	for i, page := range pages {
		if i == 0 {
			if err := file.SetSheetName("Sheet1", page.Name); err != nil {
				return nil, err
			}
		} else if _, err := file.NewSheet(page.Name); err != nil {
			return nil, err
		}
		if err := w.page(&page); err != nil {
			return nil, fmt.Errorf("writing the sheet %q: %w", page.Name, err)
		}
	}
	if err := w.choices(); err != nil {
		return nil, err
	}
	var content bytes.Buffer
	if err := file.Write(&content); err != nil {
		return nil, err
	}
	return content.Bytes(), nil
}

type writer struct {
	file                                                   *excelize.File
	header, requiredHeader, note, heading, day, time, text int
	lists                                                  [][]string
}

// listSheet holds the lists of choices out of sight: Excel takes no more than 255 characters of a list in the cell's own rule.
const listSheet = "Listes"

func (w *writer) styles() error {
	border := []excelize.Border{{Type: "bottom", Color: "C9C4B8", Style: 1}}
	dayFormat, timeFormat, textFormat := "dd/mm/yyyy", "h:mm", "@"
	for _, style := range []struct {
		id   *int
		make excelize.Style
	}{
		{&w.header, excelize.Style{
			Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F0EDE6"}}, Border: border,
			Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"},
		}},
		{&w.requiredHeader, excelize.Style{
			Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DCE6F2"}}, Border: border,
			Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"},
		}},
		{&w.note, excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
		{&w.heading, excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}}},
		{&w.day, excelize.Style{CustomNumFmt: &dayFormat}},
		{&w.time, excelize.Style{CustomNumFmt: &timeFormat}},
		{&w.text, excelize.Style{CustomNumFmt: &textFormat}},
	} {
		id, err := w.file.NewStyle(&style.make)
		if err != nil {
			return err
		}
		*style.id = id
	}
	return nil
}

func (w *writer) page(page *Page) error {
	if err := w.rules(page); err != nil {
		return err
	}
	stream, err := w.file.NewStreamWriter(page.Name)
	if err != nil {
		return err
	}
	if len(page.Columns) == 0 {
		return w.notes(stream, page.Notes)
	}
	header := make([]any, len(page.Columns))
	for i, column := range page.Columns {
		if err := stream.SetColWidth(i+1, i+1, column.Width); err != nil {
			return err
		}
		style := w.header
		if column.Required {
			style = w.requiredHeader
		}
		header[i] = excelize.Cell{StyleID: style, Value: column.Title}
	}
	if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := stream.SetRow("A1", header); err != nil {
		return err
	}
	for i, row := range page.Rows {
		values := make([]any, len(row))
		for j, cell := range row {
			values[j] = w.value(cell)
		}
		if err := stream.SetRow("A"+strconv.Itoa(i+2), values); err != nil {
			return err
		}
	}
	return stream.Flush()
}

func (w *writer) notes(stream *excelize.StreamWriter, lines []string) error {
	if err := stream.SetColWidth(1, 1, 110); err != nil {
		return err
	}
	for i, line := range lines {
		style := w.note
		if i == 0 {
			style = w.heading
		}
		if err := stream.SetRow("A"+strconv.Itoa(i+1), []any{excelize.Cell{StyleID: style, Value: line}}); err != nil {
			return err
		}
	}
	return stream.Flush()
}

// value is a cell as Excel keeps it. A text stays a text even where it begins like a formula or a number.
func (w *writer) value(cell Cell) any {
	switch cell.Kind {
	case Number:
		return excelize.Cell{Value: cell.Number}
	case Date:
		return excelize.Cell{StyleID: w.day, Value: cell.Number}
	case Time:
		return excelize.Cell{StyleID: w.time, Value: cell.Number}
	case Empty:
		return nil
	default:
		if strings.Contains(cell.Text, "\n") {
			return excelize.Cell{StyleID: w.note, Value: cell.Text}
		}
		return excelize.Cell{StyleID: w.text, Value: cell.Text}
	}
}

// rules adds the notes and lists of the columns.
func (w *writer) rules(page *Page) error {
	for i, column := range page.Columns {
		letters := ColumnName(i)
		source := ""
		switch {
		case column.ListOf != "":
			source = column.ListOf + "$2:" + column.ListOf[strings.Index(column.ListOf, "!")+1:] + "$" + strconv.Itoa(listedRows)
		case len(column.Choices) > 0:
			w.lists = append(w.lists, column.Choices)
			list := ColumnName(len(w.lists) - 1)
			source = fmt.Sprintf("%s!$%s$1:$%s$%d", listSheet, list, list, len(column.Choices))
		case column.Note == "":
			continue
		}
		rule := excelize.NewDataValidation(true)
		rule.SetSqref(fmt.Sprintf("%s2:%s%d", letters, letters, listedRows))
		if column.Note != "" {
			rule.SetInput(shortened(column.Title, 32), shortened(column.Note, 255))
		}
		if source != "" {
			rule.SetSqrefDropList(source)
			rule.ShowErrorMessage = false // several values in one cell are allowed
		}
		if err := w.file.AddDataValidation(page.Name, rule); err != nil {
			return err
		}
	}
	return nil
}

func shortened(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}

// choices writes the sheet the lists come from.
func (w *writer) choices() error {
	if len(w.lists) == 0 {
		return nil
	}
	if _, err := w.file.NewSheet(listSheet); err != nil {
		return err
	}
	for i, list := range w.lists {
		for j, choice := range list {
			if err := w.file.SetCellStr(listSheet, ColumnName(i)+strconv.Itoa(j+1), choice); err != nil {
				return err
			}
		}
	}
	return w.file.SetSheetVisible(listSheet, false)
}
