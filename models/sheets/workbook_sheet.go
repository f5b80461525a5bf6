package sheets

import (
	"encoding/xml"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// cellReader follows the tokens of one worksheet.
type cellReader struct {
	*workbook
	sheet  *Sheet
	limits *counter

	row      int    // number of the row being read
	column   int    // of the cell being read, counted from 0
	cells    []Cell // of the row
	kind     string // attribute t of the cell
	format   int    // attribute s of the cell
	value    strings.Builder
	formula  bool
	valued   bool // the cell has a v, even an empty one
	reading  bool // inside v or t
	phonetic bool
}

func (w *workbook) readSheet(part string, sheet *Sheet, limits *counter) error {
	r := &cellReader{workbook: w, sheet: sheet, limits: limits}
	return w.elements(part, func(_ *xml.Decoder, token xml.Token) error {
		switch t := token.(type) {
		case xml.StartElement:
			return r.start(t)
		case xml.CharData:
			if r.reading && !r.phonetic {
				r.value.Write(t)
				if r.value.Len() > 4*mostText {
					return issue("text_too_long")
				}
			}
		case xml.EndElement:
			return r.end(t.Name.Local)
		}
		return nil
	})
}

func (r *cellReader) start(element xml.StartElement) error {
	switch element.Name.Local {
	case "row":
		r.row++
		r.column, r.cells = -1, nil
		for _, attribute := range element.Attr {
			if number, err := strconv.Atoi(attribute.Value); attribute.Name.Local == "r" && err == nil && number >= r.row {
				r.row = number
			}
		}
	case "c":
		r.column++
		r.kind, r.format, r.formula, r.valued = "", 0, false, false
		r.value.Reset()
		for _, attribute := range element.Attr {
			switch attribute.Name.Local {
			case "r":
				if column := columnOf(attribute.Value); column >= r.column {
					r.column = column
				}
			case "t":
				r.kind = attribute.Value
			case "s":
				r.format, _ = strconv.Atoi(attribute.Value)
			}
		}
	case "f":
		r.formula = true
	case "v", "t":
		r.reading, r.valued = true, true
	case "rPh":
		r.phonetic = true
	}
	return nil
}

// columnOf reads the letters of a cell's name, -1 when there are none.
func columnOf(name string) int {
	column := 0
	for _, c := range []byte(name) {
		if c < 'A' || c > 'Z' || column > 1<<16 {
			break
		}
		column = column*26 + int(c-'A') + 1
	}
	return column - 1
}

func (r *cellReader) end(element string) error {
	switch element {
	case "v", "t":
		r.reading = false
	case "rPh":
		r.phonetic = false
	case "c":
		cell := r.cell()
		if cell.Kind == Empty {
			return nil
		}
		if r.column >= mostColumns {
			return tooManyColumns(r.sheet.Name)
		}
		for len(r.cells) <= r.column {
			r.cells = append(r.cells, Cell{})
		}
		r.cells[r.column] = cell
	case "row":
		cells := slices.Clip(r.cells)
		r.cells = nil
		return r.limits.keep(r.sheet, r.row, cells)
	}
	return nil
}

// cell makes the value of what was read between the cell's tags.
func (r *cellReader) cell() Cell {
	value := r.value.String()
	if r.formula && !r.valued {
		return Cell{Kind: Formula, Text: "="}
	}
	switch r.kind {
	case "s":
		index, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || index < 0 || index >= len(r.texts) {
			return Cell{}
		}
		return clean(r.texts[index])
	case "str", "inlineStr":
		return clean(unescape(value))
	case "b":
		if strings.TrimSpace(value) == "1" {
			return Cell{Kind: Bool, Text: "oui", Number: 1}
		}
		return Cell{Kind: Bool, Text: "non"}
	case "e":
		return Cell{Kind: Fault, Text: strings.TrimSpace(value)}
	case "d":
		return clean(strings.TrimSuffix(strings.TrimSpace(value), "T00:00:00")) // ISO 8601, which dates are read from as a text
	}
	number, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || math.IsInf(number, 0) || math.IsNaN(number) {
		return clean(value)
	}
	return r.number(number)
}

func clean(text string) Cell {
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	if utf8.RuneCountInString(text) > mostText {
		text = string([]rune(text)[:mostText])
	}
	return TextCell(text)
}

// number gives a number the kind its format shows and the text people read in the cell.
func (r *cellReader) number(number float64) Cell {
	kind := Number
	if r.format >= 0 && r.format < len(r.shown) {
		kind = r.shown[r.format]
	}
	if kind == Date && r.old1904 {
		number += 1462
	}
	return NumberCell(kind, number)
}

// NumberCell returns a cell that holds a number shown as its kind says.
func NumberCell(kind Kind, number float64) Cell {
	cell := Cell{Kind: kind, Number: number}
	switch kind {
	case Date:
		if day, ok := serialDay(number); ok {
			cell.Text = day.Format("02/01/2006")
			return cell
		}
	case Time:
		if minutes := math.Round(number * minutesOfDay); minutes >= 0 && minutes < 1e6 {
			cell.Text = FormatClock(int(minutes))
			return cell
		}
	default:
	}
	cell.Text = numberText(number)
	return cell
}

// shownDigits is how many digits of a number Excel shows: beyond them stands only what computing with binary fractions leaves.
const shownDigits = 15

// numberText writes a number as a French reader does: 45,04, though the file says 45.040000000000006.
func numberText(number float64) string {
	if shown, err := strconv.ParseFloat(strconv.FormatFloat(number, 'g', shownDigits, 64), 64); err == nil {
		number = shown
	}
	return strings.Replace(strconv.FormatFloat(number, 'f', -1, 64), ".", ",", 1)
}
