package paper

import (
	"bytes"
	"fmt"
	"strings"

	"codeberg.org/go-pdf/fpdf"
)

// format is a size of paper, upright or lying.
type format struct {
	name, orientation string
	width, height     float64 // millimetres
}

var (
	a3Landscape = format{"A3", "L", 420, 297}
	a4Portrait  = format{"A4", "P", 210, 297}
)

// pageCount stands where the number of pages will, until it is known.
const pageCount = "{nb}"

// sheet is a document being drawn. Lengths are millimetres, sizes of type points; texts stand on their base line.
type sheet struct {
	*fpdf.Fpdf
	format
	edition *Edition
	words   *words
	margin  float64
	notice  string // at the foot of every page
}

func newSheet(edition *Edition, paper format, margin float64, notice string) *sheet {
	pdf := fpdf.New(paper.orientation, "mm", paper.name, "")
	pdf.AddUTF8FontFromBytes(fontFamily, string(plain), regularFont)
	pdf.AddUTF8FontFromBytes(fontFamily, string(bold), boldFont)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(margin, margin, margin)
	pdf.AliasNbPages(pageCount)
	pdf.SetCreator("Maillage", true)
	// Programs show the title in their windows and lists: it names the week and nobody.
	pdf.SetTitle(edition.week(), true)
	pdf.SetLang(string(edition.Language))
	pdf.SetCreationDate(edition.PrintedAt)
	pdf.SetModificationDate(edition.PrintedAt)
	return &sheet{Fpdf: pdf, format: paper, edition: edition, words: edition.Language.words(), margin: margin, notice: notice}
}

// bytes ends the document. One that nothing was drawn on says that there is nothing, on one page.
func (s *sheet) bytes() ([]byte, error) {
	if s.PageNo() == 0 {
		s.page(s.words.nobody, "")
	}
	var content bytes.Buffer
	if err := s.Output(&content); err != nil {
		return nil, fmt.Errorf("drawing a sheet: %w", err)
	}
	return content.Bytes(), nil
}

// page begins a page with its head and foot, and returns where its content begins. Which version it is and when it was printed stands at the
// upper right, on a narrow page at the foot.
func (s *sheet) page(title, subtitle string) float64 {
	s.AddPage()
	s.SetDrawColor(0, 0, 0)
	s.SetTextColor(0, 0, 0)
	room := s.width - 2*s.margin
	s.write(s.margin, s.height-s.margin, 8, plain, s.fitting(s.notice, room, 8, plain))
	if s.narrow() {
		line := strings.Join(s.standing(), " · ")
		s.write(s.margin, s.height-s.margin-4.2, 8, plain, s.fitting(line, room, 8, plain))
	} else {
		room -= s.upperRight() + 4
	}
	size := 19.0
	for size > 12 && s.measure(title, size, bold) > room {
		size--
	}
	top := s.margin + 7
	s.write(s.margin, top, size, bold, s.fitting(title, room, size, bold))
	under := s.edition.week()
	if subtitle != "" {
		under = subtitle + " · " + under
	}
	lines := s.wrapped(under, room, 10.5, plain)
	s.lines(lines, s.margin, top+6.5, 10.5, 4.6, plain)
	return top + 6 + 4.6*float64(len(lines))
}

// narrow reports whether two things do not stand beside each other at the head.
func (s *sheet) narrow() bool { return s.width < a3Landscape.width }

// standing tells which version it is, whose, and when it was printed.
func (s *sheet) standing() []string {
	e := s.edition
	return []string{
		e.standing(), e.House + ", " + fmt.Sprintf(s.words.page, s.PageNo(), pageCount), fmt.Sprintf(s.words.printed, e.Language.moment(e.PrintedAt)),
	}
}

// upperRight writes the standing in lines at the upper right and returns how wide they are.
func (s *sheet) upperRight() float64 {
	widest := 0.0
	for i, line := range s.standing() {
		strength := plain
		if i == 0 {
			strength = bold
		}
		// The place holder of the number of pages is wider than most numbers: the text ends where two digits would.
		wide := s.measure(strings.Replace(line, pageCount, "00", 1), 8.5, strength)
		s.write(s.width-s.margin-wide, s.margin+4+4.4*float64(i), 8.5, strength, line)
		widest = max(widest, wide)
	}
	return widest
}

// bottom is where the content of a page has to end.
func (s *sheet) bottom() float64 {
	if s.narrow() {
		return s.height - s.margin - 9
	}
	return s.height - s.margin - 4
}

func (s *sheet) write(x, y, size float64, strength weight, text string) {
	s.SetFont(fontFamily, string(strength), size)
	s.Text(x, y, text)
}

func (s *sheet) measure(text string, size float64, strength weight) float64 {
	s.SetFont(fontFamily, string(strength), size)
	return s.GetStringWidth(text)
}

// fitting returns a text, cut with an ellipsis where it is wider than there is room.
func (s *sheet) fitting(text string, room, size float64, strength weight) string {
	if s.measure(text, size, strength) <= room {
		return text
	}
	runes := []rune(text)
	for len(runes) > 0 && s.measure(string(runes)+"…", size, strength) > room {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ,"+noBreak) + "…"
}

// wrapped returns a text in lines no wider than there is room; only a word that is too wide alone is cut.
func (s *sheet) wrapped(text string, room, size float64, strength weight) []string {
	var lines []string
	line := ""
	for word := range strings.SplitSeq(text, " ") {
		switch longer := strings.TrimPrefix(line+" "+word, " "); {
		case s.measure(longer, size, strength) <= room:
			line = longer
		case line == "":
			lines = append(lines, s.fitting(word, room, size, strength))
		default:
			lines = append(lines, line)
			line = s.fitting(word, room, size, strength)
		}
	}
	if line != "" || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// strokes sets how lines are drawn from now on: their width, a level of grey from 0 for black, and dashes and gaps.
func (s *sheet) strokes(width float64, grey int, pattern ...float64) {
	s.SetLineWidth(width)
	s.SetDrawColor(grey, grey, grey)
	s.SetDashPattern(pattern, 0)
}

// shade fills a rectangle with a light grey that a copier keeps.
func (s *sheet) shade(x, y, width, height float64) {
	s.SetFillColor(228, 228, 228)
	s.Rect(x, y, width, height, "F")
}

// badge writes a code white on black and returns how wide it is.
func (s *sheet) badge(x, y, size float64, code string) float64 {
	wide := s.measure(code, size, bold) + 1
	s.SetFillColor(0, 0, 0)
	tall := size * 0.42
	s.Rect(x, y-tall*0.83, wide, tall, "F")
	s.SetTextColor(255, 255, 255)
	s.write(x+0.5, y, size, bold, code)
	s.SetTextColor(0, 0, 0)
	return wide
}
