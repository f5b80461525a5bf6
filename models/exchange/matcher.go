package exchange

import (
	"slices"

	"github.com/maillage-dime/maillage/models/sheets"
)

// matcher finds for each row of a sheet the record it is about.
type matcher[T any] struct {
	table *table[T]
	r     *reader
	in    *intake
	byKey map[levelKey][]string // ids of the records that are there
	taken map[string]int        // id → number of the row that is about it
	seen  map[levelKey]int      // what may be there once only → number of the first row that has it
}

// levelKey is a key and how sure it is: its place among the keys of a record.
type levelKey struct {
	level int
	key   string
}

func newMatcher[T any](t *table[T], r *reader, in *intake) *matcher[T] {
	m := &matcher[T]{table: t, r: r, in: in, byKey: map[levelKey][]string{}, taken: map[string]int{}, seen: map[levelKey]int{}}
	ledger := t.ledger(r)
	add := func(row *T) {
		for level, key := range each(t.keys(row), plainLine) {
			if key != "" {
				at := levelKey{level, key}
				m.byKey[at] = append(m.byKey[at], ledger.record(row).ID)
			}
		}
	}
	for i := range ledger.there {
		add(&ledger.there[i])
	}
	for _, id := range ledger.order {
		if c := ledger.changed[id]; c.old == nil {
			add(&c.row)
		}
	}
	return m
}

func (m *matcher[T]) matchAll(drafts []draft[T]) {
	for i := range drafts {
		if drafts[i].choice == ChooseSame {
			m.taken[drafts[i].same] = drafts[i].out.Number
		}
	}
	m.each(drafts, m.refuseTwice)
	m.each(drafts, m.takeEqual)
	m.each(drafts, m.takeNext)
	if m.table.naming != nil {
		m.each(drafts, m.ask)
	}
}

// each runs fn on the rows that are still open.
func (m *matcher[T]) each(drafts []draft[T], fn func(*draft[T])) {
	for i := range drafts {
		if d := &drafts[i]; d.out.State == "" && d.same == "" {
			fn(d)
		}
	}
}

func (m *matcher[T]) take(d *draft[T], id string) {
	d.same = id
	m.taken[id] = d.out.Number
}

// takeEqual matches a row with a record that has all its values.
func (m *matcher[T]) takeEqual(d *draft[T]) {
	ledger := m.table.ledger(m.r)
	for _, id := range m.free(d) {
		row, _ := ledger.state(id)
		before := writeAll(&m.r.writer, m.table.fields, &row)
		m.table.fill(m.r, m.in, d.source, &row, nil)
		if slices.EqualFunc(before, writeAll(&m.r.writer, m.table.fields, &row), sameValue) {
			m.take(d, id)
			return
		}
	}
}

// takeNext matches a row with the first record of the same key that no other row is about.
func (m *matcher[T]) takeNext(d *draft[T]) {
	if free := m.free(d); d.choice != ChooseNew && len(free) > 0 {
		m.take(d, free[0])
	}
}

// free returns the records of the surest key of a row that no row is about yet.
func (m *matcher[T]) free(d *draft[T]) []string {
	for level, key := range each(m.table.keys(&d.record), plainLine) {
		if ids := m.byKey[levelKey{level, key}]; key != "" && len(ids) > 0 {
			return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { _, taken := m.taken[id]; return taken })
		}
	}
	return nil
}

// refuseTwice refuses a row about the same thing as one before it.
func (m *matcher[T]) refuseTwice(d *draft[T]) {
	if m.table.once == nil || d.choice == ChooseNew {
		return
	}
	for level, key := range m.table.once(&d.record) {
		if key == "" {
			continue
		}
		at := levelKey{level, key}
		if first, twice := m.seen[at]; twice {
			d.out.refuse(-1, "same_as_row", map[string]string{"row": intText(first)})
			return
		}
		m.seen[at] = d.out.Number
	}
}

// mostCandidates is how many records a row is asked about.
const mostCandidates = 4

// ask looks for records a new row may be meant for: the same name with other accents, capitals or order, or a letter apart.
func (m *matcher[T]) ask(d *draft[T]) {
	if d.choice == ChooseNew {
		return
	}
	name := m.table.naming(&d.record).names[0]
	ledger := m.table.ledger(m.r)
	for i := range ledger.there {
		row := &ledger.there[i]
		id := ledger.record(row).ID
		if m.table.apart != nil && m.table.apart(row) != m.table.apart(&d.record) {
			continue
		}
		if _, taken := m.taken[id]; taken || !sheets.Alike(name, m.table.naming(row).names[0]) {
			continue
		}
		d.out.Candidates = append(d.out.Candidates, Candidate{ID: id, Name: m.r.known[m.table.Names].label[id]})
		if len(d.out.Candidates) == mostCandidates {
			break
		}
	}
	if len(d.out.Candidates) > 0 {
		d.out.State = Asked
		d.out.Findings = append(d.out.Findings, Finding{Field: -1, Key: "maybe_the_same", Args: map[string]string{"name": d.out.Candidates[0].Name}})
	}
}
