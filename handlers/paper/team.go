package paper

import (
	"slices"
	"strings"
)

// TeamWeek is a sheet of A3: the week of a team in cards, a row for each of its people.
type TeamWeek struct {
	Name       string
	Modalities []Code // those on the sheet
	Own        string // the modality that goes without saying: the only one of a dedicated team
	Places     []Code
	People     []PersonWeek
}

// PersonWeek is one row.
type PersonWeek struct {
	Name, JobTitle string
	Cards          []Card // in order of start
	Gaps           []Gap
}

// The measures of a team's sheet, in millimetres.
const (
	teamMargin = 8.0
	headColumn = 36.0
	cardHeight = 5.4
	cardStep   = 6.1
	rowPadding = 1.1
	leastRow   = 11.0
	headRow    = 10.0
)

// Teams draws one team after the other, each from a new page on.
func Teams(edition Edition, teams []TeamWeek) ([]byte, error) {
	s := newSheet(&edition, a3Landscape, teamMargin, edition.Language.words().workingPaper)
	for i := range teams {
		(&teamSheet{sheet: s, team: &teams[i]}).draw()
	}
	return s.bytes()
}

// teamSheet draws one team.
type teamSheet struct {
	*sheet
	team *TeamWeek
	top  float64 // of the table on the page
	y    float64 // where the next row goes
}

func (t *teamSheet) dayWidth() float64 {
	return (t.width - 2*teamMargin - headColumn) / float64(t.edition.Days)
}

func (t *teamSheet) draw() {
	t.begin()
	end := t.bottom() - t.legend(false)
	for i := range t.team.People {
		rest := halvesOf(&t.team.People[i], t.edition.Days)
		for first := true; first || longest(rest) > 0; first = false {
			lines := int((end - t.y - 2*rowPadding) / cardStep)
			if need := min(t.lineCount(&t.team.People[i], rest), lines); t.y+t.rowHeight(max(need, 1)) > end || lines < min(longest(rest), 2) {
				t.finish()
				t.begin()
				lines = int((end - t.y - 2*rowPadding) / cardStep)
			}
			var piece [][]*Card
			if t.lineCount(&t.team.People[i], rest) > lines {
				lines-- // one is kept for why somebody is away
			}
			piece, rest = cutHalves(rest, max(lines, 1))
			t.row(&t.team.People[i], piece)
		}
	}
	t.finish()
}

func (t *teamSheet) begin() {
	t.top = t.page(t.team.Name, "")
	t.y = t.top + headRow
	t.write(teamMargin+2, t.top+headRow-2, 8, plain, t.words.person)
	for day := range t.edition.Days {
		x := t.dayX(day)
		t.write(x+2, t.top+4.6, 10.5, bold, t.edition.DayName(day))
		t.write(x+2, t.top+headRow-1.6, 7.5, plain, t.words.morning)
		t.write(x+2+t.dayWidth()/2, t.top+headRow-1.6, 7.5, plain, t.words.afternoon)
	}
	t.strokes(0.3, 0)
	t.Line(teamMargin, t.y, t.width-teamMargin, t.y)
}

// finish closes the table of a page: its frame, the lines between days, the legend.
func (t *teamSheet) finish() {
	for day := range t.edition.Days {
		t.strokes(0.2, 60)
		t.Line(t.dayX(day), t.top, t.dayX(day), t.y)
		t.strokes(0.1, 120, 0.6, 0.6)
		middle := t.dayX(day) + t.dayWidth()/2
		t.Line(middle, t.top+headRow, middle, t.y)
	}
	t.strokes(0.4, 0)
	t.Rect(teamMargin, t.top, t.width-2*teamMargin, t.y-t.top, "D")
	t.legend(true)
}

func (t *teamSheet) dayX(day int) float64 {
	return teamMargin + headColumn + float64(day)*t.dayWidth()
}

func (t *teamSheet) rowHeight(lines int) float64 {
	return max(leastRow, float64(lines)*cardStep+2*rowPadding)
}

// row draws a person's cards, or those of them that fit the page.
func (t *teamSheet) row(person *PersonWeek, halves [][]*Card) {
	height := t.rowHeight(t.lineCount(person, halves))
	for half := range 2 * t.edition.Days {
		t.absence(person, half, height)
	}
	name := t.wrapped(person.Name, headColumn-4, 9.5, bold)
	for i, line := range name {
		t.write(teamMargin+2, t.y+4.4+3.8*float64(i), 9.5, bold, line)
	}
	t.write(teamMargin+2, t.y+4.2+3.8*float64(len(name)), 7.5, plain, t.fitting(person.JobTitle, headColumn-4, 7.5, plain))
	for half, cards := range halves {
		x := t.dayX(half/2) + float64(half%2)*t.dayWidth()/2
		for i, card := range cards {
			t.card(card, x+0.7, t.y+rowPadding+float64(i)*cardStep, t.dayWidth()/2-1.4)
		}
	}
	t.y += height
	t.strokes(0.2, 60)
	t.Line(teamMargin, t.y, t.width-teamMargin, t.y)
}

// lineCount is how many lines a row needs: those of its fullest half day, and one more where somebody is away and yet has cards.
func (t *teamSheet) lineCount(person *PersonWeek, halves [][]*Card) int {
	most := longest(halves)
	for half, cards := range halves {
		if label, away := person.awayIn(half); away && label != "" {
			most = max(most, len(cards)+1)
		}
	}
	return most
}

// awayIn reports whether the person is away for the whole of a half day, and the word for it if there is one.
func (p *PersonWeek) awayIn(half int) (label string, away bool) {
	from := half/2*minutesOfDay + half%2*noon
	to := from + noon
	if half%2 == 1 {
		to = (half/2 + 1) * minutesOfDay
	}
	for _, gap := range p.Gaps {
		away = away || gap.From <= from && to <= gap.To
		if gap.Label != "" && gap.From < to && from < gap.To {
			label = gap.Label
		}
	}
	return label, away
}

// absence greys half a day in which the person is not there, and says why in a word where there is one.
func (t *teamSheet) absence(person *PersonWeek, half int, height float64) {
	label, away := person.awayIn(half)
	if !away {
		return
	}
	x, wide := t.dayX(half/2)+float64(half%2)*t.dayWidth()/2, t.dayWidth()/2
	t.shade(x, t.y, wide, height)
	t.write(x+2, t.y+height-2, 8, plain, t.fitting(label, wide-4, 8, plain))
}

func (t *teamSheet) card(card *Card, x, y, width float64) {
	switch {
	case card.Quiet:
		t.strokes(0.15, 90, 0.8, 0.8)
	case card.Meeting:
		t.strokes(0.45, 0)
	default:
		t.strokes(0.15, 90)
	}
	t.Rect(x, y, width, cardHeight, "D")
	if !card.Meeting && !card.Quiet {
		t.selvedge(x, y+cardHeight, width, card.Modality)
	}
	base := y + 3.6
	t.strokes(0.15, 0)
	t.write(x+0.8, base, 7, plain, Clock(card.Start))
	left, right := x+8.4, x+width-0.8
	if card.Modality != "" && card.Modality != t.team.Own {
		left += t.badge(left, base, 6, card.Modality) + 0.6
	}
	// The name is whole as long as it can be: the place leaves before it, then it is written smaller, and only then is it cut.
	size, place := 7.8, t.measure(card.Place, 6.2, plain)+0.8
	if card.Place == "" || t.measure(card.Title, 6.4, bold) > right-left-place {
		place = 0
	} else {
		t.write(right-place+0.8, base, 6.2, plain, card.Place)
	}
	for size > 6.4 && t.measure(card.Title, size, bold) > right-left-place {
		size -= 0.2
	}
	t.write(left, base, size, bold, t.fitting(card.Title, right-left-place, size, bold))
}

// legend explains the codes of the sheet above its foot, and returns how tall it is; it can be measured without being drawn.
func (t *teamSheet) legend(drawn bool) float64 {
	var lines []string
	add := func(label string, codes []Code) {
		texts := make([]string, len(codes))
		for i, code := range codes {
			texts[i] = code.Code + noBreak + code.Name
		}
		if len(texts) > 0 {
			lines = append(lines, t.wrapped(label+": "+strings.Join(texts, ", "), t.width-2*teamMargin, 8, plain)...)
		}
	}
	separator := ""
	if t.edition.Language != English {
		separator = noBreak
	}
	add(t.words.modality+separator, t.team.Modalities)
	add(t.words.places+separator, t.team.Places)
	tall := 4 * float64(len(lines)+1)
	if drawn {
		for i, line := range lines {
			t.write(teamMargin, t.bottom()-tall+4*float64(i+1), 8, plain, line)
		}
	}
	return tall
}

// halvesOf sorts a person's cards into the half days of the week.
func halvesOf(person *PersonWeek, days int) [][]*Card {
	halves := make([][]*Card, 2*days)
	for i := range person.Cards {
		card := &person.Cards[i]
		half := 2 * card.day()
		if card.afternoon() {
			half++
		}
		if half < len(halves) {
			halves[half] = append(halves[half], card)
		}
	}
	return halves
}

func longest(halves [][]*Card) int {
	most := 0
	for _, cards := range halves {
		most = max(most, len(cards))
	}
	return most
}

// cutHalves takes the first lines off, and returns them and what is left.
func cutHalves(halves [][]*Card, lines int) (piece, rest [][]*Card) {
	piece, rest = make([][]*Card, len(halves)), make([][]*Card, len(halves))
	for i, cards := range halves {
		at := min(lines, len(cards))
		piece[i], rest[i] = slices.Clip(cards[:at]), cards[at:]
	}
	return piece, rest
}
