package paper

import (
	"fmt"
	"strings"
)

// StaffList is the list of our staff in a school that the agreement with it has as an annex: it names no child.
type StaffList struct {
	Place, Address string
	People         []StaffLine
}

// StaffLine is one of the staff. Status is empty for a reader who may not know contracts.
type StaffLine struct {
	Name, Trade, Status string
	Presences           []Gap // when the person is there, in order; labels are of no account
}

const staffMargin = 14.0

var staffColumns = struct{ name, trade, status, hours, total column }{
	name: column{staffMargin, 40}, trade: column{staffMargin + 42, 38}, status: column{staffMargin + 82, 22},
	hours: column{staffMargin + 106, 54}, total: column{staffMargin + 162, 20},
}

// Staff draws the list of each school from a new page on.
func Staff(edition Edition, lists []StaffList) ([]byte, error) {
	s := newSheet(&edition, a4Portrait, staffMargin, edition.Language.words().annex)
	for i := range lists {
		(&staffSheet{sheet: s, list: &lists[i]}).draw()
	}
	return s.bytes()
}

type staffSheet struct {
	*sheet
	list *StaffList
	y    float64
}

func (t *staffSheet) begin() {
	t.y = t.page(fmt.Sprintf(t.words.staffAt, t.list.Place), t.list.Address) + 6
	c := &staffColumns
	for _, head := range []struct {
		column
		text string
	}{{c.name, t.words.name}, {c.trade, t.words.trade}, {c.status, t.words.status}, {c.hours, t.words.hours}, {c.total, t.words.total}} {
		t.write(head.x, t.y, 9, bold, head.text)
	}
	t.y += 2.5
	t.strokes(0.4, 0)
	t.Line(staffMargin, t.y, t.width-staffMargin, t.y)
}

func (t *staffSheet) draw() {
	t.begin()
	if len(t.list.People) == 0 {
		t.write(staffMargin, t.y+7, 10, plain, t.words.empty)
	}
	for i := range t.list.People {
		t.line(&t.list.People[i])
	}
}

func (t *staffSheet) line(person *StaffLine) {
	const size, step = 9.5, 4.4
	c := &staffColumns
	hours, total := t.hours(person.Presences)
	var presence []string
	for _, day := range hours {
		presence = append(presence, t.wrapped(day, c.hours.width, size, plain)...)
	}
	name := t.wrapped(person.Name, c.name.width, size, bold)
	trade := t.wrapped(person.Trade, c.trade.width, size, plain)
	status := t.wrapped(person.Status, c.status.width, size, plain)
	tall := step*float64(max(len(presence), len(name), len(trade), len(status))) + 3
	if t.y+tall > t.bottom() {
		t.begin()
	}
	base := t.y + 4.6
	t.lines(name, c.name.x, base, size, step, bold)
	t.lines(trade, c.trade.x, base, size, step, plain)
	t.lines(status, c.status.x, base, size, step, plain)
	t.lines(presence, c.hours.x, base, size, step, plain)
	t.write(c.total.x, base, size, plain, t.edition.Language.length(total))
	t.y += tall
	t.strokes(0.1, 120)
	t.Line(staffMargin, t.y, t.width-staffMargin, t.y)
}

// hours writes presences day by day, and adds them up.
func (t *staffSheet) hours(presences []Gap) (days []string, total int) {
	for day := range t.edition.Days {
		var spans []string
		for _, presence := range presences {
			if presence.From/minutesOfDay == day {
				spans = append(spans, t.edition.Language.span(presence.From, presence.To))
				total += presence.To - presence.From
			}
		}
		if len(spans) > 0 {
			days = append(days, t.words.days[day]+" "+strings.Join(spans, ", "))
		}
	}
	return days, total
}
