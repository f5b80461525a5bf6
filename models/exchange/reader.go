package exchange

import (
	"strings"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
)

// reader is a house while a file is read into it: the records that are there, and what the rows read so far would make of them.
type reader struct {
	writer
	decisions *Decisions
	sheet     string // ID of the sheet being read

	places        ledger[models.Place]
	rooms         ledger[models.Room]
	teams         ledger[models.Team]
	professionals ledger[models.Professional]
	children      ledger[models.Child]
	groups        ledger[models.ChildGroup]
	needs         ledger[models.Need]
	meetings      ledger[models.RecurringMeeting]
	duties        ledger[models.StandingDuty]
	absences      ledger[models.Absence]
	partners      ledger[models.Partner]
	contacts      ledger[models.PartnerContact]
	closedDays    ledger[models.ClosedDay]
	travel        ledger[models.TravelOverride]
}

func newReader(h *House, decisions *Decisions) *reader {
	r := &reader{writer: *newWriter(h), decisions: decisions}
	r.places.open(h.Places, func(x *models.Place) *models.Record { return &x.Record })
	r.rooms.open(h.Rooms, func(x *models.Room) *models.Record { return &x.Record })
	r.teams.open(h.Teams, func(x *models.Team) *models.Record { return &x.Record })
	r.professionals.open(h.Professionals, func(x *models.Professional) *models.Record { return &x.Record })
	r.children.open(h.Children, func(x *models.Child) *models.Record { return &x.Record })
	r.groups.open(h.Groups, func(x *models.ChildGroup) *models.Record { return &x.Record })
	r.needs.open(h.Needs, func(x *models.Need) *models.Record { return &x.Record })
	r.meetings.open(h.Meetings, func(x *models.RecurringMeeting) *models.Record { return &x.Record })
	r.duties.open(h.Duties, func(x *models.StandingDuty) *models.Record { return &x.Record })
	r.absences.open(h.Absences, func(x *models.Absence) *models.Record { return &x.Record })
	r.partners.open(h.Partners, func(x *models.Partner) *models.Record { return &x.Record })
	r.contacts.open(h.Contacts, func(x *models.PartnerContact) *models.Record { return &x.Record })
	r.closedDays.open(h.ClosedDays, func(x *models.ClosedDay) *models.Record { return &x.Record })
	r.travel.open(h.Travel, func(x *models.TravelOverride) *models.Record { return &x.Record })
	return r
}

// ledger is the records of one kind and what becomes of them.
type ledger[T any] struct {
	record  func(*T) *models.Record
	there   []T
	at      map[string]int        // id → position in there
	changed map[string]*change[T] // by id
	order   []string              // ids of the changed, in the order of the file
}

// change is a record that a file makes or changes.
type change[T any] struct {
	old *T // nil: it is new
	row T
}

func (l *ledger[T]) open(there []T, record func(*T) *models.Record) {
	l.record, l.there = record, there
	l.at, l.changed = map[string]int{}, map[string]*change[T]{}
	for i := range there {
		l.at[record(&there[i]).ID] = i
	}
}

// state returns a record as it would stand after the rows read so far.
func (l *ledger[T]) state(id string) (T, bool) {
	if c := l.changed[id]; c != nil {
		return c.row, true
	}
	if i, known := l.at[id]; known {
		return l.there[i], true
	}
	return *new(T), false
}

// put says what a record becomes; one that is not there is new.
func (l *ledger[T]) put(row T) {
	id := l.record(&row).ID
	if c := l.changed[id]; c != nil {
		c.row = row
		return
	}
	c := &change[T]{row: row}
	if i, known := l.at[id]; known {
		c.old = &l.there[i]
	}
	l.changed[id] = c
	l.order = append(l.order, id)
}

// find returns the one record of a kind that a cell names.
func (r *reader) find(kind Kind, cell sheets.Cell) (string, *sheets.Issue) {
	line, wrong := cell.Line()
	if wrong != nil {
		return "", wrong
	}
	return r.named(kind, line)
}

func (r *reader) named(kind Kind, text string) (string, *sheets.Issue) {
	text = r.decisions.instead(kind, text)
	known := r.known[kind]
	switch ids := known.find(text); len(ids) {
	case 1:
		return ids[0], nil
	case 0:
		return "", r.unknown(kind, text)
	default:
		return "", &sheets.Issue{Key: "ambiguous_" + string(kind), Args: map[string]string{"value": text, "count": intText(len(ids))}}
	}
}

// suggestionSign separates the names proposed in an argument; no name holds it.
const suggestionSign = "\x1f"

// unknown says that nothing is called so, why, and what may be meant.
func (r *reader) unknown(kind Kind, text string) *sheets.Issue {
	args := map[string]string{"value": text}
	if row, refused := r.known[kind].refused[sheets.Words(text)]; refused {
		args["row"] = intText(row)
		return &sheets.Issue{Key: "refused_" + string(kind), Args: args}
	}
	if near := r.known[kind].near(text); len(near) > 0 {
		args["suggestions"] = strings.Join(near, suggestionSign)
	}
	args["kind"] = string(kind)
	return &sheets.Issue{Key: "unknown_" + string(kind), Args: args}
}

// mostWords is of how many pieces between commas one name may be made.
const mostWords = 6

// findAll reads a list of names. A name may hold the signs that separate names: the longest piece that names something counts.
func (r *reader) findAll(kind Kind, cell sheets.Cell) ([]string, *sheets.Issue) {
	if _, wrong := cell.Line(); wrong != nil {
		return nil, wrong
	}
	ids := []string{}
	pieces := cutAtSigns(cell.Text)
	for at := 0; at < len(pieces); {
		taken := 0
		for n := min(mostWords, len(pieces)-at); n > 0; n-- {
			text := strings.Join(pieces[at:at+n], "")
			if found := r.known[kind].find(r.decisions.instead(kind, strings.Trim(text, listSigns))); len(found) == 1 {
				ids, taken = append(ids, found[0]), n
				break
			}
		}
		if taken > 0 {
			at += taken
			continue
		}
		text := strings.Trim(pieces[at], listSigns)
		if text != "" {
			_, wrong := r.named(kind, text)
			return ids, wrong
		}
		at++
	}
	return once(ids), nil
}

// listSigns separate names, and blanks stand around them.
const listSigns = ",;/|\r\n \t\u00a0\u202f"

// cutAtSigns cuts a text behind each sign that may separate names.
func cutAtSigns(text string) []string {
	var pieces []string
	for {
		at := strings.IndexAny(text, ",;/|\n")
		if at < 0 {
			return append(pieces, text)
		}
		pieces = append(pieces, text[:at+1])
		text = text[at+1:]
	}
}
