package sheets

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// elements reads the tokens of a part one after the other until it ends or fn returns an error.
func (w *workbook) elements(part string, fn func(*xml.Decoder, xml.Token) error) error {
	content, err := w.open(part)
	if err != nil {
		return err
	}
	defer content.Close()
	decoder := xml.NewDecoder(content)
	for {
		token, err := decoder.RawToken()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		if err := fn(decoder, token); err != nil {
			return err
		}
	}
}

// readTexts reads the shared strings. A text may be cut in runs of different looks; how it is pronounced (rPh) is no part of it.
func (w *workbook) readTexts() error {
	if w.parts["xl/sharedstrings.xml"] == nil {
		return nil
	}
	var text strings.Builder
	inText, phonetic, size := false, false, 0
	return w.elements("xl/sharedstrings.xml", func(_ *xml.Decoder, token xml.Token) error {
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "t":
				inText = true
			case "rPh":
				phonetic = true
			}
		case xml.CharData:
			if inText && !phonetic {
				text.Write(t)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "t":
				inText = false
			case "rPh":
				phonetic = false
			case "si":
				if size += text.Len() + 16; size > mostStrings {
					return errUnpack
				}
				w.texts = append(w.texts, unescape(text.String()))
				text.Reset()
			}
		}
		return nil
	})
}

// unescape undoes how Excel writes control characters inside texts: _x000D_ is a line end.
func unescape(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var plain strings.Builder
	for {
		before, after, found := strings.Cut(text, "_x")
		plain.WriteString(before)
		if !found {
			return plain.String()
		}
		if len(after) >= 5 && after[4] == '_' {
			if code, err := strconv.ParseUint(after[:4], 16, 16); err == nil {
				plain.WriteRune(rune(code))
				text = after[5:]
				continue
			}
		}
		plain.WriteString("_x")
		text = after
	}
}

// readFormats finds which cell formats show a number as a date or as a time.
func (w *workbook) readFormats() error {
	if w.parts["xl/styles.xml"] == nil {
		return nil
	}
	var document struct {
		Own []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Formats []struct {
			ID int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := w.decode("xl/styles.xml", &document); err != nil {
		return err
	}
	own := map[int]Kind{}
	for _, format := range document.Own {
		own[format.ID] = shownBy(format.Code)
	}
	for _, format := range document.Formats {
		kind, known := own[format.ID]
		if !known {
			kind = builtIn(format.ID)
		}
		w.shown = append(w.shown, kind)
	}
	return nil
}

// builtIn is what the formats without a text of their own show: ECMA-376 part 1, 18.8.30.
func builtIn(id int) Kind {
	switch {
	case id >= 18 && id <= 21, id >= 45 && id <= 47:
		return Time
	case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 36, id >= 50 && id <= 58:
		return Date
	default:
		return Number
	}
}

// shownBy tells what a format text shows: a date when it has days or years, a time when it has hours or seconds. Texts in quotes, colours and
// conditions in brackets are no part of it, but [h] is: hours beyond a day.
func shownBy(code string) Kind {
	first, _, _ := strings.Cut(code, ";")
	kind := Number
	for i := 0; i < len(first); i++ {
		switch first[i] {
		case '\\', '_', '*':
			i++
		case '"':
			end := strings.IndexByte(first[i+1:], '"')
			if end < 0 {
				return kind
			}
			i += end + 1
		case '[':
			end := strings.IndexByte(first[i:], ']')
			if end < 0 {
				return kind
			}
			if inside := strings.ToLower(first[i+1 : i+end]); inside != "" && strings.Trim(inside, "hms") == "" {
				return Time
			}
			i += end
		case 'd', 'D', 'y', 'Y', 'j', 'J', 'a', 'A':
			if first[i] == 'a' || first[i] == 'A' {
				continue // am/pm, and the years of some languages beside their days
			}
			return Date
		case 'h', 'H', 's', 'S':
			kind = Time
		}
	}
	return kind
}
