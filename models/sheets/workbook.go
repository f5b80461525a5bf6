package sheets

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// workbook is an .xlsx file (ECMA-376 part 1) being read.
//
// It is read here and not by the library that writes it, because only the file itself says whether a number is shown as a date and whether a
// formula ever had a result, and because what is read must stay within limits whatever the file claims.
type workbook struct {
	parts   map[string]*zip.File // by lower-case name
	left    int64                // bytes that may still be unpacked
	texts   []string             // the shared strings
	shown   []Kind               // for each cell format: Number, Date or Time
	old1904 bool                 // days count from 1904, as old Macs did
}

var errUnpack = errors.New("more than is unpacked")

func readWorkbook(data []byte) (*Book, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, issue("file_cut_short")
	}
	w := &workbook{parts: map[string]*zip.File{}, left: mostUnpack}
	for _, file := range archive.File {
		w.parts[partName(file.Name)] = file
	}
	if w.parts["xl/workbook.xml"] == nil {
		if w.parts["content.xml"] != nil {
			return nil, issue("file_is_open_document")
		}
		if w.parts["xl/workbook.bin"] != nil {
			return nil, issue("file_is_binary_excel")
		}
		return nil, issue("file_is_not_a_table")
	}
	book, err := w.read()
	if errors.Is(err, errUnpack) {
		return nil, issue("file_unpacks_too_large")
	}
	if _, ours := errors.AsType[*Issue](err); err != nil && !ours {
		return nil, issue("file_damaged")
	}
	return book, err
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// read reads all visible worksheets in their order.
func (w *workbook) read() (*Book, error) {
	var document struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string     `xml:"name,attr"`
			State string     `xml:"state,attr"`
			Attrs []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := w.decode("xl/workbook.xml", &document); err != nil {
		return nil, err
	}
	targets, err := w.targets()
	if err != nil {
		return nil, err
	}
	if err := w.readTexts(); err != nil {
		return nil, err
	}
	if err := w.readFormats(); err != nil {
		return nil, err
	}
	w.old1904 = document.Properties.Date1904 == "1" || document.Properties.Date1904 == "true"
	if len(document.Sheets) > mostSheets {
		return nil, issue("too_many_sheets")
	}
	book := &Book{}
	var limits counter
	for _, listed := range document.Sheets {
		part := ""
		for _, attribute := range listed.Attrs {
			if attribute.Name.Local == "id" {
				part = targets[attribute.Value]
			}
		}
		if part == "" || listed.State == "veryHidden" || listed.State == "hidden" {
			continue // a chart, or lists kept out of sight
		}
		sheet := Sheet{Name: strings.TrimSpace(listed.Name)}
		if err := w.readSheet(part, &sheet, &limits); err != nil {
			return nil, err
		}
		book.Sheets = append(book.Sheets, sheet)
	}
	return book, book.hasContent()
}

// targets returns the worksheet parts by the ids under which the workbook names them.
func (w *workbook) targets() (map[string]string, error) {
	var document struct {
		Relations []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := w.decode("xl/_rels/workbook.xml.rels", &document); err != nil {
		return nil, err
	}
	targets := map[string]string{}
	for _, relation := range document.Relations {
		if !strings.HasSuffix(relation.Type, "/worksheet") {
			continue
		}
		target := relation.Target
		if !strings.HasPrefix(target, "/") {
			target = path.Join("xl", target)
		}
		targets[relation.ID] = partName(target)
	}
	return targets, nil
}

// open returns the content of a part, which ends with errUnpack where the limit is reached. What a part claims to be is checked by the
// archive itself.
func (w *workbook) open(part string) (io.ReadCloser, error) {
	file := w.parts[part]
	if file == nil {
		return nil, issue("file_damaged")
	}
	content, err := file.Open()
	if err != nil {
		return nil, err
	}
	return &unpacking{ReadCloser: content, left: &w.left}, nil
}

func (w *workbook) decode(part string, into any) error {
	content, err := w.open(part)
	if err != nil {
		return err
	}
	defer content.Close()
	return xml.NewDecoder(content).Decode(into)
}

type unpacking struct {
	io.ReadCloser
	left *int64
}

func (u *unpacking) Read(into []byte) (int, error) {
	if *u.left <= 0 {
		return 0, errUnpack
	}
	n, err := u.ReadCloser.Read(into[:min(int64(len(into)), *u.left)])
	*u.left -= int64(n)
	return n, err
}
