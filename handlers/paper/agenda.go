package paper

// Agenda is the week of a person or of a room on A4, day after day.
type Agenda struct {
	Title, Subtitle string
	Entries         []Entry // in order of start
	Gaps            []Gap
}

// Entry is one line of an agenda: Start and End are minutes of the week.
type Entry struct {
	Start, End int
	What       string
	Modality   string // its code, or nothing
	Where      string
	With       string
}

const agendaMargin = 14.0

// agendaColumns are where the columns of an agenda begin, and how wide they are.
var agendaColumns = struct{ hours, what, where, with column }{
	hours: column{agendaMargin, 34}, what: column{agendaMargin + 36, 66}, where: column{agendaMargin + 104, 40}, with: column{agendaMargin + 146, 36},
}

type column struct{ x, width float64 }

// People draws the week of each person from a new page on.
func People(edition Edition, weeks []Agenda) ([]byte, error) {
	return agendas(edition, weeks, edition.Language.words().workingPaper)
}

// Rooms draws the week of each room for its door. Whoever calls leaves children out: a door is read by everybody.
func Rooms(edition Edition, weeks []Agenda) ([]byte, error) {
	return agendas(edition, weeks, edition.Language.words().door)
}

func agendas(edition Edition, weeks []Agenda, notice string) ([]byte, error) {
	s := newSheet(&edition, a4Portrait, agendaMargin, notice)
	for i := range weeks {
		(&agendaSheet{sheet: s, week: &weeks[i]}).draw()
	}
	return s.bytes()
}

type agendaSheet struct {
	*sheet
	week *Agenda
	y    float64
}

func (a *agendaSheet) draw() {
	a.begin()
	for day := range a.edition.Days {
		a.day(day)
	}
}

func (a *agendaSheet) begin() { a.y = a.page(a.week.Title, a.week.Subtitle) + 2 }

// room begins a new page unless there is room for something that tall.
func (a *agendaSheet) room(tall float64) {
	if a.y+tall > a.bottom() {
		a.begin()
	}
}

func (a *agendaSheet) day(day int) {
	entries := entriesOn(a.week.Entries, day)
	a.room(17)
	a.heading(day)
	for i := range a.week.Gaps {
		gap := &a.week.Gaps[i]
		if from, to := max(gap.From, day*minutesOfDay), min(gap.To, (day+1)*minutesOfDay); gap.Label != "" && from < to {
			a.line(&Entry{Start: from, End: to, What: gap.Label}, to-from == minutesOfDay)
		}
	}
	if len(entries) == 0 {
		a.line(&Entry{What: a.words.nothing}, true)
	}
	for _, entry := range entries {
		a.line(entry, false)
	}
	a.y += 3
}

func (a *agendaSheet) heading(day int) {
	a.strokes(0.4, 0)
	a.Line(agendaMargin, a.y, a.width-agendaMargin, a.y)
	a.write(agendaMargin, a.y+5.4, 11.5, bold, a.edition.DayName(day))
	a.y += 8
}

// line writes one entry; one that lasts all day has no hours.
func (a *agendaSheet) line(entry *Entry, allDay bool) {
	const size, step = 9.5, 4.3
	columns := &agendaColumns
	indent := 0.0
	if entry.Modality != "" {
		indent = a.measure(entry.Modality, 7.5, bold) + 2.5
	}
	strength := bold
	if allDay {
		strength = plain
	}
	what := a.wrapped(entry.What, columns.what.width-indent, size, strength)
	where := a.wrapped(entry.Where, columns.where.width, size, plain)
	with := a.wrapped(entry.With, columns.with.width, size, plain)
	tall := step*float64(max(len(what), len(where), len(with))) + 1.8
	if a.y+tall > a.bottom() {
		a.begin()
		a.heading(entry.Start / minutesOfDay)
	}
	base := a.y + 3.4
	if !allDay {
		a.write(columns.hours.x, base, size, plain, a.edition.Language.span(entry.Start, entry.End))
	}
	if entry.Modality != "" {
		a.badge(columns.what.x, base, 7.5, entry.Modality)
	}
	a.lines(what, columns.what.x+indent, base, size, step, strength)
	a.lines(where, columns.where.x, base, size, step, plain)
	a.lines(with, columns.with.x, base, size, step, plain)
	a.y += tall
	a.strokes(0.1, 150)
	a.Line(agendaMargin, a.y-0.6, a.width-agendaMargin, a.y-0.6)
}

func (s *sheet) lines(lines []string, x, base, size, step float64, strength weight) {
	for i, line := range lines {
		s.write(x, base+step*float64(i), size, strength, line)
	}
}

func entriesOn(entries []Entry, day int) []*Entry {
	var found []*Entry
	for i := range entries {
		if entries[i].Start/minutesOfDay == day {
			found = append(found, &entries[i])
		}
	}
	return found
}
