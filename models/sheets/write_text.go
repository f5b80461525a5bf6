package sheets

import "strings"

// WriteText returns a table as French Excel opens a CSV file by a double click: UTF-8 with its mark, semicolons, line ends of Windows, decimals
// with a comma. What would be taken for a formula is preceded by an apostrophe (OWASP, CSV injection).
func WriteText(titles []string, rows [][]Cell) []byte {
	var text strings.Builder
	text.WriteString("\uFEFF")
	line := make([]Cell, len(titles))
	for i, title := range titles {
		line[i] = TextCell(title)
	}
	writeLine(&text, line)
	for _, row := range rows {
		writeLine(&text, row)
	}
	return []byte(text.String())
}

func writeLine(text *strings.Builder, cells []Cell) {
	for i, cell := range cells {
		if i > 0 {
			text.WriteByte(';')
		}
		text.WriteString(quoted(cell))
	}
	text.WriteString("\r\n")
}

// guardedStarts begin what Excel computes instead of showing, and the apostrophe that prevents it.
const guardedStarts = "=+-@\t\r'"

func quoted(cell Cell) string {
	value := cell.Text
	if cell.Kind == Text && value != "" && strings.IndexByte(guardedStarts, value[0]) >= 0 {
		value = "'" + value
	}
	if strings.ContainsAny(value, ";\"\r\n,\t") || value != strings.TrimSpace(value) {
		return `"` + strings.ReplaceAll(value, `"`, `""`) + `"`
	}
	return value
}
