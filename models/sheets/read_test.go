package sheets_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"github.com/maillage-dime/maillage/models/sheets"
)

const table = "Liste du personnel;;\r\n\r\nNom;Prénom;Heures\r\nGuéguen;Maëlle;24,5\r\n\"L’Hôte;\r\ndit Jo\";Zoé;\"8\"\"\"\r\n;;\r\n"

func utf16Bytes(text string, order binary.AppendByteOrder, mark bool) []byte {
	var data []byte
	if mark {
		data = order.AppendUint16(data, 0xFEFF)
	}
	for _, unit := range utf16.Encode([]rune(text)) {
		data = order.AppendUint16(data, unit)
	}
	return data
}

func TestOneTableInManyEncodings(t *testing.T) {
	t.Parallel()
	windows, err := charmap.Windows1252.NewEncoder().String(table)
	if err != nil {
		t.Fatal(err)
	}
	want := []sheets.Row{
		{Number: 1, Cells: []sheets.Cell{text("Liste du personnel")}},
		{Number: 3, Cells: []sheets.Cell{text("Nom"), text("Prénom"), text("Heures")}},
		{Number: 4, Cells: []sheets.Cell{text("Guéguen"), text("Maëlle"), text("24,5")}},
		{Number: 5, Cells: []sheets.Cell{text("L’Hôte;\r\ndit Jo"), text("Zoé"), text("8\"")}},
	}
	for name, data := range map[string][]byte{
		"UTF-8": []byte(table), "UTF-8 with its mark": []byte("\uFEFF" + table), "Windows-1252": []byte(windows), "UTF-16": utf16Bytes(table, binary.LittleEndian, true),
		"UTF-16, big end first": utf16Bytes(table, binary.BigEndian, true), "UTF-16 without a mark": utf16Bytes(table, binary.LittleEndian, false),
		"tabs":   []byte(strings.ReplaceAll(strings.ReplaceAll(table, "L’Hôte;", "L’Hôte§"), ";", "\t")),
		"sep=":   []byte("sep=;\r\n" + table),
		"commas": []byte(strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(table, "24,5", `"24,5"`), "L’Hôte;", "L’Hôte§"), ";", ",")),
	} {
		book, err := sheets.Read(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := book.Sheets[0].Rows
		for i := range got {
			for j := range got[i].Cells {
				got[i].Cells[j].Text = strings.ReplaceAll(got[i].Cells[j].Text, "§", ";")
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// workbook returns a small workbook after fn has worked on it.
func workbook(t testing.TB, fn func(*excelize.File)) []byte {
	t.Helper()
	file := excelize.NewFile()
	defer file.Close()
	fn(file)
	var content bytes.Buffer
	if err := file.Write(&content); err != nil {
		t.Fatal(err)
	}
	return content.Bytes()
}

func set(t testing.TB, file *excelize.File, cell string, value any) {
	t.Helper()
	if err := file.SetCellValue("Sheet1", cell, value); err != nil {
		t.Fatal(err)
	}
}

func TestWorkbookCells(t *testing.T) {
	t.Parallel()
	data := workbook(t, func(file *excelize.File) {
		day, hours := "dd/mm/yyyy", `[h]"h"mm`
		dayStyle, _ := file.NewStyle(&excelize.Style{CustomNumFmt: &day})
		hourStyle, _ := file.NewStyle(&excelize.Style{CustomNumFmt: &hours})
		set(t, file, "A1", "Nom")
		set(t, file, "B3", 46034)
		set(t, file, "C3", 17.75)
		set(t, file, "D3", 35.0/24)
		set(t, file, "E3", true)
		set(t, file, "F3", "01234")
		if err := errors.Join(file.SetCellStyle("Sheet1", "B3", "B3", dayStyle), file.SetCellStyle("Sheet1", "D3", "D3", hourStyle),
			file.SetCellFormula("Sheet1", "G3", "1+1"), file.MergeCell("Sheet1", "A1", "D1")); err != nil {
			t.Fatal(err)
		}
		if err := file.SetCellRichText("Sheet1", "H3", []excelize.RichTextRun{{Text: "deux "}, {Text: "morceaux", Font: &excelize.Font{Bold: true}}}); err != nil {
			t.Fatal(err)
		}
	})
	book, err := sheets.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	want := []sheets.Row{
		{Number: 1, Cells: []sheets.Cell{text("Nom")}},
		{Number: 3, Cells: []sheets.Cell{
			{},
			{Kind: sheets.Date, Number: 46034, Text: "12/01/2026"},
			{Kind: sheets.Number, Number: 17.75, Text: "17,75"},
			{Kind: sheets.Time, Number: 35.0 / 24, Text: "35h"},
			{Kind: sheets.Bool, Number: 1, Text: "oui"},
			text("01234"),
			{Kind: sheets.Formula, Text: "="},
			text("deux morceaux"),
		}},
	}
	if diff := cmp.Diff(want, book.Sheets[0].Rows); diff != "" {
		t.Error(diff)
	}
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var content bytes.Buffer
	archive := zip.NewWriter(&content)
	for name, part := range parts {
		file, err := archive.Create(name)
		if err == nil {
			_, err = file.Write([]byte(part))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return content.Bytes()
}

// bare returns the parts of a workbook with one sheet.
func bare(rows string) map[string]string {
	return map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="Un" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`,
	}
}

func with(parts map[string]string, name, part string) map[string]string {
	parts[name] = part
	return parts
}

func TestFilesThatCannotBeRead(t *testing.T) {
	t.Parallel()
	good := workbook(t, func(file *excelize.File) { set(t, file, "A1", strings.Repeat("Nom ", 500)) })
	var locked bytes.Buffer
	file := excelize.NewFile()
	if err := file.Write(&locked, excelize.Options{Password: "secret"}); err != nil {
		t.Fatal(err)
	}
	line := `<row><c t="inlineStr"><is><t>x</t></is></c></row>`
	for name, test := range map[string]struct {
		data []byte
		want string
	}{
		"empty":                     {nil, "file_empty"},
		"blank":                     {[]byte(" \r\n\r\n"), "file_empty"},
		"a workbook without values": {workbook(t, func(*excelize.File) {}), "file_empty"},
		"a PDF named .xlsx":         {[]byte("%PDF-1.7\n%âãÏÓ"), "file_is_pdf"},
		"encrypted":                 {locked.Bytes(), "file_has_password"},
		"Excel 97":                  {append([]byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}, make([]byte, 600)...), "file_is_old_excel"},
		"cut short":                 {good[:len(good)/2], "file_cut_short"},
		"another archive":           {zipped(t, map[string]string{"word/document.xml": "<w/>"}), "file_is_not_a_table"},
		"OpenDocument":              {zipped(t, map[string]string{"content.xml": "<w/>"}), "file_is_open_document"},
		"a picture":                 {[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x01\x02"), "file_is_not_a_table"},
		"broken XML":                {zipped(t, bare(`<row><c`)), "file_damaged"},
		"a sheet that is not there": {zipped(t, map[string]string{"xl/workbook.xml": bare("")["xl/workbook.xml"], "xl/_rels/workbook.xml.rels": bare("")["xl/_rels/workbook.xml.rels"]}), "file_damaged"},
		"a bomb":                    {zipped(t, bare(strings.Repeat("<row></row>      ", 7<<20))), "file_unpacks_too_large"},
		"a bomb of texts":           {zipped(t, with(bare(line), "xl/sharedStrings.xml", "<sst>"+strings.Repeat("<si><t>"+strings.Repeat("x", 1000)+"</t></si>", 70_000)+"</sst>")), "file_unpacks_too_large"},
		"too many rows":             {zipped(t, bare(strings.Repeat(line, sheets.MostRows+1))), "too_many_rows"},
		"too many rows of text":     {[]byte(strings.Repeat("a;b\n", sheets.MostRows+1)), "too_many_rows"},
		"16,384 columns":            {workbook(t, func(file *excelize.File) { set(t, file, "XFD1", "x") }), "too_many_columns"},
		"16,384 columns of text":    {[]byte(strings.Repeat("a;", 1<<14)), "too_many_columns"},
		"a cell without end":        {[]byte("Nom;" + strings.Repeat("x", 40_000)), "text_too_long"},
		"too large":                 {make([]byte, sheets.MostBytes+1), "file_too_large"},
	} {
		book, err := sheets.Read(test.data)
		issue, ok := errors.AsType[*sheets.Issue](err)
		if !ok || issue.Key != test.want {
			t.Errorf("%s: %v, %v; want %s", name, book, err, test.want)
		}
	}
}

func TestStrangeRowsDoNotCostMemory(t *testing.T) {
	t.Parallel()
	book, err := sheets.Read(zipped(t, bare(`<row r="1048576"><c r="A1048576" t="s"><v>99</v></c><c r="B1048576"><v>1</v></c></row><row r="-3"><c t="b"><v>1</v></c><c r="AAAAAAAAAA1"/></row>`)))
	if err != nil {
		t.Fatal(err)
	}
	if rows := book.Sheets[0].Rows; len(rows) != 2 || rows[0].Number != 1048576 || rows[0].At(1).Number != 1 {
		t.Errorf("rows are %v", rows)
	}
}

func TestWrittenWorkbookIsReadBack(t *testing.T) {
	t.Parallel()
	rows := [][]sheets.Cell{
		{text("=1+1"), sheets.NumberCell(sheets.Date, 46034), sheets.NumberCell(sheets.Time, 510.0/1440), sheets.NumberCell(sheets.Number, 17.75)},
		{text("-x;\"y\"\nz"), {}, {}, sheets.NumberCell(sheets.Number, 1)},
		{text("'=x"), text("12/01/2026"), text("é"), text("œ’")},
	}
	columns := []sheets.PageColumn{{Title: "Un", Width: 10, Note: "aide", Required: true}, {Title: "Deux", Width: 10, Choices: []string{"a", "b"}}, {Title: "Trois", Width: 10, ListOf: "'É'!$A"}, {Title: "Quatre", Width: 9}}
	data, err := sheets.Write([]sheets.Page{{Name: "Consignes", Notes: []string{"Lisez", "moi"}}, {Name: "É", Columns: columns, Rows: rows}})
	if err != nil {
		t.Fatal(err)
	}
	book, err := sheets.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if len(book.Sheets) != 2 || book.Sheets[1].Name != "É" {
		t.Fatalf("sheets are %v", book.Sheets)
	}
	csv, err := sheets.Read(sheets.WriteText([]string{"Un", "Deux", "Trois", "Quatre"}, rows))
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		for j, want := range row {
			if got := book.Sheets[1].Rows[i+1].At(j); got != want {
				t.Errorf("cell %d,%d of the workbook is %v, not %v", i, j, got, want)
			}
			if got := csv.Sheets[0].Rows[i+1].At(j).Text; got != want.Text {
				t.Errorf("cell %d,%d of the text is %q, not %q", i, j, got, want.Text)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(table))
	f.Add(utf16Bytes(table, binary.LittleEndian, true))
	f.Add(zipped(f, bare(`<row r="2"><c r="B2" s="1"><f>1</f><v>46034</v></c><c t="e"><v>#N/A</v></c></row>`)))
	f.Add(workbook(f, func(file *excelize.File) { set(f, file, "B2", "é") }))
	f.Fuzz(func(t *testing.T, data []byte) {
		book, err := sheets.Read(data)
		if _, ok := errors.AsType[*sheets.Issue](err); err != nil && !ok {
			t.Fatalf("an error of another kind: %v", err)
		}
		if err != nil {
			return
		}
		for _, sheet := range book.Sheets {
			before := 0
			for _, row := range sheet.Rows {
				if row.Number < before || len(row.Cells) == 0 {
					t.Fatalf("row %d after row %d has %d cells", row.Number, before, len(row.Cells))
				}
				before = row.Number
			}
		}
	})
}

// FuzzSheet fuzzes what stands inside the archive, which a fuzzer of whole files never reaches.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="2"><c r="B2" s="1"><f>1</f><v>46034</v></c></row>`, `<sst><si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>`, `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`)
	f.Fuzz(func(t *testing.T, rows, texts, styles string) {
		parts := bare(rows)
		parts["xl/sharedStrings.xml"], parts["xl/styles.xml"] = texts, styles
		_, err := sheets.Read(zipped(t, parts))
		if _, ok := errors.AsType[*sheets.Issue](err); err != nil && !ok {
			t.Fatalf("an error of another kind: %v", err)
		}
	})
}

func FuzzValues(f *testing.F) {
	for _, seed := range []string{"8h30", "17,75", "12/01/2026", "1er mai 2026", "45 min", "oui", "80 %"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value string) {
		cell := sheets.TextCell(value)
		if minutes, issue := cell.Clock(); issue == nil && (minutes < 0 || minutes > 1440) {
			t.Fatalf("%q is minute %d of a day", value, minutes)
		}
		if minutes, issue := cell.Hours(); issue == nil && minutes < 0 {
			t.Fatalf("%q lasts %d minutes", value, minutes)
		}
		if day, issue := cell.Day(); issue == nil && len(day) != 10 {
			t.Fatalf("%q is the day %q", value, day)
		}
		_, _ = cell.Integer()
		_, _ = cell.Yes()
		_, _ = cell.List()
	})
}

func BenchmarkReadWorkbook(b *testing.B) {
	data := workbook(b, func(file *excelize.File) {
		stream, err := file.NewStreamWriter("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		for row := range 10_000 {
			cells := make([]any, 6)
			for column := range cells {
				cells[column] = fmt.Sprintf("valeur %d", row)
			}
			if err := stream.SetRow(fmt.Sprintf("A%d", row+1), cells); err != nil {
				b.Fatal(err)
			}
		}
		if err := stream.Flush(); err != nil {
			b.Fatal(err)
		}
	})
	for b.Loop() {
		if _, err := sheets.Read(data); err != nil {
			b.Fatal(err)
		}
	}
}
