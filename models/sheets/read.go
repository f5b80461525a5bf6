package sheets

import (
	"bytes"
	"strconv"
)

// The limits of what is read.
const (
	MostBytes   = 20 << 20  // of a file as it is sent
	MostRows    = 50_000    // with content, of all sheets together
	mostColumns = 200       // with content, of one sheet
	mostSheets  = 60        // of a workbook
	mostText    = 32_767    // characters of a cell: Excel's own limit
	mostUnpack  = 100 << 20 // bytes of all parts of a workbook that are read
	mostStrings = 64 << 20  // bytes of all texts of a workbook
)

// What files begin with.
var (
	zipMark      = []byte("PK\x03\x04")
	compoundMark = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1} // Excel before 2007, and encrypted workbooks
	pdfMark      = []byte("%PDF")
)

// Read reads a file by what it contains, whatever its name says. The error, if any, is an [*Issue].
func Read(data []byte) (*Book, error) {
	switch {
	case len(data) > MostBytes:
		return nil, issue("file_too_large", "limit", strconv.Itoa(MostBytes>>20))
	case len(bytes.TrimSpace(data)) == 0:
		return nil, issue("file_empty")
	case bytes.HasPrefix(data, zipMark):
		return readWorkbook(data)
	case bytes.HasPrefix(data, compoundMark):
		if bytes.Contains(data, utf16le("EncryptedPackage")) {
			return nil, issue("file_has_password")
		}
		return nil, issue("file_is_old_excel")
	case bytes.Contains(data[:min(len(data), 1024)], pdfMark):
		return nil, issue("file_is_pdf")
	default:
		return readText(data)
	}
}

func utf16le(text string) []byte {
	encoded := make([]byte, 0, 2*len(text))
	for _, c := range []byte(text) {
		encoded = append(encoded, c, 0)
	}
	return encoded
}

// counter keeps to the limits while a book grows.
type counter struct{ rows int }

// keep adds a row that has content to a sheet.
func (c *counter) keep(sheet *Sheet, number int, cells []Cell) error {
	for len(cells) > 0 && cells[len(cells)-1].Kind == Empty {
		cells = cells[:len(cells)-1]
	}
	if len(cells) == 0 {
		return nil
	}
	if c.rows++; c.rows > MostRows {
		return issue("too_many_rows", "limit", strconv.Itoa(MostRows))
	}
	if len(cells) > mostColumns {
		return tooManyColumns(sheet.Name)
	}
	sheet.Rows = append(sheet.Rows, Row{Number: number, Cells: cells})
	return nil
}

func tooManyColumns(sheet string) *Issue {
	return issue("too_many_columns", "sheet", sheet, "limit", strconv.Itoa(mostColumns))
}

// hasContent answers for a book in which at least one row was found.
func (b *Book) hasContent() error {
	for _, sheet := range b.Sheets {
		if len(sheet.Rows) > 0 {
			return nil
		}
	}
	return issue("file_empty")
}
